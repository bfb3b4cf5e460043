import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corroborate.collect.tables import table_members
from corroborate.model.capturing import Medium, Member


def rows(text: str, media_type: str = "text/csv", folder: Path | None = None) -> list[Member | Medium | str]:
    found = table_members(text.encode(), media_type, "posts", folder)
    assert found is not None
    return list(found)


def only(text: str) -> Member:
    (member,) = rows(text)
    assert isinstance(member, Member)
    return member


def test_each_row_with_text_is_a_report_with_what_its_columns_say() -> None:
    member = only("id,text,source,date,url,lang\n7,Two died in Douma.,Local Post,2018-02-05,https://a.example/7,en\n")
    assert (member.content, member.name, member.place) == (b"Two died in Douma.", "7", "row-2")
    assert (member.publisher, member.published) == ("Local Post", date(2018, 2, 5))
    assert (member.url, member.language) == ("https://a.example/7", "en")


def test_a_table_without_a_column_of_texts_is_none() -> None:
    assert table_members(b"doc,publisher\na,B\n", "text/csv", "manifest") is None
    assert table_members(b"", "text/csv", "empty") is None
    assert table_members(b"\xff\xfe\x00", "text/csv", "binary") is None


def test_a_sheet_of_the_auto_archiver_is_read() -> None:
    sheet = (
        "Link,Archive status,Archive date,Upload timestamp,Upload title,Text content\n"
        "https://a.example/1,success,2022-03-05T10:00:00+00:00,2022-03-04T08:00:00,Strike,Shells hit the school.\n"
        "https://a.example/2,failed: no archiver,,,,\n"
    )
    member = only(sheet)
    assert member.content == b"Strike\n\nShells hit the school."
    assert (member.published, member.archived_at) == (date(2022, 3, 4), datetime(2022, 3, 5, 10, tzinfo=UTC))


def test_the_dictionaries_of_the_auto_archiver_are_read_and_not_run() -> None:
    told = "{'url': 'https://a.example/1', 'content': 'Two died.', 'timestamp': datetime.datetime(2022, 3, 4, 8, 0)}"
    member = only(f'status,metadata,media\nsuccess,"{told}",[]\n')
    assert (member.content, member.url, member.published) == (b"Two died.", "https://a.example/1", date(2022, 3, 4))
    assert rows("status,metadata,media\nx,\"__import__('os').system('true')\",[]\n") == []


def archived(*media: object) -> str:
    """Return a table of the Auto Archiver with one row, which has these media."""
    told = {"url": "https://a.example/1", "content": "Two died."}
    written = io.StringIO()
    csv.writer(written).writerows([["status", "metadata", "media"], ["success", told, list(media)]])
    return written.getvalue()


def test_the_media_of_the_auto_archiver_are_found_where_they_were_put(tmp_path: Path) -> None:
    (tmp_path / "local_archive").mkdir()
    for name in ("film.mp4", "thumb.jpg", "page.wacz"):
        (tmp_path / "local_archive" / name).write_bytes(b"x")
    thumb = {"filename": "work/t.jpg", "_key": "local_archive/thumb.jpg", "urls": [], "properties": {}}
    film = {
        "filename": "work/f.mp4",
        "urls": ["/home/somebody/local_archive/film.mp4"],
        "properties": {"hash": f"SHA-256:{'ab' * 32}", "thumbnails": [thumb]},
    }
    page = {"filename": "work/p.wacz", "urls": ["./local_archive/page.wacz"], "properties": {"hash": "SHA3-512:00"}}
    gone = {"filename": "work/g.jpg", "urls": ["https://bucket.example/g.jpg"], "properties": {}}
    report, *media, problem = rows(archived(film, page, gone), folder=tmp_path)
    assert isinstance(report, Member)
    found = {Path(one.lead.location).name: one for one in media if isinstance(one, Medium)}
    assert {name: one.sha256 for name, one in found.items()} == {
        "film.mp4": "ab" * 32,
        "thumb.jpg": None,
        "page.wacz": None,
    }
    assert {one.lead.url for one in found.values()} == {"https://a.example/1"}
    assert str(problem) == "row 2: 1 of its media do not lie beside the table: they are not preserved"


def test_no_medium_is_taken_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "link.jpg").symlink_to(tmp_path / "secret.txt")
    (folder / "circle.jpg").symlink_to(folder / "circle.jpg")
    names = ["../secret.txt", str(tmp_path / "secret.txt"), "link.jpg", "circle.jpg", "a\0b", "x" * 5000, "", "."]
    told = archived(*({"urls": [name], "properties": {}} for name in names if name))
    _, problem = rows(told, folder=folder)
    assert str(problem).startswith("row 2: 7 of its media")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2018-02-05T10:00:00Z", date(2018, 2, 5)),
        ("1517824800", date(2018, 2, 5)),
        ("25/02/2018", date(2018, 2, 25)),
        ("25.02.2018", date(2018, 2, 25)),
    ],
)
def test_days_are_told_in_many_ways(said: str, day: date) -> None:
    assert only(f"text,date\nTwo died.,{said}\n").published == day


def test_a_day_that_may_be_two_is_left_open_and_told() -> None:
    problem, member = rows("text,date\nTwo died.,03/04/2018\n")
    assert isinstance(member, Member)
    assert member.published is None
    assert "03/04/2018" in str(problem)


def test_rows_before_a_broken_one_are_kept() -> None:
    member, problem = rows("text\nTwo died.\n" + '"' + "x" * 16_000_001 + '"\n')
    assert isinstance(member, Member)
    assert "row 3 cannot be read" in str(problem)


def test_tabs_part_the_columns_of_a_tsv() -> None:
    (member,) = rows("text\tsource\nTwo died, they say.\tPost\n", "text/tab-separated-values")
    assert isinstance(member, Member)
    assert (member.content, member.publisher) == (b"Two died, they say.", "Post")
