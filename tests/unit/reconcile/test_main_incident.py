"""What is counted as the harm of a report's main incident."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.model.casualty import NOBODY, VAGUE, Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.document import Document, Passage, PassageKind
from corroborate.model.ids import CaptureId, DocumentId
from corroborate.model.mention import Harm
from corroborate.reconcile import MainCount, main_count
from tests.making_claims import Report, day, injured, killed, share_of

REPORT = Report("a report")


def counted(
    claims: Sequence[Claim], totals: Sequence[Claim] = (), *, headline: bool = False, text: str = ""
) -> MainCount:
    kind = PassageKind.HEADLINE if headline else PassageKind.BODY
    passages = (Passage(0, 300, kind, 0, ()),)
    document = Document(DocumentId("doc-1"), CaptureId("0" * 64), "a report", text.ljust(300), passages, "test")
    return main_count(document, claims, {claim.id for claim in totals})


def ends(claims: Sequence[Claim]) -> tuple[int | None, int | None, bool] | None:
    figure = counted(claims).killed
    return None if figure is None else (figure.low, figure.high, figure.summed)


def test_the_total_of_the_first_passage_is_the_figure_and_its_parts_are_not_added() -> None:
    whole = REPORT.tell(killed(29), "29 people were killed")
    part = share_of(whole, REPORT.tell(killed(6, People.CHILDREN), "including six children", at=30))
    later = REPORT.tell(killed(4), "four people were killed in the spring", sentence=1)
    assert ends([whole, part, later]) == (29, 29, False)


def test_parts_that_do_not_overlap_are_added_and_marked() -> None:
    soldiers = REPORT.tell(killed(3, People.COMBATANTS), "three soldiers and two civilians died")
    civilians = REPORT.tell(killed(2, People.CIVILIANS), "two civilians died", at=19)
    assert ends([soldiers, civilians]) == (5, 5, True)


def test_a_number_that_equals_the_sum_of_the_others_is_their_total() -> None:
    whole = REPORT.tell(killed(5), "five dead")
    soldiers = REPORT.tell(killed(3, People.COMBATANTS), "three soldiers", at=11)
    civilians = REPORT.tell(killed(2, People.CIVILIANS), "two civilians", at=27)
    assert ends([whole, soldiers, civilians]) == (5, 5, False)


def test_another_victim_of_the_next_passage_is_added() -> None:
    first = REPORT.tell(killed(1), "a trader was killed")
    second = REPORT.tell(killed(1, People.WOMEN), "his wife also died", sentence=1)
    assert ends([first, second]) == (2, 2, True)


def test_an_open_end_is_the_number_that_the_words_name() -> None:
    assert ends([REPORT.tell(killed(Count(61, None, Qualifier.MORE_THAN)), "over 60 died")]) == (60, None, False)
    assert ends([REPORT.tell(killed(Count(29, None, Qualifier.AT_LEAST)), "at least 29 died")]) == (29, None, False)
    assert ends([REPORT.tell(killed(Count(None, 40, Qualifier.AT_MOST)), "up to 40 died")]) == (None, 40, False)


def test_nobody_is_nought_and_silence_or_a_vague_word_is_nothing() -> None:
    assert ends([REPORT.tell(killed(NOBODY), "nobody was killed")]) == (0, 0, False)
    assert ends([REPORT.tell(killed(VAGUE), "dozens were killed")]) is None
    assert ends([]) is None


def test_the_headline_s_incident_is_the_main_one_and_other_days_do_not_count() -> None:
    head = REPORT.tell(killed(7), "Seven killed", when=day("2018-02-04"))
    hurt = REPORT.tell(injured(9), "nine were hurt", sentence=2, when=day("2018-02-04"))
    before = REPORT.tell(injured(4), "four were hurt", sentence=1, when=day("2018-01-01"))
    main = counted([before, head, hurt], headline=True)
    assert main.killed
    assert main.injured
    assert (main.killed.number, main.injured.number, main.injured.claims) == (7, 9, (hurt.id,))


def test_a_total_over_a_period_gives_way_to_one_incident_and_stands_in_where_there_is_none() -> None:
    total = REPORT.tell(killed(177), "177 died in two weeks")
    single = REPORT.tell(killed(8), "eight died", sentence=1)
    figure, alone = counted([total, single], [total]).killed, counted([total], [total]).killed
    assert figure
    assert alone
    assert (figure.number, alone.number) == (8, 177)


def test_the_displaced_are_counted_too() -> None:
    fled = REPORT.tell(Harm(Effect.DISPLACED, People.PEOPLE, Count.exactly(300)), "300 people fled")
    figure = counted([fled]).displaced
    assert figure
    assert figure.number == 300


def test_others_of_a_figure_that_is_told_again_are_not_added() -> None:
    first = REPORT.tell(killed(34), "34 people were killed")
    again = REPORT.tell(killed(24), "killing 24", sentence=1)
    others = REPORT.tell(killed(10), "killed another ten", sentence=2)
    assert ends([first, again, others]) == (34, 34, False)


def test_members_of_one_list_are_parts_even_where_one_equals_the_rest() -> None:
    him = REPORT.tell(killed(1), "killing him, two of his brothers and a guard")
    brothers = REPORT.tell(killed(2, People.MEN), "killing him, two of his brothers")
    guard = REPORT.tell(killed(1), "killing him, two of his brothers and a guard ", at=0, sources=("a neighbour",))
    assert ends([him, brothers, guard]) == (4, 4, True)


def test_a_toll_that_has_risen_overrules_the_figure_before_it() -> None:
    first = REPORT.tell(killed(2), "two more people were killed")
    toll = replace(REPORT.tell(killed(8), "the toll has reached eight", sentence=1), rules=("H07-toll",))
    assert ends([first, toll]) == (8, 8, False)


def test_the_occasion_of_a_protest_and_what_is_coded_apart_are_no_harm_of_it() -> None:
    text = "They marched against the killing of nine people."
    occasion = REPORT.tell(killed(9), "the killing of nine people", at=text.index("the killing"))
    assert counted([occasion], text=text).killed is None
    text = "The militia fled. Two people were killed in Arin (coded separately)."
    apart = REPORT.tell(killed(2), "Two people were killed", at=text.index("Two"))
    assert counted([apart], text=text).killed is None


def test_the_number_that_an_analyst_settled_on_overrules() -> None:
    first = REPORT.tell(killed(3), "three people were killed")
    settled = replace(REPORT.tell(killed(2), "fatalities coded as 2", sentence=1), rules=("H07-toll",))
    assert ends([first, settled]) == (2, 2, False)
