"""Through whom a claim came, and how firmly it is put."""

from dataclasses import dataclass

from corroborate.model.source import Source
from corroborate.model.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """The chain from the origin to the source nearest the publisher, who is left out; empty for the report's own voice.

    `cue` is the word that attributes ("said", "according to"); `hedge` is true where the report marks
    the claim as alleged, reported, suspected, unconfirmed; `hedge_cue` is the word that marks it.
    """

    sources: tuple[Source, ...] = ()
    cue: Span | None = None
    hedge: bool = False
    hedge_cue: Span | None = None
    rule: str = ""
