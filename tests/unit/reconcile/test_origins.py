"""Many links, few origins: whose word each claim is, and the reason that is kept."""

from dataclasses import replace

from corroborate.model.casualty import People
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident
from corroborate.model.mention import Content, Method
from corroborate.model.route import Route, Tie
from corroborate.model.source import Source, SourceKind
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, day, injured, killed, share_of

WIRE = "jets bombed a crowded vegetable market in the town on monday morning and killed nine people there"
CAUGHT = "as rescuers dug through collapsed stalls a second raid came and wounded thirty more, many of them children"
CIVILIANS = People.CIVILIANS
NIGHT, TOWN = day("2018-02-04"), ("Saraqeb", "Idlib")


def told(report: Report, content: Content, words: str, *sources: Source, sentence: int = 0) -> Claim:
    claim = report.tell(content, words, when=NIGHT, where=TOWN, sentence=sentence)
    return replace(claim, attribution=replace(claim.attribution, sources=sources))


def incident(*claims: Claim) -> Incident:
    return reconcile([Cluster(tuple(sorted(claim.id for claim in claims)), is_tally=False)], claims)[0][0]


def route(made: Incident, claim: Claim) -> Route:
    return next(one for one in made.routes if claim.id in one.claims)


def helmets(name: str = "White Helmets") -> Source:
    return Source(name, SourceKind.ORGANISATION)


def cnn() -> Source:
    return Source("CNN", SourceKind.MEDIA)


def doctor(words: str = "a doctor in the town") -> Source:
    return Source(words, SourceKind.UNNAMED)


FIRST, LATER = Report("a", "The Wire", "2018-02-05"), Report("b", "The Daily", "2018-02-06")


def test_an_edited_reprint_is_the_word_of_who_printed_it_first_and_says_so() -> None:
    original, copy = told(FIRST, killed(9), WIRE), told(LATER, killed(9), WIRE.replace("monday morning", "monday"))
    made = incident(copy, original)
    assert made.origins == ("The Wire",)
    assert (route(made, copy).tie, route(made, copy).through) == (Tie.COPIED, original.document)
    assert (route(made, original).tie, route(made, original).through) == (Tie.OWN, None)


def test_in_a_report_that_is_a_reprint_a_sentence_put_otherwise_is_no_word_of_its_own() -> None:
    originals = [told(FIRST, killed(9), WIRE), told(FIRST, injured(30), CAUGHT, sentence=1)]
    copies = [
        told(LATER, killed(9), WIRE),
        told(LATER, injured(30), "thirty more were wounded in the same place", sentence=1),
    ]
    assert incident(*originals, *copies).origins == ("The Wire",)


def test_a_headline_that_says_only_how_many_people_is_the_word_of_who_counts_the_civilians() -> None:
    headline, body = (
        told(FIRST, killed(5), "Five killed"),
        told(FIRST, killed(5, CIVILIANS), WIRE, helmets(), sentence=1),
    )
    assert incident(headline, body).origins == ("White Helmets",)
    assert route(incident(headline, body), headline).tie is Tie.RETOLD


def test_a_total_is_not_the_word_of_who_counts_a_share_of_others_in_the_same_number() -> None:
    whole = told(FIRST, killed(9, CIVILIANS), "nine died, the wire says", cnn(), sentence=1)
    share = share_of(whole, told(FIRST, killed(5, People.CHILDREN), "five children", helmets(), sentence=2))
    total = told(FIRST, killed(5), "Five killed")
    assert route(incident(total, whole, share), total).tie is Tie.OWN


def test_a_text_that_is_printed_often_says_once_where_and_what_it_was() -> None:
    def raid(report: Report, words: str, town: str, method: Method) -> Claim:
        return report.tell(attack(method), words, when=NIGHT, where=(town, "Idlib"))

    reprinting = Report("c", "The Courier", "2018-02-06")
    printed = [raid(report, WIRE, "Binnish", Method.SHELLING) for report in (FIRST, LATER, reprinting)]
    seen = [("d", "stalls were hit from the air"), ("e", "a plane fired at shoppers")]
    others = [raid(Report(name, name), words, "Saraqeb", Method.AIRSTRIKE) for name, words in seen]
    made = incident(*printed, *others)
    assert (made.where.names[0], made.methods[0]) == ("Saraqeb", Method.AIRSTRIKE)
    assert made.title.startswith("Air strike, Saraqeb")
    assert made.documents == tuple(sorted(claim.document for claim in (*printed, *others)))


def test_two_who_write_in_their_own_words_stay_two() -> None:
    other = told(
        LATER, killed(9), "nine shoppers died when rockets fell among the stalls where farmers sell their greens"
    )
    assert incident(told(FIRST, killed(9), WIRE), other).origins == ("The Daily", "The Wire")


