"""What is marked as confidential is in nothing that the program prints, writes or hands over; figures stay."""

import gzip
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corroborate.case import Case
from corroborate.cli import _COMMANDS, cli
from corroborate.cli.reporting import _FORMATS
from corroborate.model.audit import AuditEntry, SealedEntry, entry_or_seal
from corroborate.settings import Settings
from corroborate.wiring import open_case

PERSON = "Abu Talib al-Mursi"
DIARY = (
    "Shells on the clinic of Kafr Qarzun\n\n"
    f"{PERSON}, a nurse at the Qarzun dispensary, said that at least 17 people were killed when barrel bombs fell on"
    " the clinic in Douma on 4 February 2018. The Qarmat Brigade denied that it was there. Helicopters hovered above"
    " the mulberry orchard. “We carried neighbours on doors,” she told.\n"
)
WIRE = (
    "Air strikes on Douma kill at least 12\n\n"
    "At least 12 people were killed in air strikes on Douma on 4 February 2018, the White Helmets said."
    f" {PERSON}, a nurse, said 19 people were killed in Douma on 4 February 2018, “and the lanterns went out”."
    " Levant Wire could not verify the account.\n"
)
OTHER = (
    "Douma hit again\n\nAir strikes killed at least 13 people in Douma on 4 February 2018, the White Helmets said."
    " The government denied it. Reuters said that six children died in Douma on 4 February 2018.\n"
)
# Names and addresses, and runs of words or single words that only what is confidential has.
SECRETS = (
    *("Talib", "Mursi", "Qarzun", "qarzun-diary", "Qarmat", "posts/17", "wire-17.example", "levant-wire-full-story"),
    *(
        "dispensary",
        "mulberry",
        "orchard",
        "Helicopters",
        "neighbours on doors",
        "lanterns",
        "asked us",
        "brother is held",
    ),
)
SHOWN = {"extract", "count", "evaluate", "methodology", "norms", "demo"}  # which know of no case, or make their own
WRITING = {
    "add",
    "watch",
    "judge",
    "lock",
    "unlock",
    "stamp",
    "forget",
}  # which are tried apart, or need more than a case


def run(case: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--case", str(case), *map(str, arguments)])


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a case in which nothing is marked yet."""
    place = tmp_path_factory.mktemp("confidential")
    (place / "qarzun-note.txt").write_text(DIARY, encoding="utf-8")
    (place / "levant-wire-full-story.txt").write_text(WIRE, encoding="utf-8")
    (place / "other.txt").write_text(OTHER, encoding="utf-8")
    said = (
        ("qarzun-note.txt", "Qarzun Diary", "https://qarzun-diary.example/posts/17"),
        ("levant-wire-full-story.txt", "Levant Wire", "https://wire-17.example/a"),
        ("other.txt", "Gulf Post", "https://gulf.example/b"),
    )
    with open_case(place / "case", Settings(author="Layla")) as case:
        for name, publisher, url in said:
            case.add(place / name, publisher=publisher, url=url)
    return place / "case"


@pytest.fixture(scope="module")
def marked(plain: Path) -> Path:
    """Return a copy of it in which a report and a person are marked."""
    folder = plain.with_name("marked")
    shutil.copytree(plain, folder)
    for mark in (("qarzun-note",), ("--value", PERSON)):
        judged = run(folder, "judge", "confidential", *mark, "--reason", "her brother is held; she asked us")
        assert judged.exit_code == 0, judged.output
        assert leaks(judged.output.encode()) == []
    incident = json.loads(run(folder, "incidents", "--json").stdout.splitlines()[0])["id"]
    assert run(folder, "judge", "accept", incident, "--reason", f"Talib says so: {PERSON}").exit_code == 0
    return folder


def leaks(content: bytes) -> list[str]:
    """Return the secrets in what the program gave out, packed or not, in any case of letters."""
    text = content.decode("utf-8", "replace").casefold()
    return [secret for secret in SECRETS if secret.casefold() in text]


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield bytes, and what is packed in them."""
    yield content
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            for name in package.namelist():
                yield name.encode()
                yield from unpacked(package.read(name))


LISTINGS: list[tuple[str, ...]] = [
    (name,) for name in _COMMANDS if name not in SHOWN | WRITING | {"show", "report", "export", "package"}
]
LISTINGS += [(*listing, "--json") for listing in LISTINGS if listing != ("link-report",)]
LISTINGS += [
    ("incidents", "--as-of", "2026-12-31"),
    ("incidents", "--beside", "gppi"),
    ("documents", "--search", "Douma"),
]
LISTINGS += [("claims", "--document", PERSON), ("show", PERSON), ("show", "qarzun-note"), ("judge", "accept", PERSON)]


@pytest.mark.parametrize("listing", LISTINGS, ids=" ".join)
def test_no_listing_tells_it(marked: Path, listing: tuple[str, ...]) -> None:
    asked = [secret for secret in SECRETS if secret in " ".join(listing)]
    told = run(marked, *listing)
    assert [secret for secret in leaks(told.stdout_bytes) if secret not in asked] == []
    assert [secret for secret in leaks(told.stderr_bytes) if secret not in asked] == []


@pytest.mark.parametrize("form", _FORMATS)
@pytest.mark.parametrize("choice", [("--unreviewed",), ()], ids=" ".join)
def test_no_export_tells_it(marked: Path, tmp_path: Path, form: str, choice: tuple[str, ...]) -> None:
    told = run(marked, "export", form, "-o", tmp_path / "export", *choice)
    assert told.exit_code == 0, told.output
    content = (tmp_path / "export").read_bytes()
    assert content
    assert [leaks(part) for part in (told.output.encode(), *unpacked(content)) if leaks(part)] == []


def test_no_parquet_tells_it(marked: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    run(marked, "export", "parquet", "-o", tmp_path / "export", "--unreviewed")
    rows = duckdb.connect().execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "export")]).fetchall()
    assert rows
    assert leaks(str(rows).encode()) == []


