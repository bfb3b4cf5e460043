"""The case of the example reports, made once for all that is specified of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import corroborate
from corroborate import Case
from corroborate.examples import manifest, reports


@pytest.fixture(scope="session")
def demo_case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with corroborate.open_case(tmp_path_factory.mktemp("demo") / "case") as case:
        case.add(*map(str, reports()), manifest=Path(str(manifest())))
        yield case
