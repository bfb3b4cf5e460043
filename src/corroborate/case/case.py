"""The case as one object: add reports, read the record, decide, verify."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from corroborate import collect, review
from corroborate.case.anchoring import Anchoring
from corroborate.case.correcting import amendment, as_text, ground
from corroborate.case.deciding import Asked, judgement_of
from corroborate.case.folding import Folding, spoken_of
from corroborate.case.forgetting import Forgetting, Unwanted, forgetting
from corroborate.case.handing_over import HandOver, Order, handing_over
from corroborate.case.intake import Adding, Desk, Progress, Summary
from corroborate.case.missed import missed_claim
from corroborate.case.past import Kept, Past, past
from corroborate.case.recomputing import with_recomputed
from corroborate.case.reporting import dossier_of
from corroborate.case.stamping import Stamped, Stamping
from corroborate.case.taking_over import Taken, take_over
from corroborate.case.veiling import Veiling
from corroborate.case.verifying import Hashed, verify
from corroborate.case.watching import FEEDS, Watcher
from corroborate.collect import EMPTY_MANIFEST, Row
from corroborate.errors import CollectError, StoreError, UsageError
from corroborate.grade import Agreement, Methodology, agreements, grade, legend, load, touch
from corroborate.model.audit import Act, ActKind, AuditEntry, Detail, SealedEntry, details
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Sighting
from corroborate.model.grade import Legend
from corroborate.model.ids import CaptureId, ClaimId, IncidentId, JudgementId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.record import Fold, Record
from corroborate.model.verification import Verification
from corroborate.ports import Feeds, Package
from corroborate.replay import Replayed, contested, replay, rulings, settle
from corroborate.settings import Settings


def _nobody(*_told: object) -> None:
    """Tell nobody."""


class Case(AbstractContextManager["Case"]):
    """A case on disk. Open it with `corroborate.open_case`; leave it with `with` or `close`."""

    def __init__(self, desk: Desk, settings: Settings, past: Past | None = None, *, openly: bool = False) -> None:
        """Work at a desk; `past` cuts what is read down to what was known on a past day.

        What is confidential is shown `openly`, or else not at all.
        """
        self._desk = desk
        self._settings = settings
        self._past = past
        self._kept = Kept(desk.store, past)
        self._past_fold: Fold | None = None
        self._openly = openly
        self._veil = Veiling(desk.store, self._fold, openly=openly)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._desk.store.close()

    def as_of(self, day: date) -> "Case":
        """Return the case as it was known on a past day, to be read: by the reports that had been published by then."""
        known = past(day, self._kept.documents(), self._kept.sightings())
        return Case(self._desk, self._settings, known, openly=self._openly)

    def openly(self) -> "Case":
        """Return the case with what is confidential in it, for whoever may see that."""
        return Case(self._desk, self._settings, self._past, openly=True)

    # --- adding ---------------------------------------------------------------------------------------------------

    def add(  # noqa: PLR0913  # a library's front door: the sources, and what may be said of them, each by its name
        self,
        *sources: str | Path,
        manifest: str | Path | None = None,
        publisher: str | None = None,
        published: date | None = None,
        url: str | None = None,
        language: str | None = None,
        anew: bool = False,
        stdin: BinaryIO | None = None,
        progress: Progress = _nobody,
        waiting: Callable[[], None] = _nobody,
    ) -> Summary:
        """Add files, folders or "-" and return what came of them; what the case holds already is passed by.

        A manifest says beforehand what is known of reports, and the other options overrule it for all; `anew` reads
        again what was read before. One process adds at a time: `waiting` is told where another has to end first. A
        CollectError where a source does not exist, or lies in the case itself.
        """
        self.methodology()  # a wrong file of rules is told before the work, not after it
        self.agreements()
        said = Row(publisher, published, url, language)
        known = collect.read_manifest(Path(manifest)) if manifest else EMPTY_MANIFEST
        named = [str(source) for source in sources]
        found = list(collect.leads(named, known, overrule=said, home=self._settings.case))
        with self._desk.store.alone(waiting):
            summary = Adding(self._desk, progress, anew=anew, stdin=stdin).run(found)
        return self._folded(summary)

    def watch(
        self, *feeds: str, reader: Feeds, progress: Progress = _nobody, waiting: Callable[[], None] = _nobody
    ) -> Summary:
        """Collect what feeds offer and the case does not hold yet, and return what came of it."""
        with self._desk.store.alone(waiting):
            adding = Adding(self._desk, progress, anew=False, stdin=None)
            watcher = Watcher(adding, self._desk.finder(None), reader, self._settings.case / FEEDS)
            known = {sighting.lead.location for sighting in self._desk.store.sightings()}
            for feed in feeds:
                watcher.look(feed, known)
        return self._folded(adding.summary)

    def read_again(self, progress: Progress = _nobody, waiting: Callable[[], None] = _nobody) -> Summary:
        """Read every report again from the evidence that was kept, as a newer version would, and fold the record."""
        with self._desk.store.alone(waiting):
            summary = Adding(self._desk, progress, anew=True, stdin=None).again(self._desk.store.captures())
        return self._folded(summary)

    def take_over(
        self,
        package: Package,
        progress: Progress = _nobody,
        watched: Callable[[str], None] = _nobody,
        waiting: Callable[[], None] = _nobody,
    ) -> tuple[Taken, Summary]:
        """Take over what somebody handed over, unless something of it does not hold; return what came, and was read.

        A ReadError where it cannot be told what is in it. `watched` is told of each step before the reading.
        """
        with self._desk.store.alone(waiting):
            taken = take_over(self._desk, package, watched)
            summary = Adding(self._desk, progress, anew=True, stdin=None).again(taken.unread)
        return taken, self._folded(summary)

    # --- reading --------------------------------------------------------------------------------------------------

    def documents(self) -> tuple[Document, ...]:
        """Return what was read, by name."""
        return self._veil.shown(self._kept.documents())

    def sightings(self) -> tuple[Sighting, ...]:
        """Return where and when each report was seen, in the order in which that happened."""
        return self._veil.shown(self._kept.sightings())

    def captures(self) -> tuple[Capture, ...]:
        """Return what was preserved, by its hash; nothing that is confidential."""
        return tuple(one for one in self._desk.store.captures() if not self._veil.hides(one.id))

    def evidence(self, capture: CaptureId) -> bytes:
        """Return the bytes of a capture; a CollectError where they are missing, have changed, or are confidential."""
        if self._veil.hides(capture, lambda: self._desk.evidence.fetch(capture)):
            raise CollectError(f"{capture} is confidential, or names what is")
        return self._desk.evidence.fetch(capture)

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims as people have put them right, by report and place in its text."""
        return self._veil.shown(self._decided().claims)

    def incidents(self, methodology: str | None = None) -> tuple[Incident, ...]:
        """Return the incidents, graded by a methodology (without a name: the case's own)."""
        return self._veil.shown(self._graded(self._fold(), methodology))

    def methodology(self, name: str | None = None) -> Methodology:
        """Return a methodology by its name or path (without one: the case's own); a SettingsError where it is wrong."""
        return load(name or self._settings.methodology)

    def agreements(self) -> tuple[Agreement, ...]:
        """Return the norms that incidents may touch, one's own last; a SettingsError where a file is wrong."""
        return agreements(self._settings.norms)

    def legend(self, name: str | None = None) -> Legend:
        """Return what a reader has to know of a methodology, by its name or path (without one: the case's own)."""
        return legend(self.methodology(name))

    def tallies(self) -> tuple[Tally, ...]:
        """Return the totals over spans and areas."""
        return self._veil.shown(self._fold().tallies)

    def issues(self) -> tuple[Issue, ...]:
        """Return every doubt that is open."""
        return self._veil.shown(self._issues())

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided, in order."""
        return self._veil.shown(self._kept.judgements())

    def search(self, words: str) -> tuple[Document, ...]:
        """Return the documents that hold all of the words, the best first; none of which these are confidential."""
        ids = self._desk.store.search(words)
        shown = [one for one in self._kept.documents(ids) if not self._veil.hides(one.capture)]
        return tuple(sorted(shown, key=lambda document: ids.index(document.id)))

    def record(self, methodology: str | None = None, *, reports: bool = True) -> Record:
        """Return everything at once, as the publishers take it; quicker without the texts of the reports."""
        return self._veil.shown(self._record(methodology, reports=reports))

    def _record(self, methodology: str | None = None, *, reports: bool = True) -> Record:
        fold, decided = self._fold(), self._decided()
        groups = {str(one.id): one.claims for one in fold.groups}
        settled, _ = settle(decided.judgements, tuple(groups.values()))
        return Record(
            documents=self._kept.documents() if reports else (),
            sightings=self._kept.sightings(),
            claims=decided.claims,
            incidents=self._graded(fold, methodology),
            tallies=fold.tallies,
            issues=self._issues(),
            judgements=self._kept.judgements(),
            legend=self.legend(methodology),
            rulings=rulings(self._kept.judgements(), settled, groups, self._contested()),
            as_read=decided.as_read,
            as_of=self._past.day if self._past else None,
        )

    def report(
        self,
        incident: IncidentId | None = None,
        methodology: str | None = None,
        *,
        beside: Sequence[str] = (),
        withheld: bool = False,
    ) -> str:
        """Return the dossier of the case, or of one incident, as one self-contained HTML page.

        `beside` names methodologies whose results stand beside those of the first. What a person withheld is left out
        unless `withheld` asks for it; a UsageError where that is the incident itself.
        """
        record, others = self.record(methodology), [self.record(name) for name in beside]
        return dossier_of(record, incident, others, withheld=withheld)

    def write_report(self, path: str | Path) -> Path:
        """Write the dossier of the case to a file and return its path."""
        target = Path(path)
        target.write_text(self.report(), encoding="utf-8")
        return target

    def handing_over(
        self, output: Path, incident: IncidentId | None = None, *, withheld: bool = False
    ) -> AbstractContextManager[HandOver]:
        """Note that the case, or an incident, is handed on in a file; give what goes into it, as it stands meanwhile.

        A UsageError where the incident is withheld by a person, unless `withheld` takes it in.
        """
        order = Order(str(output), incident, withheld=withheld)
        return handing_over(self._desk, self.record, order, self._veil)

    # --- deciding and checking ------------------------------------------------------------------------------------

    def judge(self, verdict: Verdict, subjects: Sequence[str], reason: str, value: str | None = None) -> Judgement:
        """Append a decision by the case's author and return it; the record follows it from now on.

        A UsageError where it would change nothing.
        """
        return self._append(Asked(verdict, subjects, reason, value), self._record())

    def correct(self, claim: ClaimId, told: Mapping[str, str], reason: str, *, words: str | None = None) -> Judgement:
        """Put fields of a claim right, by the words of its report that stand for it, and return the judgement.

        Fields and values are written as `corroborate judge correct` takes them. A UsageError where a value cannot be,
        or the words are none of the report.
        """
        record = self._record()
        corrected = amendment(ground(ClaimId(self._veil.true(claim)), record, self._desk.gazetteer()), told, words)
        return self._append(Asked(Verdict.CORRECT, (claim,), reason, as_text(told), amendment=corrected), record)

    def add_claim(self, report: CaptureId, told: Mapping[str, str], reason: str, *, words: str) -> Judgement:
        """Add a claim that was missed in a report, as `corroborate judge add` takes it, and return the judgement.

        A UsageError where a value cannot be, the words are none of the report, or it is read already.
        """
        record, capture = self._record(), CaptureId(self._veil.true(report))
        added = missed_claim(capture, told, words, record, self._desk.gazetteer())
        return self._append(Asked(Verdict.ADD, (capture,), reason, as_text(told), amendment=added), record)

    def repoint(self, judgement: JudgementId, subjects: Sequence[str], reason: str) -> Judgement:
        """Append a judgement that says of other subjects what an earlier one said, and stands in its place.

        A UsageError where there is no such judgement, or it corrects a claim: then a new amendment takes its place.
        """
        record = self._record()
        former = next((one for one in record.judgements if one.id == self._veil.true(judgement)), None)
        if former is None or former.verdict in (Verdict.UNDO, Verdict.CORRECT, Verdict.ADD):
            raise UsageError(f"{judgement} cannot be pointed at something else: undo it and decide anew")
        return self._append(Asked(former.verdict, subjects, reason, former.value, former.id), record)

    def _append(self, asked: Asked, record: Record) -> Judgement:
        made_at = self._desk.custody.clock.now()
        true = asked.by_true_names(self._veil.true)
        made = judgement_of(true, record, self._settings.author, made_at, self.methodology)
        return self._veil.shown(review.judge(self._desk.store, made))

    def forgetting(self, unwanted: Unwanted, reason: str) -> Forgetting:
        """Return what would go for good, to be looked at and carried out; a UsageError where nothing would."""
        return forgetting(self._desk, self._settings, unwanted, reason)

    def verify(self, hashed: Hashed = _nobody, *, heads: Sequence[str] = (), recompute: bool = False) -> Verification:
        """Hash every capture again, walk the custody log, hold the record against both; the log tells what came of it.

        `hashed` is told how many captures are done, of how many. `heads` are hashes of entries that were kept
        elsewhere; `recompute`: see `with_recomputed`. Where the log can no longer be written, the result says so.
        """
        store = self._desk.store
        head = store.head()
        found = verify(self._desk, hashed, heads=heads)
        found = with_recomputed(found, self._folding(), store) if recompute else found
        subjects = tuple(fault.subject for fault in found.faults)
        try:
            self.log(ActKind.VERIFY, "case", sequence=head.sequence, head=head.digest, faults=subjects)
        except StoreError as error:
            found = replace(found, notes=(*found.notes, f"This check is not in the log: {error}"))
        return self._veil.shown(found)

    def stamp(self, urls: Sequence[str], certificates: Sequence[bytes] = ()) -> Stamped:
        """Have the head of the custody log, and the captures of each day, time-stamped by authorities; see `Stamping`.

        `certificates`, in PEM, are those to check the stamps by, where this machine does not know them.
        """
        desk = self._desk
        with desk.store.alone(_nobody):
            return Stamping(desk.store, desk.evidence, desk.custody, desk.authority()).stamp(urls, certificates)

    def anchoring(self) -> Anchoring:
        """Return what has calendars of OpenTimestamps anchor the head of the custody log in a block chain."""
        desk = self._desk
        return Anchoring(desk.store, desk.evidence, desk.custody, desk.calendars())

    def custody(self) -> Iterator[AuditEntry]:
        """Yield the custody log from its beginning; an InvariantError at an entry that was changed into none."""
        return (entry for entry in self.entries() if isinstance(entry, AuditEntry))

    def entries(self) -> Iterator[AuditEntry | SealedEntry]:
        """Yield the custody log with its sealed entries: those that were forgotten, or tell what is confidential."""
        return map(self._veil.entry, self._desk.store.audit())

    def log(self, kind: ActKind, subject: str, /, **said: Detail) -> None:
        """Append an act of the case's author to the custody log: what was viewed, handed on, checked."""
        custody = self._desk.custody
        act = Act(kind, custody.clock.now(), custody.collector, subject, details(**said))
        self._desk.store.log(self._veil.true_act(act))

    def messages(self) -> Callable[[str], str]:
        """Return what makes of a text that a user is told the same without what is confidential now."""
        return self._veil.messages()

    def _graded(self, fold: Fold, methodology: str | None) -> tuple[Incident, ...]:
        """Return the incidents of a fold by a methodology and the norms: nothing is read or linked again."""
        wanted = self.methodology(methodology)
        if fold.maker == replace(self._folding(), methodology=wanted).maker:
            return fold.incidents
        ungraded = [replace(incident, grades=()) for incident in fold.incidents]
        decided = self._decided()
        settled, _ = settle(decided.judgements, [incident.claims for incident in ungraded])
        graded = grade(ungraded, decided.claims, wanted, settled)
        return touch(graded, decided.claims, self.agreements())

    def _decided(self) -> Replayed:
        """Return the claims as people have put them right, and the judgements on what is read now."""
        claims, judgements = self._kept.claims(), self._folding().holding(self._kept.judgements())
        return replay(claims, judgements, spoken_of(claims, judgements, self._desk.store))

    def _contested(self) -> Mapping[JudgementId, Judgement]:
        return contested(self._kept.judgements(), self._desk.store.taken_over())

    def _folding(self) -> Folding:
        return Folding(self._desk.store, self._desk.makers.fold, self.methodology(), self.agreements())

    def _fold(self) -> Fold:
        """Return what all claims come to, by whatever methodology it was graded last; see `_graded`.

        That of a past day is computed when it is asked for, and never stored.
        """
        folding = self._folding()
        if self._past is not None:
            self._past_fold = self._past_fold or folding.whole(self._kept.claims(), self._kept.judgements())
            return self._past_fold
        return folding.renew() or self._desk.store.fold() or folding.whole(self._kept.claims(), self._kept.judgements())

    def _issues(self) -> tuple[Issue, ...]:
        if self._past is None:
            self._folding().renew()
            return self._desk.store.issues()
        return self._past.issues(self._desk.store.issues(), self._decided().claims, self._fold().issues)

    def _folded(self, summary: Summary) -> Summary:
        self._folding().renew()
        return replace(summary, issues=list(self._veil.shown(tuple(summary.issues))))
