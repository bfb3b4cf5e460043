"""A mention's kind and id follow from what it says."""

import pytest

from corroborate.model.casualty import VAGUE, Count, Effect, People
from corroborate.model.mention import (
    Attack,
    Blame,
    Content,
    Damage,
    DamagedObject,
    Harm,
    Kind,
    Mention,
    Method,
    Stance,
    Status,
    Verification,
    kind_of,
)
from corroborate.model.span import Span

SPAN = Span(0, 11, "four people")
HARM = Harm(Effect.KILLED, People.PEOPLE, Count.exactly(4))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HARM, Kind.HARM),
        (Attack(Method.SHELLING, VAGUE, None), Kind.ATTACK),
        (Damage(DamagedObject.SCHOOL, Count.exactly(1)), Kind.DAMAGE),
        (Blame("the army", Stance.DENIED, "the strike"), Kind.BLAME),
        (Verification(Status.UNVERIFIED, "the toll"), Kind.VERIFICATION),
    ],
)
def test_each_content_makes_one_of_the_five_kinds(content: Content, kind: Kind) -> None:
    assert kind_of(content) is kind
    assert Mention(SPAN, content, SPAN, "rule").kind is kind


def test_every_kind_has_a_content() -> None:
    assert {kind.value for kind in Kind} == {kind.__name__.lower() for kind in Content.__args__}


def test_the_rule_that_read_it_leaves_the_id_as_it_is() -> None:
    assert Mention(SPAN, HARM, SPAN, "one").id == Mention(SPAN, HARM, SPAN, "two").id


def test_another_count_or_place_in_the_text_is_another_mention() -> None:
    other = Harm(Effect.KILLED, People.PEOPLE, Count.exactly(5))
    moved = Span(20, 31, "four people")
    ids = {Mention(SPAN, HARM, SPAN, "").id, Mention(SPAN, other, SPAN, "").id, Mention(moved, HARM, moved, "").id}
    assert len(ids) == 3
