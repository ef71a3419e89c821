"""The proleptic Gregorian calendar for any year, in whole numbers.

Day 0 is 1970-01-01. The era arithmetic follows Howard Hinnant's "chrono-compatible low-level date
algorithms", where it is derived and proved.
"""

from __future__ import annotations

DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    return 29 if month == 2 and is_leap(year) else DAYS_IN_MONTH[month - 1]


def days_from_civil(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * 146_097 + day_of_era - 719_468


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day of a number of days since 1970-01-01."""
    era, day_of_era = divmod(days + 719_468, 146_097)
    year_of_era = (
        day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    return era * 400 + year_of_era + (month <= 2), month, day


def day_of_year(year: int, month: int, day: int) -> int:
    """1 for 1 January."""
    return DAYS_BEFORE_MONTH[month - 1] + day + (month > 2 and is_leap(year))


def weekday(days: int) -> int:
    """1 for Monday to 7 for Sunday, of a number of days since 1970-01-01 (a Thursday)."""
    return (days + 3) % 7 + 1


def week_of_year(year: int, month: int, day: int) -> int:
    """The week of ISO 8601: the one that holds the year's first Thursday is week 1."""
    days = days_from_civil(year, month, day)
    thursday = days - weekday(days) + 4
    thursdays_year = civil_from_days(thursday)[0]
    return (thursday - days_from_civil(thursdays_year, 1, 1)) // 7 + 1
