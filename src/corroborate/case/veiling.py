"""A case → its values without what people marked as confidential."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from corroborate.model.audit import Act, AuditEntry, Detail, SealedEntry, entry_or_seal
from corroborate.model.ids import CaptureId
from corroborate.model.record import Fold
from corroborate.ports import CaseStore
from corroborate.replay import replay
from corroborate.veil import Known, Pseudonyms, Veil, marks_of

Value = TypeVar("Value")


class Veiling:
    """Shows values of a case as they may be seen; made anew when the case has changed.

    Where nothing is marked, or what is confidential is shown `openly`, values are shown as they are. What is marked is
    looked for in all that the case holds, also where less of it was known on the day that is asked for.
    """

    def __init__(self, store: CaseStore, fold: Callable[[], Fold], *, openly: bool) -> None:
        """Look at a store; `fold` gives what all claims come to."""
        self._store = store
        self._fold = fold
        self._openly = openly
        self._made: tuple[int, Veil | None] | None = None

    def shown(self, value: Value) -> Value:
        """Return a value, or many, as it may be seen."""
        veil = self._veil()
        return value if veil is None else veil.shown(value)

    def entry(self, line: str) -> AuditEntry | SealedEntry:
        """Return the entry that a line of the log holds, sealed where it tells what is confidential."""
        entry = entry_or_seal(line)
        return entry.sealed if isinstance(entry, AuditEntry) and self.is_told_by(entry.act) else entry

    def is_told_by(self, act: Act) -> bool:
        """Say whether an act, as the log has it, tells what is confidential."""
        veil = self._veil()
        return veil is not None and veil.is_told_by(act)

    def hides(self, capture: CaptureId, content: Callable[[], bytes] = bytes) -> bool:
        """Say whether a capture is not shown, for what it is or for what its bytes hold."""
        veil = self._veil()
        return veil is not None and (veil.hides(capture) or veil.is_in(content()))

    def messages(self) -> Callable[[str], str]:
        """Return what makes of a text that a user is told the same without what is confidential now."""
        veil = self._veil()
        return str if veil is None else veil.message

    def true(self, shown: str) -> str:
        """Return the id or name that a pseudonym stands for; anything else as it is."""
        veil = self._veil()
        return shown if veil is None else veil.true(shown)

    def true_act(self, act: Act) -> Act:
        """Return an act on what was shown as the custody log has to tell it."""
        said = tuple((name, self._truly(value)) for name, value in act.details)
        return replace(act, subject=self.true(act.subject), details=said)

    def _truly(self, shown: Detail) -> Detail:
        match shown:
            case str():
                return self.true(shown)
            case tuple():
                return tuple(map(self.true, shown))
            case _:
                return shown

    def _veil(self) -> Veil | None:
        if self._openly:
            return None
        as_of = self._store.sequence()
        if self._made is None or self._made[0] != as_of:
            self._made = as_of, _veil_of(self._store, self._fold)
        return self._made[1]


def _veil_of(store: CaseStore, fold: Callable[[], Fold]) -> Veil | None:
    judgements = store.judgements()
    marks = marks_of(judgements)
    if not marks:
        return None
    documents, claims, folded = store.documents(), store.claims(), fold()
    known = Known(
        documents=documents,
        sightings=store.sightings(),
        claims=(*claims, *replay(claims, judgements, documents).claims),
        groups=folded.groups,
        judgements=judgements,
    )
    return Veil(known, marks, Pseudonyms(store.secret()))
