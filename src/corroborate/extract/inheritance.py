"""What a mention takes from the rest of the report: the author and the weapons of the event that it belongs to.

A report tells the author of an event once and goes on about it. A mention without an author of its own has

E01  nobody, where people are told by whom they were lost ("the group lost five fighters")
E02  the author of the whole that it is a share of ("including two children")
E03  the author told nearest in its passage, where the two can be of one method
E04  nobody, where its passage tells of a whole war or a long time ("the war has killed more than 200,000 people")
E05  the author of the same toll told elsewhere ("30 killed": headline and lead)
E06  the author told last in the few passages before, where the two can be of one method
E07  the author told first in the next passages, where a headline stands before all that tell one
E08  the author of the harm told just before it, as in a list
E09  the one party that takes responsibility in the next passages
E10  the one party whose force the report tells, for more of the same method, as in a list of months

Blame of whom the law is after has its actor, and nobody who is said to have done it: that, a court has to find.

Of two parties that fought each other, harm to the people of one is the other's alone (`opponents`).

Where the report says that nobody knows whose an attack was, or that none has claimed it, only E01 to E03 lend; so in
a passage that opens with a separate incident.

Its weapons are those that `Arms` finds, and its own alone where E04 holds.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corroborate.extract import opponents
from corroborate.extract.actors import concerns, words_of
from corroborate.extract.arms import Arms, is_toll
from corroborate.extract.method_choice import author_class
from corroborate.extract.placing import Placed, Scene
from corroborate.extract.shares import is_among
from corroborate.model.casualty import Count, Effect
from corroborate.model.ids import MentionId
from corroborate.model.mention import Attack, Blame, Content, Harm, Mention, Method, Stance, Verification
from corroborate.model.party import party_of
from corroborate.model.passing import passing

_BEFORE = 4  # passages before a mention in which its author may be told; 2, 3, 6 were measured to be no better
_BEHIND = 2  # passages behind a headline in which its author may be told; 1, 3 were measured to be worse
_CLAIM = 2  # passages behind a mention in which somebody may take responsibility for it
_BESIDE = 1  # and in which an attack may tell the method
_OFTEN = 3  # times that the one author of a report is told before it is taken for the author of what follows afar
_GREAT = 5_000  # dead or hurt: more than one event told by itself has
_WAR = 50_000  # dead, hurt or homeless: more than one event has
_SMALL = 10  # dead or hurt: of so few, two events may have as many
_YEARLY = 50  # dead or hurt "this year": more than one event told by itself has
_UNDONE = (Effect.RESCUED, Effect.MISSING)  # what the author of an attack does not do
_AT_LAW = frozenset(  # rules by which somebody is suspected, charged, sought or sentenced
    f"B{rule}"
    for rule in "02-charged 06-suspect 07-faces 34-culprit 39-wanted 42-sentenced 43-warranted 44-serving".split()
)
_UNTOLD = (Stance.DENIED, Stance.UNKNOWN)
Names = tuple[str, ...]


@passing
class _Telling:
    """An author as one mention tells it, and the methods that force has there; `custody` of those who detain people."""

    names: Names
    passage: int
    start: int
    methods: frozenset[Method]
    blame: bool = False
    claim: bool = False
    custody: bool = False


def inherited(placed: Sequence[Placed], echoes: Sequence[Placed] = (), *, doubted: bool = False) -> list[Mention]:
    """Return the mentions in the same order, each with the author and weapons that its event lends it.

    `echoes` are mentions of attacks that only repeat another: no claims, but harm may be tied to its event by one;
    `doubted` says that the report leaves open which of two parties an attack was by.
    """
    report, arms = Report(placed, doubted=doubted), Arms(placed, echoes)
    filled: list[Mention] = []
    wholes: dict[MentionId, Mention] = {}
    for one in placed:
        mention = _filled(one, report, arms)
        whole = wholes.get(mention.part_of) if mention.part_of else None
        if whole is not None and not mention.weapons:
            mention = replace(mention, weapons=whole.weapons)
        wholes[one.mention.id] = mention
        filled.append(mention)
    return arms.shared(placed, filled)


def _filled(one: Placed, report: "Report", arms: Arms) -> Mention:
    mention = one.mention
    if isinstance(mention.content, Verification):
        return mention
    if isinstance(mention.content, Blame):
        by = () if mention.rule in _AT_LAW else mention.by
        return replace(mention, by=by, weapons=arms.of(one))
    by = report.author(one)
    nothing_lent = report.is_of_long(one) and not mention.weapons
    weapons = () if nothing_lent else arms.of(one) or arms.sole(one, by)
    return replace(mention, by=by, weapons=weapons) if (by, weapons) != (mention.by, mention.weapons) else mention


class Report:
    """What a report tells of attacks, authors and tolls by passage; made once a report, asked in text order."""

    def __init__(self, placed: Sequence[Placed], *, doubted: bool = False) -> None:
        """Take in the mentions of a report, in text order, and whether it says that their author is not known."""
        self._attacks: dict[int, list[Placed]] = {}
        self._tolls: dict[tuple[str, Count, str], Names] = {}
        for one in placed:
            content = one.mention.content
            if isinstance(content, Attack):
                self._attacks.setdefault(one.passage, []).append(one)
            if isinstance(content, Harm) and one.mention.by and is_toll(content):
                self._tolls.setdefault(_toll(content), one.mention.by)
        self._told = list(self._tellings(placed))
        self._claims = [one for one in self._told if one.claim]
        self._often = _often(self._told)
        self._passages = [told.passage for told in self._told]
        self._past = _past(placed)
        self._opposed = frozenset(one.mention.by for one in placed if opponents.are_opposed(one))
        self._unowned = doubted or any(_is_unowned(one.mention.content) for one in placed)
        self._given: dict[MentionId, Names] = {}
        self._last: tuple[int, Names] = (-_BEFORE, ())

    def is_of_long(self, one: Placed) -> bool:
        """Say whether a mention is harm of a whole war or a long time, which many events did."""
        return isinstance(one.mention.content, Harm) and one.passage in self._past

    def author(self, one: Placed) -> Names:
        """Return the author of a mention: its own, else the one that the report lends it, by E01 to E10."""
        names, content = one.mention.by or self._lent(one), one.mention.content
        if isinstance(content, Harm) and names in self._opposed:
            names = opponents.doers(names, one.mention.span.quote)
        if names and not one.mention.by and _harms_own(one, names, self._beside_attacks(one)):
            names = ()
        self._given[one.mention.id] = names
        if isinstance(content, Harm) and content.effect is not Effect.DETAINED:
            self._last = (one.passage, names)
        return names

    def _beside_attacks(self, one: Placed) -> str:
        """Return the words of a mention without those of attacks told inside it: "the toll of |their raid|"."""
        span, text, at = one.mention.span, "", 0
        for attack in self._attacks.get(one.passage, ()):
            inner = attack.mention.span
            if span.start + at <= inner.start and inner.end <= span.end:
                text += span.quote[at : inner.start - span.start]
                at = inner.end - span.start
        return text + span.quote[at:]

    def _lent(self, one: Placed) -> Names:
        mention = one.mention
        content = mention.content
        if mention.rule.startswith("H14") or (isinstance(content, Harm) and _is_no_event(content)):
            return ()
        whole = self._given.get(mention.part_of) if mention.part_of else None
        if whole or (whole is not None and not is_among(mention)):
            return whole
        methods = self._methods(one)
        said = [
            told
            for told in self._between(one.passage, one.passage)
            if not (_is_setting(one, told) or (told.custody and _is_hurt(content)))
        ]
        here = self._nearest(one, said, methods)
        if here is not None:
            return here.names
        if one.scene.unknown or one.scene.apart or self._unowned:
            return ()
        if isinstance(content, Harm):
            if one.passage in self._past:
                return ()
            toll = self._tolls.get(_toll(content)) if is_toll(content) else None
            if toll is not None:
                return toll
        return self._from_around(one, methods)

    def _from_around(self, one: Placed, methods: frozenset[Method]) -> Names:
        harm = isinstance(one.mention.content, Harm)
        before = [
            told
            for told in self._between(one.passage - _BEFORE, one.passage - 1)
            if not (told.blame or (told.custody and _is_hurt(one.mention.content)))
        ]
        last = self._nearest(one, before, methods)
        if last is not None:
            return last.names
        if one.scene.headline and bisect_right(self._passages, one.passage) == 0:
            behind = self._between(one.passage + 1, one.passage + _BEHIND)
            first = next((told for told in behind if _fits(methods, told.methods)), None)
            if first is not None:
                return first.names
        near = harm and one.passage - self._last[0] <= 1
        if near and self._last[1]:
            return self._last[1]
        return self._claimed(one) or self._sole(one, methods)

    def _sole(self, one: Placed, methods: frozenset[Method]) -> Names:
        """Return the one party whose force the report tells, for more of its method behind it."""
        if one.scene.background or one.scene.years:
            return ()
        known = (self._often[method] for method in sorted(methods) if method in self._often)
        return next((told.names for told in known if told.start < one.mention.span.start), ())

    def _claimed(self, one: Placed) -> Names:
        """Return the one party that takes responsibility in the passages behind a mention."""
        behind = (c for c in self._claims if 0 <= c.passage - one.passage <= _CLAIM)
        taken = {claim.names for claim in behind}
        return next(iter(taken)) if len(taken) == 1 else ()

    def _tellings(self, placed: Sequence[Placed]) -> Iterator[_Telling]:
        for one in placed:
            content = one.mention.content
            if one.mention.by and not (isinstance(content, Blame) and content.stance in _UNTOLD):
                own = frozenset((content.method,)) if isinstance(content, Attack) else self._methods_in(one.passage)
                stance = content.stance if isinstance(content, Blame) else None
                blame, claim = stance is Stance.ACCUSED, stance is Stance.CLAIMED
                custody = isinstance(content, Harm) and content.effect is Effect.DETAINED
                yield _Telling(one.mention.by, one.passage, one.mention.span.start, own, blame, claim, custody)

    def _between(self, first: int, last: int) -> Sequence[_Telling]:
        """Return the tellings of the passages from one to another, in text order."""
        return self._told[bisect_right(self._passages, first - 1) : bisect_right(self._passages, last)]

    def _nearest(self, one: Placed, told: Sequence[_Telling], methods: frozenset[Method]) -> _Telling | None:
        start = one.mention.span.start
        fitting = (other for other in told if _fits(methods, other.methods))
        return min(fitting, key=lambda o: (one.passage - o.passage, o.blame, abs(o.start - start)), default=None)

    def _methods(self, one: Placed) -> frozenset[Method]:
        """Return the methods of force that a mention can belong to: its own, those of its passage, of one before."""
        content = one.mention.content
        if isinstance(content, Attack):
            return frozenset((content.method,))
        return self._methods_in(one.passage) or self._methods_in(one.passage - _BESIDE)

    def _methods_in(self, passage: int) -> frozenset[Method]:
        here = (one.mention.content for one in self._attacks.get(passage, ()))
        return frozenset(content.method for content in here if isinstance(content, Attack))


def _often(told: Sequence[_Telling]) -> dict[Method, _Telling]:
    """Return by method where its author has been told often, of a report that tells one party's force alone."""
    found: dict[Method, _Telling] = {}
    times = Counter[Method]()
    if len({party_of(name) for one in told for name in one.names}) == 1:
        for one in told:
            times.update(one.methods)
            found |= {method: one for method in one.methods if times[method] == _OFTEN}
    return found


