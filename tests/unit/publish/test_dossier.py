"""The dossier holds everything of the record, escaped, linked, and without a network."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from html import escape, unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from corroborate.errors import UsageError
from corroborate.grade import grade, legend, load
from corroborate.model.amendment import Amendment
from corroborate.model.casualty import Bound, Count, Effect, People
from corroborate.model.grade import Code
from corroborate.model.ids import ClaimId, IncidentId
from corroborate.model.incident import Change
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Harm
from corroborate.model.record import Record, Ruling
from corroborate.publish.dossier import dossier
from tests.unit.publish.handmade import (
    DOCUMENTS,
    GAS,
    MARKET_STRIKE,
    RECORD,
    gas_blame,
    gas_check,
    gas_denial,
    gas_eight,
    gas_ministry,
    market_eleven,
)

PAGE = dossier(RECORD)


def judged(verdict: Verdict, day: int, *on: str, value: str | None = None, **more: object) -> Ruling:
    """Return the ruling of a judgement of one day, in force unless `undone_by` says otherwise."""
    at = datetime(2018, 3, day, tzinfo=UTC)
    undone_by = more.pop("undone_by", None)
    made = Judgement(verdict, on, "ليلى حداد", "<b>read twice</b>", at, value, **more)  # type: ignore[arg-type]  # test words
    return Ruling(made, on, undone_by)  # type: ignore[arg-type]  # test words


def decided() -> Record:
    """Return the record with a claim put right, one rejected, an origin excluded, a grade fixed and taken back."""
    right = replace(gas_eight, content=Harm(Effect.INJURED, People.CIVILIANS, Count.exactly(8)))
    amendment = Amendment(("people",), gas_eight.span, right)
    undo = judged(Verdict.UNDO, 6)
    fixed = judged(Verdict.FIX_GRADE, 5, GAS.id, value="airwars Fair", undone_by=undo.judgement.id)
    rulings = (
        judged(Verdict.CORRECT, 1, gas_eight.id, value="people=civilians", amendment=amendment),
        judged(Verdict.REJECT, 2, market_eleven.id),
        judged(Verdict.EXCLUDE_ORIGIN, 3, GAS.id, value="doctor"),
        judged(Verdict.ACCEPT, 4, GAS.id),
        fixed,
        replace(undo, on=(fixed.judgement.id,)),
    )
    incidents = tuple(
        replace(one, excluded=(gas_eight.id,)) if one.id == GAS.id else replace(one, claims=_without(one.claims))
        for one in RECORD.incidents
    )
    claims = tuple(right if claim.id == gas_eight.id else claim for claim in RECORD.claims)
    return replace(RECORD, claims=claims, incidents=incidents, rulings=rulings, as_read=(gas_eight,))


def _without(claims: tuple[ClaimId, ...]) -> tuple[ClaimId, ...]:
    return tuple(claim for claim in claims if claim != market_eleven.id)


_EMPTY = Record((), (), (), (), (), (), (), RECORD.legend)
_VOID = {"meta", "link", "br", "hr", "img", "input"}


class _Reader(HTMLParser):
    """Collects ids, links, text, and elements left open."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.open: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append(tag)
        if tag not in _VOID:
            self.open.append(tag)
        if said.get("id"):
            self.ids.append(str(said["id"]))
        if said.get("href"):
            (self.links if tag == "a" else self.loads).append(str(said["href"]))
        if said.get("src"):
            self.loads.append(str(said["src"]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes nothing"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def _text(page: str) -> str:
    plain = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", plain)))


def beside(record: Record) -> tuple[Record, ...]:
    """Return the record under two other methodologies."""
    others = []
    for name in ("ucdp", "every-casualty"):
        bare = [replace(one, grades=()) for one in record.incidents]
        graded = grade(bare, record.claims, load(name))
        others.append(replace(record, incidents=graded, legend=legend(load(name))))
    return tuple(others)


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        dossier(RECORD, GAS.id),
        dossier(_EMPTY),
        dossier(decided(), beside=beside(decided())),
        dossier(decided(), GAS.id, beside(decided())),
    ],
    ids=["case", "incident", "empty", "judged", "judged incident"],
)
def test_elements_close_ids_are_unique_and_links_lead_somewhere_on_the_page(page: str) -> None:
    reader = _read(page)
    assert reader.open == []
    assert [anchor for anchor, n in Counter(reader.ids).items() if n > 1] == []
    assert [link for link in reader.links if not link.startswith("#") or link[1:] not in reader.ids] == []


def test_judgements_stand_wherever_they_changed_something() -> None:
    page = dossier(decided())
    text = _text(page)
    assert "put right: people=civilians (ليلى حداد: <b>read twice</b>); read as 8 people injured" in text
    assert "rejected (ليلى حداد" in text
    assert "(left out by a person)" in text
    assert "left out: a person excluded its origin" in text
    assert "accepted, 2 judgements" in text
    assert "nobody has reviewed it" in text
    assert '<a href="#judgement-' in page
    assert page.count('class="undone"') == 2
    assert "<b>read twice</b>" not in page


