"""One process adds to a case at a time; the others wait, and are told."""

from pathlib import Path
from threading import Event, Thread

from corroborate.adapters.sql import open_store


def test_who_comes_second_waits_and_is_told(tmp_path: Path) -> None:
    first, second = open_store(tmp_path / "case.db"), open_store(tmp_path / "case.db")
    waiting, entered = Event(), Event()

    def enter() -> None:
        with second.alone(waiting.set):
            entered.set()

    with first.alone(lambda: None):
        other = Thread(target=enter)
        other.start()
        assert waiting.wait(10)
        assert not entered.is_set()
    assert entered.wait(10)
    other.join()
    first.close()
    second.close()


def test_who_is_alone_does_not_wait(tmp_path: Path) -> None:
    told: list[str] = []
    store = open_store(tmp_path / "case.db")
    for _ in range(2):
        with store.alone(lambda: told.append("wait")):
            pass
    store.close()
    assert told == []
