"""Record → one HTML page that stands on its own."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from corroborate.errors import UsageError
from corroborate.model.ids import IncidentId
from corroborate.model.record import Record
from corroborate.publish.evidence import shelve
from corroborate.publish.narrowing import narrowed
from corroborate.publish.page import build


def dossier(
    record: Record, incident: IncidentId | None = None, beside: Sequence[Record] = (), *, withheld: int = 0
) -> str:
    """Return the dossier of a record, or of one incident of it: HTML that loads nothing and sends nothing.

    `beside` are the same record under other methodologies, whose results stand beside its own; `withheld` is how
    many incidents a person withheld, which are left out of it. A UsageError where the
    record has no such incident.
    """
    shelf = shelve(record)
    shown = record
    if incident is not None:
        found = next((i for i in record.incidents if i.id == incident), None)
        if found is None:
            raise UsageError(f"no incident {incident} in this case; `corroborate incidents` lists them")
        shown = narrowed(record, found)
        shelf = shelve(shown)
    page = build(shown, shelf, whole=incident is None, beside=beside, withheld=withheld)
    return _template().render(page=page, css=_text("dossier.css"))


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("corroborate.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html.j2")


def _text(name: str) -> Markup:
    """Return one of the page's own files as it is: ours, so not escaped."""
    return Markup((files(__package__) / "templates" / name).read_text(encoding="utf-8"))  # noqa: S704  # a packaged file
