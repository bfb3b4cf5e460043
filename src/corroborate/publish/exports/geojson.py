"""GeoJSON (RFC 7946): a collection of incidents; one without coordinates has no geometry."""

from corroborate.model.casualty import CasualtyRange
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.json_values import Json, day, document_of


def collection(record: Record) -> str:
    """Return the incidents as a FeatureCollection; `precision_m` is the reach of the point in metres."""
    return document_of({"type": "FeatureCollection", "features": [_feature(one) for one in held(record)]})


def _feature(one: Held) -> Json:
    incident, where = one.incident, one.incident.where
    placed = where.latitude is not None and where.longitude is not None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": [where.longitude, where.latitude]} if placed else None,
        "properties": {
            "title": incident.title,
            "date_start": day(one.start),
            "date_end": day(one.end),
            "place": ", ".join(where.names),
            "precision_m": round(where.radius_km * 1000) if placed and where.radius_km is not None else None,
            "methods": list(incident.methods),
            "weapons": list(incident.weapons),
            "accused": list(one.accused),
            "denied": list(one.denied),
            "admitted": list(one.admitted),
            "grade": one.grade,
            "norms": [
                {"norm": touched.norm, "title": touched.title, "rule": touched.rule, "certain": touched.certain}
                for touched in incident.norms
            ],
            "origins": list(incident.origins),
            "reports": len(incident.documents),
            "review": one.review,
            "judgements": list(one.judgements),
            "harm": list(map(_harm, incident.ranges)),
            "conceded": list(map(_harm, incident.conceded)),
        },
    }


def _harm(told: CasualtyRange) -> Json:
    return {
        "effect": str(told.effect),
        "people": str(told.people),
        "low": told.low.value,
        "high": told.high.value,
        "high_is_open": told.open,
    }
