"""What stands in the place of a name: the same for the same name in one case, and of no use without the case."""

import hashlib
import hmac

_DIGITS = 10  # hex digits: below one clash in a million for a thousand names of a case


class Pseudonyms:
    """Gives pseudonyms by a secret of the case: who has it not cannot find the name by trying names."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def name(self, what: str, name: str) -> str:
        """Return the pseudonym of a source, a party, a place: words that say what it stands for, and a number.

        >>> Pseudonyms(b"secret").name("source", "abu ahmed")
        'confidential source a04242f154'
        """
        return f"confidential {what} {self._digits(what, name)[:_DIGITS]}"

    def report(self, capture: str) -> str:
        """Return what a report is called, in one word, as file names are."""
        return f"confidential-report-{self._digits('report', capture)[:_DIGITS]}"

    def id(self, one: str) -> str:
        """Return an id of the same form: its prefix, and as many digits."""
        prefix, dash, digits = one.rpartition("-")
        return f"{prefix}{dash}{self._digits('id', one)[: len(digits)]}"

    def _digits(self, what: str, name: str) -> str:
        return hmac.new(self._secret, f"{what}\0{name}".encode(), hashlib.sha256).hexdigest()
