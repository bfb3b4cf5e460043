"""Which of two parties that fought each other is told to have harmed the people of one."""

import pytest

from tests.reading_sentences import harm_in


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Clashes between the army and rebels erupted in Goma. Twelve rebels were killed.", ("army",)),
        ("Clashes between the army and rebels erupted in Goma. Twelve soldiers were killed.", ("rebels",)),
        ("Clashes between the army and rebels erupted in Goma. Twelve farmers were killed.", ("army", "rebels")),
        # who fought side by side
        ("The army and rebels stormed the town of Goma. Twelve militants were killed.", ("army", "rebels")),
    ],
)
def test_harm_to_one_of_two_opposed_parties_is_by_the_other(text: str, by: tuple[str, ...]) -> None:
    (harm,) = harm_in(text)
    assert harm.by == by
