"""Stages 2 to 5 hold on whatever they are given: no crash, every quote verbatim, every share tied, the same twice."""

import hashlib
import random
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmark.labels import SHARED
from corroborate.extract.lexicon import rows
from corroborate.grade import load
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.model.issue import IssueKind
from corroborate.model.mention import Kind
from corroborate.model.record import Reading
from corroborate.pipeline import count_main, fold, read_report
from corroborate.read.reader import MOST_READ
from corroborate.wiring import gazetteer
from tests.reading_anything import violations

_TABLES = ("verbs", "people", "attacks", "weapons", "objects", "damage", "actors", "groups", "effects")
_PLACES = "Douma,Saraqib,Idlib,Eastern Ghouta,Aleppo province,Harasta,Kobani,Mosul,Syria,Gaza City,Paris".split(",")
_VOICES = (
    "the White Helmets|SANA|Reuters|the Observatory|Ahmad al-Noor|a resident|it|he|they|the ministry|Russia|medics"
).split("|")
_TIMES = (
    "on Sunday|overnight|3 March 2015|last week|since mid-March|yesterday|2018-02-04|in the past 48 hours|on Feb. 4"
    "|at dawn|from 3 to 9 May|in 2013|two days ago"
).split("|")
_NUMBERS = (
    "0|1|six|12|2,000|1.1 million|dozens of|at least 7|more than a hundred|up to 40|half|two dozen|99999999999999|٢٩|no"
    "|between 30 and 40|about|several|a"
).split("|")
_CUES = (
    "said|told|according to|, citing|reported that|claimed|denied|accused|confirmed|could not independently verify"
    "|allegedly|if|had|was|were|been|by|in|of|and|including|who|which|that|near|between|responsibility for"
).split("|")
_SIGNS = (". ", ", ", "; ", ": ", " (", ") ", " “", "” ", ' "', "’s ", " – ", "\n", "\n\n", "! ", "…", " • ", " ")


def _read(content: bytes, media_type: str = "text/plain") -> Reading:
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), media_type)
    return read_report(capture, content, Lead("any", "any", "A Publisher", date(2018, 2, 5)), gazetteer())


def _holds(content: bytes, media_type: str = "text/plain") -> None:
    reading = _read(content, media_type)
    assert list(violations(reading)) == []
    assert _read(content, media_type) == reading
    count_main(reading)


@cache
def _words() -> tuple[str, ...]:
    """Return what the grammar knows, each kind of word about as often as the others."""
    known = [row[0] for table in _TABLES for row in rows(f"{table}.tsv")]
    known += [word.strip() for row in rows("responsibility.tsv") for word in row[-1].split(",")]
    often = [*_PLACES, *_VOICES, *_TIMES, *_NUMBERS, *_CUES]
    return (*known, *often * (len(known) // len(often)))


def _soup() -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(_words()), st.sampled_from((" ",) * 20 + _SIGNS))
    return st.lists(pairs, max_size=120).map(lambda chosen: "".join(word + sign for word, sign in chosen))


@given(st.text(max_size=400))
def test_any_unicode_text_is_read(text: str) -> None:
    _holds(f"Strikes killed 5 people in Douma. {text}".encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=400), st.sampled_from(("text/plain", "text/html", "application/pdf")))
def test_any_bytes_are_read_or_refused(content: bytes, media_type: str) -> None:
    _holds(content, media_type)


@given(_soup())
def test_any_order_of_words_names_days_and_signs_is_read(text: str) -> None:
    _holds(text.encode())


@given(_soup())
def test_any_order_of_words_between_tags_is_read(text: str) -> None:
    _holds(f"<html><body><h1>Strikes kill 5</h1><p>{text}</p></body></html>".encode(), "text/html")


@given(st.lists(_soup(), min_size=1, max_size=3))
def test_whatever_was_read_folds_into_incidents(texts: list[str]) -> None:
    readings = [_read(text.encode()) for text in texts]
    claims = tuple({claim.id: claim for reading in readings for claim in reading.claims}.values())
    incidents, tallies, _ = fold(claims, (), load("airwars"))
    known = {claim.id for claim in claims}
    assert all(set(one.claims) <= known for one in incidents)
    assert all(set(one.claims) <= known for one in tallies)


@pytest.mark.labelled
@pytest.mark.parametrize("seed", range(40))
def test_labelled_reports_cut_shuffled_and_garbled_are_read(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  # test data, no secret
    path = chance.choice(sorted((SHARED / "claims/dev/texts").glob("*.txt")))
    _holds(_garbled(path.read_text(encoding="utf-8"), chance).encode("utf-8", "surrogatepass"))


def _garbled(text: str, chance: random.Random) -> str:
    """Return a text with words dropped, doubled, swapped, glued, or changed for other words and signs."""
    words = text.split(" ")
    for _ in range(max(4, len(words) // 6)):
        at = chance.randrange(len(words))
        change = chance.randrange(6)
        if change == 0:
            words[at] = chance.choice(_words())
        elif change == 1:
            words[at] = ""
        elif change == 2:
            words.insert(at, chance.choice(_SIGNS))
        elif change == 3:
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        elif change == 4:
            words[at] = words[at].swapcase()
        else:
            words[at : at + 2] = ["".join(words[at : at + 2])]
    return " ".join(words)


_ODD = {
    "no white space": "killed12people" * 500,
    "a long number": "killed " + "1234567890" * 500 + " people",
    "groups of digits": "killed 1" + ",234" * 500 + " people",
    "nothing but quotation marks": '"' * 900,
    "nothing but parentheses": "(" * 900,
    "a sentence without an end": "killed 3 people and wounded two soldiers in Douma on Sunday, " * 150,
    "many days": "on Sunday 5 March 2015 killed 3 people " * 60,
    "many lines": "3 killed\n" * 500,
    "combining marks": "a\u0301" * 500 + " killed",
    "bidirectional marks": "\u202e5 killed\u202c \u200f in Douma\u200e",
    "a year that no calendar has": "killed 5 people on 31 February 0000 and on 5 March 9999",
}


@pytest.mark.parametrize("name", _ODD)
def test_odd_texts_are_read(name: str) -> None:
    _holds(f"Strikes killed 5 people in Douma.\n{_ODD[name]}".encode())


def test_what_lies_beyond_the_most_that_is_read_is_kept_and_said() -> None:
    line = "The council of the town met and spoke of roads. "
    text = (
        "Strikes killed 5 people in Douma.\n" + line * (MOST_READ // len(line) + 9) + "\nStrikes killed 7 in Idlib.\n"
    )
    reading = _read(text.encode())
    assert reading.document is not None
    assert reading.document.text == text
    assert [claim.span.quote for claim in reading.claims if claim.kind is Kind.HARM] == ["killed 5 people"]
    assert IssueKind.TOO_LARGE in {issue.kind for issue in reading.issues}
    assert list(violations(reading)) == []
