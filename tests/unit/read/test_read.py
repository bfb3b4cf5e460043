import io
from collections.abc import Sequence
from datetime import date

import pytest
from pypdf import PdfWriter

from corroborate.collect import sniff
from corroborate.model.document import Capture, Document, Lead, PassageKind
from corroborate.model.ids import CaptureId
from corroborate.model.issue import Issue, IssueKind
from corroborate.read import pdf as pdf_reader
from corroborate.read import reader
from corroborate.read.passages import passages
from corroborate.read.reader import read

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Two wounded by shells in Binnish</title>
<meta property="og:site_name" content="Northern Post">
<meta property="article:published_time" content="2018-02-04T09:30:00+02:00">
<link rel="canonical" href="https://northern.example/two-wounded">
</head><body><nav><a href="/">Home</a> <a href="/war">War</a></nav>
<article><h1>Two wounded by shells in Binnish</h1>
<p>Two people were wounded on Sunday when shells fell on the market of Binnish, a nurse at the town's clinic said.</p>
<h2>Second day of shelling</h2>
<p>The market had been hit on Saturday too, and its keepers said that they would not open it again this week.</p>
</article><aside><p>Related: a bus burns in Homs</p></aside><footer>Copyright Northern Post</footer></body></html>"""


def _read(content: bytes, lead: Lead | None = None) -> tuple[Document | None, tuple[Issue, ...]]:
    capture = Capture(CaptureId("0" * 64), len(content), sniff(content))
    return read(capture, content, lead or Lead("report", "report.txt", published=date(2018, 2, 5)))


def _text(content: bytes) -> str:
    document, _ = _read(content)
    assert document is not None
    return document.text


def _kinds(content: bytes, lead: Lead | None = None) -> list[IssueKind]:
    return [issue.kind for issue in _read(content, lead)[1]]


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF with these lines on its pages, written by hand so that a test shows what is in it."""
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, lines in enumerate(pages):
        drawn = "BT /F1 12 Tf 72 720 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * at} 0 R"
        parts.append(f"<< {page} /Resources << /Font << /F1 3 0 R >> >> >>")
        parts.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return pdf_of([part.encode("latin-1") for part in parts])


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    body, offsets = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, told)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def test_plain_text_is_kept_as_it_is_with_line_ends_unified() -> None:
    assert _text(b"One\r\nTwo\rThree \t\n\n e\xcc\x81 ") == "One\nTwo\nThree \t\n\n e\u0301 "


def test_the_headline_of_a_text_is_its_title() -> None:
    document, _ = _read(b"Two wounded in Binnish\nTwo people were wounded on Sunday.")
    assert document is not None
    assert document.title == "Two wounded in Binnish"


def test_a_text_without_a_headline_has_no_title() -> None:
    document, _ = _read(b"Two people were wounded on Sunday.\nThey were shot.")
    assert document is not None
    assert document.title is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_sound_encodings_leave_no_doubt(encoding: str) -> None:
    content = "The nurse said: “two wounded” in Ma‘arrat.".encode(encoding)
    assert _text(content) == "The nurse said: “two wounded” in Ma‘arrat."
    assert _kinds(content) == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_an_encoding_that_had_to_be_guessed_is_an_issue(encoding: str) -> None:
    content = "The nurse said that “two” were wounded.".encode(encoding)
    assert _text(content) == "The nurse said that “two” were wounded."
    assert _kinds(content) == [IssueKind.ENCODING]


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("أصيب شخصان بجروح في قصف مدفعي على المدينة", "cp1256"),
        ("أصيب شخصان بجروح في قصف مدفعي على المدينة", "utf-16-le"),
        ("Два человека были ранены при обстреле рынка", "cp1251"),
    ],
)
def test_other_scripts_are_told_by_their_bytes(said: str, encoding: str) -> None:
    assert _text(said.encode(encoding)) == said


def test_stray_bytes_in_utf8_are_mended_and_told() -> None:
    content = "Ma‘arrat al-Nu‘man: ".encode() + "“two” wounded".encode("cp1252")
    assert _text(content) == "Ma‘arrat al-Nu‘man: “two” wounded"
    assert _kinds(content) == [IssueKind.ENCODING]