def test_no_dossier_and_no_package_tells_it(marked: Path, tmp_path: Path) -> None:
    told = ""
    for command in (("report",), ("report", "--beside", "gppi"), ("package",)):
        written = run(marked, *command, "-o", tmp_path / "out")
        assert written.exit_code == 0, written.output
        told = written.output
        found = [told.encode(), *unpacked((tmp_path / "out").read_bytes())]
        assert [leaks(part) for part in found if leaks(part)] == []
    with zipfile.ZipFile(tmp_path / "out") as package:
        assert len([name for name in package.namelist() if name.startswith("evidence/")]) == 1
    assert "captures that are confidential, or name what is (2)" in told


def test_each_thing_that_is_shown_tells_nothing(marked: Path) -> None:
    lines = [
        line
        for name in ("documents", "claims", "incidents", "tallies", "issues", "judgements")
        for line in run(marked, name, "--json").stdout.splitlines()
    ]
    ids = [json.loads(line)["id"] for line in lines]
    assert len(ids) > 20
    for one in ids:
        for form in ((), ("--json",)):
            told = run(marked, "show", one, *form)
            assert told.exit_code == 0, told.output
            assert leaks(told.output.encode()) == []


def test_adding_it_again_tells_nothing_but_what_was_asked(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "case")
    told = run(tmp_path / "case", "add", marked.parent / "qarzun-note.txt", "--publisher", "Qarzun Diary", "--anew")
    assert told.exit_code == 0, told.output
    assert leaks(told.output.encode()) == []


def test_figures_origins_and_grades_stay_as_they_were(plain: Path, marked: Path) -> None:
    def counted(case: Path, *options: str) -> list[object]:
        lines = map(json.loads, run(case, "incidents", "--json", *options).stdout.splitlines())
        return [
            (
                [(r["effect"], r["people"], r["low"]["value"], r["high"]["value"], r["open"]) for r in one["ranges"]],
                [grade["name"] for grade in one["grades"]],
                *(len(one[name]) for name in ("origins", "documents", "claims", "responsibility", "routes")),
                one["when"],
                one["methods"],
            )
            for one in lines
        ]

    assert counted(marked) == counted(plain)
    assert counted(marked, "--methodology", "ucdp") == counted(plain, "--methodology", "ucdp")
    for name in ("documents", "claims", "issues"):
        assert len(run(marked, name, "--json").stdout.splitlines()) == len(
            run(plain, name, "--json").stdout.splitlines()
        )


def test_who_asks_for_it_sees_it_and_the_log_says_who(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "case")
    told = run(tmp_path / "case", "claims", "--json", "--with-confidential").stdout
    assert PERSON in told
    assert "Qarzun dispensary" in run(tmp_path / "case", "show", "qarzun-note", "--with-confidential").stdout
    last = json.loads(run(tmp_path / "case", "custody", "--json", "--act", "view").stdout.splitlines()[0])
    assert last["act"] == "view"
    with open_case(tmp_path / "case", Settings(author="Layla")) as case:
        views = [dict(entry.act.details) for entry in case.openly().custody() if entry.act.subject == "claims"]
    assert views[-1]["with_confidential"] == "True"


