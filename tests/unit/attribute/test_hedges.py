"""How firmly it is put: what a word of doubt marks, and what it leaves firm."""

from dataclasses import replace

import pytest

from corroborate.attribute import attribute
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Attack, Blame, Content, Harm, Mention, Method, Stance
from corroborate.model.span import Span
from corroborate.read.passages import passages
from tests.asking_who_says import mention, report

HARM = Harm(Effect.KILLED, People.PEOPLE, Count.exactly(5))
ATTACK = Attack(Method.AIRSTRIKE, Count.exactly(1), None)
BLAME = Blame("Russia", Stance.ACCUSED, None)


def hedged(text: str, quote: str, content: Content) -> bool:
    capture = CaptureId("b" * 64)
    document = Document(document_id(capture, text), capture, "report", text, tuple(passages(text)), "test")
    start = text.index(quote)
    span = Span.cut(text, start, start + len(quote))
    claims, _ = attribute(document, (Mention(span, content, span, "test"),), {})
    return claims[0].attribution.hedge


@pytest.mark.parametrize(
    ("text", "quote", "content", "expected"),
    [
        ("Five people died in a raid.", "Five people died", HARM, False),
        ("It appears that five people died.", "five people died", HARM, True),
        ("It is thought five people died.", "five people died", HARM, True),
        ("A monitor said five people died in a raid.", "five people died", HARM, False),
        ("Five people reportedly died in a raid.", "Five people reportedly died", HARM, True),
        ("A suspected gas attack kills five.", "A suspected gas attack", ATTACK, True),
        ("A suspected gas attack kills five.", "kills five", HARM, False),
        ("Suspected militants were killed in a raid.", "Suspected militants were killed", HARM, False),
        ("Raids thought to be by coalition jets killed five people.", "killed five people", HARM, True),
        ("Raids, which we believe were Russian, killed five people.", "killed five people", HARM, True),
        ("No casualties were reported.", "No casualties were reported", HARM, True),
        ("There are unconfirmed reports of five deaths.", "five deaths", HARM, True),
        ("Five people may have died.", "Five people may have died", HARM, True),
        ("The toll was likely to rise after five people died.", "five people died", HARM, False),
        ("France accused Russia of killing five people.", "killing five people", HARM, True),
        ("France accused Russia of killing five people.", "France accused Russia of killing", BLAME, False),
        ("Air strikes could be heard all night.", "Air strikes could be heard", ATTACK, False),
        ("Five deaths were reported by the clinic.", "Five deaths were reported", HARM, False),
        ("Shells, possibly from tanks, fell; the raids have allegedly stopped.", "the raids", ATTACK, True),
        ("A raid with gas believed to be chlorine killed five.", "A raid with gas", ATTACK, False),
        ("A bomber believed to be about ten years old killed five.", "killed five", HARM, False),
        ("A bomber believed to be in her teens killed five.", "killed five", HARM, False),
        ("Clashes apparently have resulted in the deaths of five people.", "the deaths of five people", HARM, True),
        ("A blast that allegedly led to a fire killed five.", "killed five", HARM, True),
        ("Five people died, it was reported in Tarhuna.", "Five people died", HARM, True),
        ("Five people died, it was reported by the clinic.", "Five people died", HARM, False),
        ("Five people died, presumably by the hands of rebels.", "Five people died", HARM, True),
        ("The murder of the judge, possibly by rebels, was told.", "The murder of the judge", HARM, True),
        ("It was officially reported that five people died.", "five people died", HARM, True),
        ("It has been alleged that five people died.", "five people died", HARM, True),
        ("A man accused of belonging to rebels was killed.", "was killed", HARM, False),
        ("Media reports said five people died.", "five people died", HARM, False),
        ("Raid near Homs leaves five people dead Reports", "five people dead", HARM, True),
        ("Raid near Homs leaves five people dead media reports", "five people dead", HARM, False),
    ],
)
def test_a_word_of_doubt_marks_what_it_stands_by(text: str, quote: str, content: Content, expected: bool) -> None:  # noqa: FBT001  # pytest hands the parameters over by name
    assert hedged(text, quote, content) is expected


def test_that_something_is_denied_is_in_no_doubt() -> None:
    denial = Blame("Russia", Stance.DENIED, None)
    assert not hedged("Russia denied reports of a raid on the town.", "Russia denied reports of a raid", denial)


@pytest.mark.parametrize(
    ("text", "quote", "by", "expected"),
    [
        ("Suspected rebels shot five people.", "shot five people", ("rebels",), True),
        ("Alleged Red Front members shot five people.", "shot five people", ("Red Front members",), True),
        ("Soldiers shot five suspected rebels.", "Soldiers shot five suspected rebels", ("Soldiers",), False),
        ("State media alleged on Monday that rebels shot five.", "rebels shot five", ("rebels",), False),
    ],
)
def test_who_is_only_suspected_puts_in_doubt_what_they_did(
    text: str, quote: str, by: tuple[str, ...], *, expected: bool
) -> None:
    made = replace(mention(report(text), quote), by=by)
    claims, _ = attribute(report(text), (made,), {})
    assert claims[0].attribution.hedge is expected
