"""The scorer keeps to its definitions, and to those of the labelled reports' own script."""

import csv
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corroborate import evaluation
from corroborate.errors import UsageError
from corroborate.evaluation.marks import same_name

TEXT = "Douma was shelled. At least six people died, two of them children. Six people died, a doctor said."
Label = dict[str, Any]


def harm(quote: str = "six people died", **said: object) -> Label:
    label: Label = {"kind": "harm", "quote": quote, "effect": "killed", "people": "people"}
    label |= {"count": {"low": 6, "high": None, "qualifier": "at_least"}, "part_of": None}
    label |= {"sources": ["a doctor"], "when": None, "where": ["Douma"], "by": [], "weapon": [], "hedge": False}
    return label | said


def scored(gold: list[Label], mine: list[Label]) -> evaluation.Report:
    return evaluation.evaluate({"a": gold}, {"a": mine}, lambda _name: TEXT)


def test_a_prediction_like_its_label_is_right_at_every_level() -> None:
    report = scored([harm()], [harm()])
    assert {score.f1 for score in report.scores["harm"].values()} == {100.0}
    assert report.ungrounded == 0


def test_another_effect_is_not_found_another_count_not_core_another_place_not_the_record() -> None:
    for change, levels in (
        ({"effect": "injured"}, (0.0, 0.0, 0.0)),
        ({"count": {"low": 7, "high": 7}}, (100.0, 0.0, 0.0)),
        ({"where": ["Harasta"]}, (100.0, 100.0, 0.0)),
    ):
        scores = scored([harm()], [harm(**change)]).scores["harm"]
        assert tuple(score.f1 for score in scores.values()) == levels


def test_quotes_that_share_no_place_of_the_text_are_no_pair() -> None:
    assert scored([harm()], [harm(quote="two of them children")]).scores["harm"]["found"].f1 == 0.0


def test_a_label_pairs_once_and_with_what_agrees_most() -> None:
    report = scored([harm()], [harm(where=["Harasta"]), harm()])
    assert report.scores["harm"]["record"].precision == 50.0
    assert report.scores["harm"]["record"].recall == 100.0


def test_one_attack_and_an_uncounted_plural_are_not_told_apart() -> None:
    one = {"kind": "attack", "quote": "was shelled", "method": "shelling", "count": {"low": 1, "high": 1}}
    many = one | {"count": {"low": None, "high": None}}
    assert scored([one], [many]).scores["attack"]["core"].f1 == 100.0


def test_a_quote_that_is_not_in_the_text_or_not_where_it_is_said_to_be_is_counted() -> None:
    assert scored([harm()], [harm(quote="seven people died")]).ungrounded == 1
    assert scored([harm()], [harm(start=0, end=15)]).ungrounded == 1


def test_a_report_without_predictions_lowers_recall() -> None:
    report = evaluation.evaluate({"a": [harm()]}, {}, lambda _name: TEXT)
    assert report.scores["harm"]["found"].gold == 1
    assert report.scores["harm"]["found"].recall == 0.0


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("White Helmets", "the White Helmets", True),
        ("Idlib province", "Idlib", True),
        ("Syrian Observatory for Human Rights", "Syrian Observatory", True),
        ("Russia", "Syria", False),
        ("", "CNN", False),
        ("The City", "the city", True),
    ],
)
def test_two_spellings_of_one_name_are_the_same(left: str, right: str, same: bool) -> None:  # noqa: FBT001  # pytest hands the parameters over by name
    assert same_name(left, right) is same


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text('{"doc": "a", "claims": []}\n\n{"doc": "b"}\n')
    with pytest.raises(UsageError, match="line 3"):
        evaluation.read_labels(file)


def test_a_report_of_unknown_kind_is_named() -> None:
    with pytest.raises(UsageError, match="kind of b"):
        list(evaluation.chosen({"a": [], "b": []}, {"a": "agency"}, "agency"))


def perturbed(claims: list[Label], text: str, chance: random.Random) -> list[Label]:
    found = []
    for claim in claims:
        fate = chance.random()
        if fate < 0.15:
            continue
        changed = json.loads(json.dumps(claim))
        if fate < 0.75:
            _perturb(changed, claims, text, chance)
        found.append(changed)
        if fate > 0.95:
            found.append(dict(changed))
    chance.shuffle(found)
    return found


def _perturb(claim: Label, others: list[Label], text: str, chance: random.Random) -> None:
    for field in chance.sample(sorted(claim), 3):
        if field in {"kind", "id", "start", "end"}:
            continue
        if field == "quote":
            place = text.find(claim["quote"]) + chance.randint(-20, 20)
            start = max(0, place)
            claim |= {"quote": text[start : start + len(claim["quote"])], "start": start}
            claim["end"] = start + len(claim["quote"])
            if chance.random() < 0.2:
                del claim["start"]
            if chance.random() < 0.2:
                claim["quote"] += "¤"
            continue
        claim[field] = chance.choice(others).get(field)


@pytest.mark.labelled
@pytest.mark.parametrize("kinds", [None, "agency,post"])
def test_the_scores_equal_those_of_the_labelled_reports_own_script(
    shared: Path, tmp_path: Path, kinds: str | None
) -> None:
    folder, chance = shared / "claims/dev", random.Random(7)  # noqa: S311  # a test, repeatable
    gold_file, manifest = folder / "dev.gold.jsonl", folder / "manifest.csv"
    gold = evaluation.read_labels(gold_file)
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        for name, labels in list(gold.items())[:-3]:
            text = evaluation.read_text(folder / "texts", name)
            changed = perturbed([dict(label) for label in labels], text, chance)
            file.write(json.dumps({"doc": name, "claims": changed}) + "\n")

    command = [sys.executable, str(shared / "claims/score_claims.py"), str(gold_file), str(predicted)]
    command += [str(folder / "texts"), "--json"]
    command += ["--kind", kinds, "--manifest", str(manifest)] if kinds else []
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    if kinds:
        with manifest.open(newline="", encoding="utf-8") as file:
            of_kind = {row["doc"]: row["kind"] for row in csv.DictReader(file)}
        assert evaluation.read_kinds(manifest) == of_kind
        gold = {name: gold[name] for name in evaluation.chosen(gold, of_kind, kinds)}
    report = evaluation.evaluate(
        gold, evaluation.read_labels(predicted), lambda name: evaluation.read_text(folder / "texts", name)
    )
    assert json.loads(json.dumps(report.plain())) == theirs
    assert 0 < theirs["harm"]["record"]["f1"] < 100
    assert theirs["ungrounded"] > 0
