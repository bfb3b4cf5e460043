"""Small pure functions that write SVG, everything escaped."""

from markupsafe import Markup, escape

Attribute = str | int | float


def element(tag: str, *children: Markup | str, **attributes: Attribute) -> Markup:
    """Return one SVG element; underscores in names become hyphens, a trailing one is dropped (`class_`).

    >>> element("circle", cx=1.5, class_="dot")
    Markup('<circle cx="1.5" class="dot"></circle>')
    """
    said = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _plain(value))
        for name, value in attributes.items()
    )
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{0}{1}>{2}</{0}>").format(tag, said, inside)


def percent(share: float) -> str:
    """Return a share of the width as SVG wants it.

    >>> percent(0.5)
    '50%'
    """
    return f"{round(share * 100, 2):g}%"


def drawing(*children: Markup | str, label: str, box: tuple[int, int], class_: str) -> Markup:
    """Return a drawing of a fixed aspect, with what it shows in words for those who cannot see it."""
    width, height = box
    return element(
        "svg", element("title", label), *children, viewBox=f"0 0 {width} {height}", role="img", class_=class_,
        xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip


def strip(*children: Markup | str, label: str, height: int, class_: str = "strip") -> Markup:
    """Return a drawing as wide as the page gives it, whose positions across are shares of that width."""
    return element(
        "svg", element("title", label), *children, width="100%", height=height, role="img", class_=class_,
        xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip


def _plain(value: Attribute) -> str:
    return f"{round(value, 2):g}" if isinstance(value, float) else str(value)
