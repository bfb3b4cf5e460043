"""The case as one object: add reports, read the record, decide, verify."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from corroborate import collect, review
from corroborate.case.intake import Adding, Desk, Progress, Summary, Told
from corroborate.case.verifying import Hashed, verify
from corroborate.collect import EMPTY_MANIFEST, Row
from corroborate.errors import StoreError
from corroborate.grade import Methodology, grade, legend, load
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, details, entry_of
from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import IncidentId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.record import Fold, Record
from corroborate.model.verification import Verification
from corroborate.settings import Settings


def _silence(_told: Told) -> None:
    """Tell nobody."""


def _unwatched(_done: int, _total: int) -> None:
    """Tell nobody."""


class Case:
    """A case on disk. Open it with `corroborate.open_case`; leave it with `with` or `close`."""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._settings = settings

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._desk.store.close()

    # --- adding ---------------------------------------------------------------------------------------------------

    def add(  # noqa: PLR0913  # each is an option of the command, and by name only
        self,
        *sources: str | Path,
        manifest: str | Path | None = None,
        publisher: str | None = None,
        published: date | None = None,
        url: str | None = None,
        language: str | None = None,
        anew: bool = False,
        stdin: BinaryIO | None = None,
        progress: Progress = _silence,
    ) -> Summary:
        """Add files, folders or "-" and return what came of them; what the case holds already is passed by.

        A manifest says beforehand what is known of reports, and the other options overrule it for all; `anew` reads
        again what was read before. A CollectError where a source does not exist.
        """
        self.methodology()  # a wrong one is told before the work, not after it
        said = Row(publisher, published, url, language)
        known = collect.read_manifest(Path(manifest)) if manifest else EMPTY_MANIFEST
        found = list(collect.leads([str(source) for source in sources], known, overrule=said))
        summary = Adding(self._desk, progress, anew=anew, stdin=stdin).run(found)
        self._fold()
        return summary

    def read_again(self, progress: Progress = _silence) -> Summary:
        """Read every report again from the evidence that was kept, as a newer version would, and fold the record."""
        summary = Adding(self._desk, progress, anew=True, stdin=None).again()
        self._fold()
        return summary

    # --- reading --------------------------------------------------------------------------------------------------

    def documents(self) -> tuple[Document, ...]:
        """Return what was read, by name."""
        return self._desk.store.documents()

    def sightings(self) -> tuple[Sighting, ...]:
        """Return where and when each report was seen, in the order in which that happened."""
        return self._desk.store.sightings()

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims, by report and place in its text."""
        return self._desk.store.claims()

    def incidents(self, methodology: str | None = None) -> tuple[Incident, ...]:
        """Return the incidents, graded by a methodology (without a name: the case's own)."""
        return self._graded(self._fold(), methodology)

    def methodology(self, name: str | None = None) -> Methodology:
        """Return a methodology by its name or path (without one: the case's own); a SettingsError where it is wrong."""
        return load(name or self._settings.methodology)

    def tallies(self) -> tuple[Tally, ...]:
        """Return the totals over spans and areas."""
        return self._fold().tallies

    def issues(self) -> tuple[Issue, ...]:
        """Return every doubt that is open."""
        self._fold()
        return self._desk.store.issues()

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, in order."""
        return self._desk.store.judgements()

    def search(self, words: str) -> tuple[Document, ...]:
        """Return the documents that hold all of the words, the best first."""
        ids = self._desk.store.search(words)
        found = {document.id: document for document in self._desk.store.documents(ids)}
        return tuple(found[name] for name in ids)

    def record(self, methodology: str | None = None) -> Record:
        """Return everything at once, as the publishers take it."""
        fold = self._fold()
        return Record(
            documents=self.documents(),
            sightings=self.sightings(),
            claims=self.claims(),
            incidents=self._graded(fold, methodology),
            tallies=fold.tallies,
            issues=self._desk.store.issues(),
            judgements=self.judgements(),
            legend=legend(self.methodology(methodology)),
        )

    def report(self, incident: IncidentId | None = None, methodology: str | None = None) -> str:
        """Return the dossier of the case, or of one incident, as one self-contained HTML page."""
        from corroborate.publish import dossier  # noqa: PLC0415  # its templates are slow to load: only for who wants it

        return dossier(self.record(methodology), incident)

    def write_report(self, path: str | Path) -> Path:
        """Write the dossier of the case to a file and return its path."""
        target = Path(path)
        target.write_text(self.report(), encoding="utf-8")
        return target

    # --- deciding and checking ------------------------------------------------------------------------------------

    def judge(self, verdict: Verdict, subjects: Sequence[str], reason: str, value: str | None = None) -> Judgement:
        """Append a decision by the case's author and return it; the record follows it from now on."""
        author, clock = self._settings.author, self._desk.custody.clock
        return review.judge(self._desk.store, clock, verdict, subjects, author=author, reason=reason, value=value)

    def verify(self, hashed: Hashed = _unwatched, *, heads: Sequence[str] = ()) -> Verification:
        """Hash every capture again, walk the custody log, hold the record against both; the log tells what came of it.

        `hashed` is told how many captures are done, of how many. `heads` are hashes of entries that were kept
        elsewhere. Where the log can no longer be written, the result says so.
        """
        store = self._desk.store
        head = store.head()
        found = verify(store, self._desk.evidence, hashed, heads=heads)
        subjects = tuple(fault.subject for fault in found.faults)
        try:
            self.log(ActKind.VERIFY, "case", sequence=head.sequence, head=head.digest, faults=subjects)
        except StoreError as error:
            return replace(found, notes=(*found.notes, f"This check is not in the log: {error}"))
        return found

    def custody(self) -> Iterator[AuditEntry]:
        """Yield the custody log from its beginning; an InvariantError at an entry that was changed into none."""
        return map(entry_of, self._desk.store.audit())

    def log(self, kind: ActKind, subject: str, /, **said: Detail) -> None:
        """Append an act of the case's author to the custody log: what was viewed, handed on, checked."""
        custody = self._desk.custody
        self._desk.store.log(Act(kind, custody.clock.now(), custody.collector, subject, details(**said)))

    def _graded(self, fold: Fold, methodology: str | None) -> tuple[Incident, ...]:
        """Return the incidents of a fold by a methodology: nothing is read or linked again."""
        wanted = self.methodology(methodology)
        if fold.maker == self._maker(wanted):
            return fold.incidents
        ungraded = [replace(incident, grades=()) for incident in fold.incidents]
        return grade(ungraded, self.claims(), wanted, self.judgements())

    def _maker(self, methodology: Methodology) -> str:
        return f"{self._desk.makers.fold}, {methodology.maker}"

    def _fold(self) -> Fold:
        """Return what all claims come to, by whatever methodology it was graded last; see `_graded`."""
        store, as_of = self._desk.store, self._desk.store.sequence()
        maker, made_of = store.folded() or ("", as_of)
        kept = store.fold() if made_of == as_of and maker.startswith(f"{self._desk.makers.fold}, ") else None
        if kept is not None:
            return kept
        from corroborate import pipeline  # noqa: PLC0415  # the stages' libraries are slow to load: not for a listing

        methodology = self.methodology()
        incidents, tallies, issues = pipeline.fold(store.claims(), store.judgements(), methodology)
        fold = Fold(incidents, tallies, issues, self._maker(methodology), as_of)
        # Where somebody adds reports meanwhile, it is not kept: what was true a moment ago is told, the next who asks
        # folds again.
        store.refold(fold)
        return fold
