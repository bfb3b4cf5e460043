"""Whose word each claim is: one origin counts once, through however many reports it comes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Attack, Blame, Damage, Harm, Method, Verification
from corroborate.model.names import fold

_LONG = 60  # characters: shorter sentences ("Five people were killed") are written twice by chance


def _aliases(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return the names under which sources count, by each other name that a report gave them.

    So a publisher is known as the source that it is elsewhere: one origin, not two.
    """
    known: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for source in claim.attribution.sources:
            if source.canonical and fold(source.canonical) != fold(source.name):
                known[fold(source.name)][source.canonical] += 1
    return {name: min(canonical, key=lambda one: (-canonical[one], one)) for name, canonical in known.items()}


def spellings(claims: Iterable[Claim]) -> Mapping[str, str]:
    """Return, for each folded name of an origin, the spelling in which it is shown: the most usual, then the first."""
    claims = tuple(claims)
    aliases = _aliases(claims)
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        counted = aliases.get(fold(claim.origin), claim.origin)
        seen[fold(counted)][counted] += 1
    shown = {key: min(names, key=lambda name: (-names[name], name)) for key, names in seen.items()}
    for claim in claims:
        key = fold(claim.origin)
        shown.setdefault(key, shown[fold(aliases.get(key, claim.origin))])
    return shown | {key: shown[fold(name)] for key, name in aliases.items() if fold(name) in shown}


def voices(members: Sequence[Claim], shown: Mapping[str, str]) -> Mapping[ClaimId, str]:
    """Return the origin of each claim of a cluster.

    What a report says in its own voice is its publisher's word, unless the same report attributes the same figure or
    the same act in this cluster to a source: then it is that source's, told twice. A sentence that several reports
    print word for word is the word of the one that printed it first.
    """
    first = _first_prints(members)
    return {
        claim.id: shown[fold((_behind(claim, members) or first.get(_printed(claim)) or claim).origin)]
        for claim in members
    }


def _first_prints(members: Sequence[Claim]) -> Mapping[str, Claim]:
    """Return, for each long sentence in a report's own voice, the claim of the report that printed it first."""
    own = [claim for claim in members if _printed(claim)]
    own.sort(key=lambda c: (c.published is None, c.published or date.min, c.publisher or "", c.document))
    return {_printed(claim): claim for claim in reversed(own)}


def _printed(claim: Claim) -> str:
    """Return the sentence, folded, where it is a long one in the report's own voice; nothing for any other."""
    if claim.attribution.sources or len(claim.passage.quote) < _LONG:
        return ""
    words = fold(claim.passage.quote)
    return words if len(words) >= _LONG else ""


def _behind(claim: Claim, members: Sequence[Claim]) -> Claim | None:
    """Return the attributed claim of the same report that an own-voice claim tells again, the nearest in the text."""
    if claim.attribution.sources or isinstance(claim.content, Blame | Verification):
        return None
    attributed = [
        other
        for other in members
        if other.document == claim.document and other.attribution.sources and _tells(claim, other)
    ]
    return min(attributed, key=lambda other: (_rank(claim, other), _gap(claim, other), other.span), default=None)


def _tells(claim: Claim, other: Claim) -> bool:
    """Say whether one claim may be another told again: the same figure, or the act behind it."""
    match claim.content, other.content:
        case Harm() as own, Harm() as theirs:
            if (own.effect, own.people) != (theirs.effect, theirs.people):
                return False
            vague = own.count.qualifier is Qualifier.VAGUE
            return vague or (own.count.low or own.count.high) == (theirs.count.low or theirs.count.high)
        case Attack() | Damage(), Harm() | Attack() | Damage():
            return True
        case _:
            return False


def _rank(claim: Claim, other: Claim) -> int:
    """Return 0 for the same kind of act, 1 for another: an act is rather told again by an act than by its harm."""
    match claim.content, other.content:
        case Attack(method=own), Attack(method=theirs):
            return 0 if own is theirs or Method.OTHER in (own, theirs) else 1
        case Damage(object=own_object), Damage(object=their_object):
            return 0 if own_object is their_object else 1
        case Harm(), Harm():
            return 0
        case _:
            return 2


def _gap(claim: Claim, other: Claim) -> int:
    return max(claim.span.start - other.span.end, other.span.start - claim.span.end, 0)
