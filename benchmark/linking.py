"""The labelled reports as claims, and what linking, reconciling and grading make of them.

`claims_of` builds the claims of a labelled report from its labels alone, so that these stages can be watched with the
stages before them taken as right; places keep their names and, with a gazetteer, what those resolve to.
Run as a script it prints the incidents and tallies of the seeds (or `dev`).
"""

import sys
from collections.abc import Iterator
from datetime import date

from benchmark.labels import Label, LabelledReport, reports
from corroborate.grade import grade, load
from corroborate.link import link
from corroborate.model.attribution import Attribution
from corroborate.model.claim import Claim, claim_id
from corroborate.model.ids import CaptureId, ClaimId, MentionId
from corroborate.model.incident import Incident, Tally
from corroborate.model.situation import Granularity, Interval, Location, Relation, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span
from corroborate.reconcile import reconcile

_MONTH, _YEAR = 28, 365


def claims_of(report: LabelledReport) -> tuple[Claim, ...]:
    """Return the labelled claims of a report as the stages before linking would hand them on."""
    document = report.document
    capture = CaptureId(document.id)
    ids: dict[MentionId, ClaimId] = {mention.id: claim_id(capture, mention) for mention in report.mentions}
    return tuple(
        Claim(
            id=ids[mention.id],
            document=document.id,
            span=mention.span,
            passage=_passage(report, mention.span),
            content=mention.content,
            by=mention.by,
            weapons=mention.weapons,
            situation=Situation(_where(label), _when(label), "label", "label"),
            attribution=Attribution(
                tuple(Source(name, SourceKind.UNNAMED) for name in label["sources"]), hedge=label["hedge"]
            ),
            publisher=document.publisher,
            published=document.published,
            part_of=ids.get(mention.part_of) if mention.part_of else None,
            rules=("label",),
            maker="labels",
        )
        for mention, label in zip(report.mentions, report.labels, strict=True)
    )


def all_claims(collection: str) -> Iterator[Claim]:
    """Yield the claims of all reports of a collection."""
    for report in reports(collection):
        yield from claims_of(report)


def _passage(report: LabelledReport, span: Span) -> Span:
    around = [p for p in report.document.passages if p.start < span.end and span.start < p.end]
    start, end = min([span.start, *(p.start for p in around)]), max([span.end, *(p.end for p in around)])
    return Span.cut(report.document.text, start, end)


def _where(label: Label) -> Location:
    names = tuple(label["where"])
    between = bool(names) and names[0].startswith("between ")
    return Location(names, Relation.BETWEEN if between else Relation.IN)


def _when(label: Label) -> Interval | None:
    if not label["when"]:
        return None
    start, end = (date.fromisoformat(label["when"][edge]) for edge in ("from", "to"))
    days = (end - start).days + 1
    grain = Granularity.DAY if days == 1 else Granularity.DAYS
    if start.day == 1 and days >= _MONTH:
        grain = Granularity.YEAR if days >= _YEAR else Granularity.MONTH
    return Interval(start, end, grain)


def record(collection: str) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
    """Return the graded incidents and the tallies of a labelled collection."""
    claims = tuple(all_claims(collection))
    clusters, _ = link(claims)
    incidents, tallies, _ = reconcile(clusters, claims)
    return grade(incidents, claims, load("airwars")), tallies


def main() -> None:
    """Print the incidents and tallies of a collection."""
    incidents, tallies = record(sys.argv[1] if len(sys.argv) > 1 else "seeds")
    for incident in incidents:
        print(f"{incident.title} | {len(incident.documents)} reports | {', '.join(incident.origins)}", end=" | ")
        print(", ".join(given.name for given in incident.grades))
        for one in incident.ranges:
            print(
                f"    {one.effect} {one.people} {one.low.value}..{one.high.value}{'+' if one.open else ''}", one.origins
            )
        for said in incident.responsibility:
            print(f"    {said.actor} {said.stance}{' (general)' if said.general else ''}", said.origins)
    for tally in tallies:
        print(
            "TALLY", tally.title, "|", "; ".join(f"{row.origin}: {row.what}" for row in tally.rows), len(tally.covers)
        )


if __name__ == "__main__":
    main()
