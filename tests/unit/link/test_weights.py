"""The weights: every level that can come out of a comparison has one, and words for a person."""

import re
from importlib import resources
from math import log

import pytest

from corroborate.link.compare import compare
from corroborate.link.lexicon import PRIOR, UNTOLD, weights
from corroborate.link.profile import profile
from tests.making_claims import Report, attack, day

COMPARE = resources.files("corroborate.link").joinpath("compare.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("level", sorted({level for _, level in weights().meanings} - {PRIOR[1]}))
def test_every_level_of_the_table_can_come_out_of_a_comparison(level: str) -> None:
    assert re.search(rf'"{level}"', COMPARE) or level in {"within", "near"}  # those two are kinds of nearness


def test_a_weight_across_reports_is_the_logarithm_of_m_over_u() -> None:
    row = next(line for line in _lines() if line.startswith("words\tmany\t"))
    _, _, _, m, u, meaning = row.split("\t")
    assert weights().across["words", "many"] == pytest.approx(log(float(m) / float(u)))
    assert weights().meanings["words", "many"] == meaning


def test_the_shares_of_a_comparison_are_shares_of_a_whole() -> None:
    for column in (3, 4):
        sums: dict[str, float] = {}
        for cells in (line.split("\t") for line in _lines()[1:]):
            if cells[3] != "-" and cells[1] != "before":
                sums[cells[0]] = sums.get(cells[0], 0.0) + float(cells[column])
        assert all(0.9 < whole < 1.1 for whole in sums.values()), sums


def test_what_is_not_told_says_nothing() -> None:
    for table in (weights().within, weights().across):
        assert {weight for (_, level), weight in table.items() if level == UNTOLD} == {0.0}


def _lines() -> list[str]:
    text = resources.files("corroborate.link").joinpath("weights.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("outlet", "sentence", "level"),
    [("The Courier", 0, "same"), ("The Herald", 0, "other"), ("The Courier", 5, UNTOLD)],
    ids=["one outlet leads twice", "two outlets", "told further down"],
)
def test_that_one_outlet_leads_two_reports_with_them_speaks_against_one_incident(
    outlet: str, sentence: int, level: str
) -> None:
    first = Report("a", "The Courier").tell(attack(), "Shells hit the bakery of Binnish")
    second = Report("b", outlet).tell(attack(), "Shells fell on a mill in Binnish", sentence=sentence)
    found = compare(profile([first]), profile([second])).levels
    assert ("outlet", level) in {level for level, _ in found}
    assert weights().across["outlet", "same"] < 0 < weights().across["outlet", "other"]


@pytest.mark.parametrize(("other", "level"), [("US-led coalition", "shared"), ("Russia", "different")])
def test_a_coalition_is_one_with_the_party_that_it_stands_for(other: str, level: str) -> None:
    raids = [
        Report(name).tell(attack(), "jets struck a house", when=day("2018-02-04"), where=("Raqqa",), by=(by,))
        for name, by in (("a", "coalition"), ("b", other))
    ]
    one, two = (profile([raid]) for raid in raids)
    assert ("party", level) in [found for found, _ in compare(one, two).levels]
