"""The words by which places are read, from `data/place_words.tsv`."""

from functools import cache
from importlib.resources import files

from corroborate.model.situation import PlaceKind

AND = frozenset(("and", "or", "&"))  # between the last two of a list


@cache
def words(*roles: str) -> frozenset[str]:
    """Return the words that stand in one of some roles."""
    if "nation" in roles:
        return frozenset(nations()).union(*(_table()[role] for role in roles))
    return frozenset[str]().union(*(_table().get(role, frozenset()) for role in roles))


@cache
def kinds() -> dict[str, PlaceKind]:
    """Return what kind of place each generic noun names ("village" → settlement)."""
    found: dict[str, PlaceKind] = {}
    for role, members in _table().items():
        if role.startswith("kind:"):
            found.update(dict.fromkeys(members, PlaceKind(role.removeprefix("kind:"))))
    return found


@cache
def kind_nouns() -> frozenset[str]:
    """Return the words of which generic nouns are made: "camp", and "refugee" of "refugee camp"."""
    return frozenset(word for noun in kinds() for word in noun.split())


@cache
def phrases() -> dict[str, tuple[tuple[int, dict[str, PlaceKind]], ...]]:
    """Return the generic nouns of several words by their first, and by their number of words, the longest first."""
    found: dict[str, dict[int, dict[str, PlaceKind]]] = {}
    for phrase, kind in kinds().items():
        first, _, rest = phrase.partition(" ")
        if rest:
            found.setdefault(first, {}).setdefault(phrase.count(" ") + 1, {})[phrase] = kind
    return {first: tuple(sorted(by_length.items(), reverse=True)) for first, by_length in found.items()}


@cache
def nations() -> dict[str, str]:
    """Return the ISO 3166 code of the country behind each adjective of a nation, and each name of its people."""
    one = {word.casefold(): code for code, members, *_ in _nation_rows() for word in members.split("|")}
    return {f"{word}s": code for word, code in one.items()} | one


@cache
def capitals() -> dict[str, str]:
    """Return the name of the capital of each country by its ISO 3166 code, where there is one beyond doubt."""
    return {code: capital for code, _, *more in _nation_rows() for capital in more}


def _nation_rows() -> list[list[str]]:
    text = files("corroborate").joinpath("locate/data/place_nations.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def common_words() -> frozenset[str]:
    """Return English words that also spell the name of some village: alone they are never taken for it."""
    text = files("corroborate").joinpath("locate/data/place_common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _table() -> dict[str, frozenset[str]]:
    text = files("corroborate").joinpath("locate/data/place_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {role: frozenset(members.split("|")) for role, members in rows}
