"""Is the custody log whole? Its two copies are held against each other, and each entry against the one after.

An entry is *vouched for* where its hash is the one that the next entry carries, or that the head of the log notes.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby
from types import MappingProxyType

from corroborate.case.handed_log import unlike
from corroborate.errors import InvariantError
from corroborate.model.audit import ActKind, AuditEntry, LogHead, digest_of, entry_of, written_digest
from corroborate.model.verification import Fault, FaultKind
from corroborate.ports import CaseStore

DATABASE, COPY = "the database", "custody.jsonl"
_TELLING = ("at", "actor", "act", "subject")


class _State(Enum):
    """What is wrong with an entry."""

    MISSING_HERE = f"missing from {DATABASE}"
    MISSING_THERE = f"missing from {COPY}"
    MISSING = "missing"
    CHANGED_HERE = f"changed in {DATABASE}"
    CHANGED_THERE = f"changed in {COPY}"
    CHANGED = "changed"
    TWO_HISTORIES = "two histories"
    NOT_COPIED = "not copied yet"


@dataclass(frozen=True, slots=True)
class LogCheck:
    """What came of it: the entries that can be believed, in order, what is wrong, what is only worth knowing.

    `digests` are the hashes of all entries, from the first on; empty where one cannot be believed.
    """

    entries: tuple[AuditEntry, ...]
    digests: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it stands, its hash as it was written, and the number and the hash of the entry before, if it has them.

    A sealed entry has no hash of the one before: what binds that one is the trail that the sealing entry tells.
    """

    text: str
    digest: str
    sequence: int | None
    previous: str | None
    is_sealed: bool


_Lines = Mapping[int, _Line]


@contextmanager
def log_of(store: CaseStore) -> Iterator[LogCheck]:
    """Check the log of a case, and see the case as it stood at that entry for as long as this is open.

    Others may write meanwhile. The copy is read first: what it then lacks, and lacked already when the head was noted
    before, was lost; what it lacks of later entries had not been copied yet.
    """
    before, copy = store.head(), tuple(store.audit_copy())
    with store.snapshot():
        yield check_log(store.audit(), copy, replace(store.head(), mirrored=before.mirrored))


def check_log(lines: Iterable[str], copy: Iterable[str], head: LogHead) -> LogCheck:
    """Return what is whole and what is not in the log of the database, its copy, and its head."""
    here, strays_here = _numbered(lines, DATABASE)
    there, strays_there = _numbered(copy, COPY, known=here)
    last = max(head.sequence, *here, *there, 0)
    states: dict[int, _State] = {}
    believed: list[AuditEntry] = []
    digests: list[str] = []
    sealed: list[int] = []
    for number in range(1, last + 1):
        state, line = _judged(number, (here, there), head)
        if state is not None:
            states[number] = state
        digests.append(line.digest if line is not None else "")
        if line is not None:
            believed.extend(_parsed(line))
            sealed += [number] * line.is_sealed
    faults: list[Fault] = [*strays_here, *strays_there]
    notes: list[str] = []
    for state, first, final in _runs(states):
        if state is _State.NOT_COPIED:
            notes.append(
                f"{_entries(first, final)} not in {COPY} yet, as after a kill: the next act writes them there."
            )
        else:
            faults.append(_fault(state, first, final, last=last, lines=(here.get(first), there.get(first))))
    faults += _unexplained(sealed, believed)
    if all(digests):
        faults += unlike(believed, digests)
    return LogCheck(tuple(believed), tuple(digests), tuple(faults), tuple(notes))


def _unexplained(sealed: Iterable[int], entries: Iterable[AuditEntry]) -> Iterator[Fault]:
    """Yield sealed entries that no entry tells to have been forgotten."""
    told = {number for entry in entries for number in sealed_by(entry)}
    for number in sealed:
        if number not in told:
            words = f"entry {number} is sealed, and no entry tells that somebody had it forgotten"
            yield Fault(FaultKind.CHANGED_ENTRY, f"entry {number}", words)


def sealed_by(entry: AuditEntry) -> tuple[int, ...]:
    """Return the numbers of the entries that an act of forgetting sealed; none for any other act."""
    said = dict(entry.act.details).get("entries")
    return tuple(map(int, said)) if entry.act.kind is ActKind.FORGET and isinstance(said, tuple) else ()


def _numbered(
    lines: Iterable[str], where: str, known: _Lines = MappingProxyType({})
) -> tuple[_Lines, tuple[Fault, ...]]:
    """Return the lines by the number that each gives itself, and those that stand out of their order.

    A line that gives no number is taken for a changed one and stands behind the one before. What stands among the
    `known` under the number that is next is not looked at again.
    """
    found: dict[int, _Line] = {}
    strays: list[Fault] = []
    number = 0
    for position, text in enumerate(lines, start=1):
        same = known.get(number + 1)
        line = same if same is not None and same.text == text else _line(text)
        if line.sequence is not None and line.sequence <= number:
            words = f"line {position} of {where} says that it is entry {line.sequence}, behind entry {number}"
            strays.append(Fault(FaultKind.CHANGED_ENTRY, f"entry {line.sequence}", words))
            continue
        number = number + 1 if line.sequence is None else line.sequence
        found[number] = line
    return found, tuple(strays)


