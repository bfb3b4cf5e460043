"""Routes → which links go back to which origin, and why several of them are one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.document import Document
from corroborate.model.ids import DocumentId
from corroborate.model.names import fold
from corroborate.model.route import Route, Tie
from corroborate.publish.relays import Chain
from corroborate.publish.words import listing, plural, word


@dataclass(frozen=True, slots=True)
class Link:
    """A report that carries an origin's word: its name, who printed it and when, and why it counts as that origin's."""

    document: DocumentId
    report: str
    printed: str
    why: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An origin with the links that go back to it; `tells` is false where it only lays blame, denies, or checks."""

    origin: str
    tells: bool
    links: tuple[Link, ...]


def summary(links: int, origins: int) -> str:
    """Return how many reports stand on how many origins.

    >>> summary(2, 1)
    '2 links, 1 origin'
    """
    return f"{plural(links, 'link')}, {plural(origins, 'origin')}"


def standings(
    routes: Iterable[Route], tellers: Sequence[str], documents: Mapping[DocumentId, Document]
) -> tuple[Standing, ...]:
    """Return each origin with its links: first those who tell what happened, then who only speaks of it."""
    told: dict[str, dict[DocumentId, list[Route]]] = {origin: {} for origin in tellers}
    for route in routes:
        told.setdefault(route.origin, {}).setdefault(route.document, []).append(route)
    return tuple(
        Standing(origin, origin in tellers, tuple(_link(one, came, documents) for one, came in links.items()))
        for origin, links in told.items()
    )


def chains(routes: Iterable[Route], documents: Mapping[DocumentId, Document]) -> tuple[Chain, ...]:
    """Return the ways of words from origins to reports, as they are drawn."""
    return tuple(Chain(route.origin, _relays(route, documents), _titled(route.document, documents)) for route in routes)


def _relays(route: Route, documents: Mapping[DocumentId, Document]) -> tuple[str, ...]:
    if route.through is None:
        return route.relays
    via = documents.get(route.through)
    return ((via.publisher or via.name if via else route.named), *route.relays)


def _titled(document: DocumentId, documents: Mapping[DocumentId, Document]) -> str:
    known = documents.get(document)
    if known is None:
        return str(document)
    when = f", {known.published.day} {known.published:%b}" if known.published else ""
    return f"{known.publisher or known.name}{when}"


def _link(document: DocumentId, came: Sequence[Route], documents: Mapping[DocumentId, Document]) -> Link:
    known = documents.get(document)
    printed = f"{known.publisher or 'publisher unknown'}, {known.published or 'day unknown'}" if known else ""
    whys: dict[str, list[str]] = {}
    for route in came:
        whys.setdefault(_why(route, documents), []).extend(_spelled(route))
    told = (why + f" as {listing([*dict.fromkeys(names)])}" * bool(names) for why, names in whys.items())
    return Link(document, known.name if known else str(document), printed, "; ".join(told))


def _why(route: Route, documents: Mapping[DocumentId, Document]) -> str:
    via = documents.get(route.through) if route.through else None
    said = word("tie", route.tie).format(named=route.named, through=via.name if via else "another report")
    return f"{said}, through {listing(route.relays)}" if route.relays else said


def _spelled(route: Route) -> tuple[str, ...]:
    """Return the name by which a report calls the origin, where it is another than that under which it counts."""
    other = route.tie is Tie.NAMED and fold(route.named) != fold(route.origin)
    return (f"“{route.named}”",) if other else ()
