"""Addresses looked for in texts: each only where a word of it stands there, so that a text costs what it is long."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection

_WORD = re.compile(r"[^\W_]+")


class Addresses:
    """Some addresses, of which a text may hold any, whole or as the beginning of a longer one."""

    def __init__(self, addresses: Collection[str]) -> None:
        """Take addresses; each is looked for by the rarest of its words, among those that nothing can lengthen."""
        words = {address: _WORD.findall(address)[:-1] for address in addresses}
        common = Counter(word for found in words.values() for word in set(found))
        self._by_word: dict[str, list[str]] = defaultdict(list)
        self._others: list[str] = []
        for address, found in words.items():
            if found:
                self._by_word[min(found, key=lambda word: (common[word], word))].append(address)
            else:
                self._others.append(address)

    def are_in(self, text: str) -> bool:
        """Say whether one of the addresses stands in a text."""
        return any(address in text for address in self._near(text))

    def replaced(self, text: str, by: Callable[[str], str]) -> str:
        """Return a text with what `by` gives for each address in its place, the longest first.

        >>> Addresses(["https://a.example/posts/1"]).replaced("at https://a.example/posts/17?", lambda _: "somewhere")
        'at somewhere7?'
        """
        for address in sorted(self._near(text), key=lambda one: (-len(one), one)):
            text = text.replace(address, by(address))
        return text

    def _near(self, text: str) -> list[str]:
        if not ("." in text or "/" in text):
            return []
        words = set(_WORD.findall(text)) if self._by_word else set()
        return [*self._others, *(one for word in words & self._by_word.keys() for one in self._by_word[word])]
