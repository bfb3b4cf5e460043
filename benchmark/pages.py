"""What pages of 50 MB of any shape cost: `python -m benchmark.pages [MEGABYTES] [SHAPE …]`.

Each shape is read in a process of its own, by the command that a user would call; nothing may crash or hang, and what
is not read to its end must be said by an issue.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmark.claims import capture_of
from benchmark.speed import LEAD
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer

_MEGABYTE = 1_000_000
_SAID = "Strikes killed 5 people in Douma."
_LINE = "At least 12 people, including 3 children, were killed in air strikes on Douma on Sunday, medics said. "


def _page(inner: str) -> str:
    return f"<html><head><title>News</title></head><body><article><p>{_SAID}</p>{inner}</article></body></html>"


SHAPES: dict[str, Callable[[int], str]] = {
    "deep nesting": lambda n: _page("<div>" * (n // 5)),
    "deep nesting, closed": lambda n: _page("<b>" * (n // 7) + "x" + "</b>" * (n // 7)),
    "no white space": lambda n: _page("<p>" + "killedpeople" * (n // 12)),
    "digits": lambda n: _page("<p>killed " + "1234567890" * (n // 10)),
    "a huge attribute": lambda n: _page(f'<p class="{"x " * (n // 2)}">end</p>'),
    "many attributes": lambda n: _page(f"<p {' '.join(f'a{i}=1' for i in range(n // 11))}>end</p>"),
    "unclosed tags": lambda n: _page("<p><i><a href=x>killed 3 " * (n // 25)),
    "an unclosed comment": lambda n: _page("<!--" + "killed 3 " * (n // 9)),
    "an unclosed script": lambda n: _page("<script>" + "if (a < b) {}; " * (n // 15)),
    "one giant table": lambda n: _page("<table>" + "<tr><td>3</td><td>killed</td></tr>" * (n // 34) + "</table>"),
    "a giant list": lambda n: _page("<ul>" + "<li>3 killed</li>" * (n // 17) + "</ul>"),
    "entities": lambda n: _page("<p>" + "&amp;&#8220;&nbsp;" * (n // 18)),
    "opening brackets": lambda n: _page("<" * n),
    "links": lambda n: _page('<a href="/x">killed</a> ' * (n // 24)),
    "war news": lambda n: _page("".join(f"<p>{at}: {_LINE}</p>" for at in range(n // 118))),
    "war news in one paragraph": lambda n: _page("<p>" + _LINE * (n // 102)),
    "right-to-left marks": lambda n: _page("<p>" + "\u202e5 killed\u202c " * (n // 15)),
    "null bytes": lambda n: _page("<p>" + "\x00killed 3 " * (n // 10)),
}


def cost(shape: str, size: int) -> tuple[float, int, int, str]:
    """Return seconds of processor time, the most megabytes held, the claims that were read, the kinds of issues."""
    content = SHAPES[shape](size).encode()
    gazetteer().find("Douma")
    began = time.process_time()
    reading = read_report(capture_of(content, "text/html"), content, LEAD, gazetteer())
    seconds = time.process_time() - began
    kinds = ", ".join(sorted({issue.kind.value for issue in reading.issues}))
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, len(reading.claims), kinds


def main() -> None:
    """Print a row for each shape."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("megabytes", type=float, nargs="?", default=50)
    parser.add_argument("shapes", nargs="*", default=list(SHAPES))
    options = parser.parse_args()
    print(f"{'shape':<28}{'seconds':>9}{'MB':>7}{'claims':>8}  issues")
    for shape in options.shapes:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
            seconds, held, claims, kinds = alone.submit(cost, shape, int(options.megabytes * _MEGABYTE)).result()
        print(f"{shape:<28}{seconds:9.1f}{held:7d}{claims:8d}  {kinds}")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
