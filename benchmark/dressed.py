"""The labelled reports in another dress, in which they tell the same: `python -m benchmark.dressed`.

A report from elsewhere names villages that no gazetteer holds, breaks its lines at a width, has spaces that do not
break, or its headline in capitals. What is read in the labelled reports must stay what it was when they are put so, in
texts and labels alike. Cities of a province's name and whatever is larger keep theirs, as they are known everywhere.
Reports that are kept aside are not read.
"""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from benchmark.claims import Read, document_read, reading_of, scored
from benchmark.labels import KINDS, Label, Labelled, labelled
from corroborate.evaluation import labels
from corroborate.locate.place_names import toponyms
from corroborate.model.situation import Place, PlaceKind
from corroborate.wiring import gazetteer

_COLLECTIONS = ("dev", "own", "press")
_WIDTH = 72
_SHORTEST = 4  # letters of a name that is looked for in labels
_SYLLABLES = (
    ("Bar", "Sham", "Zar", "Mor", "Nab", "Hal", "Qar", "Tam", "Ked", "Lum", "Vis", "Gor", "Sin", "Pem", "Jal"),
    ("an", "ou", "i", "a", "e", "o", "u"),
    ("bek", "din", "rin", "lout", "ta", "qat", "ven", "zor", "go", "wa", "li", "ra"),
)
_HEADS = ("", "", "", "", "Kafr ", "Tal ", "Umm ", "San ")
_HEAD = re.compile(r"\s*[^\n]+\s*\n(?:\s*[^\n]{2,60}(?:--|[–—_])\s*\n)?\s*(?=\S)")
_BLANK = re.compile(r"\s*\n\s*(?!^)")
_NAMING = ("where", "by", "sources")  # fields that may hold a name
Dressed = list[str]  # what stands in the place of each character
Names = Mapping[str, str]  # a name → another
Dress = Callable[[str, Names], Dressed]


def as_it_is(text: str, _: Names) -> Dressed:
    """Return the text unchanged."""
    return list(text)


def in_lines(text: str, _: Names) -> Dressed:
    """Return the text with its lines broken at a width."""
    found, start, space = list(text), 0, None
    for at, sign in enumerate(text):
        if sign == "\n":
            start, space = at + 1, None
        elif sign == " ":
            space = at
        if at - start >= _WIDTH and space is not None:
            found[space] = "\n"
            start, space = space + 1, None
    return found


def with_hard_spaces(text: str, _: Names) -> Dressed:
    """Return the text with every third space one that does not break."""
    return ["\xa0" if sign == " " and at % 3 == 0 else sign for at, sign in enumerate(text)]


def with_two_spaces(text: str, _: Names) -> Dressed:
    """Return the text with two spaces for each."""
    return ["  " if sign == " " else sign for sign in text]


def with_marks(text: str, _: Names) -> Dressed:
    """Return the text as posts mark it: names as hashtags, its first line bold, bullets before sentences."""
    found = list(text)
    for match in re.finditer(r"(?<=\b(?:in|of|on) )[A-Z](?=[a-z]{3})", text):
        found[match.start()] = f"#{match[0]}"
    for match in re.finditer(r"\n(?=[A-Z][^\n]*[.!?](?:\n|$))", text):
        found[match.start()] = "\n• "
    end = text.find("\n")
    if end > 0:
        found[0], found[end] = f"**{found[0]}", f"**{found[end]}"
    return found


def with_unseen_signs(text: str, _: Names) -> Dressed:
    """Return the text with a soft hyphen in every long word and a space of no width behind every third space."""
    found = [f"{sign}\u200b" if sign == " " and at % 3 == 0 else sign for at, sign in enumerate(text)]
    for match in re.finditer(r"[a-z]{9,}", text):
        found[match.start() + 4] = f"\u00ad{found[match.start() + 4]}"
    return found


def with_names_of_signs(text: str, _: Names) -> Dressed:
    """Return the text with the names that HTML has of quotation marks and apostrophes."""
    return [{'"': "&quot;", "'": "&#39;", "’": "&rsquo;", "&": "&amp;"}.get(sign, sign) for sign in text]


def with_capitals(text: str, _: Names) -> Dressed:
    """Return the text with its first line in capitals."""
    end = text.find("\n")
    return [sign.upper() if at < end and len(sign.upper()) == 1 else sign for at, sign in enumerate(text)]


