"""What people decide: held against the record when it is said, found again by its words after every re-run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from corroborate.adapters.evidence import FolderEvidence
from corroborate.adapters.sql import open_store
from corroborate.case import Case, Job, Makers
from corroborate.collect import Custody
from corroborate.errors import UsageError
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, JudgementId, content_id
from corroborate.model.incident import Incident
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Harm
from corroborate.model.record import Reading
from corroborate.publish.exports import Choice, chosen
from corroborate.settings import Settings
from corroborate.wiring import read_job
from tests.desks import desk

STRIKE = (
    "Air strikes hit Douma\n\nAt least 12 people, including 3 children, were killed in air strikes on Douma on Sunday,"
    " the White Helmets said. The Gorge Hospital said 15 people were killed in the air strikes on Douma.\n"
)
SHELLS = "Shells hit Kafr Nabl\n\nShelling killed two women in Kafr Nabl on Sunday, the White Helmets said.\n"
EARLIER = "Air strikes on Douma killed 14 people on Sunday, the White Helmets said.\n"
Change = Callable[[Claim], Claim | None]


class Hours:
    """Answers `ports.Clock`: an hour later at each look."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        self.time += timedelta(hours=1)
        return self.time


@dataclass
class Version:
    """Reads reports as this version does, but for what is changed: by claim, and what is put before the text."""

    change: Change = lambda claim: claim
    before: str = ""

    def __call__(self, job: Job) -> Reading | None:
        if job.content is None:
            return None
        reading = read_job(replace(job, content=self.before.encode() + job.content))
        if reading is None:
            return None
        return replace(reading, claims=tuple(filter(None, map(self.change, reading.claims))))


@dataclass
class Bench:
    """A case, and the version that reads its reports."""

    case: Case
    version: Version
    folder: Path

    def add(self, name: str, text: str, published: str = "2018-02-05") -> None:
        path = self.folder / f"{name}.txt"
        path.write_text(text)
        self.case.add(path, published=datetime.fromisoformat(published).date(), publisher="Levant Wire")

    def claim(self, words: str) -> Claim:
        told = [c for c in self.case.claims() if words in c.span.quote and isinstance(c.content, Harm)]
        return min(told, key=lambda claim: len(claim.span.quote))

    def incident(self, words: str) -> Incident:
        return next(one for one in self.case.incidents() if words in one.title)

    def read_again(self, change: Change = lambda claim: claim, before: str = "") -> None:
        self.version.change, self.version.before = change, before
        self.case.read_again()

    def stale(self) -> list[Issue]:
        return [issue for issue in self.case.issues() if issue.kind is IssueKind.STALE_JUDGEMENT]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    version = Version()
    store, evidence = open_store(tmp_path / "case" / "corroborate.db"), FolderEvidence(tmp_path / "case" / "evidence")
    custody, makers = Custody(Hours(), "Layla", "tests"), Makers("reading 1", "fold 1")
    made = desk(store, evidence, custody, version, makers)
    bench = Bench(Case(made, Settings(author="Layla")), version, tmp_path)
    bench.add("strike", STRIKE)
    bench.add("shells", SHELLS)
    yield bench
    bench.case.close()


def recounted(words: str, count: int) -> Change:
    """Return a newer reading: another number, and so another id, for the claim of these words."""

    def change(claim: Claim) -> Claim:
        if words not in claim.span.quote or not isinstance(claim.content, Harm):
            return claim
        content = replace(claim.content, count=Count.exactly(count))
        return replace(claim, id=ClaimId(content_id("claim", claim.id, count)), content=content)

    return change


def without(words: str) -> Change:
    """Return a newer reading that does not read a claim of these words."""
    return lambda claim: None if claim.span.quote.endswith(words) else claim


