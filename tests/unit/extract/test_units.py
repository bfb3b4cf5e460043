"""A sentence as one flat list of noun groups, verb groups and the words between."""

import pytest

from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count
from tests.reading_sentences import chunked, sentence

_LETTER = {
    UnitKind.NOUN: "N",
    UnitKind.VERB: "V",
    UnitKind.STATE: "A",
    UnitKind.PREPOSITION: "p",
    UnitKind.CONJUNCTION: "&",
    UnitKind.SUBORDINATOR: "s",
    UnitKind.INCLUDING: "i",
    UnitKind.ADVERB: "a",
    UnitKind.SIGN: ".",
}


def cut(text: str) -> str:
    """Return a sentence as its units in brackets, the kind of each in one letter."""
    tokens = sentence(text).tokens
    return " ".join(
        f"[{_LETTER[unit.kind]} {' '.join(token.text for token in tokens[unit.first : unit.last])}]"
        for unit in chunked(text)
    )


def verb_of(text: str) -> Unit:
    return next(unit for unit in chunked(text) if unit.kind is UnitKind.VERB)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two old men died", "[N Two old men] [V died]"),
        ("Rebels this morning shelled Noor", "[N Rebels] [a this morning] [V shelled] [N Noor]"),
        ("Six have died in the last week", "[N Six] [V have died] [a in the last week]"),
        (
            "The Trade Minister and Omar Said left the small town after the raid",
            "[N The Trade Minister] [& and] [N Omar Said] [V left] [N the small town] [p after] [N the raid]",
        ),
        (
            "At least 12 People Killed in the old market of the town",
            "[N At least 12 People] [V Killed] [p in] [N the old market] [p of] [N the town]",
        ),
        ("Three Killed in Raid on Northern Town", "[N Three] [V Killed] [p in] [N Raid] [p on] [N Northern Town]"),
        ("The raid killed a nurse", "[N The raid] [V killed] [N a nurse]"),
        ("The almost simultaneous blasts", "[N The almost simultaneous blasts]"),
        ("The so-called army fled", "[N The so-called army] [V fled]"),
        ("These later died", "[N These] [a later] [V died]"),
        ("a rocket attack Ruritania TV said", "[N a rocket attack] [N Ruritania TV] [V said]"),
        ("an offensive south of Hama", "[N an offensive] [N south] [p of] [N Hama]"),
        ("Used sarin gas four times", "[V Used] [N sarin gas] [N four] [a times]"),
        ("A drone targets car in Hama", "[N A drone] [V targets] [N car] [p in] [N Hama]"),
        ("A blast rocks the capital", "[N A blast] [V rocks] [N the capital]"),
        (
            "The raids caused a massacre south of Hama",
            "[N The raids] [V caused] [N a massacre] [N south] [p of] [N Hama]",
        ),
        ("They came to kill abducted girls", "[N They] [V came] [V to kill] [N abducted girls]"),
        ("Five of the bakers fled to Hama", "[N Five] [p of] [N the bakers] [V fled] [p to] [N Hama]"),
        ("Dozens of bakers fled", "[N Dozens of bakers] [V fled]"),
        ("A number of bakers fled", "[N A number of bakers] [V fled]"),
        ("Three were killed and 20 wounded", "[N Three] [V were killed] [& and] [N 20] [V wounded]"),
        ("She left nine dead", "[N She] [V left] [N nine] [A dead]"),
        ("The dead were buried", "[N The] [A dead] [V were buried]"),
        ("Six wounded civilians arrived", "[N Six wounded civilians] [V arrived]"),
        (
            "12 people including two girls died",
            "[N 12 people] [i including] [N two girls] [V died]",
        ),
    ],
)
def test_a_sentence_is_cut_into_groups(text: str, expected: str) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men women and children died", ["two men", "women", "children"]),
        ("He met 3 women 2 children", ["he", "3 women", "2 children"]),
        ("A father a mother and a son died", ["a father", "a mother", "a son"]),
        ("Raids killed men women children", ["raids", "men", "women", "children"]),
    ],
)
def test_a_list_that_has_lost_its_commas_is_several_groups(text: str, expected: list[str]) -> None:
    tokens = sentence(text).tokens
    groups = [
        " ".join(token.folded for token in tokens[unit.first : unit.last])
        for unit in chunked(text)
        if unit.kind is UnitKind.NOUN
    ]
    assert groups == expected


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Five were killed", Voice.PASSIVE),
        ("Five have been killed", Voice.PASSIVE),
        ("Five got injured", Voice.PASSIVE),
        ("Five are being treated", Voice.PASSIVE),
        ("The raid has killed five", Voice.ACTIVE),
        ("The raid kills five", Voice.ACTIVE),
        ("Shells are killing bakers", Voice.ACTIVE),
        ("Five killed in Hama", Voice.BARE),
        ("Killing five of them", Voice.ING),
        ("To kill five of them", Voice.INFINITIVE),
    ],
)
def test_a_verb_group_has_a_voice(text: str, voice: Voice) -> None:
    assert verb_of(text).voice is voice


