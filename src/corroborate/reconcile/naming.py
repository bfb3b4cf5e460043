"""Under which name the word of a source counts, over all that the reports of a case say of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corroborate.model.claim import Claim
from corroborate.model.names import fold
from corroborate.model.source import Source, SourceKind

_FULL = 2  # words of a name that means one person


class Names:
    """The names of origins: each body by one spelling, each person by the body that he or she speaks for."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Take note of what each report calls its sources, and for whom it says that they speak."""
        told = tuple(claims)
        sources = [source for claim in told for source in claim.attribution.sources]
        self._bodies = _bodies(sources)
        self._aliases = _aliases(sources)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in told:
            counted = self._counted(_origin(claim, self._bodies))
            seen[fold(counted)][counted] += 1
        self._shown = {key: _usual(spelled) for key, spelled in seen.items()}

    def speaks_for(self, source: Source) -> str | None:
        """Return the body that a source speaks for, as its own report or another one tells; None where none does."""
        body = source.organisation or self._bodies.get(fold(source.name))
        return self.shown(body) if body else None

    def origin(self, claim: Claim) -> str:
        """Return the name under which the first source of a claim counts; its publisher's, where it names none."""
        return self.shown(_origin(claim, self._bodies))

    def shown(self, name: str) -> str:
        """Return the spelling in which an origin of this name is shown: the most usual one, then the first."""
        counted = self._counted(name)
        return self._shown.get(fold(counted), counted)

    def _counted(self, name: str) -> str:
        return self._aliases.get(fold(name), name)


def _origin(claim: Claim, bodies: Mapping[str, str]) -> str:
    sources = claim.attribution.sources
    if sources and not sources[0].organisation:
        return bodies.get(fold(sources[0].name), claim.origin)
    return claim.origin


def _bodies(sources: Sequence[Source]) -> Mapping[str, str]:
    """Return for whom persons speak, by their folded full names, where all reports that tell agree on it."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        if source.kind is SourceKind.PERSON and source.organisation and len(source.name.split()) >= _FULL:
            told[fold(source.name)][source.organisation] += 1
    return {name: _usual(bodies) for name, bodies in told.items() if len({fold(body) for body in bodies}) == 1}


def _aliases(sources: Sequence[Source]) -> Mapping[str, str]:
    """Return the names under which sources count, by each other name that a report gave them.

    So a publisher is known as the source that it is elsewhere: one origin, not two.
    """
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        if source.canonical and fold(source.canonical) != fold(source.name):
            known[fold(source.name)][source.canonical] += 1
    return {name: _usual(canonical) for name, canonical in known.items()}


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))
