"""A record made by hand from some of the example reports, with everything that a dossier has to show."""

import hashlib
from datetime import UTC, date, datetime

from corroborate.examples import reports
from corroborate.grade import legend, load
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import VAGUE, Bound, CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.document import Document, Lead, Sighting, document_id
from corroborate.model.grade import Grade, Reason
from corroborate.model.ids import CaptureId, ClaimId, IncidentId, TallyId, content_id
from corroborate.model.incident import Answer, Change, Incident, Position, Responsibility, Tally, TallyRow, Update
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import (
    Attack,
    Blame,
    Content,
    Damage,
    DamagedObject,
    Harm,
    Method,
    Stance,
    Status,
    Verification,
    Weapon,
)
from corroborate.model.norm import Touch
from corroborate.model.record import Record, Ruling
from corroborate.model.route import Route, Tie
from corroborate.model.situation import Granularity, Interval, Location, Place, PlaceKind, Relation, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span
from corroborate.read.passages import passages

HELMETS = Source("White Helmets", SourceKind.ORGANISATION)
MONITOR = Source("Syrian Observatory for Human Rights", SourceKind.ORGANISATION)
DOCTOR = Source("a doctor", SourceKind.MEDICAL, organisation="medical centre in Arbin")
WIRE = Source("Levant Wire", SourceKind.MEDIA)
RUSSIA = Source("Russia's defence ministry", SourceKind.GOVERNMENT)
MINISTRY = Source("Syrian Ministry of Foreign Affairs", SourceKind.GOVERNMENT)
BROADCAST = Source("Northern Broadcasting Service", SourceKind.MEDIA)
ARMY = Source("General Command of the Syrian army", SourceKind.GOVERNMENT)
ACTIVISTS = Source("Two local activists", SourceKind.UNNAMED)

_PUBLISHERS = {
    "civil-defence-2018-01-14": "White Helmets",
    "civil-defence-2018-02-06": "White Helmets",
    "levant-wire-2018-01-14": "Levant Wire",
    "levant-wire-2018-02-05": "Levant Wire",
    "foreign-ministry-2018-01-16": "State News Desk",
    "army-command-2018-02-09": "State News Desk",
    "observatory-2018-02-05": "Syrian Observatory for Human Rights",
    "ghouta-council-2018-01-14": "Ghouta Local Council Media",
}

_BROADCAST = """Rescuers report gas attack near Damascus
The White Helmets said that seven people, all of them women and children, were injured when three rockets landed \
between Harasta and Arbin on Saturday night.
A medical centre in Arbin treated eight people for symptoms of chlorine poisoning, a doctor there told Levant Wire.
Northern Broadcasting Service could not independently verify the video.
At least 163 civilians have been killed in Eastern Ghouta over the past two weeks, according to the White Helmets.
Russia's defence ministry denied that any gas had been used in Harasta on Saturday.
"""


def _document(name: str, text: str, publisher: str) -> Document:
    capture = CaptureId(hashlib.sha256(text.encode()).hexdigest())
    return Document(
        id=document_id(capture, text),
        capture=capture,
        name=name,
        text=text,
        passages=tuple(passages(text)),
        reader="plain",
        title=text.split("\n", 1)[0],
        publisher=publisher,
        published=date.fromisoformat(name[-10:]),
        published_from="manifest",
        url=f"https://{name}.example/",
        language="ar" if name.startswith("ghouta-council") else "en",
    )


_TEXTS = {file.name[:-4]: file.read_text(encoding="utf-8") for file in reports() if file.name.endswith(".txt")}
DOCUMENTS = {name: _document(name, _TEXTS[name], publisher) for name, publisher in _PUBLISHERS.items()}
DOCUMENTS["northern-broadcast-2018-01-15"] = _document(
    "northern-broadcast-2018-01-15", _BROADCAST, "Northern Broadcasting Service"
)


def _town(name: str, arabic: str, latitude: float, longitude: float, governorate: str) -> Place:
    return Place(
        f"place-{name}",
        name,
        PlaceKind.SETTLEMENT,
        latitude,
        longitude,
        1.5,
        "SY",
        (governorate,),
        arabic,
        None,
        "test",
    )


_HARASTA = _town("Harasta", "حرستا", 33.5589, 36.3650, "Rural Damascus")
_ARBIN = _town("Arbin", "عربين", 33.5386, 36.3642, "Rural Damascus")
_MISRABA = _town("Misraba", "مسرابا", 33.5506, 36.4025, "Rural Damascus")
_MAARAT = _town("Maarat al-Numan", "معرة النعمان", 35.6486, 36.6756, "Idlib")
_GHOUTA = Place("r1", "Eastern Ghouta", PlaceKind.REGION, 33.53, 36.42, 9, "SY", ("Rural Damascus",), "الغوطة الشرقية")

