"""Under which name the many names of a belligerent count as one."""

from corroborate.model.party import is_state, meant, party_of

AGAINST_IS, GULF = "Coalition against Islamic State", "Saudi-led coalition"


def test_a_bare_coalition_is_a_party_of_its_own_and_acts_for_states() -> None:
    assert {party_of(name) for name in ("coalition", "The Coalition")} == {"Coalition"}
    assert is_state("Coalition")
    assert party_of("the Syrian National Coalition") == "Syrian opposition groups"


def test_a_short_name_stands_for_the_one_party_of_its_kind_that_is_named() -> None:
    assert meant("Coalition", {"Coalition", "Russia", AGAINST_IS}) == AGAINST_IS
    assert meant("Coalition", {"Coalition", AGAINST_IS, GULF}) == "Coalition"
    assert meant("Russia", {"Russia", AGAINST_IS}) == "Russia"
