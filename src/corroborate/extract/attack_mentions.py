"""Drafts of attacks as mentions: cut from the text, with their author and what their passage adds about them."""

from collections.abc import Iterator, Sequence

from corroborate.extract import actors, attacks, force
from corroborate.extract.authors import Doers
from corroborate.extract.context import Told
from corroborate.extract.lexicon import lexicon
from corroborate.extract.line import Line
from corroborate.extract.placing import Scene
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count
from corroborate.model.document import Document, Passage, PassageKind
from corroborate.model.mention import Attack, Mention, Method
from corroborate.model.span import Span

_AROUND = 3  # units behind a draft in which its place may stand
_SHORT = 3  # letters: a shorter capitalised word is rarely a place


def offered(document: Document, index: int, line: Line, doers: Doers) -> Iterator[Told]:
    """Yield every attack that the words of a passage may tell."""
    drafts = attacks.drafts(line)
    if not drafts:
        return
    passage, parsed = document.passages[index], line.units
    days, says = line.said & force.words_of("day"), not line.said.isdisjoint(force.words_of("speech"))
    tolls, told_names = _tolls(parsed), _told_names(passage)
    for draft in drafts:
        span = _cut(document, index, parsed[draft.first : draft.last])
        trigger = _cut(document, index, parsed[draft.trigger : draft.trigger + 1])
        target = None
        if draft.target is not None and not _exploded(parsed, draft, draft.target):
            aimed = _cut(document, index, parsed[draft.target : _end_of_target(parsed, draft.target)])
            target = document.plain[aimed.start : aimed.end]
        by = doers.of(draft.trigger)
        mention = Mention(span, Attack(draft.method, draft.count, target), trigger, draft.rule, by, draft.weapons)
        names = _names(passage, parsed, draft, by)
        aim = _aim(parsed[draft.target]) if draft.target is not None else ""
        yield Told(
            mention,
            index,
            passage.kind,
            draft.signs,
            names,
            draft.word,
            draft.is_aerial,
            days,
            says,
            aim,
            tolls,
            told_names,
        )


def _end_of_target(parsed: tuple[Unit, ...], target: int) -> int:
    """Return the index behind a target, with what a bare number counts: "|three of the posts|"."""
    counts = not parsed[target].word and target + 2 < len(parsed) and parsed[target + 1].word == "of"
    return target + 3 if counts else target + 1


def _exploded(parsed: tuple[Unit, ...], draft: force.AttackDraft, target: int) -> bool:
    """Say whether what stands for a target is the means of a blast: "the explosion of |a bomb|"."""
    return draft.method is Method.BOMBING and draft.rule == "A01-noun" and parsed[target].sense("weapon") is not None


def _cut(document: Document, index: int, units: tuple[Unit, ...]) -> Span:
    tokens = document.passages[index].tokens
    return Span.cut(document.text, tokens[units[0].first].start, tokens[units[-1].last - 1].end)


def _told_names(passage: Passage) -> frozenset[str]:
    """Return the capitalised words of a passage but for its first."""
    return frozenset(token.folded for token in passage.tokens[1:] if token.text[:1].isupper())


def _names(passage: Passage, parsed: tuple[Unit, ...], draft: force.AttackDraft, by: tuple[str, ...]) -> frozenset[str]:
    """Return the capitalised words of a draft and of what follows it at once: places, above all, and no authors."""
    authors = frozenset(word.casefold() for name in by for word in name.split())
    last = min(len(parsed), draft.last + _AROUND)
    tokens = passage.tokens[parsed[draft.first].first : parsed[last - 1].last]
    long = (token for token in tokens if len(token.text) > _SHORT and token is not passage.tokens[0])
    names = frozenset(token.folded for token in long if token.text[0].isupper())
    return frozenset(name for name in names - authors if name not in actors.nationalities())


def _tolls(parsed: tuple[Unit, ...]) -> frozenset[Count]:
    """Return the numbers above one of a passage, by which it can be known for telling of the same event as another."""
    counts = (unit.quantity.count for unit in parsed if unit.quantity is not None and unit.quantity.numeral)
    return frozenset(count for count in counts if (count.low or 0) > 1)


def _aim(unit: Unit) -> str:
    """Return what kind of thing was aimed at: an area, a building, people or a name."""
    thing = unit.sense("object")
    if thing is not None:
        return "area" if thing.detail == "area" else _AIMS.get(thing.value, "thing")
    return "people" if unit.sense("people") else "name" if unit.proper else "noun"


