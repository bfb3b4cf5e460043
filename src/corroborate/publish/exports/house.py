"""This program's own tables: figures, incidents, claims, responsibility, tallies, reports, judgements."""

from collections.abc import Iterator
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.incident import Update
from corroborate.model.mention import Attack, Blame, Damage, Harm, Verification
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, areas, held
from corroborate.publish.exports.tables import Cell, Table, by_name

_INCIDENT = (
    "incident title date_start date_end place place_arabic areas country latitude longitude precision_km".split()
)
_FIGURE = "effect people low high high_is_open best low_rule high_rule conceded_low conceded_high".split()
_TOLD = "accused denied admitted grade methodology norms origins reports review judgements".split()
_KINDS: dict[str, type] = {
    **dict.fromkeys(("date_start", "date_end"), date),
    **dict.fromkeys(("latitude", "longitude", "precision_km"), float),
    **dict.fromkeys(("low", "high", "best", "conceded_low", "conceded_high", "reports"), int),
    "high_is_open": bool,
}
_CLAIM = (
    "claim kind quote start end document publisher published sources origin hedge date_from date_to place areas by"
    " weapon effect people low high qualifier method target object actor stance about status part_of"
).split()


def figures(record: Record) -> Table:
    """Return one row an incident, effect and group of people; an incident without figures has one row too."""
    rows = (row for one in held(record) for row in _figures(one))
    return by_name("figures", (*_INCIDENT, *_FIGURE, *_TOLD), rows, _KINDS)


def sheets(record: Record) -> tuple[Table, ...]:
    """Return all tables of a record, as the sheets of a workbook."""
    incidents = by_name("incidents", (*_INCIDENT, "methods", "weapons", *_TOLD), map(_row, held(record)))
    told = _claims(record), _responsibility(record), _relays(record), _updates(record), _tallies(record)
    return incidents, figures(record), *told, _documents(record), _judgements(record)


def _shared(one: Held) -> dict[str, Cell]:
    incident = one.incident
    return {
        "incident": incident.id,
        "title": incident.title,
        "date_start": one.start,
        "date_end": one.end,
        "place": ", ".join(incident.where.names),
        "place_arabic": one.place_arabic,
        "areas": ", ".join(one.areas),
        "country": one.country.alpha3 if one.country else None,
        "latitude": incident.where.latitude,
        "longitude": incident.where.longitude,
        "precision_km": incident.where.radius_km,
        "accused": "; ".join(one.accused),
        "denied": "; ".join(one.denied),
        "admitted": "; ".join(one.admitted),
        "grade": one.grade,
        "methodology": "; ".join(given.methodology for given in incident.grades),
        "norms": "; ".join(one.norms),
        "origins": "; ".join(incident.origins),
        "reports": len(incident.documents),
        "review": one.review,
        "judgements": "; ".join(one.judgements),
    }


def _row(one: Held) -> dict[str, Cell]:
    means = {"methods": "; ".join(one.incident.methods), "weapons": "; ".join(one.incident.weapons)}
    return {**_shared(one), **means}


def _figures(one: Held) -> Iterator[dict[str, Cell]]:
    for told in one.incident.ranges:
        conceded = one.conceded(told)
        figure: dict[str, Cell] = {
            "effect": str(told.effect),
            "people": str(told.people),
            "low": told.low.value,
            "high": told.high.value,
            "high_is_open": told.open,
            "best": told.best.value if told.best else None,
            "low_rule": told.low.rule,
            "high_rule": told.high.rule,
            "conceded_low": conceded.low.value if conceded else None,
            "conceded_high": conceded.high.value if conceded else None,
        }
        yield {**_shared(one), **figure}
    if not one.incident.ranges:
        yield _shared(one)


def _claims(record: Record) -> Table:
    origins = record.origins()
    return by_name("claims", _CLAIM, (_claim(claim, origins[claim.id]) for claim in record.claims))


def _claim(claim: Claim, origin: str) -> dict[str, Cell]:
    where, when = claim.situation.where, claim.situation.when
    return {
        "claim": claim.id,
        "kind": str(claim.kind),
        "quote": claim.span.quote,
        "start": claim.span.start,
        "end": claim.span.end,
        "document": claim.document,
        "publisher": claim.publisher,
        "published": claim.published,
        "sources": " > ".join(source.name for source in claim.attribution.sources),
        "origin": origin,
        "hedge": claim.attribution.hedge,
        "date_from": when.start if when else None,
        "date_to": when.end if when else None,
        "place": ", ".join(where.names),
        "areas": ", ".join(areas(where)),
        "by": "; ".join(claim.by),
        "weapon": "; ".join(claim.weapons),
        "part_of": claim.part_of,
        **_content(claim),
    }