def killed(incident: Incident, people: People = People.PEOPLE) -> tuple[int | None, int | None, bool]:
    found = next(one for one in incident.ranges if (one.effect, one.people) == (Effect.KILLED, people))
    return found.low.value, found.high.value, found.open


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verdict", "on", "value", "why"),
    [
        (Verdict.REJECT, "incident", None, "said of a claim"),
        (Verdict.FIX_BOUND, "claim", "killed people low 3", "said of an incident"),
        (Verdict.UNDO, "claim", None, "said of a judgement"),
        (Verdict.EXCLUDE_ORIGIN, "incident", "Nobody Known", "there are .*White Helmets|Civil Defence"),
        (Verdict.FIX_BOUND, "incident", "killed people", "is no bound"),
        (Verdict.FIX_BOUND, "incident", "trapped people low 3", "no range of 'trapped people'"),
        (Verdict.FIX_BOUND, "incident", "killed people high 3", "fix the low end first"),
        (Verdict.FIX_GRADE, "incident", "Splendid", "it has Discounted"),
        (Verdict.FIX_GRADE, "incident", "ucdp Fair", "it has Event"),
        (Verdict.ACCEPT, "incident", "12", "takes no value"),
        (Verdict.FIX_GRADE, "incident", None, "needs the grade"),
        (Verdict.REJECT, "nothing", None, "needs 1"),
    ],
)
def test_what_would_change_nothing_is_refused(
    bench: Bench, verdict: Verdict, on: str, value: str | None, why: str
) -> None:
    subjects: dict[str, list[str]] = {"incident": [bench.incident("Douma").id], "claim": [bench.claim("12 people").id]}
    with pytest.raises(UsageError, match=why):
        bench.case.judge(verdict, subjects.get(on, []), "as discussed", value)
    assert bench.case.judgements() == ()


def test_an_incident_and_a_claim_that_it_holds_are_not_compared(bench: Bench) -> None:
    incident = bench.incident("Douma")
    with pytest.raises(UsageError, match="belongs to both"):
        bench.case.judge(Verdict.SAME, [incident.id, incident.claims[0]], "one strike")


# --- correcting -------------------------------------------------------------------------------------------------------


def test_a_corrected_claim_says_what_the_words_say_and_the_original_is_kept(bench: Bench) -> None:
    claim = bench.claim("15 people")
    made = bench.case.correct(claim.id, {"people": "civilians", "where": "Douma"}, "the office counts civilians")
    assert killed(bench.incident("Douma"), People.CIVILIANS) == (15, 15, False)
    record = bench.case.record()
    now = next(one for one in record.claims if one.id == claim.id)
    assert (now.maker, now.rules[-1]) == ("Layla", f"corrected-by-person {made.id}")
    assert [place.name for place in now.situation.where.places] == ["Douma"]
    assert record.as_read == (claim,)
    assert claim in bench.case._desk.store.claims()
    bench.case.judge(Verdict.UNDO, [made.id], "they do not say so")
    assert claim in bench.case.claims()


@pytest.mark.parametrize(
    ("told", "words", "why"),
    [
        ({"count": "16"}, None, "does not tell 16"),
        ({"count": "16"}, "16 people", "does not say '16 people'"),
        ({"count": "a lot"}, None, "is no count"),
        ({"effect": "upset"}, None, "none of: killed"),
        ({"method": "shelling"}, None, "has no field 'method'"),
        ({"by": "Ruritania"}, None, "does not name 'Ruritania'"),
        ({"sources": "Gorge"}, None, "say of what kind"),
        ({"where": "Douma, Aleppo"}, None, "no Douma lies in Aleppo"),
        ({"when": "Sunday"}, None, "is no day"),
        ({"when": "2018-02-04 to 2018-02-01"}, None, "ends before it begins"),
        ({"hedge": "maybe"}, None, "yes or no"),
        ({}, None, "names fields"),
    ],
)
def test_a_correction_that_no_words_carry_is_refused(
    bench: Bench, told: dict[str, str], words: str | None, why: str
) -> None:
    with pytest.raises(UsageError, match=why):
        bench.case.correct(bench.claim("15 people").id, told, "as discussed", words=words)
    assert bench.case.judgements() == ()


def test_a_number_may_stand_in_other_words_of_the_report_which_become_the_claims_own(bench: Bench) -> None:
    claim = bench.claim("15 people")
    bench.case.correct(claim.id, {"count": "at least 12"}, "it repeats the rescuers", words="At least 12 people")
    now = next(one for one in bench.case.claims() if one.id == claim.id)
    assert isinstance(now.content, Harm)
    assert (now.content.count.low, now.content.count.high, now.span.quote) == (12, None, "At least 12 people")
    assert now.passage.covers(now.span)
    assert bench.case.verify().faults == ()


