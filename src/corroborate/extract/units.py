"""A passage as one flat list of typed units: noun groups with their counts, verb groups, and the words between.

Every later rule of this stage looks at units, never at text; quotes are cut from the text last.
"""

from corroborate.extract.lexicon import Sense
from corroborate.extract.quantities import Quantity
from corroborate.model.casualty import Qualifier
from corroborate.model.choices import Choices
from corroborate.model.passing import passing


class UnitKind(Choices):
    """What a unit is."""

    NOUN = "noun"
    VERB = "verb"
    STATE = "state"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    INCLUDING = "including"
    ADVERB = "adverb"
    SIGN = "sign"


DASH = "–"  # what a dash between words is read as, however it is typed


class Voice(Choices):
    """How a verb group stands to its subject."""

    ACTIVE = "active"
    PASSIVE = "passive"
    BARE = "bare"  # past and participle look alike: "killed"
    ING = "ing"
    INFINITIVE = "infinitive"


@passing
class Unit:
    """A run of tokens [first, last) with one part to play.

    `senses` are those of its head, `inner` those of the words before the head. `word` is the head's (or the main
    verb's) folded form; `determiner` the folded article or pronoun that opens a noun group; `owner` whom a noun of harm
    befell, where a possessive names them ("|the two brothers|' deaths"); `adverbs` those inside a verb group.
    """

    kind: UnitKind
    first: int
    last: int
    word: str
    lemma: str = ""
    senses: tuple[Sense, ...] = ()
    inner: tuple[Sense, ...] = ()
    quantity: Quantity | None = None
    determiner: str = ""
    plural: bool = False
    proper: bool = False
    pronoun: bool = False
    voice: Voice = Voice.ACTIVE
    modal: str = ""
    negated: bool = False
    auxiliary: str = ""
    owner: "Unit | None" = None
    adverbs: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Say whether a noun group counts none: "no rockets"."""
        return self.quantity is not None and self.quantity.count.qualifier is Qualifier.NONE

    def sense(self, domain: str) -> Sense | None:
        """Return the head's sense in a domain, None where it has none."""
        for sense in self.senses:
            if sense.domain == domain:
                return sense
        return None

    def any_sense(self, domain: str) -> Sense | None:
        """Return the head's sense in a domain, else one of a word before it."""
        return self.sense(domain) or next((sense for sense in reversed(self.inner) if sense.domain == domain), None)
