"""Source phrases: the words before or behind a verb that name who speaks."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.attribute.clauses import finite
from corroborate.attribute.directory import directory
from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.naming import Phrase, parallel
from corroborate.attribute.words import (
    ARTICLES,
    AT,
    DATES,
    DETERMINERS,
    NO_NAME,
    OF,
    capital,
    fits,
    head_of,
    joins_names,
    modifies,
    organisational,
    role,
)
from corroborate.model.document import Token, TokenKind
from corroborate.model.source import SourceKind

PRONOUNS = word_class("pronouns")
_LOCATIVE = word_class("before_places")
_SPEAKING = frozenset({"source", "activist", "witness", "medical", "rescuer", "body", "authority", "fighters", "media"})
_SHORT_TITLES = word_class("short_titles")
_PLATFORMS = word_class("platforms")
_MASS = word_class("mass_nouns")
_NUMBERS = word_class("numbers_of_sources")
_LEADING_IN = word_class("plural_modifiers")
_STAND_ALONE = word_class("no_modifiers")
_BRACKETED = 3  # tokens of "(SOHR)"
_BEFORE_NAMES = 4  # words of a known name that the walk to the left may have missed ("Aid to the …")
_NUMERALS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "some", "many"}
)
_DIVISIONS = frozenset({"department", "governorate", "municipality", "state"})  # "from Oruro |department|"
_HAVE_FIELDS = frozenset({"authority", "body", "source"})
_FIELD = 3  # words for what an office is there
_UNKNOWN = 6  # words at the most up to a noun behind words that no list names
LONGEST = 24


def run_before(tokens: Sequence[Token], end: int) -> int:
    """Return where the run of source words begins that ends before tokens[end]; `end` itself where there is none."""
    at = end
    while at > 0 and end - at < LONGEST:
        step = _step(tokens, at, end)
        if step == at:
            step = min(_over_unknown(tokens, at, end), _owner(tokens, at) if at < end else _over_field(tokens, at))
        if step == at:
            break
        closed = step == at - 1 and tokens[step].folded in DETERMINERS
        at = step
        if closed:
            break
    while at < end and (tokens[at].folded in OF or tokens[at].folded in ("and", "'s", "&")):
        at += 1
    return at


def _over_unknown(tokens: Sequence[Token], at: int, end: int) -> int:
    """Step over unlisted words between a determiner and a noun in the singular ("a Cambodian resistance force")."""
    head = head_of(tokens[at]) if at < end else None
    if head is None or head.plural or head.noun in _MASS or capital(tokens[at]):
        return at
    if at < end - 1 and modifies(tokens[at]):
        return at  # "|local| rescue sources": a noun that leads another in needs no more before it
    for back in range(at - 1, max(-1, at - _UNKNOWN), -1):
        if tokens[back].folded in ARTICLES:
            return at if back and tokens[back - 1].folded == "as" else back + 1
        if tokens[back].folded in OF or not is_plain(tokens[back]):
            break
    return at


def _over_field(tokens: Sequence[Token], end: int) -> int:
    """Step over unlisted words for what an office or body is there ("the secretariat |of foreign relations| said")."""
    at = end
    while at > 0 and end - at < _FIELD and (_is_field(tokens[at - 1]) or modifies(tokens[at - 1])):
        at -= 1
    of = at - 1 - (at > 1 and tokens[at - 1].folded in DETERMINERS)
    if at == end or of < 1 or tokens[of].folded not in OF:
        return end
    head = head_of(tokens[of - 1])
    held = role(tokens[of - 1]) if head is None else head.group in _HAVE_FIELDS and not head.plural
    return of if held else end


def _is_field(token: Token) -> bool:
    """Say whether a word may be a noun for what is done somewhere: of no list, in small letters."""
    return is_plain(token) and not capital(token) and token.folded not in OF


def _step(tokens: Sequence[Token], at: int, end: int) -> int:
    token = tokens[at - 1]
    word = token.folded
    if word in DETERMINERS:
        return _past_determiner(tokens, at - 1)
    if word == ")" and at == end:
        opening = max((i for i in range(max(0, at - 6), at - 1) if tokens[i].text == "("), default=at)
        return min(at, opening)
    if at == end:
        return at - 1 if fits(token) else at
    if word in OF and at > 1 and (capital(tokens[at - 2]) or _speaks(tokens[at - 2])):
        return at - 1
    if word in AT and at > 1 and _speaks(tokens[at - 2]):
        return at - 2
    if word in ("and", "&") and at > 1 and _ends_source(tokens[at - 2]):
        return at - 2
    if word == "." and at > 1 and tokens[at - 2].folded in _SHORT_TITLES and capital(tokens[at]):
        return at - 2
    if word == ")" and at > _BRACKETED and tokens[at - _BRACKETED].text == "(":
        return at - _BRACKETED
    fitting = fits(token) and not _is_whole(token, tokens[at])
    return at - 1 if fitting or joins_names(tokens, at - 1) else at


def _is_whole(token: Token, behind: Token) -> bool:
    """Say whether a noun can't stand before another in the name of a source ("|men| police say shot him")."""
    head = head_of(token)
    plural = head is not None and head.plural and not (capital(token) or modifies(token) or role(behind))
    return (plural and token.folded not in _LEADING_IN) or token.folded in _STAND_ALONE


