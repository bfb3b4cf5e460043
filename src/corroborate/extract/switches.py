"""Every rule can be switched off by its id, to see what it adds: "H03" for "H03-reduced", "F01", "A02"."""

NONE_OFF: frozenset[str] = frozenset()


def is_on(rule: str, without: frozenset[str]) -> bool:
    """Say whether a rule, by its full name or the id before its first hyphen, is not among those switched off.

    >>> is_on("H03-reduced", frozenset()), is_on("H03-reduced", frozenset({"H03"})), is_on("F10", frozenset({"F1"}))
    (True, False, True)
    """
    return not without or (rule not in without and rule.partition("-")[0] not in without)