def _is_hurt(content: Content) -> bool:
    """Say whether a mention tells of harm that arrests do not do: "arrested in connection with |the killing|"."""
    return isinstance(content, Harm) and content.effect not in (Effect.DETAINED, Effect.ABDUCTED)


def _is_unowned(content: Content) -> bool:
    """Say whether a mention tells that nobody has taken responsibility, or that nobody knows whose it is."""
    return isinstance(content, Blame) and content.stance is Stance.UNKNOWN


def _toll(harm: Harm) -> tuple[str, Count, str]:
    """Return by what a toll is known again: small ones by whom they count, too."""
    small = (harm.count.low or harm.count.high or 0) < _SMALL
    return harm.effect, harm.count, harm.people if small else ""


def _is_setting(one: Placed, told: _Telling) -> bool:
    """Say whether an author is told only of what goes on where the mention took place ("where rebels fight")."""
    return any(one.mention.span.start < place < told.start for place in one.scene.settings)


def _harms_own(one: Placed, names: Names, said: str) -> bool:
    """Say whether the words of harm tell that an author's own people suffered it."""
    if not isinstance(one.mention.content, Harm):
        return False
    said = said.partition(" by ")[0]  # "he was seized |by rebels| and killed"
    militants = not words_of("militant").isdisjoint(said.casefold().split())
    return any(concerns(name, said) or (militants and author_class(name) == "extremist") for name in names)


def _fits(mine: frozenset[Method], its: frozenset[Method]) -> bool:
    """Say whether two can be of one event, as far as their methods tell."""
    return not mine or not its or bool(mine & its) or Method.OTHER in mine | its


def _past(placed: Sequence[Placed]) -> frozenset[int]:
    """Return the passages that tell of a whole war or a long time, and those that go on about "these attacks"."""
    found: set[int] = set()
    for one in placed:
        goes_on = one.scene.pointing and one.passage - 1 in found
        if goes_on or (isinstance(one.mention.content, Harm) and _is_past(one.scene, one.mention.content)):
            found.add(one.passage)
    return frozenset(found)


def _is_no_event(harm: Harm) -> bool:
    """Say whether harm is none that an attack does, or more than any one does."""
    return harm.effect in _UNDONE or (harm.count.low or harm.count.high or 0) >= _WAR


def _is_past(scene: Scene, harm: Harm) -> bool:
    most = harm.count.low or harm.count.high or 0
    great = most >= _GREAT and (scene.war or scene.years)
    return scene.long or great or (scene.war and scene.years) or (scene.year and most >= _YEARLY)
