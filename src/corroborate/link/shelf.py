"""What a run knows of a case: what it has made itself, and what it has asked for of what stood before."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from corroborate.model.memory import Card
from corroborate.ports import Standing

_MOST_ASKED = 400  # keys at once


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Kept = TypeVar("Kept", bound=_Named)


class Shelf(Generic[Kept]):
    """Values of one kind by their keys: under a key lies all there is of the case."""

    def __init__(self, kind: type[Kept], keys: Callable[[Kept], Collection[str]], standing: Standing) -> None:
        """Begin with nothing asked for."""
        self._kind = kind
        self._keys = keys
        self._standing = standing
        self._asked: set[str] = set()
        self._under: dict[str, dict[str, Kept]] = {}
        self._stood: dict[str, dict[str, Kept]] = {}
        self._known: dict[str, Kept] = {}
        self._fetched: set[str] = set()

    def put(self, values: Iterable[Kept]) -> None:
        """Lay what the run has made under its keys."""
        for value in values:
            self._lay(value, self._under)

    def ask(self, keys: Iterable[str]) -> None:
        """Fetch what stood under these keys at once, ahead of its use."""
        new = sorted({key for key in keys if key not in self._asked})
        self._asked.update(new)
        for first in range(0, len(new), _MOST_ASKED):
            for value in self._standing.cards(self._kind, new[first : first + _MOST_ASKED]):
                self._fetched.add(value.id)
                self._lay(value, self._under, self._stood)

    def under(self, key: str) -> Collection[Kept]:
        """Return all values under a key."""
        self.ask((key,))
        return self._under.get(key, {}).values()

    def stood(self, key: str) -> Collection[Kept]:
        """Return the values under a key which stood before the run."""
        self.ask((key,))
        return self._stood.get(key, {}).values()

    def cards(self, values: Iterable[Kept]) -> Iterator[Card]:
        """Yield what is to be remembered of values: of those that are new, or other than they stood."""
        for value in values:
            if value.id not in self._fetched or self._known[value.id] != value:
                yield Card(value.id, frozenset(self._keys(value)), value)

    def _lay(self, value: Kept, *shelves: dict[str, dict[str, Kept]]) -> None:
        if value.id in self._known:
            return
        self._known[value.id] = value
        for key in self._keys(value):
            for shelf in shelves:
                shelf.setdefault(key, {})[value.id] = value
