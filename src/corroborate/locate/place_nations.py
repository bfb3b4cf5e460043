"""A report → the countries that its adjectives and names of peoples speak of: "Iraqi officials", "two Somalis"."""

from collections import Counter
from collections.abc import Mapping

from corroborate.locate.place_words import nations
from corroborate.model.document import Document


def spoken_of(document: Document) -> Mapping[str, int]:
    """Return how often the report speaks of each country by an adjective or a people, by ISO 3166 code."""
    codes, found = nations(), Counter[str]()
    for passage in document.passages:
        words = passage.words
        for n in passage.capitals:
            pair = f"{words[n - 1]} {words[n]}" if n else ""
            code = codes.get(pair) or codes.get(words[n])
            if code:
                found[code] += 1
    return found
