"""What speaks for and against each author that a report tells, as seen from a mention that tells none itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from corroborate.extract import author_signs, opponents
from corroborate.extract.arms import is_toll
from corroborate.extract.author_signs import Methods, fit, harms_own
from corroborate.extract.lending import Report
from corroborate.extract.placing import Placed
from corroborate.model.casualty import Count, People
from corroborate.model.mention import Attack, Blame, Damage, Harm, Method
from corroborate.model.party import party_of
from corroborate.model.passing import passing

STEPS = ("stays", "changes", "enters-nobody", "leaves-nobody", "stays-nobody")
Names = tuple[str, ...]
Party = frozenset[str]  # the parties that the names of an author mean
NOBODY: Party = frozenset()
_OFTEN = 3  # times that the one party of a report is told
_MANY = 3  # parties beyond which their number tells no more
_NEAR = 2  # passages
_FROM_AFAR = frozenset((Method.AIRSTRIKE, Method.MISSILE_STRIKE, Method.DRONE_ATTACK, Method.SHELLING))  # told as one
_UNFIT = 1_000  # passages: a telling of other force counts for farther than any other
_MOST_PARTIES = 12  # authors of a stretch that are weighed, those told most; the most of a measured report are 13


@passing
class Candidate:
    """An author that a mention may have: its party, its names as told nearest, what speaks for and against it."""

    party: Party
    names: Names
    features: Sequence[str]


@passing
class _Telling:
    """A mention that tells an author, and the methods that force has there."""

    one: Placed
    methods: Methods


class Evidence:
    """What a report, or a stretch of one, tells of attacks, authors and tolls, before any mention is looked at."""

    def __init__(self, placed: Sequence[Placed], echoes: Sequence[Placed] = (), *, doubted: bool = False) -> None:
        """Take in the mentions in text order, and the attacks that only repeat one.

        `doubted` says that the report leaves open whose an attack was.
        """
        self.mentions = [one for one in placed if isinstance(one.mention.content, Harm | Attack | Damage)]
        rules = Report(placed, doubted=doubted)
        self._force, self._long, self._is_unowned = rules.force, rules.of_long, rules.unowned
        self._echoed = author_signs.Force(echoes)
        self._told = self._tellings(placed)
        self._headlines = frozenset(
            party for party, told in self._told.items() if any(telling.one.scene.headline for telling in told)
        )
        self._tolls = _tolls(self._told)
        opinions = [(one.mention.id, rules.opinion(one)) for one in self.mentions]
        self._opinions = {mention: (opinion.rule, party_named(opinion.names)) for mention, opinion in opinions}
        self._opposed = frozenset(one.mention.by for one in placed if opponents.are_opposed(one))
        self._parties = len(frozenset[str]().union(*self._told))

    def _tellings(self, placed: Sequence[Placed]) -> Mapping[Party, Sequence[_Telling]]:
        """Return the authors told most, each with the mentions that tell it."""
        found: dict[Party, list[_Telling]] = defaultdict(list)
        for one in placed:
            if author_signs.tells_author(one.mention):
                found[party_named(one.mention.by)].append(_Telling(one, self._force.told_by(one)))
        most = sorted(found, key=lambda party: -len(found[party]))[:_MOST_PARTIES]
        return {party: found[party] for party in most}

    def offers(self) -> list[list[Candidate]]:
        """Return for every mention of force, harm or damage who may have done it: its own author, where it tells one.

        Else every author that the report tells, and nobody as the last.
        """
        return [self._offer(one) for one in self.mentions]

    def _offer(self, one: Placed) -> list[Candidate]:
        mention = one.mention
        if mention.by:
            return [Candidate(party_named(mention.by), self._doers(one, mention.by), ())]
        lent = () if author_signs.is_no_event(mention) else list(self._lent(one))
        return [*lent, Candidate(NOBODY, (), list(self._for_nobody(one)))]

    def _lent(self, one: Placed) -> Iterator[Candidate]:
        """Yield every author that the report can lend a mention, as it is told nearest; nobody harms their own."""
        methods = self._force.of(one)
        for party, told in self._told.items():
            lending = [telling for telling in told if _can_lend(telling.one, one) and self._may_fit(one, telling)]
            if not lending:
                continue
            telling = min(lending, key=lambda telling: _farness(one, methods, telling))
            names = self._doers(one, telling.one.mention.by)
            if not harms_own(one, names, self._force.attacks_in(one.passage)):
                yield Candidate(party, names, list(self._for(one, party, telling, methods)))

    def _may_fit(self, one: Placed, telling: _Telling) -> bool:
        """Say whether harm can be of a force told elsewhere, where its own passage only comes back to another.

        "Jets struck a camp on Monday. The embassy bombings in May killed 12": not by whose jets they were.
        """
        back = self._echoed.told_by(one) if isinstance(one.mention.content, Harm) else frozenset[Method]()
        alone = bool(back) and not self._force.attacks_in(one.passage) and telling.one.passage != one.passage
        alike = bool(back & _FROM_AFAR) and bool(telling.methods & _FROM_AFAR)
        return alike or not (alone and fit(back, telling.methods) == "other")

    def _for_nobody(self, one: Placed) -> Iterator[str]:
        yield "nobody"
        rule, ruled = self._opinions[one.mention.id]
        if not ruled:
            yield f"rule.{rule}"
        yield f"nobody.parties.{min(self._parties, _MANY)}"
        if self._is_unowned:
            yield "nobody.unowned"
        if isinstance(one.mention.content, Harm) and one.passage in self._long:
            yield "nobody.of-long"
        for sign in author_signs.signs_of(one):
            yield f"nobody.{sign}"

    def _for(self, one: Placed, party: Party, telling: _Telling, methods: Methods) -> Iterator[str]:
        other, content = telling.one, one.mention.content
        apart = one.passage - other.passage
        zone = _zone(apart)
        rule, ruled = self._opinions[one.mention.id]
        if party == ruled:
            yield f"rule.{rule}"
        if isinstance(other.mention.content, Blame):
            yield f"{other.mention.content.stance.value}.{_place(apart)}"
        else:
            yield f"at.{_place(apart)}"
            if not apart:
                yield "here.before" if other.mention.span.start < one.mention.span.start else "here.after"
        yield f"method.{fit(methods, telling.methods)}.{zone}"
        if self._parties == 1 and len(self._told[party]) >= _OFTEN:
            yield "only"
        if party in self._headlines:
            yield "in-headline"
        if isinstance(content, Harm):
            yield from self._for_harm(one, content, party, telling)

    def _for_harm(self, one: Placed, harm: Harm, party: Party, telling: _Telling) -> Iterator[str]:
        other = telling.one
        if isinstance(other.mention.content, Harm):
            yield f"harm.{_zone(one.passage - other.passage)}"
        told = self._tolls.get(author_signs.toll_of(harm)) if is_toll(harm) else None
        if told:
            yield "toll.same" if party in told else "toll.other"
        if harm.people is People.COMBATANTS:
            yield "harms-combatants"

    def step(self, before: Party, after: Party) -> str:
        """Return what kind of step it is from the author of one mention to that of the next."""
        if not before or not after:
            return "stays-nobody" if before == after else "leaves-nobody" if after else "enters-nobody"
        return "stays" if before <= after or after < before else "changes"

    def manners(self, before: Placed, after: Placed) -> tuple[str, ...]:
        """Return in which manner one mention follows another."""
        return author_signs.manners(before, after, (self._force.told_by(before), self._force.of(after)))

    def _doers(self, one: Placed, names: Names) -> Names:
        """Return those of some names who can have done a harm: of two parties that fought, not that of the harmed."""
        harm = isinstance(one.mention.content, Harm)
        return opponents.doers(names, one.mention.span.quote) if harm and names in self._opposed else names


def party_named(names: Names) -> Party:
    """Return the parties that the names of an author mean."""
    return frozenset(party_of(name).casefold() for name in names)


def _can_lend(other: Placed, one: Placed) -> bool:
    """Say whether one mention can lend another its author.

    Not one that only tells of arrests or rescues, and not who is accused to those who were arrested; not one of what
    goes on at the place ("where rebels fight"), or before a passage that opens with a separate incident.
    """
    setting = one.passage == other.passage and author_signs.is_setting(one, other.mention.span.start)
    before = one.scene.apart and other.passage < one.passage
    accused = isinstance(other.mention.content, Blame) and author_signs.is_arrest(one)
    saved = author_signs.is_rescue(other) and not author_signs.is_rescue(one)
    held = author_signs.is_arrest(other) and author_signs.hurts(one)
    return not (setting or before or accused or saved or held)


def _farness(one: Placed, methods: Methods, telling: _Telling) -> tuple[float, bool, int]:
    """Return how far from a mention an author is told: rather before than behind it, rather by the same force."""
    other = telling.one
    apart = one.passage - other.passage
    unfit = fit(methods, telling.methods) == "other"
    blame = isinstance(other.mention.content, Blame)
    between = abs(other.mention.span.start - one.mention.span.start)
    return (abs(apart) + (apart < 0) / 2 + _UNFIT * unfit, blame, between)


def _place(apart: int) -> str:
    """Return where an author is told, so many passages before a mention: "here", "before.2", "after.far"."""
    if not apart:
        return "here"
    far = next((name for most, name in _PLACES if abs(apart) <= most), "far")
    return f"{'before' if apart > 0 else 'after'}.{far}"


_PLACES = ((1, "1"), (2, "2"), (4, "4"), (9, "9"))


def _zone(apart: int) -> str:
    return "here" if not apart else "near" if abs(apart) <= _NEAR else "away"


def _tolls(told: Mapping[Party, Sequence[_Telling]]) -> Mapping[tuple[str, Count, str], set[Party]]:
    found: dict[tuple[str, Count, str], set[Party]] = defaultdict(set)
    for party, tellings in told.items():
        for telling in tellings:
            content = telling.one.mention.content
            if isinstance(content, Harm) and is_toll(content):
                found[author_signs.toll_of(content)].add(party)
    return found
