"""Ids are hashed from content and nothing else."""

import subprocess
import sys

from corroborate.model.ids import content_id


def test_an_id_names_its_kind_and_has_sixteen_hex_digits() -> None:
    prefix, digits = content_id("claim", "a").split("-")
    assert prefix == "claim"
    assert len(digits) == 16
    assert int(digits, 16) >= 0


def test_parts_do_not_run_into_one_another() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")
    assert content_id("x", "1") != content_id("x", 1)
    assert content_id("x", "") != content_id("x", None)
    assert content_id("x") != content_id("x", None)


def test_another_process_gives_the_same_id() -> None:
    code = "from corroborate.model.ids import content_id; print(content_id('x', 'حلب', 7, None))"
    command = [sys.executable, "-R", "-c", code]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
    assert said == content_id("x", "حلب", 7, None)


def test_text_that_no_encoding_allows_still_has_an_id() -> None:
    assert content_id("x", "\ud800") != content_id("x", "\ud801")
