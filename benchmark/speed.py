"""How fast reports are read, and how the time grows with their length: `python -m benchmark.speed [--lengths]`.

Figures are of processor time in this process, so that what else the machine does weighs little; compare figures of one
run with each other, hardly with those of another machine. Nothing here has a floor. All texts but the labelled reports
are made up here.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

from benchmark.claims import capture_of
from benchmark.labels import SHARED
from corroborate.attribute import attribute
from corroborate.extract import extract
from corroborate.link import link
from corroborate.locate import locate
from corroborate.model.document import Lead
from corroborate.pipeline import read_report
from corroborate.read import read
from corroborate.wiring import gazetteer, keep_tables

_STAGES = ("read", "extract", "locate", "attribute", "link")
LEAD = Lead("measured", "measured", "A Publisher", date(2018, 2, 5))
_WORDS_A_REPORT = 300
_WAR = (
    "At least 12 people, including 3 children, were killed in air strikes on Douma on Sunday, the White Helmets said.",
    "Jets bombed a hospital near Saraqib overnight, wounding dozens of patients and two nurses, residents told SANA.",
    "The ministry denied responsibility for the attack, which activists blamed on government forces.",
    "The council of the town said that roads to Harasta were open again and that schools would begin on Monday.",
    "Shells fell on the market of Idlib for the third time since mid-March, a resident said.",
)
_DULL = (
    "The council met on Sunday to speak of the new library and of the roads that lead to it, its chair said.",
    "Tickets for the concert in Paris cost twelve euros; children and students pay half, the theatre told readers.",
    "The team won three games last week and hopes for a fourth, which its coach called likely.",
)


def _many(sentences: Sequence[str], number: int) -> str:
    """Return so many sentences, a line each, no two the same: what stands twice is read once."""
    return "\n".join(f"{sentences[at % len(sentences)][:-1]}, in note {at}." for at in range(number))


# Shapes of text whose reading could take time by the square of its length.
SHAPES: dict[str, Callable[[int], str]] = {
    "war news, a line a sentence": lambda n: _many(_WAR, n // 110),
    "one sentence": lambda n: _many(_WAR, n // 110).replace(".\n", " and ").replace("\n", " "),
    "no white space": lambda n: "killedpeople" * (n // 12),
    "digits": lambda n: "killed " + "1234567890" * (n // 10) + " people",
    "quotation marks": lambda n: '"' * n,
    "quoted sentences": lambda n: "".join(f"“{at} were killed,” he said. " for at in range(n // 28)),
    "parentheses": lambda n: "(killed " * (n // 9) + ")" * (n // 9),
    "short lines": lambda n: "\n".join(f"{at} killed" for at in range(n // 12)),
    "headings": lambda n: "\n".join(f"Strike number {at} kills several people in town" for at in range(n // 48)),
    "days": lambda n: "on Sunday 5 March 2015 killed 3 people " * (n // 39),
    "places": lambda n: "Douma, Idlib, Harasta, Saraqib and " * (n // 35) + "killed 5",
    "sources": lambda n: "\n".join(f"Ahmad Person{at} said that {at} people were killed." for at in range(n // 50)),
    "blame": lambda n: "\n".join(f"Russia accused Group{at} of the attack that killed {at}." for at in range(n // 56)),
}


def _seconds(texts: Sequence[str]) -> float:
    began = time.process_time()
    for text in texts:
        content = text.encode()
        read_report(capture_of(content), content, LEAD, gazetteer())
    return time.process_time() - began


def rate(texts: Sequence[str], rounds: int = 3) -> float:
    """Return how many reports of 300 words a second go through stages 2 to 5: the best of some rounds, warm."""
    _seconds(texts[:50])
    keep_tables()  # as the program does behind its first report
    words = sum(len(text.split()) for text in texts)
    return words / _WORDS_A_REPORT / min(_seconds(texts) for _ in range(rounds))


def stage_seconds(text: str) -> list[float]:
    """Return the seconds that each stage takes for one text."""
    content = text.encode()
    at = [time.process_time()]
    document, _ = read(capture_of(content), content, LEAD)
    at.append(time.process_time())
    if document is not None and document.relevant:
        mentions, _ = extract(document)
        at.append(time.process_time())
        situations, _ = locate(document, mentions, gazetteer())
        at.append(time.process_time())
        claims, _ = attribute(document, mentions, situations)
        at.append(time.process_time())
        link(claims)
        at.append(time.process_time())
    return [after - before for before, after in pairwise(at)]


def measured() -> Iterator[tuple[str, float]]:
    """Yield the rates: labelled reports where they are, made-up war news, news with nothing to find."""
    folder = SHARED / "claims/dev/texts"
    if folder.is_dir():
        yield "labelled reports", rate([path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))])
    yield "news with nothing to find", rate([_many(_DULL, 15) + f"\n{at}" for at in range(300)])


def memory() -> int:
    """Return the most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _lengths() -> None:
    print(f"\n{'seconds at 50,000, 100,000, 200,000 characters':<50}" + "".join(f"{stage:>11}" for stage in _STAGES))
    for name, shape in SHAPES.items():
        taken = [
            stage_seconds("Strikes killed 5 people in Douma.\n" + shape(size)) for size in (50_000, 100_000, 200_000)
        ]
        cells = ("/".join(f"{one:.1f}" for one in stage) for stage in zip(*taken, strict=True))
        print(f"{name:<50}" + "".join(f"{cell:>13}" for cell in cells))


def _program() -> None:
    """Print how long the program takes from its start, and how much two processes save."""
    folder = SHARED / "claims/dev/texts"
    with tempfile.TemporaryDirectory() as place:
        one = Path(place, "one.txt")
        one.write_text(_WAR[0], encoding="utf-8")
        runs = {"--help": ["--help"], "extract of one short report": ["extract", str(one)]}
        if folder.is_dir():
            runs |= {
                f"extract --jobs {jobs} of {folder.name}": ["extract", "--jobs", str(jobs), str(folder)]
                for jobs in (1, 2)
            }
        for name, arguments in runs.items():
            began = time.perf_counter()
            subprocess.run([sys.executable, "-m", "corroborate", *arguments], check=True, capture_output=True)
            print(f"corroborate {name:<44}{time.perf_counter() - began:6.2f} s by the clock")


def main() -> None:
    """Print the rates, the memory, the program's start, and where asked how time grows with length."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lengths", action="store_true", help="measure texts of many shapes at three lengths too")
    options = parser.parse_args()
    for name, value in measured():
        print(f"{name:<44}{value:8.0f} reports of 300 words a second, one core, warm")
    print(f"{'memory of this process at the most':<44}{memory():8d} MB")
    _program()
    if options.lengths:
        _lengths()


if __name__ == "__main__":
    main()
