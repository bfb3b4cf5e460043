"""Text → whether it shows any sign of harm or force: the cheap test before the costly reading."""

import re
from functools import cache
from importlib.resources import files


def is_relevant(text: str) -> bool:
    """Say whether the text has any sign of harm or force; where it says no, nothing is lost by reading no further.

    >>> is_relevant("Two people were wounded."), is_relevant("The museum opens on Sunday.")
    (True, False)
    """
    return _signs().search(text) is not None


@cache
def _signs() -> re.Pattern[str]:
    whole: list[str] = []
    stems: list[str] = []
    for line in files(__package__).joinpath("data/signs.txt").read_text(encoding="utf-8").splitlines():
        for sign in line.partition("#")[0].split():
            (stems if sign.endswith("*") else whole).append(re.escape(sign.rstrip("*")).replace("_", " "))
    return re.compile(rf"(?<!\w)(?:(?:{'|'.join(whole)})(?!\w)|(?:{'|'.join(stems)}))", re.IGNORECASE)
