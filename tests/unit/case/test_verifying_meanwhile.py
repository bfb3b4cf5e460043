"""A case is checked while others work on it, and nothing that they do is taken for a fault."""

from pathlib import Path
from threading import Event, Thread

import pytest

from corroborate.adapters.sql import open_store
from corroborate.model.audit import Act, ActKind
from corroborate.model.verification import Fault
from corroborate.settings import Settings
from corroborate.wiring import DATABASE, desk, open_case
from tests.backends.filing import NOON, intake_of

ENTRIES = 100  # of the writer and of the checks, which the log tells of too


@pytest.mark.slow
def test_a_case_that_is_written_to_meanwhile_holds(tmp_path: Path) -> None:
    case_folder, done = tmp_path / "case", Event()
    evidence = desk(case_folder, Settings()).evidence

    def write() -> None:
        store = open_store(case_folder / DATABASE)
        number = 0
        while not done.is_set():
            number += 1
            report = f"Air strikes killed many in Douma, in note {number}."
            evidence.keep(report.encode())
            store.file(intake_of(report, str(number)))
            store.file(intake_of(report, str(number), publisher=f"Wire {number}"))
            store.log(Act(ActKind.VIEW, NOON, "Omar", "claims"))
        store.close()

    writer = Thread(target=write)
    writer.start()
    try:
        with open_case(case_folder, Settings()) as case:
            found: list[Fault] = []
            while (
                len(list(case.custody())) < ENTRIES
            ):  # however slow the machine is: the writer goes on until it is done
                found.extend(case.verify().faults)
    finally:
        done.set()
        writer.join()
    assert found == []
