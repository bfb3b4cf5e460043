"""Whom the rules of lending name, and by which of them: the chooser weighs it, so each is asked by itself."""

import pytest

from corroborate.extract.extraction import placed_mentions
from corroborate.extract.lending import Opinion, Report
from tests.reading_sentences import report

QUIET = "The market opened at dawn and people bought bread. "
TURKISH = "Turkish drones killed two men. A Turkish drone hit a car in Homs. A Turkish drone struck a bus. "


def last(text: str) -> Opinion:
    found = placed_mentions(report(text))
    rules = Report(found.mentions, doubted=found.is_doubted)
    return [rules.opinion(one) for one in found.mentions][-1]


@pytest.mark.parametrize(
    ("text", "rule", "names"),
    [
        ("Regime forces shelled Douma.", "E00", ("Regime forces",)),
        ("Turkey shelled Afrin on Sunday. Five men were rescued from the rubble.", "E01", ()),
        ("Russian strikes killed nine people, including two children.", "E02", ("Russian",)),
        ("Regime forces shelled Douma on Sunday and five farmers died.", "E03", ("Regime forces",)),
        ("Army jets bombed Douma. Nobody has claimed responsibility for it. Five farmers were killed.", "E04", ()),
        ("Rebels killed 35 men in Hama. " + 6 * QUIET + "On Friday, 35 men were killed.", "E05", ("Rebels",)),
        ("Regime forces shelled Douma on Sunday. Five farmers were killed.", "E06", ("Regime forces",)),
        (TURKISH + 6 * QUIET + "June: two drone attacks. ", "E10", ("Turkish",)),
        (TURKISH + "Rebels hit a car in Hama. " + 6 * QUIET + "June: two drone attacks. ", "E11", ()),
        ("Rebels shelled Douma. In a separate incident, five farmers were killed in Homs.", "E04", ()),
        ("Turkey shelled Afrin on Sunday. Eight Turkish soldiers were killed.", "E11", ()),
    ],
)
def test_a_rule_names_the_author_of_the_last_mention(text: str, rule: str, names: tuple[str, ...]) -> None:
    assert last(text) == Opinion(rule, names)


@pytest.mark.parametrize(
    ("text", "rule", "names"),
    [
        ("Air raid on Douma\n\nThe town was quiet at noon.\n\nRussian raids hit Douma.\n", "E07", ("Russian",)),
        ("A bomb went off in Bama.\n\nAl-Shabaab claimed responsibility for the attack.\n", "E09", ("Al-Shabaab",)),
    ],
)
def test_a_rule_names_the_author_of_the_first_mention(text: str, rule: str, names: tuple[str, ...]) -> None:
    found = placed_mentions(report(text))
    assert Report(found.mentions).opinion(found.mentions[0]) == Opinion(rule, names)
