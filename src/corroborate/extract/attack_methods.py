"""How force was used, as the words around a noun or verb of force tell: its instrument, its subject, its adjectives."""

from corroborate.extract.force import AttackDraft, Units, craft_methods, governor, is_aerial, words_of
from corroborate.extract.forceful import flies
from corroborate.extract.groups import chain_end
from corroborate.extract.lexicon import rule_words
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.mention import Method, Weapon

_CHEMICAL = frozenset((Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL))
_REACH = 24  # units after a noun or verb of force in which its instrument may stand
_NEAR = 6  # units around "bombardment" in which craft decide
_STRIKES = rule_words("strikes")
_LINING_UP = rule_words("lining_up")
_OPENING_FIRE = frozenset(("open fire", "return fire", "open up on"))
_PLAIN_FORCE = rule_words("plain_force")


def instrument(units: Units, at: int, ties: frozenset[str] = frozenset()) -> int | None:
    """Return the weapon or craft that "with", "using", "by" tie to force within its clause ("hit |with mortars|").

    `ties` are the words that may tie it, where not all may.
    """
    for index in range(at + 1, min(at + _REACH, len(units) - 1)):
        here = units[index]
        if here.kind in _CLOSES or (here.kind is UnitKind.VERB and not _goes_on(here)):
            return None
        if here.word in (ties or _TIES):
            tool = index + 2 if units[index + 1].kind is UnitKind.SIGN and index + 2 < len(units) else index + 1
            if _is_tool(units[tool]):
                return tool
            if tool + 2 < len(units) and units[tool + 1].word == "of" and _is_tool(units[tool + 2]):
                return tool + 2  # "with waves |of missiles|"
    return None


_CLOSES = (UnitKind.SUBORDINATOR, UnitKind.INCLUDING)


def _is_tool(unit: Unit) -> bool:
    return unit.sense("weapon") is not None or unit.word in craft_methods()


def _goes_on(verb: Unit) -> bool:
    """Say whether a verb only adds to force told before ("raids |targeting| Homs with rockets"), and tells none."""
    settled = any(s.domain == "attack-verb" and s.value not in ("other", "light", "fire") for s in verb.senses)
    done = verb.voice is Voice.BARE and not verb.auxiliary and any(s.value == "light" for s in verb.senses)
    return done or (verb.voice is Voice.ING and not settled)  # "an attack, |carried out| with mortars"


_TIES = frozenset(("with", "using", "by", "of", "via", "from", "through", '"', "“", "``"))
MEANS = frozenset(("with", "using", "via", "through"))


def tools(units: Units, tool: int) -> int:
    """Return the index behind an instrument and those that are joined to it ("rockets |and heavy artillery|").

    What a weapon is filled with belongs to it.
    """
    last = filling(units, tool) + 1
    while last + 1 < len(units) and units[last].word in ("and", ",") and units[last + 1].sense("weapon"):
        last += 2
    return last


def filling(units: Units, load: int) -> int:
    """Return what a load is filled with ("a bomb loaded |with chlorine|"), the load itself where nothing is said."""
    match units[load + 1 : load + 4]:
        case [verb, tie, filled] if verb.kind is UnitKind.VERB and tie.word == "with" and filled.sense("weapon"):
            return load + 3
    return load


def tool_method(units: Units, tool: int) -> Method | None:
    """Return the method that an instrument makes of force."""
    if any(
        s.detail == Method.CHEMICAL_ATTACK for u in units[tool : tool + 4] for s in u.senses if s.domain == "weapon"
    ):
        return Method.CHEMICAL_ATTACK
    joined = (unit.sense("weapon") for unit in units[tool : tools(units, tool)])
    methods = [Method(weapon.detail) for weapon in joined if weapon is not None and weapon.detail]
    if methods:
        return Method.SHELLING if Method.SHELLING in methods else methods[0]  # "with missiles and artillery"
    return craft_methods().get(units[tool].word)