def _content(claim: Claim) -> dict[str, Cell]:
    match claim.content:
        case Harm(effect, people, count):
            return {"effect": str(effect), "people": str(people)} | _count(count.low, count.high, count.qualifier)
        case Attack(method, count, target):
            return {"method": str(method), "target": target} | _count(count.low, count.high, count.qualifier)
        case Damage(harmed, count):
            return {"object": str(harmed)} | _count(count.low, count.high, count.qualifier)
        case Blame(actor, stance, about):
            return {"actor": actor, "stance": str(stance), "about": about}
        case Verification(status, about):
            return {"status": str(status), "about": about}


def _count(low: int | None, high: int | None, qualifier: str) -> dict[str, Cell]:
    return {"low": low, "high": high, "qualifier": str(qualifier)}


def _responsibility(record: Record) -> Table:
    """Return one row for each party and stance: who says so, in which claims; what is said in general is marked."""
    columns = ("of", "party", "stance", "in_general", "origins", "claims")
    rows: Iterator[dict[str, Cell]] = (
        {
            "of": one.id,
            "party": said.actor,
            "stance": str(said.stance),
            "in_general": said.general,
            "origins": "; ".join(said.origins),
            "claims": "; ".join(said.claims),
        }
        for one in record.incidents
        for said in one.responsibility
    )
    return by_name("responsibility", columns, rows, {"in_general": bool})


def _relays(record: Record) -> Table:
    """Return one row for each way in which an origin's word came into a report, and why it counts as that origin's."""
    columns = ("of", "origin", "document", "tie", "named", "relays", "through", "claims")
    rows: Iterator[dict[str, Cell]] = (
        {
            "of": one.id,
            "origin": way.origin,
            "document": way.document,
            "tie": str(way.tie),
            "named": way.named,
            "relays": " > ".join(way.relays),
            "through": way.through,
            "claims": "; ".join(way.claims),
        }
        for one in record.groups
        for way in one.routes
    )
    return by_name("relays", columns, rows)


def _updates(record: Record) -> Table:
    """Return one row for each figure that took the place of an earlier one of its origin."""
    columns = ("of", "origin", "claim", "change", "replaces")
    steps: list[tuple[str, Update]] = [(one.id, update) for one in record.incidents for update in one.history]
    steps += [(one.id, update) for one in record.tallies for row in one.rows for update in row.history]
    rows: Iterator[dict[str, Cell]] = (
        {
            "of": of,
            "origin": update.origin,
            "claim": update.claim,
            "change": str(update.change),
            "replaces": update.replaces,
        }
        for of, update in steps
        if update.replaces
    )
    return by_name("updates", columns, rows)


def _tallies(record: Record) -> Table:
    columns = (
        *("tally", "title", "effect", "date_start", "date_end", "place", "origin", "people", "claim", "incidents"),
        "incidents_come_to",
    )
    rows: Iterator[dict[str, Cell]] = (
        {
            "tally": one.id,
            "title": one.title,
            "effect": str(one.effect) if one.effect else "attacks",
            "date_start": one.when.start if one.when else None,
            "date_end": one.when.end if one.when else None,
            "place": ", ".join(one.where.names),
            "origin": row.origin,
            "people": row.what,
            "claim": row.current,
            "incidents": "; ".join(one.covers),
            "incidents_come_to": row.covered,
        }
        for one in record.tallies
        for row in one.rows
    )
    return by_name("tallies", columns, rows)


def _judgements(record: Record) -> Table:
    columns = ("judgement", "made_at", "author", "verdict", "value", "on", "reason", "taken_back_by")
    rows: Iterator[dict[str, Cell]] = (
        {
            "judgement": one.judgement.id,
            "made_at": one.judgement.made_at.isoformat(),
            "author": one.judgement.author,
            "verdict": str(one.judgement.verdict),
            "value": one.judgement.value,
            "on": "; ".join(one.on),
            "reason": one.judgement.reason,
            "taken_back_by": one.undone_by,
        }
        for one in record.rulings
    )
    return by_name("judgements", columns, rows)


def _documents(record: Record) -> Table:
    columns = ("document", "name", "title", "publisher", "published", "url", "language", "sha256")
    rows: Iterator[dict[str, Cell]] = (
        {
            "document": one.id,
            "name": one.name,
            "title": one.title,
            "publisher": one.publisher,
            "published": one.published,
            "url": one.url,
            "language": one.language,
            "sha256": one.capture,
        }
        for one in record.documents
    )
    return by_name("documents", columns, rows)
