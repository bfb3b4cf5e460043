"""What all tests share: options, the labelled reports where they are, no network, one Hypothesis profile."""

import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import settings

from benchmark.labels import SHARED

settings.register_profile("house", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the expected claims under tests/golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    labelled = pytest.mark.skipif(
        not (SHARED / "claims").is_dir(), reason=f"no labelled reports in {SHARED} (set CORROBORATE_SHARED)"
    )
    browser = pytest.mark.skipif(find_chromium() is None, reason="no chromium on this machine")
    for item in items:
        if "labelled" in item.keywords:
            item.add_marker(labelled)
        if "browser" in item.keywords:
            item.add_marker(browser)


def find_chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture
def chromium() -> str:
    found = find_chromium()
    if found is None:
        pytest.skip("no chromium on this machine")
    return found


@pytest.fixture
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(f"no labelled reports in {SHARED} (set CORROBORATE_SHARED)")
    return SHARED


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def only_local(self: socket.socket, address: object) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not str(address).startswith(("('127.", "('::1'")):
            raise AssertionError(f"a test reached for the network: {address}")
        connect(self, address)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(socket.socket, "connect", only_local)