def test_pseudonyms_are_the_same_in_each_run_and_others_in_another_case(
    marked: Path, plain: Path, tmp_path: Path
) -> None:
    assert run(marked, "claims", "--json").stdout == run(marked, "claims", "--json").stdout
    shutil.copytree(plain, tmp_path / "twin")
    run(tmp_path / "twin", "judge", "confidential", "--value", PERSON, "--reason", "asked us")
    mine, twin = (pseudonyms(case) for case in (marked, tmp_path / "twin"))
    assert mine
    assert twin
    assert mine.isdisjoint(twin)


def pseudonyms(case: Path) -> set[str]:
    lines = map(json.loads, run(case, "claims", "--json").stdout.splitlines())
    return {source for line in lines for source in line["sources"] if source.startswith("confidential source")}


def test_what_is_shown_under_a_pseudonym_can_be_judged_by_it(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "case")
    claim = next(
        json.loads(line) for line in run(tmp_path / "case", "claims", "--json").stdout.splitlines() if "█" in line
    )
    judged = run(tmp_path / "case", "judge", "reject", claim["id"], "--reason", "told twice")
    assert judged.exit_code == 0, judged.output
    assert leaks(judged.output.encode()) == []
    incidents = map(json.loads, run(tmp_path / "case", "incidents", "--json").stdout.splitlines())
    origin = next(one for incident in incidents for one in incident["origins"] if one.startswith("confidential"))
    excluded = run(tmp_path / "case", "judge", "exclude_origin", "--value", origin, "--reason", "told by nobody else")
    assert excluded.exit_code == 0, excluded.output
    assert leaks(excluded.output.encode()) == []


def test_undoing_the_mark_shows_it_again(marked: Path, tmp_path: Path) -> None:
    shutil.copytree(marked, tmp_path / "case")
    marks = [json.loads(line)["id"] for line in run(tmp_path / "case", "judgements", "--json").stdout.splitlines()][:2]
    undone = run(tmp_path / "case", "judge", "undo", *marks, "--reason", "she agrees now")
    assert undone.exit_code == 0, undone.output
    assert PERSON in run(tmp_path / "case", "claims", "--json").stdout


def test_the_chain_of_the_log_can_be_followed_across_what_is_left_out(marked: Path) -> None:
    entries = [entry_or_seal(line) for line in run(marked, "custody", "--json").stdout.splitlines()]
    assert {type(entry) for entry in entries} == {AuditEntry, SealedEntry}
    shown = [(entry, after) for entry, after in pairwise(entries) if isinstance(after, AuditEntry)]
    assert all(entry.digest == after.previous for entry, after in shown)
    assert run(marked, "verify").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--value", "Nobody Known"), "is no source here"),
        ((), "name one or the other"),
        (("other", "--value", "White Helmets"), "name one or the other"),
        (("no-such-report",), "names none of the reports"),
    ],
)
def test_a_mark_that_would_hide_nothing_is_refused(plain: Path, arguments: tuple[str, ...], told: str) -> None:
    refused = run(plain, "judge", "confidential", *arguments, "--reason", "asked us")
    assert refused.exit_code == 2
    assert told in refused.stderr


NAMES = st.lists(st.text("bcdfghjklmnprstvz", min_size=4, max_size=9), min_size=2, max_size=3).map(
    lambda words: " ".join(word.capitalize() for word in words)
)


WAYS: list[Callable[[str], str]] = [
    str,
    str.upper,
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace(" ", "_"),
    lambda name: name.replace(" ", ""),
    lambda name: name.replace(name[2], f"{name[2]}ʿ", 1),
    lambda name: name.replace(name[1], f"{name[1]}\u0301", 1),
]


@given(name=NAMES, write=st.sampled_from(WAYS))
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_name_however_it_is_written_is_gone(tmp_path: Path, name: str, write: Callable[[str], str]) -> None:
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    folder.mkdir()
    (folder / "one.txt").write_text(
        f"{name} said that 12 people were killed in shelling of Douma on 4 February 2018.\n\n{write(name)} was there."
    )
    picture = folder / f"{write(name)}.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    case: Case
    with open_case(folder / "case", Settings(author="Layla")) as case:
        case.add(folder / "one.txt", publisher=name)
        case.add(picture)
    assert run(folder / "case", "judge", "confidential", "--value", name, "--reason", "asked").exit_code == 0
    for command in (
        ("export", "jsonl", "--unreviewed", "-o", "-"),
        ("claims",),
        ("issues", "--json"),
        ("custody", "--json"),
        ("report", "-o", "-"),
    ):
        told = run(folder / "case", *command)
        assert told.exit_code == 0, told.output
        assert write(name).casefold() not in told.output.casefold()
        assert name.casefold() not in told.output.casefold()
