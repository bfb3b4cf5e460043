import textwrap

import pytest

from corroborate.read.lines import paragraphs

HEADLINE = "Shells hit a market in Maarat al-Numan"
LEAD = (
    "At least 12 people were killed on Monday when shells hit a market in the town of Maarat al-Numan, rescuers of the"
    " White Helmets said, and dozens more were wounded. The shells had come from the direction of an army base."
)
REPORT = f"{HEADLINE}\n\n{LEAD}\n\nThe army denied that it had fired.\n"


def _wrapped(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n"))


@pytest.mark.parametrize("width", [48, 64, 72, 100])
def test_lines_that_were_broken_to_fit_a_width_are_put_together(width: int) -> None:
    text = _wrapped(REPORT, width)
    found = [" ".join(text[start:end].split()) for start, end in paragraphs(text)]
    assert found == [HEADLINE, LEAD, "The army denied that it had fired."]


def test_lines_that_end_where_their_writer_ended_them_stay_apart() -> None:
    text = "Shells hit a market\nJanuary: three attacks, two dead\nFebruary: five attacks, nine dead\nMarch: none"
    assert len(list(paragraphs(text))) == 4


@pytest.mark.parametrize(
    "opening",
    [
        "Port Ayn, 7 Feb 98 (Agency) -- jets hit\na",
        "Port Ayn, 7 Feb 98 (Agency) -- [text] Jets hit\nColonel Ali Noor's",
        "Port Ayn, 7 February --\nJets hit a",
    ],
)
def test_the_line_of_a_dateline_goes_on_though_it_was_broken_before_the_width(opening: str) -> None:
    first, _, rest = opening.partition("\n")
    text = f"{first}\n" + _wrapped(f"{rest} market in the town on Monday, rescuers said, where it was full. {LEAD}", 72)
    assert len(list(paragraphs(text))) == 1
