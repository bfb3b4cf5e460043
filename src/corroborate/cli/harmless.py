"""Words of strangers without the signs by which a terminal is commanded."""

# The control characters of ASCII and Latin-1, but for tabs and line ends.
_COMMANDING = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "?")


def harmless(text: str) -> str:
    r"""Return a text, which may quote a stranger, without the signs by which a terminal is commanded.

    >>> harmless("\x1b[2JLayla")
    '?[2JLayla'
    """
    return text.translate(_COMMANDING)
