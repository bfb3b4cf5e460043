"""The fingerprint changes with what it stands for, and with nothing else."""

from corroborate.adapters.fingerprint import fingerprint
from corroborate.wiring import makers


def test_the_same_parts_have_the_same_fingerprint_and_others_another() -> None:
    assert fingerprint(("model", "grade")) == fingerprint(("model", "grade"))
    assert fingerprint(("model", "grade")) != fingerprint(("model", "link"))


def test_readings_and_folds_are_told_apart_by_their_makers() -> None:
    assert makers() == makers()
    assert makers().reading != makers().fold