def noun_method(units: Units, at: int, value: str) -> Method:
    """Return the method of a noun of force; OTHER where its words leave it open."""
    unit = units[at]
    if value == "raid":
        return Method.GROUND_ASSAULT if _is_on_foot(units, at) else Method.AIRSTRIKE
    if value == "bombardment":
        return Method.AIRSTRIKE if is_aerial(_others(units, at, _NEAR)) else Method.SHELLING
    method = Method.OTHER if unit.word == "operations" else Method(value)  # "223 operations, including air strikes"
    if method is Method.OTHER:
        return _of_adjective(unit) or _of_launcher(units, at) or method
    if method is Method.MISSILE_STRIKE and _of_launcher(units, at) is Method.AIRSTRIKE:
        return Method.AIRSTRIKE  # "warplanes carried out 16 missile strikes"
    exploded = what_exploded(units, at)
    weapon = units[exploded].sense("weapon") if exploded is not None else None
    if weapon is not None:
        return Method(weapon.detail)
    return (_of_adjective(unit) if unit.lemma in rule_words("blasts") else None) or method


def what_exploded(units: Units, at: int) -> int | None:
    """Return the means that exploded: "explosions from |rockets|", "the explosion of |two shells|"."""
    blast = units[at].lemma in rule_words("blasts") and at + 2 < len(units)
    if not blast or units[at + 1].word not in ("from", "of"):
        return None
    weapon = units[at + 2].sense("weapon")
    return at + 2 if weapon is not None and weapon.detail else None


def _is_on_foot(units: Units, at: int) -> bool:
    """Say whether a raid is one of police or troops on foot: houses are searched, people arrested."""
    arrest = any(other.word in words_of("arrest") for other in units)
    return units[at].lemma == "raid" and arrest and not is_aerial(_others(units, at))


def _of_launcher(units: Units, at: int) -> Method | None:
    """Return the method of the craft that launched an attack ("the |air force| launched attacks"), None for none."""
    lead = governor(units, at)
    launched = lead is not None and units[lead].kind is UnitKind.VERB and units[lead].sense("attack-verb") is not None
    subject = subject_of(units, lead) if launched and lead is not None else None
    return None if subject is None else craft_methods().get(units[subject].word)


def _others(units: Units, at: int, near: int | None = None) -> list[Unit]:
    first, last = (0, len(units)) if near is None else (max(0, at - near), at + near)
    return [*units[first:at], *units[at + 1 : last]]


def _of_adjective(unit: Unit) -> Method | None:
    weapon = next((sense.detail for sense in reversed(unit.inner) if sense.domain == "weapon" and sense.detail), None)
    force = next((sense.value for sense in reversed(unit.inner) if sense.domain == "attack"), None)
    if weapon:
        return Method(weapon)
    if force in ("airstrike", "shelling", "bombing", "shooting"):
        return Method(force)
    words = craft_methods()
    return next((words[s.value] for s in unit.inner if s.value in words), None)


def downs(units: Units, at: int, target: int | None) -> bool:
    """Say whether a weapon that is tied to a verb hits a craft in flight ("the plane was hit |by a missile|")."""
    if units[at].lemma == "shoot" and target is not None:
        behind = chain_end(units, target)
        return behind < len(units) and units[behind].word == "down"  # "shot most of them |down|"
    if target is None or not flies(units[target]) or units[at].lemma not in _STRIKES:
        return False
    tool = instrument(units, at)
    weapon = units[tool].sense("weapon") if tool is not None else None
    return weapon is not None and weapon.detail in (Method.MISSILE_STRIKE, Method.SHOOTDOWN)


def verb_method(units: Units, at: int, method: Method, subject: int | None) -> Method:
    """Return the method of a verb of force, made more exact by its subject and by what "by", "with", "from" add."""
    if units[at].lemma == "shoot" and any(unit.lemma in _LINING_UP for unit in units[max(0, at - _NEAR) : at]):
        return Method.EXECUTION
    if units[at].lemma in _OPENING_FIRE and subject is not None:
        weapon = units[subject].sense("weapon")
        return craft_methods().get(units[subject].word) or Method(weapon.detail if weapon and weapon.detail else method)
    agents = [subject] if subject is not None else []
    agents.extend(
        i + 1 for i in range(at, min(at + _NEAR, len(units) - 1)) if units[i].word in ("by", "with", "from", "in")
    )
    for index in agents:
        told = _agent_method(units, index, method, plain=units[index - 1].word == "in" and index > at)
        if told is not None:
            return told
    if method is Method.BOMBING and units[at].lemma == "bomb":
        return Method.AIRSTRIKE
    shooter = units[subject].sense("people") if subject is not None else None
    if units[at].lemma.startswith("fire ") and shooter is not None and shooter.detail != "nation":
        return Method.SHOOTING  # "police fired on the crowd"
    return method