BETWEEN = Location(("Harasta", "Arbin"), Relation.BETWEEN, (_HARASTA, _ARBIN), 33.5488, 36.3646, 2.5)
MISRABA = Location(("Misraba",), Relation.IN, (_MISRABA,), 33.5506, 36.4025, 1.5)
MARKET = Location(("Maarat al-Numan", "Idlib"), Relation.IN, (_MAARAT,), 35.6486, 36.6756, 2.0)
GHOUTA = Location(("Eastern Ghouta",), Relation.IN, (_GHOUTA,), 33.53, 36.42, 9.0)
UNRESOLVED = Location(("Tell Nowhere",))


def _day(text: str) -> Interval:
    return Interval(date.fromisoformat(text), date.fromisoformat(text), Granularity.DAY)


GAS_DAY, MARKET_DAY, BAKERY_DAY = _day("2018-01-13"), _day("2018-02-05"), _day("2018-02-08")
FORTNIGHT = Interval(date(2018, 1, 1), date(2018, 1, 14), Granularity.DAYS)


def say(
    name: str,
    quote: str,
    content: Content,
    situation: tuple[Location, Interval | None],
    *sources: Source,
    hedge: str = "",
) -> Claim:
    """Return the claim that a report makes in these words."""
    document = DOCUMENTS[name]
    start = document.text.index(quote)
    span = Span.cut(document.text, start, start + len(quote))
    passage = next(p for p in document.passages if p.start <= start < p.end)
    mark = (
        Span.cut(document.text, document.text.index(hedge), document.text.index(hedge) + len(hedge)) if hedge else None
    )
    return Claim(
        id=ClaimId(content_id("claim", document.id, start, repr(content))),
        document=document.id,
        span=span,
        passage=Span.cut(document.text, min(passage.start, span.start), max(passage.end, span.end)),
        content=content,
        by=(),
        weapons=(),
        situation=Situation(situation[0], situation[1], "place-in-passage", "day-of-week"),
        attribution=Attribution(sources, None, bool(hedge), mark, "said"),
        publisher=document.publisher,
        published=document.published,
        part_of=None,
        rules=("harm-passive", "place-in-passage", "day-of-week", "said"),
        maker="hand 1",
    )


def killed(people: People, count: Count) -> Harm:
    return Harm(Effect.KILLED, people, count)


def injured(people: People, count: Count) -> Harm:
    return Harm(Effect.INJURED, people, count)


_N = Count.exactly
AT_LEAST_11 = Count(11, None, Qualifier.AT_LEAST)
_GAS, _MARKET, _BAKERY, _WEEKS = (BETWEEN, GAS_DAY), (MARKET, MARKET_DAY), (MISRABA, BAKERY_DAY), (GHOUTA, FORTNIGHT)
_CD1, _CD2, _LW1, _LW2 = (
    "civil-defence-2018-01-14", "civil-defence-2018-02-06", "levant-wire-2018-01-14", "levant-wire-2018-02-05",
)  # fmt: skip
_NB, _FM, _OB, _AC = (
    "northern-broadcast-2018-01-15", "foreign-ministry-2018-01-16", "observatory-2018-02-05", "army-command-2018-02-09",
)  # fmt: skip

gas_rockets = say(
    _CD1, "three rockets carrying a poisonous gas fell", Attack(Method.CHEMICAL_ATTACK, _N(3), None), _GAS
)
gas_seven = say(_CD1, "carried seven people to a medical point", injured(People.PEOPLE, _N(7)), _GAS)
gas_women = say(_CD1, "Four women", injured(People.WOMEN, _N(4)), _GAS)
gas_children = say(_CD1, "three children were suffering", injured(People.CHILDREN, _N(3)), _GAS)
gas_wire = say(_LW1, "Seven people were injured", injured(People.PEOPLE, _N(7)), _GAS, HELMETS)
gas_blame = say(
    _LW1, "accused government forces of firing three rockets", Blame("Syrian government forces", Stance.ACCUSED, None),
    _GAS, HELMETS, hedge="accused",
)  # fmt: skip
gas_general = say(
    _LW1, "It has repeatedly denied using chemical weapons",
    Blame("Syrian government", Stance.DENIED, "using chemical weapons"), (Location(()), None), MINISTRY,
)  # fmt: skip
gas_broadcast = say(
    _NB, "seven people, all of them women and children, were injured", injured(People.PEOPLE, _N(7)), _GAS, HELMETS
)
gas_eight = say(_NB, "treated eight people", injured(People.PEOPLE, _N(8)), _GAS, DOCTOR, WIRE)
gas_check = say(
    _NB, "could not independently verify the video", Verification(Status.UNVERIFIED, "the video"), _GAS, BROADCAST
)
gas_denial = say(
    _NB, "denied that any gas had been used", Blame("Syrian army", Stance.DENIED, "any gas had been used"), _GAS, RUSSIA
)
gas_ministry = say(
    _FM, "denied that the army had fired chlorine rockets", Blame("Syrian army", Stance.DENIED, "chlorine rockets"),
    _GAS, MINISTRY,
)  # fmt: skip

