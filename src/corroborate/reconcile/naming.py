"""Under which name the word of a source counts, over all that the reports of a case say of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from corroborate.model.claim import Claim
from corroborate.model.names import fold
from corroborate.model.source import Source, SourceKind
from corroborate.model.teller import Tellers, Who

_FULL = 2  # words of a name that means one person


class Names:
    """The names of origins: each body by one spelling, each person by the body that he or she speaks for."""

    def __init__(self, told: Tellers) -> None:
        """Take note of what reports call their sources, and for whom they say that they speak."""
        sources = Counter({who: teller.named for who, teller in told.items() if isinstance(who, Source)})
        self._bodies = _bodies(sources)
        self._aliases = _aliases(sources)
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for who, teller in told.items():
            if teller.first:
                counted = self._counted(self._own(who))
                seen[fold(counted)][counted] += teller.first
        self._shown = {key: _usual(spelled) for key, spelled in seen.items()}

    def speaks_for(self, source: Source) -> str | None:
        """Return the body that a source speaks for, as its own report or another one tells; None where none does."""
        body = source.organisation or self._bodies.get(fold(source.name))
        return self.shown(body) if body else None

    def origin(self, claim: Claim) -> str:
        """Return the name under which the first source of a claim counts; its publisher's, where it names none."""
        sources = claim.attribution.sources
        return self.shown(self._own(sources[0] if sources else claim.printer))

    def shown(self, name: str) -> str:
        """Return the spelling in which an origin of this name is shown: the most usual one, then the first."""
        counted = self._counted(name)
        return self._shown.get(fold(counted), counted)

    def known(self, who: Who) -> tuple[str | None, str]:
        """Return what is settled of a source or printer: the body that it speaks for, the name by which it counts."""
        return (self.speaks_for(who) if isinstance(who, Source) else None), self.shown(self._own(who))

    def _own(self, who: Who) -> str:
        if isinstance(who, str):
            return who
        return who.origin if who.organisation else self._bodies.get(fold(who.name), who.origin)

    def _counted(self, name: str) -> str:
        return self._aliases.get(fold(name), name)


def renamed(before: Tellers, now: Tellers) -> frozenset[str]:
    """Return the folded names of those who count otherwise since more was told."""
    was, is_now = Names(before), Names(now)
    return frozenset(
        fold(who if isinstance(who, str) else who.name) for who in before if was.known(who) != is_now.known(who)
    )


def _bodies(sources: Mapping[Source, int]) -> Mapping[str, str]:
    """Return for whom persons speak, by their folded full names, where all reports that tell agree on it."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for source, times in sources.items():
        if source.kind is SourceKind.PERSON and source.organisation and len(source.name.split()) >= _FULL:
            told[fold(source.name)][source.organisation] += times
    return {name: _usual(bodies) for name, bodies in told.items() if len({fold(body) for body in bodies}) == 1}


def _aliases(sources: Mapping[Source, int]) -> Mapping[str, str]:
    """Return the names under which sources count, by each other name that a report gave them.

    So a publisher is known as the source that it is elsewhere: one origin, not two.
    """
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for source, times in sources.items():
        if source.canonical and fold(source.canonical) != fold(source.name):
            known[fold(source.name)][source.canonical] += times
    return {name: _usual(canonical) for name, canonical in known.items()}


def _usual(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], name))