def _owner(tokens: Sequence[Token], at: int) -> int:
    """Step over an owner in the plural ("the |doctors'| union"); return `at` where there is none."""
    owned = 1 < at < len(tokens) and tokens[at - 1].folded == "'" and tokens[at - 2].folded.endswith("s")
    return at - 2 if owned and fits(tokens[at]) else at


def _ends_source(token: Token) -> bool:
    """Say whether a source may end with a token, to which "and" adds another."""
    return capital(token) or head_of(token) is not None or token.text == ")"


def _speaks(token: Token) -> bool:
    head = head_of(token)
    return (head is not None and head.group in _SPEAKING) or role(token)


def _past_determiner(tokens: Sequence[Token], at: int) -> int:
    """Step over a determiner; on beyond it where a preposition or an apposition ties what stands before."""
    if at > 1 and tokens[at - 1].folded in (OF | AT) and _speaks(tokens[at - 2]):
        return at - 2
    if (
        at > 1
        and tokens[at - 1].folded in ("of", "from")
        and capital(tokens[at - 2])
        and not organisational(tokens[at - 2])
    ):
        return at - 2
    if at > 1 and tokens[at - 1].folded == "and" and _ends_source(tokens[at - 2]):
        return at - 1 if capital(tokens[at - 2]) or tokens[at - 2].text == ")" else at - 2
    return at


def is_plain(token: Token) -> bool:
    """Say whether a token may be a noun, or stand before one: a word of no class that ends a group of nouns."""
    word = token.folded
    ends = word in NO_NAME or word in DETERMINERS or word in PRONOUNS or word in lexicon().verbs or word in DATES
    return token.kind is TokenKind.WORD and not (ends or finite(token))


def run_after(tokens: Sequence[Token], start: int) -> int:
    """Return where the run of source words ends that begins at tokens[start]; `start` itself where there is none."""
    at = start
    while at < len(tokens) and tokens[at].folded in DETERMINERS | DATES:
        at += 1
    first = at
    at = _past_unknown(tokens, at)
    hit = directory().at(tokens, at) if at < len(tokens) else None
    if hit and not (hit.end - at == 1 and _opens_longer_name(tokens, hit.end)):
        at = hit.end
        if not (at < len(tokens) and (head_of(tokens[at]) or role(tokens[at]) or tokens[at].folded == "'s")):
            return _coordinated(tokens, at)
    while at < len(tokens) and at - start < LONGEST:
        step = _step_after(tokens, first, at)
        if step == at:
            break
        at = step
    while at > first + 1 and tokens[at - 1].folded in _NUMERALS:
        at -= 1  # "told Radio Springfield |two| people died"
    return _coordinated(tokens, at) if at > first else start


def _opens_longer_name(tokens: Sequence[Token], end: int) -> bool:
    """Say whether an adjective by which a body is known opens the name of another ("|National| Salvation Front")."""
    return end < len(tokens) and modifies(tokens[end - 1]) and capital(tokens[end]) and capital(tokens[end - 1])


def _past_unknown(tokens: Sequence[Token], at: int) -> int:
    """Step over unlisted words behind a determiner and before a noun of sources ("a |factory| official")."""
    if not 0 < at < len(tokens) or tokens[at - 1].folded not in ARTICLES or fits(tokens[at]):
        return at
    for ahead in range(at, min(at + _UNKNOWN, len(tokens))):
        if head_of(tokens[ahead]) or role(tokens[ahead]):
            return ahead
        noun = ahead == at and finite(tokens[at])  # behind an article no verb: "the |bomb| squad"
        if not (noun or is_plain(tokens[ahead]) or modifies(tokens[ahead]) or tokens[ahead].folded in _PLATFORMS):
            break
    return at


def _step_after(tokens: Sequence[Token], first: int, at: int) -> int:
    word = tokens[at].folded
    if word in OF | AT and at > first and at + 1 < len(tokens):
        beyond = at + 2 if tokens[at + 1].folded in DETERMINERS else at + 1
        if beyond < len(tokens) and fits(tokens[beyond]) and (word in OF or _speaks(tokens[at - 1])):
            return max(beyond + 1, _past_field(tokens, beyond))
        known = _past_unknown(tokens, beyond)
        return known + 1 if known > beyond else _past_plain_field(tokens, at, beyond)
    if word == "." and at > first and tokens[at - 1].folded in _SHORT_TITLES:
        return at + 1
    if word == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")":
        return at + 3
    previous = head_of(tokens[at - 1]) if at > first else None
    if (
        previous
        and not (capital(tokens[at - 1]) or (modifies(tokens[at - 1]) and head_of(tokens[at])))
        and ((previous.plural and not role(tokens[at])) or (previous.group == "document" and capital(tokens[at])))
    ):
        return at
    if previous and capital(tokens[at - 1]) and capital(tokens[at]) and tokens[at].folded not in ("news", "agency"):
        hit = directory().at(tokens, at)
        if hit and hit.entry.group == "place":
            return at
    return at + 1 if fits(tokens[at]) or (at > first and joins_names(tokens, at)) else at


