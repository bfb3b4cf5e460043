"""Which strings are not told, and what stands in their place."""

import gzip
import html
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from urllib.parse import unquote

from corroborate.model.claim import Claim
from corroborate.model.document import Lead
from corroborate.model.ids import content_id
from corroborate.model.mention import Blame
from corroborate.model.names import fold, place_key
from corroborate.model.party import is_means, is_party, party_of
from corroborate.model.situation import Location
from corroborate.model.web_address import parts_of
from corroborate.veil.addresses import Addresses
from corroborate.veil.marks import Known, Reach, names_of, printers
from corroborate.veil.pseudonyms import Pseudonyms
from corroborate.veil.spellings import Spellings

_ID = re.compile(r"\b(?:(?:doc|claim|incident|tally|judgement)-[0-9a-f]{16}|[0-9a-f]{64})\b")
_SOURCE, _PARTY, _PLACE = "source", "party", "place"
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_LARGEST = 1 << 28  # bytes that are unpacked to be looked through


class Wording:
    """The strings of a case that are not told: names, whole values (ids, addresses, names of reports).

    A name that only what is confidential tells is not told either, for it is of its words; one that others tell too
    stays, and so do belligerents and places that are known by name anyway.
    """

    def __init__(self, known: Known, reach: Reach, pseudonyms: Pseudonyms) -> None:
        self._exact = _exact(known, reach, pseudonyms)
        self._names = _names(known.claims, reach, pseudonyms)
        leads = [(s.lead, s.capture in reach.hidden) for s in known.sightings]
        self._addresses = Addresses(_addresses(leads))
        self._spelled = Spellings(self._names)
        self._told: dict[str, str] = {}
        self._reports = [lead.name for lead, hidden in leads if hidden]

    def learn(self, ids: Mapping[str, str]) -> None:
        """Take more ids that are not told, with what stands for each."""
        self._exact = {**self._exact, **ids}
        self._told.clear()

    def true(self, shown: str) -> str:
        """Return what a pseudonym stands for: an id, or a name as it is folded; anything else as it is."""
        stands = {shown: true for true, shown in (*self._names.items(), *self._exact.items())}
        return stands.get(shown, shown)

    def field(self, value: str) -> str:
        """Return what stands for a value: its pseudonym, else the value without the names in it."""
        whole = self._exact.get(value) or self._names.get(fold(value))
        return whole or self.prose(value)

    def prose(self, text: str) -> str:
        """Return a text with the names, addresses and ids in it replaced."""
        if text not in self._told:
            self._told[text] = self._written(text)
        return self._told[text]

    def _written(self, text: str) -> str:
        text = self._addresses.replaced(text, lambda address: self._exact.get(address, "confidential"))
        text = self._spelled.replaced(text, self._names.__getitem__)
        return _ID.sub(lambda found: self._exact.get(found[0], found[0]), text)

    def message(self, text: str) -> str:
        """Return what the program tells somebody, without names of reports either: these can be ordinary words."""
        return self.prose(self._called.replaced(text, lambda _: "confidential report"))

    def is_in(self, content: bytes) -> bool:
        """Say whether bytes hold a name or address that is not told; what is packed and cannot be opened may."""
        if content.startswith(_ZIP):
            return True
        text = html.unescape(unquote(_unpacked(content).decode("utf-8", "replace")))
        return self._spelled.are_in(text) or self._addresses.are_in(text)

    @cached_property
    def _called(self) -> Spellings:
        return Spellings(self._reports)


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(_LARGEST)
    except (OSError, EOFError, zlib.error):
        return content


def _exact(known: Known, reach: Reach, pseudonyms: Pseudonyms) -> Mapping[str, str]:
    """Return what stands for ids, addresses and names of reports: ids can be computed by whoever has the report."""
    found: dict[str, str] = {}
    for sighting in known.sightings:
        if sighting.capture in reach.hidden:
            lead, called = sighting.lead, pseudonyms.report(sighting.capture)
            found |= dict.fromkeys(filter(None, (lead.name, lead.location, lead.url)), called)
    captures = {document.id: document.capture for document in known.documents}
    ids: list[str] = [*reach.hidden, *(one for one, capture in captures.items() if capture in reach.hidden)]
    for claim in known.claims:
        if captures[claim.document] in reach.hidden:
            ids += [claim.id, content_id("incident", claim.id), content_id("tally", claim.id)]
    return found | {one: pseudonyms.id(one) for one in ids}


def _addresses(leads: Iterable[tuple[Lead, bool]]) -> AbstractSet[str]:
    """Return where hidden reports stand, and the hosts that nothing else stands on."""
    hosts: dict[bool, set[str]] = {True: set(), False: set()}
    found: set[str] = set()
    for lead, hidden in leads:
        addresses = [address for address in (lead.location, lead.url) if address and "/" in address]
        hosts[hidden].update(filter(None, (parts_of(address).hostname for address in addresses)))
        if hidden:
            found.update(addresses)
    return found | (hosts[True] - hosts[False])


def _names(claims: Iterable[Claim], reach: Reach, pseudonyms: Pseudonyms) -> dict[str, str]:
    """Return what stands for names (folded): of marked sources, and of what nothing but confidential words names."""
    told: set[str] = set()
    secret: dict[str, str] = {}
    for claim in claims:
        for what, name in _named(claim):
            if claim.id in reach.claims:
                secret.setdefault(fold(name), _known_as(what, name) or pseudonyms.name(what, fold(name)))
            else:
                told.add(fold(name))
    kept = {name: shown for name, shown in secret.items() if name not in told and fold(shown) != name}
    marked = {name: pseudonyms.name(_SOURCE, root) for name, root in reach.names.items()}
    return {name: shown for name, shown in (kept | marked).items() if name}


def _named(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield every name in a claim with what it is of."""
    for source in claim.attribution.sources:
        for name in names_of(source):
            yield _SOURCE, name
    for name in printers(claim):
        yield _SOURCE, name
    for name in claim.by:
        yield _PARTY, name
    if isinstance(claim.content, Blame):
        yield _PARTY, claim.content.actor
    known = _gazetteer_names(claim.situation.where)
    for name in claim.situation.where.names:
        if place_key(name) not in known:
            yield _PLACE, name


def _gazetteer_names(where: Location) -> set[str]:
    places = [*where.places, *([where.within] if where.within else [])]
    return {place_key(name) for place in places for name in (place.name, *place.parents)}


def _known_as(what: str, name: str) -> str | None:
    """Return the name under which a party is known anyway, whoever tells of it; None where it is not."""
    if what != _PARTY:
        return None
    return party_of(name) if is_party(party_of(name)) else name if is_means(name) else None
