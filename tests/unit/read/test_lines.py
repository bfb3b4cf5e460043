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


def _in_blocks(*blocks: tuple[str, int]) -> str:
    return "\n\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line, width in blocks)


@pytest.mark.parametrize("widths", [(76, 70, 66), (60, 72, 64), (70, 58, 70)])
def test_paragraphs_set_at_several_widths_are_put_together_where_empty_lines_part_them(widths: tuple[int, ...]) -> None:
    blocks = (LEAD, LEAD.replace("Monday", "Friday"), LEAD.replace("12", "15"))
    text = _in_blocks(*zip(blocks, widths, strict=True))
    assert [" ".join(text[start:end].split()) for start, end in paragraphs(text)] == list(blocks)


def test_lists_whose_entries_are_alike_in_length_stay_apart_behind_an_empty_line() -> None:
    entries = [
        f"{day} May: a car bomb at the {place} gate of Tarhuna" for day, place in enumerate(("west", "east"), 11)
    ]
    entries += ["13 May: two mortar shells on the hospital of Zawiya", "14 May: a mine on the road that leads to Sirte"]
    text = "Attacks of this month\n\n" + "\n".join(entries)
    assert len(list(paragraphs(text))) == 1 + len(entries)


def test_short_lines_stay_apart_in_a_text_that_is_set_to_a_width() -> None:
    text = _wrapped(f"{LEAD}\n\n{LEAD}\n\nSigned\nAli Noor\nGeneral command", 64)
    found = [text[start:end] for start, end in paragraphs(text)]
    assert found[2:] == ["Signed", "Ali Noor", "General command"]


def test_white_space_behind_a_line_is_no_part_of_its_width() -> None:
    text = _wrapped(LEAD, 60).replace("\n", " " * 40 + "\n", 1)
    assert len(list(paragraphs(text))) == 1
