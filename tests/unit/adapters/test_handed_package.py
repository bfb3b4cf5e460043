"""A package from a stranger: whatever it is, an error that says so, and nothing read that would fill the machine."""

import json
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from corroborate.adapters.handed_package import Limits, open_package
from corroborate.errors import ReadError, UsageError

PARTS = {
    "corroborate/custody.jsonl": b"{}\n",
    "datapackage.json": json.dumps({"id": "x", "created": "2026-01-01T00:00:00Z", "resources": []}).encode(),
    "datapackage-digest.json": b"{}",
}


def package(path: Path, parts: Iterable[tuple[str, bytes]] = (), packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as made:
        for name, content in (*PARTS.items(), *parts):
            made.writestr(name, content)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    """Return why a package is refused when it is opened."""
    with pytest.raises(ReadError) as refused, open_package(path, limits or Limits()):
        pass
    return str(refused.value)


def test_a_package_is_known_by_its_hash_and_names_its_files(tmp_path: Path) -> None:
    with open_package(package(tmp_path / "a.wacz", [("evidence/ab", b"bytes")])) as opened:
        assert len(opened.sha256) == 64
        assert opened.captures() == {"ab": 5}
        assert opened.logs() == ("corroborate/custody.jsonl",)


@pytest.mark.parametrize("name", ["../a", "/etc/a", "a/../../b", "a\\..\\b", "a//b", "./a", "a/"])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    assert "leads out of the package" in refusal(package(tmp_path / "a.wacz", [(name, b"x")]))


def test_a_name_that_commands_a_terminal_is_refused(tmp_path: Path) -> None:
    assert "no package of this program has" in refusal(package(tmp_path / "a.wacz", [("\x1b[2J", b"x")]))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_member_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    twice = [("evidence/ab", b"one"), ("evidence/ab", b"two")]
    assert "'evidence/ab' is in it more than once" in refusal(package(tmp_path / "a.wacz", twice))


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = package(tmp_path / "a.wacz", [(f"evidence/{n}", bytes(1 << 22)) for n in range(4)])
    assert "as only a bomb does" in refusal(bomb)
    assert "are read at the most" in refusal(bomb, Limits(capture=1 << 20))


def test_members_upon_each_other_are_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "a.wacz", [("evidence/aa", b"x" * 9000), ("evidence/bb", b"x")], zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    at = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02", content.rindex(b"evidence/aa")) - 1)
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 20 : entry + 28] = struct.pack("<LL", 9000, 9000)  # the sizes of the last: those of the one before
    assert at
    path.write_bytes(content)
    assert "lie upon each other" in refusal(path)


def test_a_gigantic_directory_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = package(tmp_path / "a.wacz", [(f"evidence/{n:064}", b"") for n in range(2000)])
    assert "its directory has" in refusal(path, Limits(directory=100_000))
    content = bytearray(path.read_bytes())
    end = content.rindex(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<L", 0xFFFFFFFE)
    path.write_bytes(content)
    assert "its directory has 4294967294 bytes" in refusal(path)
    before = struct.pack("<4sQHHLLQQQQ4sLQL", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, 1 << 40, 0, b"PK\x06\x07", 0, 0, 1)
    content[end:end] = before
    path.write_bytes(content)
    assert f"its directory has {1 << 40} bytes" in refusal(path)


@pytest.mark.parametrize("left", [0, 10, 200, 600, -1])
def test_a_package_that_is_cut_short_is_refused(tmp_path: Path, left: int) -> None:
    path = package(tmp_path / "a.wacz", [("evidence/ab", b"bytes" * 100)], zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes()[:left])
    assert "cut short" in refusal(path)


def test_other_packings_and_passwords_are_refused(tmp_path: Path) -> None:
    assert "is packed in a way" in refusal(package(tmp_path / "a.wacz", [], zipfile.ZIP_LZMA))
    path = package(tmp_path / "b.wacz")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "is packed in a way" in refusal(path)


def test_a_web_archive_of_another_program_goes_through_add(tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("archive/data.warc.gz", b"")
        made.writestr("datapackage.json", b"{}")
    with pytest.raises(UsageError, match=r"another program: `corroborate add .*crawl\.wacz` takes its pages"):
        open_package(path).__enter__()
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("letter.txt", b"")
    with pytest.raises(UsageError, match="it holds no custody log"):
        open_package(path).__enter__()


@pytest.mark.parametrize("described", [b"", b"[]", b"[" * 100_000, b'{"resources": [1]}', b'{"resources": []}'])
def test_a_list_that_is_none_is_refused(tmp_path: Path, described: bytes) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as made:
        for name, content in (PARTS | {"datapackage.json": described}).items():
            made.writestr(name, content)
    assert "no list of a package's files" in refusal(path)


def test_what_is_too_large_to_be_a_table_or_a_line_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "a.wacz", [("corroborate/judgements.jsonl", b"x" * 5000)])
    assert "datapackage.json is larger than 10 bytes" in refusal(path, Limits(table=10))
    with open_package(path, Limits(logs=2)) as opened, pytest.raises(ReadError, match="its logs have 3 bytes"):
        opened.logs()
    with open_package(path, Limits(line=1000)) as opened, pytest.raises(ReadError, match="longer than 1000 bytes"):
        list(opened.judgements())


JUDGEMENT = {
    "is": "Judgement",
    "verdict": "accept",
    "subjects": ["incident-1"],
    "author": "Layla",
    "reason": "two teams",
    "made_at": "2026-01-01T12:00:00+00:00",
    "value": None,
    "anchors": [],
    "amendment": None,
    "replaces": None,
    "replayed": None,
}


def judgements(path: Path, said: object) -> int:
    """Return how many judgements are read from a package that holds one, said so."""
    package(path, [("corroborate/judgements.jsonl", json.dumps(said).encode())])
    with open_package(path) as opened:
        return len(list(opened.judgements()))


@pytest.mark.parametrize(
    "said",
    [
        [],
        {},
        JUDGEMENT | {"verdict": "guilty"},
        JUDGEMENT | {"author": {"name": "Layla"}},
        JUDGEMENT | {"author": 7},
        JUDGEMENT | {"subjects": [7]},
        JUDGEMENT | {"made_at": "2026-01-01T12:00:00"},
        JUDGEMENT | {"replayed": "judgement-1"},
        JUDGEMENT | {"anchors": [{"is": "Anchor", "subject": "a", "claim": "b", "capture": "c", "span": "d"}]},
    ],
)
def test_a_judgement_with_parts_of_another_kind_is_refused(tmp_path: Path, said: object) -> None:
    assert judgements(tmp_path / "sound.wacz", JUDGEMENT) == 1
    with pytest.raises(ReadError, match="no judgement"):
        judgements(tmp_path / "a.wacz", said)
