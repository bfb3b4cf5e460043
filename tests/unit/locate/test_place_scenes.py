from corroborate.locate.place_cues import Cue
from corroborate.locate.place_entities import Entity
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_scenes import Scenes, words_of_names
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId
from corroborate.model.situation import PlaceKind
from corroborate.read.passages import passages

CAPTURE = CaptureId("0" * 64)
TEXT = (
    "A plumber called Tanner died in Sarmin. Gunmen shot a baker in Kafrin. Nobody knows why. "
    "Tanner, a plumber who sang, was hit twice. It rained all day. The town mourned."
)


def _document(text: str) -> Document:
    return Document(document_id(CAPTURE, text), CAPTURE, "test", text, tuple(passages(text)), "test")


def _place(name: str, passage: int) -> Entity:
    start = TEXT.index(name)
    toponym = Toponym(passage, 0, 1, start, start + len(name), name, (), PlaceKind.SETTLEMENT, Cue.PREPOSITION)
    return Entity([Spot((toponym,), (), Cue.PREPOSITION)], ())


def kin(index: int) -> list[tuple[str, ...]]:
    """Return what a passage of the text has of the scenes of its two places."""
    places = [_place("Sarmin", 0), _place("Kafrin", 1)]
    return Scenes(_document(TEXT)).kin(index, places, words_of_names(places))


def test_a_passage_that_shares_rare_words_tells_the_scene_of_the_place() -> None:
    assert kin(3) == [("top",), ()]


def test_a_passage_that_shares_none_tells_no_scene() -> None:
    assert kin(4) == [(), ()]


def test_a_passage_is_no_witness_for_the_place_that_it_names_itself() -> None:
    assert kin(0) == [(), ()]
