"""Through whom each claim of a cluster came: kept with it, so that a reader can follow why links are one origin."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.route import Route, Tie
from corroborate.reconcile.voices import Voice

_TIES = tuple(Tie)
_Key = tuple[str, DocumentId, Tie, str, tuple[str, ...], DocumentId | None]


def routes(members: Sequence[Claim], voices: Mapping[ClaimId, Voice]) -> tuple[Route, ...]:
    """Return the ways by which the origins' words came into reports: by origin, then in the order of publication."""
    found: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in members:
        voice = voices[claim.id]
        chain = claim.attribution.sources
        named = chain[0].name if chain else claim.publisher or ""
        relays = tuple(source.origin for source in chain[1:])
        found[voice.origin, claim.document, voice.tie, named, relays, voice.through].append(claim)
    return tuple(
        Route(*key, tuple(sorted(one.id for one in found[key])))
        for key in sorted(found, key=lambda k: _place(k, found[k]))
    )


def _place(key: _Key, told: Sequence[Claim]) -> tuple[object, ...]:
    origin, document, tie, named, relays, _ = key
    published = told[0].published
    return (
        origin,
        published is None,
        published.toordinal() if published else 0,
        document,
        _TIES.index(tie),
        named,
        relays,
    )