def test_methodologies_stand_side_by_side_with_what_differs_and_why() -> None:
    text = _text(dossier(RECORD, beside=beside(RECORD)))
    assert "Methodologies side by side" in text
    assert "counts killed alone" in text
    assert "Its grades turn so" in text
    assert re.search(r"1 × \w+ → (No event|Event) → \w+", text)
    assert "Methodologies side by side" not in _text(PAGE)


def test_what_is_withheld_is_said_to_be_left_out() -> None:
    assert "1 incident is withheld by a person and left out" in _text(dossier(RECORD, withheld=1))
    assert "withheld by a person" not in _text(PAGE)


def test_the_page_loads_nothing() -> None:
    assert _read(PAGE).loads == ["data:,"]
    assert "url(" not in PAGE
    assert "@import" not in PAGE
    assert "default-src 'none'" in PAGE


def test_every_claim_stands_on_the_page_once_with_its_words_marked() -> None:
    ids = _read(PAGE).ids
    for claim in RECORD.claims:
        assert ids.count(claim.id) == 1
        assert f"<mark>{escape(claim.span.quote)[:3]}" in PAGE
        assert claim.span.quote in _text(PAGE)


def test_what_a_report_says_cannot_become_markup() -> None:
    evil = "<script>alert(1)</script>\"'&"
    document = replace(RECORD.documents[0], title=evil, publisher=evil, url=evil, name=evil)
    claims = tuple(replace(c, publisher=evil) for c in RECORD.claims)
    incident = replace(GAS, title=evil)
    page = dossier(replace(RECORD, documents=(document, *RECORD.documents[1:]), claims=claims, incidents=(incident,)))
    assert page.count("<script>") == 1
    assert "alert(1)" in _text(page)


def test_arabic_is_marked_as_such_and_runs_by_its_own_direction() -> None:
    opening = DOCUMENTS["ghouta-council-2018-01-14"].text.split("\n")[1]
    assert re.search(r'<blockquote class="opening" dir="auto" lang="ar">' + re.escape(opening), PAGE)
    assert '<bdi lang="ar">حرستا – عربين</bdi>' in PAGE


def test_ranges_show_their_bounds_with_rule_and_claims_and_never_a_middle() -> None:
    text = _text(PAGE)
    assert "14–17" in text
    assert "31–41 or more" in text
    assert "15.5" not in text
    assert f'href="#{market_eleven.id}"' in PAGE


def test_a_figure_that_was_replaced_stays_visible_as_replaced() -> None:
    assert '<span class="replaced">at least 11</span>' in PAGE
    assert "17 people killed E19 replaces at least 11 people killed" in _text(PAGE)


def test_a_lower_later_figure_is_called_a_correction() -> None:
    moved = tuple(replace(u, change=Change.LOWERED) if u.replaces else u for u in MARKET_STRIKE.history)
    lowered = replace(RECORD, incidents=(replace(MARKET_STRIKE, history=moved),))
    assert "17 people killed E19 is a correction, below at least 11 people killed" in _text(dossier(lowered))


def test_denials_stand_beside_accusations_and_general_ones_are_said_to_contest_nothing() -> None:
    gas = PAGE[PAGE.index('id="incident-gas"') : PAGE.index('id="incident-market"')]
    government = gas[gas.index(">Syrian government <small>denies it</small>") :]
    laid, answered = government.partition('<p class="side">Its answers')[::2]
    assert gas_blame.span.quote in laid
    assert gas_denial.span.quote not in laid
    assert gas_denial.span.quote in answered
    assert answered.count(gas_ministry.span.quote) >= 1
    assert "denies it, " in answered
    assert gas.count("in general; contests nothing here") == 1


def test_norms_are_told_with_their_articles_and_the_claims_that_bring_them_and_without_a_verdict() -> None:
    gas = _text(PAGE[PAGE.index('id="incident-gas"') : PAGE.index('id="incident-market"')])
    touched = gas[gas.index("What it touches") :]
    assert "this is no verdict" in touched
    assert "Chemical Weapons Convention, Art. I (1)(b)" in touched
    assert "A toxic chemical is told: chlorine. E" in touched
    assert "In force since 2013." in touched
    assert touched.count("place or day leave it open") == 1


def test_what_could_not_be_verified_is_told_as_a_check_not_a_denial() -> None:
    checked = PAGE[PAGE.index("What was checked") :]
    assert gas_check.span.quote in checked[:900]


def test_one_origin_told_by_three_reports_counts_once() -> None:
    assert "4 links, 2 origins" in _text(PAGE)
    assert "7 E2 E5 E8" in _text(PAGE)


