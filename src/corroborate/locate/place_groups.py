"""Toponyms of a passage → spots: names that together say one place, small to large."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.locate.place_cues import Cue, is_describing
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_sentence import SIZE, is_large
from corroborate.locate.place_words import AND, kind_nouns, kinds, words
from corroborate.model.document import Document, Token
from corroborate.model.passing import passing
from corroborate.model.situation import Place, PlaceKind, Relation
from corroborate.model.span import Span

_TOWN, _WHOLE_PROVINCE = SIZE[PlaceKind.SETTLEMENT], SIZE[PlaceKind.GOVERNORATE]
_PARTS = (PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.DISTRICT)
_CLOSE = 1.5  # degrees between a district and the city or province that stands behind it
_MOST_SENSES = 5  # of a name
_SHORT = 7  # words between two names of one list
_NEAR = 3  # passages between a village that nobody knows and the town or province that may hold it
_COMMAS, _LONGEST_APPOSITION = (",", ","), 5  # around what a name is told to be; words up to the second
_REACH = 8  # words before a name that may say how far from it


@passing
class Spot:
    """A place as one stretch of a passage puts it: "Darat Izza town in the western countryside of Aleppo".

    `inner` are the smallest places named (several where they are listed), `outer` what holds them, small to large.
    """

    inner: tuple[Toponym, ...]
    outer: tuple[Toponym, ...]
    cue: Cue
    relation: Relation = Relation.IN

    @property
    def passage(self) -> int:
        """Return the index of its passage."""
        return self.inner[0].passage

    @property
    def start(self) -> int:
        """Return where its first name begins in the text."""
        return min(toponym.start for toponym in (*self.inner, *self.outer))

    @property
    def end(self) -> int:
        """Return where its last name ends in the text."""
        return max(toponym.end for toponym in (*self.inner, *self.outer))

    @property
    def size(self) -> int:
        """Return the size of the smallest place."""
        return self.inner[0].size


def spots(document: Document, toponyms: Sequence[Toponym]) -> tuple[Spot, ...]:
    """Return the spots of one passage, in text order."""
    found: list[Spot] = []
    for toponym in toponyms:
        tokens = document.passages[toponym.passage].tokens
        joined = _join(found[-1], toponym, tokens) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(Spot((toponym,), (), toponym.cue, _relation(toponym, tokens)))
    return tuple(found)


def _join(spot: Spot, toponym: Toponym, tokens: Sequence[Token]) -> Spot | None:
    """Return the spot with the toponym taken in, None where it begins another."""
    last = max((*spot.inner, *spot.outer), key=lambda own: own.first)
    between = _linking(tokens[last.last : toponym.first])
    if spot.relation is Relation.BETWEEN and len(spot.inner) == 1 and between == ["and"]:
        return replace(spot, inner=(*spot.inner, toponym))
    if between[-1:] in (["borders"], ["near"]) and toponym.kind is PlaceKind.COUNTRY:
        return None  # "in Hasakeh province, which borders Iraq"
    if (last.possessive or "'s" in between) and all(w in ("'s", "'") or is_describing(w) for w in between):
        if last.reach > toponym.size and not spot.outer:
            return Spot((toponym,), (last,), _firmer(toponym.cue, spot.cue), spot.relation)
        return None
    if not spot.outer and (relation := _behind(last, toponym, between, spot.relation)) is not None:
        return Spot((toponym,), (last,), _firmer(toponym.cue, spot.cue), relation)
    if (_holds(last, toponym, between) or _is_suburb(last, toponym, between)) and not (
        _are_peers(last, toponym, tokens) or (between == [","] and _is_one_of_many(spot, toponym, tokens))
    ):
        return replace(spot, outer=(*spot.outer, toponym))
    if not spot.outer and last.name != toponym.name and _lies_beside(between):
        if spot.relation is not Relation.IN and toponym.reach < last.reach:  # "southeast of Aleppo, near Nayrab"
            return Spot((toponym,), (last,), _firmer(toponym.cue, spot.cue), Relation.NEAR)
        return replace(spot, outer=(toponym,))
    if _is_listed(spot, last, toponym, between):
        return replace(spot, inner=(*spot.inner, toponym))
    return None


def _is_one_of_many(spot: Spot, toponym: Toponym, tokens: Sequence[Token]) -> bool:
    """Say whether a list is told to be one of towns that are no province: "in the towns of Oru, Tarin, Mado and"."""
    first = spot.inner[0].first
    if any(own.known for own in spot.inner[-1:]):
        return False
    towns = kinds().get(tokens[first - 2].folded) is PlaceKind.SETTLEMENT and tokens[first - 2].folded.endswith("s")
    return first > 1 and towns and toponym.kind is PlaceKind.SETTLEMENT


def _behind(first: Toponym, second: Toponym, between: Sequence[str], relation: Relation) -> Relation | None:
    """Return how an event lies to the second name where the first tells of what it is a part, or by which it lies."""
    if first.is_beside and between == [","] and second.size <= first.size:  # "South of Tel Aviv, Bat Yam was hit"
        return Relation.NEAR
    if between[1:] == ["of"] and between[0] in kinds() and not _is_suburb(first, second, between):
        greater = between[0] in words("quarter-of") and _is_greater(first, second)
        if greater or _is_owner(first, second):
            return Relation.IN
    part = between[:1] != [] and between[0] in words("quarter-of") and between[1:] in ([], [","])
    if part and first.known and first.reach >= _TOWN:  # "the Homs suburb Waar", "the Zabul capital, Qalat"
        return relation
    return None


def _is_suburb(first: Toponym, second: Toponym, between: Sequence[str]) -> bool:
    """Say whether the first lies about the second, a greater place: "the Ghouta suburbs of Damascus"."""
    return between[1:] == ["of"] and between[0] in words("quarter-of") and _is_greater(second, first)


def _is_listed(spot: Spot, last: Toponym, toponym: Toponym, between: Sequence[str]) -> bool:
    """Say whether a name goes on a list: "Douma, Arbin and Harasta", and where commas are lost, "Douma Arbin"."""
    abroad = bool(spot.outer) and spot.outer[-1] is last and last.kind is PlaceKind.COUNTRY and "and" in between
    if spot.outer and not abroad:  # "in Nairobi, Kenya, and Arusha, Tanzania"
        return False
    if abs(toponym.size - spot.size) > 1 and not (between == ["and"] and _are_apart(last, toponym)):
        return False
    if not between:  # commas are lost: not between "Homs" and the dateline "MOSCOW" of the next sentence
        return not (last.known and toponym.known) or last.known[0].country == toponym.known[0].country
    joined = not (AND | {","}).isdisjoint(between) and len(between) < _SHORT
    return joined and set(between) <= kind_nouns() | words("listed", "side", "part")


def _are_apart(first: Toponym, second: Toponym) -> bool:
    """Say whether the gazetteer knows two places, and neither in the other: "in Damascus and Rif Dimashq"."""
    pairs = [(first, second), (second, first)]
    held = any(_lies_in(place.parents, place.country, large) for small, large in pairs for place in small.known[:1])
    return bool(first.known and second.known) and not held


def _linking(tokens: Sequence[Token]) -> list[str]:
    """Return the words between two names, without names that nobody knows behind a comma or bracket: ", Masisi,"."""
    found: list[str] = []
    unknown = False
    for token in tokens:
        unknown = token.text[0].isupper() and (unknown or found[-1:] in ([","], ["("]))
        if not unknown:
            found.append(token.folded)
    return _without_apposition(found)


def _without_apposition(between: list[str]) -> list[str]:
    """Return the words between two names of a list without what the first is: "Lima|, the Peruvian capital,| and"."""
    if between[:2] != [",", "the"] or between.count(",") < len(_COMMAS):
        return between
    closing = between.index(",", 1)
    joined = not AND.isdisjoint(between[closing + 1 : closing + 2])
    told = between[closing - 1] in words("of-dateline") and closing <= _LONGEST_APPOSITION
    return between[closing + 1 :] if told and joined else between


def _is_owner(first: Toponym, second: Toponym) -> bool:
    """Say whether the first name holds the second: "the Idlib town of Saraqib"; not "the Atiba area of Hong"."""
    if not first.known:
        return False
    if any(_lies_in(place.parents, place.country, second) for place in first.known[:1]):
        return False
    return first.reach > second.size or not second.known


def _is_greater(first: Toponym, second: Toponym) -> bool:
    """Say whether more people live in the first than in the second: "the Buffalo suburb of Amherst"."""
    people = [max((place.population or 0 for place in own.known[:1]), default=0) for own in (first, second)]
    return people[0] > people[1]


def _holds(small: Toponym, large: Toponym, between: Sequence[str]) -> bool:
    """Say whether the second name holds the first: larger, and tied to it by "in", "of", a comma or nothing."""
    if not AND.isdisjoint(between) or not all(
        w in words("link") or w in kind_nouns() or w in words("side") or w in words("part") for w in between
    ):
        return False
    if large.name.islower() and between[:1] == [","]:
        return True  # "in Taisha, in the eastern region"
    if small.said in _PARTS and between[-2:] == [",", "in"]:
        return True  # "the La Palma farm, in Oru"
    if small.said in _PARTS and bool(between) and _may_be_part_of(small, large):
        return True
    if (
        small.reach == large.reach
        and small.known
        and large.known
        and not any(_lies_in(p.parents, p.country, large) for p in small.known[:1])
    ):
        return False
    if large.reach <= small.size and not (small.known == () and large.known):
        return False
    if not small.known or not large.known:
        return True
    return any(_lies_in(a.parents, a.country, large) for a in small.known) or bool(between)


def _may_be_part_of(small: Toponym, large: Toponym) -> bool:
    """Say whether a place that is told to be a district, a quarter or a site lies by a great one: "Sinjar, Mosul"."""
    return any(
        is_large(whole) and part.country == whole.country and _are_close(part, whole)
        for part in small.known[:_MOST_SENSES]
        for whole in large.known[:_MOST_SENSES]
        if part is not whole
    )


def _are_close(a: Place, b: Place) -> bool:
    return abs(a.latitude - b.latitude) < _CLOSE and abs(a.longitude - b.longitude) < _CLOSE


def _are_peers(first: Toponym, second: Toponym, tokens: Sequence[Token]) -> bool:
    """Say whether both are told to be sites, or the noun behind them is one: "Hazzeh area, Kafr Batna area"."""
    if first.said is second.said is PlaceKind.SITE and tokens[second.first - 1].folded not in words("locative"):
        return True  # "the Conoco gas field, the Omar oil field"
    if first.said is second.said is not None and all(own.text == "," for own in tokens[first.last : second.first]):
        return True  # "the Karrada, Mansour and Zayouna districts"
    behind = [tokens[own.last].folded if own.last < len(tokens) else "" for own in (first, second)]
    return behind[0] == behind[1] and behind[0] in kinds()


def _lies_beside(between: Sequence[str]) -> bool:
    """Say whether the words between two names measure where the first lies by the second: ", 50 miles south of"."""
    measures = words("measure", "compass-noun", "beside")
    if measures.isdisjoint(between):
        return False
    linking = words("measuring", "side") | kind_nouns()
    return all(word in measures or word in linking or word[0].isdigit() for word in between)


def _lies_in(parents: Sequence[str], country: str, large: Toponym) -> bool:
    if any(place.kind is PlaceKind.COUNTRY and place.country == country for place in large.known):
        return True
    return any(place.name in parents for place in large.known)


def _relation(toponym: Toponym, tokens: Sequence[Token]) -> Relation:
    if toponym.cue is Cue.BETWEEN:
        return Relation.BETWEEN
    before = [token.folded for token in tokens[max(0, toponym.first - _REACH) : toponym.first]]
    after = tokens[toponym.last].folded if toponym.last < len(tokens) else ""
    close = [word for word in before[-3:] if word not in ("the", "of", "town", "city", "village")]
    if words("measure") & set(before) and words("compass") & set(before) and before[-1:] == ["of"]:
        return Relation.OFFSET
    if close[-1:] == ["near"] or {"outskirts", "vicinity"} & set(close):
        return Relation.NEAR
    if after == "countryside" or {"countryside", "rural"} & set(close):
        return Relation.COUNTRYSIDE
    return Relation.NEAR if before[-1:] == ["of"] and before[-2:-1] and before[-2] in words("compass") else Relation.IN


def share(spot: Spot, mention: Span, document: Document) -> Spot:
    """Return the spot with the name alone that is a mention's share of a list: "one in each of Arbin and Douma".

    The mention of each runs on to its own place; the first may end before any.
    """
    tokens = document.passages[spot.passage].tokens
    before = tokens[max(0, spot.inner[0].first - _REACH) : spot.inner[0].first]
    if len(spot.inner) == 1 or not tokens[0].start <= mention.start < spot.inner[0].start:
        return spot
    if all(token.folded != "each" for token in before):
        return spot
    reached = [toponym for toponym in spot.inner if toponym.end <= mention.end]
    return replace(spot, inner=(reached[-1] if reached else spot.inner[0],))


def _firmer(left: Cue, right: Cue) -> Cue:
    order = list(Cue)
    return min(left, right, key=order.index)


def without_actors(passages: Sequence[tuple[Spot, ...]]) -> tuple[tuple[Spot, ...], ...]:
    """Return the spots without those at which nothing but words is put, and without the countries that act.

    The country of most of the report's places stays.

    Great towns of other countries go with them where nothing is put at them: "Beirut" of a dateline, "Washington".
    """
    homes: dict[str, int] = {}
    for passage in passages:
        for spot in passage:
            for place in spot.inner[0].known[:1]:
                if spot.cue not in (Cue.BARE, Cue.DIRECTION, Cue.LISTED, Cue.TOLD):
                    homes[place.country] = homes.get(place.country, 0) + 1
    home = max(homes, key=lambda country: homes[country], default=None)
    return tuple(tuple(spot for spot in passage if not _is_actor(spot, home)) for passage in passages)


def _is_actor(spot: Spot, home: str | None) -> bool:
    toponym = spot.inner[0]
    if spot.cue is Cue.TOLD:
        return True
    if home is None or not toponym.known or toponym.known[0].country == home:
        return False
    if toponym.kind is PlaceKind.COUNTRY:
        return spot.cue in (Cue.BARE, Cue.DIRECTION, Cue.LISTED)
    return spot.cue is Cue.BARE and is_large(toponym.known[0])


def implied(passages: Sequence[tuple[Spot, ...]]) -> tuple[tuple[Spot, ...], ...]:
    """Return the spots, those without a holder given the town and province last named that may hold them."""
    told = {spot.inner[0].name: spot.outer for passage in passages for spot in passage if spot.outer}
    last: tuple[Toponym, ...] = ()
    whole = []
    for passage in passages:
        changed = []
        for spot in passage:
            own = spot.inner[0]
            named = not own.known and not own.name.islower()
            near = (large for large in last if not named or spot.passage - large.passage <= _NEAR)
            holders = tuple(large for large in near if large.reach > spot.size and _may_hold(large, own))
            if not own.known:
                holders = told.get(own.name, holders)
            changed.append(spot if spot.outer or not holders else replace(spot, outer=holders))
            last = _tiers(spot) or last
        whole.append(tuple(changed))
    return tuple(whole)


def _tiers(spot: Spot) -> tuple[Toponym, ...]:
    """Return the towns and provinces of a spot, small to large, in which a place named after it may lie."""
    if spot.cue in (Cue.BARE, Cue.DIRECTION):
        return ()
    tiers = (own for own in (*spot.inner[:1], *spot.outer) if own.known and own.kind is not PlaceKind.COUNTRY)
    return tuple(own for own in tiers if own.size >= _TOWN or own.holds)


def _may_hold(large: Toponym, small: Toponym) -> bool:
    if large.name.casefold() == small.name.casefold() or large.known[:1] == small.known[:1]:
        return False
    if not small.known:
        return True
    if small.known[0].kind is large.known[0].kind and large.reach < _WHOLE_PROVINCE:
        return False  # a town after whose neighbour a district is named that holds both
    return any(_lies_in(place.parents, place.country, large) for place in small.known[:2])
