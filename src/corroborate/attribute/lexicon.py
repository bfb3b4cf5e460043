"""The words of attribution, as the data files beside this module list them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from corroborate.errors import InvariantError
from corroborate.model.source import SourceKind

_NONE = "-"  # in a table: there is no such form


class CueKind(StrEnum):
    """What a verb of attribution does."""

    SAY = "say"
    TELL = "tell"
    REPORT = "report"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    ACCUSE = "accuse"
    DOCUMENT = "document"
    SEE = "see"
    QUOTE = "quote"
    SHOW = "show"
    ACT = "act"


class Form(StrEnum):
    """The form in which a verb stands."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    GERUND = "gerund"


class Reach(StrEnum):
    """What a hedging word marks (see hedges.tsv)."""

    NEXT = "next"
    CLAUSE = "clause"
    AUTHOR = "author"
    AFTER = "after"
    BEFORE = "before"
    SUBJECT = "subject"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb that attributes."""

    lemma: str
    kind: CueKind
    strong: bool
    form: Form


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that a source may be called by; `group` says how it is resolved."""

    noun: str
    kind: SourceKind
    group: str
    plural: bool


@dataclass(frozen=True, slots=True)
class HedgeWords:
    """A run of words that hedges; `accusation` where it hedges what somebody is accused of, though not the blame."""

    id: str
    words: tuple[str, ...]
    reach: Reach
    accusation: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of this stage; folded words."""

    verbs: dict[str, Verb]
    heads: dict[str, Head]
    roles: frozenset[str]
    modifiers: frozenset[str]
    adverbs: frozenset[str]
    carries: dict[str, tuple[tuple[str, ...], ...]]
    hedges: dict[str, tuple[HedgeWords, ...]]


def rows(name: str) -> list[list[str]]:
    """Return the rows of a data file, comments and empty lines left out, each split at its tabs."""
    text = files("corroborate.attribute").joinpath("data", name).read_text(encoding="utf-8")
    return [
        [cell.strip() for cell in line.split("\t")] for line in text.splitlines() if line.strip() and line[0] != "#"
    ]


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of word_classes.tsv."""
    return next(frozenset(row[1].split()) for row in rows("word_classes.tsv") if row[0] == name)


@cache
def lexicon() -> Lexicon:
    """Return the word lists, read once."""
    return Lexicon(
        verbs=_verbs(),
        heads=_heads(),
        roles=frozenset(row[0] for row in rows("roles.tsv")),
        modifiers=frozenset(row[0] for row in rows("modifiers.tsv")),
        adverbs=frozenset(row[0] for row in rows("adverbs.tsv")),
        carries=_carries(),
        hedges=_hedges(),
    )


def _verbs() -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for row in rows("cues.tsv"):
        lemma, kind, strength, third, past, participle, gerund = row[:7]
        if strength not in ("strong", "weak"):
            raise InvariantError(f"cues.tsv: {lemma}: strength is strong or weak, not {strength!r}")
        for word, form in (
            (gerund, Form.GERUND),
            (lemma, Form.BASE),
            (third, Form.THIRD),
            (participle, Form.PAST),
            (past, Form.PAST),
        ):
            verbs[word] = Verb(lemma, CueKind(kind), strength == "strong", form)
    return verbs


def _heads() -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for noun, plural, kind, group in (row[:4] for row in rows("heads.tsv")):
        heads[noun] = Head(noun, SourceKind(kind), group, plural=False)
        if plural != _NONE:
            heads[plural] = Head(noun, SourceKind(kind), group, plural=True)
    return heads


def _carries() -> dict[str, tuple[tuple[str, ...], ...]]:
    openings: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("carry.tsv"):
        words = tuple(row[0].split())
        openings.setdefault(words[0], []).append(words)
    return {first: tuple(found) for first, found in openings.items()}


def _hedges() -> dict[str, tuple[HedgeWords, ...]]:
    hedges: dict[str, list[HedgeWords]] = {}
    for row in rows("hedges.tsv"):
        accusation = row[-1].startswith("accusation")
        for words in row[1].split("|"):
            run = tuple(words.split())
            hedges.setdefault(run[0], []).append(HedgeWords(row[0], run, Reach(row[2]), accusation))
    return {first: tuple(sorted(found, key=lambda hedge: -len(hedge.words))) for first, found in hedges.items()}
