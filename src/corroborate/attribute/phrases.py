"""Source phrases: the words around a verb that name who speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.attribute.directory import Entry, directory
from corroborate.attribute.lexicon import Head, lexicon
from corroborate.model.document import Token, TokenKind
from corroborate.model.source import SourceKind

PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "our", "that"})
DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
    mondays tuesdays wednesdays thursdays fridays saturdays sundays""".split()
)
_NO_NAME = frozenset(
    """in on at by for from to with as after before but and or while when where since however meanwhile earlier later also
    according moreover although though if then there dozens hundreds thousands scores some many several most more other
    others another nearly almost about over around at least no not he she it they we i his her their its who which that
    what how why yesterday today tomorrow early late last next during despite following including among between under
    near because until amid than so such both either each one two three four five six seven eight nine ten new updated""".split()
)
_LOCATIVE = frozenset(
    {
        "in",
        "on",
        "at",
        "near",
        "of",
        "from",
        "to",
        "between",
        "against",
        "around",
        "outside",
        "inside",
        "into",
        "across",
        "by",
        "with",
    }
)
_OF = frozenset({"of", "for"})
_AT = frozenset({"in", "at", "from", "near", "inside", "with", "to", "on"})
_SUFFIXES = (
    "-based",
    "-backed",
    "-led",
    "-run",
    "-affiliated",
    "-linked",
    "-held",
    "-aligned",
    "-funded",
    "-owned",
    "-controlled",
    "-dominated",
)
_SPEAKING = frozenset({"source", "activist", "witness", "medical", "rescuer", "body", "authority", "fighters", "media"})
_MASS = frozenset({"police", "media", "military", "press", "defence", "defense", "opposition", "monitoring", "data"})
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words tokens[start:end] that name a source; `named` where they are a name of its own, not a description.

    `group` is the class of the directory or of heads.tsv ("pronoun" for it, he, they); `head` the noun it turns on.
    """

    start: int
    end: int
    name: str
    kind: SourceKind
    group: str
    entry: Entry | None = None
    organisation: str | None = None
    head: str = ""
    plural: bool = False
    definite: bool = False
    named: bool = False


def capital(token: Token) -> bool:
    """Say whether a token is a word of a name: a capital, and no date or function word."""
    if token.kind is not TokenKind.WORD:
        return False
    text = token.text
    if not (text[0].isupper() or (text.startswith(("al-", "el-", "bin-", "abu-")) and text[3:4].isupper())):
        return False
    if text == "WHO":
        return True
    return token.folded not in DATES and token.folded not in _NO_NAME and token.folded not in _DETERMINERS


def head_of(token: Token) -> Head | None:
    """Return the noun of heads.tsv that a token is, if any."""
    return lexicon().heads.get(token.folded)


def modifies(token: Token) -> bool:
    """Say whether a token may stand before the noun of a source."""
    word = token.folded
    return word in lexicon().modifiers or word.endswith(_SUFFIXES) or word == "'s"


def role(token: Token) -> bool:
    """Say whether a token says what a person is."""
    return token.folded in lexicon().roles


def fits(token: Token) -> bool:
    """Say whether a token may be part of a source phrase."""
    return capital(token) or head_of(token) is not None or role(token) or modifies(token)


def run_before(tokens: Sequence[Token], end: int) -> int:
    """Return where the run of source words begins that ends before tokens[end]; `end` itself where there is none."""
    at = end
    while at > 0 and end - at < _LONGEST:
        step = _step(tokens, at, end)
        if step == at:
            step = _over_unknown(tokens, at, end)
        if step == at:
            break
        closed = step == at - 1 and tokens[step].folded in _DETERMINERS
        at = step
        if closed:
            break
    while at < end and (tokens[at].folded in _OF or tokens[at].folded in ("and", "'s", "&")):
        at += 1
    return at


def _over_unknown(tokens: Sequence[Token], at: int, end: int) -> int:
    """Step over unlisted words between a determiner and a noun in the singular ("a Cambodian resistance force")."""
    head = head_of(tokens[at]) if at < end else None
    if head is None or head.plural or head.noun in _MASS or capital(tokens[at]):
        return at
    for back in range(at - 1, max(-1, at - 4), -1):
        if tokens[back].folded in ("a", "an", "the"):
            return back + 1
        if (
            tokens[back].kind is not TokenKind.WORD
            or tokens[back].folded in _NO_NAME
            or tokens[back].folded in lexicon().verbs
        ):
            break
    return at


def _step(tokens: Sequence[Token], at: int, end: int) -> int:
    token = tokens[at - 1]
    word = token.folded
    if word in _DETERMINERS:
        return _past_determiner(tokens, at - 1, end)
    if word == ")" and at == end:
        opening = max((i for i in range(max(0, at - 6), at - 1) if tokens[i].text == "("), default=at)
        return min(at, opening)
    if at == end:
        return at - 1 if fits(token) else at
    if word in _OF and at > 1 and (capital(tokens[at - 2]) or _speaks(tokens[at - 2])):
        return at - 1
    if word in _AT and at > 1 and _speaks(tokens[at - 2]):
        return at - 2
    if (
        word in ("and", "&")
        and at > 1
        and (capital(tokens[at - 2]) or head_of(tokens[at - 2]) or tokens[at - 2].text == ")")
    ):
        return at - 2
    if word == ")" and at > 3 and tokens[at - 3].text == "(":
        return at - 3
    head = head_of(token)
    if head and head.plural and not capital(token) and not role(tokens[at]):
        return at
    return at - 1 if fits(token) else at


def _speaks(token: Token) -> bool:
    head = head_of(token)
    return (head is not None and head.group in _SPEAKING) or role(token)


def _past_determiner(tokens: Sequence[Token], at: int, end: int) -> int:
    """Step over a determiner; on beyond it where a preposition or an apposition ties what stands before."""
    if at + 1 == end + 1 or at + 1 > end:
        return at + 1
    if at > 1 and tokens[at - 1].folded in (_OF | _AT) and _speaks(tokens[at - 2]):
        return at - 2
    if (
        at > 1
        and tokens[at - 1].folded in ("of", "from")
        and capital(tokens[at - 2])
        and not _organisational(tokens[at - 2])
    ):
        return at - 2
    if (
        at > 1
        and tokens[at - 1].folded == "and"
        and (capital(tokens[at - 2]) or head_of(tokens[at - 2]) or tokens[at - 2].text == ")")
    ):
        return at - 1
    return at


def parallel(tokens: Sequence[Token], start: int, end: int, text: str) -> tuple[Phrase, ...]:
    """Return the phrases of a run in order: one, or several joined by "and"."""
    cuts = [i for i in range(start, end) if tokens[i].folded in ("and", "&")]
    whole = describe(tokens, start, end, text)
    if not cuts or (whole and whole.entry and whole.entry.name.count(" and ")):
        return (whole,) if whole else ()
    parts, at = [], start
    for cut in (*cuts, end):
        part = describe(tokens, at, cut, text) if cut > at else None
        if part:
            parts.append(part)
        at = cut + 1
    if len(parts) <= len(cuts) or any(part.group == "pronoun" for part in parts):
        return (whole,) if whole else tuple(parts)
    return tuple(parts)


def describe(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    """Return what a run of source words names; None where it names no source."""
    definite = False
    while start < end and (
        tokens[start].folded in _DETERMINERS or tokens[start].folded in ("&", "and", "'s", "so-called")
    ):
        definite = tokens[start].folded in ("the", "this", "these")
        start += 1
    if start >= end:
        return None
    return (
        _person(tokens, start, end, text)
        or _body(tokens, start, end, text)
        or _described(tokens, start, end, text, definite)
        or _unknown(tokens, start, end, text)
    )


def cut_name(tokens: Sequence[Token], start: int, end: int, text: str) -> str:
    """Return the words of tokens[start:end] as the report spells them."""
    return text[tokens[start].start : tokens[end - 1].end]


def _organisation(tokens: Sequence[Token], start: int, end: int) -> str | None:
    found = [hit.entry for hit in directory().scan(tokens, start, end) if hit.entry.group != "person"]
    bodies = [entry for entry in found if entry.group != "place"] or found
    return bodies[-1].name if bodies else None


def _person(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    for hit in directory().scan(tokens, start, end):
        if hit.entry.group == "person":
            organisation = hit.entry.organisation
            return Phrase(
                hit.start,
                hit.end,
                cut_name(tokens, hit.start, hit.end, text),
                SourceKind.PERSON,
                "person",
                hit.entry,
                organisation,
                named=True,
            )
    roles = [i for i in range(start, end) if role(tokens[i])]
    names = _names(tokens, start, end)
    if (
        names
        and names[0][0] == start
        and 1 < names[0][1] - start < 4
        and names[0][1] < end
        and tokens[names[0][1]].folded in ("of", "from")
        and not _organisational(tokens[start])
    ):
        return Phrase(
            *names[0],
            cut_name(tokens, *names[0], text),
            SourceKind.PERSON,
            "person",
            None,
            _organisation(tokens, names[0][1], end),
            named=True,
        )
    if not roles or not names:
        return None
    after = [
        name
        for name in names
        if name[0] > roles[0] and tokens[name[0] - 1].folded not in _OF | _AT and not _of_between(tokens, roles, name)
    ]
    before = [name for name in names if name[1] <= roles[0] and name[1] - name[0] > 1]
    chosen = after[-1] if after else before[0] if before else None
    if chosen is None:
        return None
    return Phrase(
        *chosen,
        cut_name(tokens, *chosen, text),
        SourceKind.PERSON,
        "person",
        None,
        _organisation(tokens, start, end),
        named=True,
    )


def _of_between(tokens: Sequence[Token], roles: Sequence[int], name: tuple[int, int]) -> bool:
    """Say whether an "of" or "for" ties the name to the role as its body ("head of the Violations Centre")."""
    last = max(i for i in roles if i < name[0])
    between = [tokens[i].folded for i in range(last + 1, name[0])]
    return any(word in _OF or word in _AT for word in between) and "the" in between


def _names(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of capitals in tokens[start:end] that are no known body, no role, no nationality."""
    taken = {i for hit in directory().scan(tokens, start, end) for i in range(hit.start, hit.end)}
    runs: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = at
        while (
            stop < end
            and stop not in taken
            and capital(tokens[stop])
            and not role(tokens[stop])
            and not _organisational(tokens[stop])
        ):
            stop += 1
        if stop > at:
            runs.append((at, stop))
        at = max(stop, at + 1)
    return runs


