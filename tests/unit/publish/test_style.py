"""The page's colours keep the contrast that WCAG asks for at level AA, by day, by night and in print."""

import re
from importlib.resources import files

import pytest

_CSS = (files("corroborate.publish") / "templates" / "dossier.css").read_text(encoding="utf-8")
_PAIRS = [
    (text, ground)
    for ground in ("paper", "sheet")
    for text in ("ink", "soft", "harm", "link")
] + [
    ("link", "faint"), ("soft", "faint"), ("mark-ink", "mark"), ("hedge", "hedge-bg"), ("harm", "accuse-bg"),
    ("deny", "deny-bg"), ("admit", "faint"), ("ink", "land"), ("soft", "land"), ("soft", "water"), ("ink", "water"),
    ("paper", "link"), ("sheet", "ink"), ("harm", "hedge-bg"), ("soft", "hedge-bg"),
]  # fmt: skip
_THEMES = re.findall(r":root \{(.*?)\}", _CSS, flags=re.DOTALL)


def _colours(theme: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", theme))


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", range(3), ids=["day", "night", "print"])
@pytest.mark.parametrize(("text", "ground"), _PAIRS)
def test_text_stands_out_from_its_ground(theme: int, text: str, ground: str) -> None:
    colours = _colours(_THEMES[theme])
    lighter, darker = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5
