"""The house keeps its shape: what CONTRIBUTING promises of modules, functions and files, and no linter checks."""

import ast
import importlib.metadata
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "corroborate"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
STAGES = ("collect", "read", "extract", "locate", "attribute", "link", "reconcile", "grade", "publish")
PURE = [path for path in MODULES if path.relative_to(SOURCE).parts[0] in {"model", *STAGES}]
Function = ast.FunctionDef | ast.AsyncFunctionDef
_UNCHECKED = re.compile(
    r"# *(?P<code>type: *ignore(?:\[[\w,-]+\])?|noqa(?:: *[A-Z]+\d+(?:, *[A-Z]+\d+)*)?)(?P<reason>.*)"
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def imported(path: Path) -> Iterator[str]:
    yield from re.findall(r"\bfiles\(\"(\w+)", path.read_text(encoding="utf-8"))  # packages of data are never imported
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_says_which_it_is_and_hands_out_names(stage: str) -> None:
    number = STAGES.index(stage) + 1
    tree = tree_of(SOURCE / stage / "__init__.py")
    first = (ast.get_docstring(tree) or "").splitlines()[0]
    assert re.match(rf"Stage {number}\. .+ in, .+ out\.", first), first
    assert any(isinstance(node, ast.ImportFrom | ast.FunctionDef) for node in tree.body), "it hands out nothing"


def test_modules_are_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 400} == {}
    assert statistics.median(lengths.values()) < 120


def test_functions_are_short() -> None:
    lengths = {f"{name_of(path)}:{f.name}": lines_of(f) for path in MODULES for f in functions(path)}
    assert {name: length for name, length in lengths.items() if length > 50} == {}
    assert sum(length < 25 for length in lengths.values()) > 0.9 * len(lengths)


def test_no_module_is_a_drawer_for_anything() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [name_of(path) for path in MODULES if path.stem in drawers or path.parent.name in drawers] == []


def test_no_file_is_empty() -> None:
    files = [path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    empty = [name_of(path) for path in files if not path.read_bytes().strip()]
    assert empty in ([], ["src/corroborate/py.typed"])


def test_every_table_begins_by_explaining_itself() -> None:
    tables = [path for path in SOURCE.rglob("*") if path.suffix in {".tsv", ".toml"}]
    assert tables
    assert [name_of(path) for path in tables if not path.read_text(encoding="utf-8").startswith("#")] == []


def test_model_and_stages_know_no_any() -> None:
    assert [name_of(path) for path in PURE if re.search(r"\bAny\b", path.read_text(encoding="utf-8"))] == []


def test_every_rule_that_is_broken_says_why() -> None:
    # Each has its own reason on its own line, as a comment behind the mark.
    folders = ("src", "tests", "benchmark", "tools")
    silent = []
    for path in sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            mark = None if path == Path(__file__) else _UNCHECKED.search(line)
            if mark and not re.match(r"  # (?!(?:as|see) (?:above|below))[\w\"].{7,}", mark["reason"]):
                silent.append(f"{name_of(path)}:{number}")
    assert silent == []


def test_only_the_runner_catches_whatever_comes() -> None:
    broad = []
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").splitlines()
        handlers = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler))
        broad += [path.name for node in handlers if catches_all(node) and "BLE001" not in lines[node.lineno - 1]]
    assert broad == []  # where a parser is called that raises anything, the line says so beside the rule's name


def catches_all(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or (
        isinstance(handler.type, ast.Name) and handler.type.id in {"Exception", "BaseException"}
    )


def test_each_library_that_is_imported_is_asked_for_by_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    beside = {"build", "dev", "splink"}  # these serve the work on the program, not the program
    extras = [extra for name, extra in project["optional-dependencies"].items() if name not in beside]
    asked = {plain(requirement) for requirement in (*project["dependencies"], *(r for extra in extras for r in extra))}
    owners = importlib.metadata.packages_distributions()
    tops = {module.partition(".")[0] for path in SOURCE.rglob("*.py") for module in imported(path)}
    foreign = tops - set(sys.stdlib_module_names) - {"corroborate", "_typeshed"}
    used = {plain(owner) for top in foreign for owner in owners.get(top, [top])}
    assert used == asked


def plain(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_pin_by_hash_and_name_no_registry(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host", text)
    logical = [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
    assert [line for line in logical if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {plain(requirement) for requirement in project["dependencies"]} <= {plain(line) for line in logical}


def test_importing_the_library_reads_no_setting_and_starts_nothing() -> None:
    code = "import sys, corroborate; print(*sorted({'click', 'rich'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, text=True, cwd=ROOT / "src"
    )
    assert done.stdout.strip() == ""
    assert done.stderr == ""
