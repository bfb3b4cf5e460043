"""What somebody checked, could not check, or disputes: sentences that are read and sentences that are left alone."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Verification
from tests.reading_sentences import report


def told(text: str) -> list[str]:
    return [
        f"{mention.content.status} | {mention.content.about}"
        for mention in extract(report(text))[0]
        if isinstance(mention.content, Verification)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # V01 could not
        ("The agency could not independently verify the footage.", "unverified | the footage"),
        ("The agency was unable to confirm the reports.", "unverified | the reports"),
        ("There is no way to verify the toll.", "unverified | the toll"),
        ("The accounts could not be verified.", "unverified | The accounts"),
        ("It was not possible to verify the toll.", "unverified | the toll"),
        (
            "The monitor could not say whether the jets were Russian.",
            "unverified | whether the jets were Russian",
        ),
        # V02 unclear
        (
            "It was not immediately clear whether the jet was shot down.",
            "unverified | whether the jet was shot down",
        ),
        # V03 no confirmation
        ("There was no independent confirmation of the raid.", "unverified | the raid"),
        ("The army denied a report that its jets bombed the port.", "disputed | that its jets bombed the port"),
        # V04, V05 confirmed
        ("The monitor confirmed the attack.", "confirmed | the attack"),
        ("Analysts verified the footage.", "confirmed | the footage"),
        ("The toll was confirmed by a doctor.", "confirmed | The toll"),
        # V06 genuine
        ("The video appeared genuine.", "confirmed | The video"),
        # V07, V08 disputed
        ("The ministry disputed the toll.", "disputed | the toll"),
        ("Other monitors say the number is much higher.", "disputed | the number is much higher"),
    ],
)
def test_what_came_of_checking_is_read(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The army confirmed that five soldiers were killed.",
        "The police will verify the footage.",
        "The cost of the raid has not yet been determined.",
        "The extent of the damage has not been established.",
        "Police were not sure if the gun went off.",
        "There was no warrant; the mayor did not confirm the raid.",
        "It was unclear whether the talks would resume.",
        "The number of confirmed deaths rose to 20.",
        "The mayor could not say much.",
        "An investigation was opened.",
    ],
)
def test_what_only_looks_like_checking_is_left_alone(text: str) -> None:
    assert told(text) == []