def test_each_origin_stands_with_its_links_and_why_they_are_its_word() -> None:
    came = _text(PAGE[PAGE.index("Through whom it came") :])
    assert "White Helmets civil-defence-2018-01-14 White Helmets, 2018-01-14 its own report" in came
    assert "levant-wire-2018-01-14 Levant Wire, 2018-01-14 named there" in came
    assert "named there, through Levant Wire as “a doctor”" in came
    assert "Russia's defence ministry does not tell what happened" in came


def test_a_tally_shows_each_origin_and_what_it_covers_without_adding() -> None:
    tally = _text(PAGE[PAGE.index('id="tally-weeks"') :])
    assert "at least 163" in tally
    assert "about 180" in tally
    assert "Covers, without being added to: 1. Gas rockets" in tally
    assert "343" not in tally
    assert "13 at the least in the incidents that it covers" in tally


def test_an_incident_leads_to_the_totals_around_it() -> None:
    gas = PAGE[PAGE.index('id="incident-gas"') : PAGE.index('id="incident-market"')]
    assert '<a href="#tally-weeks">T1. Killed in Eastern Ghouta in two weeks</a>' in gas
    assert "added to none" in gas


def test_the_dossier_of_one_incident_holds_only_what_concerns_it() -> None:
    page = _text(dossier(RECORD, GAS.id))
    assert GAS.title in page
    assert MARKET_STRIKE.title not in page
    assert "army-command" not in page


def test_an_unknown_incident_is_refused_with_what_to_do() -> None:
    with pytest.raises(UsageError, match="corroborate incidents"):
        dossier(RECORD, IncidentId("incident-unknown"))


def test_the_same_record_gives_the_same_page() -> None:
    assert dossier(RECORD) == PAGE


def test_headings_descend_without_a_jump() -> None:
    levels = [int(tag[1]) for tag in _read(PAGE).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_drawing_says_in_words_what_it_shows() -> None:
    for svg in re.findall(r"<svg[^>]*>(?:(?!</svg>).)*", PAGE, flags=re.DOTALL):
        if 'role="img"' in svg:
            assert re.search(r"<title>[^<]+</title>", svg)


def test_a_place_known_only_widely_is_named_beside_the_map_and_no_point_on_it() -> None:
    wide = replace(GAS, where=replace(GAS.where, radius_km=400.0))
    page = dossier(replace(RECORD, incidents=(wide, MARKET_STRIKE)))
    assert "Known only to a wide area, and so no point here: 1. Gas rockets" in _text(page)
    assert "C. Rural Damascus" not in page


def test_words_without_a_number_make_no_bar_and_no_bound() -> None:
    vague = replace(MARKET_STRIKE.ranges[2], low=Bound(None, "", ()), high=Bound(None, "", ()))
    page = dossier(replace(RECORD, incidents=(replace(MARKET_STRIKE, ranges=(vague,)),)))
    assert "people injured, no figure" in _text(page)
    assert '<p class="bounds">' not in page


def test_a_long_timeline_is_folded_and_nothing_is_left_out() -> None:
    many = tuple(replace(GAS, id=IncidentId(f"incident-{n}"), title=f"Attack number {n}") for n in range(70))
    page = dossier(replace(RECORD, incidents=many, issues=()))
    assert "and 11 more" in _text(page)
    assert "Attack number 69" in page[page.index('class="more"') : page.index('id="incidents"')]


def test_the_folders_of_whoever_collected_a_report_stay_at_home() -> None:
    seen = replace(RECORD.sightings[0], lead=replace(RECORD.sightings[0].lead, location="/home/person/case/report.txt"))
    page = dossier(replace(RECORD, sightings=(seen,)))
    assert "report.txt" in page
    assert "/home/person" not in page


def test_how_ranges_are_made_and_what_grades_mean_is_told_of_the_methodology_that_made_them() -> None:
    acled = replace(RECORD, legend=legend(load("acled")))
    page = unescape(re.sub(r"<[^>]+>", "", dossier(acled)))
    assert "graded by ACLED events (acled 2)" in page
    assert "Killed, people in all: one figure, the most conservative figure stated" in page
    assert "“dozens” as 12" in page
    assert "Sources put different figures to those killed" in page


def test_codes_the_likeliest_figure_and_how_words_were_taken_stand_in_the_page() -> None:
    range_ = MARKET_STRIKE.ranges[2]
    taken = replace(range_, best=range_.low, high=replace(range_.high, note="“dozens” as 12 to 24"))
    grade = replace(MARKET_STRIKE.grades[0], codes=(Code("where_prec", "1", "The exact place", ()),))
    one = replace(MARKET_STRIKE, ranges=(taken,), grades=(grade,))
    page = unescape(re.sub(r"<[^>]+>", "", dossier(replace(RECORD, incidents=(one,)))))
    assert f", best {range_.low.value}" in page
    assert "(“dozens” as 12 to 24)" in page
    assert "where_prec 1 The exact place" in page
