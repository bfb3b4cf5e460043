"""How claims are held against the keys of MUC-4, on a report and keys of our own."""

from collections import Counter
from datetime import date

import pytest

from benchmark import muc4
from benchmark.claims import reading_of

TEXT = """PORT AYN, 7 FEB 98 (AGENCY) -- REBELS KILLED A JUDGE AND TWO TEACHERS IN THE TOWN OF TAIZ TODAY.

A BOMB DAMAGED THE POWER STATION OF ADEN YESTERDAY. NOBODY CLAIMED TO HAVE LAID IT.
"""


def _fill(*values: object) -> dict[str, object]:
    return {"alts": [{"v": [value]} for value in values]}


def _key(kind: str, day: str, place: str, victim: str, *authors: str) -> dict[str, object]:
    slots = {
        "inc_type": [_fill(kind)],
        "inc_date": [_fill((day, day))],
        "inc_loc": [_fill(((("YEMEN",), ()), ((place,), ())))],
        "hum_tgt_desc": [_fill(victim)],
        "perp_org_id": [_fill(*authors)] if authors else [],
    }
    return {"slots": slots, "irrelevant": False}


def told(*keys: dict[str, object]) -> Counter[tuple[str, bool]]:
    report = muc4.Coded("DEV-MUC3-0001", TEXT, date(1998, 2, 7), keys)
    claims = reading_of(report.name, TEXT, None, report.published).claims
    return Counter(one for claim in claims for one in muc4.fields(muc4.incidents_of(claim, report), claim))


def test_a_claim_is_held_against_the_incident_whose_victim_it_names() -> None:
    murder = _key("ATTACK", "1998-02-07", "TAIZ", "TEACHERS", "REBELS")
    other = _key("BOMBING", "1998-02-06", "ADEN", "MAYOR")
    assert set(told(murder, other)) == {("day", True), ("place", True), ("author", True)}


def test_what_differs_is_wrong() -> None:
    wrong = told(_key("ATTACK", "1998-02-05", "ADEN", "TEACHERS"))
    assert set(wrong) == {("day", False), ("place", False), ("author", False)}


def test_a_killing_is_held_against_no_kidnapping() -> None:
    assert not told(_key("KIDNAPPING", "1998-02-07", "TAIZ", "TEACHERS"))


@pytest.mark.parametrize(
    ("name", "aside"), [("DEV-MUC3-0900", False), ("DEV-MUC3-0901", True), ("TST1-MUC3-0001", True)]
)
def test_a_part_is_kept_aside(name: str, *, aside: bool) -> None:
    assert muc4.Coded(name, "", None, ()).aside == aside
