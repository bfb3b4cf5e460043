"""What an incident says of parties and of norms, as a person reads it in a terminal."""

from collections.abc import Mapping

from rich.text import Text

from corroborate.cli.lines import say, say_claims
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident
from corroborate.publish.accounts import Statement, accounts
from corroborate.publish.words import word


def responsibility(shown: Incident, claims: Mapping[ClaimId, Claim]) -> None:
    """Print party by party what is laid to it beside what it answers, each with its words."""
    found = accounts(shown)
    if found:
        say(Text("\nResponsibility: what is laid to whom, and what they answer", "bold"))
    for account in found:
        now = word("answer", account.now) if account.now else "no answer of its own"
        say(Text(f"  {account.party}", "bold").append(f" · {now}", "dim"))
        for one in (*account.laid, *account.answered):
            _statement(one, claims)


def _statement(one: Statement, claims: Mapping[ClaimId, Claim]) -> None:
    general = ", in general: contests nothing here" if one.general else ""
    say(Text(f"    {one.words}{general}"))
    say_claims("     ", one.claims, claims)


def norms(shown: Incident, claims: Mapping[ClaimId, Claim]) -> None:
    """Print what an incident touches of law and agreements, with the claims that bring it there."""
    if shown.norms:
        say(Text("\nWhat it touches of law and agreements, as it is told: no verdict", "bold"))
    for touched in shown.norms:
        may = "" if touched.certain else " (may: place or day leave it open)"
        say(Text(f"  {touched.title}{may}").append(f" · {touched.rule} [{touched.norm}]", "dim"))
        for reason in touched.reasons:
            say(Text(f"    {reason.text}"))
            say_claims("     ", reason.claims, claims)
        if touched.note:
            say(Text(f"    {touched.note}", "dim"))