def _line(text: str) -> _Line:
    said = _fields(text)
    sequence, previous = said.get("sequence"), said.get("previous")
    number = sequence if isinstance(sequence, int) else None
    digest = written_digest(text)
    return _Line(text, digest, number, previous if isinstance(previous, str) else None, digest != digest_of(text))


def _fields(text: str) -> Mapping[str, object]:
    try:
        said = json.loads(text)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _judged(number: int, copies: tuple[_Lines, _Lines], head: LogHead) -> tuple[_State | None, _Line | None]:
    """Return what is wrong with an entry, None where nothing is, and its line where one can be believed."""
    mine, other = (copy.get(number) for copy in copies)
    vouched = {copy[number + 1].previous for copy in copies if number + 1 in copy} - {None}
    if number == head.sequence:
        vouched.add(head.digest)
    if mine is None or other is None:
        return _one_missing(number, mine, other, head)
    if mine.text == other.text:
        # Where the next entry is gone everywhere, nothing speaks against this one.
        return (None, mine) if mine.digest in vouched or not vouched else (_State.CHANGED, None)
    match mine.digest in vouched, other.digest in vouched:
        case True, True:
            return _State.TWO_HISTORIES, mine
        case True, False:
            # Behind the last entry there is but the head, which whoever changed the database could change as well.
            return (_State.TWO_HISTORIES if number == head.sequence else _State.CHANGED_THERE), mine
        case False, True:
            return _State.CHANGED_HERE, other
        case _:
            return _State.CHANGED, None


def _one_missing(number: int, mine: _Line | None, other: _Line | None, head: LogHead) -> tuple[_State, _Line | None]:
    if mine is None:
        return (_State.MISSING, None) if other is None else (_State.MISSING_HERE, other)
    return (_State.NOT_COPIED if number > head.mirrored else _State.MISSING_THERE), mine


def _runs(states: Mapping[int, _State]) -> Iterator[tuple[_State, int, int]]:
    """Yield stretches of entries with which the same is wrong."""
    numbers = sorted(states)
    keyed = groupby(enumerate(numbers), key=lambda pair: (states[pair[1]], pair[1] - pair[0]))
    for (state, _), run in keyed:
        stretch = [number for _, number in run]
        yield state, stretch[0], stretch[-1]


def _fault(state: _State, first: int, final: int, *, last: int, lines: tuple[_Line | None, _Line | None]) -> Fault:
    subject = f"entry {first}" if first == final else f"entries {first} to {final}"
    told = _entries(first, final)
    at_end = final == last
    gone = FaultKind.TRUNCATED_LOG if at_end else FaultKind.MISSING_ENTRY
    cut = "the log was cut at its end: " if at_end else ""
    match state:
        case _State.MISSING_HERE:
            return Fault(gone, subject, f"{cut}{told} gone from {DATABASE}, and still in {COPY}")
        case _State.MISSING_THERE:
            words = f"{cut}{told} gone from {COPY}, and still in {DATABASE}. A loss of power can do that too"
            return Fault(gone, subject, words)
        case _State.MISSING:
            return Fault(gone, subject, f"{cut}{told} gone from {DATABASE} and from {COPY}")
        case _State.CHANGED_HERE:
            return Fault(FaultKind.CHANGED_ENTRY, subject, _differ(DATABASE, COPY, told, lines))
        case _State.CHANGED_THERE:
            return Fault(FaultKind.CHANGED_ENTRY, subject, _differ(COPY, DATABASE, told, lines[::-1]))
        case _State.TWO_HISTORIES:
            words = f"{told} told otherwise in {DATABASE} and in {COPY}, and no later entry says which was written"
            return Fault(FaultKind.CHANGED_ENTRY, subject, words)
        case _:
            words = f"{told} changed in {DATABASE} and in {COPY}: the hash is no longer the one that was noted after"
            return Fault(FaultKind.CHANGED_ENTRY, subject, words)


def _differ(changed: str, true: str, told: str, lines: tuple[_Line | None, _Line | None]) -> str:
    """Tell how a changed line and the true one differ."""
    now, before = (_told(line) for line in lines)
    parts = [
        f"{name} is {_shown(now.get(name))} and was {_shown(before.get(name))}"
        for name in dict.fromkeys((*before, *now))
        if now.get(name) != before.get(name)
    ]
    return f"{told} changed in {changed}; {true} has what was written: {'; '.join(parts) or 'its form differs'}"


def _told(line: _Line | None) -> Mapping[str, object]:
    """Return what an entry says, the details of its act beside the rest."""
    said = _fields(line.text) if line else {}
    details = said.get("details")
    return {name: said[name] for name in _TELLING if name in said} | (details if isinstance(details, dict) else {})


def _shown(value: object) -> str:
    return "not told" if value is None else f"“{value}”" if isinstance(value, str) else json.dumps(value)


def _entries(first: int, final: int) -> str:
    return f"entry {first} is" if first == final else f"entries {first} to {final} are"


def _parsed(line: _Line) -> Iterator[AuditEntry]:
    try:
        yield entry_of(line.text)
    except InvariantError:
        return