def test_a_lone_surrogate_never_reaches_the_text() -> None:
    assert _text(b"two \xed\xa0\x80 wounded") == "two \ufffd wounded"
    assert "\ud800" not in _text(b"\xff\xfe" + "two wounded".encode("utf-16-le") + b"\x00\xd8a\x00")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_an_issue(content: bytes) -> None:
    assert _read(content)[0] is None
    assert _kinds(content) == [IssueKind.EMPTY]


@pytest.mark.parametrize(
    "content", [bytes(range(256)) * 9, b"two\x00wounded people", b"\x89PNG\r\n\x1a\n", b'{"a": 1}']
)
def test_what_is_no_text_is_an_issue_that_names_what_is_read(content: bytes) -> None:
    document, (issue,) = _read(content)
    assert document is None
    assert issue.kind is IssueKind.UNREADABLE
    assert "plain text, HTML and PDF" in issue.message


def test_bytes_beyond_the_limit_are_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LARGEST", 10)
    assert _kinds(b"eleven bytes") == [IssueKind.TOO_LARGE]


def test_a_report_without_a_day_of_publication_is_an_issue() -> None:
    assert _kinds(b"Two people were wounded.", Lead("report", "report.txt")) == [IssueKind.NO_PUBLICATION_DATE]


def test_a_report_in_another_language_is_kept_with_an_issue() -> None:
    document, (issue,) = _read("أصيب شخصان بجروح في قصف مدفعي على المدينة اليوم".encode())
    assert document is not None
    assert (document.language, document.relevant) == ("ar", True)
    assert issue.kind is IssueKind.LANGUAGE


def test_a_page_gives_its_headline_main_text_and_publication() -> None:
    document, issues = _read(PAGE.encode(), Lead("page", "page.html"))
    assert document is not None
    assert issues == ()
    assert document.text.split("\n")[0] == document.title == "Two wounded by shells in Binnish"
    assert document.text.count("Two wounded by shells in Binnish") == 1
    assert "Second day of shelling\nThe market had been hit" in document.text
    assert "Copyright" not in document.text
    assert document.publisher == "Northern Post"
    assert (document.published, document.published_from) == (date(2018, 2, 4), "meta")
    assert document.url == "https://northern.example/two-wounded"


def test_lists_tables_and_broken_lines_of_a_plain_page_are_read() -> None:
    page = """<html><body><p>Shells fell on Sunday,<br>wounding four people in the market of the town.</p>
    <p>A second strike put the hospital of the town out of service, and its doctors moved to cellars.</p>
    <ul><li>Two nurses were wounded</li><li>One driver was killed</li></ul>
    <table><tr><td>Binnish</td><td>4</td></tr><tr><td>Harasta</td><td>7</td></tr></table></body></html>"""
    lines = _text(page.encode()).split("\n")
    assert lines[0] == "Shells fell on Sunday, wounding four people in the market of the town."
    assert "- Two nurses were wounded" in lines
    assert "Harasta | 7" in lines
    assert not any(set(line) <= set("|- ") for line in lines)


def test_the_manifest_overrules_the_page_and_a_conflict_is_told() -> None:
    lead = Lead("page", "page.html", publisher="Southern Post", published=date(2018, 2, 6))
    document, issues = _read(PAGE.encode(), lead)
    assert document is not None
    assert (document.publisher, document.published, document.published_from) == (
        "Southern Post",
        date(2018, 2, 6),
        "manifest",
    )
    assert [issue.kind for issue in issues] == [IssueKind.METADATA_CONFLICT] * 2
    assert "told 2018-02-06, the page says 2018-02-04" in issues[0].message


def test_a_day_before_the_web_is_left_open() -> None:
    page = PAGE.replace("2018-02-04", "1970-01-01")
    document, issues = _read(page.encode(), Lead("page", "page.html"))
    assert document is not None
    assert document.published is None
    assert [issue.kind for issue in issues] == [IssueKind.NO_PUBLICATION_DATE]


def test_the_encoding_that_a_page_declares_is_believed() -> None:
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1256"').replace("a nurse", "الممرضة")
    assert "الممرضة" in _text(page.encode("cp1256"))


