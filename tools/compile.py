"""Compile the stages that read reports (2 to 5) with mypyc: `python tools/compile.py`.

`make install` runs it. It takes a few minutes of one core and a C compiler; without one the program runs as plain
Python, with the same results at two thirds of the speed. What it makes goes to `src/corroborate/_compiled/` and is used
as long as the sources stay as they are (`corroborate/compiled.py`).
"""

import ast
import os
import re
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

from corroborate import compiled

_SOURCES = compiled.PACKAGE
_STAGES = ("read", "extract", "locate", "attribute")
# Parsers stay Python: what a confined one may answer is read from annotations when it runs, and what is compiled keeps
# these only in part.
_PLAIN = frozenset(f"read/{name}.py" for name in ("encoding", "html", "parts", "pdf", "plain", "reader"))
# To mypyc, @passing is the dataclass that it makes at run time: of other decorators it knows nothing, and gives the
# classes below them no native attributes.
_STUB = "from dataclasses import dataclass as passing\n\n__all__ = ['passing']\n"
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*) = ")
_OPTIONS = ("--ignore-missing-imports", "--namespace-packages", "--explicit-package-bases", "--no-warn-unused-ignores")
_OPTIMIZED = "1"  # compiles soonest; most of the time goes to the library of Python, which no -O3 speeds up


def main() -> None:
    """Compile, where something has changed; say plainly why it cannot be done, where it cannot."""
    if compiled.is_fresh():
        return
    missing = next(_missing(), None)
    if missing is not None:
        sys.exit(f"Not compiled, for there is {missing}: everything works, reading takes half as long again.")
    print("Compiling the stages that read reports. This takes a few minutes of one core.")
    sources = compiled.digest()
    with tempfile.TemporaryDirectory() as place:
        made = _built(Path(place))
        shutil.rmtree(compiled.FOLDER, ignore_errors=True)
        shutil.copytree(made, compiled.FOLDER)
    compiled.seal(sources)


def _missing() -> Iterator[str]:
    """Yield what compiling takes and is not there."""
    compiler = (os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        yield f"no C compiler ({compiler})"
    if not Path(sysconfig.get_path("include"), "Python.h").is_file():
        yield "no header of Python (Python.h; a package such as python3-dev holds it)"
    try:
        import mypyc.build  # noqa: F401, PLC0415  # asked for only where it is needed
        import setuptools  # noqa: F401, PLC0415  # the same
    except ImportError as error:
        yield f"no {error.name} in this environment"


def _built(place: Path) -> Path:
    """Compile a copy of the sources in a folder of its own; return the folder of what was made."""
    from mypyc.build import mypycify  # noqa: PLC0415  # not there where nothing is to be compiled
    from setuptools import setup  # noqa: PLC0415  # the same

    shutil.copytree(_SOURCES, place / "corroborate", ignore=shutil.ignore_patterns("_compiled", "__pycache__", "data"))
    (place / "corroborate/model/passing.pyi").write_text(_STUB, encoding="ascii")
    made = place / "made"
    groups: list[tuple[list[str], str | None]] = list(_groups())
    for file in (Path(place, file) for files, _ in groups for file in files):
        file.write_text(_spelled_out(file.read_text(encoding="utf-8")), encoding="utf-8")
    with chdir(place):
        extensions = mypycify(
            [*_OPTIONS, *(file for files, _ in groups for file in files)],
            separate=groups,
            multi_file=True,  # a file of C for each module: in one file for all, the compiler takes far longer
            opt_level=_OPTIMIZED,
            debug_level="0",
        )
        at_once = str(os.cpu_count() or 1)
        setup(
            name="corroborate_compiled",
            packages=[],
            ext_modules=extensions,
            script_args=["--quiet", "build_ext", "--build-lib", str(made), "--parallel", at_once],
        )
    return made


def _groups() -> Iterator[tuple[list[str], str]]:
    """Yield the files that go into one library each, with its name: stages are strangers to each other."""
    for stage in _STAGES:
        names = (f"{stage}/{source.name}" for source in sorted((_SOURCES / stage).glob("[!_]*.py")))
        yield [f"corroborate/{name}" for name in names if name not in _PLAIN], f"corroborate_{stage}"


def _spelled_out(source: str) -> str:
    """Return a source with what mypyc compiles into something faster where it is said, every line in its place.

    A constant is said to be final: it is looked up by name no more. A passing value is given the constructor that
    `dataclass` would make at run time, in Python, on the blank line behind its class.
    """
    lines = [*source.splitlines(), ""]
    body = ast.parse(source).body
    for node in body:
        at = node.lineno - 1
        if isinstance(node, ast.Assign):
            lines[at] = _CONSTANT.sub(r"\1: Final = ", lines[at])
        elif isinstance(node, ast.ClassDef) and "passing" in map(ast.unparse, node.decorator_list):
            lines[node.end_lineno or at] = _constructor([one for one in node.body if isinstance(one, ast.AnnAssign)])
    first = next((node.lineno - 1 for node in body if isinstance(node, ast.Import | ast.ImportFrom)), None)
    if first is not None:
        lines[first] = f"from typing import Final; {lines[first]}"
    return "\n".join(lines)


def _constructor(fields: list[ast.AnnAssign]) -> str:
    """Return the constructor of a dataclass with some fields, in one line."""
    told = [(ast.unparse(field.target), ast.unparse(field.annotation), field.value) for field in fields]
    taken = [f"{name}: {kind}" + (f" = {ast.unparse(value)}" if value else "") for name, kind, value in told]
    kept = "; ".join(f"self.{name} = {name}" for name, _, _ in told)
    return f"    def __init__(self, {', '.join(taken)}) -> None: {kept}"


if __name__ == "__main__":
    main()
