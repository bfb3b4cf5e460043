"""Closed lists of words that a stage keeps to itself: enumerations whose members cost next to nothing to name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from enum import StrEnum

    class Choices(StrEnum):
        """What the type checker takes it for."""

else:

    class _Closed(type):
        """Makes the words in the body of a class its members, in their order."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            words = {key: value for key, value in body.items() if isinstance(value, str) and not key.startswith("_")}
            made = super().__new__(cls, name, bases, {key: value for key, value in body.items() if key not in words})
            made._members = {word: str.__new__(made, word) for word in words.values()}
            for key, word in words.items():
                setattr(made, key, made._members[word])
            return made

        def __call__(cls, word: str) -> str:
            """Return the member that is written so; a ValueError where there is none."""
            if word not in cls._members:
                raise ValueError(f"{word!r} is none of {cls.__name__}")
            return cls._members[word]

        def __iter__(cls) -> Iterator[str]:
            return iter(cls._members.values())

    class Choices(str, metaclass=_Closed):
        """What to a type checker is a `StrEnum`, and at run time a `str` whose members are plain attributes.

        Python 3.11 looks up every member of an enumeration by a call. The rules name one 14 times for a word of a
        report, which was 3 % of the time. What a stage hands on, and what is stored, is an enumeration in earnest.
        """

        __slots__ = ()

        @property
        def value(self) -> str:
            """The word itself."""
            return str(self)

        def __reduce__(self) -> tuple[type, tuple[str]]:
            return type(self), (str(self),)
