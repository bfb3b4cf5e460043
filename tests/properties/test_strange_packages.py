"""Whatever a stranger makes of a package, it is refused in words or taken as what it is: nothing breaks the program."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corroborate.adapters.handed_package import open_package
from corroborate.case.handed_check import Checked, check_package
from corroborate.cli.packaging import write_package
from corroborate.errors import CorroborateError
from corroborate.model.judgement import Verdict
from corroborate.settings import Settings
from corroborate.wiring import authority, calendars, open_case
from tests.unit.test_taking_over import touched

STRANGE = st.sampled_from([None, True, -1, 10**30, 1.5, "", "x", [], ["a"], [1], {}, {"a": 1}, "\ud800", "ab" * 32])
OFTEN = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("strange")
    (place / "wire.txt").write_text("Air strikes on Saraqib killed four people on 4 February 2018, residents said.")
    with open_case(place / "case", Settings(author="Layla")) as case:
        case.add(place / "wire.txt")
        case.judge(Verdict.REJECT, [case.claims()[0].id], "told of another day")
        write_package(case, place / "case.wacz")
    return place / "case.wacz"


def checked(path: Path) -> Checked | None:
    """Return what the check of a package comes to, None where the package is refused before."""
    try:
        with open_package(path) as opened:
            return check_package(opened, authority, calendars)
    except CorroborateError:
        return None


@OFTEN
@given(data=st.data())
def test_bytes_that_were_changed_or_cut_off_are_found(package: Path, tmp_path: Path, data: st.DataObject) -> None:
    whole = package.read_bytes()
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)) | st.just(len(whole)))])
    for at in data.draw(st.lists(st.integers(0, max(len(content) - 1, 0)), max_size=4)) if content else []:
        content[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "strange.wacz"
    path.write_bytes(content)
    found = checked(path)
    if found is not None and not found.faults:  # what was changed says nothing, as the times of the members do
        same = checked(package)
        assert same is not None
        assert (found.logs, found.judgements) == (same.logs, same.judgements)


@OFTEN
@given(data=st.data())
def test_an_entry_of_the_log_of_other_values_is_refused(package: Path, tmp_path: Path, data: st.DataObject) -> None:
    path, was, became = exchanged(package, tmp_path / "strange.wacz", "corroborate/custody.jsonl", data, last=False)
    found = checked(path)
    assert was == became or found is None or found.faults


@OFTEN
@given(data=st.data())
def test_a_judgement_of_other_values_is_refused_or_none_of_another_id(
    package: Path, tmp_path: Path, data: st.DataObject
) -> None:
    path, _, _ = exchanged(package, tmp_path / "strange.wacz", "corroborate/judgements.jsonl", data, last=True)
    found, same = checked(path), checked(package)
    assert same is not None
    assert found is None or found.faults or found.judgements.keys() == same.judgements.keys()


def exchanged(package: Path, target: Path, name: str, data: st.DataObject, *, last: bool) -> tuple[Path, str, str]:
    """Write a package with a part of a line exchanged; return its path, and the line as it was and as it became."""
    lines: list[str] = []

    def change(files: dict[str, bytes]) -> None:
        told = files[name].decode().splitlines()
        at = data.draw(st.integers(0, len(told) - (1 if last else 2)))
        strange = json.dumps(_mutated(json.loads(told[at]), data), separators=(",", ":"), sort_keys=True)
        lines.extend((told[at], strange))
        files[name] = "".join(f"{line}\n" for line in [*told[:at], strange, *told[at + 1 :]]).encode()

    path = touched(package, target, change, listed_anew=True)
    was, became = lines
    return path, was, became


def _mutated(value: Any, data: st.DataObject) -> Any:  # noqa: ANN401  # whatever JSON holds
    """Return a value of JSON with one of its parts, anywhere in it, exchanged or gone."""
    if isinstance(value, dict) and value and data.draw(st.integers(0, 5)):
        name = data.draw(st.sampled_from(sorted(value)))
        kept = {one: part for one, part in value.items() if one != name}
        return kept | ({name: _mutated(value[name], data)} if data.draw(st.integers(0, 3)) else {})
    if isinstance(value, list) and value and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(value) - 1))
        return [*value[:at], _mutated(value[at], data), *value[at + 1 :]]
    return data.draw(STRANGE)
