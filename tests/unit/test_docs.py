"""The documentation names what the program has: a command, value or rule that is not described fails here."""

import dataclasses
import enum
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import corroborate.model
from corroborate import ports
from corroborate.cli import cli
from corroborate.grade import agreements
from corroborate.grade.conditions import CONDITIONS
from corroborate.model.issue import IssueKind

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), *(page for page in [ROOT / "README.md", ROOT / "CHANGELOG.md"] if page.exists())])
GRADES = sorted((ROOT / "src" / "corroborate" / "grade" / "methodologies").glob("*.toml"))
NORMS = [norm for one in agreements() for norm in one.norms]


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def model_classes() -> Iterator[type]:
    for module in pkgutil.iter_modules(corroborate.model.__path__, "corroborate.model."):
        for _, value in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if value.__module__ == module.name and not value.__name__.startswith("_"):
                yield value


def commands(group: click.Group, path: str = "corroborate") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ENUMS = [value for value in model_classes() if issubclass(value, enum.StrEnum)]
VALUES = [value for value in model_classes() if dataclasses.is_dataclass(value)]


@pytest.mark.parametrize(("name", "command"), list(commands(cli)), ids=str)
def test_each_command_and_its_options_are_described(name: str, command: click.Command) -> None:
    reference = page("commands.md")
    assert f"`{name}" in reference
    options = [option for option in command.params if isinstance(option, click.Option) and not option.hidden]
    long = [form for option in options for form in option.opts if form.startswith("--")]
    assert [form for form in long if f"`{form}" not in reference] == []


def test_each_setting_of_the_environment_is_described() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert [
        name for name in set(re.findall(r"\bCORROBORATE_[A-Z]+\b", source)) if name not in page("commands.md")
    ] == []


@pytest.mark.parametrize("kind", IssueKind)
def test_each_kind_of_issue_is_explained(kind: IssueKind) -> None:
    assert re.search(rf"^\| `{kind}` \| .{{10,}} \|$", page("vocabulary.md"), re.MULTILINE)


@pytest.mark.parametrize("values", ENUMS, ids=lambda values: values.__name__)
def test_each_word_that_the_program_prints_is_in_the_vocabulary(values: type[enum.StrEnum]) -> None:
    assert [value for value in values if f"`{value}`" not in page("vocabulary.md")] == []


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_each_value_of_the_model_is_in_the_vocabulary(value: type) -> None:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", value.__name__).lower()
    explained = set(re.findall(r"\*\*([a-z ]+)\*\*|`([a-z]+)`", page("vocabulary.md")))
    assert words in {word for pair in explained for word in pair}


@pytest.mark.parametrize("name", [name for name, value in vars(ports).items() if getattr(value, "_is_protocol", False)])
def test_each_port_is_described(name: str) -> None:
    if name != "Protocol":
        assert f"`{name}`" in page("architecture.md")


@pytest.mark.parametrize("profile", GRADES, ids=lambda profile: profile.stem)
def test_each_grade_of_each_methodology_is_described(profile: Path) -> None:
    methods = page("methods.md")
    assert profile.stem in methods.lower()
    names = re.findall(r"^name\s*=\s*\"([^\"]+)\"", profile.read_text(encoding="utf-8"), re.MULTILINE)
    assert names
    assert [name for name in names if name.lower() not in methods.lower()] == []


def test_each_file_of_norms_and_each_condition_is_described() -> None:
    assert [one.name for one in agreements() if f"`{one.name}.toml`" not in page("norms.md")] == []
    assert [name for name in CONDITIONS if f"`{name}`" not in page("methods.md")] == []


def test_each_norm_names_its_rule_and_an_address() -> None:
    assert [norm.name for norm in NORMS if not (norm.rule and norm.source.startswith("https://"))] == []


def test_each_room_is_on_the_map() -> None:
    rooms = {path.stem for path in (ROOT / "src" / "corroborate").iterdir() if path.suffix in {"", ".py"}}
    drawn = set(re.findall(r"`(\w+)`|\b(\w+)(?:/|\.py)", page("architecture.md")))
    assert {room for room in rooms if not room.startswith("__")} <= {room for pair in drawn for room in pair}


def test_each_make_target_is_described() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    assert [target for target in targets if f"make {target}" not in page("contributing.md")] == ["help"]


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_each_link_leads_somewhere(document: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", document.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "adr").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("document", PAGES, ids=lambda document: document.relative_to(ROOT).as_posix())
def test_nothing_is_said_to_be_simple(document: Path) -> None:
    assert not re.search(r"\bsimply\b", document.read_text(encoding="utf-8"), re.IGNORECASE)