market_eleven = say(_LW2, "killing at least 11 people", killed(People.PEOPLE, AT_LEAST_11), _MARKET, HELMETS)
market_dozens = say(_LW2, "Dozens more were wounded", injured(People.PEOPLE, VAGUE), _MARKET, HELMETS)
market_russian = say(_LW2, "the planes were Russian", Blame("Russia", Stance.ACCUSED, None), _MARKET, ACTIVISTS)
market_fourteen = say(_OB, "has reached 14 people", killed(People.PEOPLE, _N(14)), _MARKET)
market_three = say(_OB, "including 3 children", killed(People.CHILDREN, _N(3)), _MARKET)
market_thirty = say(
    _OB, "More than 30 people were wounded", injured(People.PEOPLE, Count(31, None, Qualifier.MORE_THAN)), _MARKET
)
market_seventeen = say(_CD2, "Seventeen people were killed", killed(People.PEOPLE, _N(17)), _MARKET)
market_five = say(_CD2, "including five children", killed(People.CHILDREN, _N(5)), _MARKET)
market_wounded = say(_CD2, "41 were injured", injured(People.PEOPLE, _N(41)), _MARKET)
market_stall = say(_LW2, "bombed a vegetable market", Damage(DamagedObject.MARKET, _N(1)), _MARKET, HELMETS)

bakery_two = say(_AC, "Two civilians were killed", killed(People.CIVILIANS, _N(2)), _BAKERY, ARMY)
bakery_four = say(_AC, "killed four civilians", killed(People.CIVILIANS, _N(4)), _BAKERY, HELMETS)
bakery_admits = say(_AC, "admitted on Friday", Blame("Syrian army", Stance.ADMITTED, "a shell"), _BAKERY, ARMY)

weeks_wire = say(
    _LW1, "At least 163 civilians", killed(People.CIVILIANS, Count(163, None, Qualifier.AT_LEAST)), _WEEKS, HELMETS
)
weeks_children = say(_LW1, "including 44 children", killed(People.CHILDREN, _N(44)), _WEEKS, HELMETS)
weeks_monitor = say(
    _LW1, "about 180 people had died", killed(People.PEOPLE, Count(180, 180, Qualifier.ABOUT)), _WEEKS, MONITOR
)
weeks_again = say(
    _NB, "At least 163 civilians", killed(People.CIVILIANS, Count(163, None, Qualifier.AT_LEAST)), _WEEKS, HELMETS
)
loose = say(
    _AC, "denied targeting hospitals", Blame("Syrian army", Stance.DENIED, "targeting hospitals"), (GHOUTA, None), ARMY
)


def _ids(*claims: Claim) -> tuple[ClaimId, ...]:
    return tuple(c.id for c in claims)


def _range(
    effect: Effect,
    people: People,
    ends: tuple[tuple[int | None, Claim], tuple[int | None, Claim]],
    *,
    opened: bool = False,
    part_of: People | None = None,
) -> CasualtyRange:
    (low, low_claim), (high, high_claim) = ends
    return CasualtyRange(
        effect,
        people,
        Bound(low, "least-low-of-credible-origins", _ids(low_claim)),
        Bound(high, "greatest-stated-figure", _ids(high_claim)),
        opened,
        ("White Helmets",),
        part_of,
    )


def _routes(*claims: Claim) -> tuple[Route, ...]:
    """Return the way of each claim, by the chain that it gives."""
    return tuple(
        Route(
            origin=claim.origin,
            document=claim.document,
            tie=Tie.NAMED if claim.attribution.sources else Tie.OWN,
            named=claim.attribution.sources[0].name if claim.attribution.sources else claim.publisher or "",
            relays=tuple(source.origin for source in claim.attribution.sources[1:]),
            through=None,
            claims=(claim.id,),
        )
        for claim in claims
    )


