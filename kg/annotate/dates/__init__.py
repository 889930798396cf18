"""Dates: found, and placed in the calendar with the help of the day of publication."""

from kg.annotate.dates.nearest import date_before, dates_in, precise

__all__ = ["date_before", "dates_in", "precise"]
