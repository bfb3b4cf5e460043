"""W3C PROV-O and Web Annotation, as JSON-LD: from every incident down to the words and the preserved bytes.

A claim was quoted from its document and attributed to its origin; where the report only relays it, the origin is its
primary source, and each source of the chain quotes the one before. Judgements are acts of people on what they speak of.
Its words are marked in the text by their position and by quotation.
"""

from collections.abc import Iterator, Sequence

from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import content_id
from corroborate.model.record import Record, Ruling
from corroborate.model.rulings import by_subject
from corroborate.publish.exports.json_values import Json, day, document_of, without_nothing
from corroborate.publish.rulings import decision

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
    origins = record.origins()
    for claim in record.claims:
        for key, node in _claim(claim, documents[claim.document], origins[claim.id]):
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
    concerned = by_subject(record)
    for one in record.groups:
        yield _node(
            one.id,
            "prov:Entity",
            **{
                "rdfs:label": one.title,
                "prov:wasDerivedFrom": [_ref(claim) for claim in one.claims],
                "prov:wasInfluencedBy": [_ref(ruling.judgement.id) for ruling in concerned.get(one.id, ())],
            },
        )
    for ruling in record.rulings:
        yield from _ruling(ruling)


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


def _claim(claim: Claim, document: Document, origin: str) -> Iterator[tuple[str, Json]]:
    agent = content_id("agent", origin)
    chain = [source.origin for source in claim.attribution.sources]
    words = [content_id("word", *chain[: number + 1]) for number in range(len(chain))]
    yield _node(agent, "prov:Agent", **{"rdfs:label": origin})
    yield _node(
        claim.id,
        "prov:Entity",
        **{
            "prov:value": claim.span.quote,
            "prov:wasQuotedFrom": _ref(document.id),
            "prov:wasAttributedTo": _ref(agent),
            "prov:hadPrimarySource": _ref(words[0]) if words else None,
            "prov:wasDerivedFrom": _ref(words[-1]) if words else None,
        },
    )
    yield from _relays(chain, words)
    yield _annotation(claim, document)


def _relays(chain: Sequence[str], words: Sequence[str]) -> Iterator[tuple[str, Json]]:
    """Yield what each source of a chain said: the origin first, each other quoted from the one before."""
    for number, (source, word) in enumerate(zip(chain, words, strict=True)):
        through = f"what {source} said" + (f" that {chain[0]} said" if number else "")
        agent = content_id("agent", source)
        yield _node(agent, "prov:Agent", **{"rdfs:label": source})
        said: dict[str, Json] = {"rdfs:label": through, "prov:wasAttributedTo": _ref(agent)}
        yield _node(word, "prov:Entity", **said, **{"prov:wasQuotedFrom": _ref(words[number - 1]) if number else None})


def _ruling(one: Ruling) -> Iterator[tuple[str, Json]]:
    """Yield a judgement as the act of a person on what it speaks of."""
    made = one.judgement
    agent = content_id("agent", made.author)
    yield _node(agent, "prov:Agent", **{"rdfs:label": made.author})
    yield _node(
        made.id,
        "prov:Activity",
        **{
            "rdfs:label": decision(made),
            "rdfs:comment": made.reason,
            "prov:startedAtTime": _typed(day(made.made_at), "dateTime"),
            "prov:wasAssociatedWith": _ref(agent),
            "prov:used": [_ref(subject) for subject in one.on],
            "prov:wasInvalidatedBy": _ref(one.undone_by) if one.undone_by else None,
        },
    )


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
