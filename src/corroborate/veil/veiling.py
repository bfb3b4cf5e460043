"""The values of a case, one kind after the other, without what is confidential."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, TypeVar, cast

from corroborate.model.amendment import Amendment
from corroborate.model.audit import Act
from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.grade import Legend
from corroborate.model.ids import CaptureId, DocumentId, JudgementId
from corroborate.model.issue import Issue
from corroborate.model.judgement import Anchor, Judgement, Verdict
from corroborate.model.mention import Attack, Blame
from corroborate.model.mention import Verification as Checked
from corroborate.model.record import Ruling
from corroborate.model.span import MASK, Span
from corroborate.model.verification import Fault
from corroborate.veil.marks import Known, Marks, reach_of
from corroborate.veil.pseudonyms import Pseudonyms
from corroborate.veil.wording import Wording

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LEFT_OUT = "left out: it concerns what is confidential"
Value = TypeVar("Value")


class Veil:
    """Takes what is confidential out of the values of a case.

    Words are blacked out in their place, so that every span still holds in its text; names and ids get pseudonyms. The
    same value comes out the same each time, for as long as the case keeps its secret.
    """

    def __init__(self, known: Known, marks: Marks, pseudonyms: Pseudonyms) -> None:
        """Take all that the case holds, cut down to nothing; what is marked; and what gives pseudonyms."""
        self._reach = reach_of(known, marks)
        self._wording = Wording(known, self._reach, pseudonyms)
        self._reports = {one.capture: pseudonyms.report(one.capture) for one in known.sightings}
        self._hidden = {one.id for one in known.documents if one.capture in self._reach.hidden}
        self._concerned = {str(one.id) for one in known.groups if self._reach.claims.intersection(one.claims)}
        self._ways: Mapping[type, Callable[..., object]] = {
            Amendment: self._amendment,
            Anchor: self._anchor,
            Claim: self._claim,
            Document: self._document,
            Fault: self._fault,
            Issue: self._issue,
            Judgement: self._judgement,
            Ruling: self._ruling,
            Sighting: self._sighting,
        }
        told = [claim for claim in known.claims if claim.id not in self._reach.claims]
        self._told_claims = {claim.id for claim in told}
        self._told: dict[DocumentId, list[Span]] = defaultdict(list)
        for claim in told:
            self._told[claim.document].append(claim.span)
        concerned = [one.id for one in known.judgements if self._concerns(one)]
        self._wording.learn({one: pseudonyms.id(one) for one in concerned})

    def shown(self, value: Value) -> Value:
        """Return a value of a case, or many, as it may be seen: figures, places, days and grades stay as they are.

        Of a report that is confidential, or tells of what is, nothing but the words of claims that others make stands;
        of a doubt or a decision about it, its kind.
        """
        return cast("Value", self._changed(value, secret=False))

    def is_told_by(self, act: Act) -> bool:
        """Say whether an act, as the custody log has it, tells what is confidential."""
        return self.shown(act) != act

    def message(self, text: str) -> str:
        """Return what the program tells somebody, without what is confidential."""
        return self._wording.message(text)

    def true(self, shown: str) -> str:
        """Return the id or name that a pseudonym stands for; anything else as it is."""
        return self._wording.true(shown)

    def hides(self, capture: CaptureId) -> bool:
        """Say whether a capture is not shown: it is confidential, or holds or names what is."""
        return capture in self._reach.hidden

    def is_in(self, content: bytes) -> bool:
        """Say whether bytes hold a name or address that is confidential, or cannot be looked into."""
        return self._wording.is_in(content)

    # --- one value ----------------------------------------------------------------------------------------------------

    def _document(self, document: Document) -> Document:
        if document.id not in self._hidden:
            return document
        signs = list(MASK * len(document.text))
        for span in self._told[document.id]:
            signs[span.start : span.end] = span.quote
        bare = replace(document, text="", title=None, url=None, passages=())
        return replace(self._walked(bare), name=self._reports[document.capture], text="".join(signs))

    def _sighting(self, sighting: Sighting) -> Sighting:
        shown = self._walked(sighting)
        if sighting.capture not in self._reach.hidden:
            return shown
        called = self._reports[sighting.capture]
        return replace(shown, lead=replace(shown.lead, name=called, location=called, url=None))

    def _claim(self, claim: Claim) -> Claim:
        if claim.document not in self._hidden:
            return claim
        said = claim.attribution
        said = replace(said, cue=said.cue and said.cue.masked, hedge_cue=said.hedge_cue and said.hedge_cue.masked)
        bare = replace(claim, passage=claim.span, attribution=said)
        return self._walked(bare, secret=claim.id in self._reach.claims)

    def _issue(self, issue: Issue) -> Issue:
        shown = self._walked(issue)
        if shown == issue and not self._concerned.intersection(issue.subjects):
            return issue
        return replace(shown, message=LEFT_OUT, span=issue.span and issue.span.masked)

    def _judgement(self, judgement: Judgement) -> Judgement:
        called = JudgementId(self._wording.field(judgement.id))
        if called == judgement.id:
            return judgement
        shown = replace(self._walked(judgement), replayed=called)
        if not self._is_secret(judgement):
            return shown
        value = LEFT_OUT if judgement.amendment is not None else shown.value
        return replace(shown, reason=LEFT_OUT, value=value)

    def _ruling(self, ruling: Ruling) -> Ruling:
        return replace(self._walked(ruling), judgement=self._judgement(ruling.judgement))

    def _fault(self, fault: Fault) -> Fault:
        subject = self._wording.field(fault.subject)
        message = self.message(fault.message)
        told = message if (subject, message) == (fault.subject, fault.message) else f"{subject}: {LEFT_OUT}"
        return replace(fault, subject=subject, message=told, held=fault.held and self._walked(fault.held))

    def _anchor(self, anchor: Anchor) -> Anchor:
        return self._walked(anchor, secret=self._is_closed(anchor))

    def _amendment(self, amendment: Amendment) -> Amendment:
        bare = replace(amendment, claim=self._claim(amendment.claim))
        return self._walked(bare, secret=amendment.claim.id in self._reach.claims)

    def _concerns(self, judgement: Judgement) -> bool:
        said = (judgement.value, judgement.reason, judgement.subjects)
        hidden = any(anchor.capture in self._reach.hidden for anchor in judgement.anchors)
        return hidden or self._is_secret(judgement) or self.shown(said) != said

    def _is_secret(self, judgement: Judgement) -> bool:
        return judgement.verdict is Verdict.CONFIDENTIAL or any(map(self._is_closed, judgement.anchors))

    def _is_closed(self, anchor: Anchor) -> bool:
        """Say whether the words of an anchor are confidential: no open claim of its report has them."""
        return anchor.capture in self._reach.hidden and anchor.claim not in self._told_claims

    # --- any value ----------------------------------------------------------------------------------------------------

    def _walked(self, value: Value, *, secret: bool = False) -> Value:
        """Return a value of no kind of its own with its strings as they are told, blacked out where it is `secret`."""
        return cast("Value", self._parts(cast("DataclassInstance", value), secret=secret))

    def _changed(self, value: object, *, secret: bool) -> object:
        if type(value) in self._ways:
            return self._ways[type(value)](value)
        match value:
            case Enum() | Legend():
                return value
            case str():
                return self._wording.field(value)
            case tuple():
                return tuple(self._changed(one, secret=secret) for one in value)
            case Span() if secret:
                return value.masked
            case Span():
                return value
            case Attack() if secret:
                return replace(value, target=None)
            case Blame() | Checked() if secret:
                return self._parts(replace(value, about=None), secret=secret)
        return self._parts(value, secret=secret) if is_dataclass(value) and not isinstance(value, type) else value

    def _parts(self, value: "DataclassInstance", *, secret: bool) -> object:
        changed = {name: self._changed(getattr(value, name), secret=secret) for name in _names(type(value))}
        return replace(value, **changed)


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.init)
