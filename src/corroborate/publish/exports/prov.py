"""W3C PROV-O and Web Annotation, as JSON-LD: from every incident down to the words and the preserved bytes.

A claim was quoted from its document and attributed to its origin; where the report only relays it, the origin is its
primary source. Its words are marked in the text by their position and by quotation.
"""

from collections.abc import Iterator

from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import content_id
from corroborate.model.incident import Incident, Tally
from corroborate.model.record import Record
from corroborate.publish.exports.json_values import Json, day, document_of, without_nothing

_CONTEXT: Json = {
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "corroborate": "urn:corroborate:",
}
_AROUND = 32  # characters of prefix and suffix


def graph(record: Record) -> str:
    """Return the whole provenance of a record as one graph."""
    documents = {document.id: document for document in record.documents}
    nodes: dict[str, Json] = {}
    for key, node in _nodes(record):
        nodes.setdefault(key, node)
    for claim in record.claims:
        for key, node in _claim(claim, documents[claim.document]):
            nodes.setdefault(key, node)
    return document_of({"@context": _CONTEXT, "@graph": list(nodes.values())})


def _nodes(record: Record) -> Iterator[tuple[str, Json]]:
    for sighting in record.sightings:
        yield from _sighting(sighting)
    for document in record.documents:
        yield _node(
            document.id,
            "prov:Entity",
            **{
                "rdfs:label": document.title or document.name,
                "prov:wasDerivedFrom": _ref(f"sha256:{document.capture}"),
                "prov:wasGeneratedBy": _ref(content_id("reading", document.reader)),
                "dcterms:publisher": document.publisher,
                "dcterms:issued": _typed(day(document.published), "date"),
                "dcterms:source": document.url,
            },
        )
        yield _node(content_id("reading", document.reader), "prov:Activity", **{"rdfs:label": document.reader})
    told: tuple[Incident | Tally, ...] = (*record.incidents, *record.tallies)
    for one in told:
        yield _node(
            one.id,
            "prov:Entity",
            **{"rdfs:label": one.title, "prov:wasDerivedFrom": [_ref(claim) for claim in one.claims]},
        )


def _sighting(sighting: Sighting) -> Iterator[tuple[str, Json]]:
    moment = day(sighting.seen_at)
    act = content_id("collection", sighting.capture, moment, sighting.lead.location)
    person = content_id("agent", sighting.collector)
    yield _node(person, "prov:Agent", **{"rdfs:label": sighting.collector})
    yield _node(
        act,
        "prov:Activity",
        **{
            "rdfs:label": f"collection with {sighting.tool}",
            "prov:startedAtTime": _typed(moment, "dateTime"),
            "prov:wasAssociatedWith": _ref(person),
        },
    )
    yield _node(f"sha256:{sighting.capture}", "prov:Entity", **{"prov:wasGeneratedBy": _ref(act)})


def _claim(claim: Claim, document: Document) -> Iterator[tuple[str, Json]]:
    agent = content_id("agent", claim.origin)
    relayed = bool(claim.attribution.sources)
    yield _node(agent, "prov:Agent", **{"rdfs:label": claim.origin})
    yield _node(
        claim.id,
        "prov:Entity",
        **{
            "prov:value": claim.span.quote,
            "prov:wasQuotedFrom": _ref(document.id),
            "prov:wasAttributedTo": _ref(agent),
            "prov:hadPrimarySource": _ref(content_id("word", claim.origin)) if relayed else None,
        },
    )
    if relayed:
        word = content_id("word", claim.origin)
        said = {"rdfs:label": f"what {claim.origin} said", "prov:wasAttributedTo": _ref(agent)}
        yield _node(word, "prov:Entity", **said)
    yield _annotation(claim, document)


def _annotation(claim: Claim, document: Document) -> tuple[str, Json]:
    start, end = claim.span.start, claim.span.end
    selectors: list[Json] = [
        {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end},
        {
            "@type": "oa:TextQuoteSelector",
            "oa:exact": claim.span.quote,
            "oa:prefix": document.text[max(0, start - _AROUND) : start],
            "oa:suffix": document.text[end : end + _AROUND],
        },
    ]
    target: Json = {"oa:hasSource": _ref(document.id), "oa:hasSelector": selectors}
    return _node(f"{claim.id}:annotation", "oa:Annotation", **{"oa:hasBody": _ref(claim.id), "oa:hasTarget": target})


def _node(key: str, kind: str, **told: Json) -> tuple[str, Json]:
    return key, {"@id": f"corroborate:{key}", "@type": kind, **without_nothing(told)}


def _ref(key: str) -> Json:
    return {"@id": f"corroborate:{key}"}


def _typed(value: str | None, kind: str) -> Json:
    return {"@value": value, "@type": f"xsd:{kind}"} if value else None
