"""Force that was used: nouns of attack, verbs of attack, and what is fired, dropped or set off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count, Qualifier
from corroborate.model.mention import Method, Weapon

Units = Sequence[Unit]


@dataclass(frozen=True, slots=True)
class AttackDraft:
    """An attack in terms of units: [first, last) carries it, `target` is the noun group aimed at, `author_of` where its author is sought."""

    first: int
    last: int
    trigger: int
    method: Method
    count: Count
    rule: str
    target: int | None = None
    weapons: tuple[Weapon, ...] = ()
    bare: bool = False
    definite: bool = False


_UNREAL = frozenset(("will", "would", "may", "might", "can", "should", "shall", "must", "could", "won't", "wouldn't", "can't", "cannot", "couldn't"))
_TARGET: frozenset[str] = frozenset(("on", "against", "at", "in", "near", "into", "targeting", "of", "inside", "over", "around", "outside", "across", "toward", "towards", "between"))
_CRAFT_METHOD = {
    "warplanes": Method.AIRSTRIKE, "warplane": Method.AIRSTRIKE, "jets": Method.AIRSTRIKE, "jet": Method.AIRSTRIKE, "planes": Method.AIRSTRIKE,
    "plane": Method.AIRSTRIKE, "aircraft": Method.AIRSTRIKE, "helicopters": Method.AIRSTRIKE, "helicopter": Method.AIRSTRIKE, "aviation": Method.AIRSTRIKE,
    "fighter jets": Method.AIRSTRIKE, "fighter jet": Method.AIRSTRIKE, "bombers": Method.AIRSTRIKE, "gunships": Method.AIRSTRIKE, "air force": Method.AIRSTRIKE,
    "helicopter gunships": Method.AIRSTRIKE, "coalition": Method.AIRSTRIKE, "us-led coalition": Method.AIRSTRIKE, "international coalition": Method.AIRSTRIKE,
    "drone": Method.DRONE_ATTACK, "drones": Method.DRONE_ATTACK, "artillery": Method.SHELLING, "snipers": Method.SHOOTING, "sniper": Method.SHOOTING,
    "gunmen": Method.SHOOTING, "gunman": Method.SHOOTING, "suicide bomber": Method.BOMBING, "suicide bombers": Method.BOMBING,
}  # fmt: skip
_WEAPON_VERBS = frozenset("tear hit strike land fall explode detonate go target rain fire launch drop slam crash blast rip tear blow use drive kill".split())


def drafts(units: Units) -> list[AttackDraft]:
    """Return the attacks that a passage tells, in the order of its words, each told once."""
    found: list[AttackDraft] = []
    for at in range(len(units)):
        for frame in (noun, fired, weapon_subject, verb):
            made = list(frame(units, at))
            if made:
                found.extend(made)
                break
    return _merged(sorted(found, key=lambda draft: (draft.first, draft.last)))


def _merged(found: list[AttackDraft]) -> list[AttackDraft]:
    """Join the noun and the verb of one attack ("air strikes hit …", "launched an attack")."""
    kept: list[AttackDraft] = []
    for draft in found:
        before = kept[-1] if kept else None
        if before is not None and draft.first < before.last and _one(before, draft):
            kept[-1] = _joined(before, draft)
        else:
            kept.append(draft)
    return kept


def _one(left: AttackDraft, right: AttackDraft) -> bool:
    return left.method is right.method or Method.OTHER in (left.method, right.method)


def _joined(left: AttackDraft, right: AttackDraft) -> AttackDraft:
    generic = left.method is Method.OTHER and right.method is not Method.OTHER
    main, other = (right, left) if generic else (left, right)
    return replace(
        main,
        first=min(left.first, right.first),
        last=max(left.last, right.last),
        target=main.target if main.target is not None else other.target,
        weapons=tuple(dict.fromkeys(left.weapons + right.weapons)),
        count=main.count if main.count.qualifier is not Qualifier.VAGUE else other.count,
        bare=left.bare and right.bare,
        definite=False,
    )


def weapons_in(units: Units, first: int, last: int) -> tuple[Weapon, ...]:
    """Return the weapons that the units [first, last) name, in order."""
    named: list[Weapon] = []
    for unit in units[first:last]:
        for sense in (*unit.inner, *unit.senses):
            value = sense.value if sense.domain == "weapon" else sense.detail if sense.domain == "attack" else ""
            named.extend(Weapon(part.strip()) for part in value.split(",") if part.strip() and part.strip() != "bomb")
    return tuple(dict.fromkeys(named))


def _count(unit: Unit) -> Count:
    if unit.quantity is not None:
        return unit.quantity.count
    if unit.plural or unit.word in _MASS:
        return VAGUE
    return Count.exactly(1)


_MASS = frozenset("shelling bombardment fighting gunfire fire violence combat sniping targeting infighting slaughter aviation".split())
_MULTIPLE = {"twin": 2, "double": 2, "triple": 3, "pair": 2, "first": 1}


def noun(units: Units, at: int) -> Iterator[AttackDraft]:
    """A01: "an air strike on …", "three raids", "shelling of …"."""
    unit = units[at]
    sense = unit.sense("attack")
    if unit.kind is not UnitKind.NOUN or sense is None or unit.determiner in ("no", "any"):
        return
    if at and units[at - 1].word == "for":
        return  # "responsibility for the attack", "in revenge for": what is spoken about, not told
    if (unit.quantity is not None and unit.quantity.count.qualifier is Qualifier.NONE) or _averted(units, at):
        return
    target = _target_after(units, at)
    last = at + 1 if target is None else chain_end(units, target)
    counted = unit.quantity is not None and unit.quantity.numeral
    named = any(s.domain in ("weapon", "actor", "group", "attack") for s in unit.inner)
    vague = unit.word in _UNSPECIFIC or unit.determiner in _POINTING
    bare = target is None and not counted and not named and vague and sense.value != "siege" and not _told_to_happen(units, at)
    method = _method(units, at, sense.value, unit)
    tool = _instrument(units, at)
    if method is Method.OTHER and tool is None:
        tool = next((i for i, u in enumerate(units) if any(s.domain == "weapon" and s.detail == Method.CHEMICAL_ATTACK for s in u.senses)), None)
    weapons = weapons_in(units, at, at + 1)
    if tool is not None and method is Method.OTHER:
        method = _tool_method(units, tool) or method
        weapons = tuple(dict.fromkeys(weapons + weapons_in(units, tool, tool + 1)))
    yield AttackDraft(at, last, at, method, _count(unit), "A01-noun", target, weapons, bare, not counted and unit.determiner in _POINTING)


_HAPPEN = frozenset(("take place", "occur", "happen", "carry out", "conduct", "launch", "hit", "strike", "rock", "shake", "rip", "target", "erupt", "begin"))


def _told_to_happen(units: Units, at: int) -> bool:
    """Say whether a noun of force is the subject of a verb that tells that it took place."""
    following = next((unit for unit in units[at + 1 : at + 4] if unit.kind is not UnitKind.ADVERB), None)
    return following is not None and following.kind is UnitKind.VERB and following.lemma in _HAPPEN and not following.negated


_PREVENTED = frozenset("stop cease end halt prevent avoid deter thwart foil avert curb escape flee".split())


def _averted(units: Units, at: int) -> bool:
    """Say whether the verb that governs a noun tells of force that is only possible, or to be prevented."""
    for index in range(at - 1, max(-1, at - 5), -1):
        governor = units[index]
        if governor.kind in (UnitKind.SIGN, UnitKind.SUBORDINATOR):
            return False
        if governor.kind is UnitKind.VERB:
            wished = governor.voice is Voice.INFINITIVE or governor.modal in _UNREAL
            return governor.modal in _UNREAL or governor.negated or (wished and governor.lemma in _PREVENTED)
    return False


def _instrument(units: Units, at: int) -> int | None:
    """Return the weapon that "with", "using" or "by" tie to a verb or noun of force within its clause."""
    for index in range(at + 1, min(at + 14, len(units) - 1)):
        if (units[index].kind is UnitKind.VERB and units[index].voice is not Voice.ING) or units[index].kind is UnitKind.SUBORDINATOR:
            return None
        if units[index].word in ("with", "using", "by", "of") and units[index + 1].kind is UnitKind.SIGN and index + 2 < len(units):
            index += 1  # noqa: PLW2901 - past a quotation mark
        if units[index].word in ("with", "using", "by", "of", '"', "“", "``") and (units[index + 1].sense("weapon") or units[index + 1].word in _CRAFT_METHOD):
            return index + 1
    return None


def _tool_method(units: Units, tool: int) -> Method | None:
    chemical = any(s.detail == Method.CHEMICAL_ATTACK for u in units[tool : tool + 4] for s in u.senses if s.domain == "weapon")
    weapon = units[tool].sense("weapon")
    if chemical:
        return Method.CHEMICAL_ATTACK
    if weapon is not None and weapon.detail:
        return Method(weapon.detail)
    return _CRAFT_METHOD.get(units[tool].word)


_POINTING = frozenset(("the", "this", "these", "those", "such", "any", "that", "all"))
_UNSPECIFIC = frozenset(("attack", "attacks", "violence", "incident", "hostilities", "blasts", "strikes", "targeting"))  # measured: a third right


def _target_after(units: Units, at: int) -> int | None:
    """Return the noun group that "on", "against", "of" … tie to a noun of attack."""
    index = at + 1
    while index + 1 < len(units) and units[index].kind in (UnitKind.PREPOSITION, UnitKind.ADVERB):
        if units[index].word in _TARGET and units[index + 1].kind is UnitKind.NOUN:
            return index + 1
        if units[index].word == "by" and units[index + 1].kind is UnitKind.NOUN:
            index += 1
        index += 1
    if index + 1 < len(units) and units[index].kind is UnitKind.VERB and units[index].lemma in ("target", "hit", "strike") and units[index + 1].kind is UnitKind.NOUN:
        return index + 1
    return None


_AIR_WORDS = frozenset("warplane warplanes jet jets aircraft plane planes helicopter helicopters air aerial airstrike airstrikes bomber bombers airplane airplanes".split())


def _aerial(units: Units) -> bool:
    return any(not _AIR_WORDS.isdisjoint(unit.word.split()) or any(sense.value == "airstrike" for sense in unit.senses) for unit in units)


def _method(units: Units, at: int, value: str, unit: Unit) -> Method:
    if value == "raid":
        inner = {sense.domain for sense in unit.inner}
        return Method.AIRSTRIKE if _aerial(units) or "actor" in inner else Method.AIRSTRIKE
    if value == "bombardment":
        return Method.AIRSTRIKE if _aerial(units[max(0, at - 6) : at + 6]) else Method.SHELLING
    method = Method(value)
    if method is Method.OTHER:
        weapon = next((sense.detail for sense in reversed(unit.inner) if sense.domain == "weapon" and sense.detail), None)
        craft = next((_CRAFT_METHOD[word] for word in (unit.word, *(s.value for s in unit.inner)) if word in _CRAFT_METHOD), None)
        return Method(weapon) if weapon else craft or method
    return method


def verb(units: Units, at: int) -> Iterator[AttackDraft]:
    """A02: "jets bombed a market", "the town was shelled", "rebels attacked a checkpoint"."""
    unit = units[at]
    sense = next((s for s in unit.senses if s.domain == "attack-verb" and s.value not in ("fire", "light")), None)
    if unit.kind is not UnitKind.VERB or sense is None or _unreal(units, at):
        return
    subject = _subject(units, at)
    index = _object(units, at)
    if unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and index is None and sense.detail == "vt"):
        target, first = subject, subject if subject is not None else at
        if target is None:
            return
        last = at + 1
    else:
        target = index
        if target is None and sense.detail != "vi":
            return
        first = subject if subject is not None and at - subject <= _REACH else at
        last = chain_end(units, target) if target is not None else at + 1
        if unit.voice is Voice.ING and subject is None:
            return  # "accused of bombing", "by shooting": measured, a third right
    if not _forceful(units, unit, subject, target):
        return
    method = _verb_method(units, at, Method(sense.value), subject)
    count = VAGUE if unit.voice is Voice.ING else Count.exactly(1)
    tool = _instrument(units, at)
    if tool is not None and method in (Method.OTHER, Method.BOMBING, Method.AIRSTRIKE):
        told = _tool_method(units, tool)
        method = told if told is not None and method is not Method.AIRSTRIKE or told is Method.CHEMICAL_ATTACK else method
        quantity = units[tool].quantity
        count = quantity.count if quantity is not None and quantity.numeral else count
        last = max(last, tool + 1)
    yield AttackDraft(first, last, at, method or Method.OTHER, count, "A02-verb", target, weapons_in(units, first, min(last + 4, len(units))))


_REACH = 8
_CAPTURE = frozenset("capture recapture retake seize".split())


def _forceful(units: Units, unit: Unit, subject: int | None, target: int | None) -> bool:
    """Refuse readings without force: "hit by inflation", "fought for years", "captured on video"."""
    if unit.lemma in ("shoot", "gas") and target is not None and units[target].sense("object") is None and unit.voice is Voice.PASSIVE:
        return True
    if unit.lemma in _CAPTURE:
        return target is not None and not any(units[target].sense(domain) for domain in ("people", "weapon", "harm-verb")) and not units[target].pronoun
    if unit.lemma == "surround" and unit.voice is Voice.ING:
        return False
    if subject is not None and units[subject].word == "it" and unit.lemma in ("hit", "strike"):
        return False  # "it" is the attack told before
    if unit.lemma in ("down", "shoot down", "intercept"):
        return target is not None and (units[target].sense("object") is not None or units[target].sense("weapon") is not None or units[target].sense("actor") is not None)
    return True


def _subject(units: Units, at: int) -> int | None:
    index = at - 1
    while index >= 0 and (units[index].kind is UnitKind.ADVERB or units[index].word in ("which", "that", "who")):
        index -= 1
    if index < 0 or units[index].kind is not UnitKind.NOUN:
        return None
    return phrase_start(units, index)


def _object(units: Units, at: int) -> int | None:
    index = at + 1
    while index < len(units) and units[index].kind is UnitKind.ADVERB:
        index += 1
    return index if index < len(units) and units[index].kind is UnitKind.NOUN else None


def _verb_method(units: Units, at: int, method: Method, subject: int | None) -> Method:
    agents = [subject] if subject is not None else []
    agents.extend(i + 1 for i in range(at, min(at + 6, len(units) - 1)) if units[i].word in ("by", "with", "from"))
    for index in agents:
        unit = units[index]
        if unit.word in _CRAFT_METHOD and method in (Method.OTHER, Method.BOMBING, Method.SHELLING):
            return _CRAFT_METHOD[unit.word]
        attack = unit.sense("attack")
        if attack and attack.value not in ("raid", "bombardment", "other"):
            return Method(attack.value)
        weapon = unit.sense("weapon")
        if weapon and weapon.detail and method in (Method.OTHER, Method.BOMBING):
            return Method(weapon.detail)
    if method is Method.BOMBING and units[at].lemma == "bomb":
        return Method.AIRSTRIKE
    return method


def _unreal(units: Units, at: int) -> bool:
    unit = units[at]
    if unit.negated or unit.modal in _UNREAL:
        return True
    if unit.voice is Voice.INFINITIVE:
        governor = next((u for u in reversed(units[:at]) if u.kind is UnitKind.VERB), None)
        return governor is None or governor.lemma not in ("continue", "begin", "start", "manage", "use")
    return at > 0 and units[at - 1].word in ("if", "unless", "not", "without", "never")


def fired(units: Units, at: int) -> Iterator[AttackDraft]:
    """A03: "fired three missiles at …", "barrel bombs were dropped on …"."""
    unit = units[at]
    sense = next((s for s in unit.senses if s.domain == "attack-verb" and s.value in ("fire", "light")), None)
    if unit.kind is not UnitKind.VERB or sense is None or _unreal(units, at):
        return
    subject = _subject(units, at)
    passive = unit.voice is Voice.PASSIVE or (unit.voice is Voice.BARE and _object(units, at) is None)
    missile = subject if passive else _object(units, at)
    if missile is None:
        return
    weapon = units[missile].sense("weapon")
    if weapon is None:
        return
    target = _target_after(units, max(missile, at))
    named = weapons_in(units, missile, min(max(missile, at) + 5, len(units)))
    method = Method.CHEMICAL_ATTACK if _CHEMICAL & set(named) else Method(weapon.detail or "other")
    first = subject if subject is not None and at - subject <= _REACH else min(missile, at)
    last = max(chain_end(units, target) if target is not None else 0, missile + 1, at + 1)
    yield AttackDraft(first, last, at, method, _count(units[missile]), "A03-fired", target, named)


_CHEMICAL = frozenset((Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL))


def weapon_subject(units: Units, at: int) -> Iterator[AttackDraft]:
    """A04: "a car bomb exploded near …", "rockets landed on …", "shells fell"."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.lemma.split()[0] not in _WEAPON_VERBS or _unreal(units, at) or unit.voice is Voice.PASSIVE:
        return
    subject = _subject(units, at)
    weapon = units[subject].sense("weapon") if subject is not None else None
    if subject is None or weapon is None or not weapon.detail:
        return
    target = _object(units, at)
    target = target if target is not None else _target_after(units, at)
    last = chain_end(units, target) if target is not None else at + 1
    yield AttackDraft(subject, last, at, Method(weapon.detail), _count(units[subject]), "A04-weapon-subject", target, weapons_in(units, subject, subject + 1))