def with_glued_headline(text: str, _: Names) -> Dressed:
    """Return the text with its first line, and a dateline behind it, in one line with what follows."""
    found = list(text)
    head = _HEAD.match(text)
    for blank in _BLANK.finditer(head[0]) if head else ():
        found[blank.start() : blank.end()] = [" ", *[""] * (len(blank[0]) - 1)]
    return found


def all_in_capitals(text: str, _: Names) -> Dressed:
    """Return the text all in capitals."""
    return [sign.upper() if len(sign.upper()) == 1 else sign for sign in text]


def all_in_small_letters(text: str, _: Names) -> Dressed:
    """Return the text all in small letters."""
    return [sign.lower() if len(sign.lower()) == 1 else sign for sign in text]


def with_other_names(text: str, names: Names) -> Dressed:
    """Return the text with other names."""
    found = list(text)
    if names:
        longest_first = sorted(names, key=len, reverse=True)
        pattern = rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, longest_first))})(?![A-Za-z])"
        for match in re.finditer(pattern, text):
            found[match.start() : match.end()] = [names[match[0]], *[""] * (len(match[0]) - 1)]
    return found


DRESSES: dict[str, Dress] = {
    "as it is": as_it_is,
    f"lines of {_WIDTH}": in_lines,
    "hard spaces": with_hard_spaces,
    "two spaces": with_two_spaces,
    "marks of posts": with_marks,
    "signs that nobody sees": with_unseen_signs,
    "HTML's names of signs": with_names_of_signs,
    "headline in capitals": with_capitals,
    "headline glued to report": with_glued_headline,
    "all in capitals": all_in_capitals,
    "all in small letters": all_in_small_letters,
    "towns that nobody knows": with_other_names,
}


def dressed(report: Labelled, dress: Dress) -> Labelled:
    """Return a labelled report in another dress, its labels moved along."""
    names = _made_up(report) if dress is with_other_names else {}
    signs = dress(report.text, names)
    text, places = "".join(signs), [0, *accumulate(map(len, signs))]

    def label(old: Label) -> Label:
        first = old["start"] if "start" in old else report.text.index(old["quote"])
        start, end = places[first], places[first + len(old["quote"])]
        told = {field: ["".join(with_other_names(name, names)) for name in old[field]] for field in _NAMING}
        return old | told | {"quote": text[start:end], "start": start, "end": end}

    return replace(report, text=text, labels=tuple(map(label, report.labels)))


def _made_up(report: Labelled) -> dict[str, str]:
    """Return a new name for every name of a town in a report: one for all spellings of a town."""
    chance = random.Random(report.name)  # noqa: S311  # names, no secret
    told = {toponym.name for passage in toponyms(document_read(report), gazetteer()) for toponym in passage}
    told |= {name for label in report.labels for name in label["where"][:1] if len(name) >= _SHORTEST}
    towns: dict[str, str] = {}
    names = {}
    for name in sorted(told):
        known = gazetteer().find(name)
        if known and _is_town(known) and _is_town(gazetteer().find(known[0].name)):
            names[name] = towns.setdefault(known[0].id, _invented(chance))
    return names


def _is_town(known: Sequence[Place]) -> bool:
    """Say whether what a gazetteer knows of a name is a town, and nothing larger in the same country."""
    return all(place.kind is PlaceKind.SETTLEMENT for place in known[:3] if place.country == known[0].country)


def _invented(chance: random.Random) -> str:
    """Return a name that the gazetteer does not know."""
    while True:
        name = chance.choice(_HEADS) + "".join(map(chance.choice, _SYLLABLES))
        if not gazetteer().find(name):
            return name


def _read(reports: Iterable[Labelled]) -> Iterator[Read]:
    for report in reports:
        mine = labels(reading_of(report.name, report.text, report.publisher, report.published).claims)
        yield Read(report, tuple(dict(label) for label in mine))


def main() -> None:
    """Print how many claims are right at their core and as a record, and how many places, in each dress."""
    for collection in _COLLECTIONS:
        reports = [one for one in labelled(collection, kinds=KINDS) if not one.aside]
        for name, dress in DRESSES.items():
            told = scored(_read(dressed(report, dress) for report in reports))
            print(f"{collection:<7}{name:<25}", end="")
            for kind in ("harm", "attack"):
                core, record = told.scores[kind]["core"].f1, told.scores[kind]["record"].f1
                print(
                    f"{kind} core {core:5.1f} record {record:5.1f} place {told.fields[kind]['place']:5.1f}   ", end=""
                )
            print()


if __name__ == "__main__":
    main()
