"""The stage as a whole: passage by passage, with what one passage leaves open filled from the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.extract import (
    actors,
    attack_mentions,
    being,
    checking,
    context,
    damage,
    force,
    groups,
    harm_means,
    lists,
    parties,
    persons,
    replying,
    responsibility,
)
from corroborate.extract.authors import Doers
from corroborate.extract.cast import Cast
from corroborate.extract.chunking import units
from corroborate.extract.copies import Copies
from corroborate.extract.drafting import Draft
from corroborate.extract.harm import drafts
from corroborate.extract.inheritance import inherited
from corroborate.extract.line import Line
from corroborate.extract.mishaps import without_mishaps
from corroborate.extract.parts import inherits, with_parts
from corroborate.extract.past import Past
from corroborate.extract.placing import Found, Placed, Scene
from corroborate.extract.shares import with_additions, with_those_among
from corroborate.extract.switches import NONE_OFF, is_on
from corroborate.extract.triage import stirs
from corroborate.extract.units import Unit
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.document import Document, Passage, PassageKind, words_in
from corroborate.model.ids import MentionId
from corroborate.model.issue import Issue
from corroborate.model.mention import Attack, Blame, Content, Damage, Harm, Mention, Stance, Verification
from corroborate.model.span import Span


def extract(document: Document, *, without: frozenset[str] = NONE_OFF) -> tuple[tuple[Mention, ...], tuple[Issue, ...]]:
    """Return what the words of a document say, in text order, and the doubts met on the way.

    `without` names rules that are switched off, by their ids: "H03", "A02".
    """
    found = placed_mentions(document, without=without)
    headlines = frozenset(one.mention.id for one in found.mentions if one.scene.headline)
    lent = inherited(found.mentions, found.echoes, doubted=found.is_doubted)
    return with_additions(lent, headlines), ()


def placed_mentions(document: Document, *, without: frozenset[str] = NONE_OFF) -> Found:
    """Return what the words of a document say by themselves; `without` as for `extract`."""
    mentions: list[Placed] = []
    told: list[context.Told] = []
    scenes: dict[int, Scene] = {}
    memory = _Memory.of(document, without)
    for index, passage in _fresh(document):
        if not (memory.awaits(passage) or stirs(passage)):
            memory.pass_over(passage)
            continue
        memory.past.recall()
        line = Line(units(passage), passage)
        doers = memory.doers(line, document.plain)
        answers = replying.Answers(document, line)
        said = answers.beside(_mentions(line, memory, doers))
        mentions.extend(Placed(mention, index) for mention in said if is_on(mention.rule, without))
        offered = attack_mentions.offered(document, index, line, doers)
        told.extend(one for one in offered if is_on(one.mention.rule, without) and not answers.take_back(one.mention))
        memory.past.hear(line)
        scenes[index] = attack_mentions.scene(passage, line)
    copied = Copies(document)
    told = [one for one in told if not copied.hold(one.mention)]
    attacks, echoes = context.settled(told)
    mentions.extend(attacks)
    fresh = [_as_it_ended(one, memory.known) for one in mentions if not copied.hold(one.mention)]
    fresh.sort(key=lambda one: (one.mention.span.start, one.mention.span.end))
    fresh = list(without_mishaps(_said_once(fresh, document), document))
    full = _Fullest([*(one.mention for one in fresh), *(one.mention for one in told)], document)
    mentioned = with_those_among([_verbatim(full.mention(one.mention), document.text) for one in fresh])
    placed = [Placed(mention, one.passage, scenes[one.passage]) for mention, one in zip(mentioned, fresh, strict=True)]
    return Found(placed, echoes, any(scene.doubted for scene in scenes.values()))


def _as_it_ended(one: Placed, known: persons.Persons) -> Placed:
    outcome = known.outcome(one.mention)
    return one if outcome is one.mention else replace(one, mention=outcome)


def _verbatim(mention: Mention, text: str) -> Mention:
    """Return a mention with its words as the text has them: the white space in them may be a line's end."""
    if mention.span.holds_in(text) and mention.trigger.holds_in(text):
        return mention
    span, trigger = (Span.cut(text, old.start, old.end) for old in (mention.span, mention.trigger))
    return replace(mention, span=span, trigger=trigger)


