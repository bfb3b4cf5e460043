"""Mentions that take no day from the story around them: states, habits, campaigns, the toll of a whole war."""

from collections.abc import Iterator, Sequence
from math import inf

from corroborate.locate.time_words import word_lists
from corroborate.model.casualty import VAGUE, Effect
from corroborate.model.document import Passage, PassageKind, Token, TokenKind
from corroborate.model.mention import Attack, Blame, Harm, Mention, Method, Stance

_BEFORE, _AFTER = 3, 1  # words around a mention in which its verb may stand
_REACH_OF_HABIT = 10  # words between "regularly" and the force that it tells of, in one clause
_REACH_OF_NOUN = 3  # words of "Israeli air strikes", behind "earlier"
_LONGEST_ONE = 6  # tokens in which "One particular heavy attack" names what it tells of
_NEXT = 2  # words of "are still fighting" behind the first
_LEAD_IN = 5  # words before it in which an auxiliary may stand: "has carried out several bombings"
_PERFECT = {"has", "have", "is", "are"}
_BY_VERB = ("A02", "A03", "A09")  # rules of extraction by which a verb tells of force
_GAINED = {"has", "have", "had"}
_WAS = frozenset({"was", "were", "had"})
# Effects that happen at a moment: a progressive beside them ("are being treated") does not make them last.
_DONE = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.MISSING, Effect.RESCUED})
# Figures that no single day of war in the reports at hand has reached: above, they are tolls of a war.
_TOLL = {Effect.KILLED: 10_000, Effect.INJURED: 20_000, Effect.CASUALTIES: 20_000, Effect.DISPLACED: 150_000}
_FLED = frozenset({"fled", "flee", "flees", "fleeing", "being"})
_ONSET = frozenset({"erupted", "broke", "ensued", "occurred"})
# Rules of extraction by which people are told to be displaced while something else is told of them.
_BY_THE_WAY = frozenset({"H01-passive", "H03-reduced", "H37-uprooted"})
_CARRYING = frozenset({"carrying", "transporting", "ferrying"})
_INCLUDING = frozenset({"including", "like"})  # one of what is done again and again has its own day
_OF_MANY, _OF_MOST = frozenset({"thousands", "millions"}), frozenset({"millions"})
_TOLL_OF_WAR = 1_000  # where the words name the war
_UNITS = frozenset({"minutes", "hours", "hour", "days", "day", "weeks", "week", "months", "month", "years", "year"})
_CAMPAIGNS = frozenset({Method.GROUND_ASSAULT, Method.SIEGE, Method.OTHER})


def undated(passage: Passage, mention: Mention) -> str | None:
    """Return why a mention can have no day but one of its own sentence, None where it may have one."""
    if passage.kind is not PassageKind.HEADLINE and _is_caption(passage):
        return "caption"
    if _is_one_of_many(passage, mention):
        return "one-of-many"
    if _is_at_large(mention):
        return "at-large"
    if is_carried(passage, mention):
        return "carried"
    return "siege" if _is_besieging(passage, mention) else None


def is_arrest(mention: Mention) -> bool:
    """Say whether it tells of people detained, whose day is not that of what they are held for."""
    return isinstance(mention.content, Harm) and mention.content.effect is Effect.DETAINED


def is_ongoing(passage: Passage, mention: Mention) -> bool:
    """Say whether the words around tell of a state or habit: "are shelling", "have been fighting", "often"."""
    words, lists = list(_words_around(passage, mention)), word_lists()
    if "this" in words and not lists["event_noun"].isdisjoint(words):
        return False  # "through this and similar attacks"
    if not lists["general"].isdisjoint(words) or _names_former(words) or is_habit(passage, mention):
        return True
    if isinstance(mention.content, Harm) and mention.content.effect in _DONE:
        return _is_in_former(passage, mention)
    in_hand = _clause_before(passage, mention)[-_LEAD_IN:] if isinstance(mention.content, Attack) else ()
    return _is_state(words) or _is_doing(in_hand, _LEAD_IN)  # "jets |are now carrying| out raids"


def _is_state(words: Sequence[str]) -> bool:
    """Say whether words tell how things are: "in custody", "are fighting", "has been shelling", "remains besieged"."""
    lists = word_lists()
    if _is_doing(words, _NEXT):
        return True
    for n, word in enumerate(words):
        after = words[n + 1 : n + 1 + _NEXT]
        if word == "in" and not lists["custody"].isdisjoint(after[:1]):
            return True
        if word in {"has", "have"} and "been" in after and any(other.endswith("ing") for other in words[n + 2 : n + 5]):
            return True
        if word in {"is", "are", "remain", "remains"} and lists["state"].intersection(after[:1]):
            return True
    return False


def _is_doing(words: Sequence[str], reach: int) -> bool:
    """Say whether words tell of the present: "are fighting", "is still shelling", within so many words."""
    return any(
        word in {"is", "are", "am"} and any(other.endswith("ing") for other in words[n + 1 : n + 1 + reach])
        for n, word in enumerate(words)
    )


