"""How much of a case is made anew after a judgement: what it bears on, with the outcome of making all of it."""

from collections.abc import Callable, Sequence

import pytest

from corroborate.case import Case
from corroborate.link import link_added
from corroborate.model.claim import Claim
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.memory import Linked
from corroborate.ports import Standing
from tests.unit.test_judgements import Bench, bench

__all__ = ["bench"]  # a fixture


def stands(case: Case) -> tuple[set[Incident | Tally], set[Issue]]:
    """Return what stands, as it was made step by step; it is what all of it would be made to be at once."""
    case.incidents()
    made, store = case._desk.store.fold(), case._desk.store
    assert made is not None
    whole = case._folding().whole(store.claims(), store.judgements())
    assert (set(made.groups), set(made.issues)) == (set(whole.groups), set(whole.issues))
    return set(made.groups), set(made.issues)


@pytest.mark.parametrize(
    ("verdict", "value"),
    [
        (Verdict.ACCEPT, None),
        (Verdict.WITHHOLD, None),
        (Verdict.EXCLUDE_ORIGIN, "Gorge Hospital"),
        (Verdict.FIX_BOUND, "killed people high 20"),
        (Verdict.FIX_GRADE, "Discounted"),
    ],
)
def test_a_judgement_on_what_an_incident_comes_to_links_nothing_anew(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, verdict: Verdict, value: str | None
) -> None:
    before = stands(bench.case)
    linked: list[int] = []
    monkeypatch.setattr("corroborate.pipeline.link_added", counting_links(linked))
    made = bench.case.judge(verdict, [bench.incident("Douma").id], "as discussed", value)
    bench.case.incidents()
    bench.case.judge(Verdict.UNDO, [made.id], "after all not")
    bench.case.incidents()
    assert linked == [0, 0]
    bench.case.judge(Verdict.UNDO, [bench.case.judgements()[-1].id], "it was right")
    after = stands(bench.case)
    assert (before != after) is (verdict not in (Verdict.ACCEPT, Verdict.WITHHOLD))


def test_a_judgement_that_bears_on_linking_has_all_linked_anew(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    stands(bench.case)
    linked: list[int] = []
    monkeypatch.setattr("corroborate.pipeline.link_added", counting_links(linked))
    number = len(bench.case.claims())
    made = bench.case.judge(Verdict.REJECT, [bench.claim("15 people").id], "of another day")
    bench.case.incidents()
    bench.case.judge(Verdict.UNDO, [made.id], "after all not")
    bench.case.incidents()
    bench.case.judge(Verdict.EXCLUDE_ORIGIN, [], "it invents", "Gorge Hospital")
    bench.case.incidents()
    assert linked == [number] * 3


def counting_links(linked: list[int]) -> Callable[..., Linked]:
    def counting(claims: Sequence[Claim], judgements: Sequence[Judgement], standing: Standing) -> Linked:
        linked.append(len(claims))
        return link_added(claims, judgements, standing)

    return counting
