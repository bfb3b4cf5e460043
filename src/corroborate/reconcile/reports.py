"""The reports of a case, as far as their claims show their words, in the order in which they were printed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from corroborate.model.claim import Claim
from corroborate.model.ids import DocumentId
from corroborate.reconcile.copies import Sketch, sketch

Report = tuple[Claim, ...]  # the claims of one report


class Reports:
    """The claims of a case by report; a report's words are the sentences that its claims stand in."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Sort the claims by report."""
        self._told: dict[DocumentId, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._told[claim.document].append(claim)
        self._sketches: dict[DocumentId, Sketch] = {}

    def sketch(self, document: DocumentId) -> Sketch:
        """Return a sketch of all the words of a report that are known."""
        if document not in self._sketches:
            self._sketches[document] = sketch({claim.passage.quote for claim in self._told[document]})
        return self._sketches[document]

    def as_printed(self, members: Sequence[Claim]) -> tuple[Report, ...]:
        """Return claims by report, in the order of printing; of one day's reports the longest first: the fullest."""
        by_report: dict[DocumentId, list[Claim]] = defaultdict(list)
        for claim in members:
            by_report[claim.document].append(claim)
        reports = [tuple(sorted(told, key=lambda c: (c.span, c.id))) for told in by_report.values()]
        return tuple(sorted(reports, key=self._place))

    def _place(self, report: Report) -> tuple[bool, date, int, str, str]:
        first = report[0]
        size = self.sketch(first.document).size
        return (first.published is None, first.published or date.max, -size, first.publisher or "", first.document)
