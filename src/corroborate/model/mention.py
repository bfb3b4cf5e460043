"""What words say, before it is known where, when, and who says so."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from corroborate.model.casualty import Count, Effect, People
from corroborate.model.ids import MentionId, content_id
from corroborate.model.span import Span


class Kind(StrEnum):
    """The five kinds of claim."""

    HARM = "harm"
    ATTACK = "attack"
    DAMAGE = "damage"
    BLAME = "blame"
    VERIFICATION = "verification"


class Method(StrEnum):
    """How force was used."""

    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    MISSILE_STRIKE = "missile_strike"
    CHEMICAL_ATTACK = "chemical_attack"
    BOMBING = "bombing"
    DRONE_ATTACK = "drone_attack"
    SHOOTING = "shooting"
    GROUND_ASSAULT = "ground_assault"
    EXECUTION = "execution"
    SIEGE = "siege"
    SHOOTDOWN = "shootdown"
    OTHER = "other"


class Weapon(StrEnum):
    """The means."""

    CHLORINE = "chlorine"
    SARIN = "sarin"
    CHEMICAL = "chemical"
    BARREL_BOMB = "barrel_bomb"
    AIR_DROPPED_BOMB = "air_dropped_bomb"
    CLUSTER_MUNITION = "cluster_munition"
    INCENDIARY = "incendiary"
    MISSILE = "missile"
    ROCKET = "rocket"
    MORTAR = "mortar"
    ARTILLERY = "artillery"
    DRONE = "drone"
    CAR_BOMB = "car_bomb"
    SUICIDE_BOMB = "suicide_bomb"
    MINE_IED = "mine_ied"
    SMALL_ARMS = "small_arms"
    MANPADS = "manpads"
    GRENADE = "grenade"
    OTHER = "other"


class DamagedObject(StrEnum):
    """The kind of thing that was harmed."""

    HOSPITAL = "hospital"
    SCHOOL = "school"
    HOME = "home"
    MARKET = "market"
    WORSHIP = "worship"
    AID = "aid"
    VEHICLE = "vehicle"
    INFRASTRUCTURE = "infrastructure"
    MILITARY = "military"
    OTHER = "other"


class Stance(StrEnum):
    """What is said of responsibility."""

    ACCUSED = "accused"
    DENIED = "denied"
    CLAIMED = "claimed"
    ADMITTED = "admitted"
    UNKNOWN = "unknown"


class Status(StrEnum):
    """What came of checking."""

    UNVERIFIED = "unverified"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Harm:
    """People affected."""

    effect: Effect
    people: People
    count: Count


@dataclass(frozen=True, slots=True)
class Attack:
    """Force used; `target` is the shortest phrase of the text for what was aimed at or hit."""

    method: Method
    count: Count
    target: str | None


@dataclass(frozen=True, slots=True)
class Damage:
    """Things harmed."""

    object: DamagedObject
    count: Count


@dataclass(frozen=True, slots=True)
class Blame:
    """Responsibility laid, denied or taken; `about` is the shortest phrase for the act."""

    actor: str
    stance: Stance
    about: str | None


@dataclass(frozen=True, slots=True)
class Verification:
    """Somebody checked, or could not."""

    status: Status
    about: str | None


Content = Harm | Attack | Damage | Blame | Verification


def kind_of(content: Content) -> Kind:
    """Return the kind of claim that a content makes."""
    return _KINDS[type(content)]


_KINDS: dict[type[Content], Kind] = {
    Harm: Kind.HARM,
    Attack: Kind.ATTACK,
    Damage: Kind.DAMAGE,
    Blame: Kind.BLAME,
    Verification: Kind.VERIFICATION,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that say something: where they stand, what they say, which rule read them.

    `span` is the shortest run of text that carries it; `trigger` the word or words inside or beside it that gave
    it away. `by` names the authors as spelled, in their fullest form; `part_of` is the mention of which this is an
    explicit share.
    """

    span: Span
    content: Content
    trigger: Span
    rule: str
    by: tuple[str, ...] = ()
    weapons: tuple[Weapon, ...] = ()
    part_of: MentionId | None = None
    _id: MentionId | None = field(default=None, init=False, repr=False, compare=False)  # once it was asked for

    @property
    def kind(self) -> Kind:
        """Return the kind of claim that it makes."""
        return kind_of(self.content)

    @property
    def id(self) -> MentionId:
        """Return its id within its document, from what it says and where."""
        if self._id is None:
            object.__setattr__(self, "_id", mention_id(self.span, self.content))
        return self._id or mention_id(self.span, self.content)


@lru_cache(maxsize=8192)  # a mention that gets its authors filled in keeps its id
def mention_id(span: Span, content: Content) -> MentionId:
    """Return the id of what a span says."""
    return MentionId(content_id("mention", span.start, span.end, repr(content)))
