"""The first tables, and the full-text search over what the documents say."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_INDEXES = {
    "sighting": ("capture", "name"),
    "audit": ("subject",),
    "document": ("name", "published"),
    "claim": ("document", "effect", "first_day", "kind", "origin"),
    "issue": ("kind", "subject"),
    "incident": ("first_day",),
    "tally": ("first_day",),
    "member": ("claim", "role"),
}
# The index holds no text of its own: it refers to the rows of `document`, which triggers keep it in step with.
_SEARCH = (
    """
    CREATE VIRTUAL TABLE document_search USING fts5(
        name, publisher, text, content='document', content_rowid='number', tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TRIGGER document_search_add AFTER INSERT ON document BEGIN
        INSERT INTO document_search(rowid, name, publisher, text)
        VALUES (new.number, new.name, new.publisher, new.text);
    END
    """,
    """
    CREATE TRIGGER document_search_drop AFTER DELETE ON document BEGIN
        INSERT INTO document_search(document_search, rowid, name, publisher, text)
        VALUES ('delete', old.number, old.name, old.publisher, old.text);
    END
    """,
)


def upgrade() -> None:
    """Make all tables."""
    _truth()
    _reports()
    _folds()
    for table, columns in _INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, [column])
    if op.get_bind().dialect.name == "sqlite":
        for statement in _SEARCH:
            op.execute(statement)


def downgrade() -> None:
    """Drop all tables."""
    if op.get_bind().dialect.name == "sqlite":
        for statement in ("TRIGGER document_search_drop", "TRIGGER document_search_add", "TABLE document_search"):
            op.execute(f"DROP {statement}")
    for table in ("member", "tally", "incident", "fold", "issue", "claim", "reading", "document"):
        op.drop_table(table)
    for table in ("audit", "judgement", "sighting", "capture"):
        op.drop_table(table)


def _text(name: str, *, optional: bool = False, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=optional)


def _reference(name: str, *, optional: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64) if name == "capture" else sa.String(), nullable=optional)


def _body() -> sa.Column[object]:
    return sa.Column("body", sa.JSON(), nullable=False)


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer(), autoincrement=True, nullable=False)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _to(table: str, column: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{column}.id"], name=name, ondelete=ondelete)


def _once(table: str, column: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(column, name=f"uq_{table}_{column}")


def _truth() -> None:
    size = sa.Column("size", sa.Integer(), nullable=False)
    op.create_table("capture", _text("id", length=64), size, _text("media_type"), _key("capture", "id"))
    said = (_text("name"), _text("location"), _body())
    keys = (_key("sighting", "number"), _once("sighting", "id"), _to("sighting", "capture"))
    op.create_table("sighting", _number(), _text("id"), _reference("capture"), *said, *keys)
    decided = (_text("verdict"), _text("author"), _body())
    op.create_table(
        "judgement", _number(), _text("id"), *decided, _key("judgement", "number"), _once("judgement", "id")
    )
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("at", "actor", "act", "subject")),
        sa.Column("details", sa.Text(), nullable=False),
        _text("previous", length=64),
        _text("digest", length=64),
        _key("audit", "sequence"),
        _once("audit", "previous"),
    )


def _reports() -> None:
    read = (sa.Column("text", sa.Text(), nullable=False), sa.Column("passages", sa.LargeBinary(), nullable=False))
    known = (_text("name"), _text("publisher", optional=True), sa.Column("published", sa.Date()))
    keys = (_key("document", "number"), _once("document", "id"), _once("document", "capture"))
    links = (_to("document", "capture"),)
    op.create_table("document", _number(), _text("id"), _reference("capture"), *known, *read, _body(), *keys, *links)
    made = (_reference("document", optional=True), _text("maker"))
    keys_and_links = (_key("reading", "capture"), _to("reading", "capture"), _to("reading", "document"))
    op.create_table("reading", _reference("capture"), *made, *keys_and_links)
    op.create_table(
        "claim",
        _text("id"),
        _reference("document"),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        _text("kind"),
        _text("effect", optional=True),
        _text("origin"),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        _body(),
        _key("claim", "id"),
        _to("claim", "document"),
        sa.CheckConstraint('start >= 0 AND start < "end"', name="span"),
    )
    doubt = (_text("scope"), _text("id"), _text("kind"), _text("subject"), _body())
    op.create_table("issue", *doubt, _key("issue", "scope", "id"))


def _folds() -> None:
    op.create_table(
        "fold",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _text("maker"),
        sa.Column("as_of", sa.Integer(), nullable=False),
        _key("fold", "id"),
        sa.CheckConstraint("id = 1", name="only_one"),
    )
    for table in ("incident", "tally"):
        position = sa.Column("position", sa.Integer(), nullable=False)
        days = (sa.Column("first_day", sa.Date()), sa.Column("last_day", sa.Date()))
        op.create_table(table, _text("id"), position, *days, _body(), _key(table, "id"))
    link = _to("member", "claim", "CASCADE")
    op.create_table("member", _text("group"), _text("claim"), _text("role"), _key("member", "group", "claim"), link)
