"""The tables. What was seen and decided is appended; what was computed from it may be replaced.

A row's `body` is the whole value as JSON; the columns beside it are what is searched and joined by.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# --- the truth: appended, never changed ---------------------------------------------------------------------------

capture = Table(
    "capture",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", String, nullable=False),
)

sighting = Table(
    "sighting",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),  # hashed from all but the time: seen again is seen once
    Column("capture", ForeignKey("capture.id"), nullable=False, index=True),
    Column("name", String, nullable=False, index=True),
    Column("location", String, nullable=False),
    Column("body", JSON, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("verdict", String, nullable=False),
    Column("author", String, nullable=False),
    Column("body", JSON, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("line", Text, nullable=False),
)

# Where the log ends: how far it and its copy beside the database have come, and which entry last changed the record.
head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sequence", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("mirrored", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

# What pseudonyms are made by: random, made at the first use, never told.
secret = Table(
    "secret",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("value", LargeBinary, nullable=False),
    CheckConstraint("id = 1", name="only_one"),
)

# Files of the evidence that a forgetting has still to remove, with what it left in the log's copy and in free pages.
erasing = Table("erasing", metadata, Column("sha256", String(64), primary_key=True))

# --- computed a report at a time ----------------------------------------------------------------------------------

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),  # what the text search refers to
    Column("id", String, nullable=False, unique=True),
    Column("capture", ForeignKey("capture.id"), nullable=False, unique=True),
    Column("name", String, nullable=False, index=True),
    Column("publisher", String),
    Column("published", Date, index=True),
    Column("text", Text, nullable=False),
    Column("passages", LargeBinary, nullable=False),
    Column("body", JSON, nullable=False),
)

reading = Table(
    "reading",
    metadata,
    Column("capture", ForeignKey("capture.id"), primary_key=True),
    Column("document", ForeignKey("document.id")),
    Column("maker", String, nullable=False),
)

claim = Table(
    "claim",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", ForeignKey("document.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String, nullable=False, index=True),
    Column("effect", String, index=True),
    Column("origin", String, nullable=False, index=True),
    Column("first_day", Date, index=True),
    Column("last_day", Date),
    Column("body", JSON, nullable=False),
    Column("added", Boolean, nullable=False, server_default=false()),  # by a person: written with the fold
    CheckConstraint('start >= 0 AND start < "end"', name="span"),
)

issue = Table(
    "issue",
    metadata,
    Column("scope", String, primary_key=True),  # a capture's id, "collect" or "fold": what is replaced together
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False, index=True),
    Column("subject", String, nullable=False, index=True),
    Column("body", JSON, nullable=False),
)

# --- computed over all reports ------------------------------------------------------------------------------------

fold = Table(
    "fold",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("maker", String, nullable=False),
    Column("as_of", Integer, nullable=False),
    Column("last_document", Integer, nullable=False),  # the numbers of the last ones that it was made of
    Column("last_judgement", Integer, nullable=False, server_default="0"),
    CheckConstraint("id = 1", name="only_one"),
)


def _dated(name: str) -> Table:
    """Return a table of values of the record that are listed by day and title."""
    return Table(
        name,
        metadata,
        Column("id", String, primary_key=True),
        Column("title", String, nullable=False),
        Column("first_day", Date, index=True),
        Column("last_day", Date),
        Column("body", JSON, nullable=False),
    )


incident = _dated("incident")
tally = _dated("tally")

member = Table(
    "member",
    metadata,
    Column("group", String, primary_key=True),
    Column("claim", ForeignKey("claim.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("role", String, nullable=False),
    Index("ix_member_role", "role"),
)

# In what each doubt of the fold was found: it goes when any of these is looked at anew.
finding = Table(
    "finding",
    metadata,
    Column("found_in", String, primary_key=True),
    Column("issue", String, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# What stages remember of the case for the reports that come next, and 64 bits of a hash of each key to it.
card = Table(
    "card",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("body", JSON, nullable=False),
    Index("ix_card_kind", "kind", "id", unique=True),
)

card_key = Table(
    "card_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("card", ForeignKey("card.number", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
