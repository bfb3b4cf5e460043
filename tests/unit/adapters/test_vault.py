"""A case that is locked is encrypted as a whole, and comes out of it as it went in."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

from corroborate.adapters import vault
from corroborate.adapters.presence import FILE, LOCKED, Presence, is_locked
from corroborate.adapters.vault import Keys
from corroborate.errors import StoreError, UsageError

WORDS = "the nurse at the clinic by the river"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case" / "evidence" / "ab").mkdir(parents=True)
    (tmp_path / "case" / "corroborate.db").write_text(WORDS * 5_000)
    (tmp_path / "case" / "evidence" / "ab" / "abc").write_text(WORDS)
    (tmp_path / "case" / "evidence" / "ab" / "abc").chmod(0o444)
    return tmp_path / "case"


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Keys, Keys]:
    """Return what a case is locked with, and what it is unlocked with."""
    own = pyrage.x25519.Identity.generate()
    (tmp_path / "own.txt").write_text(f"# created by hand\n{own}\n")
    return Keys(recipients=(str(own.to_public()),)), Keys(identities=(tmp_path / "own.txt",))


def held(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mode) for path in files}


def test_it_comes_out_as_it_went_in(folder: Path, keys: tuple[Keys, Keys]) -> None:
    before = held(folder)
    vault.lock(folder, keys[0])
    assert [path.name for path in folder.iterdir()] == [LOCKED]
    assert WORDS.encode() not in (folder / LOCKED).read_bytes()
    vault.unlock(folder, keys[1])
    assert held(folder) == before


def test_a_passphrase_opens_it_and_another_does_not(folder: Path) -> None:
    before = held(folder)
    vault.lock(folder, Keys("correct horse"))
    with pytest.raises(UsageError, match="passphrase"):
        vault.unlock(folder, Keys("wrong horse"))
    assert is_locked(folder)
    vault.unlock(folder, Keys("correct horse"))
    assert held(folder) == before


def test_another_key_does_not_open_it_and_leaves_it_locked(folder: Path, keys: tuple[Keys, Keys]) -> None:
    vault.lock(folder, keys[0])
    (folder.parent / "own.txt").write_text(str(pyrage.x25519.Identity.generate()))
    with pytest.raises(UsageError, match="does not open"):
        vault.unlock(folder, keys[1])
    with pytest.raises(UsageError, match="not with a passphrase"):
        vault.unlock(folder, Keys("any"))
    assert [path.name for path in folder.iterdir()] == [LOCKED]


@pytest.mark.skipif(shutil.which("age") is None, reason="the tools of age are not installed")
def test_the_tools_of_age_open_it(folder: Path, keys: tuple[Keys, Keys]) -> None:
    vault.lock(folder, keys[0])
    opened = subprocess.run(
        ["age", "--decrypt", "-i", folder.parent / "own.txt", folder / LOCKED], capture_output=True, check=True
    )
    assert WORDS.encode() in opened.stdout


@pytest.mark.parametrize("harm", ["changed", "cut"])
def test_what_was_changed_on_the_disk_is_not_believed(folder: Path, keys: tuple[Keys, Keys], harm: str) -> None:
    vault.lock(folder, keys[0])
    content = (folder / LOCKED).read_bytes()
    flipped = content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]
    (folder / LOCKED).write_bytes(flipped if harm == "changed" else content[:-3000])
    with pytest.raises(StoreError, match="was changed or cut"):
        vault.unlock(folder, keys[1])
    assert [path.name for path in folder.iterdir()] == [LOCKED]


def test_a_copy_that_does_not_decrypt_to_the_same_removes_nothing(
    folder: Path, keys: tuple[Keys, Keys], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(folder)
    encrypt = pyrage.encrypt_io

    def harmed(source: object, target: object, recipients: object) -> None:
        encrypt(source, target, recipients)
        target.seek(-40, os.SEEK_END)  # type: ignore[attr-defined]  # the file that is encrypted into
        target.write(b"x")  # type: ignore[attr-defined]  # the file that is encrypted into

    monkeypatch.setattr(pyrage, "encrypt_io", harmed)
    with pytest.raises(StoreError):
        vault.lock(folder, keys[0])
    assert held(folder) == before


def test_where_it_is_locked_what_a_kill_left_beside_it_goes(folder: Path, keys: tuple[Keys, Keys]) -> None:
    vault.lock(folder, keys[0])
    (folder / "evidence").mkdir()
    (folder / "evidence" / "half").write_text(WORDS)
    assert [path.name for path in vault.left_over(folder)] == ["evidence"]
    vault.clear(folder)
    assert [path.name for path in folder.iterdir()] == [LOCKED]


def test_a_plain_case_is_never_cleared(folder: Path) -> None:
    before = held(folder)
    vault.clear(folder)
    assert held(folder) == before


def test_links_are_refused_because_what_they_lead_to_would_stay_plain(folder: Path, keys: tuple[Keys, Keys]) -> None:
    (folder / "elsewhere").symlink_to(folder.parent)
    with pytest.raises(StoreError, match="link"):
        vault.lock(folder, keys[0])
    assert not is_locked(folder)


@pytest.mark.parametrize("keys", [Keys(), Keys(""), Keys(recipients=("age1nobody",))])
def test_keys_with_which_nobody_could_open_it_are_refused(keys: Keys) -> None:
    with pytest.raises(UsageError):
        vault.check(keys)


def test_nobody_is_alone_in_a_case_that_another_has_open(tmp_path: Path) -> None:
    with Presence(tmp_path), Presence(tmp_path) as second, pytest.raises(StoreError, match="end it first"):
        second.alone()
    with Presence(tmp_path) as only:
        only.alone()
        with pytest.raises(StoreError, match="wait until it is done"):
            Presence(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b""


def test_memory_does_not_grow_with_the_case(folder: Path, keys: tuple[Keys, Keys]) -> None:
    with (folder / "large").open("wb") as large:
        large.truncate(300 << 20)
    code = (
        "import resource, sys; from pathlib import Path; from corroborate.adapters import vault;"
        "resource.setrlimit(resource.RLIMIT_DATA, (200 << 20, 200 << 20));"
        "vault.lock(Path(sys.argv[1]), vault.Keys(recipients=(sys.argv[2],)));"
        "vault.unlock(Path(sys.argv[1]), vault.Keys(identities=(Path(sys.argv[3]),)))"
    )
    arguments = [str(folder), keys[0].recipients[0], str(keys[1].identities[0])]
    subprocess.run([sys.executable, "-c", code, *arguments], check=True)
    assert (folder / "large").stat().st_size == 300 << 20
