"""Every meaning by the name that `time_patterns.tsv` gives it."""

from collections.abc import Callable, Mapping

from corroborate.locate import time_counts as counts
from corroborate.locate import time_dates as dates
from corroborate.locate import time_feasts as feasts
from corroborate.locate import time_parts as parts
from corroborate.locate.time_anchor import Anchor, NoAnchorError, Outcome, Unresolved, Words

Meaning = Callable[[Words, Anchor], Outcome]
_MEANINGS: tuple[Meaning, ...] = (
    dates.full_date,
    dates.week_at,
    dates.day_of,
    dates.day_told,
    dates.date_range,
    dates.month,
    dates.month_of_year,
    dates.last_month_name,
    dates.month_range,
    dates.year,
    dates.year_range,
    dates.decade,
    dates.season,
    dates.past_seasons,
    feasts.feast,
    feasts.feast_day,
    feasts.feast_week,
    feasts.feast_eve,
    parts.units_of,
    parts.nth_of,
    parts.nth_weekday,
    parts.half,
    parts.quarter,
    parts.same_unit,
    counts.weekday,
    counts.weekday_before,
    counts.weekday_last_week,
    counts.weekday_range,
    counts.weekday_night,
    counts.days_ago,
    counts.overnight,
    counts.back,
    counts.running,
    counts.run_up,
    counts.ago,
    counts.back_to,
    counts.from_previous,
    counts.days_from,
    counts.next_unit,
    counts.after_clause,
    counts.anniversary,
    counts.same,
    counts.since_then,
    counts.unit_before,
    counts.last_unit,
    counts.so_far,
    counts.so_far_before,
    counts.weekend,
    counts.vague,
    counts.future,
)
MEANINGS: Mapping[str, Meaning] = {meaning.__name__: meaning for meaning in _MEANINGS}


def resolve(meaning: str, words: Words, anchor: Anchor) -> Outcome:
    """Return the days that the words mean, or why they mean none. No input makes it fail."""
    try:
        return MEANINGS[meaning](words, anchor)
    except NoAnchorError:
        return Unresolved.OPEN
    except (ValueError, OverflowError):
        return Unresolved.INVALID
