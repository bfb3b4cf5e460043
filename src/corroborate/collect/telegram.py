"""An export of Telegram Desktop (`result.json` with its media) → its messages as reports."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

from corroborate.collect.beside import inside
from corroborate.model.capturing import Medium, Member
from corroborate.model.document import Lead

EXPORT = "result.json"
HEAD = 4096  # characters, in which an export tells what it is
_MEDIA = ("photo", "file")
_Json: TypeAlias = "Mapping[str, _Json] | list[_Json] | str | int | float | bool | None"


def is_export(head: str) -> bool:
    """Say whether a JSON file begins as an export of a chat, or of all chats, does."""
    return '"messages"' in head[:HEAD] or ('"about"' in head[:HEAD] and '"chats"' in head)


def telegram_members(content: bytes, folder: Path | None) -> Iterator[Member | Medium | str] | None:
    """Return the messages of an export with their media, and in words what is missing; None for what is no export.

    A message is the text that its channel published, or, where it was forwarded, that of the channel it came from. A
    medium outside the folder, or one that was not exported, is told and not taken.
    """
    try:
        export = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(export, dict):
        return None
    chats: list[Mapping[str, _Json]] = [export] if "messages" in export else _chats(export)
    return _of_chats(chats, folder) if chats else None


def _chats(export: Mapping[str, _Json]) -> list[Mapping[str, _Json]]:
    told = export.get("chats")
    listed = told.get("list") if isinstance(told, Mapping) else None
    return [chat for chat in listed if isinstance(chat, Mapping)] if isinstance(listed, list) else []


def _of_chats(chats: list[Mapping[str, _Json]], folder: Path | None) -> Iterator[Member | Medium | str]:
    missing = 0
    for chat in chats:
        told = chat.get("messages")
        name = chat.get("name")
        channel = name if isinstance(name, str) and name else "chat"
        for message in told if isinstance(told, list) else []:
            if not isinstance(message, Mapping) or message.get("type") != "message":
                continue
            report = _report(message, channel)
            if report is not None:
                yield report
            for medium in _media(message, channel, folder):
                if medium is None:
                    missing += 1
                else:
                    yield medium
    if missing:
        yield f"{missing} media of its messages were not exported with it, or lie elsewhere: they are not preserved"


def _report(message: Mapping[str, _Json], channel: str) -> Member | None:
    text = _text(message.get("text"))
    if not text.strip():
        return None
    forwarded = message.get("forwarded_from")
    number = message.get("id")
    return Member(
        place=f"message-{number}",
        content=text.encode("utf-8", "replace"),
        name=f"{channel}-{number}",
        publisher=forwarded if isinstance(forwarded, str) and forwarded else channel,
        published=_day(message),
    )


def _text(told: _Json) -> str:
    """Return the text of a message: a string, or a list of strings and of marked pieces, however deep they lie."""
    found: list[str] = []
    waiting = [told]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            found.append(piece)
        elif isinstance(piece, Mapping):
            waiting.append(piece.get("text"))
        elif isinstance(piece, list):
            waiting += reversed(piece)
    return "".join(found)


def _day(message: Mapping[str, _Json]) -> date | None:
    seconds, told = message.get("date_unixtime"), message.get("date")
    try:
        if isinstance(seconds, str):
            return datetime.fromtimestamp(int(seconds), UTC).date()
        return datetime.fromisoformat(told).date() if isinstance(told, str) else None
    except (ValueError, OverflowError, OSError):
        return None


def _media(message: Mapping[str, _Json], channel: str, folder: Path | None) -> Iterator[Medium | None]:
    """Yield the media of a message, None for each that is not there."""
    for kind in _MEDIA:
        told = message.get(kind)
        if isinstance(told, str):
            path = inside(folder, told)
            name = f"{channel}-{message.get('id')}-{kind}"
            yield Medium(Lead(name, str(path), channel, _day(message))) if path is not None else None
