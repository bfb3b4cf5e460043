"""Which links go back to which origin, in words and as they are drawn."""

from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.route import Route, Tie
from corroborate.publish.relays import Chain
from corroborate.publish.standing import chains, standings
from tests.unit.publish.handmade import DOCUMENTS

WIRE, COPY = DOCUMENTS["levant-wire-2018-01-14"], DOCUMENTS["northern-broadcast-2018-01-15"]
KNOWN = {document.id: document for document in DOCUMENTS.values()}


def route(document: DocumentId, tie: Tie, named: str = "Levant Wire", through: DocumentId | None = None) -> Route:
    return Route("Levant Wire", document, tie, named, (), through, (ClaimId(f"claim-{tie}"),))


COPIED = route(COPY.id, Tie.COPIED, "Northern Broadcasting Service", WIRE.id)


def whys(*routes: Route, tellers: tuple[str, ...] = ("Levant Wire",)) -> list[tuple[str, str]]:
    return [(link.report, link.why) for one in standings(routes, tellers, KNOWN) for link in one.links]


def test_a_reprint_names_the_report_whose_words_it_has() -> None:
    assert whys(route(WIRE.id, Tie.OWN), COPIED) == [
        ("levant-wire-2018-01-14", "its own report"),
        ("northern-broadcast-2018-01-15", "the same words as in levant-wire-2018-01-14"),
    ]


def test_several_reasons_of_one_report_are_told_together() -> None:
    spelled = [route(COPY.id, Tie.NAMED, name) for name in ("the wire", "a local wire")]
    assert whys(*spelled, route(COPY.id, Tie.RETOLD)) == [
        (
            "northern-broadcast-2018-01-15",
            "named there as “the wire” and “a local wire”; told again in the report's own voice",
        )
    ]


def test_who_speaks_for_an_origin_and_who_had_it_from_there_are_named() -> None:
    relayed = route(COPY.id, Tie.RELAYED, "CNN", WIRE.id)
    assert whys(route(COPY.id, Tie.SPOKEN, "Majed Haddad"))[0][1] == "“Majed Haddad” speaks for it"
    assert whys(relayed)[0][1] == "“CNN” had it from there, as levant-wire-2018-01-14 tells"


def test_an_origin_that_tells_nothing_stands_behind_those_that_tell() -> None:
    shown = standings([route(WIRE.id, Tie.OWN), Route("Russia", COPY.id, Tie.NAMED, "Russia", (), None, ())], (), KNOWN)
    assert [(one.origin, one.tells) for one in shown] == [("Levant Wire", False), ("Russia", False)]
    assert standings([COPIED], ("White Helmets",), KNOWN)[0].links == ()


def test_a_reprint_is_drawn_through_the_publisher_of_the_first_print() -> None:
    assert chains([COPIED], KNOWN) == (Chain("Levant Wire", ("Levant Wire",), "Northern Broadcasting Service, 15 Jan"),)
