"""Claims for tests, made from a few words: everything not said is the plainest."""

from dataclasses import dataclass, replace
from datetime import date

from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, content_id
from corroborate.model.mention import (
    Attack,
    Blame,
    Content,
    Damage,
    DamagedObject,
    Harm,
    Method,
    Stance,
    Status,
    Verification,
    Weapon,
)
from corroborate.model.situation import NOWHERE, Granularity, Interval, Location, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span

_APART, _LONG = 1000, 300  # characters from sentence to sentence of a report made here, and of a sentence


def day(text: str, until: str | None = None) -> Interval:
    """Return a day or a span of days, from ISO dates."""
    start, end = date.fromisoformat(text), date.fromisoformat(until or text)
    return Interval(start, end, Granularity.DAY if start == end else Granularity.DAYS)


def killed(count: Count | int, people: People = People.PEOPLE) -> Harm:
    """Return a harm of killing."""
    return Harm(Effect.KILLED, people, Count.exactly(count) if isinstance(count, int) else count)


def injured(count: Count | int, people: People = People.PEOPLE) -> Harm:
    """Return a harm of injuring."""
    return Harm(Effect.INJURED, people, Count.exactly(count) if isinstance(count, int) else count)


def attack(method: Method = Method.AIRSTRIKE, target: str | None = None) -> Attack:
    """Return a single attack."""
    return Attack(method, Count.exactly(1), target)


def damage(harmed: DamagedObject = DamagedObject.HOSPITAL) -> Damage:
    """Return damage to one thing."""
    return Damage(harmed, Count.exactly(1))


def blame(actor: str, stance: Stance = Stance.ACCUSED, about: str | None = None) -> Blame:
    """Return a statement on responsibility."""
    return Blame(actor, stance, about)


def unverified() -> Verification:
    """Return a statement that something could not be checked."""
    return Verification(Status.UNVERIFIED, "the claims")


@dataclass(frozen=True, slots=True)
class Report:
    """A report in the making: `tell` adds one claim of it."""

    name: str
    publisher: str = "The Gazette"
    published: str = "2018-02-05"

    def tell(  # noqa: PLR0913  # a claim has many sides, and a test names those that it is about
        self,
        content: Content,
        words: str,
        *,
        when: Interval | None = None,
        where: tuple[str, ...] | Location = (),
        sources: tuple[str, ...] = (),
        by: tuple[str, ...] = (),
        weapons: tuple[Weapon, ...] = (),
        sentence: int = 0,
        at: int = 0,
    ) -> Claim:
        """Return a claim that stands at a place of a numbered sentence."""
        document = DocumentId(content_id("doc", self.name))
        start = sentence * _APART
        passage = Span(start, start + _LONG, f"{' ' * at}{words}".ljust(_LONG))
        location = where if isinstance(where, Location) else (Location(where) if where else NOWHERE)
        return Claim(
            id=ClaimId(content_id("claim", self.name, sentence, at, repr(content), repr(sources))),
            document=document,
            span=Span(start + at, start + at + len(words), words),
            passage=passage,
            content=content,
            by=by,
            weapons=weapons,
            situation=Situation(location, when),
            attribution=Attribution(tuple(Source(name, SourceKind.UNNAMED) for name in sources)),
            publisher=self.publisher,
            published=date.fromisoformat(self.published),
            part_of=None,
            rules=("test",),
            maker="test",
        )


def share_of(whole: Claim, part: Claim) -> Claim:
    """Return the part as an explicit share of the whole."""
    return replace(part, part_of=whole.id)
