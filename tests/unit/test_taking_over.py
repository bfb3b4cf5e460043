"""A case that another takes over: all of it, custody continued, nothing that does not hold, nothing twice."""

import gzip
import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate.case import Case
from corroborate.cli import cli
from corroborate.errors import StoreError
from corroborate.model.audit import ActKind
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Verdict
from corroborate.model.verification import FaultKind
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.time_authority import OPENSSL, Authority
from tests.unit.adapters.serving import Answer, serving
from tests.unit.test_collections import PAGE

SARAQIB = "Air strikes on Saraqib killed four people on 4 February 2018, the White Helmets said."
AZAZ = "A car bomb in Azaz wounded nine people on 7 March 2018, residents told Local Post."
Files = dict[str, bytes]


def opened(folder: Path, author: str) -> Case:
    machine = f"desk of {author}"
    return open_case(folder, Settings(author=author, allowed_hosts=frozenset({"localhost"}), machine=machine))


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    if OPENSSL is None:
        pytest.skip("no openssl on this machine")
    return Authority(tmp_path_factory.mktemp("authority") / "noon", "Noon")


@pytest.fixture(scope="session")
def handed(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Path:
    """Return a folder with Layla's case, its package and that of one incident."""
    place = tmp_path_factory.mktemp("handed")
    (place / "wire.txt").write_text(SARAQIB, encoding="utf-8")
    (place / "other.txt").write_text(AZAZ, encoding="utf-8")
    with opened(place / "case", "Layla") as case, serving({"/page.html": Answer(PAGE)}) as server:
        case.add(place / "wire.txt", place / "other.txt", f"{server.url}/page.html")
        case.judge(Verdict.ACCEPT, [incident(case, "February")], "two teams")
        with authority.serving() as url:
            case.stamp([url], [authority.root.read_bytes()])
        case.verify()
    run(place / "case", "package", "-o", str(place / "case.wacz"))
    with opened(place / "case", "Layla") as case:
        run(place / "case", "package", "-o", str(place / "one.wacz"), "--incident", incident(case, "February"))
    return place


def incident(case: Case, words: str) -> str:
    return next(one.id for one in case.incidents() if words in one.title)


def run(case: Path, *command: str) -> Result:
    return CliRunner().invoke(cli, ["--case", str(case), *command], env={"CORROBORATE_AUTHOR": "Omar"})


def take(case: Path, package: Path) -> dict[str, object]:
    result = run(case, "import", "--json", str(package))
    assert result.exit_code == 0, result.output
    told: dict[str, object] = json.loads(result.stdout)
    return told


def test_captures_come_with_their_bytes_exchanges_and_first_collection(handed: Path, tmp_path: Path) -> None:
    told = take(tmp_path / "case", handed / "case.wacz")
    assert (told["captures"], told["judgements"], told["read"]) == (4, 1, 3)
    with opened(tmp_path / "case", "Omar") as here, opened(handed / "case", "Layla") as there:
        assert here.captures() == there.captures()
        assert [here.evidence(one.id) for one in here.captures()] == [
            there.evidence(one.id) for one in there.captures()
        ]
        assert set(here.sightings()) == set(there.sightings())
        assert {(one.collector, one.machine) for one in here.sightings()} == {("Layla", "desk of Layla")}
        assert here.judgements() == there.judgements()
        assert [one.id for one in here.claims()] == [one.id for one in there.claims()]
        assert [(one.id, one.ranges) for one in here.incidents()] == [(one.id, one.ranges) for one in there.incidents()]
        (page,) = [one for one in here.sightings() if one.within]
        assert page.within is not None
        assert b"200 OK\r\n" in gzip.decompress(here.evidence(page.within))


def test_the_log_goes_on_from_the_senders(handed: Path, tmp_path: Path) -> None:
    take(tmp_path / "case", handed / "case.wacz")
    with opened(tmp_path / "case", "Omar") as case:
        entries = tuple(case.custody())
        head, *others = [entry for entry in entries if entry.act.kind is ActKind.IMPORT]
        said = dict(head.act.details)
        with zipfile.ZipFile(handed / "case.wacz") as package:
            log = package.read("corroborate/custody.jsonl").decode().splitlines()
        assert head.act.subject == hashlib.sha256((handed / "case.wacz").read_bytes()).hexdigest()
        assert said["head"] == hashlib.sha256(log[-1].encode()).hexdigest()
        assert [entry.act.actor for entry in (head, *others)] == ["Omar"] * 6
        for entry in others:
            told = json.loads(log[int(str(dict(entry.act.details)["entry"])) - 1])
            assert told["subject"] == entry.act.subject
        found = case.verify()
    assert found.faults == ()
    assert any("case.wacz, imported by Omar (entry 1): its custody log is unbroken" in words for words in found.holds)
    assert any("Of the log of case.wacz: Entries 1 to" in words and "CN=Noon" in words for words in found.holds)
    assert not any("belong to no capture" in note for note in found.notes)


def test_taking_over_twice_adds_nothing_and_says_so(handed: Path, tmp_path: Path) -> None:
    take(tmp_path / "case", handed / "case.wacz")
    with opened(tmp_path / "case", "Omar") as case:
        before = len(list(case.custody()))
    result = run(tmp_path / "case", "import", str(handed / "case.wacz"))
    assert "was taken over before: nothing of it is new" in result.output
    with opened(tmp_path / "case", "Omar") as case:
        assert len(list(case.custody())) == before


def test_a_case_takes_nothing_over_from_its_own_package(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(SARAQIB, encoding="utf-8")
    run(tmp_path / "case", "add", str(tmp_path / "wire.txt"))
    run(tmp_path / "case", "package", "-o", str(tmp_path / "own.wacz"))
    told = take(tmp_path / "case", tmp_path / "own.wacz")
    assert (told["known"], told["captures"]) == (True, 0)


def test_an_incident_comes_first_and_the_rest_of_its_case_later(handed: Path, tmp_path: Path) -> None:
    assert take(tmp_path / "case", handed / "one.wacz")["captures"] == 1
    told = take(tmp_path / "case", handed / "case.wacz")
    assert (told["known"], told["captures"], told["judgements"]) == (False, 3, 0)
    with opened(tmp_path / "case", "Omar") as case:
        assert case.verify().faults == ()


def test_reports_that_bear_the_same_name_both_stay(handed: Path, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Shelling of Douma killed two people, residents said.", encoding="utf-8")
    run(tmp_path / "case", "add", str(tmp_path / "wire.txt"))
    take(tmp_path / "case", handed / "case.wacz")
    with opened(tmp_path / "case", "Omar") as case:
        assert {"wire", "wire-2"} <= {document.name for document in case.documents()}
        assert case.verify().faults == ()


# --- what was touched on the way ------------------------------------------------------------------------------------

Change = Callable[[Files], None]


def touched(package: Path, target: Path, change: Change, *, listed_anew: bool) -> Path:
    """Write a package with something changed, its list made to fit where that is asked."""
    with zipfile.ZipFile(package) as made:
        files = {name: made.read(name) for name in made.namelist()}
    change(files)
    if listed_anew:
        said = json.loads(files["datapackage.json"])
        said["resources"] = [
            {"path": name, "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
            for name, content in files.items()
            if not name.startswith("datapackage")
        ]
        files["datapackage.json"] = json.dumps(said).encode()
        digest = f"sha256:{hashlib.sha256(files['datapackage.json']).hexdigest()}"
        files["datapackage-digest.json"] = json.dumps({"hash": digest}).encode()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target


def one_of(files: Files, start: str, end: str = "") -> str:
    return next(name for name in sorted(files) if name.startswith(start) and name.endswith(end))


def spoil(start: str, end: str = "") -> Change:
    def change(files: Files) -> None:
        name = one_of(files, start, end)
        files[name] = files[name][:-1] + bytes([files[name][-1] ^ 1])

    return change


def drop(start: str, end: str = "") -> Change:
    def change(files: Files) -> None:
        del files[one_of(files, start, end)]

    return change


def in_log(change: Callable[[list[str]], None], path: str = "corroborate/custody.jsonl") -> Change:
    def changed(files: Files) -> None:
        lines = files[path].decode().splitlines()
        change(lines)
        files[path] = "".join(f"{line}\n" for line in lines).encode()

    return changed


def edit(number: int, before: str, after: str) -> Callable[[list[str]], None]:
    def change(lines: list[str]) -> None:
        assert before in lines[number - 1]
        lines[number - 1] = lines[number - 1].replace(before, after)

    return change


def cut(at: int) -> Change:
    def change(lines: list[str]) -> None:
        del lines[at]

    return in_log(change)


def put_in(files: Files) -> None:
    content = b"Jets struck Douma and killed two, residents said."
    files[f"evidence/{hashlib.sha256(content).hexdigest()}"] = content


TOUCHED: Mapping[str, tuple[Change, str]] = {
    "a byte of a capture": (spoil("evidence/"), "was changed: its SHA-256 is now"),
    "a capture gone": (drop("evidence/"), "the log tells of this capture, which is not there"),
    "a capture put in": (put_in, "the log tells of no collection"),
    "an entry edited": (in_log(edit(1, "Layla", "Omar")), "entry 1 was changed: it has not the hash that entry 2"),
    "an entry no longer one": (in_log(edit(2, "{", "[")), "entry 2 is no entry of a custody log"),
    "an entry gone": (cut(2), "entry 3 is gone from the log"),
    "the log cut": (cut(-1), "it was cut at its end"),
    "the log emptied": (in_log(list.clear), "the log has no entry"),
    "a reply spoilt": (spoil("corroborate/stamps/", ".tsr"), "is not what was kept when the stamp was had"),
    "a statement gone": (drop("corroborate/stamps/", ".json"), "is missing from the package"),
    "the trail changed": (spoil("corroborate/trail"), "does not hold the hashes of the log's entries"),
    "the trail gone": (drop("corroborate/trail"), "does not hold the hashes of the log's entries"),
    "a judgement gone": (drop("corroborate/judgements"), "the log tells of this judgement, which is not there"),
}


@pytest.mark.parametrize("name", TOUCHED)
def test_what_was_touched_is_refused_by_name_though_it_is_listed_anew(handed: Path, tmp_path: Path, name: str) -> None:
    change, words = TOUCHED[name]
    package = touched(handed / "case.wacz", tmp_path / "touched.wacz", change, listed_anew=True)
    refused(package, tmp_path / "case", words)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (spoil("archive/"), "archive/"),
        (spoil("corroborate/dossier"), "corroborate/dossier.html was changed"),
        (spoil("datapackage-digest"), "datapackage.json is not the one that datapackage-digest.json tells of"),
        (spoil("corroborate/trail"), "corroborate/trail.txt was changed"),
        (drop("pages/"), "'pages/pages.jsonl' is listed and not in the package"),
        (lambda files: files.update({"letter.txt": b"x"}), "letter.txt is in the package and not listed"),
    ],
)
def test_what_is_not_as_listed_is_refused_with_when_it_was(
    handed: Path, tmp_path: Path, change: Change, words: str
) -> None:
    package = touched(handed / "case.wacz", tmp_path / "touched.wacz", change, listed_anew=False)
    said = refused(package, tmp_path / "case", words)
    assert "letter.txt" in words or "It was as listed when the package was made (20" in said


def refused(package: Path, case: Path, words: str) -> str:
    """Check that a package is refused in these words, and that nothing came of it; return all that was said."""
    result = run(case, "import", str(package))
    assert result.exit_code == 1, result.output
    assert words in result.output
    assert "nothing of it was taken over" in result.output
    with opened(case, "Omar") as here:
        assert (here.captures(), tuple(here.custody())) == ((), ())
    return result.output


def test_a_changed_capture_is_told_with_the_last_time_that_it_held(handed: Path, tmp_path: Path) -> None:
    package = touched(handed / "case.wacz", tmp_path / "a.wacz", spoil("evidence/"), listed_anew=True)
    assert "when Layla verified the case (entry" in refused(package, tmp_path / "case", "It held on 20")


def test_a_package_that_is_none_makes_no_case(tmp_path: Path) -> None:
    (tmp_path / "a.wacz").write_bytes(b"a shopping list")
    assert run(tmp_path / "case", "import", str(tmp_path / "a.wacz")).exit_code == 1
    assert not (tmp_path / "case").exists()


def test_a_sealed_entry_that_was_exchanged_is_refused(handed: Path, tmp_path: Path) -> None:
    def exchange(lines: list[str]) -> None:
        at = next(number for number, line in enumerate(lines) if '"digest"' in line and '"act"' not in line)
        said = json.loads(lines[at])
        lines[at] = json.dumps({"digest": "ab" * 32, "sequence": said["sequence"]}, separators=(",", ":"))

    package = touched(handed / "one.wacz", tmp_path / "a.wacz", in_log(exchange), listed_anew=True)
    refused(package, tmp_path / "case", "are not those of which entry")


def test_a_package_that_is_not_the_one_that_was_told_of_is_refused(handed: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256((handed / "case.wacz").read_bytes()).hexdigest()
    result = run(tmp_path / "case", "import", str(handed / "case.wacz"), "--sha256", "ab" * 32)
    assert (result.exit_code, "not the package that the sender told of" in result.output) == (1, True)
    assert run(tmp_path / "case", "import", str(handed / "case.wacz"), "--sha256", digest.upper()).exit_code == 0


def test_a_log_that_was_taken_over_is_checked_with_the_case(handed: Path, tmp_path: Path) -> None:
    take(tmp_path / "case", handed / "case.wacz")
    with opened(tmp_path / "case", "Omar") as case:
        kept = str(dict(next(iter(case.custody())).act.details)["kept"])
        path = tmp_path / "case" / "evidence" / kept[:2] / kept[2:4] / kept
        path.chmod(0o644)
        path.write_bytes(path.read_bytes().replace(b"Layla", b"Salma"))
        faults = case.verify().faults
        assert {fault.kind for fault in faults} >= {FaultKind.MISSING_FILE, FaultKind.UNLOGGED}
        assert {fault.held.sequence for fault in faults if fault.kind is FaultKind.MISSING_FILE and fault.held} == {1}


# --- kills, and cases of several hands ------------------------------------------------------------------------------


def test_an_import_that_is_cut_off_is_completed_by_the_same_command(
    handed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("corroborate.case.intake.Adding._file", _full)
        assert run(tmp_path / "case", "import", str(handed / "case.wacz")).exit_code == 1
    with opened(tmp_path / "case", "Omar") as case:
        assert (len(case.captures()), len(case.documents())) == (4, 0)
        assert [issue.kind for issue in case.issues()].count(IssueKind.UNREAD) == 3
        assert case.verify().faults == ()
    assert take(tmp_path / "case", handed / "case.wacz")["read"] == 3
    with opened(tmp_path / "case", "Omar") as case:
        assert IssueKind.UNREAD not in {issue.kind for issue in case.issues()}
        assert case.verify().faults == ()


def _full(*_: object) -> None:
    raise StoreError("No space left on device")


def test_a_case_goes_through_several_hands_and_back(handed: Path, tmp_path: Path) -> None:
    take(tmp_path / "second", handed / "case.wacz")
    (tmp_path / "more.txt").write_text(
        "Shelling of Douma killed two on 5 March 2018, residents said.", encoding="utf-8"
    )
    run(tmp_path / "second", "add", str(tmp_path / "more.txt"))
    run(tmp_path / "second", "package", "-o", str(tmp_path / "second.wacz"))
    assert take(tmp_path / "third", tmp_path / "second.wacz")["captures"] == 5
    with opened(tmp_path / "third", "Sara") as third:
        assert {one.collector for one in third.sightings()} == {"Layla", "Omar"}
        found = third.verify()
        assert found.faults == ()
        assert sum("its custody log is unbroken" in words for words in found.holds) == 2
        assert sum("that came within second.wacz" in words for words in found.holds) >= 1
        one = incident(third, "February")
    run(tmp_path / "third", "package", "-o", str(tmp_path / "one.wacz"), "--incident", one)
    assert take(tmp_path / "fourth", tmp_path / "one.wacz")["captures"] == 1
    with opened(tmp_path / "fourth", "Zaid") as fourth:
        assert {one.collector for one in fourth.sightings()} == {"Layla"}
        assert fourth.verify().faults == ()
    first = tmp_path / "first"
    take(first, handed / "case.wacz")
    assert take(first, tmp_path / "second.wacz")["captures"] == 1
    with opened(first, "Layla") as back:
        assert back.verify().faults == ()


# --- what people decided on either side -----------------------------------------------------------------------------


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folders of two cases with the same report."""
    (tmp_path / "wire.txt").write_text(SARAQIB, encoding="utf-8")
    for name in ("ours", "theirs"):
        run(tmp_path / name, "add", str(tmp_path / "wire.txt"))
    return tmp_path / "ours", tmp_path / "theirs"


def decide(folder: Path, verdict: Verdict, value: str | None = None) -> str:
    with opened(folder, folder.name) as case:
        subject = case.claims()[0].id if verdict is Verdict.REJECT else incident(case, "Saraqib")
        return case.judge(verdict, [subject], "seen", value).id


def both(ours: Path, theirs: Path) -> tuple[dict[str, bool], list[str]]:
    """Take the other side over; return by verdict and author which judgements hold, and those that are contested."""
    run(theirs, "package", "-o", str(theirs.with_suffix(".wacz")))
    take(ours, theirs.with_suffix(".wacz"))
    with opened(ours, "ours") as case:
        holds = {f"{one.judgement.verdict} {one.judgement.author}": one.is_in_force for one in case.record().rulings}
        issues = [one for one in case.issues() if one.kind is IssueKind.CONTESTED_JUDGEMENT]
        return holds, [issue.subjects[0] for issue in issues]


def test_a_judgement_from_a_package_is_replayed(sides: tuple[Path, Path]) -> None:
    decide(sides[1], Verdict.FIX_BOUND, "killed people high 9")
    assert both(*sides) == ({"fix_bound theirs": True}, [])
    with opened(sides[0], "ours") as case:
        (found,) = case.incidents()
        assert [one.high.value for one in found.ranges if one.effect.value == "killed"] == [9]


def test_what_was_decided_here_holds_against_a_package_until_a_person_undoes_either(sides: tuple[Path, Path]) -> None:
    mine, other = (
        decide(side, Verdict.FIX_BOUND, f"killed people high {n}") for side, n in zip(sides, (7, 9), strict=True)
    )
    assert both(*sides) == ({"fix_bound ours": True, "fix_bound theirs": False}, [other])
    with opened(sides[0], "ours") as case:
        assert [one.high.value for one in case.incidents()[0].ranges if one.effect.value == "killed"] == [7]
        case.judge(Verdict.UNDO, [mine], "they saw the list")
        assert [one.high.value for one in case.incidents()[0].ranges if one.effect.value == "killed"] == [9]
        assert IssueKind.CONTESTED_JUDGEMENT not in {issue.kind for issue in case.issues()}


def test_what_either_side_withholds_is_withheld_until_a_person_decides(sides: tuple[Path, Path]) -> None:
    mine = decide(sides[0], Verdict.ACCEPT)
    decide(sides[1], Verdict.WITHHOLD)
    assert both(*sides) == ({"accept ours": False, "withhold theirs": True}, [mine])


def test_judgements_that_agree_are_no_doubt(sides: tuple[Path, Path]) -> None:
    for side in sides:
        decide(side, Verdict.ACCEPT)
    assert both(*sides) == ({"accept ours": True, "accept theirs": True}, [])


def test_what_takes_back_a_judgement_of_this_case_is_contested(sides: tuple[Path, Path]) -> None:
    ours, theirs = sides
    mine = decide(ours, Verdict.ACCEPT)
    run(ours, "package", "-o", str(ours.with_suffix(".wacz")))
    take(theirs, ours.with_suffix(".wacz"))
    with opened(theirs, "theirs") as case:
        undone = case.judge(Verdict.UNDO, [mine], "too early").id
    assert both(ours, theirs) == ({"accept ours": True, "undo theirs": False}, [undone])