def test_a_reprint_of_what_was_attributed_is_the_word_of_the_source() -> None:
    named = told(FIRST, killed(9), WIRE, helmets())
    copy = told(LATER, killed(9), WIRE)
    assert incident(named, copy).origins == ("White Helmets",)


def test_a_nameless_source_in_a_reprint_is_the_one_of_the_original() -> None:
    first, copy = told(FIRST, killed(9), WIRE, doctor()), told(LATER, killed(9), WIRE, doctor("a medic"))
    assert incident(first, copy).origins == ("a doctor in the town",)
    apart = told(LATER, killed(9), "nine bodies lay in the ward of the field hospital by noon", doctor("a medic"))
    assert len(incident(first, apart).origins) == 2


def test_a_medium_that_is_quoted_counts_as_whom_its_own_report_has_it_from() -> None:
    own = told(Report("cnn", "CNN", "2018-02-05"), injured(6), "six were hurt", helmets())
    quoting = told(LATER, injured(6), "six people were hurt", cnn())
    made = incident(own, quoting)
    assert made.origins == ("White Helmets",)
    assert (route(made, quoting).tie, route(made, quoting).through) == (Tie.RELAYED, own.document)


def test_a_medium_that_is_quoted_for_what_it_found_itself_stays_an_origin() -> None:
    report = Report("cnn", "CNN", "2018-02-05")
    claims = [
        told(report, injured(6), "six were hurt", helmets()),
        told(report, killed(2), "our reporter saw two bodies", sentence=1),
        told(LATER, killed(2), "two people died", cnn()),
    ]
    assert incident(*claims).origins == ("CNN", "White Helmets")


def test_a_body_that_is_quoted_is_an_origin_though_its_own_report_names_somebody() -> None:
    own = told(Report("wh", "White Helmets", "2018-02-05"), injured(6), "six were hurt", doctor())
    assert "White Helmets" in incident(own, told(LATER, injured(6), "six people hurt", helmets())).origins


def test_who_speaks_for_a_body_in_one_report_speaks_for_it_in_all() -> None:
    named = Source("Raed Saleh", SourceKind.PERSON, organisation="White Helmets")
    bare = Source("Raed Saleh", SourceKind.PERSON)
    first, later = told(FIRST, killed(9), "nine died", named), told(LATER, killed(9), "nine people died", bare)
    made = incident(first, later)
    assert made.origins == ("White Helmets",)
    assert (route(made, later).tie, route(made, later).named) == (Tie.SPOKEN, "Raed Saleh")


def test_who_speaks_for_two_bodies_counts_as_neither() -> None:
    speakers = [
        Source("Raed Saleh", SourceKind.PERSON, organisation=body) for body in ("White Helmets", "a council", None)
    ]
    reports = [Report(name, "The Daily", "2018-02-06") for name in "abc"]
    claims = [told(report, killed(9), "nine", speaker) for report, speaker in zip(reports, speakers, strict=True)]
    assert incident(*claims).origins == ("Raed Saleh", "White Helmets", "a council")


def test_the_own_voice_of_a_report_is_that_of_the_agency_that_it_credits() -> None:
    credited = replace(told(FIRST, killed(9), "nine died"), credit="Reuters")
    quoting = told(LATER, killed(9), "nine people died", Source("Reuters", SourceKind.MEDIA))
    made = incident(credited, quoting)
    assert made.origins == ("Reuters",)
    assert route(made, credited).tie is Tie.CREDITED


def test_a_publisher_counts_under_the_name_that_the_directory_has_for_it() -> None:
    own = replace(told(FIRST, killed(9), "nine died"), house="Syria Civil Defence")
    source = Source("White Helmets", SourceKind.ORGANISATION, canonical="Syria Civil Defence")
    assert incident(own, told(LATER, killed(9), "nine people died", source)).origins == ("Syria Civil Defence",)


def test_a_route_keeps_who_passed_the_word_on() -> None:
    claim = told(LATER, attack(), "jets struck", helmets(), cnn())
    assert route(incident(claim), claim) == Route(
        "White Helmets", claim.document, Tie.NAMED, "White Helmets", ("CNN",), None, (claim.id,)
    )


def test_every_claim_of_an_incident_came_by_one_route() -> None:
    claims = [
        told(FIRST, killed(9), WIRE),
        told(LATER, killed(9), WIRE),
        told(LATER, attack(), "jets struck", helmets()),
    ]
    assert sorted(claim for one in incident(*claims).routes for claim in one.claims) == sorted(c.id for c in claims)
