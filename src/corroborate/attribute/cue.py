"""A cue: words that attribute, with who speaks and which way they reach."""

from enum import StrEnum

from corroborate.attribute.lexicon import CueKind, Verb
from corroborate.attribute.naming import Phrase
from corroborate.model.passing import passing


class Side(StrEnum):
    """Which way a cue reaches: over what follows, or over what stands before (and then on)."""

    RIGHT = "right"
    LEFT = "left"


@passing
class Cue:
    """tokens[start:end] attribute; `first` is where the source phrase or the cue begins, whichever comes first.

    `speakers` are parallel sources, `relays` the chain behind them towards the publisher. `blame_only` where the
    words carry responsibility and nothing else ("claimed responsibility", "dismissed by").
    """

    start: int
    end: int
    first: int
    kind: CueKind
    speakers: tuple[Phrase, ...]
    relays: tuple[Phrase, ...]
    side: Side
    rule: str
    blame_only: bool = False


@passing
class Predicate:
    """A verb of attribution at tokens[at], with its auxiliaries and adverbs from tokens[start]."""

    verb: Verb
    at: int
    start: int