_AIMS = {kind: kind for kind in ("military", "vehicle")} | dict.fromkeys(
    ("hospital", "school", "home", "market", "worship"), "building"
)


def scene(passage: Passage, line: Line) -> Scene:
    """Return a passage as inheritance sees it."""
    folded = line.said
    dated = not _YEARS.isdisjoint(folded)
    measured = "since" in folded and _measures_since(line.folded)
    since = "since" in folded and not measured
    return Scene(
        headline=passage.kind is PassageKind.HEADLINE,
        background=not (force.words_of("war") - ({"since"} if measured else set())).isdisjoint(folded),
        war=not force.words_of("conflict").isdisjoint(folded),
        years=since or dated or "years" in folded or folded >= {"consecutive", "year"},
        year="year" in folded and not folded.isdisjoint(("this", "last", "past")),
        long=since and (dated or not force.words_of("long_since").isdisjoint(folded)),
        settings=tuple(_settings(line)),
        earlier=tuple(_earlier(line)),
        unknown=not folded.isdisjoint(force.words_of("unknown")) and _has_unknown_doer(line.folded),
        doubted="whether" in folded and _doubts_author(line.folded),
        apart=_is_apart(line.folded[:_OPENING]),
        pointing=not folded.isdisjoint(("these", "those", "such")) and folded.isdisjoint(force.words_of("weekday")),
    )


def _earlier(line: Line) -> Iterator[int]:
    """Yield where nouns of force begin that are told for another time: "two days after |a gas attack|"."""
    forced = (at for at, unit in enumerate(line.units) if unit.sense("attack") is not None)
    yield from (line.tokens[line.units[at].first].start for at in forced if force.is_of_other_time(line.units, at))


def _is_apart(opening: Sequence[str]) -> bool:
    """Say whether a passage opens with another event: "In a separate raid …", "In other news …", "Last June …"."""
    other = opening[:2] == ("in", "other") and not _OF_NEWS.isdisjoint(opening[2:])
    return any(word in _APART for word in opening) or opening[:1] == ("last",) or other


_APART = frozenset(("separate", "separately", "unrelated", "ago"))
_OF_NEWS = frozenset(("news", "developments", "actions", "incidents", "events", "reports"))


def _measures_since(words: Sequence[str]) -> bool:
    """Say whether an attack is only measured by what was since: "the |deadliest| attack |since| an October bombing"."""
    return not force.words_of("superlative").isdisjoint(words[: words.index("since")])


def _settings(line: Line) -> Iterator[int]:
    """Yield where clauses begin that tell what goes on there, or went on: "where rebels fight", "since May when"."""
    if not line.said.isdisjoint(_OPENS_SETTING):
        for at, word in enumerate(line.folded):
            since = word == "when" and "since" in line.folded[max(0, at - _SINCE) : at]
            if since or (word == "where" and not _tells_event(line, at)):
                yield line.tokens[at].start


def _tells_event(line: Line, at: int) -> bool:
    """Say whether the verb behind "where" tells what force did once: "where a drone |attacked| a car"."""
    verb = next((unit for unit in line.units if unit.first > at and unit.kind is UnitKind.VERB), None)
    return verb is not None and verb.voice is Voice.BARE and verb.sense("attack-verb") is not None


_OPENS_SETTING = ("where", "when")
_SINCE = 6  # words of "since October 7, 2023, when"
_OPENING = 4  # words in which a passage says that it goes on to another event
_YEARS = frozenset(map(str, range(1900, 2100)))


def _doubts_author(words: Sequence[str]) -> bool:
    """Say whether a passage leaves open whose force it was: "could not say whether the raid was by A or by B"."""
    first = words.index("whether") + 1
    behind = words[first : first + _OF_DOUBT]
    named = [at for at, word in enumerate(behind) if word in actors.nationalities() or actors.is_body(word)]
    either = "or" in behind and bool(named) and named[0] < behind.index("or") < named[-1]
    return either and any("attack" in lexicon().longest((word,), 0)[1].domains for word in behind[: named[0]])


_OF_DOUBT = 20  # words of "whether the strikes had been carried out by jets of the regime or of its ally"


def _has_unknown_doer(words: Sequence[str]) -> bool:
    """Say whether a passage tells of doers whom nobody knows: "unidentified gunmen", "an unknown source"."""
    pairs = ((word, behind) for at, word in enumerate(words) for behind in words[at + 1 : at + 3])
    doers = actors.words_of("nameless") | {"source", "sources", "group", "groups", "party", "armed", "masked", "men"}
    return any(word in force.words_of("unknown") and behind in doers for word, behind in pairs)
