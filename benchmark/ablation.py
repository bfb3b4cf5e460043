"""What each rule of extraction adds: the core F1 of its kind of claim with it and without it.

    python -m benchmark.ablation [KIND...]     harm, attack, damage, blame, verification; all by default

Measured on the labelled reports that rules are tuned on. A rule that adds nothing, or takes away, is to be mended or
deleted.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from benchmark.labels import KINDS, LabelledReport, reports
from corroborate.evaluation import evaluate, labels
from corroborate.extract import extract
from corroborate.model.attribution import Attribution
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Kind, Mention
from corroborate.model.situation import NOWHERE, Situation


@dataclass(frozen=True, slots=True)
class Worth:
    """A rule, the kind of its claims, how many it makes, and the points of core F1 that would go with it."""

    rule: str
    kind: Kind
    claims: int
    points: float


@cache
def tuned() -> tuple[LabelledReport, ...]:
    """Return the labelled reports that rules are tuned on."""
    return tuple(report for report in reports("dev", kinds=KINDS) if not report.aside)


def worths(kinds: frozenset[Kind]) -> Iterator[Worth]:
    """Yield what each rule adds, those of the kinds asked for, in the order of their ids."""
    made = Counter(
        (mention.rule.partition("-")[0], mention.kind)
        for report in tuned()
        for mention in extract(report.document)[0]
        if mention.kind in kinds
    )
    whole = core_f1(frozenset())
    for (rule, kind), claims in sorted(made.items()):
        yield Worth(rule, kind, claims, whole[kind] - core_f1(frozenset({rule})).get(kind, 0.0))


def core_f1(without: frozenset[str]) -> dict[str, float]:
    """Return the core F1 of each kind of claim, with some rules switched off."""
    texts = {report.document.name: report.document.text for report in tuned()}
    gold = {report.document.name: report.labels for report in tuned()}
    found = {
        report.document.name: labels(
            [_claim(report.document, mention) for mention in extract(report.document, without=without)[0]]
        )
        for report in tuned()
    }
    scores = evaluate(gold, found, texts.__getitem__).scores
    return {kind: levels["core"].f1 for kind, levels in scores.items()}


def _claim(document: Document, mention: Mention) -> Claim:
    """Return a mention as a claim that says nothing of place, day or source: they do not bear on the core."""
    return Claim(
        id=ClaimId(mention.id),
        document=document.id,
        span=mention.span,
        passage=mention.span,
        content=mention.content,
        by=mention.by,
        weapons=mention.weapons,
        situation=Situation(NOWHERE, None),
        attribution=Attribution(),
        publisher=document.publisher,
        published=document.published,
        part_of=None,
        rules=(mention.rule,),
        maker="ablation",
    )


def main() -> None:
    """Print the worth of each rule."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", type=Kind, metavar="KIND")
    chosen: list[Kind] = parser.parse_args().kinds
    print("rule  kind          claims  points of core F1")
    for worth in worths(frozenset(chosen or Kind)):
        print(f"{worth.rule:5} {worth.kind:13} {worth.claims:6}  {worth.points:+.1f}")


if __name__ == "__main__":
    main()
