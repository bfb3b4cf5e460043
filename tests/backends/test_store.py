"""What every database that keeps a case has to do. Each test runs once a backend."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from corroborate.adapters.sql import SqlStore, open_store
from corroborate.adapters.sql.schema import metadata
from corroborate.case.log_check import check_log
from corroborate.errors import StoreError
from corroborate.model.audit import GENESIS, Act, ActKind, entry_of
from corroborate.model.ids import IncidentId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.memory import Card, Change, Doubt, Since
from corroborate.model.record import Fold
from corroborate.model.situation import NOWHERE
from tests.backends.filing import NOON, capture_of, intake_of, reading_of, sighting_of

REPORT = "Air strikes killed many in Douma and killed more in Harasta."


@pytest.fixture(params=["sqlite"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"{request.param}.db"


@pytest.fixture
def store(place: Path) -> Iterator[SqlStore]:
    opened = open_store(place)
    yield opened
    opened.close()


def change_of(store: SqlStore) -> Change:
    claims = tuple(claim.id for claim in store.claims())
    documents = tuple(document.id for document in store.documents())
    incident = Incident(
        IncidentId("incident-1"), "Strike", None, NOWHERE, (), (), claims[:1], claims[1:], documents, (), (), (), ()
    )
    tally = Tally(TallyId("tally-1"), "Killed", None, None, NOWHERE, (), claims, documents, (), ())
    doubt = Issue(IssueKind.CONFLICT, "reconcile", ("incident-1",), "two totals")
    card = Card("incident-1", frozenset({"day 1", "day 2"}), doubt)
    return Change((incident,), (tally,), frozenset(), (Doubt(doubt, ("incident-1",)),), frozenset(), (card,))


def refold(store: SqlStore, change: Change, *, afresh: bool = True, as_of: int | None = None) -> bool:
    return store.refold(change, "tests 1", store.sequence() if as_of is None else as_of, afresh=afresh)


def folded(store: SqlStore, change: Change) -> Fold:
    issues = tuple(doubt.issue for doubt in change.doubts)
    return Fold(change.incidents, change.tallies, issues, "tests 1", store.sequence())


NOTED = Issue(IssueKind.CONFLICT, "link", ("a",), "older")


def test_what_is_filed_is_read_back(store: SqlStore) -> None:
    intake = intake_of(REPORT)
    store.file(intake)
    assert intake.reading is not None
    assert store.documents() == (intake.reading.document,)
    assert store.claims() == intake.reading.claims
    assert store.issues() == intake.reading.issues
    assert store.sightings() == (intake.sighting,)
    assert store.captures() == (intake.capture,)
    assert store.reader(intake.capture.id) == "tests 1"


def test_what_is_filed_outlives_the_connection(store: SqlStore, place: Path) -> None:
    store.file(intake_of(REPORT))
    other = open_store(place)
    assert other.claims() == store.claims()
    other.close()


def test_filing_twice_adds_nothing_twice(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    before = store.documents(), store.claims(), store.issues(), store.sightings()
    store.file(intake_of(REPORT))
    assert (store.documents(), store.claims(), store.issues(), store.sightings()) == before


def test_the_same_bytes_under_two_names_are_one_capture_with_two_sightings(store: SqlStore) -> None:
    store.file(intake_of(REPORT, "a"))
    store.file(replace(intake_of(REPORT, "b"), reading=None))
    assert len(store.captures()) == len(store.documents()) == 1
    assert [sighting.lead.name for sighting in store.sightings(capture_of(REPORT).id)] == ["a", "b"]


def test_a_later_reading_replaces_the_earlier(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    later = intake_of(REPORT, publisher="Levant Wire", maker="tests 2")
    store.file(later)
    assert later.reading is not None
    assert store.documents() == (later.reading.document,)
    assert store.claims() == later.reading.claims
    assert store.reader(later.capture.id) == "tests 2"
    assert store.search("strikes") == (store.documents()[0].id,)


def test_an_unreadable_report_leaves_its_sighting_and_its_doubt(store: SqlStore) -> None:
    intake = intake_of(REPORT)
    doubt = Issue(IssueKind.UNREADABLE, "read", (intake.capture.id,), "a picture")
    store.file(replace(intake, reading=replace(reading_of(REPORT), document=None, claims=(), issues=(doubt,))))
    assert store.documents() == ()
    assert store.issues() == (doubt,)
    assert store.reader(intake.capture.id) == "tests 1"


def test_a_report_that_cannot_be_written_whole_is_not_written_at_all(store: SqlStore) -> None:
    intake = intake_of(REPORT)
    assert intake.reading is not None
    twice = replace(intake.reading, claims=(*intake.reading.claims, *intake.reading.claims))
    with pytest.raises(StoreError):
        store.file(replace(intake, reading=twice))
    assert not any((store.captures(), store.sightings(), store.documents(), store.claims()))
    assert store.sequence() == 0


def test_the_fold_is_replaced_whole_and_told_as_of_when(store: SqlStore) -> None:
    assert store.fold() is None
    store.file(intake_of(REPORT))
    change = change_of(store)
    assert refold(store, change)
    assert store.fold() == folded(store, change)
    assert store.folded() == ("tests 1", store.sequence())
    less = replace(change, incidents=(), doubts=(), cards=())
    assert refold(store, less)
    assert store.fold() == folded(store, less)
    assert list(store.standing().cards(Issue, ["day 1"])) == []


def test_a_fold_of_yesterdays_case_is_refused(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    change, as_of = change_of(store), store.sequence()
    store.file(intake_of("Shelling killed nobody.", "b"))
    assert not refold(store, change, as_of=as_of)
    assert store.fold() is None


def test_a_change_leaves_what_it_does_not_speak_of(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    stood = change_of(store)
    refold(store, stood)
    incident = replace(stood.incidents[0], id=IncidentId("incident-2"), title="Raid")
    doubt = Doubt(Issue(IssueKind.CONFLICT, "reconcile", ("incident-2",), "more"), ("incident-2",))
    card = Card("incident-2", frozenset({"day 2"}), doubt.issue)
    more = Change((incident,), (), frozenset(), (doubt,), frozenset(), (card,))
    assert refold(store, more, afresh=False)
    kept = store.fold() or pytest.fail("no fold")
    assert kept.incidents == (incident, *stood.incidents)  # by day, then by title
    assert kept.tallies == stood.tallies
    assert {*kept.issues} == {stood.doubts[0].issue, doubt.issue}
    assert {one.message for one in store.standing().cards(Issue, ["day 2", "day 1"])} == {"two totals", "more"}
    assert [one.message for one in store.standing().cards(Issue, ["day 1"])] == ["two totals"]


def test_what_is_gone_goes_with_its_doubts_and_cards(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    refold(store, change_of(store))
    gone = Change((), (), frozenset({"incident-1", "tally-1"}), (), frozenset({"incident-1"}), ())
    assert refold(store, gone, afresh=False)
    assert store.fold() == Fold((), (), (), "tests 1", store.sequence())
    assert list(store.standing().cards(Issue, ["day 1", "day 2"])) == []


def test_a_card_lies_under_the_keys_that_it_has_now(store: SqlStore) -> None:
    refold(store, Change((), (), frozenset(), (), frozenset(), (Card("a", frozenset({"old", "both"}), NOTED),)))
    newer = Card("a", frozenset({"new", "both"}), replace(NOTED, message="newer"))
    refold(store, Change((), (), frozenset(), (), frozenset(), (newer,)), afresh=False)
    found = {key: [one.message for one in store.standing().cards(Issue, [key])] for key in ("old", "new", "both")}
    assert found == {"old": [], "new": ["newer"], "both": ["newer"]}


def test_what_stands_is_asked_for_by_report(store: SqlStore) -> None:
    intake = intake_of(REPORT)
    store.file(intake)
    store.file(intake_of("Shelling killed nobody.", "b"))
    change = change_of(store)
    refold(store, change)
    assert intake.reading is not None
    assert intake.reading.document is not None
    asked = [intake.reading.document.id]
    assert set(store.standing().claims_of(asked)) == set(intake.reading.claims)
    assert store.standing().groups(asked) == (change.incidents, change.tallies)
    assert store.standing().groups([]) == ((), ())


def test_reports_that_were_added_since_the_fold_are_told(store: SqlStore) -> None:
    assert store.since() is None
    store.file(intake_of(REPORT))
    refold(store, change_of(store))
    assert store.since() == Since((), ())
    later = intake_of("Shelling killed nobody.", "b")
    store.file(later)
    assert later.reading is not None
    assert later.reading.document is not None
    said = Judgement(Verdict.EXCLUDE_ORIGIN, (), "Layla", "no source", NOON, "SANA")
    store.decide(said)
    assert store.since() == Since((later.reading.document.id,), (said.id,))


def test_nothing_is_added_to_the_fold_of_a_report_that_was_read_again(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    refold(store, change_of(store))
    store.file(intake_of(REPORT, maker="tests 2"))
    assert store.since() is None


def test_a_report_can_be_read_again_after_a_fold(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    refold(store, change_of(store))
    store.file(intake_of(REPORT, maker="tests 2"))
    assert store.reader(capture_of(REPORT).id) == "tests 2"


def test_judgements_are_appended_once_and_in_order(store: SqlStore) -> None:
    first = Judgement(Verdict.SAME, ("incident-1", "incident-2"), "Layla", "one building", NOON)
    second = Judgement(Verdict.UNDO, (first.id,), "Omar", "two streets", NOON)
    for judgement in (first, second, first):
        store.decide(judgement)
    assert store.judgements() == (first, second)
    assert acts(store) == ["judge", "judge"]


def acts(store: SqlStore) -> list[str]:
    return [entry_of(line).act.kind.value for line in store.audit()]


def faults(store: SqlStore) -> list[tuple[str, str]]:
    found = check_log(store.audit(), store.audit_copy(), store.head()).faults
    return [(fault.kind.value, fault.subject) for fault in found]


def intrude(store: SqlStore, statement: str) -> None:
    """Do to the database what the program never does."""
    with store._write() as connection:
        for table in ("audit", "capture", "sighting", "judgement"):
            for verb in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER {table}_no_{verb}"))
        connection.execute(text(statement))


def filled(store: SqlStore) -> SqlStore:
    for name in "abc":
        store.file(intake_of(f"{REPORT} {name}", name))
    return store


def test_what_was_done_stands_in_the_log_and_in_its_copy(store: SqlStore, place: Path) -> None:
    assert store.head().digest == GENESIS
    filled(store)
    assert acts(store) == ["collect", "read"] * 3
    assert list(store.audit()) == place.with_name("custody.jsonl").read_text().splitlines() == list(store.audit_copy())
    assert store.head().digest == entry_of(list(store.audit())[-1]).digest
    assert faults(store) == []


@pytest.mark.parametrize("table", ["audit", "capture", "sighting", "judgement"])
def test_what_was_seen_and_decided_can_be_neither_changed_nor_removed(store: SqlStore, table: str) -> None:
    filled(store).decide(Judgement(Verdict.ACCEPT, ("claim-1",), "Layla", "so it was", NOON))
    changed = metadata.tables[table]
    for statement in (changed.delete(), changed.update().values({next(iter(changed.c)): 100})):
        with pytest.raises(StoreError, match="only ever appended"), store._write() as connection:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE audit SET line = replace(line, 'Layla', 'Omar') WHERE sequence = 2", ("changed_entry", "entry 2")),
        ("UPDATE audit SET line = replace(line, 'Layla', 'Omar') WHERE sequence = 6", ("changed_entry", "entry 6")),
        ("UPDATE audit SET line = 'gone' WHERE sequence = 1", ("changed_entry", "entry 1")),
        ("DELETE FROM audit WHERE sequence = 3", ("missing_entry", "entry 3")),
        ("DELETE FROM audit WHERE sequence > 4", ("truncated_log", "entries 5 to 6")),
        ("DELETE FROM audit", ("truncated_log", "entries 1 to 6")),
    ],
)
def test_a_log_that_was_touched_in_the_database_is_found_by_its_copy(
    store: SqlStore, statement: str, fault: tuple[str, str]
) -> None:
    intrude(filled(store), statement)
    assert faults(store) == [fault]


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("Layla", "Omar", ("changed_entry", "entry 1")),
        (r"(?s)^.*$", "", ("truncated_log", "entries 1 to 6")),
        (r'\{[^\n]*"sequence":2,[^\n]*\n', "", ("missing_entry", "entry 2")),
        (r'(?s)\{[^\n]*"sequence":5,.*', "", ("truncated_log", "entries 5 to 6")),
    ],
)
def test_a_copy_that_was_touched_is_found_by_the_log(
    store: SqlStore, place: Path, before: str, after: str, fault: tuple[str, str]
) -> None:
    filled(store).close()
    copy = store._copy.path
    copy.write_text(re.sub(before, after, copy.read_text(), count=1))
    again = open_store(place)
    assert faults(again) == [fault]
    again.close()


def test_a_log_cut_everywhere_is_found_by_the_head_that_the_database_notes(store: SqlStore) -> None:
    intrude(filled(store), "DELETE FROM audit WHERE sequence > 4")
    store._copy.path.write_text("".join(f"{line}\n" for line in store.audit()))
    assert faults(store) == [("truncated_log", "entries 5 to 6")]


def test_lines_that_the_copy_lost_are_written_again_and_the_log_says_so(store: SqlStore) -> None:
    copy = filled(store)._copy.path
    copy.write_text("".join(copy.read_text().splitlines(keepends=True)[:2]))
    store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    assert acts(store)[-2:] == ["mend", "view"]
    assert '"first":3' in list(store.audit())[-2]
    assert list(store.audit_copy()) == list(store.audit())
    assert faults(store) == []


def test_a_line_that_a_killed_process_left_half_is_written_whole_by_the_next_act(store: SqlStore) -> None:
    copy = filled(store)._copy.path
    whole = copy.read_bytes()
    with store._write() as connection:
        connection.execute(text("UPDATE head SET mirrored = 4"))  # as it stood while the last entries were written
    copy.write_bytes(whole[:-40])
    assert faults(store) == []
    store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    assert acts(store)[-2:] == ["read", "view"]
    assert copy.read_bytes().startswith(whole)
    assert faults(store) == []


def test_an_older_copy_of_the_database_is_not_written_on(store: SqlStore, place: Path) -> None:
    filled(store)
    store.close()
    older = place.read_bytes()
    again = open_store(place)
    again.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    again.close()
    place.write_bytes(older)
    put_back = open_store(place)
    assert faults(put_back) == [("truncated_log", "entry 7")]
    with pytest.raises(StoreError, match="older copy"):
        put_back.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    assert len(acts(put_back)) == 6
    put_back.close()


def test_a_copy_that_ends_in_no_entry_is_told_in_words(store: SqlStore) -> None:
    with filled(store)._copy.path.open("a") as copy:
        copy.write("a shopping list\n")
    assert faults(store) == [("truncated_log", "entry 7")]
    with pytest.raises(StoreError, match="no entry of a custody log"):
        store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))


def test_looking_leaves_the_fold_as_it_is(store: SqlStore) -> None:
    filled(store)
    change, as_of = change_of(store), store.sequence()
    store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
    assert refold(store, change, as_of=as_of)
    assert store.sequence() == 6


def test_a_doubt_without_a_capture_is_noted_once(store: SqlStore) -> None:
    doubt = Issue(IssueKind.UNREADABLE, "collect", ("gone.txt",), "gone.txt: no such file")
    store.note(doubt, "Layla", NOON)
    store.note(doubt, "Layla", NOON)
    assert store.issues() == (doubt,)
    assert store.sequence() == 1


def test_search_finds_all_of_the_words_in_any_script(store: SqlStore) -> None:
    store.file(intake_of(REPORT, "a"))
    store.file(intake_of("غارات جوية على دوما والحديث عن قتلى", "b"))
    named = {document.name: document.id for document in store.documents()}
    assert store.search("douma STRIKES") == (named["a"],)
    assert store.search("دوما") == (named["b"],)
    assert store.search("douma Aleppo") == ()
    assert store.search('"') == store.search("") == ()


def test_two_who_write_at_once_do_not_lose_each_others_reports(store: SqlStore, place: Path) -> None:
    other = open_store(place)

    def write(number: int) -> None:
        (store if number % 2 else other).file(intake_of(f"{REPORT} {number}", str(number)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(40)))
    other.close()
    assert len(store.documents()) == 40
    assert len(acts(store)) == 80
    assert faults(store) == []


def test_sightings_that_say_something_else_are_kept_beside_the_first(store: SqlStore) -> None:
    store.file(intake_of(REPORT))
    store.file(replace(intake_of(REPORT), sighting=sighting_of(REPORT, publisher="Levant Wire"), reading=None))
    assert [sighting.lead.publisher for sighting in store.sightings()] == [None, "Levant Wire"]
