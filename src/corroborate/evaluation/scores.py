"""Predicted claims against labels: precision, recall, F1 at three levels, and how often each field is right."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corroborate.evaluation.marks import KINDS, Mark, agreement, mark, overlap

LEVELS = ("found", "core", "record")
# What must agree beyond the trigger for a found pair to be right at its core, and to make the same record.
_CORE = {"harm": ("people", "count"), "attack": ("count",), "damage": (), "blame": ("actor",), "verification": ()}
_RECORD = ("origin", "place", "when")

Labels = Mapping[str, Sequence[Mapping[str, object]]]
Agreement = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 in per cent to one digit, and of how many labels and predictions."""

    precision: float
    recall: float
    f1: float
    gold: int
    mine: int

    @classmethod
    def of(cls, right: int, gold: int, mine: int) -> "Score":
        """Return the score of so many right pairs between so many labels and predictions."""
        recall, precision = right / gold if gold else 0.0, right / mine if mine else 0.0
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return cls(_per_cent(precision), _per_cent(recall), _per_cent(f1), gold, mine)

    def plain(self) -> dict[str, float]:
        """Return the score as JSON would hold it."""
        return {"p": self.precision, "r": self.recall, "f1": self.f1, "gold": self.gold, "mine": self.mine}


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of a set of reports: by kind and level, by kind and field, and how many quotes are not in the text."""

    reports: int
    ungrounded: int
    scores: Mapping[str, Mapping[str, Score]]
    fields: Mapping[str, Mapping[str, float]]

    def plain(self) -> dict[str, object]:
        """Return the report as JSON would hold it."""
        kinds = {
            kind: {level: score.plain() for level, score in levels.items()} | {"fields": dict(self.fields[kind])}
            for kind, levels in self.scores.items()
        }
        return {"reports": self.reports, "ungrounded": self.ungrounded, **kinds}


@dataclass(slots=True)
class _Tally:
    gold: Counter[str] = field(default_factory=Counter)
    mine: Counter[str] = field(default_factory=Counter)
    right: Counter[tuple[str, str]] = field(default_factory=Counter)
    checked: Counter[tuple[str, str]] = field(default_factory=Counter)
    ungrounded: int = 0

    def take(self, labels: Sequence[Mark], guesses: Sequence[Mark]) -> None:
        self.gold.update(label.kind for label in labels)
        self.mine.update(guess.kind for guess in guesses)
        self.ungrounded += sum(not guess.grounded for guess in guesses)
        for label, _, fields in paired(labels, guesses):
            kind = labels[label].kind
            core = all(fields[name] for name in _CORE[kind])
            whole = core and all(fields[name] for name in _RECORD)
            self.right.update({(kind, "found"): 1, (kind, "core"): core, (kind, "record"): whole})
            self.right.update({(kind, name): is_right for name, is_right in fields.items()})
            self.checked.update((kind, name) for name in fields)

    def report(self, reports: int) -> Report:
        scores = {
            kind: {level: Score.of(self.right[kind, level], self.gold[kind], self.mine[kind]) for level in LEVELS}
            for kind in KINDS
        }
        fields = {
            kind: {n: _per_cent(self.right[k, n] / times) for (k, n), times in self.checked.items() if k == kind}
            for kind in KINDS
        }
        return Report(reports, self.ungrounded, scores, fields)


def evaluate(gold: Labels, predicted: Labels, text_of: Callable[[str], str]) -> Report:
    """Return how well the predicted claims meet the labels; `text_of` gives a report's text by its name.

    A prediction pairs with one label of its report and kind whose quote overlaps its own and whose trigger is the
    same; the pairs that agree on most are made first. A report without predictions counts as none found.
    """
    tally = _Tally()
    for name, labels in gold.items():
        text = text_of(name)
        tally.take([mark(label, text) for label in labels], [mark(guess, text) for guess in predicted.get(name, ())])
    return tally.report(len(gold))


def paired(labels: Sequence[Mark], guesses: Sequence[Mark]) -> Iterator[tuple[int, int, Agreement]]:
    """Yield the number of each label that a guess is paired with, that of the guess, and the fields that agree."""
    offers = sorted(_offers(labels, guesses), key=lambda offer: offer[:-1], reverse=True)
    taken: set[tuple[str, int]] = set()
    for _core, _all, i, j, fields in offers:
        ends = {("label", i), ("guess", j)}
        if not ends & taken:
            taken |= ends
            yield -i, -j, fields


def _offers(labels: Sequence[Mark], guesses: Sequence[Mark]) -> Iterator[tuple[int, int, int, int, Agreement]]:
    for i, label in enumerate(labels):
        for j, guess in enumerate(guesses):
            if label.kind == guess.kind and label.trigger == guess.trigger and overlap(label, guess):
                fields = agreement(label, guess)
                core = sum(fields[name] for name in _CORE[label.kind])
                # Numbers turned negative: among equals, the first in the text comes first.
                yield core, sum(fields.values()), -i, -j, fields


def _per_cent(share: float) -> float:
    return round(100 * share, 1)
