"""Where rules are tried: at the units that hold one of the words at which they say that they begin."""

import re
from collections.abc import Container, Iterator

from corroborate.examples import reports
from corroborate.extract import attacks, checking, damage, harm, responsibility
from corroborate.extract.checking import CheckDraft
from corroborate.extract.chunking import units
from corroborate.extract.drafting import Draft
from corroborate.extract.force import AttackDraft, Units
from corroborate.extract.laying import BlameDraft
from corroborate.extract.line import SENSE, Line
from corroborate.extract.rules import Rule, Rules, begins
from corroborate.extract.things import DamageDraft
from corroborate.extract.units import UnitKind
from corroborate.read.passages import passages
from tests.reading_sentences import line as line_of

_OfLines = Rule[Line, CheckDraft] | Rule[Line, DamageDraft] | Rule[Line, BlameDraft]
_OF_LINES: tuple[_OfLines, ...] = (*checking.RULES.rules, *damage.rules().rules, *responsibility.rules().rules)
_OF_UNITS: tuple[Rule[Units, Draft] | Rule[Units, AttackDraft], ...] = (*harm.frames().rules, *attacks.frames().rules)


def _lines() -> Iterator[Line]:
    """Yield the examples of every rule, and the sentences of the bundled reports."""
    told = [rule.read.__doc__ or "" for rule in _OF_LINES] + [frame.read.__doc__ or "" for frame in _OF_UNITS]
    examples = [example for doc in told for example in re.findall(r'"(\w[^"]+)"', doc)]
    texts = [path.read_text(encoding="utf-8") for path in reports() if path.name.endswith(".txt")]
    for text in (*examples, *texts):
        for passage in passages(text):
            yield Line(units(passage), passage)


def test_a_rule_finds_nothing_where_none_of_its_words_stands() -> None:
    of_lines = [(rule, rule.words()) for rule in _OF_LINES]
    of_units = [(rule, rule.words()) for rule in _OF_UNITS]
    for line in _lines():
        for rule, words in of_lines:
            found = {at for at in _passed_over(line, words, rule.kinds) if list(rule.read(line, at))}
            assert not found, (rule.read.__name__, [line.word(at) for at in found])
        for frame, words in of_units:
            found = {at for at in _passed_over(line, words, frame.kinds) if list(frame.read(line.units, at))}
            assert not found, (frame.read.__name__, [line.word(at) for at in found])


def _passed_over(line: Line, words: frozenset[str], kinds: Container[UnitKind]) -> set[int]:
    """Return the units of a kind at which rules that begin at some words are not tried."""
    of_kind = {at for at, unit in enumerate(line.units) if unit.kind in kinds}
    return of_kind - {at for word in words for at in line.where.get(word, ())}


def test_of_the_rules_that_begin_at_a_unit_the_first_that_finds_something_reads_it() -> None:
    @begins("town")
    def empty(_line: Line, _at: int) -> Iterator[str]:
        yield from ()

    @begins("town", of=lambda: frozenset(("market",)))
    def first(line: Line, at: int) -> Iterator[str]:
        yield f"first {line.word(at)}"

    @begins("market", "road")
    def second(line: Line, at: int) -> Iterator[str]:
        yield f"second {line.word(at)}"

    line = line_of("Shells fell on the market, the road and the town.")
    assert list(Rules(empty, first, second).made(line, line)) == [["first market"], ["second road"], ["first town"]]


def test_no_rule_begins_at_a_sign_or_a_conjunction() -> None:
    @begins(",", "and", "town")
    def anywhere(line: Line, at: int) -> Iterator[str]:
        yield line.word(at)

    line = line_of("The road, the market and the town.")
    assert list(Rules(anywhere).made(line, line)) == [["town"]]


def test_a_rule_of_one_kind_of_unit_begins_at_no_other() -> None:
    @begins("attack", at=UnitKind.VERB)
    def verbs(line: Line, at: int) -> Iterator[str]:
        yield line.units[at].kind

    line = line_of("The attack came when they attack the town.")
    assert list(Rules(verbs).made(line, line)) == [["verb"]]


def test_a_line_tells_where_its_words_their_lemmas_and_senses_stand() -> None:
    line = line_of("Jets destroyed two houses.")
    at = {key: [line.word(i) for i in line.where[key]] for key in ("jets", "destroyed", "destroy", "two")}
    assert at == {"jets": ["jets"], "destroyed": ["destroyed"], "destroy": ["destroyed"], "two": ["houses"]}
    assert [line.word(i) for i in line.where[SENSE + "damage-verb"]] == ["destroyed"]
