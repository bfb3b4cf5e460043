"""Where rules are tried: at the units that hold one of the words at which they say that they begin."""

import re
from collections.abc import Iterator, Mapping

import pytest

from corroborate.examples import reports
from corroborate.extract import checking, damage, responsibility
from corroborate.extract.checking import CheckDraft
from corroborate.extract.chunking import units
from corroborate.extract.laying import BlameDraft
from corroborate.extract.line import SENSE, Line
from corroborate.extract.rules import Rules, begins
from corroborate.extract.things import DamageDraft
from corroborate.read.passages import passages
from tests.reading_sentences import sentence

_FAMILIES: Mapping[str, Rules[CheckDraft] | Rules[DamageDraft] | Rules[BlameDraft]] = {
    "checking": checking.RULES,
    "damage": damage.RULES,
    "responsibility": responsibility.RULES,
}


def _line(text: str) -> Line:
    passage = sentence(text)
    return Line(units(passage), passage.tokens)


def _lines() -> Iterator[Line]:
    """Yield the examples of every rule, and the sentences of the bundled reports."""
    told = (rule.read.__doc__ or "" for family in _FAMILIES.values() for rule in family.rules)
    examples = [example for doc in told for example in re.findall(r'"(\w[^"]+)"', doc)]
    texts = [path.read_text(encoding="utf-8") for path in reports() if path.name.endswith(".txt")]
    for text in (*examples, *texts):
        for passage in passages(text):
            yield Line(units(passage), passage.tokens)


@pytest.mark.parametrize("family", _FAMILIES)
def test_a_rule_finds_nothing_where_none_of_its_words_stands(family: str) -> None:
    beginnings = [(rule, rule.words()) for rule in _FAMILIES[family].rules]
    for line in _lines():
        for rule, words in beginnings:
            begun = {at for word in words for at in line.where.get(word, ())}
            for at in set(range(len(line.units))) - begun:
                assert not list(rule.read(line, at)), (rule.read.__name__, line.units[at].word)


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

    line = _line("Shells fell on the market, the road and the town.")
    assert list(Rules(empty, first, second).made(line)) == [["first market"], ["second road"], ["first town"]]


def test_no_rule_begins_at_a_sign_or_a_conjunction() -> None:
    @begins(",", "and", "town")
    def anywhere(line: Line, at: int) -> Iterator[str]:
        yield line.word(at)

    assert list(Rules(anywhere).made(_line("The road, the market and the town."))) == [["town"]]


def test_a_line_tells_where_its_words_their_lemmas_and_senses_stand() -> None:
    line = _line("Jets destroyed two houses.")
    at = {key: [line.word(i) for i in line.where[key]] for key in ("jets", "destroyed", "destroy", "two")}
    assert at == {"jets": ["jets"], "destroyed": ["destroyed"], "destroy": ["destroyed"], "two": ["houses"]}
    assert [line.word(i) for i in line.where[SENSE + "damage-verb"]] == ["destroyed"]
