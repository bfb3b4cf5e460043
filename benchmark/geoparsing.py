"""How often the place behind a given name is found, in LGL (news of small towns) and GeoVirus (news of epidemics).

    python -m benchmark.geoparsing [--errors N] [--set lgl]

The names are the labelled ones, so that only their resolution is measured: the share within 161 km of the labelled
point, the share that is the very GeoNames entry (LGL), and the mean and median distance of what was resolved. A name
that stays open counts as missed. LGL labels adjectives of nations ("Georgian") as the nation: they are read so here.
"""

import argparse
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import fmean, median

from benchmark.labels import SHARED, document_of
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.adapters.gazetteer_tables import divisions
from corroborate.locate.place_groups import spots
from corroborate.locate.place_names import Toponym, named
from corroborate.locate.place_points import Resolver, kilometres
from corroborate.locate.place_words import nations
from corroborate.model.situation import Place, PlaceKind

FOLDER = SHARED / "bench/geoparsing"
NEAR_KM = 161.0  # 100 miles, the usual bound


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled name: its characters [start, end), the point, and the GeoNames entry where one is given."""

    start: int
    end: int
    point: tuple[float, float]
    entry: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found for a label, and how far off."""

    name: str
    context: str
    label: Label
    place: Place | None
    candidates: int

    @property
    def away(self) -> float:
        """Return the distance in kilometres, without end where nothing was found."""
        if self.place is None:
            return float("inf")
        return kilometres((self.place.latitude, self.place.longitude), self.label.point)


def _articles(path: Path) -> ET.Element:
    return ET.parse(path).getroot()  # noqa: S314  # a file that the developer put on this disk: nothing fetched is parsed


def lgl(path: Path = FOLDER / "lgl.xml") -> Iterator[tuple[str, list[Label]]]:
    """Yield the articles of LGL with the names that have a point."""
    for article in _articles(path):
        labels = []
        for name in article.iter("toponym"):
            entry = name.find("gaztag")
            if entry is not None:
                point = float(_of(entry, "lat")), float(_of(entry, "lon"))
                labels.append(Label(int(_of(name, "start")), int(_of(name, "end")), point, entry.get("geonameid", "")))
        yield _of(article, "text"), labels


def geovirus(path: Path = FOLDER / "GeoVirus.xml") -> Iterator[tuple[str, list[Label]]]:
    """Yield the articles of GeoVirus, whose offsets count from 1 in some and from 0 in others."""
    for article in _articles(path):
        text = _of(article, "text")
        labels = []
        for name in article.iter("location"):
            start, end = int(_of(name, "start")), int(_of(name, "end"))
            shift = 0 if text[start:end] == _of(name, "name") else 1
            point = float(_of(name, "lat")), float(_of(name, "lon"))
            labels.append(Label(start - shift, end - shift, point, ""))
        yield text, labels


def _of(element: ET.Element, tag: str) -> str:
    found = element.find(tag)
    return (found.text or "") if found is not None else ""


def outcomes(text: str, labels: list[Label], gazetteer: PackagedGazetteer) -> Iterator[Outcome]:
    """Yield what the names of one article are resolved to, each in the light of the others."""
    document = document_of("", text)
    read: list[tuple[Toponym, Label]] = []
    for label in sorted(labels, key=lambda label: label.start):
        toponym = named(document, label.start, label.end, gazetteer)
        if toponym is not None:
            read.append((_as_nation(toponym, gazetteer), label))
    grouped = [spots(document, [t for t, _ in read if t.passage == index]) for index in range(len(document.passages))]
    resolver = Resolver(document, [toponym for toponym, _ in read], chain(*grouped))
    done = {label: (resolver.resolve(toponym), toponym) for toponym, label in read}
    for label in labels:
        place, toponym = done.get(label, (None, None))
        name = text[label.start : label.end]
        context = " ".join(text[max(0, label.start - 50) : label.end + 40].split())
        yield Outcome(name, context, label, place, len(toponym.known) if toponym else 0)


def _as_nation(toponym: Toponym, gazetteer: PackagedGazetteer) -> Toponym:
    """Return the toponym, for an adjective of a nation with its country as what it may stand for."""
    country = _demonyms().get(toponym.name.casefold().removesuffix("s")) or _demonyms().get(toponym.name.casefold())
    if country is None:
        return toponym
    known = [place for place in gazetteer.find(country) if place.kind is not PlaceKind.SETTLEMENT]
    nation = [place for place in known if place.kind is PlaceKind.COUNTRY] or known
    return replace(toponym, known=tuple(nation[:1]), kind=nation[0].kind)


@cache
def _demonyms() -> dict[str, str]:
    names = {own.country: own.name for own in divisions() if own.kind is PlaceKind.COUNTRY}
    lines = Path(__file__).with_name("demonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    parts = {word.casefold(): name for name, words in rows for word in words.split("|")}
    return {word: names[code] for word, code in nations().items()} | parts


def main() -> None:
    """Print the figures of both collections, and where asked what was missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--set", choices=("lgl", "geovirus"))
    options = parser.parse_args()
    gazetteer = PackagedGazetteer()
    gazetteer.find("Damascus")
    for name, articles in (("lgl", lgl), ("geovirus", geovirus)):
        if options.set in (None, name):
            began = time.perf_counter()
            found = [outcome for text, labels in articles() for outcome in outcomes(text, labels, gazetteer)]
            _print(name, found, time.perf_counter() - began)
            for outcome in [one for one in found if one.away > NEAR_KM][: options.errors]:
                got = f"{outcome.place.name} {outcome.place.parents} {outcome.place.country}" if outcome.place else "-"
                off = f"{outcome.away:.0f} {outcome.label.point}"
                sys.stdout.write(f"   {outcome.name!r} {outcome.candidates} {got} {off} | {outcome.context}\n")


def _print(name: str, found: list[Outcome], seconds: float) -> None:
    near = sum(one.away <= NEAR_KM for one in found)
    open_ = sum(one.place is None for one in found)
    exact = sum(one.place is not None and one.place.id.endswith(f"-{one.label.entry}") for one in found)
    told = [one.away for one in found if one.place is not None]
    sys.stdout.write(
        f"{name:9} {len(found)} names: within 161 km {100 * near / len(found):.1f} %,"
        f" exact {100 * exact / len(found):.1f} %, open {100 * open_ / len(found):.1f} %,"
        f" mean {fmean(told):.0f} km, median {median(told):.0f} km, {seconds:.1f} s\n"
    )


if __name__ == "__main__":
    main()
