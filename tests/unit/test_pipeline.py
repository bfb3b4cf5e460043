"""The stages in order, on small reports."""

import hashlib
from collections.abc import Callable
from datetime import date
from textwrap import fill

import pytest

from corroborate.grade import load
from corroborate.model.casualty import Effect
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Harm
from corroborate.model.record import Reading
from corroborate.pipeline import fold, read_report
from corroborate.wiring import gazetteer

STRIKE = (
    "Strikes on Douma kill 12\n\nAir strikes killed at least 12 people, including 3 children, in Douma on Sunday,"
    " the White Helmets said.\n"
)


def read(text: str, name: str = "a", publisher: str = "Levant Wire") -> Reading:
    content = text.encode()
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
    return read_report(capture, content, Lead(name, f"{name}.txt", publisher, date(2018, 2, 5)), gazetteer())


def test_every_claim_stands_word_for_word_in_its_document_and_in_text_order() -> None:
    reading = read(STRIKE)
    assert reading.document is not None
    assert any(isinstance(claim.content, Harm) for claim in reading.claims)
    assert all(claim.span.holds_in(reading.document.text) for claim in reading.claims)
    assert all(claim.passage.covers(claim.span) for claim in reading.claims)
    starts = [claim.span.start for claim in reading.claims]
    assert starts == sorted(starts)


def test_reading_twice_gives_the_same() -> None:
    assert read(STRIKE) == read(STRIKE)


def test_every_claim_names_the_rules_that_made_it() -> None:
    assert all(claim.rules and claim.maker for claim in read(STRIKE).claims)


@pytest.mark.parametrize(
    "setting", [lambda text: text.replace(" ", "\xa0"), lambda text: fill(text, 50, break_on_hyphens=False)]
)
def test_white_space_changes_nothing_but_the_quotes(setting: Callable[[str], str]) -> None:
    told = (
        "At least 12 people were killed when jets bombed the town of Maarat al-Numan on Sunday, the White Helmets said,"
        " and the Syrian Observatory for Human Rights blamed the Syrian army for the air strikes, which it denied."
    )
    plain, set_so = read(told), read(setting(told))
    assert [_told(claim) for claim in set_so.claims] == [_told(claim) for claim in plain.claims]
    assert set_so.document is not None
    assert all(claim.span.holds_in(set_so.document.text) for claim in set_so.claims)


def _told(claim: Claim) -> tuple[object, ...]:
    return claim.content, claim.by, claim.situation, claim.attribution.sources


def test_a_headline_in_capitals_that_is_said_again_is_one_claim() -> None:
    headline = "Air strike kills 12 villagers near Saraqib"
    told = read(f"{headline.upper()}\n\n{headline}. Rescuers found nobody alive.")
    assert [claim.span.start for claim in told.claims if isinstance(claim.content, Harm)] == [headline.index("kills")]


def test_bytes_that_are_no_report_give_a_doubt_and_no_claims() -> None:
    reading = read("")
    assert reading.document is None
    assert reading.claims == ()
    assert reading.issues


def test_two_reports_of_one_origin_fold_into_an_incident_with_one_origin() -> None:
    other = STRIKE.replace("Air strikes killed", "The White Helmets said air strikes killed").replace(
        ", the White Helmets said", ""
    )
    claims = (*read(STRIKE).claims, *read(other, "b", "Northern Broadcast").claims)
    incidents, _, _ = fold(claims, (), load("airwars"))
    with_deaths = [i for i in incidents if any(figure.effect is Effect.KILLED for figure in i.ranges)]
    assert len(with_deaths) == 1
    assert len(with_deaths[0].documents) == 2
    assert with_deaths[0].grades[0].methodology == "airwars"


def test_the_order_of_the_reports_does_not_matter() -> None:
    claims = (*read(STRIKE).claims, *read("Shelling killed four civilians in Idlib on Saturday.", "b").claims)
    assert fold(claims, (), load("airwars")) == fold(tuple(reversed(claims)), (), load("airwars"))


def test_nothing_folds_into_nothing() -> None:
    assert fold((), (), load("airwars")) == ((), (), ())
