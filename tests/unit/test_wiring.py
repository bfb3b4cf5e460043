"""What is built for a process, once."""

import gc
import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

from corroborate.case import Job
from corroborate.model.document import Capture, Lead, Sighting
from corroborate.model.ids import CaptureId
from corroborate.wiring import keep_tables, read_job


def test_the_tables_that_a_first_report_loads_are_kept_from_the_garbage_collector() -> None:
    gc.unfreeze()
    keep_tables.cache_clear()
    content = b"Shells killed 3 people in Douma."
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
    sighting = Sighting(capture.id, Lead("one", "one"), datetime(2026, 1, 1, 12, tzinfo=UTC), "Layla", "tests")
    job = Job(capture, sighting, sighting.lead, content)
    reading = read_job(job)
    kept = gc.get_freeze_count()
    assert reading is not None
    assert reading.claims
    assert kept > _TABLES
    read_job(replace(job, lead=Lead("two", "two")))
    assert gc.get_freeze_count() == kept


_TABLES = 50_000  # objects that the tables have at the least


def test_what_is_kept_is_let_go_when_the_program_ends() -> None:
    program = (
        "import atexit, gc; from corroborate.wiring import keep_tables;"
        "atexit.register(lambda: print(gc.get_freeze_count())); keep_tables(); print(gc.get_freeze_count() > 0)"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ended.stdout.split() == ["True", "0"]
