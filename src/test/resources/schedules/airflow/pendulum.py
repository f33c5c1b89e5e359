"""A fake of the library of times that Airflow brings."""

import datetime as standard
import types


def datetime(year, month, day, *, tz):
    return types.SimpleNamespace(day=standard.date(year, month, day), tzinfo=tz)