def _clause_before(passage: Passage, mention: Mention) -> Sequence[str]:
    """Return the words before a mention in its clause; "including" begins one, as its own day may follow."""
    before = [token.folded for token in passage.tokens if token.end <= mention.span.start][-_REACH_OF_HABIT:]
    stops = word_lists()["clause"] | _INCLUDING
    first = next((n for n in range(len(before), 0, -1) if before[n - 1] in stops), 0)
    return before[first:]


def is_standing(passage: Passage, mention: Mention) -> bool:
    """Say whether a verb tells of force as it stands, at no moment: "the army shells the town", "has seized".

    So does what is still tried: "|trying| to retake the hill", "|has tried| to advance"; not "tried to advance".
    """
    content = mention.content
    if not isinstance(content, Attack) or not mention.rule.startswith(_BY_VERB):
        return False
    verb = mention.trigger.quote.casefold().split()
    if verb[0] == "to":
        before = [token.folded for token in passage.tokens if token.end <= mention.trigger.start][-_NEXT:]
        still = word_lists()["trying"] if _PERFECT.isdisjoint(before) else word_lists()["tried"]
        return _WAS.isdisjoint(before) and not still.isdisjoint(before[-1:])
    gained = verb[0] in _GAINED and content.method is Method.GROUND_ASSAULT
    return gained or verb[0] in word_lists()["present"]


def is_flight(mention: Mention) -> bool:
    """Say whether it tells of people who live elsewhere now, uncounted: "many refugees", "who have been displaced".

    "Civilians fled" and "infants being evacuated" tell of a day.
    """
    content = mention.content
    if not isinstance(content, Harm) or content.effect is not Effect.DISPLACED:
        return False
    return content.count == VAGUE and _FLED.isdisjoint(mention.span.quote.casefold().split())


def is_carried(passage: Passage, mention: Mention) -> bool:
    """Say whether it tells of people displaced before what befell their bus: "buses carrying |evacuees|"."""
    content = mention.content
    if not isinstance(content, Harm) or content.effect is not Effect.DISPLACED or mention.rule not in _BY_THE_WAY:
        return False
    before = [token.folded for token in passage.tokens if token.start < mention.span.start]
    return not _CARRYING.isdisjoint(before[-_NEXT:])


def _is_besieging(passage: Passage, mention: Mention) -> bool:
    """Say whether it tells of a siege, or of people held in one: a state; not of people under rubble, nor of the past.

    "A town besieged by rebels", "40,000 people are trapped in the town"; not "two boys were trapped in the rubble".
    """
    content = mention.content
    if isinstance(content, Attack):
        return content.method is Method.SIEGE
    held = isinstance(content, Harm) and content.effect is Effect.TRAPPED
    past = not _WAS.isdisjoint(mention.span.quote.casefold().split())
    return held and not past and word_lists()["buried"].isdisjoint(passage.said)


def _is_in_former(passage: Passage, mention: Mention) -> bool:
    """Say whether harm was done in what came before: "two men killed |in earlier shelling|"."""
    behind = [token.folded for token in passage.tokens if token.start >= mention.span.end][:_LONGEST_ONE]
    return behind[:1] in (["in"], ["by"], ["during"]) and _names_former(behind)


def _names_former(words: Sequence[str]) -> bool:
    """Say whether words name what came before: "|earlier| Israeli air |strikes|"."""
    lists = word_lists()
    return any(
        word in lists["former"]
        and not (n and words[n - 1] in _UNITS)  # "hours |earlier|, killing all five"
        and not lists["event_noun"].isdisjoint(words[n + 1 : n + 1 + _REACH_OF_NOUN])
        for n, word in enumerate(words)
    )


def is_habit(passage: Passage, mention: Mention) -> bool:
    """Say whether the words around tell what is done again and again: "regularly", "often"."""
    lists = word_lists()
    if lists["habit"].isdisjoint(passage.said):
        return False
    if not lists["habit"].isdisjoint(_words_around(passage, mention)):
        return True
    return not lists["habit"].isdisjoint(_clause_before(passage, mention))


def is_campaign(passage: Passage, mention: Mention) -> bool:
    """Say whether it is uncounted force without a moment: "clashes in the north", "have struck targets in Iraq"."""
    content = mention.content
    if not isinstance(content, Attack) or content.count != VAGUE:
        return False
    inside = [token for token in passage.tokens if mention.span.start <= token.start < mention.span.end]
    definite = bool(inside) and inside[0].folded in {"the", "this", "these"}
    if content.method in _CAMPAIGNS and not definite and not _is_past(inside) and not _breaks_out(passage, mention):
        return True
    first = next((n for n, token in enumerate(passage.tokens) if token.start >= mention.span.start), 0)
    return any(token.text in _PERFECT for token in inside) or _is_carried_out(
        passage.tokens[max(0, first - _LEAD_IN) : first]
    )


def _breaks_out(passage: Passage, mention: Mention) -> bool:
    """Say whether words behind force tell of its moment: "clashes then |erupted|", "a battle |broke| out"."""
    behind = [token.folded for token in passage.tokens if token.start >= mention.span.start][:_LONGEST_ONE]
    return not _ONSET.isdisjoint(behind)