@pytest.mark.parametrize(
    "page",
    [
        "<html>" + "<div>" * 50_000 + "Two people were wounded in the market." + "</div>" * 50_000,
        "<html><body>" + "<table><tr><td>" * 3_000 + "Two people were wounded.",
        "<html><p>" + "x" * 200_000,
        "<html><body><p>two &#xD800; &#0; &#x110000; wounded",
        "<!DOCTYPE html><html><head></head></html>",
        "<html" + " a" * 50_000,
        "<html><!--" + "-" * 100_000,
    ],
)
def test_a_hostile_page_ends_in_a_document_or_an_issue(page: str) -> None:
    document, issues = _read(page.encode())
    assert document or issues


def test_a_pdf_is_read_in_paragraphs_without_its_running_heads() -> None:
    pages = [
        [
            "Monthly Bulletin",
            "Two people were wounded on Sunday when the market of the town was",
            f"shelled, page {at}.",
            "Rescuers said that the keepers of the mar-",
            "ket had left.",
            str(at),
        ]
        for at in range(1, 5)
    ]
    lines = _text(pdf(pages)).split("\n")
    assert lines[0] == "Two people were wounded on Sunday when the market of the town was shelled, page 1."
    assert lines[1] == "Rescuers said that the keepers of the market had left."
    assert "Monthly Bulletin" not in lines


@pytest.mark.parametrize("length", [9, 60, 200, 400, 600, 800])
def test_a_truncated_pdf_is_a_document_or_an_issue(length: int) -> None:
    document, issues = _read(pdf([["Two people were wounded."]])[:length])
    assert document or issues


def test_an_encrypted_pdf_is_an_issue() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf([["Two people were wounded."]])))
    writer.encrypt("secret", algorithm="RC4-128")
    content = io.BytesIO()
    writer.write(content)
    document, (issue,) = _read(content.getvalue())
    assert document is None
    assert "encrypted" in issue.message


def test_a_pdf_whose_pages_run_in_a_circle_is_an_issue() -> None:
    circle = pdf([["Two people."]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    document, issues = _read(circle)
    assert document is None
    assert issues


def test_a_pdf_that_draws_without_end_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_OPERATORS", 100)
    document, issues = _read(pdf([[f"Person number {n} was wounded."] for n in range(100)]))
    assert document is not None
    assert "Person number 0 was wounded." in document.text
    assert "Person number 99 was wounded." not in document.text
    assert IssueKind.TOO_LARGE in [issue.kind for issue in issues]


def test_a_pdf_of_pictures_is_an_issue() -> None:
    assert _kinds(pdf([[]])) == [IssueKind.EMPTY]


def test_five_megabytes_without_white_space_are_read() -> None:
    document, _ = _read(b"x" * 5_000_000)
    assert document is not None
    assert len(document.text) == 5_000_000


def test_menus_bylines_and_other_headlines_stand_beside_the_report() -> None:
    text = """News\n\nSports\n\nWeather\n
Two people wounded in shelling on the market of Binnish\n
Two people were wounded on Sunday.\n
Reporting by Layla Haddad\n
Next Post\n
Bus burns on the road from Homs to the coast\n
Share"""
    document, _ = _read(text.encode())
    assert document is not None
    own = [document.text[p.start : p.end] for p in document.passages if p.kind is not PassageKind.ASIDE]
    assert own == ["Two people wounded in shelling on the market of Binnish", "Two people were wounded on Sunday."]
    assert document.title == own[0]


def test_a_passage_gives_its_folded_words_and_where_its_capitals_stand() -> None:
    (passage,) = passages("Jets bombed 2 homes in Al-Noor, the SDF said.")
    assert passage.words == ("jets", "bombed", "2", "homes", "in", "al-noor", ",", "the", "sdf", "said", ".")
    assert passage.said == frozenset(passage.words)
    assert [passage.tokens[at].text for at in passage.capitals] == ["Jets", "Al-Noor", "SDF"]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Four were killed at 5 a.m. Monday in Ayn.", 1),
        ("Four were killed at 5 p.m. GMT in Ayn.", 1),
        ("Four were killed at 5 a.m. The army denied it.", 2),
    ],
)
def test_the_day_behind_an_hour_is_of_its_sentence(text: str, sentences: int) -> None:
    assert len(list(passages(text))) == sentences
