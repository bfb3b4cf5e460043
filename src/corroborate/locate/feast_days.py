"""The days of feasts: months by the moon, and the Easters of the western and the eastern churches. Arithmetic only."""

from datetime import date, timedelta
from math import radians, sin

from corroborate.locate import calendar
from corroborate.model.situation import Interval

# A month of the Islamic calendar begins on the day after the new moon, or a day later where the moon was new too late
# to be seen that evening. Held against the 47 beginnings of Ramadan, of Eid al-Fitr and of Eid al-Adha that Saudi
# Arabia announced from 2010 to 2025, 41 days are right and the others off by one (by the tabular calendar, 23).
_SEEN_UNTIL = 11 / 24  # of the day, universal time
_MONTH = 29.530588861  # days from one new moon to the next
_MUHARRAM_1 = -17_037  # the new moon of 1 Muharram 1 AH, counted from the first of the year 2000
_ISLAMIC_EPOCH = 227_015  # ordinal of that day
_NEW_MOON_2000 = 730_125.59766  # ordinal, with its part of the day
# J. Meeus, Astronomical Algorithms, chapter 49: days, and multiples of the sun's anomaly, the moon's, its latitude.
_NEW_MOON_TERMS = (
    (-0.40720, 0, 1, 0),
    (0.17241, 1, 0, 0),
    (0.01608, 0, 2, 0),
    (0.01039, 0, 0, 2),
    (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0),
    (0.00208, 2, 0, 0),
    (-0.00111, 0, 1, -2),
    (-0.00057, 0, 1, 2),
    (0.00056, 1, 2, 0),
)
_JULIAN_LAG = 13  # days between the calendars, from 1900 to 2099


def islamic(year_ah: int, number: int, first: int, length: int) -> Interval:
    """Return days of an Islamic month, computed from the new moon; the sighting of it may move them by a day.

    >>> islamic(1438, 10, 1, 3).start.isoformat()
    '2017-06-25'
    """
    moon = _new_moon((year_ah - 1) * 12 + number - 1 + _MUHARRAM_1)
    start = int(moon) + (1 if moon % 1 < _SEEN_UNTIL else 2) + first - 1
    return calendar.span(date.fromordinal(start), date.fromordinal(start + length - 1))


def islamic_year(when: date) -> int:
    """Return the year AH in which a day lies, or (at its turn) the next or last."""
    return int((when.toordinal() - _ISLAMIC_EPOCH) / _MONTH) // 12 + 1


def _new_moon(count: int) -> float:
    """Return the ordinal, with the part of the day, of the new moon so many after the first of the year 2000."""
    sun, moon, latitude = (
        radians(at + by * count)
        for at, by in ((2.5534, 29.10535670), (201.5643, 385.81693528), (160.7108, 390.67050284))
    )
    mean = _NEW_MOON_2000 + _MONTH * count
    return mean + sum(size * sin(s * sun + m * moon + f * latitude) for size, s, m, f in _NEW_MOON_TERMS)


def easter(number: int) -> date:
    """Return Easter Sunday of the western churches (the anonymous Gregorian computus)."""
    a, (b, c) = number % 19, divmod(number, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    number_of_month, zero_based = divmod(h + k - 7 * m + 114, 31)
    return date(number, number_of_month, zero_based + 1)


def orthodox_easter(number: int) -> date:
    """Return Easter Sunday of the eastern churches (Meeus, by the Julian calendar).

    >>> orthodox_easter(2021).isoformat()
    '2021-05-02'
    """
    d = (19 * (number % 19) + 15) % 30
    e = (2 * (number % 4) + 4 * (number % 7) - d + 34) % 7
    number_of_month, zero_based = divmod(d + e + 114, 31)
    return date(number, number_of_month, zero_based + 1) + timedelta(days=_JULIAN_LAG)
