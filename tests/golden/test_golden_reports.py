"""Short reports with the claims that they should give: a new file is a new test.

Each file has a head (`publisher: …`, `published: …`), the report, a line `# claims`, and one line a claim.
`pytest --update-golden` rewrites the claims; the difference is reviewed like code.
"""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from corroborate.model.casualty import Count
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.model.mention import Attack, Blame, Damage, Harm
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer

FILES = sorted(Path(__file__).parent.glob("*.txt"))
CLAIMS = "\n# claims\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_report_gives_these_claims(path: Path, *, update_golden: bool) -> None:
    written, _, expected = path.read_text(encoding="utf-8").partition(CLAIMS)
    found = "\n".join(line_of(claim) for claim in claims_in(path.stem, written))
    if update_golden:
        path.write_text(f"{written}{CLAIMS}{found}\n", encoding="utf-8")
    else:
        assert found.splitlines() == expected.strip().splitlines()


def claims_in(name: str, written: str) -> tuple[Claim, ...]:
    head, _, text = written.partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    content = text.strip().encode()
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
    lead = Lead(name, f"{name}.txt", said["publisher"], date.fromisoformat(said["published"]), language="en")
    return read_report(capture, content, lead, gazetteer()).claims


def line_of(claim: Claim) -> str:
    """What a reader checks at a glance: the content, its words, and behind them only what is said."""
    when = claim.situation.when
    days = f"{when.start}" if when and when.days == 1 else f"{when.start} to {when.end}" if when else ""
    said = {
        "from": " < ".join(source.name for source in claim.attribution.sources),
        "on": days,
        "in": ", ".join(claim.situation.where.names),
        "by": ", ".join(claim.by),
        "with": ", ".join(claim.weapons),
    }
    tail = [f"{word} {what}" for word, what in said.items() if what]
    marks = ["hedged"] * claim.attribution.hedge + ["a share"] * (claim.part_of is not None)
    return " | ".join([content_of(claim), f'"{claim.span.quote}"', *tail, *marks])


def content_of(claim: Claim) -> str:
    match claim.content:
        case Harm(effect, people, count):
            words = [effect, people, number(count)]
        case Attack(method, count, target):
            words = [method, number(count), *([f"on {target}"] if target else [])]
        case Damage(thing, count):
            words = [thing, number(count)]
        case Blame(actor, stance, about):
            words = [actor or "nobody", stance, *([f"of {about}"] if about else [])]
        case verification:
            words = [verification.status, *([f"of {verification.about}"] if verification.about else [])]
    return " ".join([claim.kind, *words])


def number(count: Count) -> str:
    low, high = ("" if bound is None else str(bound) for bound in (count.low, count.high))
    bounds = low if low == high else f"{low}..{high}"
    return " ".join(filter(None, [bounds, "" if count.qualifier == "exact" else count.qualifier.value]))
