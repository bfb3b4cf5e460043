"""Subjects: who speaks in a verb, over titles, inserts, relative clauses and names put side by side."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.attribute.clauses import (
    DAYS,
    QUOTES,
    RELATIVES,
    finite,
    opens_clause,
    past_conjunction,
    with_article,
    word_at,
)
from corroborate.attribute.cue import Cue, Side
from corroborate.attribute.directory import directory
from corroborate.attribute.lexicon import Form, lexicon, word_class
from corroborate.attribute.naming import Phrase, describe
from corroborate.attribute.offices import OFFICES, is_body_called, is_called
from corroborate.attribute.phrases import phrases_after, phrases_before
from corroborate.attribute.words import ARTICLES, DATES, capital, head_of, modifies, role
from corroborate.model.document import Token

_RELATIVE = frozenset({"said", "says", "told", "reported", "claimed", "added"})
_LONGEST_SUBJECT = 24
_LONGEST_TITLE = 14
_NEAR = 6
_SAID_OF = word_class("said_of_sources")
_TIES = word_class("ties_to_a_source")
_BEFORE_SUBJECTS = frozenset({"", ",", ";", ".", "and", "but", "that", "while"})
_WHEN = DATES | DAYS | {"yesterday", "today"}
_GOVERNING = frozenset({"near", "by", "of", "from", "against", "into", "between", "with", "through", "under"})
_NOT_DOING = frozenset({"evening", "morning", "during", "spring", "king", "including", "building"})
_OBJECTS = frozenset({"it", "him", "her", "them", "us"})  # behind "that" and a verb: "the group that backs |it| said"
_WHERE = frozenset({"at", "in", "for", "with", "on"})
_TIED = 3  # words before a place: a source, what ties it there, a preposition
_WATCHING = word_class("watching")
_CARRYING = frozenset({"in", "through", "via"})  # "X |in| a statement published there said"
_MADE = 6  # words from a film or statement to "by"
_SIGNED = 6  # words from the comma behind a text to the "by" before who signed it
_RENAMING = frozenset({"a", "an", "the", "one"})
_SHORTEST_SUBJECT = 2  # words of a name and of what it is


def subject(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return who stands as the subject of a verb at tokens[end], over inserts and relative clauses."""
    if end == 0:
        return ()
    before = tokens[end - 1]
    if before.folded in ("'s", "and", "but", "or"):
        return ()
    if before.text in (",", "—", "–", "-"):
        return _before_insert(tokens, end - 1, text)
    if before.folded in RELATIVES and before.text != "WHO":
        if not any(token.folded in _RELATIVE for token in tokens[end : end + 3]):
            return ()
        at = end - 2 if word_at(tokens, end - 2) == "," else end - 1
        return phrases_before(tokens, at, text)
    if before.text in QUOTES:
        opening = next((i for i in range(end - 2, max(0, end - 7), -1) if tokens[i].text in QUOTES), 0)
        named = phrases_before(tokens, end - 1, text) if opening else ()
        return (_antecedent(tokens, named[0], text) if named else ()) or _nicknamed(tokens, opening, end - 1, text)
    return _renamed(tokens, end, text) or _nearest(tokens, end, text)