def attacks_offered(document: Document) -> list[context.Told]:
    """Return every attack that the words of a document may tell, before they are weighed."""
    told: list[context.Told] = []
    memory = _Memory.of(document, NONE_OFF)
    for index, passage in _fresh(document):
        if stirs(passage):
            line = Line(units(passage), passage)
            doers = memory.doers(line, document.plain)
            told.extend(attack_mentions.offered(document, index, line, doers))
            memory.past.hear(line)
    copied = Copies(document)
    return [one for one in told if not copied.hold(one.mention)]


def _fresh(document: Document) -> Iterator[tuple[int, Passage]]:
    """Yield the passages of the report itself; a sentence that stands twice word for word at its first place."""
    told: set[str] = set()
    for index, passage in enumerate(document.passages):
        words = document.plain[passage.start : passage.end].lower()
        if passage.kind is not PassageKind.ASIDE and words not in told:
            told.add(words)
            yield index, passage


def _said_once(placed: Sequence[Placed], document: Document) -> Iterator[Placed]:
    """Yield mentions but for harm and force that are said again in the same words up to the end of its sentence.

    Pages print their lead twice, with other words before it; what another source is added to is told anew.
    """
    said: dict[tuple[str, Content], int] = {}
    for one in placed:
        mention = one.mention
        words = document.plain[mention.span.start : document.passages[one.passage].end]
        again = said.setdefault((words, mention.content), mention.span.start) != mention.span.start
        if not (again and isinstance(mention.content, Harm | Attack) and len(words) >= _SAME):
            yield one


_SAME = 50  # characters: eight words or so are no chance


