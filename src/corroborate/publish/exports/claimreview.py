"""schema.org ClaimReview, as JSON-LD: what was claimed of an incident's harm, by whom, and the incident's grade.

schema.org defines no relation between claims, so the grade stands as the rating's `alternateName`, as fact-checkers
publish theirs.
"""

from collections.abc import Iterator

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.record import Record
from corroborate.publish.exports.incidents import Held, held
from corroborate.publish.exports.json_values import Json, day, document_of, without_nothing

_AUTHOR = "Corroborate"


def reviews(record: Record) -> str:
    """Return a graph with one review for each figure that stands today."""
    documents = {document.id: document for document in record.documents}
    graph: list[Json] = [
        _review(one, claim, documents.get(claim.document)) for one in held(record) for claim in _current(one)
    ]
    return document_of({"@context": "https://schema.org", "@graph": graph})


def _current(one: Held) -> Iterator[Claim]:
    standing = {figure.claim for figure in one.incident.figures}
    yield from (claim for claim in one.claims if claim.id in standing)


def _review(one: Held, claim: Claim, document: Document | None) -> Json:
    reasons = [reason.text for given in one.incident.grades for reason in given.reasons if reason.held]
    appearance = without_nothing(
        {
            "@type": "CreativeWork",
            "url": document.url if document else None,
            "headline": document.title or document.name if document else None,
            "publisher": _named("Organization", claim.publisher),
            "datePublished": day(claim.published),
        }
    )
    return without_nothing(
        {
            "@type": "ClaimReview",
            "@id": f"urn:corroborate:{claim.id}:review",
            "url": f"urn:corroborate:{one.incident.id}",
            "claimReviewed": claim.span.quote,
            "itemReviewed": without_nothing(
                {
                    "@type": "Claim",
                    "@id": f"urn:corroborate:{claim.id}",
                    "text": claim.passage.quote,
                    "author": _named("Organization", one.origin(claim)),
                    "datePublished": day(claim.published),
                    "appearance": appearance,
                }
            ),
            "reviewRating": {
                "@type": "Rating",
                "alternateName": one.grade or "not graded",
                "ratingExplanation": " ".join(reasons),
            },
            "author": {"@type": "Organization", "name": _AUTHOR},
        }
    )


def _named(kind: str, name: str | None) -> Json:
    return {"@type": kind, "name": name} if name else None