@pytest.mark.parametrize(
    ("text", "modal", "negated"),
    [
        ("Five will be killed", "will", False),
        ("Five might have been killed", "might", False),
        ("Five were not killed", "", True),
        ("Five weren't killed", "", True),
        ("Five were never found", "", True),
        ("Five cannot be evacuated", "cannot", True),
        ("Five were reportedly killed", "", False),
    ],
)
def test_a_verb_group_keeps_its_modal_and_its_negation(text: str, modal: str, *, negated: bool) -> None:
    assert (verb_of(text).modal, verb_of(text).negated) == (modal, negated)


def test_a_verb_group_keeps_the_adverbs_inside_it() -> None:
    assert verb_of("Five were never mistakenly killed").adverbs == ("mistakenly",)
    assert verb_of("Five were killed").adverbs == ()


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("They attack the town", "attack", UnitKind.VERB),
        ("The attack on the town", "attack", UnitKind.NOUN),
        ("Warplanes bombed it, killing two", "killing", UnitKind.VERB),
        ("The killing of two bakers", "killing", UnitKind.NOUN),
        ("Two air strikes", "air strikes", UnitKind.NOUN),
        ("The death toll rises to 12", "rises", UnitKind.VERB),
        ("Shots rang out in the town", "rang", UnitKind.VERB),
        ("A shell at 5 am killed two", "am", UnitKind.ADVERB),
        ("I am wounded", "wounded", UnitKind.VERB),
        ("The agency withdrew its report", "withdrew", UnitKind.VERB),
        ("Their wounds were light", "wounds", UnitKind.NOUN),
        ("The blast wounds 12", "wounds", UnitKind.VERB),
    ],
)
def test_a_word_that_is_noun_and_verb_is_told_by_its_neighbours(text: str, word: str, kind: UnitKind) -> None:
    assert [unit.kind for unit in chunked(text) if unit.word == word] == [kind]


@pytest.mark.parametrize("text", ["Five were kil*led", "Five were ki-lled", "Five were KILLED"])
def test_a_masked_word_is_read_as_the_word_it_hides(text: str) -> None:
    assert verb_of(text).sense("harm-verb") is not None


@pytest.mark.parametrize("text", ["US jets killed five", "IS killed five", "WHO says five died"])
def test_an_acronym_in_capitals_is_a_name(text: str) -> None:
    assert (chunked(text)[0].kind, chunked(text)[0].pronoun) == (UnitKind.NOUN, False)


@pytest.mark.parametrize("text", ["Those who say so died", "Of us they told"])
def test_the_same_letters_in_lower_case_are_a_pronoun(text: str) -> None:
    assert chunked(text)[1].pronoun


def test_a_group_keeps_its_number_its_determiner_and_what_stands_before_its_head() -> None:
    (unit,) = chunked("At least 5 civilian bakers")
    assert unit.quantity is not None
    assert unit.quantity.count.low == 5
    assert [sense.value for sense in unit.inner] == ["civilians"]
    assert chunked("the bakers")[0].determiner == "the"


def test_a_group_without_a_number_is_singular_or_plural() -> None:
    assert [unit.plural for unit in chunked("a boy and girls")] == [False, False, True]


def test_a_name_is_proper() -> None:
    assert chunked("He met Sami Halabi")[-1].proper
    assert not chunked("He met the baker")[-1].proper


def test_the_units_of_a_sentence_do_not_overlap_and_leave_nothing_out() -> None:
    text = "At least 12 people, including 3 children, were killed and dozens wounded when jets bombed a market (Hama)."
    found = chunked(text)
    covered = [index for unit in found for index in range(unit.first, unit.last)]
    assert covered == sorted(set(covered))
    assert len(covered) == len(sentence(text).tokens)


def test_vague_and_plain_numbers_stay_apart() -> None:
    first, _, second = chunked("dozens of bakers and 5 nurses")
    assert first.quantity is not None
    assert second.quantity is not None
    assert (first.quantity.count, second.quantity.count) == (VAGUE, Count.exactly(5))


def test_an_adjective_of_a_nation_belongs_to_its_noun() -> None:
    assert chunked("Chinese soldiers fled.")[0].word == "soldiers"


@pytest.mark.parametrize(
    "text",
    [
        "two Vietnamese hostages",
        "200 Burkinabe soldiers",
        "two Malian health ministry workers",
        "three elderly villagers",
    ],
)
def test_what_people_are_like_is_no_group_of_its_own(text: str) -> None:
    assert [unit.word for unit in chunked(text)] == [text.rpartition(" ")[2]]
