from corroborate.reconcile.situating import common_days
from tests.making_claims import Report, attack, day


def days(*spans: tuple[str, str | None]) -> str:
    claims = [Report(str(n)).tell(attack(), "it was struck", when=day(*span)) for n, span in enumerate(spans)]
    found = common_days(claims)
    assert found is not None
    return f"{found.start}..{found.end}"


def test_the_days_are_those_that_all_share() -> None:
    assert (
        days(("2018-02-01", "2018-02-05"), ("2018-02-04", None), ("2018-02-03", "2018-02-28"))
        == "2018-02-04..2018-02-04"
    )


def test_one_that_shares_none_does_not_move_the_others() -> None:
    assert days(("2018-02-04", None), ("2018-02-04", "2018-02-06"), ("2018-02-07", None)) == "2018-02-04..2018-02-04"


def test_where_no_day_has_a_majority_it_is_all_from_first_to_last() -> None:
    assert days(("2018-02-04", None), ("2018-02-07", None)) == "2018-02-04..2018-02-07"


def test_without_days_there_is_none() -> None:
    assert common_days([Report("a").tell(attack(), "it was struck")]) is None
