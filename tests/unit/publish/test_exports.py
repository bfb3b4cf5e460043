"""Every format of the record against its own rules, on the example reports and on a hostile record."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest
import rdflib

import corroborate
from corroborate.adapters.sheets import parquet, workbook
from corroborate.examples import manifest, reports
from corroborate.model.casualty import Effect, People
from corroborate.model.ids import DocumentId
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.party import party_of
from corroborate.model.record import Record, Ruling
from corroborate.publish.exports import METHODOLOGIES, TEXTS, Choice, chosen, figures, sheets
from corroborate.publish.exports.acled import COLUMNS as ACLED
from corroborate.publish.exports.airwars import COLUMNS as AIRWARS
from corroborate.publish.exports.codes import pairs
from corroborate.publish.exports.tables import Table, csv_text
from corroborate.publish.exports.ucdp import COLUMNS as UCDP
from corroborate.publish.exports.ucdp import prio_cell

# The properties of FollowTheMoney's schemata that are used (followthemoney.tech, read from version 4.11.2).
_FTM = {
    "Event": "name startDate endDate location country involved summary description sourceUrl publisher proof",
    "Article": "title publisher publishedAt sourceUrl language notes",
    "Note": "entity description",
    "LegalEntity": "name",
}
# ACLED's types of event and their sub-types, as its codebook spells them (acleddata.com, 2023).
_ACLED = {
    "Battles": "Government regains territory; Non-state actor overtakes territory; Armed clash",
    "Explosions/Remote violence": "Chemical weapon; Air/drone strike; Suicide bomb; Shelling/artillery/missile attack;"
    " Remote explosive/landmine/IED; Grenade",
    "Violence against civilians": "Sexual violence; Attack; Abduction/forced disappearance",
    "Strategic developments": "Agreement; Arrests; Change to group/activity; Disrupted weapons use;"
    " Headquarters or base established; Looting/property destruction; Non-violent transfer of territory; Other",
}
_HASHTAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")  # HXL 1.1: a hashtag and its attributes


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Record]:
    """The example reports, graded by each methodology that a format asks for."""
    with corroborate.open_case(tmp_path_factory.mktemp("exports") / "case") as case:
        case.add(*map(str, reports()), manifest=Path(str(manifest())))
        return {name: case.record(name) for name in ("airwars", *METHODOLOGIES.values())}


def text(records: dict[str, Record], form: str) -> str:
    return TEXTS[form](records[METHODOLOGIES.get(form, "airwars")])


def rows(content: str) -> list[dict[str, str]]:
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))


def whole(records: dict[str, Record]) -> Record:
    return records["airwars"]


@pytest.mark.parametrize(("form", "columns"), [("acled", ACLED), ("ucdp", UCDP), ("airwars", AIRWARS)])
def test_a_table_has_the_columns_of_its_format_in_their_order(
    records: dict[str, Record], form: str, columns: list[str]
) -> None:
    found = rows(text(records, form))
    assert list(found[0]) == list(columns)
    assert len(found) == len(records[form].incidents) - (form == "ucdp") * sum(
        given.name == "No event" for one in records[form].incidents for given in one.grades
    )


def test_acled_tells_kind_day_place_and_the_most_conservative_figure(records: dict[str, Record]) -> None:
    found = {row["location"]: row for row in rows(text(records, "acled"))}
    sarmin = found["Sarmin"]
    assert (sarmin["event_type"], sarmin["sub_event_type"]) == ("Explosions/Remote violence", "Chemical weapon")
    assert (sarmin["event_date"], sarmin["fatalities"]) == ("2015-03-16", "6")
    assert (sarmin["iso"], sarmin["time_precision"], sarmin["geo_precision"]) == ("760", "1", "1")
    assert {row["disorder_type"] for row in found.values()} <= {"Political violence", "Strategic developments"}


def test_acled_knows_every_kind_of_event_that_is_named() -> None:
    named = {*pairs("acled", "event").values(), *pairs("acled", "by_weapon").values()}
    assert {kind for kind, _ in named} <= set(_ACLED)
    assert all(sub_kind in _ACLED[kind].split("; ") for kind, sub_kind in named)


def test_ucdp_sums_its_columns_to_best_and_keeps_best_between_low_and_high(records: dict[str, Record]) -> None:
    told = [row for row in rows(text(records, "ucdp")) if row["best"]]
    assert told
    for row in told:
        parts = [int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown")]
        assert sum(parts) == int(row["best"])
        assert int(row["low"] or 0) <= int(row["best"]) <= int(row["high"] or row["best"])
        assert row["geom_wkt"] == (f"POINT ({row['longitude']} {row['latitude']})" if row["latitude"] else "")
        assert row["type_of_violence"] in {"", "1", "2", "3"}


def test_ucdp_splits_the_likeliest_number_into_civilians_and_others(records: dict[str, Record]) -> None:
    found = {row["id"]: row for row in rows(text(records, "ucdp"))}
    civil = {
        str(one.id): told.best.value
        for one in records["ucdp"].incidents
        for told in one.ranges
        if told.people is People.CIVILIANS and told.best is not None
    }
    split = [row for row in found.values() if int(row["deaths_civilians"] or 0) and int(row["deaths_unknown"] or 0)]
    assert split
    assert all(int(row["deaths_civilians"]) == civil[row["id"]] for row in split)


def test_ucdp_names_one_side_and_never_two_that_are_accused_of_one_act(records: dict[str, Record]) -> None:
    found = {row["id"]: row for row in rows(text(records, "ucdp"))}
    sides = {(row["side_a"], row["side_b"]) for row in found.values()}
    assert ("Syrian government", "") in sides
    assert {other for _, other in sides} <= {"", "Civilians"}


def test_one_party_under_two_names_is_accused_once(records: dict[str, Record]) -> None:
    for feature in json.loads(text(records, "geojson"))["features"]:
        assert "government forces" not in feature["properties"]["accused"]


def test_acled_counts_nobody_where_no_death_is_reported_and_says_so(records: dict[str, Record]) -> None:
    found = [row for row in rows(text(records, "acled")) if "No fatalities are reported." in row["notes"]]
    assert found
    assert {row["fatalities"] for row in found} == {"0"}
    assert all(row["fatalities"].isdecimal() for row in rows(text(records, "acled")))


def test_airwars_tells_the_status_of_the_strike_and_what_was_harmed(records: dict[str, Record]) -> None:
    found = rows(text(records, "airwars"))
    assert {row["strike_status"] for row in found} >= {"Declared", "Contested", "Likely"}
    assert "Marketplace" in {kind for row in found for kind in row["infrastructure"].split("; ")}


def test_norms_that_an_incident_touches_stand_where_a_format_has_a_place(records: dict[str, Record]) -> None:
    (gas,) = [one for one in records["airwars"].incidents if "between Harasta" in one.title]
    assert {row["norms"] for row in rows(text(records, "csv")) if row["incident"] == gas.id} == {
        "de-escalation-eastern-ghouta?; chemical-weapons"
    }
    (feature,) = [one for one in json.loads(text(records, "geojson"))["features"] if one["id"] == gas.id]
    norms = {one["norm"]: one["certain"] for one in feature["properties"]["norms"]}
    assert norms == {"de-escalation-eastern-ghouta": False, "chemical-weapons": True}
    filters = [one["filter_paths"] for one in json.loads(text(records, "timemap"))["associations"]]
    assert ["norm", "chemical-weapons"] in filters
    notes = [one for one in map(json.loads, text(records, "ftm").splitlines()) if one["schema"] == "Note"]
    assert [note for note in notes if "No verdict." in note["properties"]["description"][0]]


def test_airwars_tells_what_a_belligerent_itself_says_of_the_allegation(records: dict[str, Record]) -> None:
    found = {row["code"]: row for row in rows(text(records, "airwars"))}
    for one in records["airwars"].incidents:
        for said in one.answers:
            row = found[one.id]
            number = next(n for n in range(1, 5) if row[f"belligerent_{n}_type"] == said.party)
            slug = "credible" if said.position == "admitted" else "non_credible"
            assert row[f"belligerent_{number}_assessment_slug"] == slug
    assert any(one.answers for one in records["airwars"].incidents)


def test_airwars_lists_a_party_once_with_what_its_offices_concede(records: dict[str, Record]) -> None:
    found = {row["code"]: row for row in rows(text(records, "airwars"))}
    conceding = [one for one in records["airwars"].incidents if one.conceded]
    assert conceding
    for one in conceding:
        row = found[one.id]
        numbers = {row[f"belligerent_{n}_type"]: n for n in range(1, 4) if row[f"belligerent_{n}_type"]}
        for told in one.conceded:
            noun = "deaths" if told.effect is Effect.KILLED else "injuries"
            (party,) = {party_of(origin) for origin in told.origins}
            assert row[f"belligerent_{numbers[party]}_{noun}_conceded_min"] == str(told.low.value)
        assert len({party_of(party) for party in numbers}) == len(numbers)


def test_airwars_side_tables_tell_what_stands_behind_each_row_of_the_incidents(records: dict[str, Record]) -> None:
    main = {row["code"]: row for row in rows(text(records, "airwars"))}
    sources = rows(text(records, "airwars-sources"))
    told = Counter(row["code"] for row in sources)
    assert {code: told[code] for code in main} == {code: int(row["num_sources"]) for code, row in main.items()}
    assert all(row["name"] for row in sources)
    casualties = rows(text(records, "airwars-casualties"))
    assert {row["casualty_type_slug"] for row in casualties} >= {"civilians", "children"}
    bounds = [f"{effect}_{bound}" for effect in ("killed", "injured") for bound in ("min", "max")]
    for row in casualties:
        category, incident = row["casualty_type_slug"], main[row["code"]]
        assert [row[bound] for bound in bounds] == [incident[f"{category}_{bound}"] for bound in bounds]
    harmed: dict[str, list[str]] = {code: [] for code in main}
    for row in rows(text(records, "airwars-infrastructure")):
        harmed[row["code"]].append(row["infrastructure"])
    assert {code: "; ".join(kinds) for code, kinds in harmed.items()} == {
        code: row["infrastructure"] for code, row in main.items()
    }


def test_a_range_without_a_number_is_told_in_words(records: dict[str, Record]) -> None:
    for form in ("timemap", "ftm"):
        assert "None" not in text(records, form)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader uses it
def test_judgements_are_told_with_what_they_speak_of(records: dict[str, Record]) -> None:
    first = whole(records).incidents[0].id
    record = ruled(whole(records), (Verdict.ACCEPT, first), (Verdict.FIX_GRADE, first))
    row = next(row for row in rows(TEXTS["csv"](record)) if row["incident"] == first)
    assert (row["review"], row["low_rule"]) == ("accepted, 1 judgement", "least-low-of-credible-origins")
    assert "Ada: as discussed" in row["judgements"]
    feature = next(one for one in json.loads(TEXTS["geojson"](record))["features"] if one["id"] == first)
    assert feature["properties"]["review"] == "accepted, 1 judgement"
    assert [table.name for table in sheets(record)][-1] == "judgements"
    assert len(sheets(record)[-1].rows) == 2
    graph = rdflib.Graph().parse(data=TEXTS["prov"](record), format="json-ld")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    acts = set(graph.objects(rdflib.URIRef(f"urn:corroborate:{first}"), prov.wasInfluencedBy))
    assert acts == {rdflib.URIRef(f"urn:corroborate:{one.id}") for one in record.judgements}


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader uses it
def test_provenance_follows_every_hop_of_a_chain(records: dict[str, Record]) -> None:
    graph = rdflib.Graph().parse(data=text(records, "prov"), format="json-ld")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    relayed = [claim for claim in whole(records).claims if len(claim.attribution.sources) > 1]
    assert relayed
    for claim in relayed:
        node = rdflib.URIRef(f"urn:corroborate:{claim.id}")
        (word,), (primary,) = graph.objects(node, prov.wasDerivedFrom), graph.objects(node, prov.hadPrimarySource)
        hops = 1
        while word != primary:
            (word,) = graph.objects(word, prov.wasQuotedFrom)
            hops += 1
        assert hops == len(claim.attribution.sources)


def test_each_claim_is_handed_on_under_the_origin_as_whose_word_it_counts(records: dict[str, Record]) -> None:
    record = whole(records)
    incident = record.incidents[-1]
    one = next(claim for claim in record.claims if claim.id in incident.claims)
    moved = tuple(
        replace(route, origin="Somebody Else") if one.id in route.claims else route for route in incident.routes
    )
    changed = replace(record, incidents=(replace(incident, routes=moved),))
    (claims,) = [table for table in sheets(changed) if table.name == "claims"]
    told = {row[claims.columns.index("claim")]: row[claims.columns.index("origin")] for row in claims.rows}
    assert told[one.id] == changed.origins()[one.id] == "Somebody Else"
    graph = {node["@id"]: node for node in json.loads(TEXTS["prov"](changed))["@graph"]}
    attributed = graph[f"corroborate:{one.id}"]["prov:wasAttributedTo"]["@id"]
    assert graph[attributed]["rdfs:label"] == "Somebody Else"


def test_a_prio_cell_is_counted_from_the_south_west_by_rows() -> None:
    assert (prio_cell(-90, -180), prio_cell(-90, -179.5), prio_cell(-89.5, -180)) == (1, 2, 721)
    assert prio_cell(89.9, 179.9) == 259_200


def test_airwars_has_a_pair_of_bounds_for_each_category(records: dict[str, Record]) -> None:
    for row, one in zip(rows(text(records, "airwars")), records["airwars"].incidents, strict=True):
        civilians = {r.effect: r for r in one.ranges if r.people == "civilians"}
        for effect in (Effect.KILLED, Effect.INJURED):
            low = civilians[effect].low.value if effect in civilians else None
            assert row[f"civilians_{effect}_min"] == ("" if low is None else str(low))
        assert row["civilian_harm_status"] in {"Confirmed", "Fair", "Weak", "Contested", "Discounted"}


def test_arabic_stands_in_the_tables_as_excel_reads_it(records: dict[str, Record]) -> None:
    assert "سراقب" in {row["location_name_arabic"] for row in rows(text(records, "airwars"))}


def test_geojson_is_a_collection_of_features_with_longitude_first(records: dict[str, Record]) -> None:
    made = json.loads(text(records, "geojson"))
    assert made["type"] == "FeatureCollection"
    for feature, one in zip(made["features"], whole(records).incidents, strict=True):
        assert set(feature) == {"type", "id", "geometry", "properties"}
        placed = one.where.latitude is not None
        assert (feature["geometry"] is not None) == placed
        if placed:
            assert feature["geometry"]["coordinates"] == [one.where.longitude, one.where.latitude]
            assert feature["properties"]["precision_m"] > 0


def test_timemap_events_have_a_day_or_a_point_and_sources_that_are_there(records: dict[str, Record]) -> None:
    made = json.loads(text(records, "timemap"))
    known = {source["id"] for source in made["sources"]}
    titles = {association["id"] for association in made["associations"]}
    for event in made["events"]:
        assert event["date"] or event["latitude"]
        assert isinstance(event["latitude"], str)
        assert bool(event["latitude"]) == bool(event["longitude"])
        assert event["description"]
        assert set(event["sources"]) <= known
        assert set(event["associations"]) <= titles
        assert re.fullmatch(r"(\d{1,2}/\d{1,2}/\d{4})?", event["date"])


def test_follow_the_money_entities_have_known_properties_and_refer_to_each_other(records: dict[str, Record]) -> None:
    made = [json.loads(line) for line in text(records, "ftm").splitlines()]
    ids = [entity["id"] for entity in made]
    assert len(ids) == len(set(ids))
    for entity in made:
        assert set(entity["properties"]) <= set(_FTM[entity["schema"]].split())
        assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)
        for name in ("involved", "entity", "proof"):
            assert set(entity["properties"].get(name, ())) <= set(ids)


def test_hxl_has_a_row_of_hashtags_and_each_tag_once(records: dict[str, Record]) -> None:
    tags = list(rows(text(records, "hxl"))[0].values())
    assert all(_HASHTAG.fullmatch(tag) for tag in tags)
    assert len(tags) == len(set(tags))
    assert "#affected+killed+min" in tags


def test_each_claim_review_has_what_the_schema_asks_for(records: dict[str, Record]) -> None:
    made = json.loads(text(records, "claimreview"))
    assert made["@graph"]
    for review in made["@graph"]:
        assert {"claimReviewed", "reviewRating", "url", "author", "itemReviewed"} <= set(review)
        assert review["reviewRating"]["alternateName"] in {"Confirmed", "Fair", "Weak", "Contested", "Discounted"}
        assert review["claimReviewed"] in review["itemReviewed"]["text"]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own reader uses it
def test_provenance_leads_from_every_incident_to_words_and_bytes(records: dict[str, Record]) -> None:
    graph = rdflib.Graph().parse(data=text(records, "prov"), format="json-ld")
    prov, oa = rdflib.Namespace("http://www.w3.org/ns/prov#"), rdflib.Namespace("http://www.w3.org/ns/oa#")
    for one in whole(records).incidents:
        claims = set(graph.objects(rdflib.URIRef(f"urn:corroborate:{one.id}"), prov.wasDerivedFrom))
        assert len(claims) == len(one.claims)
        for claim in claims:
            (document,) = graph.objects(claim, prov.wasQuotedFrom)
            (capture,) = graph.objects(document, prov.wasDerivedFrom)
            assert str(capture).startswith("urn:corroborate:sha256:")
            assert list(graph.objects(claim, prov.wasAttributedTo))
    texts = {str(d.id): d.text for d in whole(records).documents}
    for selector in graph.subjects(rdflib.RDF.type, oa.TextQuoteSelector):
        (target,) = graph.subjects(oa.hasSelector, selector)
        (source,) = graph.objects(target, oa.hasSource)
        said = "".join(str(next(graph.objects(selector, part))) for part in (oa.prefix, oa.exact, oa.suffix))
        assert said in texts[str(source).rsplit(":", 1)[1]]


def sheet(record: Record, name: str) -> list[dict[str, object]]:
    (table,) = [table for table in sheets(record) if table.name == name]
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_a_workbook_tells_which_report_carries_whose_word_and_why(records: dict[str, Record]) -> None:
    record = whole(records)
    names = {document.id: document.name for document in record.documents}
    market = next(one for one in record.incidents if one.history and any(u.replaces for u in one.history))
    told = [row for row in sheet(record, "relays") if row["of"] == market.id]
    assert ("Syria Civil Defence", "civil-defence-2018-02-06", "own") in {
        (row["origin"], names[DocumentId(str(row["document"]))], row["tie"]) for row in told
    }
    claims = {claim for row in told for claim in str(row["claims"]).split("; ")}
    assert claims == {*market.claims, *market.beside}


def test_a_workbook_tells_which_figures_were_replaced(records: dict[str, Record]) -> None:
    moved = sheet(whole(records), "updates")
    assert [(row["origin"], row["change"]) for row in moved] == [("Syria Civil Defence", "raised")]
    quotes = {row["claim"]: row["low"] for row in sheet(whole(records), "claims")}
    assert [(quotes[row["replaces"]], quotes[row["claim"]]) for row in moved] == [(11, 17)]


def test_a_parquet_file_has_a_type_for_each_column(records: dict[str, Record], tmp_path: Path) -> None:
    table = figures(whole(records))
    (tmp_path / "made.parquet").write_bytes(parquet(table))
    made = duckdb.read_parquet(str(tmp_path / "made.parquet"))
    assert made.columns == list(table.columns)
    types = dict(zip(made.columns, map(str, made.types), strict=True))
    assert (types["low"], types["date_start"], types["latitude"], types["best"]) == (
        "BIGINT",
        "DATE",
        "DOUBLE",
        "BIGINT",
    )
    assert [tuple(row) for row in made.fetchall()] == list(table.rows)


def test_a_workbook_holds_every_table_and_no_formula(records: dict[str, Record]) -> None:
    hostile = Table("claims", ("quote",), (('=HYPERLINK("http://example.org")',), ("قتل ثلاثة",)))
    book = openpyxl.load_workbook(io.BytesIO(workbook((*sheets(whole(records))[:2], hostile))))
    assert book.sheetnames == ["incidents", "figures", "claims"]
    cells = list(book["claims"].iter_rows(min_row=2, values_only=False))
    assert [cell.data_type for (cell,) in cells] == ["s", "s"]
    assert cells[1][0].value == "قتل ثلاثة"


HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "＝1", "＋1", "－1", "＠1")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_table_begins_as_a_formula(text: str) -> None:
    table = Table("t", ("a", "b"), ((text, -2.5), (f"x{text}", None)))
    told = list(csv.reader(io.StringIO(csv_text(table).removeprefix("\ufeff"), newline="")))[1:]
    assert told == [[f"'{text}", "-2.5"], [f"x{text}", ""]]
    (sheet,) = openpyxl.load_workbook(io.BytesIO(workbook([table]))).worksheets
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells] == ["s", "n", "s"]
    assert str(cells[0].value).startswith("'")


def test_no_cell_that_a_hostile_report_can_reach_begins_as_a_formula(records: dict[str, Record]) -> None:
    record = whole(records)
    claims = tuple(
        replace(claim, span=replace(claim.span, quote="=" + claim.span.quote[1:])) for claim in record.claims
    )
    documents = tuple(replace(one, title="@cmd", publisher="+1", url="=1", name="-1") for one in record.documents)
    incidents = tuple(replace(one, title="=1+1", origins=("=1", *one.origins)) for one in record.incidents)
    hostile = replace(record, claims=claims, documents=documents, incidents=incidents)
    for form in ("csv", "acled", "ucdp", "hxl", *(form for form in TEXTS if form.startswith("airwars"))):
        told = csv.reader(io.StringIO(TEXTS[form](hostile).removeprefix("\ufeff")))
        cells = [cell for row in told for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@")) or re.match("-\\D", cell)]
    for sheet in openpyxl.load_workbook(io.BytesIO(workbook(sheets(hostile)))).worksheets:
        told_cells = [cell for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in told_cells if cell.data_type == "f" or str(cell.value).startswith(("=", "+", "@"))]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    (sheet,) = openpyxl.load_workbook(io.BytesIO(workbook([Table("t", ("a",), (("x" * 40_000,),))]))).worksheets
    assert len(str(sheet["A2"].value)) == 32_767
    assert str(sheet["A2"].value).endswith("x […]")


# --- what is handed on ------------------------------------------------------------------------------------------------


def ruled(record: Record, *verdicts: tuple[Verdict, str]) -> Record:
    """Return the record with judgements made one after the other."""
    made = tuple(
        Judgement(verdict, (subject,), "Ada", "as discussed", datetime(2024, 1, number, tzinfo=UTC))
        for number, (verdict, subject) in enumerate(verdicts, start=1)
    )
    return replace(record, judgements=made, rulings=tuple(Ruling(one, one.subjects) for one in made))


def test_what_nobody_accepted_is_left_out_unless_asked_for(records: dict[str, Record]) -> None:
    first, second, *_ = (one.id for one in whole(records).incidents)
    record = ruled(whole(records), (Verdict.ACCEPT, first), (Verdict.ACCEPT, second), (Verdict.WITHHOLD, second))
    kept, left_out = chosen(record, Choice())
    assert [one.id for one in kept.incidents] == [first]
    assert (left_out.withheld, left_out.unreviewed) == (1, len(record.incidents) - 2)
    everything, nothing = chosen(record, Choice(unreviewed=True, withheld=True))
    assert (everything, nothing.withheld, nothing.unreviewed) == (record, 0, 0)


def test_a_withheld_incident_takes_its_words_along(records: dict[str, Record]) -> None:
    hidden = whole(records).incidents[0]
    record = ruled(whole(records), (Verdict.WITHHOLD, hidden.id))
    kept, _ = chosen(record, Choice(unreviewed=True))
    assert not set(hidden.claims) & {claim.id for claim in kept.claims}
    assert all(not set(hidden.claims) & set(tally.claims) for tally in kept.tallies)
    for form in ("csv", "geojson", "ftm", "prov", "claimreview"):
        assert hidden.id not in TEXTS[form](kept)


def test_a_total_does_not_tell_what_a_withheld_incident_comes_to(records: dict[str, Record]) -> None:
    record = whole(records)
    total = next(one for one in record.tallies if one.covers and any(row.covered for row in one.rows))
    hidden = next(one for one in record.incidents if one.id in total.covers and not set(one.claims) & set(total.claims))
    kept, _ = chosen(ruled(record, (Verdict.WITHHOLD, hidden.id)), Choice(unreviewed=True))
    shown = next(one for one in kept.tallies if one.id == total.id)
    assert hidden.id not in shown.covers
    assert [row.covered for row in shown.rows] == [0] * len(shown.rows)
    told = {claim.id for claim in kept.claims}
    ways = [way for one in kept.incidents for way in one.routes] + [way for one in kept.tallies for way in one.routes]
    assert all(set(way.claims) <= told for way in ways)


def test_a_report_that_tells_of_a_withheld_incident_too_is_blacked_out_there(records: dict[str, Record]) -> None:
    record = whole(records)
    claims = {claim.id: claim for claim in record.claims}
    shared = [one for one in record.incidents if len({claims[c].document for c in one.claims}) > 1]
    hidden = next(
        one for one in shared if set(one.documents) & {d for o in record.incidents if o != one for d in o.documents}
    )
    kept, _ = chosen(ruled(record, (Verdict.WITHHOLD, hidden.id)), Choice(unreviewed=True))
    texts = {document.id: document.text for document in kept.documents}
    told = [claims[claim] for claim in hidden.claims if claims[claim].document in texts]
    assert told
    assert all(claim.span.quote not in texts[claim.document][claim.span.start : claim.span.end] for claim in told)
    assert all(claim.span.holds_in(texts[claim.document]) for claim in kept.claims)
    withheld = {claim.passage.quote for claim in told}
    assert not withheld & {claim.passage.quote for claim in kept.claims}
    assert all(set(tally.covers) <= {one.id for one in kept.incidents} for tally in kept.tallies)


def test_acceptance_after_withholding_counts_as_the_last_word(records: dict[str, Record]) -> None:
    one = whole(records).incidents[0].id
    record = ruled(whole(records), (Verdict.WITHHOLD, one), (Verdict.ACCEPT, one))
    assert [incident.id for incident in chosen(record, Choice())[0].incidents] == [one]


def test_a_blur_leaves_no_exact_coordinate_anywhere(records: dict[str, Record]) -> None:
    blurred, _ = chosen(whole(records), Choice(unreviewed=True, blur_km=20))
    exact = {(one.where.latitude, one.where.longitude) for one in whole(records).incidents if one.where.latitude}
    moved = [one.where for one in blurred.incidents if one.where.latitude]
    assert moved
    assert all((where.radius_km or 0) >= 20 for where in moved)
    assert not exact & {(where.latitude, where.longitude) for where in moved}
    places = {(p.latitude, p.longitude) for c in blurred.claims for p in c.situation.where.places}
    known = {(p.latitude, p.longitude) for c in whole(records).claims for p in c.situation.where.places}
    assert not places & known


def test_what_parties_concede_stands_apart_in_its_own_columns(records: dict[str, Record]) -> None:
    one = next(one for one in records["airwars"].incidents if one.conceded)
    conceded = {(str(told.effect), str(told.people)): told.low.value for told in one.conceded}
    told = [row for row in rows(text(records, "csv")) if row["incident"] == one.id]
    assert {(row["effect"], row["people"]) for row in told} > conceded.keys()
    for row in told:
        assert row["conceded_low"] == str(conceded.get((row["effect"], row["people"]), ""))
    feature = next(f for f in json.loads(text(records, "geojson"))["features"] if f["id"] == one.id)
    assert {(h["effect"], h["people"]): h["low"] for h in feature["properties"]["conceded"]} == conceded


def test_who_is_accused_denies_and_admits_stands_side_by_side(records: dict[str, Record]) -> None:
    incidents = records["airwars"].incidents
    listed = {(row["of"], row["party"], row["stance"]) for row in sheet(records["airwars"], "responsibility")}
    assert listed == {(one.id, said.actor, str(said.stance)) for one in incidents for said in one.responsibility}
    of_csv = {row["incident"]: row for row in rows(text(records, "csv"))}
    for stance in ("denied", "admitted"):
        said = {r.actor for one in incidents for r in one.responsibility if r.stance == stance and not r.general}
        assert said
        assert said == {party for row in of_csv.values() for party in row[stance].split("; ") if party}