def _agent_method(units: Units, index: int, method: Method, *, plain: bool) -> Method | None:
    unit = units[index]
    if not plain and unit.word in craft_methods() and method in (Method.OTHER, Method.BOMBING, Method.SHELLING):
        return craft_methods()[unit.word]
    if not plain and method is Method.SHOOTING and flies(unit):
        return craft_methods().get(unit.word, Method.AIRSTRIKE)  # "machine-gunned by helicopters"
    attack = unit.sense("attack")
    if attack and attack.value not in ("raid", "bombardment", "other") and method in (Method.OTHER, Method.BOMBING):
        return Method(attack.value)
    weapon = unit.sense("weapon")
    if not plain and weapon and weapon.detail and method in (Method.OTHER, Method.BOMBING):
        return Method(weapon.detail)
    return None


def weapon_method(detail: str, named: tuple[Weapon, ...], craft: str = "") -> Method:
    """Return the method of a weapon that is fired, dropped or set off; toxic loads and craft go before the weapon."""
    if _CHEMICAL & set(named):
        return Method.CHEMICAL_ATTACK
    if craft_methods().get(craft) in (Method.AIRSTRIKE, Method.DRONE_ATTACK):
        return craft_methods()[craft]  # "jets fired missiles", "a drone dropped a grenade"
    return Method(detail or "other")


def is_by_bomber(units: Units, draft: AttackDraft) -> bool:
    """Say whether an air strike is one in name only, its bombers people: "|a bomber| on a motorcycle killed five".

    Bombers of a state are craft, and so are those in whose passage other words tell of the air.
    """
    if draft.method is not Method.AIRSTRIKE or draft.rule[:3] not in ("A02", "A04", "A07"):
        return False
    at = next((at for at in range(draft.first, draft.trigger) if units[at].word in ("bomber", "bombers")), None)
    flown = at is not None and (bool(units[at].inner) or units[at + 1].word == "from")  # "bombers |from Russia|"
    return at is not None and not flown and not is_aerial(_others(units, at))


def open_word(units: Units, at: int, method: Method) -> str:
    """Return the word at an index that leaves its method open ("attack", "bombing", "raid"); "" for another."""
    lemma = units[at].lemma
    if method is Method.OTHER:
        return "" if lemma in words_of("untold") else lemma
    if units[at].kind is UnitKind.NOUN and (_of_adjective(units[at]) or _is_on_foot(units, at)):
        return ""  # "air force raids", "a raid on his house"
    if units[at].kind is UnitKind.VERB and _is_by_craft(units, at):
        return ""  # "warplanes bombed"
    if lemma != "raid" and instrument(units, at) is not None:
        return ""
    plain = method in (Method.BOMBING, Method.AIRSTRIKE, Method.SHELLING, Method.GROUND_ASSAULT)
    return lemma if plain and lemma in _PLAIN_FORCE else ""


def _is_by_craft(units: Units, at: int) -> bool:
    """Say whether the subject of a verb is a craft, a gun or a gunman, which settles how force was used."""
    subject = subject_of(units, at)
    return subject is not None and units[subject].word in craft_methods()


IMPLIED = {
    Method.SHOOTING: Weapon.SMALL_ARMS,
    Method.DRONE_ATTACK: Weapon.DRONE,
    Method.CHEMICAL_ATTACK: Weapon.CHEMICAL,
    Method.MISSILE_STRIKE: Weapon.MISSILE,
}


_BARE_BOMB = {Method.BOMBING: Weapon.MINE_IED, Method.AIRSTRIKE: Weapon.AIR_DROPPED_BOMB}


def implied_weapons(units: Units, draft: AttackDraft) -> tuple[Weapon, ...]:
    """Return the weapon that a method implies, and that of a bare bomb: one that is planted, left or dropped."""
    if draft.method in IMPLIED:
        return (IMPLIED[draft.method],)
    inside = (sense for unit in units[draft.first : draft.last] for sense in unit.senses)
    planted = any((sense.value if sense.domain == "weapon" else sense.detail) == "bomb" for sense in inside)
    return (_BARE_BOMB[draft.method],) if planted and draft.method in _BARE_BOMB else ()
