"""One text for one value, as RFC 8785 has it."""

import pytest

from corroborate.errors import InvariantError
from corroborate.model.canonical import Plain, canonical


def test_keys_stand_in_the_order_of_their_utf16_units() -> None:
    # The example of RFC 8785, 3.2.3, in part: an emoji's surrogates sort before U+FB33, its code point after.
    assert canonical({"\ufb33": 1, "\U0001f600": 2, "1": 3}) == '{"1":3,"\U0001f600":2,"\ufb33":1}'


def test_signs_are_escaped_only_where_json_demands_it() -> None:
    assert canonical('€$\u000f\nA\'B"\\\\"/') == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'


@pytest.mark.parametrize("value", [0.5, 2**53, "\ud800", {1: "a"}, object()])
def test_what_has_no_one_form_is_refused(value: Plain) -> None:
    with pytest.raises(InvariantError):
        canonical(value)
