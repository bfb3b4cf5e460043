"""Taking over a case, or an incident, that somebody handed over: nothing of it that does not hold, and nothing twice.

The bytes are kept first, then all that the record learns is written in one transaction, with the log's entries on it;
then its reports are read, one by one, as they would be here. So a kill leaves a whole case, and the same command does
the rest. The sender's custody log is kept as it came: the entries here name it by what binds it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from corroborate.case.agreement import Names, writable
from corroborate.case.handed_check import Checked, check_package, package_of, stamp_parts
from corroborate.case.intake import Desk
from corroborate.case.provenance import bound, first
from corroborate.case.stamping import kept_for
from corroborate.model import acts
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details, entries_of
from corroborate.model.document import Capture, Sighting
from corroborate.model.handover import EVIDENCE, LOG, Takeover
from corroborate.model.ids import CaptureId, JudgementId
from corroborate.model.record import UNREAD
from corroborate.model.verification import Fault
from corroborate.ports import CaseStore, Package


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of it: the captures and judgements that are new here, and the reports that have to be read.

    `faults` are what is wrong with the package: then nothing was taken over; `notes` are worth knowing. `is_known`
    where nothing was new.
    """

    captures: int
    judgements: int
    unread: tuple[Capture, ...]
    holds: tuple[str, ...]
    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    is_known: bool = False


def take_over(desk: Desk, package: Package, watched: Callable[[str], None]) -> Taken:
    """Check a package and take over what holds; whoever asks for it adds alone. `watched` is told of each step."""
    watched("Checking the package")
    checked = check_package(package, desk.authority, desk.calendars)
    if checked.faults:
        return Taken(0, 0, (), checked.holds, checked.faults, checked.notes)
    known = _Known(desk.store)
    takeover = _Taking(desk, package, checked, known).takeover()
    if takeover.acts:
        watched("Keeping its evidence")
        _keep(desk, package, checked)
        desk.store.take_over(takeover)
    captures = {capture.id for capture in desk.store.captures()} & package.captures().keys()
    unread = (one for one in desk.store.captures() if one.id in captures and desk.store.reader(one.id) == UNREAD)
    return Taken(
        len({sighting.capture for _, sighting in takeover.sightings} - known.captures),
        len(takeover.judgements),
        tuple(unread),
        checked.holds,
        (),
        checked.notes,
        is_known=not takeover.acts,
    )


class _Known:
    """What the case holds already: its captures and sightings, its own entries, those that it took over before."""

    def __init__(self, store: CaseStore) -> None:
        self.captures = {capture.id for capture in store.captures()}
        self.sightings = store.sightings()
        self.places = {(one.capture, replace(one.lead, name="")) for one in self.sightings}
        self.judgements = {judgement.id for judgement in store.judgements()}
        self.digests: set[Detail] = set()
        self.heads: set[Detail] = set()
        self.kept: set[Detail] = set()
        for entry in entries_of(store.audit()):
            said = dict(entry.act.details)
            self.digests.add(entry.digest)
            if entry.act.kind is ActKind.IMPORT:
                self.digests.add(said.get("digest"))
                self.heads.add(said.get("head"))
                self.kept.add(said.get("kept"))


class _Taking:
    """What a package brings that is new here."""

    def __init__(self, desk: Desk, package: Package, checked: Checked, known: _Known) -> None:
        self._package = package
        self._checked = checked
        self._known = known
        self._names = Names(known.sightings)
        self._custody = (desk.custody.clock.now(), desk.custody.collector)
        self._sightings: list[tuple[Capture, Sighting]] = []
        self._judgements: list[JudgementId] = []
        self._acts: list[Act] = []

    def takeover(self) -> Takeover:
        """Return it; without any act where nothing is new."""
        if self._checked.own.digests[-1] in self._known.heads | self._known.digests:
            return Takeover((), (), (), ())
        self._acts.extend(self._logs())
        for entry in self._checked.own.entries:
            found = first(entry, self._checked.others)
            if found is None or not {entry.digest, found[0].digest}.isdisjoint(self._known.digests):
                continue
            self._take(entry, found[1])
        judgements = tuple(self._checked.judgements[one] for one in self._judgements)
        return Takeover(tuple(self._sightings), tuple(self._unread()), judgements, tuple(self._acts))

    def _logs(self) -> Iterator[Act]:
        """Yield the acts of taking over the logs, of which the first is the package's own."""
        for path, log in self._checked.logs.items():
            kept = self._package.sha256_of(path)
            if path != LOG and kept in self._known.kept:
                continue
            said = {"file": writable(self._package.name), "kept": kept, **bound(log)}
            if path == LOG:
                yield Act(ActKind.IMPORT, *self._custody, self._package.sha256, details(**said))
            else:
                told = details(within=self._package.sha256, **said)
                yield Act(ActKind.IMPORT, *self._custody, package_of(path), told)

    def _take(self, entry: AuditEntry, act: Act) -> None:
        """Take over what an entry tells of, which goes back to this act: a collection or a judgement."""
        name = None
        if act.kind is ActKind.COLLECT:
            capture, sighting = acts.collected(act)
            lead = self._names.kept(sighting.lead, capture.id)
            self._sightings.append((capture, replace(sighting, lead=lead)))
            name = lead.name
        elif act.kind is ActKind.JUDGE:
            if act.subject in self._known.judgements:
                return
            self._judgements.append(JudgementId(act.subject))
        else:
            return
        self._acts.append(acts.importing(act.subject, self._custody, self._package.sha256, entry, name))

    def _unread(self) -> Iterator[CaptureId]:
        """Yield the reports that are new here, or of which more is known now."""
        logs = (self._checked.own.entries, *(entries.values() for entries in self._checked.others.values()))
        reports = {entry.act.subject for entries in logs for entry in entries if entry.act.kind is ActKind.READ}
        new = (one for _, one in self._sightings if (one.capture, replace(one.lead, name="")) not in self._known.places)
        yield from dict.fromkeys(one.capture for one in new if one.capture in reports)


def _keep(desk: Desk, package: Package, checked: Checked) -> None:
    """Keep the captures, the logs and what their stamps are checked by, a piece at a time."""
    for capture in package.captures():
        with package.open(f"{EVIDENCE}/{capture}") as file:
            desk.evidence.keep_file(file, capture)
    for path, log in checked.logs.items():
        with package.open(path) as file:
            desk.evidence.keep_file(file, package.sha256_of(path))
        fetch = stamp_parts(package, path, log.entries)
        for part in sorted(kept_for(log.entries)):
            desk.evidence.keep(fetch(part))
