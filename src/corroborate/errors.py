"""The exceptions of Corroborate, one tree.

    CorroborateError
    ├── UsageError            the user asked for what cannot be; exit code 2
    │   └── SettingsError     a setting or a data file written by the user is wrong
    ├── WorldError            the outside failed: a file, a database, a library
    │   ├── CollectError      bytes could not be had
    │   ├── ReadError         bytes could not be read as a document
    │   └── StoreError        the case could not be opened, read or written
    └── InvariantError        a value would have been wrong; a defect of the program

Bad *data* is no exception: a stage returns it as an `Issue` (see `model.issue`).
"""


class CorroborateError(Exception):
    """Anything that Corroborate raises on purpose."""


class UsageError(CorroborateError):
    """What was asked for cannot be done as asked; the message says what to do."""


class SettingsError(UsageError):
    """A setting, methodology or manifest is malformed; the message names file and line."""


class WorldError(CorroborateError):
    """The world outside the program failed."""


class CollectError(WorldError):
    """Bytes could not be had from where they were said to be."""


class ReadError(WorldError):
    """Bytes could not be read as a document."""


class StoreError(WorldError):
    """The case could not be opened, read or written."""


class InvariantError(CorroborateError, ValueError):
    """A value would have broken its own promise."""
