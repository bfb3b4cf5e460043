"""Square brackets: who has the word in a transcript, and what is put into the words of a report."""

import pytest

from tests.asking_who_says import chain

TRANSCRIPT = """The governor of Tarhuna, Ivan Petrov, met the press on Monday.

[begin recording] [Petrov] Nobody slept that night. The shells came at dawn and five people died.

Later a nurse told me that two guards died. [end recording]

Six cooks died elsewhere.
"""
INTERVIEW = """[Announcer] With us is Mona Hassan, who runs the clinic of Zawiya.

[Hassan] On Monday five people died in our ward.

Two guards died on the stairs.

[Announcer] It was then that six cooks died.
"""

COMMUNIQUE = """The garrison of Tarhuna issued the following communique:

1. On Monday rebels came to the gate and five people died.

2. Two guards died on the stairs. A nurse said that a girl died.

Six cooks died elsewhere.
"""


@pytest.mark.parametrize(
    ("text", "quote", "sources"),
    [
        (TRANSCRIPT, "five people died", ["Ivan Petrov"]),
        (TRANSCRIPT, "two guards died", ["nurse", "Ivan Petrov"]),
        (TRANSCRIPT, "Six cooks died", []),
        (INTERVIEW, "five people died", ["Mona Hassan"]),
        (INTERVIEW, "Two guards died", ["Mona Hassan"]),
        (INTERVIEW, "six cooks died", []),
        (COMMUNIQUE, "five people died", ["garrison of Tarhuna"]),
        (COMMUNIQUE, "Two guards died", ["garrison of Tarhuna"]),
        (COMMUNIQUE, "a girl died", ["nurse", "garrison of Tarhuna"]),
        (COMMUNIQUE, "Six cooks died", []),
        ("[General Ivan Petrov, head of the army] Five people died.", "Five people died", ["Ivan Petrov"]),
        ("[Unidentified witness] Five people died.\n\nTwo guards died.", "Five people died", ["Unidentified witness"]),
        ("[Unidentified witness] Five people died.\n\nTwo guards died.", "Two guards died", []),
        ("[Update] Five people died.", "Five people died", []),
        ("[Tarhuna] Five people died.", "Five people died", []),
    ],
)
def test_a_name_in_brackets_gives_its_bearer_the_word(text: str, quote: str, sources: list[str]) -> None:
    assert chain(text, quote) == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("“Five people died,” [Colonel Ivan] Petrov told a rally.", ["Ivan Petrov"]),
        ("“Five people died,” [the] governor Ivan Petrov said.", ["Ivan Petrov"]),
        ("[Petrov] said five people died.", ["Petrov"]),
        ("The RSF [Rapid Support Forces] said five people died.", ["Rapid Support Forces"]),
        ("The governor [words indistinct] said five people died.", ["governor"]),
        ("Ivan [sic] Petrov said five people died.", ["Ivan Petrov"]),
    ],
)
def test_what_brackets_put_in_cuts_no_name(text: str, sources: list[str]) -> None:
    assert chain(text, "ive people died") == sources


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Remarks by President Anna Kline\n\nLast night five people died at our border.", ["Anna Kline"]),
        ("Full text of the statement by the Tarhuna garrison\n\nLast night five people died.", ["Tarhuna garrison"]),
        ("Tarhuna, 3 May (Radio) -- [speech] [President Anna Kline] Last night five people died.", ["Anna Kline"]),
        (
            "Tarhuna, 3 May -- [communique] [general command of the Red Front, RF] Last night five people died.",
            ["general command of the Red Front"],
        ),
        ("Statement by the envoy on the vote\n\nFive people died, a nurse said.", ["nurse", "envoy"]),
        ("Statement by Reuters\n\nLast night five people died.", []),
        ("Speech by a river\n\nLast night five people died.", []),
    ],
)
def test_a_report_that_is_somebodys_words_throughout_is_of_that_speaker(text: str, sources: list[str]) -> None:
    assert chain(text, "ive people died") == sources
