"""A case that stands in memory: what the database keeps of it, without a database."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar, cast

from corroborate.adapters.codec import decode, encode
from corroborate.model.claim import Claim
from corroborate.model.ids import DocumentId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.memory import Card, Change, Doubt

_Value = TypeVar("_Value")


class Remembered:
    """Answers `ports.Standing`, and takes changes."""

    def __init__(self) -> None:
        self._claims: list[Claim] = []
        self._incidents: dict[str, Incident] = {}
        self._tallies: dict[str, Tally] = {}
        self._doubts: list[Doubt] = []
        self._cards: dict[tuple[type, str], Card] = {}

    def take(self, claims: Iterable[Claim], change: Change) -> None:
        self._claims += (*claims, *change.claims)
        for known in (self._incidents, self._tallies):
            for gone in change.gone & known.keys():
                del known[gone]
        self._cards = {key: card for key, card in self._cards.items() if card.id not in change.gone}
        self._incidents |= {one.id: one for one in change.incidents}
        self._tallies |= {one.id: one for one in change.tallies}
        self._doubts = [one for one in self._doubts if change.looked_at.isdisjoint(one.found_in)]
        self._doubts += change.doubts
        self._cards |= {(type(card.value), card.id): card for card in change.cards}
        for card in change.cards:
            assert decode(type(card.value), json.loads(json.dumps(encode(card.value)))) == card.value

    def stands(self) -> tuple[set[Incident], set[Tally], set[Issue]]:
        issues = {one.issue for one in self._doubts}
        return set(self._incidents.values()), set(self._tallies.values()), issues

    def cards(self, kind: type[_Value], keys: Sequence[str]) -> Iterator[_Value]:
        asked = set(keys)
        for (of, _), card in self._cards.items():
            if of is kind and asked & card.keys:
                yield cast("_Value", card.value)

    def claims_of(self, documents: Sequence[DocumentId]) -> tuple[Claim, ...]:
        return tuple(claim for claim in self._claims if claim.document in documents)

    def groups(self, documents: Sequence[DocumentId]) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
        told = {claim.id for claim in self._claims if claim.document in documents}
        incidents = (one for one in self._incidents.values() if told & {*one.claims, *one.beside})
        return tuple(incidents), tuple(one for one in self._tallies.values() if told & set(one.claims))

    def tallies(self, ids: Sequence[TallyId]) -> tuple[Tally, ...]:
        return tuple(self._tallies[one] for one in ids)
