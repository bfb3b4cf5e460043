"""Whatever text comes, its passages and tokens lie in order, hold in it and lose nothing that anybody reads."""

from hypothesis import given
from hypothesis import strategies as st

from corroborate.model.document import Passage, Token, unmarked
from corroborate.read.passages import passages
from corroborate.read.tokens import fold, seen, tokens
from tests.reading_anything import is_left_out

WORDS = st.sampled_from(
    [
        "Four",
        "killed",
        "U.S.",
        "Dr.",
        "No.",
        "2,000",
        "1.5",
        "24h",
        "al-Nu'man",
        "regime’s",
        "“",
        "”",
        '"',
        "(",
        ")",
        "…",
        ".",
        "!",
        "?",
        "،",
        "؟",
        "قتل",
        "٣",
        "🕊",
        "é",
        "é",
        "\n",
        "\n\n",
        "\t",
        "\xa0",
        "\u200f",
        "--",
        "@x",
        "#y",
    ]
)
REPORTS = st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join))


def assert_in_order(text: str, found: list[Passage] | list[Token], start: int, end: int) -> None:
    at = start
    for piece in found:
        assert at <= piece.start < piece.end <= end
        assert is_left_out(text[at : piece.start])
        at = piece.end
    assert is_left_out(text[at:end])


@given(REPORTS)
def test_tokens_lie_in_order_and_leave_out_no_sign_that_is_read(text: str) -> None:
    found = list(tokens(text, 0, len(text)))
    assert_in_order(text, found, 0, len(text))
    for token in found:
        assert seen(text[token.start : token.end]) == token.text
        assert token.folded == fold(token.text)


@given(REPORTS, st.data())
def test_tokens_of_a_part_stay_inside_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert_in_order(text, list(tokens(text, start, end)), start, end)


@given(REPORTS)
def test_passages_lie_in_order_and_leave_out_no_sign_that_is_read(text: str) -> None:
    found, plain = list(passages(text)), unmarked(text)
    assert_in_order(plain, found, 0, len(text))
    for passage in found:
        assert passage.tokens
        assert passage.start == passage.tokens[0].start
        assert passage.end == passage.tokens[-1].end
        assert "\n\n" not in text[passage.start : passage.end]
        assert_in_order(plain, list(passage.tokens), passage.start, passage.end)


@given(REPORTS)
def test_paragraphs_are_numbered_upwards(text: str) -> None:
    numbers = [passage.paragraph for passage in passages(text)]
    assert numbers == sorted(numbers)


@given(st.lists(WORDS.filter(str.strip), min_size=1, max_size=12).map(" ".join), st.integers(2, 30))
def test_a_paragraph_is_read_alike_wherever_it_stands(line: str, times: int) -> None:
    def shape(passage: Passage) -> tuple[int, tuple[str, ...]]:
        return passage.end - passage.start, tuple(token.text for token in passage.tokens)

    once = [shape(passage) for passage in passages(line)]
    assert [shape(passage) for passage in passages("\n".join([line] * times))] == once * times


def test_a_line_without_an_end_is_read_in_pieces() -> None:
    text = "word " * 20_000
    found = list(passages(text))
    assert len(found) > 1
    assert sum(len(passage.tokens) for passage in found) == 20_000


def test_signs_without_an_end_are_read_too() -> None:
    for sign in '."(،؟\u0301':
        text = sign * 30_000
        assert_in_order(text, list(passages(text)), 0, len(text))
