"""What a mention itself, its way to the next and whom it harms say of who did it, as signs with weights."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from corroborate.extract.actors import concerns, words_of
from corroborate.extract.method_choice import author_class
from corroborate.extract.placing import Placed
from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.mention import Attack, Blame, Content, Harm, Mention, Method, Stance
from corroborate.model.span import Span

_HELD = (Effect.DETAINED, Effect.ABDUCTED)
_UNTOLD = (Stance.DENIED, Stance.UNKNOWN)
_UNDONE = (Effect.RESCUED, Effect.MISSING)
_LOST = "H14"  # the rule of people whom a party lost: to whom, it does not tell
_SMALL = 10  # dead or hurt: of so few, two events may have as many
_SCENES = ("background", "headline", "war", "years", "year", "long", "pointing", "unknown", "apart")
_VAST, _THOUSANDS = 50_000, 1_000  # dead, hurt or homeless: more than one event has; more than most have
_FEW = 3  # passages
_JOINT, _CLOSE = 6, 40  # characters: of ", and "; of a clause
Methods = frozenset[Method]


class Force:
    """The attacks of a report, or of a stretch of one, by passage, and by what methods of force they were."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        """Take in the mentions of a report."""
        self._attacks: dict[int, list[Placed]] = defaultdict(list)
        for one in placed:
            if isinstance(one.mention.content, Attack):
                self._attacks[one.passage].append(one)

    def attacks_in(self, passage: int) -> Sequence[Placed]:
        """Return the attacks of a passage."""
        return self._attacks.get(passage, ())

    def told_by(self, one: Placed) -> Methods:
        """Return the methods of force that a mention tells: its own, else those of its passage."""
        content = one.mention.content
        return frozenset((content.method,)) if isinstance(content, Attack) else self._methods_in(one.passage)

    def of(self, one: Placed) -> Methods:
        """Return the methods of force that a mention can belong to: those told, else those of the passage before."""
        return self.told_by(one) or self._methods_in(one.passage - 1)

    def _methods_in(self, passage: int) -> Methods:
        here = (one.mention.content for one in self.attacks_in(passage))
        return frozenset(content.method for content in here if isinstance(content, Attack))


def is_setting(one: Placed, place: int) -> bool:
    """Say whether what stands at a place of a mention's passage only goes on where that took place.

    ("where rebels fight".)
    """
    return any(one.mention.span.start < clause < place for clause in one.scene.settings)


def signs_of(one: Placed) -> Iterator[str]:
    """Yield what a mention says of whether anybody is told to have done it: its passage, its kind, whom it counts."""
    content = one.mention.content
    yield from (name for name in _SCENES if getattr(one.scene, name))
    yield one.mention.kind.value
    if isinstance(content, Attack):
        yield f"method.{content.method.value}"
    if isinstance(content, Harm):
        yield f"effect.{content.effect.value}"
        most = content.count.low or content.count.high or 0
        if most >= _THOUSANDS:
            yield "thousands"
        if content.count.qualifier is Qualifier.NONE:
            yield "no-one"
        if content.people is People.COMBATANTS:
            yield "combatants"


def manners(before: Placed, after: Placed, methods: tuple[Methods, Methods]) -> tuple[str, ...]:
    """Return how one mention follows another: so many passages on, of which kinds, with methods that fit or not."""
    apart = after.passage - before.passage
    found = [away(apart), f"{away(apart)}.{before.mention.kind.value}.{after.mention.kind.value}"]
    found.append(f"method.{fit(*methods)}")
    if after.mention.part_of == before.mention.id:
        found.append("share")
    if after.scene.apart:
        found.append("apart")
    if is_arrest(before):
        found.append("custody")
    if apart and before.scene.headline:
        found.append("from-headline")
    if not apart:
        found.append(_nearness(before.mention.span, after.mention.span))
    return tuple(found)


def away(passages: int) -> str:
    """Return how many passages on something is told: "here", "1", "few", "far"."""
    return "here" if not passages else "1" if passages == 1 else "few" if passages <= _FEW else "far"


def _nearness(first: Span, second: Span) -> str:
    gap = max(second.start - first.end, first.start - second.end)
    return "joined" if gap <= _JOINT else "close" if gap <= _CLOSE else "loose"


def fit(mine: Methods, its: Methods) -> str:
    """Return whether two can be of one event, as far as their methods tell: "same", "open", "other"."""
    if mine & its:
        return "same"
    return "open" if not mine or not its or Method.OTHER in mine | its else "other"


def is_arrest(one: Placed) -> bool:
    """Say whether a mention tells that people were arrested."""
    return isinstance(one.mention.content, Harm) and one.mention.content.effect is Effect.DETAINED


def is_rescue(one: Placed) -> bool:
    """Say whether a mention tells that people were rescued."""
    return isinstance(one.mention.content, Harm) and one.mention.content.effect is Effect.RESCUED


def toll_of(harm: Harm) -> tuple[str, Count, str]:
    """Return by what a toll is known again: small ones by whom they count, too."""
    small = (harm.count.low or harm.count.high or 0) < _SMALL
    return harm.effect, harm.count, harm.people if small else ""


def tells_author(mention: Mention) -> bool:
    """Say whether a mention tells who did something; whoever denies it, did not."""
    content = mention.content
    return bool(mention.by) and not (isinstance(content, Blame) and content.stance in _UNTOLD)


def is_unowned(content: Content) -> bool:
    """Say whether a mention tells that nobody has taken responsibility, or that nobody knows whose it is."""
    return isinstance(content, Blame) and content.stance is Stance.UNKNOWN


def hurts(one: Placed) -> bool:
    """Say whether a mention tells harm that arrests do not do: "arrested in connection with |the killing|"."""
    return isinstance(one.mention.content, Harm) and one.mention.content.effect not in _HELD


def is_no_event(mention: Mention) -> bool:
    """Say whether a mention tells harm that has no author: none that an attack does, or more than any one does.

    Nor do those whom a party lost tell to whom.
    """
    content = mention.content
    if not isinstance(content, Harm):
        return False
    most = content.count.low or content.count.high or 0
    return content.effect in _UNDONE or most >= _VAST or mention.rule.startswith(_LOST)


def harms_own(one: Placed, names: Sequence[str], attacks: Sequence[Placed]) -> bool:
    """Say whether the words of harm tell that an author's own people suffered it.

    `attacks` are those of its passage: words of theirs tell nothing of whom they harmed ("the toll of |their raid|").
    """
    if not isinstance(one.mention.content, Harm):
        return False
    said = _beside(one.mention.span, attacks).partition(" by ")[0]  # "he was seized |by rebels| and killed"
    militants = not words_of("militant").isdisjoint(said.casefold().split())
    return any(concerns(name, said) or (militants and author_class(name) == "extremist") for name in names)


def _beside(span: Span, attacks: Sequence[Placed]) -> str:
    """Return the words of a span without those of attacks told inside it."""
    text, at = "", 0
    for attack in attacks:
        inner = attack.mention.span
        if span.start + at <= inner.start and inner.end <= span.end:
            text += span.quote[at : inner.start - span.start]
            at = inner.end - span.start
    return text + span.quote[at:]