def _nearest(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return who stands right before tokens[end], or further left where that is governed by what stands between."""
    found = phrases_before(tokens, end, text)
    if found and (not _governed(tokens, found[0]) or is_issued(tokens, found[0])):
        far = _far_subject(tokens, end, text)
        if _placed(tokens, found[0], far):
            return far
        outer = _antecedent(tokens, found[0], text)
        if outer:
            return (replace(outer[-1], organisation=outer[-1].organisation or entry_name(found[0])),)
        return _first_name(tokens, _titled(tokens, found, text), text)
    far = _far_subject(tokens, end, text)
    if not far:
        return _opening(tokens, end, text)
    return _antecedent(tokens, far[0], text) or _before_title(tokens, far, text)


def _nicknamed(tokens: Sequence[Token], opening: int, closing: int, text: str) -> tuple[Phrase, ...]:
    """Return the person behind whose name a second one stands in quotation marks ("Ali Noor |"the Lame"| said")."""
    inner = tokens[opening + 1 : closing]
    person = phrases_before(tokens, opening, text) if opening and any(capital(token) for token in inner) else ()
    return person if len(person) == 1 and person[0].group == "person" and not any(map(finite, inner)) else ()


def _governed(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a preposition governs a phrase, so that it is nobody's subject ("near the embassy said …")."""
    if phrase.group == "pronoun":
        return phrase.first > 1 and phrase.head in _OBJECTS and tokens[phrase.first - 2].folded in RELATIVES
    if phrase.group == "person" or phrase.first == 0:
        return phrase.first > 1 and _is_done_to(tokens, phrase.first)
    at = with_article(tokens, phrase.start)
    before = word_at(tokens, at - 1)
    if at > _TIED and before in _WHERE and tokens[at - 2].folded in _TIES and head_of(tokens[at - _TIED]):
        return True  # "a doctor working at |a clinic| said"
    if phrase.group in ("place", "name") and phrase.entry is None and _is_doing(before):
        return True  # "refugees reaching |Chad| said"
    acting = lexicon().verbs.get(before)
    return at > 1 and (before in _GOVERNING or (acting is not None and acting.form is Form.GERUND))


def _is_done_to(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a name only tells with whom a source is busy ("the doctors treating |Ali Noor| said")."""
    head = head_of(tokens[at - 2])
    return head is not None and head.plural and _is_doing(tokens[at - 1].folded)


def _is_doing(word: str) -> bool:
    """Say whether a word is the doing of what stands before it ("reaching"), by its ending; no "evening"."""
    return word.endswith("ing") and word not in _NOT_DOING


def _placed(tokens: Sequence[Token], phrase: Phrase, opening: tuple[Phrase, ...]) -> bool:
    """Say whether a name only tells where somebody is with whom the clause opens ("residents of a town in |X|")."""
    at = phrase.first
    while at > 0 and capital(tokens[at]) and capital(tokens[at - 1]):
        at -= 1
    place = directory().at(tokens, at)
    if place and place.end <= phrase.first:
        return False  # "the envoy for |Syria| Ali Noor said"
    placed = at > 1 and capital(tokens[at]) and tokens[at - 1].folded in _WHERE
    return placed and bool(opening) and opens_clause(tokens, opening[0].first)


def is_issued(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether something of somebody speaks ("a statement by |the army| said", "a film made by |locals| showed")."""
    at = with_article(tokens, phrase.first) - 1
    heads = map(head_of, tokens[max(0, at - _MADE) : at]) if word_at(tokens, at) in ("by", "from") else ()
    return any(head is not None and head.group in ("document", "evidence") for head in heads)


def shared_subject(tokens: Sequence[Token], at: int, text: str, found: Sequence[Cue]) -> tuple[Phrase, ...]:
    """Return the subject that a verb behind "and" shares with the verb before it ("activists mourned him and said")."""
    if word_at(tokens, at - 1) not in ("and", "but"):
        return ()
    if found:
        return found[-1].speakers if found[-1].side is Side.RIGHT else ()
    opening = phrases_after(tokens, 0, text)
    return opening if opening and opening[0].group not in ("name", "evidence", "place") and opening[0].end < at else ()


def _antecedent(tokens: Sequence[Token], phrase: Phrase, text: str) -> tuple[Phrase, ...]:
    """Return whom a relative clause or a second name before the verb is about ("X who heads the Observatory said")."""
    if phrase.group == "pronoun":
        return ()
    start = phrase.start
    for at in range(start - 1, max(0, start - 10), -1):
        word = tokens[at].folded
        if word in ("who", "which") or (word == "known" and word_at(tokens, at + 1) == "as"):
            if _opening_noun(tokens, at + 1) >= start:
                return ()
            end = at - (word_at(tokens, at - 1) in ("also", "better", "commonly", "widely", ","))
            outer = phrases_before(tokens, end - (word_at(tokens, end - 1) == ","), text)
            known = (
                outer
                and outer[0].group not in ("name", "pronoun", "place")
                and (outer[0].named or word == "who" or outer[0].plural)
            )
            if phrase.group == "person" and outer and not outer[0].named:
                return ()
            return (
                outer if known and (word != "who" or opens_clause(tokens, outer[0].start) or start - at < _NEAR) else ()
            )
        if word in lexicon().verbs or word in (",", ";", "said"):
            break
    return ()


def _opening_noun(tokens: Sequence[Token], at: int) -> int:
    """Return where the noun begins whose determiners and modifiers may begin at tokens[at]."""
    while at < len(tokens) and (tokens[at].folded in ARTICLES or tokens[at].folded in lexicon().modifiers):
        at += 1
    return at


def entry_name(phrase: Phrase) -> str | None:
    """Return the body that a phrase names or belongs to, by its name in the directory."""
    return phrase.entry.name if phrase.entry else phrase.organisation


def _renamed(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Take the name that opens the sentence before what it is, told without commas ("Ali Noor |a resident of X| said").

    So with what is told of it behind "that" or "which" ("the website Akhbar |that is close to the rebels| said").
    """
    first = past_conjunction(tokens)
    opening = phrases_after(tokens, first, text) if _LONGEST_SUBJECT > end - first > _SHORTEST_SUBJECT else ()
    at = opening[-1].end if opening else end
    if at >= end or opening[0].group in ("place", "pronoun", "evidence"):
        return ()
    tells = tokens[at].folded in RELATIVES
    if not (opening[0].named and _is_renamed(tokens, at, opening[0])) and not (tells and _is_one_body(opening[0])):
        return ()
    told = (i for i in range(at + 1, end) if _is_predicate(tokens, i))
    relating = (i for i in range(at, end) if tokens[i].folded in RELATIVES)
    if next(told, end) < next(relating, end):
        return ()
    inner = None if tells else describe(tokens, at, end, text)
    body = opening[0].organisation or (entry_name(inner) if inner and opening[0].group == "person" else None)
    return (replace(opening[0], organisation=body, title=opening[0].title or title_of(inner)),)


def _is_one_body(phrase: Phrase) -> bool:
    """Say whether words name a body, or point to one ("|the group| that tracks the war")."""
    return phrase.named or (phrase.definite and phrase.group in ("body", "monitor", "media", "rescuer"))


def _is_renamed(tokens: Sequence[Token], at: int, phrase: Phrase) -> bool:
    """Say whether what a name is begins at tokens[at]: "|a monitor| …", "|one of the doctors| …", "|of the X| …"."""
    if tokens[at].folded in ("of", "from"):
        return phrase.group == "person" and phrase.organisation is not None
    if phrase.group == "name" and tokens[phrase.start].folded.endswith(("ing", "ly")):
        return False  # "Quoting |a doctor|, the agency said"
    return tokens[at].folded in _RENAMING and any(
        role(token) or head_of(token) is not None for token in tokens[at + 1 : at + _NEAR]
    )


def _is_predicate(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a finite verb stands at tokens[at], and no noun of its spelling ("a |rescue| service")."""
    verb = lexicon().verbs.get(tokens[at].folded)
    says = verb is not None and verb.form in (Form.PAST, Form.THIRD) and head_of(tokens[at]) is None
    return says or (finite(tokens[at]) and not modifies(tokens[at]) and tokens[at - 1].folded not in _RENAMING)


def title_of(phrase: Phrase | None) -> str:
    """Return the words of a description by which a person beside it is called ("head of the hospital")."""
    return phrase.name if phrase and not phrase.named and not phrase.plural else ""


def _first_name(tokens: Sequence[Token], found: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Take the name before an apposition without commas ("the Observatory a Britain-based group said")."""
    phrase = found[0]
    at = phrase.start
    while (at > 0 and tokens[at - 1].folded in ARTICLES) or (at > 1 and tokens[at - 1].folded in lexicon().modifiers):
        at -= 1
    if (
        phrase.named
        or phrase.group == "pronoun"
        or at == phrase.start
        or (not capital(tokens[at - 1]) and word_at(tokens, at - 1) != ")")
    ):
        return found
    named = phrases_before(tokens, at, text)
    if len(named) != 1 or not named[0].named:
        return found
    titled = phrase.group == "role" and named[0].group == "person"
    if word_at(tokens, at) not in ("a", "an") and named[0].start > 1 and not titled:
        return found
    if titled:
        return (replace(named[0], title=named[0].title or phrase.name),)
    if named[0].entry is None and (named[0].group != "person" or not opens_clause(tokens, named[0].start)):
        return found
    if named[0].entry and named[0].entry.group == "place":
        return found
    return named


def _titled(tokens: Sequence[Token], found: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Take the name that opens the sentence where only its long title stands before the verb."""
    phrase = found[0]
    if (
        (phrase.group != "role" and word_at(tokens, phrase.start - 1) not in ("a", "an"))
        or phrase.named
        or not 1 < phrase.start < _LONGEST_TITLE
        or any(finite(token) for token in tokens[: phrase.start])
    ):
        return found
    opening = phrases_after(tokens, 0, text)
    return opening if opening and opening[0].group == "person" and opening[0].end < phrase.start else found


def _before_insert(tokens: Sequence[Token], comma: int, text: str) -> tuple[Phrase, ...]:
    """Return the phrase before an insert that ends at a comma ("X, UNICEF's representative in Syria, said")."""
    for at in range(comma - 1, max(0, comma - 22), -1):
        if tokens[at].text in (",", "—", "–", "-"):
            found = phrases_before(tokens, at, text)
            if found and not _is_within_clause(tokens, found[-1]):
                found = _signed_by(tokens, found, at + 1, text) or _before_title(tokens, found, text)
                doing = lexicon().verbs.get(tokens[at + 1].folded)  # "the radio, |quoting| a doctor, said"
                inner = None if doing and doing.form is Form.GERUND else describe(tokens, at + 1, comma, text)
                if inner is not None and is_body_called(found[-1], inner):
                    return (*found[:-1], inner)
                if inner is not None and is_called(found[-1], inner):
                    organisation = inner.organisation or found[-1].organisation
                    title = inner.title or found[-1].name
                    return (*found[:-1], replace(inner, organisation=organisation, title=title))
                organisation = found[-1].organisation or (
                    entry_name(inner) if inner and found[-1].group == "person" else None
                )
                if found[-1].named or found[-1].group in ("source", "witness", "activist", "role", "body"):
                    title = found[-1].title or title_of(inner)
                    return (*found[:-1], replace(found[-1], organisation=organisation, title=title))
    found = phrases_before(tokens, comma, text)
    inserted = bool(found) and found[0].group == "person" and word_at(tokens, found[0].first - 1) == ","
    if found and found[0].named and (inserted or opens_clause(tokens, found[0].start - 1)):
        return found  # inserted: "the head of the region|, Ali Noor,| said"
    stray = subject(tokens, comma, text)  # "Some residents of the area|,| told us"
    return stray if stray and stray[0].first == 0 else ()


def _is_within_clause(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Say whether a name is the object of a verb inside an insert ("from 1991, when rebels took |Berbera|, until")."""
    at = with_article(tokens, phrase.first) - 1
    return phrase.group in ("place", "name") and at > 0 and finite(tokens[at])


def _signed_by(tokens: Sequence[Token], found: tuple[Phrase, ...], at: int, text: str) -> tuple[Phrase, ...]:
    """Return who signs or issues the text that speaks ("the document, |signed by X|, says")."""
    by = next((i for i in range(at, min(at + _SIGNED, len(tokens))) if tokens[i].folded == "by"), 0)
    is_told = found[-1].group == "document" and by > at and not any(tokens[i].text == "," for i in range(at, by))
    return phrases_after(tokens, by + 1, text) if is_told else ()


def _before_title(tokens: Sequence[Token], found: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Take the person of whom a title tells that is put in before another insert ("|X|, head of Y, a port, said")."""
    title = found[-1]
    comma = with_article(tokens, title.first) - 1
    if title.named or title.group not in OFFICES or word_at(tokens, comma) != ",":
        return found
    person = phrases_before(tokens, comma, text)
    if len(person) != 1 or person[0].group != "person":
        return found
    return (replace(person[0], organisation=person[0].organisation or title.organisation, title=title.name),)


def _far_subject(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Look further left for a noun of sources with what is said of it ("a group monitoring the conflict said")."""
    for at in range(end - 1, max(-1, end - 15), -1):
        tie = word_at(tokens, at + 1)
        if at + 1 >= end or not (tie in _TIES or tie.endswith("ing")):
            continue
        head = head_of(tokens[at])
        if head or role(tokens[at]) or (tokens[at + 1].folded == "who" and capital(tokens[at])):
            found = phrases_before(tokens, at + 1, text)
            if (
                found
                and found[0].group != "pronoun"
                and word_at(tokens, with_article(tokens, found[0].first) - 1) not in _CARRYING
                and (
                    opens_clause(tokens, found[0].start - 1) or opens_clause(tokens, found[0].start) or head
                    if tie in _TIES
                    else word_at(tokens, found[0].first - 1) in _BEFORE_SUBJECTS
                )
            ):
                if any(token.folded in _WATCHING for token in tokens[at + 1 : end]):
                    return (replace(found[-1], group="monitor"),)
                return _first_name(tokens, found, text)
    return ()


def _opening(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Take the source that opens the sentence, where what is told of it runs up to the verb ("a doctor in X said")."""
    start = past_conjunction(tokens)
    opening = phrases_after(tokens, start, text) if end - start <= _LONGEST_SUBJECT else ()
    if not opening or opening[-1].group in ("name", "evidence", "pronoun") or opening[-1].end >= end:
        return ()
    between = tokens[opening[-1].end : end]
    if opening[-1].group == "place" and not between[0].folded.endswith("ing"):
        return ()
    if between[0].folded not in _SAID_OF | _WHEN and not between[0].folded.endswith(("ed", "ing")):
        return ()
    relative = any(token.folded in RELATIVES for token in between)
    return () if not relative and any(finite(token) for token in between) else opening


def with_body(tokens: Sequence[Token], speakers: tuple[Phrase, ...], text: str) -> tuple[Phrase, ...]:
    """Tie a person to the body that an apposition behind the name tells ("said Z, director of the Observatory").

    An office behind which its holder is named stands for that person ("said the governor, Z").
    """
    phrase = speakers[0]
    behind = phrases_after(tokens, phrase.end + 1, text) if word_at(tokens, phrase.end) == "," else ()
    if len(speakers) == len(behind) == 1 and is_called(phrase, behind[0]):
        organisation, title = behind[0].organisation or phrase.organisation, behind[0].title or phrase.name
        return (replace(behind[0], organisation=organisation, title=title),)
    if len(speakers) > 1 or phrase.group != "person" or phrase.organisation or phrase.end + 1 >= len(tokens):
        return speakers
    at = phrase.end + (tokens[phrase.end].text == ",")
    if not any(role(token) for token in tokens[at : at + 4]):
        return speakers
    end = next((i for i in range(at, len(tokens)) if tokens[i].folded in lexicon().verbs or i > at + 10), len(tokens))
    inner = describe(tokens, at, end, text)
    title = phrase.title or title_of(inner)
    return (replace(phrase, organisation=entry_name(inner), title=title),) if inner else speakers
