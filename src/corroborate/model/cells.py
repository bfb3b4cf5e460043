"""Text as a spreadsheet may hold it."""

# What a cell must not begin with, lest a spreadsheet take it for a formula that a hostile report has planted: OWASP,
# "CSV Injection" (owasp.org/www-community/attacks/CSV_Injection), with its full-width forms.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_GUARD = "'"


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: behind an apostrophe where it would begin as one.

    >>> harmless("=1+1"), harmless(" -2 dead"), harmless("2 dead")
    ("'=1+1", "' -2 dead", '2 dead')
    """
    return f"{_GUARD}{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text
