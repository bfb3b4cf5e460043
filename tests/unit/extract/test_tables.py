"""The tables of the grammar: each can be read, says what it is for, and is described for those who mend it."""

from importlib.resources import files
from pathlib import Path

import pytest

from corroborate import extract
from corroborate.extract import force
from corroborate.extract.lexicon import Form, inflect, lexicon, rows
from corroborate.model.casualty import Effect, People

GRAMMAR = Path(__file__).parents[3] / "docs" / "grammar.md"
TABLES = sorted(
    table.name for table in files("corroborate.extract").joinpath("data").iterdir() if table.name.endswith(".tsv")
)


@pytest.mark.parametrize("table", TABLES)
def test_a_table_begins_by_saying_what_it_is_for(table: str) -> None:
    text = files("corroborate.extract").joinpath("data", table).read_text(encoding="utf-8")
    assert text.startswith("# ")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_described_in_the_documentation(table: str) -> None:
    assert f"`{table}`" in GRAMMAR.read_text(encoding="utf-8")


def test_every_row_of_people_names_a_group_of_the_guidelines() -> None:
    for row in rows("people.tsv"):
        assert People(row[2]), row


def test_every_row_of_effects_names_an_effect_of_the_guidelines() -> None:
    for row in rows("effects.tsv"):
        assert Effect(row[2]), row


def test_every_verb_of_harm_names_an_effect_of_the_guidelines() -> None:
    for lemma, sense, *_ in rows("verbs.tsv"):
        domain, value = sense.split(":")
        assert domain != "harm" or Effect(value), lemma


def test_the_ids_of_the_frames_are_not_taken_twice() -> None:
    ids = [row[0] for row in rows("frames.tsv")]
    assert len(ids) == len(set(ids))


def test_every_class_of_the_words_of_rules_stands_once_and_is_used() -> None:
    classes = [name for name, _ in rows("rule_words.tsv")]
    assert len(classes) == len(set(classes))
    code = "".join(path.read_text(encoding="utf-8") for path in Path(extract.__file__).parent.glob("*.py"))
    assert [name for name in classes if f'rule_words("{name}")' not in code] == []


@pytest.mark.parametrize("kind", ["happen", "occur", "bring", "prevent", "attempt", "goes_on", "flees", "opens_war"])
def test_every_verb_by_which_force_is_told_is_known_in_all_its_forms(kind: str) -> None:
    ambiguous = {"go on", "last", "mark", "pause", "struggle"}  # more often something else
    verbs = force.words_of(kind) - ambiguous
    assert [verb for verb in verbs if lexicon().longest(tuple(verb.split()), 0)[1].verb_lemma != verb] == []


@pytest.mark.parametrize(
    ("lemma", "irregular", "past", "ing"),
    [
        ("bomb", "", "bombed", "bombing"),
        ("wipe out", "", "wiped out", "wiping out"),
        ("flee", "fled, fled", "fled", "fleeing"),
        ("bury", "", "buried", "burying"),
    ],
)
def test_a_verb_is_inflected(lemma: str, irregular: str, past: str, ing: str) -> None:
    forms = inflect(lemma, irregular)
    assert (forms[Form.PAST], forms[Form.ING]) == (past, ing)
