"""Coverage-guided fuzzing of the readers and of the grammar.

    python tools/fuzz.py text|html|pdf|words [options of libFuzzer, such as -max_total_time=300 -max_len=2000]

`text`, `html` and `pdf` give bytes to the readers, and what they read to the stages behind; `words` makes reports of
the grammar's own words, numbers, names and signs, so that time is spent on grammar instead of on spelling.
Needs `pip install atheris`, which is no dependency of the project. What it finds becomes a minimal example in
`tests/properties/test_pipeline_any_input.py`.
"""

import hashlib
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # it carries no types

with atheris.instrument_imports(include=["corroborate"]):
    from corroborate.extract.lexicon import rows
    from corroborate.model.document import Capture, Lead
    from corroborate.model.ids import CaptureId
    from corroborate.pipeline import count_main, read_report
    from corroborate.wiring import gazetteer

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.reading_anything import violations

_LEAD = Lead("fuzzed", "fuzzed", "A Publisher", date(2018, 2, 5))
_NAMES = "Douma,Saraqib,Idlib,Eastern Ghouta,Russia,the White Helmets,SANA,Reuters,Ahmad al-Noor,Hezbollah,Mr. Hale"
_SIGNS = ". , ; : ? ! ( ) “ ” \" ' ’s - – … | \n \n\n • 's *".split(" ")
_TIMES = (
    "Sunday,overnight,3 March 2015,last week,since mid-March,yesterday,2018-02-04,in the past 48 hours,Feb. 4,at dawn"
)
_NUMBERS = "0,1,six,12,2,000,1.1 million,dozens,at least,more than,between,up to,half,two dozen,٢٩,9999999999999999999"
_TYPES = {"text": "text/plain", "html": "text/html", "pdf": "application/pdf"}


def _read(content: bytes, media_type: str) -> None:
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), media_type)
    reading = read_report(capture, content, _LEAD, gazetteer())
    found = list(violations(reading))
    if found:
        raise AssertionError(found)
    count_main(reading)


def _of_type(media_type: str) -> Callable[[bytes], None]:
    return lambda data: _read(data, media_type)


def _of_words(data: bytes) -> None:
    """Read a report of known words: two bytes choose one, or a sign that stands without a space before it."""
    words = _vocabulary()
    chosen = (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data) - 1, 2))
    text = "".join(word if word in _SIGNS else f" {word}" for word in (words[code % len(words)] for code in chosen))
    _read(text.encode(), "text/plain")


@cache
def _vocabulary() -> list[str]:
    known = [*_NAMES.split(","), *_TIMES.split(","), *_NUMBERS.split(",")]
    for table in ("verbs", "people", "attacks", "weapons", "objects", "damage", "actors", "groups", "effects"):
        known += [row[0] for row in rows(f"{table}.tsv")]
    for table in ("function", "responsibility"):
        known += [word.strip() for row in rows(f"{table}.tsv") for word in row[-1].split(",")]
    return known + _SIGNS * (len(known) // 60)


def main() -> None:
    """Fuzz what the first argument names."""
    what = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    targets = {**{name: _of_type(kind) for name, kind in _TYPES.items()}, "words": _of_words}
    if what not in targets:
        sys.exit(__doc__)
    gazetteer()
    atheris.Setup(sys.argv, targets[what])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