class _Fullest:
    """The fullest forms that a report gives of the authors in it, each sought once."""

    def __init__(self, mentions: Sequence[Mention], document: Document) -> None:
        """Take the authors whom mentions name, in text order; of very many the first."""
        ordered = sorted(mentions, key=lambda mention: mention.span.start)
        self._told = [(one.span.start, name) for one in ordered for name in one.by][:_MOST_TOLD]
        self._names = tuple(dict.fromkeys(name for _, name in self._told))[:_MOST_NAMES]
        self._text = words_in(document.plain, 0, document.passages[-1].end) if document.passages else ""
        self._known: dict[str, str] = {}
        self._ending: dict[str, list[str]] = {}
        for name in self._names:
            self._ending.setdefault(_last_word(name), []).append(name)

    def mention(self, mention: Mention) -> Mention:
        """Return a mention with its authors in their fullest form."""
        told = (name for name in mention.by if actors.is_said_of_some(name, self._names))
        by = tuple(dict.fromkeys(self._full(self._meant(name, mention.span.start)) for name in told))
        if isinstance(mention.content, Blame) and mention.content.actor:
            alike = self._ending.get(_last_word(mention.content.actor), ())
            full = actors.fullest(mention.content.actor, alike, self._text)
            full = full if full in self._text else mention.content.actor
            return replace(mention, by=by, content=replace(mention.content, actor=full))
        return mention if by == mention.by else replace(mention, by=by)

    def _meant(self, name: str, at: int) -> str:
        """Return the doers told nearest whom an adjective that judges can mean; any other name as it is."""
        if not actors.is_judging(name):
            return name
        meant = (told for told in self._told if actors.is_meant_by(name, told[1]))
        return min(meant, key=lambda told: abs(told[0] - at), default=(at, name))[1]

    def _full(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = actors.fullest(name, self._names, self._text)
        return self._known[name]


def _last_word(name: str) -> str:
    return name.casefold().rpartition(" ")[2]


_TOTALS = frozenset(("H07-toll", "H15-number-of"))
_QUOTES = frozenset(("“", '"', "``", "‘"))
_MOST_TOLD = 2_000  # times that a report names an author: those of a long one
_MOST_NAMES = 200  # authors of a report among whose names fuller ones are sought; the most of a measured one are 13


@dataclass(slots=True)
class _Memory:
    """What one passage leaves to the next: whom it names, the harm it told last, a list that is open.

    And which rules are off.
    """

    without: frozenset[str]
    known: persons.Persons
    past: Past
    told: tuple[lists.OpenList, ...] = ()
    listing: lists.OpenList | None = None
    recent: Effect | None = None

    @classmethod
    def of(cls, document: Document, without: frozenset[str]) -> "_Memory":
        """Begin a report."""
        known = persons.Persons(document)
        return cls(without, known, Past(document.plain, known))

    def doers(self, line: Line, text: str) -> Doers:
        """Return the units of a passage to be asked for authors, with whom the passages before named.

        Of whom somebody speaks ("“They killed …”, he said") is a party that did something, not one that only spoke.
        """
        quoted = bool(line.tokens) and line.tokens[0].text in _QUOTES
        before = self.past.acting if quoted else self.past.party
        return Doers(Cast(line.units, line.tokens, text, before, self.past.groups))

    def awaits(self, passage: Passage) -> bool:
        """Say whether a passage may be an item of an open list, open one, or tell who those harmed before it were."""
        listed = self.listing is not None or (bool(self.told) and passage.tokens[-1].text == ":")
        return listed or (self.recent is not None and being.may_tell_of_them(passage))

    def pass_over(self, passage: Passage) -> None:
        """Take leave of a passage that tells nothing."""
        self.past.pass_over(passage)
        self.recent = None


def _mentions(line: Line, memory: _Memory, doers: Doers) -> list[Mention]:
    text = doers.cast.text
    return [
        *_harm(line, memory, doers),
        *_damage(line, doers),
        *_blames(text, line, memory),
        *_checks(text, line),
    ]


def _damage(line: Line, doers: Doers) -> Iterator[Mention]:
    for draft in damage.drafts(line):
        span = _span(doers.cast.text, line, draft.first, draft.last)
        trigger = _span(doers.cast.text, line, draft.trigger, draft.trigger + 1)
        by = doers.of(draft.trigger)
        weapons = harm_means.of_doer(line.units, draft.trigger)
        yield Mention(span, Damage(draft.object, draft.count), trigger, draft.rule, by, weapons)


def _blames(text: str, line: Line, memory: _Memory) -> Iterator[Mention]:
    for draft in responsibility.blames(line):
        span = _span(text, line, draft.first, draft.last)
        trigger = _span(text, line, draft.trigger, draft.trigger + 1)
        about = _span(text, line, *draft.about).quote if draft.about else None
        told = [draft.first, draft.last, *(draft.about or ())]
        weapons = force.weapons_in(line.units, min(told), max(told))
        if draft.actor is None:
            yield Mention(span, Blame("", draft.stance, about), trigger, draft.rule, (), weapons)
            continue
        own = draft.stance is not Stance.ACCUSED
        heard = parties.Heard(memory.past.named, memory.known.accused, memory.known.harmed)
        name = parties.actor_name(line, draft.actor, text, heard, own=own)
        by = (name,) if name and draft.stance is not Stance.DENIED else ()
        mention = Mention(span, Blame(name, draft.stance, about), trigger, draft.rule, by, weapons)
        if not own:
            who = persons.name_of(line.units, draft.actor[0], line.tokens)
            memory.known.accuse(who, mention, unnamed=parties.is_unnamed(line, draft.actor))
        yield mention


def _checks(text: str, line: Line) -> Iterator[Mention]:
    for draft in checking.checks(line):
        span = _span(text, line, draft.first, draft.last)
        trigger = _span(text, line, draft.trigger, draft.trigger + 1)
        about = _span(text, line, *draft.about).quote if draft.about else None
        yield Mention(span, Verification(draft.status, about), trigger, draft.rule)


def _harm(line: Line, memory: _Memory, doers: Doers) -> Iterator[Mention]:
    parsed = line.units
    found = drafts(line, memory.without)
    listing = memory.listing if is_on(lists.RULE, memory.without) else None
    listed = [] if found or listing is None else list(lists.items(parsed, listing))
    found = with_parts(parsed, found or listed or list(being.of_them(parsed, memory.recent)))
    bulleted = lists.is_behind_bullet(doers.cast.text, line.passage.start)
    is_item = bool(listed) or lists.is_item(parsed, bulleted=bulleted)
    people = lists.labelled(parsed, bulleted=bulleted) or (memory.listing.people if memory.listing else None)
    trigger, alone = -1, False
    ids: list[MentionId] = []
    for one in found:
        draft, name = _identified(one, line, memory)
        if draft.inherits and people is None and draft.more and memory.told:
            people = lists.carried(memory.told)
        total = draft.rule in _TOTALS  # "a boy died, bringing |the toll| to 40"
        others = draft.more or total or (alone and draft.count != Count.exactly(1))  # "kills a woman, wounds 25"
        narrow = people in (People.WOMEN, People.MEN, People.CHILDREN) and others
        if draft.inherits and people is not None and not narrow:
            draft = inherits(draft, people)
        if not draft.inherits and draft.whole is None:
            mixed = draft.trigger == trigger and people not in (None, draft.people)
            people, trigger = People.PEOPLE if mixed else draft.people, draft.trigger
            alone = draft.count == Count.exactly(1)
        mention = _mention(line, doers, draft, ids)
        if is_item and draft.whole is None and listing is not None and listing.holds(draft):
            mention = replace(mention, part_of=listing.whole)
        if draft.whole is None:
            memory.told = (*memory.told[-8:], lists.OpenList(draft.effect, draft.people, draft.count, mention.id))
        ids.append(mention.id)
        memory.known.tell(name, mention, shot=parsed[draft.trigger].lemma == "shoot")
        yield mention
    memory.recent = found[-1].effect if found else None
    if lists.opens(parsed):
        memory.listing = lists.announced(parsed, memory.told)
    elif not is_item:
        memory.listing = None


def _identified(draft: Draft, line: Line, memory: _Memory) -> tuple[Draft, persons.Name | None]:
    """Return the draft with the group of the person whom a pronoun or a name in it stands for, and their name."""
    if draft.inherits and (pronoun := _pronoun(line.units, draft)) is not None:
        word = line.word(pronoun)
        person = persons.meant(line.units, pronoun, line.tokens, memory.known, word) or memory.past.person(word)
        return inherits(draft, person.people), person.name
    name = None if draft.group is None else persons.name_of(line.units, draft.group, line.tokens)
    if name is None or draft.people is not People.PEOPLE:
        return draft, name
    return replace(draft, people=memory.known.who(name) or draft.people), name


def _pronoun(parsed: tuple[Unit, ...], draft: Draft) -> int | None:
    """Return the index of the pronoun for a person in a draft, None where it has none."""
    inside = range(draft.first, draft.last)
    return next((at for at in inside if parsed[at].pronoun and parsed[at].word in groups.PERSON), None)


def _mention(line: Line, doers: Doers, draft: Draft, ids: list[MentionId]) -> Mention:
    span = _span(doers.cast.text, line, draft.first, draft.last)
    trigger = _span(doers.cast.text, line, draft.trigger, draft.trigger + 1)
    content = Harm(draft.effect, draft.people, draft.count)
    whole = ids[draft.whole] if draft.whole is not None and draft.whole < len(ids) else None
    weapons = harm_means.weapons_of(line.units, draft)
    return Mention(span, content, trigger, draft.rule, doers.of(draft.trigger), weapons, whole)


def _span(text: str, line: Line, first: int, last: int) -> Span:
    tokens, parsed = line.tokens, line.units
    return Span.cut(text, tokens[parsed[first].first].start, tokens[parsed[last - 1].last - 1].end)