GAS = Incident(
    id=IncidentId("incident-gas"),
    title="Gas rockets between Harasta and Arbin",
    when=GAS_DAY,
    where=BETWEEN,
    methods=(Method.CHEMICAL_ATTACK,),
    weapons=(Weapon.CHLORINE, Weapon.ROCKET),
    claims=_ids(
        gas_rockets,
        gas_seven,
        gas_women,
        gas_children,
        gas_wire,
        gas_blame,
        gas_broadcast,
        gas_eight,
        gas_check,
        gas_denial,
        gas_ministry,
    ),
    beside=_ids(gas_general),
    documents=tuple(DOCUMENTS[n].id for n in (_CD1, _LW1, _NB, _FM)),
    origins=("White Helmets", "medical centre in Arbin"),
    ranges=(
        _range(Effect.INJURED, People.PEOPLE, ((7, gas_seven), (8, gas_eight))),
        _range(Effect.INJURED, People.WOMEN, ((4, gas_women), (4, gas_women)), part_of=People.PEOPLE),
        _range(Effect.INJURED, People.CHILDREN, ((3, gas_children), (3, gas_children)), part_of=People.PEOPLE),
    ),
    responsibility=(
        Responsibility("Syrian government", Stance.ACCUSED, ("White Helmets",), _ids(gas_blame), general=False),
        Responsibility(
            "Syrian government",
            Stance.DENIED,
            ("Russia's defence ministry", "Syrian Ministry of Foreign Affairs"),
            _ids(gas_denial, gas_ministry),
            general=False,
        ),
        Responsibility(
            "Syrian government", Stance.DENIED, ("Syrian Ministry of Foreign Affairs",), _ids(gas_general), general=True
        ),
    ),
    answers=(Answer("Syrian government", Position.DENIED, gas_ministry.published, _ids(gas_ministry)),),
    norms=(
        Touch(
            "chemical-weapons",
            "Alleged use of a toxic chemical as a weapon",
            "Chemical Weapons Convention, Art. I (1)(b)",
            "https://example.org/cwc",
            "The law",
            "In force since 2013.",
            certain=True,
            reasons=(
                Reason("chemical-weapons: weapon_told", "A toxic chemical is told: chlorine.", _ids(gas_rockets)),
            ),
        ),
        Touch(
            "ghouta",
            "An attack in the agreed area",
            "Memorandum, paragraph 1",
            "https://example.org/memorandum",
            "The memorandum",
            "",
            certain=False,
            reasons=(Reason("ghouta: zone", "Between Harasta and Arbin may lie in the area.", ()),),
        ),
    ),
    history=(Update("White Helmets", gas_seven.id, None, Change.FIRST),),
    routes=_routes(gas_seven, gas_wire, gas_broadcast, gas_eight, gas_denial, gas_ministry),
    grades=(
        Grade(
            "airwars",
            "2025",
            "Contested",
            (Reason("contested", "Responsibility for this incident is laid and denied.", _ids(gas_blame, gas_denial)),),
        ),
    ),
)
MARKET_STRIKE = Incident(
    id=IncidentId("incident-market"),
    title="Air strike on a market in Maarat al-Numan",
    when=MARKET_DAY,
    where=MARKET,
    methods=(Method.AIRSTRIKE,),
    weapons=(),
    claims=_ids(
        market_eleven,
        market_dozens,
        market_russian,
        market_fourteen,
        market_three,
        market_thirty,
        market_seventeen,
        market_five,
        market_wounded,
        market_stall,
    ),
    beside=(),
    documents=tuple(DOCUMENTS[n].id for n in (_LW2, _OB, _CD2)),
    origins=("White Helmets", "Syrian Observatory for Human Rights"),
    ranges=(
        _range(Effect.KILLED, People.PEOPLE, ((14, market_fourteen), (17, market_seventeen))),
        _range(Effect.KILLED, People.CHILDREN, ((3, market_three), (5, market_five)), part_of=People.PEOPLE),
        _range(Effect.INJURED, People.PEOPLE, ((31, market_thirty), (41, market_wounded)), opened=True),
    ),
    responsibility=(
        Responsibility("Russia", Stance.ACCUSED, ("Two local activists",), _ids(market_russian), general=False),
    ),
    history=(
        Update("White Helmets", market_eleven.id, None, Change.FIRST),
        Update("Syrian Observatory for Human Rights", market_fourteen.id, None, Change.FIRST),
        Update("White Helmets", market_seventeen.id, market_eleven.id, Change.RAISED),
    ),
    routes=_routes(market_eleven, market_dozens, market_fourteen, market_seventeen),
    grades=(
        Grade(
            "airwars", "2025", "Fair", (Reason("fair", "Two independent origins report it.", _ids(market_fourteen)),)
        ),
    ),
)
BAKERY = Incident(
    id=IncidentId("incident-bakery"),
    title="Shell on a bakery in Misraba",
    when=BAKERY_DAY,
    where=MISRABA,
    methods=(Method.SHELLING,),
    weapons=(Weapon.ARTILLERY,),
    claims=_ids(bakery_two, bakery_four, bakery_admits),
    beside=(),
    documents=(DOCUMENTS[_AC].id,),
    origins=("General Command of the Syrian army", "White Helmets"),
    ranges=(_range(Effect.KILLED, People.CIVILIANS, ((2, bakery_two), (4, bakery_four))),),
    responsibility=(
        Responsibility(
            "Syrian army", Stance.ADMITTED, ("General Command of the Syrian army",), _ids(bakery_admits), general=False
        ),
    ),
    history=(),
    grades=(Grade("airwars", "2025", "Confirmed", (Reason("conceded", "The army admits it.", _ids(bakery_admits)),)),),
)
NOWHERE_INCIDENT = Incident(
    id=IncidentId("incident-nowhere"), title="An attack nobody could place", when=None, where=UNRESOLVED, methods=(),
    weapons=(), claims=(), beside=(), documents=(), origins=(), ranges=(), responsibility=(), history=(),
)  # fmt: skip
WEEKS = Tally(
    id=TallyId("tally-weeks"),
    title="Killed in Eastern Ghouta in two weeks",
    effect=Effect.KILLED,
    when=FORTNIGHT,
    where=GHOUTA,
    rows=(
        TallyRow("White Helmets", "civilians", _ids(weeks_wire, weeks_again), weeks_again.id, covered=13),
        TallyRow("White Helmets", "children", _ids(weeks_children), weeks_children.id),
        TallyRow("Syrian Observatory for Human Rights", "people", _ids(weeks_monitor), weeks_monitor.id),
    ),
    claims=_ids(weeks_wire, weeks_children, weeks_monitor, weeks_again),
    documents=tuple(DOCUMENTS[n].id for n in (_LW1, _NB)),
    origins=("White Helmets", "Syrian Observatory for Human Rights"),
    covers=(GAS.id,),
)
_CLAIMS = (
    gas_rockets,
    gas_seven,
    gas_women,
    gas_children,
    gas_wire,
    gas_blame,
    gas_general,
    gas_broadcast,
    gas_eight,
    gas_check,
    gas_denial,
    gas_ministry,
    market_eleven,
    market_dozens,
    market_russian,
    market_fourteen,
    market_three,
    market_thirty,
    market_seventeen,
    market_five,
    market_wounded,
    market_stall,
    bakery_two,
    bakery_four,
    bakery_admits,
    weeks_wire,
    weeks_children,
    weeks_monitor,
    weeks_again,
    loose,
)
_SEEN = datetime(2018, 3, 1, 8, 30, tzinfo=UTC)
_SAME = Judgement(Verdict.SAME, (gas_seven.id, gas_wire.id), "A. Investigator", "Same road, same evening.", _SEEN)
RECORD = Record(
    documents=tuple(DOCUMENTS[name] for name in sorted(DOCUMENTS)),
    sightings=tuple(
        Sighting(d.capture, Lead(d.name, f"reports/{d.name}.txt"), _SEEN, "A. Investigator", "corroborate 0.1")
        for d in DOCUMENTS.values()
    ),
    claims=_CLAIMS,
    incidents=(GAS, MARKET_STRIKE, BAKERY, NOWHERE_INCIDENT),
    tallies=(WEEKS,),
    issues=(
        Issue(
            IssueKind.LANGUAGE,
            "read",
            (DOCUMENTS["ghouta-council-2018-01-14"].id,),
            "Arabic is not read for claims yet.",
        ),
        Issue(
            IssueKind.CONFLICT, "reconcile", (GAS.id, gas_eight.id), "Seven or eight people injured?", gas_eight.span
        ),
    ),
    judgements=(_SAME,),
    legend=legend(load("airwars")),
    rulings=(Ruling(_SAME, _SAME.subjects),),
)
