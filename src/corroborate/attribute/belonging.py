"""Unnamed people who belong to a body that the report names: "a spokesperson for the group", "rescue workers"."""

import re

from corroborate.attribute.lexicon import lexicon

_TAIL = re.compile(r"\b(?:for|of|from|with) (?:the|this|that) (?:[\w-]+ ){0,2}?(\w+)$", re.IGNORECASE)
_BODIES = frozenset({"body", "monitor", "rescuer"})
_RESCUERS = re.compile(
    r"\b(?:rescuers?|first responders?|(?:rescue|emergency|civil[ -]defen[cs]e) "
    r"(?:\w+ )?(?:workers?|teams?|crews?|volunteers?|members?|personnel|staff))\b",
    re.IGNORECASE,
)


def speaks_for_a_body(name: str) -> bool:
    """Say whether a description ends in a body that was named before.

    >>> speaks_for_a_body("spokesperson for the group"), speaks_for_a_body("doctor in the town")
    (True, False)
    """
    tail = _TAIL.search(name)
    head = lexicon().heads.get(tail.group(1).casefold()) if tail else None
    return head is not None and head.group in _BODIES and not head.plural


def are_rescuers(name: str) -> bool:
    """Say whether a description is of people who rescue: the members of the rescue service that a report names.

    >>> are_rescuers("Rescue workers in Syria"), are_rescuers("aid workers")
    (True, False)
    """
    return bool(_RESCUERS.search(name))
