"""Who says the claims of a case, and how often: what names and kinds of sources are settled by."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.ids import content_id
from corroborate.model.source import Source

Who = Source | str  # as reports name a source; who prints, by name


@dataclass(frozen=True, slots=True)
class Teller:
    """How many claims are first of all whose word, and how often a source is named in the chains of claims at all.

    A printer's own word are the claims without a source; it counts as named by every claim that it printed.
    """

    who: Who
    first: int
    named: int

    @property
    def id(self) -> str:
        """Return what it is known by."""
        if isinstance(self.who, str):
            return content_id("printer", self.who)
        return content_id("source", self.who.name, self.who.kind, self.who.organisation, self.who.canonical)


Tellers = Mapping[Who, Teller]


def tellers(claims: Iterable[Claim], known: Iterable[Teller] = ()) -> Tellers:
    """Return who says these claims, added to those who are known already."""
    first: Counter[Who] = Counter()
    named: Counter[Who] = Counter()
    for teller in known:
        first[teller.who] += teller.first
        named[teller.who] += teller.named
    for claim in claims:
        chain = claim.attribution.sources
        first[chain[0] if chain else claim.printer] += 1
        named.update((claim.printer, *chain))
    return {who: Teller(who, first[who], times) for who, times in named.items()}
