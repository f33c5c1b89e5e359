"""How a task ends otherwise than done."""


class AirflowException(Exception):
    """Failed: tried again while retries are left."""


class AirflowFailException(AirflowException):
    """Failed for good: not tried again."""


class AirflowSkipException(AirflowException):
    """Skipped: not tried again, and no failure."""
