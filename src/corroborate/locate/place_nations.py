"""A report → the countries that its adjectives and names of peoples speak of: "Iraqi officials", "two Somalis"."""

from collections import Counter
from collections.abc import Mapping

from corroborate.locate.place_words import nations
from corroborate.model.document import Document


def spoken_of(document: Document) -> Mapping[str, int]:
    """Return how often the report speaks of each country by an adjective or a people, by ISO 3166 code."""
    codes, found = nations(), Counter[str]()
    for passage in document.passages:
        tokens = passage.tokens
        for n, token in enumerate(tokens):
            if token.text[0].isupper():
                pair = f"{tokens[n - 1].folded} {token.folded}" if n else ""
                code = codes.get(pair) or codes.get(token.folded)
                if code:
                    found[code] += 1
    return found
