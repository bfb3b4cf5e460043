import json
from datetime import date
from pathlib import Path

from corroborate.collect.telegram import telegram_members
from corroborate.model.capturing import Medium, Member
from corroborate.model.document import Lead


def message(number: int, text: object, **more: object) -> dict[str, object]:
    return {"id": number, "type": "message", "date": "2018-02-05T09:30:00", "text": text, **more}


def told(folder: Path | None, *messages: dict[str, object]) -> list[Member | Medium | str]:
    export = {"name": "Local Media", "type": "public_channel", "id": 1, "messages": list(messages)}
    found = telegram_members(json.dumps(export).encode(), folder)
    assert found is not None
    return list(found)


def test_a_message_is_a_report_of_its_channel() -> None:
    marked = ["Two died in ", {"type": "bold", "text": "Douma"}, "."]
    (member,) = told(None, message(7, marked), {"id": 8, "type": "service", "action": "pin_message"})
    assert isinstance(member, Member)
    assert (member.content, member.name, member.place) == (b"Two died in Douma.", "Local Media-7", "message-7")
    assert (member.publisher, member.published) == ("Local Media", date(2018, 2, 5))


def test_a_forwarded_message_is_the_word_of_where_it_came_from() -> None:
    (member,) = told(None, message(7, "Two died.", forwarded_from="Town Council"))
    assert isinstance(member, Member)
    assert member.publisher == "Town Council"


def test_the_media_of_a_message_are_taken_along(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "1.jpg").write_bytes(b"\xff\xd8\xffpicture")
    report, photo = told(tmp_path, message(7, "Two died.", photo="photos/1.jpg"))
    assert isinstance(report, Member)
    path = str(tmp_path / "photos" / "1.jpg")
    assert photo == Medium(Lead("Local Media-7-photo", path, "Local Media", date(2018, 2, 5)))


def test_a_medium_outside_the_folder_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    export = tmp_path / "export"
    export.mkdir()
    (export / "link.jpg").symlink_to(tmp_path / "secret.txt")
    names = ("../secret.txt", str(tmp_path / "secret.txt"), "link.jpg", "nothing.jpg", "a\0b")
    (problem,) = told(export, *(message(number, "", photo=name) for number, name in enumerate(names)))
    assert str(problem).startswith("5 media")


def test_all_chats_of_an_account_are_read() -> None:
    export = {"about": "", "chats": {"list": [{"name": "A", "messages": [message(1, "One died.")]}, {"name": "B"}]}}
    found = telegram_members(json.dumps(export).encode(), None)
    assert found is not None
    assert [member.publisher for member in found if isinstance(member, Member)] == ["A"]


def test_a_text_of_pieces_within_pieces_is_read_however_deep_they_lie() -> None:
    deep = "[" * 900 + '"Two died"' + "]" * 900
    export = f'{{"name": "Channel", "messages": [{{"id": 1, "type": "message", "text": [{deep}, {{"text": "."}}]}}]}}'
    (report,) = list(telegram_members(export.encode(), None) or [])
    assert isinstance(report, Member)
    assert report.content == b"Two died."


def test_other_json_is_no_export() -> None:
    for content in (b"[]", b"{}", b"no json", b'{"chats": 3}', b"[" * 100_000):
        assert telegram_members(content, None) is None
