"""Values ↔ plain JSON: whatever the words of `model` are made of, and back without loss."""

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value")
Json = Any
_Decoder = Callable[[Json], Any]
_TAG = "is"  # names the class where a field may hold one of several


def encode(value: object) -> Json:
    """Return the value as JSON would hold it; defaults are written too, so that a row says all."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(map(encode, value))
    if is_dataclass(value):
        plain = {name: encode(getattr(value, name)) for name in _names(cast("Any", type(value)))}
        return {_TAG: type(value).__name__, **plain}
    raise TypeError(f"no value of the model: {type(value).__name__}")


def decode(kind: type[Value], plain: Json) -> Value:
    """Return the value of that kind which `encode` wrote; a TypeError, KeyError or ValueError where it did not."""
    return cast("Value", _decoder(cast("Any", kind))(plain))


@cache
def _names(kind: "type[DataclassInstance]") -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _decoder(kind: object) -> _Decoder:
    if isinstance(kind, NewType):
        return _decoder(kind.__supertype__)
    if get_origin(kind) in (Union, types.UnionType):
        return _union(get_args(kind))
    gathered = get_origin(kind)
    if gathered in (tuple, frozenset):
        item = _decoder(get_args(kind)[0])
        return lambda plain: gathered(map(item, plain))
    if not isinstance(kind, type):
        return lambda plain: plain
    if is_dataclass(kind):
        return _record(kind)
    if issubclass(kind, date):  # a datetime is one too
        return kind.fromisoformat
    return kind if issubclass(kind, Enum) else lambda plain: plain


def _record(kind: "type[DataclassInstance]") -> _Decoder:
    hints = get_type_hints(kind)
    decoders = tuple((name, _decoder(hints[name])) for name in _names(kind))

    def read(plain: Mapping[str, Json]) -> object:
        return kind(**{name: decoder(plain[name]) for name, decoder in decoders if name in plain})

    return read


def _union(kinds: tuple[Any, ...]) -> _Decoder:
    records = {cast("type", kind).__name__: _decoder(cast("Any", kind)) for kind in kinds if is_dataclass(kind)}
    others = [_decoder(kind) for kind in kinds if kind is not types.NoneType and not is_dataclass(kind)]

    def read(plain: Json) -> object:
        if plain is None:
            return None
        if isinstance(plain, Mapping):
            return records[plain[_TAG]](plain)
        return others[0](plain)

    return read


def conforms(kind: object, value: object) -> bool:
    """Say whether a value is of a kind in all its parts: `decode` believes whoever wrote the plain form."""
    if isinstance(kind, NewType):
        return conforms(kind.__supertype__, value)
    if get_origin(kind) in (Union, types.UnionType):
        return any(conforms(one, value) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(conforms(get_args(kind)[0], item) for item in value)
    if kind is float:
        return isinstance(value, int | float)
    if not isinstance(kind, type) or type(value) is not kind:
        return False
    if not is_dataclass(kind):
        return True
    hints = get_type_hints(kind)
    return all(conforms(hints[name], getattr(value, name)) for name in _names(cast("Any", kind)))
