"""What is printed: no word of a stranger commands the terminal; progress says how far it is and no more."""

import json

import pytest
from rich.table import Table
from rich.text import Text

from corroborate.cli.output import Progression, console, print_json, print_table

WILD = "\x1b[2JStrike\x9b31m \x7f[bold]on[/bold] Douma :boom:"
TAMED = "?[2JStrike?31m ?[bold]on[/bold] Douma :boom:"


def test_a_table_prints_no_command_for_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(("title",), [(WILD,)])
    assert TAMED in capsys.readouterr().out


@pytest.mark.parametrize("wild", [WILD, Text(WILD, "bold"), Table.grid()])
def test_whatever_is_printed_commands_nothing(wild: str | Text | Table, capsys: pytest.CaptureFixture[str]) -> None:
    if isinstance(wild, Table):
        wild.add_row(WILD, Text(WILD))
    console().print(wild, soft_wrap=True)
    told = capsys.readouterr().out
    assert TAMED in told
    assert "\x1b" not in told


def test_json_holds_the_same_words_and_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": WILD})
    told = capsys.readouterr().out
    assert json.loads(told) == {"title": WILD}
    assert not set(told) & {"\x1b", "\x9b", "\x7f"}


def test_once_all_is_done_what_follows_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with Progression("Adding", then="Linking") as progression:
        for done in (1, 2, 3):
            progression.show(done, 3)
    assert capsys.readouterr().err == "Linking: 3 of 3\n"


def test_where_nobody_knows_how_many_there_are_the_end_is_not_told_at_each(capsys: pytest.CaptureFixture[str]) -> None:
    with Progression("Adding", then="Linking") as progression:
        for done in range(1, 50):
            progression.show(done, done)
    assert capsys.readouterr().err == ""
