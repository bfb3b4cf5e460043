"""The labels of our own point into texts that lie elsewhere: into those very texts, or into none."""

import csv
import hashlib
import json
from pathlib import Path

import pytest

from benchmark import labels

ROW = '{"id": "one", "text": "Raid kills 5. Read more. A raid on Hama killed 5 people."}\n'
TOLD = "Raid kills 5.\n\nA raid on Hama killed 5 people."
CLAIM = {
    "id": "c1",
    "at": [30, 45],
    "kind": "attack",
    "method": "airstrike",
    "count": {"low": 1, "high": 1, "qualifier": "exact"},
    "target": [25, 29],
}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of texts, one of which is labelled."""
    monkeypatch.setattr(labels, "SHARED", tmp_path)
    monkeypatch.setitem(labels._HERE, "own", tmp_path)
    (tmp_path / "texts.jsonl").write_text(ROW, encoding="utf-8")
    row = {
        "doc": "one",
        "kind": "post",
        "publisher": "A Monitor",
        "published": "2024-05-01",
        "aside": "yes",
        "file": "texts.jsonl",
        "row": "one",
        "cut": "0-13 25-56",
        "sha256": hashlib.sha256(TOLD.encode()).hexdigest(),
    }
    with (tmp_path / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.DictWriter(file, list(row))
        manifest.writeheader()
        manifest.writerow(row)
    (tmp_path / "labels.jsonl").write_text(json.dumps({"doc": "one", "claims": [CLAIM]}) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("own")
def test_a_label_is_read_with_the_words_that_it_points_to() -> None:
    (report,) = labels.labelled("own")
    assert (report.text, report.kind, report.aside) == (TOLD, "post", True)
    (label,) = report.labels
    assert (label["quote"], label["target"], label["about"]) == ("killed 5 people", "Hama", None)
    assert label["sources"] == []
    assert label["hedge"] is False


def test_a_text_that_has_changed_since_it_was_labelled_is_refused(own: Path) -> None:
    (own / "texts.jsonl").write_text(ROW.replace("A raid", "Araid "), encoding="utf-8")
    with pytest.raises(ValueError, match=r"texts\.jsonl does not hold the text of one that was labelled"):
        list(labels.labelled("own"))


@pytest.mark.labelled
def test_every_report_with_labels_becomes_a_document_with_its_mentions() -> None:
    own = list(labels.reports("own"))
    assert {report.kind for report in own} == set(labels.KINDS)
    assert {report.aside for report in own} == {True, False}
    for report in own:
        for mention, label in zip(report.mentions, report.labels, strict=True):
            assert report.document.text[label["start"] : label["end"]] == mention.span.quote
