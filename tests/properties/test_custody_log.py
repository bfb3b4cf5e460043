"""Whatever the custody log holds and wherever it is touched, the check finds it; untouched, it finds nothing."""

import json
from dataclasses import replace
from datetime import UTC
from random import Random

from hypothesis import assume, given
from hypothesis import strategies as st

from corroborate.case.log_check import check_log
from corroborate.model.audit import GENESIS, Act, ActKind, AuditEntry, LogHead, entry_of
from corroborate.model.canonical import canonical

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DETAILS = st.dictionaries(WORDS, WORDS | st.integers(-(2**53) + 1, 2**53 - 1) | st.none(), max_size=3)


@st.composite
def logs(draw: st.DrawFn) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    previous = GENESIS
    for sequence in range(1, draw(st.integers(2, 8)) + 1):
        details = tuple(sorted(draw(DETAILS).items()))
        at = draw(st.datetimes(timezones=st.just(UTC)))
        act = Act(draw(st.sampled_from(ActKind)), at, draw(WORDS), draw(WORDS), details)
        entries.append(AuditEntry(sequence, act, previous, draw(WORDS)))
        previous = entries[-1].digest
    return entries


def head(entries: list[AuditEntry]) -> LogHead:
    return LogHead(len(entries), entries[-1].digest, len(entries), 0)


def lines(entries: list[AuditEntry]) -> list[str]:
    return [entry.line for entry in entries]


@given(logs())
def test_an_untouched_log_is_whole_and_reads_back_as_it_was(entries: list[AuditEntry]) -> None:
    found = check_log(lines(entries), lines(entries), head(entries))
    assert not found.faults
    assert not found.notes
    assert list(found.entries) == entries


@given(logs(), st.data())
def test_an_entry_changed_in_one_place_is_found_and_the_other_place_believed(
    entries: list[AuditEntry], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(entries) - 2))
    act = entries[at].act
    said = data.draw(WORDS)
    assume(said not in (act.actor, act.subject))
    changed = list(entries)
    changed[at] = replace(
        entries[at], act=data.draw(st.sampled_from([replace(act, actor=said), replace(act, subject=said)]))
    )
    for here, there in ((changed, entries), (entries, changed)):
        found = check_log(lines(here), lines(there), head(entries))
        assert [fault.subject for fault in found.faults] == [f"entry {at + 1}"]
        assert list(found.entries) == entries


@given(logs(), st.data())
def test_an_entry_changed_in_both_places_is_found(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    changed = list(entries)
    changed[at] = replace(entries[at], salt=entries[at].salt + "x")
    found = check_log(lines(changed), lines(changed), head(entries))
    assert f"entry {at + 1}" in [fault.subject for fault in found.faults]


@given(logs(), st.data())
def test_a_line_of_bytes_of_any_kind_is_found(entries: list[AuditEntry], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(entries) - 1))
    touched = lines(entries)
    touched[at] = data.draw(st.text(max_size=20))
    found = check_log(lines(entries), touched, head(entries))
    assert found.faults


@given(logs(), st.data())
def test_entries_that_are_gone_are_found_wherever_they_were(entries: list[AuditEntry], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(entries) - 1))
    final = data.draw(st.integers(first + 1, len(entries)))
    cut = lines(entries[:first] + entries[final:])
    for here, there in ((cut, lines(entries)), (lines(entries), cut), (cut, cut)):
        (fault,) = check_log(here, there, head(entries)).faults
        assert fault.subject == (f"entry {final}" if final == first + 1 else f"entries {first + 1} to {final}")
        assert (fault.kind.value == "truncated_log") == (final == len(entries))


@given(logs(), st.randoms(use_true_random=False))
def test_lines_in_another_order_are_found(entries: list[AuditEntry], random: Random) -> None:
    shuffled = lines(entries)
    random.shuffle(shuffled)
    found = check_log(lines(entries), shuffled, head(entries))
    assert bool(found.faults) == (shuffled != lines(entries))


@given(
    st.recursive(
        WORDS | st.integers(-99, 99) | st.none(), lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)
    )
)
def test_canonical_text_reads_back_and_has_one_form(value: object) -> None:
    text = canonical(value)  # type: ignore[arg-type]  # made of nothing but what it takes
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@given(logs())
def test_a_line_is_read_back_as_the_entry_that_wrote_it(entries: list[AuditEntry]) -> None:
    assert [entry_of(entry.line) for entry in entries] == entries
