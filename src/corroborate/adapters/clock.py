"""The clock of the machine."""

from datetime import UTC, datetime


class SystemClock:
    """Answers `ports.Clock` with the machine's own time."""

    def now(self) -> datetime:
        """Return the current time, in UTC and aware of it."""
        return datetime.now(UTC)
