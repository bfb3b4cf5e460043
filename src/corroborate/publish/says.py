"""What a claim says, in a few words of ours."""

from typing import assert_never

from corroborate.model.casualty import Count, People, Qualifier
from corroborate.model.mention import Attack, Blame, Content, Damage, Harm, Verification
from corroborate.publish.words import count_words, word


def says(content: Content) -> str:
    """Return what a claim says in a few words of ours."""
    match content:
        case Harm(effect, people, count):
            vague = ", no figure" if count.qualifier is Qualifier.VAGUE else ""
            return f"{_amount(people, count)} {word('effect', effect)}{vague}"
        case Attack(method, count, target):
            said = _times(word("method", method), count)
            return f"{said} on {target}" if target else said
        case Damage(thing, count):
            return f"damage: {_times(word('object', thing), count)}"
        case Blame(actor, stance, about):
            return f"{actor}: {word('stance', stance)}" + (f" ({about})" if about else "")
        case Verification(status, about):
            return word("status", status) + (f": {about}" if about else "")
        case _:
            assert_never(content)


def _amount(people: People, count: Count) -> str:
    one = count.low == count.high == 1
    who = word("person" if one else "people", people)
    return who if count.qualifier is Qualifier.VAGUE else f"{count_words(count)} {who}"


def _times(noun: str, count: Count) -> str:
    if count.low == count.high == 1:
        return noun
    return f"{noun}, number not given" if count.qualifier is Qualifier.VAGUE else f"{noun} × {count_words(count)}"
