"""Places that the words around a mention rule out."""

import pytest

from corroborate.locate.place_cues import Cue
from corroborate.locate.places import places
from corroborate.model.casualty import VAGUE, Count, Effect, People
from corroborate.model.mention import Harm, Mention
from corroborate.model.span import Span
from tests.unit.locate.test_places import FewPlaces, _document, spots_of


def _where(text: str, quote: str, effect: Effect, count: Count = VAGUE) -> tuple[str, ...]:
    span = Span.cut(text, text.index(quote), text.index(quote) + len(quote))
    mention = Mention(span, Harm(effect, People.PEOPLE, count), span, "test")
    return places(_document(text), [mention], FewPlaces())[0][mention.id][0].names[:1]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("Nine evacuees from the towns of Saraqib and Douma were killed in Harasta.", "were killed", "Harasta"),
        ("Jets struck Harasta. Nine displaced people from Saraqib were killed.", "were killed", "Harasta"),
        ("Nine residents of Saraqib were killed.", "were killed", "Saraqib"),
    ],
)
def test_who_has_left_a_town_was_killed_elsewhere(text: str, quote: str, name: str) -> None:
    assert _where(text, quote, Effect.KILLED, Count.exactly(9)) == (name,)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jets struck Saraqib. Families fled towards safer villages near Harasta.", "Saraqib"),
        ("Jets struck Saraqib. Families fled towards areas east of Harasta.", "Saraqib"),
        ("Jets struck Saraqib. Families fled from Harasta.", "Harasta"),
    ],
)
def test_nobody_flees_from_where_the_flight_leads(text: str, name: str) -> None:
    assert _where(text, "Families fled", Effect.DISPLACED) == (name,)


def test_across_the_country_means_no_town() -> None:
    text = "Troops killed nine rebels in Saraqib. They fought rebels across the country, and many were killed."
    assert _where(text, "many were killed", Effect.KILLED) == ()
    assert _where(text, "killed nine rebels", Effect.KILLED, Count.exactly(9)) == ("Saraqib",)


@pytest.mark.parametrize(
    "told",
    [
        "Nine were taken to Saraqib hospital.",
        "According to the Saraqib hospital, nine died.",
        "He was declared dead at Saraqib Hospital.",
        "The manager of Saraqib hospital spoke of nine dead.",
        "The Saraqib hospital received nine wounded people.",
    ],
)
def test_a_clinic_that_cares_for_the_hurt_is_not_where_they_were_hurt(told: str) -> None:
    assert spots_of(told)[0].cue is Cue.DIRECTION


@pytest.mark.parametrize("told", ["Nine died in a raid on Saraqib hospital.", "Shells fell near the Saraqib hospital."])
def test_a_clinic_that_was_hit_is(told: str) -> None:
    assert spots_of(told)[0].cue is not Cue.DIRECTION


@pytest.mark.parametrize(("noun", "name"), [("city", "Idlib"), ("province", "Saraqib")])
def test_what_a_city_suffered_no_other_town_of_its_province_did(noun: str, name: str) -> None:
    text = f"Raids on Idlib {noun} killed 30 people.\n\nThe raids on Saraqib, a town, killed 30 people, a medic said."
    assert _where(text, "killed 30 people", Effect.KILLED, Count.exactly(30)) == (name,)


def test_a_figure_of_another_place_has_the_place_behind_it() -> None:
    text = "Raids over two days killed 45 people in Saraqib and 22 in nearby Kafr Nabl. Saraqib lies in Idlib."
    span = Span.cut(text, text.index("22"), text.index("22") + 2)
    mention = Mention(span, Harm(Effect.KILLED, People.PEOPLE, Count.exactly(22)), span, "P06-elsewhere")
    found = places(_document(text), [mention], FewPlaces())[0]
    assert found[mention.id][0].names[:1] == ("Kafr Nabl",)
