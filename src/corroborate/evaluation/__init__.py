"""Beside the stages. Claims in the form of the annotation guidelines, and their scores against labels."""

from corroborate.evaluation.form import Label, labels
from corroborate.evaluation.scores import Report, Score, evaluate
from corroborate.evaluation.tables import chosen, read_kinds, read_labels, read_text, score_lines

__all__ = [
    "Label",
    "Report",
    "Score",
    "chosen",
    "evaluate",
    "labels",
    "read_kinds",
    "read_labels",
    "read_text",
    "score_lines",
]
