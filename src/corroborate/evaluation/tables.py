"""Files of labels and predictions in, tables of scores out."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from corroborate.errors import UsageError
from corroborate.evaluation.scores import LEVELS, Report, Score


def read_labels(path: Path) -> dict[str, list[Mapping[str, object]]]:
    """Return the claims of each report in a file of JSON Lines; a UsageError that names the line that is none."""
    found: dict[str, list[Mapping[str, object]]] = {}
    for number, line in enumerate(_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            found[str(record["doc"])] = list(record["claims"])
        except (ValueError, KeyError, TypeError) as error:
            expected = '{"doc": …, "claims": […]}'
            raise UsageError(f"{path}, line {number}: a line should be {expected} ({error})") from error
    return found


def read_kinds(path: Path) -> dict[str, str]:
    """Return the kind of each report, from the columns `doc` and `kind` of a manifest."""
    rows = list(csv.DictReader(_text(path).splitlines()))
    if rows and not {"doc", "kind"} <= set(rows[0]):
        raise UsageError(f"{path}: `--kind` needs a manifest with the columns doc and kind")
    return {row["doc"]: row["kind"] for row in rows}


def read_text(folder: Path, name: str) -> str:
    """Return the text of a report in a folder of texts."""
    return _text(folder / f"{name}.txt")


def score_lines(report: Report) -> Iterator[str]:
    """Yield the lines of a table that a person reads."""
    yield f"{report.reports} reports; predicted claims whose quote is not in the text: {report.ungrounded}"
    for kind, levels in report.scores.items():
        found = levels["found"]
        shown = "   ".join(_level(level, levels[level]) for level in LEVELS)
        yield f"{kind:<13}{shown}   (labelled {found.gold}, predicted {found.mine})"
        if report.fields[kind]:
            yield " " * 13 + "  ".join(f"{name} {value}" for name, value in report.fields[kind].items())


def _level(name: str, score: Score) -> str:
    return f"{name} P {score.precision:5.1f} R {score.recall:5.1f} F1 {score.f1:5.1f}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; give a file that exists and can be read") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text") from error


def chosen(
    labels: Mapping[str, Sequence[Mapping[str, object]]], kinds: Mapping[str, str], wanted: str
) -> Iterator[str]:
    """Yield the names of the labelled reports that are of one of the wanted kinds (separated by commas)."""
    for name in labels:
        if name not in kinds:
            raise UsageError(f"the manifest does not tell the kind of {name}: add a row for it")
        if kinds[name] in wanted.split(","):
            yield name