def test_every_field_of_the_situation_and_the_chain_can_be_put_right(bench: Bench) -> None:
    claim = bench.claim("15 people")
    told = {"when": "2018-02-03 to 2018-02-04", "sources": "White Helmets; Gorge Hospital (medical)"}
    bench.case.correct(claim.id, {**told, "hedge": "yes", "weapon": "mortar, rocket", "by": "none"}, "read again")
    now = next(one for one in bench.case.claims() if one.id == claim.id)
    assert now.situation.when is not None
    assert (now.situation.when.days, now.attribution.hedge, now.by) == (2, True, ())
    assert [source.name for source in now.attribution.sources] == ["White Helmets", "Gorge Hospital"]
    assert [str(weapon) for weapon in now.weapons] == ["mortar", "rocket"]
    assert now.span == claim.span


def test_a_correction_finds_its_words_where_a_newer_version_puts_them(bench: Bench) -> None:
    bench.case.correct(bench.claim("15 people").id, {"people": "civilians"}, "the office counts civilians")
    bench.read_again(before="Levant Wire, edited\n\n")
    now = bench.claim("15 people")
    assert isinstance(now.content, Harm)
    assert now.content.people is People.CIVILIANS
    assert bench.stale() == []
    assert bench.case.verify().faults == ()


# --- replayed on a newer version --------------------------------------------------------------------------------------


def test_a_rejected_claim_stays_out_however_it_is_read_later_and_a_person_is_asked(bench: Bench) -> None:
    assert killed(bench.incident("Douma"))[1] == 15
    bench.case.judge(Verdict.REJECT, [bench.claim("15 people").id], "the office denies it")
    assert killed(bench.incident("Douma")) == (12, 12, True)
    bench.read_again(recounted("15 people", 50))
    assert killed(bench.incident("Douma")) == (12, 12, True)
    (doubt,) = bench.stale()
    assert "read otherwise now" in doubt.message
    bench.read_again()
    assert bench.stale() == []


def test_a_judgement_whose_claim_is_gone_is_an_issue_and_can_be_pointed_at_another(bench: Bench) -> None:
    made = bench.case.judge(Verdict.REJECT, [bench.claim("15 people").id], "the office denies it")
    bench.read_again(without("15 people were killed"))
    (doubt,) = bench.stale()
    assert made.id in doubt.subjects
    assert "15 people" in doubt.message
    assert doubt.span is not None
    assert "15 people" in doubt.span.quote
    again = bench.case.repoint(made.id, [bench.claim("12 people").id], "it was told of this one")
    assert bench.stale() == []
    assert (again.verdict, again.replaces) == (Verdict.REJECT, made.id)
    assert People.PEOPLE not in {one.people for one in bench.incident("Douma").ranges}
    rulings = {one.judgement.id: one for one in bench.case.record().rulings}
    assert rulings[made.id].undone_by == again.id
    bench.case.judge(Verdict.UNDO, [again.id], "neither")
    assert len(bench.stale()) == 1


def test_a_claim_beside_the_judged_words_that_says_something_else_is_not_taken_for_it(bench: Bench) -> None:
    bench.case.judge(Verdict.REJECT, [bench.claim("including 3 children").id], "not told")
    bench.read_again(without("3 children"))
    assert len(bench.stale()) == 1
    assert killed(bench.incident("Douma"))[0] == 12


def test_what_is_fixed_on_an_incident_stays_on_it_when_an_earlier_report_gives_it_another_id(bench: Bench) -> None:
    before = bench.incident("Douma")
    bench.case.judge(Verdict.FIX_BOUND, [before.id], "names of the dead", "killed people high 40")
    bench.case.judge(Verdict.FIX_GRADE, [before.id], "both are the same office", "weak")
    bench.case.judge(Verdict.ACCEPT, [before.id], "read by two of us")
    bench.add("earlier", EARLIER, "2018-02-04")
    now = bench.incident("Douma")
    assert now.id != before.id
    assert killed(now) == (12, 40, False)
    assert [grade.name for grade in now.grades] == ["Weak"]
    assert [one.id for one in chosen(bench.case.record(), Choice())[0].incidents] == [now.id]
    (doubt,) = bench.stale()
    assert "came to it" in doubt.message
    bench.case.judge(Verdict.ACCEPT, [now.id], "read again, with the earlier report")
    assert bench.stale() == []


def test_a_fixed_bound_and_grade_hold_under_the_methodology_that_they_name_alone(bench: Bench) -> None:
    made = bench.case.judge(Verdict.FIX_GRADE, [bench.incident("Douma").id], "a list of names", "ucdp No event")
    assert made.value == "ucdp No event"
    found = {one.title: one for one in bench.case.incidents("ucdp")}[bench.incident("Douma").title]
    assert [grade.name for grade in found.grades] == ["No event"]
    assert [grade.name for grade in bench.incident("Douma").grades] == ["Fair"]


