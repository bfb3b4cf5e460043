"""Hostile reports in a case: each costs its limits and leaves an issue; the others are read as ever."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from corroborate import wiring
from corroborate.adapters.confined import ConfinedProcess, Limits
from corroborate.case import Case
from corroborate.cli import cli
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Verdict
from corroborate.settings import Settings
from tests.unit.adapters.serving import Answer, serving
from tests.unit.adapters.test_web_archive import warc
from tests.unit.read.test_read import pdf, pdf_of

TOLD = "Two people were wounded by shells in Binnish on Sunday."


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with wiring.open_case(tmp_path / "case", Settings(author="Layla", processes=1)) as case:
        yield case


@pytest.fixture
def confine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Limits], None]]:
    """Give what has parsers confined to limits that a test can wait for."""
    with ExitStack() as ends:

        def confine(limits: Limits) -> None:
            confined = ConfinedProcess(limits)
            ends.callback(confined.close)
            monkeypatch.setattr(wiring, "confinement", lambda: confined)

        yield confine


def packed(pages: int, size: int) -> bytes:
    """Return a PDF whose pages each draw a stream of ASCII85, which is slow to unpack, and to four times its size."""
    stream = b"<< /Filter /ASCII85Decode /Length %d >>\nstream\n%b~>\nendstream" % (size + 2, b"z" * size)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + pages))
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, pages),
            *(page % number for number in range(3 + pages, 3 + 2 * pages)),
            *[stream] * pages,
        ]
    )


@pytest.mark.parametrize(
    ("hostile", "words"),
    [
        pytest.param((Limits(processor=2), 60, 1_000_000), "2 seconds of processor time", id="slow"),
        pytest.param((Limits(memory=1 << 28), 1, 6_000_000), "256 MB of memory", id="large"),
    ],
)
def test_a_hostile_pdf_costs_its_limits_and_the_others_are_read(
    case: Case, confine: Callable[[Limits], None], tmp_path: Path, hostile: tuple[Limits, int, int], words: str
) -> None:
    limits, pages, size = hostile
    confine(limits)
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, content in {"a": pdf([[TOLD]]), "b": packed(pages, size), "c": pdf([[TOLD, "Both live."]])}.items():
        (folder / f"{name}.pdf").write_bytes(content)
    summary = case.add(folder)
    assert (summary.read, summary.unreadable) == (2, 1)
    (issue,) = (issue for issue in case.issues() if issue.kind is IssueKind.UNREADABLE)
    assert issue.message.startswith(f"b: it takes more than {words}")
    assert len(case.sightings()) == 3
    assert not case.verify().faults


def test_a_page_runs_nothing_and_fetches_nothing(case: Case, tmp_path: Path) -> None:
    with serving({"/x": Answer(b"Nine people were killed in Homs.")}) as server:
        page = f"""<html><head><meta http-equiv="refresh" content="0; url={server.url}/x">
            <script src="{server.url}/x"></script><link rel="stylesheet" href="{server.url}/x"></head>
            <body onload="document.write('Nine people were killed.')"><p>{TOLD}</p>
            <script>document.write("Nine people were killed.")</script><img src="{server.url}/x" onerror="alert(9)">
            <iframe src="{server.url}/x"></iframe><object data="file:///etc/passwd"></object></body></html>"""
        (tmp_path / "page.html").write_text(page, encoding="utf-8")
        assert case.add(tmp_path / "page.html").read == 1
        assert server.asked == []
    (document,) = case.documents()
    assert TOLD in document.text
    assert "Nine" not in document.text


def test_an_address_that_is_formed_as_none_costs_nothing(case: Case, tmp_path: Path) -> None:
    page = f"<html><body><p>{TOLD}</p></body></html>".encode()
    (tmp_path / "pages.warc.gz").write_bytes(warc(("https://[::1/x", "200", "text/html", page)))
    table = f"text,url,publisher\n{TOLD} Both live.,https://[::1,Local Post\n"
    (tmp_path / "posts.csv").write_text(table, encoding="utf-8")
    assert case.add(tmp_path / "pages.warc.gz", tmp_path / "posts.csv").read == 2
    case.judge(Verdict.CONFIDENTIAL, (), "asked us", "Local Post")
    ways = (
        ("documents",),
        ("export", "airwars-sources", "--unreviewed", "-o", tmp_path / "sources.csv"),
        ("package", "-o", tmp_path / "case.wacz"),
    )
    for way in ways:
        done = CliRunner().invoke(cli, ["--case", str(tmp_path / "case"), *map(str, way)])
        assert done.exit_code == 0, done.output


def test_no_name_leads_out_of_the_case(case: Case, tmp_path: Path) -> None:
    outside = tmp_path / "in" / "deep"
    outside.mkdir(parents=True)
    table = f"id,text,url\n../../../../{tmp_path}/a,{TOLD},../../b\n/etc/c,{TOLD} Both live.,file:///d\n"
    (outside / "posts.csv").write_text(table, encoding="utf-8")
    before = {path for path in tmp_path.rglob("*") if "case" not in path.parts}
    assert case.add(outside / "posts.csv").read == 2
    assert {path for path in tmp_path.rglob("*") if "case" not in path.parts} == before
    kept = [path for path in (tmp_path / "case" / "evidence").rglob("*") if path.is_file()]
    assert sorted(path.name for path in kept) == sorted(capture.id for capture in case.captures())