def _organisational(token: Token) -> bool:
    return head_of(token) is not None or token.folded in lexicon().modifiers


def _body(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    hits = [hit for hit in directory().scan(tokens, start, end)]
    if not hits:
        return None
    hit = max(hits, key=lambda hit: (hit.entry.group != "place", hit.start))
    rest = [i for i in range(hit.end, end) if head_of(tokens[i]) or role(tokens[i])]
    possessive = any(tokens[i].folded in _OF | _AT for i in range(start, hit.start))
    if possessive and hit.start > start:
        return None
    if rest and not any(tokens[i].folded in _OF | _AT or tokens[i].text == "(" for i in range(hit.end, rest[0])):
        last = head_of(tokens[rest[-1]])
        if last is None or last.group not in ("document", "body", "monitor", "evidence"):
            return None
        if hit.entry.group == "place" and last.group in ("body", "monitor"):
            return None
    entry, ending = hit.entry, head_of(tokens[hit.end - 1])
    nouns = [head for head in map(head_of, (*tokens[start : hit.start], *(tokens[i] for i in rest))) if head]
    plural = ending is not None and ending.plural
    return Phrase(
        hit.start,
        hit.end,
        cut_name(tokens, hit.start, hit.end, text),
        entry.kind,
        entry.group,
        entry,
        head=nouns[-1].noun if nouns else "",
        plural=plural,
        named=True,
    )


def _described(tokens: Sequence[Token], start: int, end: int, text: str, definite: bool) -> Phrase | None:
    stop = next((i for i in range(start, end) if tokens[i].folded in _OF | _AT or tokens[i].text == "("), end)
    heads = [i for i in range(start, stop) if head_of(tokens[i]) or role(tokens[i])]
    if not heads:
        return None
    last = heads[-1]
    head = head_of(tokens[last])
    noun, kind, group, plural = (
        (head.noun, head.kind, head.group, head.plural)
        if head
        else (tokens[last].folded, SourceKind.UNNAMED, "role", False)
    )
    named = any(
        capital(tokens[i]) and tokens[i].folded not in lexicon().modifiers
        for i in range(start, last + 1)
        if i > start or capital(tokens[last])
    )
    organisation = _organisation(tokens, start, end)
    return Phrase(
        start,
        end,
        cut_name(tokens, start, end, text),
        kind,
        group,
        None,
        organisation,
        noun,
        plural,
        definite,
        named and stop - start > 1,
    )


def _unknown(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    names = _names(tokens, start, end)
    if not names:
        return None
    whole = all(capital(tokens[i]) or tokens[i].folded in _OF for i in range(start, end))
    first, last = (start, end) if whole else names[-1]
    name = cut_name(tokens, first, last, text)
    person = last - first > 1 and not any(tokens[i].folded in _OF for i in range(first, last)) and not name.isupper()
    kind = SourceKind.PERSON if person else SourceKind.ORGANISATION
    return Phrase(first, last, name, kind, "person" if person else "name", named=True)


def run_after(tokens: Sequence[Token], start: int) -> int:
    """Return where the run of source words ends that begins at tokens[start]; `start` itself where there is none."""
    at = start
    while at < len(tokens) and tokens[at].folded in _DETERMINERS | DATES:
        at += 1
    first = at
    hit = directory().at(tokens, at) if at < len(tokens) else None
    if hit:
        at = hit.end
        if not (at < len(tokens) and (head_of(tokens[at]) or role(tokens[at]) or tokens[at].folded == "'s")):
            return _coordinated(tokens, at)
    while at < len(tokens) and at - start < _LONGEST:
        step = _step_after(tokens, first, at)
        if step == at:
            break
        at = step
    return _coordinated(tokens, at) if at > first else start


def _step_after(tokens: Sequence[Token], first: int, at: int) -> int:
    word = tokens[at].folded
    if word in _OF | _AT and at > first and at + 1 < len(tokens):
        beyond = at + 2 if tokens[at + 1].folded in _DETERMINERS else at + 1
        if beyond < len(tokens) and fits(tokens[beyond]) and (word in _OF or _speaks(tokens[at - 1])):
            return beyond + 1
        return at
    if word == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
        return at + 3
    previous = head_of(tokens[at - 1]) if at > first else None
    if previous and previous.plural and not capital(tokens[at - 1]):
        return at
    return at + 1 if fits(tokens[at]) else at


def _coordinated(tokens: Sequence[Token], end: int) -> int:
    """Go on over "and" to a second source, where a noun of sources or a known body follows."""
    if end + 1 >= len(tokens) or tokens[end].folded != "and":
        return end
    beyond = end + 2 if tokens[end + 1].folded in _DETERMINERS and end + 2 < len(tokens) else end + 1
    hit = directory().at(tokens, beyond)
    if hit and hit.entry.group != "place":
        return hit.end
    at = beyond
    while at < len(tokens) and modifies(tokens[at]):
        at += 1
    head = head_of(tokens[at]) if at < len(tokens) else None
    return at + 1 if head and head.plural else end


def phrases_before(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return the source phrases that end before tokens[end]: a pronoun, a name, a description; none where there is none."""
    if end > 0 and tokens[end - 1].folded in PRONOUNS:
        return (_pronoun(tokens, end - 1),)
    start = run_before(tokens, end)
    start = _after_place(tokens, start, end)
    return parallel(tokens, start, end, text) if start < end else ()


def _after_place(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out the name of a place that stands before the source ("in Idlib the Observatory", "in Hader local sources")."""
    if start == 0 or tokens[start - 1].folded not in _LOCATIVE:
        return start
    known = list(directory().scan(tokens, start, end))
    hits = [hit for hit in known if hit.entry.group != "place"]
    if hits and hits[0].start > start:
        return hits[0].start
    if known and not hits and known[-1].end == end and tokens[start - 1].folded != "by":
        return end
    at = start
    while at < end and capital(tokens[at]) and not _organisational(tokens[at]) and not role(tokens[at]):
        at += 1
    if at < end:
        return at
    return start if hits or any(role(token) or head_of(token) for token in tokens[start:end]) else end


def phrases_after(tokens: Sequence[Token], start: int, text: str) -> tuple[Phrase, ...]:
    """Return the source phrases that begin at tokens[start]; none where there is none."""
    if start < len(tokens) and tokens[start].folded in PRONOUNS:
        return (_pronoun(tokens, start),)
    end = run_after(tokens, start)
    return parallel(tokens, start, end, text) if end > start else ()


def _pronoun(tokens: Sequence[Token], at: int) -> Phrase:
    token = tokens[at]
    return Phrase(
        at,
        at + 1,
        token.text,
        SourceKind.UNNAMED,
        "pronoun",
        head=token.folded,
        plural=token.folded in ("they", "we"),
        definite=True,
    )
