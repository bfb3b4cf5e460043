"""Rows of public data sets whose incident somebody coded with a place: weak teachers of which place is an event's.

The rows (PITF, ACLED, GVA) lie outside the project beside the labelled reports; only weights are learnt from them. A
code is one town a row: it says nothing of the quarter in which something happened, nor of other events that the row
tells. So a row counts for much less than a labelled report, a place inside the coded one is as right, and of PITF and
GVA only harm with the coded number of people is taught. Rows whose text is among the labelled reports are left out,
those that are kept aside above all.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from benchmark.labels import COLLECTIONS, Label, Labelled, labelled, rows_of
from corroborate.evaluation.marks import same_name
from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.locate.place_points import kilometres
from corroborate.model.casualty import Effect
from corroborate.model.mention import Harm, Mention
from corroborate.model.situation import PlaceKind

# How much a row counts beside a labelled report: what gave the most places in cross-validation.
_WEIGHTS = {"pitf": 0.17, "acled": 0.035, "gva": 0.05}
_FILES = {"pitf": "pitf_counts", "acled": "acled_counts", "gva": "gva_docs"}
_TELLS_ONE = "acled"  # its rows tell of one event each
_AT_MOST = 6.0  # kilometres between the point of a row and that of the place it means
_LONGEST = 12_000  # characters
_TELLING = 120  # characters at the head of a text, by which it is known again
_SMALL = (PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Coded:
    """A row: its report (without labels), how much it counts, its town and point, the people killed and injured."""

    report: Labelled
    weight: float
    town: str
    point: tuple[float, float] | None
    harmed: frozenset[tuple[Effect, int]]

    def teaches(self, mention: Mention) -> bool:
        """Say whether a mention of the report is of the incident that the row codes."""
        content = mention.content
        if self.report.kind == _TELLS_ONE:
            return True
        return isinstance(content, Harm) and (content.effect, content.count.low) in self.harmed

    def right(self, evidence: Evidence, offer: list[Standing]) -> set[int]:
        """Return which of the candidates for a mention are the coded town, or lie in it."""
        towns = {i for i, standing in enumerate(offer) if self._is_town(standing)}
        return towns | {i for i in range(len(offer)) if any(evidence.is_inside(i, town) for town in towns)}

    def _is_town(self, standing: Standing) -> bool:
        toponym = standing.spot.inner[0] if standing.spot is not None else None
        if toponym is None or toponym.kind is PlaceKind.COUNTRY:
            return False
        if same_name(self.town, toponym.name):
            return True
        if self.point is None or toponym.kind not in _SMALL:
            return False
        return any(kilometres(self.point, (at.latitude, at.longitude)) < _AT_MOST for at in toponym.known[:1])


def coded() -> Iterator[Coded]:
    """Yield the rows whose text is not among the labelled reports."""
    known = [_words(report.text) for report in labelled(*COLLECTIONS)]
    heads = [text[:_TELLING] for text in known]
    for kind, file in _FILES.items():
        for row in rows_of(file):
            text = _words(row["text"])
            told = any(text[:_TELLING] in other for other in known) or any(head in text for head in heads)
            if not told and len(row["text"]) <= _LONGEST and any(row["place"][:1]):
                yield _coded(kind, row)


def _coded(kind: str, row: Label) -> Coded:
    published = None
    with suppress(ValueError):  # GVA leaves some days out, and writes some in words
        published = date.fromisoformat(row.get("published") or row["date"] or "")
    point = (float(row["lat"]), float(row["lon"])) if row.get("lat") and row.get("lon") else None
    numbers = ((Effect.KILLED, row["killed"]), (Effect.INJURED, row.get("injured")))
    report = Labelled(row["id"], kind, None, published, aside=False, text=row["text"], labels=())
    harmed = frozenset((effect, number) for effect, number in numbers if number)
    return Coded(report, _WEIGHTS[kind], row["place"][0], point, harmed)


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
