"""`lock` and `unlock`, as a person uses them."""

from pathlib import Path

import pyrage
import pytest
from click.testing import CliRunner, Result

from corroborate.adapters.presence import LOCKED
from corroborate.adapters.vault import KEY
from corroborate.cli import cli

REPORT = "At least 12 people were killed in air strikes on Douma on 4 February 2018, the White Helmets said.\n"
PLAIN = ("documents", "claims", "incidents", "tallies", "issues", "verify", "custody", "judgements", "link-report")


def run(case: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--case", str(case), *map(str, arguments)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "wire.txt").write_text(REPORT)
    assert run(tmp_path / "case", "add", tmp_path / "wire.txt").exit_code == 0
    (tmp_path / "words.txt").write_text("correct horse\n")
    own = pyrage.x25519.Identity.generate()
    (tmp_path / "own.txt").write_text(str(own))
    (tmp_path / "public.txt").write_text(str(own.to_public()))
    return tmp_path / "case"


def test_a_locked_case_says_so_to_every_command_and_opens_again(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run(case, "incidents", "--json").stdout
    monkeypatch.setattr(pyrage.passphrase, "encrypt", lambda content, _passphrase: content[::-1])  # the true one is
    monkeypatch.setattr(pyrage.passphrase, "decrypt", lambda content, _passphrase: content[::-1])  # slow on purpose
    assert run(case, "lock", "--passphrase-file", tmp_path / "words.txt").exit_code == 0
    assert {path.name for path in case.iterdir()} == {LOCKED, KEY, ".in-use"}
    others = [("show", "wire"), ("report", "-o", "-"), ("export", "csv", "-o", "-"), ("add", tmp_path / "wire.txt")]
    for command in [*((name,) for name in PLAIN), *others]:
        refused = run(case, *command)
        assert (refused.exit_code, refused.stdout) == (2, "")
        assert f"the case in {case} is locked" in refused.stderr
    assert run(case, "unlock", "--passphrase-file", tmp_path / "words.txt").exit_code == 0
    assert run(case, "incidents", "--json").stdout == before
    assert run(case, "verify").exit_code == 0
    acts = run(case, "custody", "--json").stdout
    assert acts.index('"act":"lock"') < acts.index('"act":"unlock"')


def test_who_has_the_public_key_alone_can_lock_and_not_unlock(case: Path, tmp_path: Path) -> None:
    assert run(case, "lock", "--recipient", (tmp_path / "public.txt").read_text()).exit_code == 0
    assert {path.name for path in case.iterdir()} == {LOCKED, ".in-use"}
    refused = run(case, "unlock", "--passphrase-file", tmp_path / "words.txt")
    assert refused.exit_code == 2
    assert "not with a passphrase" in refused.stderr
    assert run(case, "unlock", "--identity", tmp_path / "own.txt").exit_code == 0
    assert run(case, "verify").exit_code == 0


def test_lock_removes_what_a_kill_left_and_asks_for_nothing(case: Path, tmp_path: Path) -> None:
    run(case, "lock", "--recipient", (tmp_path / "public.txt").read_text())
    (case / "corroborate.db").write_text("as a kill leaves it")
    assert run(case, "lock").exit_code == 0
    assert not (case / "corroborate.db").exists()
    refused = run(case, "lock")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "is locked" in refused.stderr


def test_what_cannot_be_is_refused_and_changes_nothing(case: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    assert "no passphrase" in run(case, "lock", "--passphrase-file", tmp_path / "empty.txt").stderr
    assert "no terminal" in run(case, "lock").stderr
    assert "no public key" in run(case, "lock", "--recipient", "age1nobody").stderr
    assert "there is no locked case" in run(case, "unlock", "--identity", tmp_path / "own.txt").stderr
    assert "there is no case" in run(tmp_path / "none", "lock", "--recipient", "age1nobody").stderr
    assert run(case, "verify").exit_code == 0