def test_an_excluded_origin_is_no_origin_and_grades_nothing(bench: Bench) -> None:
    before = bench.incident("Douma")
    assert before.grades[0].name == "Fair"
    origin = next(origin for origin in before.origins if "Gorge" in origin)
    made = bench.case.judge(Verdict.EXCLUDE_ORIGIN, [before.id], "made up", origin.upper())
    now = bench.incident("Douma")
    assert made.value == origin
    assert (now.origins, now.grades[0].name) == (tuple(one for one in before.origins if one != origin), "Weak")
    assert [claim for claim in now.excluded if claim == bench.claim("15 people").id]
    bench.case.judge(Verdict.UNDO, [made.id], "it exists")
    bench.case.judge(Verdict.EXCLUDE_ORIGIN, [], "made up, everywhere", origin)
    assert bench.incident("Douma").origins == now.origins


def test_a_ruling_that_changes_nothing_any_more_is_an_issue(bench: Bench) -> None:
    incident = bench.incident("Douma")
    bench.case.judge(Verdict.EXCLUDE_ORIGIN, [incident.id], "made up", "Gorge Hospital")
    bench.case.judge(Verdict.FIX_BOUND, [incident.id], "names", "killed people low 3")
    bench.read_again(lambda claim: None if claim.origin == "Gorge Hospital" else claim)
    assert ["Gorge Hospital tells nothing" in doubt.message for doubt in bench.stale()] == [True]
    bench.read_again(lambda claim: None if isinstance(claim.content, Harm) else claim)
    assert any("nobody tells of people killed" in doubt.message for doubt in bench.stale())


def test_incidents_judged_the_same_become_one_whole_and_judged_different_stay_apart(bench: Bench) -> None:
    first, second = bench.incident("Douma"), bench.incident("Kafr Nabl")
    made = bench.case.judge(Verdict.SAME, [first.id, second.id], "one night")
    (joined,) = bench.case.incidents()
    assert {*first.claims, *second.claims} == set(joined.claims)
    bench.case.judge(Verdict.UNDO, [made.id], "two towns")
    bench.add("earlier", EARLIER, "2018-02-04")
    merged = bench.incident("Douma")
    told = [claim.id for claim in bench.case.claims() if claim.id in merged.claims]
    mine, others = [c for c in told if c not in first.claims], [c for c in told if c in first.claims]
    bench.case.judge(Verdict.DIFFERENT, [mine[0], others[0]], "another day")
    assert len([one for one in bench.case.incidents() if "Douma" in one.title]) == 2


def test_a_withheld_incident_stays_back_with_its_sentences_after_a_newer_reading(bench: Bench) -> None:
    both = STRIKE.replace("\n\n", "\n\nOn 1 February a car bomb killed one man in Manbij, residents said.\n\n", 1)
    bench.add("both", both)
    hidden = bench.incident("Manbij")
    bench.case.judge(Verdict.WITHHOLD, [hidden.id], "he can be found by it")
    bench.read_again(recounted("one man", 2))
    kept, left_out = chosen(bench.case.record(), Choice(unreviewed=True))
    assert left_out.withheld == 1
    texts = [document.text for document in kept.documents if document.name == "both"]
    assert len(texts) == 1
    assert "one man" not in texts[0]
    assert "12 people" in texts[0]
    shown = {document.id: document.text for document in kept.documents}
    assert all(claim.span.holds_in(shown[claim.document]) for claim in kept.claims)
    assert not any("one man" in anchor.span.quote for one in kept.rulings for anchor in one.judgement.anchors)


def test_a_case_of_an_older_version_whose_judgements_have_no_anchors_is_read_as_before(bench: Bench) -> None:
    claim = bench.claim("15 people")
    old = Judgement(Verdict.REJECT, (claim.id,), "Omar", "older", datetime(2025, 1, 1, tzinfo=UTC))
    bench.case._desk.store.decide(old)
    assert killed(bench.incident("Douma")) == (12, 12, True)
    bench.read_again(recounted("15 people", 50))
    (doubt,) = bench.stale()
    assert claim.id in doubt.message


def test_an_unknown_judgement_is_not_repointed(bench: Bench) -> None:
    with pytest.raises(UsageError, match="undo it and decide anew"):
        bench.case.repoint(JudgementId("judgement-0"), [bench.claim("15 people").id], "why not")