def _past_field(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind a noun in the plural to which a modifier leads ("of |foreign relations|"), else `at`."""
    noun = at + 1
    is_led = modifies(tokens[at]) and tokens[at].text[0].islower() and head_of(tokens[at]) is None
    if not is_led or noun >= len(tokens) or not _is_field(tokens[noun]) or not tokens[noun].folded.endswith("s"):
        return at
    return noun + 1


def _past_plain_field(tokens: Sequence[Token], of: int, at: int) -> int:
    """Return the index behind unlisted words for what an office is, where nothing follows ("of |water resources|,")."""
    head = head_of(tokens[of - 1])
    end = at
    while end < len(tokens) and end - at < _FIELD and _is_field(tokens[end]):
        end += 1
    closes = end == len(tokens) or tokens[end].kind is TokenKind.PUNCTUATION
    held = head is not None and head.group in _HAVE_FIELDS and not head.plural and tokens[of].folded in OF
    return end if end > at and closes and held else of


def _coordinated(tokens: Sequence[Token], end: int) -> int:
    """Go on over "and" to a second source, where a noun of sources or a known body follows."""
    if end + 1 >= len(tokens) or tokens[end].folded != "and":
        return end
    beyond = end + 2 if tokens[end + 1].folded in DETERMINERS and end + 2 < len(tokens) else end + 1
    hit = directory().at(tokens, beyond)
    if hit and hit.entry.group != "place":
        return hit.end
    at = beyond
    while at < len(tokens) and modifies(tokens[at]):
        at += 1
    head = head_of(tokens[at]) if at < len(tokens) else None
    return at + 1 if head and head.plural else end


def phrases_before(tokens: Sequence[Token], end: int, text: str) -> tuple[Phrase, ...]:
    """Return the source phrases that end before tokens[end]: a pronoun, names, a description; or nothing."""
    if end > 0 and tokens[end - 1].folded in PRONOUNS:
        return (_pronoun(tokens, end - 1),)
    start = _after_place(tokens, run_before(tokens, end), end)
    for at in range(start - 1, max(-1, start - _BEFORE_NAMES), -1):
        hit = directory().at(tokens, at)
        if hit and start < hit.end <= end:
            start = run_before(tokens, at) if at and head_of(tokens[at - 1]) else at
            break
    found = parallel(tokens, start, end, text) if start < end else ()
    return tuple(replace(phrase, begins=min(start, phrase.start)) for phrase in found)


def _after_place(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leave out the name of a place that stands before the source ("in Hader local sources said")."""
    if start == 0 or tokens[start - 1].folded not in _LOCATIVE:
        return start
    known = list(directory().scan(tokens, start, end))
    hits = [hit for hit in known if hit.entry.group != "place"]
    if hits and hits[0].start > start:
        return _past_names(tokens, start, hits[0].start)
    if known and not hits and known[-1].end == end and tokens[start - 1].folded != "by":
        return end
    last = start - 1
    for at in range(start, end):
        if capital(tokens[at]) and not organisational(tokens[at]) and not role(tokens[at]):
            last = at
        elif not modifies(tokens[at]) or at > last + 1 > start:
            break
    if start <= last < end - 1:
        return end if last == end - 2 and tokens[last + 1].folded in _DIVISIONS else last + 1
    return start if hits or any(role(token) or head_of(token) for token in tokens[start:end]) else end


def _past_names(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return the index behind names of places in a row before tokens[end] ("Homs and Hama |state television|")."""
    while at < end and (capital(tokens[at]) or (tokens[at].folded == "and" and capital(tokens[at + 1]))):
        at += 1
    return at


def phrases_after(tokens: Sequence[Token], start: int, text: str) -> tuple[Phrase, ...]:
    """Return the source phrases that begin at tokens[start]; none where there is none."""
    if start < len(tokens) and tokens[start].folded in PRONOUNS:
        return (_pronoun(tokens, start),)
    start = _past_number(tokens, start)
    end = run_after(tokens, start)
    return parallel(tokens, start, end, text) if end > start else ()


def _past_number(tokens: Sequence[Token], at: int) -> int:
    """Return the index behind words for how many sources there are ("told |a number of| residents")."""
    of = next((i for i in range(at + 1, min(at + 3, len(tokens))) if tokens[i].folded == "of"), 0)
    return of + 1 if of and tokens[of - 1].folded in _NUMBERS else at


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