def _is_carried_out(lead: Sequence[Token]) -> bool:
    """Say whether words before uncounted force make it what has been done since: "has carried out several"."""
    for token in reversed(lead):
        if token.text in _PERFECT:
            return True
        if token.folded not in word_lists()["carried_out"]:
            return False
    return False


def _is_past(inside: Sequence[Token]) -> bool:
    """Say whether words tell what was done: "a car was hit"."""
    return any(token.folded in {"was", "were"} for token in inside)


def is_war_toll(passage: Passage, mention: Mention) -> bool:
    """Say whether a figure is the toll of a war rather than of a day: by its size, or named as such."""
    content = mention.content
    if not isinstance(content, Harm):
        return False
    if content.count.low is None:
        many = _OF_MANY if content.effect in _DONE else _OF_MOST
        return not many.isdisjoint(mention.span.quote.casefold().split())
    if content.count.low >= _TOLL.get(content.effect, inf):
        return True
    named = not word_lists()["war"].isdisjoint(_words_around(passage, mention))
    return content.count.low >= _TOLL_OF_WAR and named


def _is_one_of_many(passage: Passage, mention: Mention) -> bool:
    """Say whether it is told of one attack among many, on no day: "One particular heavy raid injured 80"."""
    opening = [token.folded for token in passage.tokens[:_LONGEST_ONE] if token.kind is TokenKind.WORD]
    if opening[:1] != ["one"] or mention.span.start < passage.start:
        return False
    lists = word_lists()
    noun = next((word for word in opening[1:] if word in lists["event_noun"] | lists["at"] | lists["auxiliary"]), "")
    return noun in lists["event_noun"] and opening[1:2] != ["of"]


def _is_caption(passage: Passage) -> bool:
    """Say whether the passage describes a picture: "Rescuers carry a child from the rubble"."""
    words = [token for token in passage.tokens[:_LONGEST_ONE] if token.kind is TokenKind.WORD]
    if not words or not words[0].text[0].isupper():
        return False
    for subject, verb, after in zip(words, words[1:], [*words[2:], None], strict=False):
        if verb.folded in word_lists()["pictured"] and (after is None or after.folded != "out"):
            return subject.folded.endswith("s") or subject.folded in {"people", "men", "women", "children"}
    return False


def _is_at_large(mention: Mention) -> bool:
    """Say whether somebody is blamed for crimes at large: "the crimes of the regime", not "this crime"."""
    if not isinstance(mention.content, Blame):
        return False
    return not word_lists()["at_large"].isdisjoint(mention.span.quote.casefold().split())


def is_standing_charge(passage: Passage, mention: Mention) -> bool:
    """Say whether somebody is accused of acts of a kind, or denies them, up to now: "has accused rebels of using gas".

    Not of one that is known: "has denied using gas in the attack", "denied using gas".
    """
    content = mention.content
    if isinstance(content, Blame):
        if content.stance not in _CHARGES:
            return False
    elif not isinstance(content, Attack) or mention.span.quote.partition(" ")[0] not in _USING:
        return False
    low = mention.span.start
    words = [token.folded for token in passage.tokens if token.start < mention.span.end]
    begun = len([token for token in passage.tokens if token.end <= low])
    clause = words[max(0, begun - _REACH_OF_HABIT) :]
    so_far = next((n for n, word in enumerate(clause) if word in _SO_FAR), None)
    return so_far is not None and any(_is_kind_of_act(clause[n:]) for n in range(so_far + 1, len(clause)))


def _is_kind_of_act(words: Sequence[str]) -> bool:
    """Say whether words open with acts of a kind: "using gas", "for attacks"; not "using the gas", "for 12 attacks"."""
    lists, following = word_lists(), words[1 + (words[:2] == ["use", "of"]) :][: 1 + _REACH_OF_NOUN]
    known = lists["definite"] | lists["article"] | {"an", "one", "at", "its", "involvement"}
    if words[0] not in _USING | {"for"} or not following or following[0] in known or following[0][:1].isdigit():
        return False
    plural = any(word in lists["event_noun"] and word.endswith("s") for word in following)
    return words[0] in _USING or plural


_CHARGES = frozenset({Stance.ACCUSED, Stance.DENIED})
_USING, _SO_FAR = frozenset({"using", "use"}), frozenset({"has", "have", "deny", "denies"})


_PARTING = frozenset({",", ";"})


def _words_around(passage: Passage, mention: Mention) -> Iterator[str]:
    """Yield the words of a mention and those beside it, as far as no comma parts them from it."""
    tokens = passage.tokens
    first = next((n for n, token in enumerate(tokens) if token.end > mention.span.start), 0)
    last = next((n for n, token in enumerate(tokens) if token.start >= mention.span.end), len(tokens))
    before = tokens[max(0, first - _BEFORE) : first]
    relative = word_lists()["relative"]
    begun = next((n for n in range(len(before), 0, -1) if before[n - 1].text in _PARTING), 0)
    begun = 0 if any(token.folded in relative for token in before[begun:]) else begun  # "the war, |which| killed 9"
    return (token.folded for token in (*before[begun:], *tokens[first : last + _AFTER]) if not token.text.isupper())
