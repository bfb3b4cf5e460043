"""Lines of the views that tell a claim in its words."""

from collections.abc import Iterable, Mapping

from rich.text import Text

from corroborate.cli import words
from corroborate.cli.output import console
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Kind

_MOST = 5  # claims that are told again in one place
LONGEST = 200  # signs of a quote that a line shows


def short(name: str) -> str:
    """Return the beginning of an id, without its kind: enough to ask for it."""
    return name.partition("-")[2][:8]


def claim_line(mark: str, shown: Claim) -> Text:
    """Return a claim on one line: its words, what they say, through whom, its id."""
    line = Text(f"{mark} ", "dim")
    line.append(f"“{words.shortened(shown.span.quote, LONGEST)}”")
    line.append(f" {words.content(shown)} · {words.sources(shown)}", "cyan")
    return line.append(f" · {short(shown.id)}", "dim")


def say(line: Text) -> None:
    """Print a line: a terminal wraps it, a file or pipe gets it whole."""
    console().print(line, soft_wrap=not console().is_terminal)


def say_claims(mark: str, ids: Iterable[ClaimId], claims: Mapping[ClaimId, Claim]) -> None:
    """Print the claims of these ids, one a line, statements on responsibility first; of very many how many more."""
    told = sorted((claims[claim] for claim in ids), key=lambda claim: claim.kind is not Kind.BLAME)
    for claim in told[:_MOST]:
        say(claim_line(mark, claim))
    if len(told) > _MOST:
        say(Text(f"{mark} and {len(told) - _MOST} more of the claims above", "dim"))
