"""Who did it: for each way of saying so sentences that are read, and sentences that name nobody."""

import pytest

from corroborate.extract.authors import Doers, party_of
from corroborate.extract.units import UnitKind
from tests.reading_sentences import chunked, sentence


def doers(text: str, word: str, before: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the authors of what the unit with a head word tells."""
    units = chunked(text)
    at = next(i for i, unit in enumerate(units) if unit.word == word and unit.kind in (UnitKind.NOUN, UnitKind.VERB))
    return Doers(units, sentence(text).tokens, text, before).of(at)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        # B01 subject
        ("The Syrian army shelled the town.", "shelled", ("Syrian army",)),
        ("Russian warplanes bombed a school and hit a market.", "hit", ("Russian warplanes",)),
        ("Regime forces, backed by militias, stormed the village.", "stormed", ("Regime forces",)),
        ("Kurdish forces and rebels attacked the base.", "attacked", ("Kurdish forces", "rebels")),
        ("Rebels attacked the base, killing two soldiers.", "killing", ("Rebels",)),
        # B02 by-phrase
        ("The town was shelled by the Syrian army.", "shelled", ("Syrian army",)),
        ("Two boys were killed by rebels.", "killed", ("rebels",)),
        ("An attack by Nusra Front killed two.", "attack", ("Nusra Front",)),
        # B03 adjective or owner
        ("Russian strikes killed five.", "strikes", ("Russian",)),
        ("The regime's shelling killed five.", "shelling", ("regime",)),
        # B04 the force that did it
        ("Russian strikes killed five.", "killed", ("Russian",)),
        ("Two boys were killed in Turkish shelling.", "killed", ("Turkish",)),
        ("Two boys were injured due to an attack by rebels.", "injured", ("rebels",)),
        # B05 the sides of a fight
        ("Clashes between the army and rebels killed two.", "clashes", ("army", "rebels")),
        ("Two fighters were killed in clashes with Nusra Front.", "killed", ("Nusra Front",)),
        # B06 light verbs
        ("Turkish forces launched an offensive.", "offensive", ("Turkish forces",)),
        ("Rebels responded with shelling.", "shelling", ("Rebels",)),
        # accused
        ("He accused government forces of killing two boys.", "killing", ("government forces",)),
    ],
)
def test_the_author_is_named(text: str, word: str, names: tuple[str, ...]) -> None:
    assert doers(text, word) == names


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two boys were killed on Sunday.", "killed"),
        ("Jets bombed a school.", "bombed"),
        ("A suicide bomber killed two.", "killed"),
        ("Shelling of a town held by rebels killed two.", "killed"),
        ("Syria air strikes killed five.", "killed"),
        ("Bombings of the U.S. embassy killed two.", "killed"),
        ("Civilians fled the town.", "fled"),
    ],
)
def test_nobody_is_named(text: str, word: str) -> None:
    assert doers(text, word) == ()


def test_a_pronoun_is_the_party_told_before_it() -> None:
    assert doers("It shelled the town.", "shelled", ("Syrian army",)) == ("Syrian army",)
    assert doers("The Syrian army said it shelled the town.", "shelled", ("rebels",)) == ("Syrian army",)


def test_a_passage_is_about_its_first_acting_party() -> None:
    text = "Regime forces shelled the town as rebels fled."
    assert party_of(chunked(text), sentence(text).tokens, text) == ("Regime forces",)
    text = "The town was quiet."
    assert party_of(chunked(text), sentence(text).tokens, text) == ()
