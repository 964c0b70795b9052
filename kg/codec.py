"""Values to JSON and back: how any type of `kg.model` is written down and read again.

    >>> from kg.model import Span
    >>> to_json(Span(start=0, end=2, text="He"))
    {'start': 0, 'end': 2, 'text': 'He'}
    >>> from_json(Span, {"start": 0, "end": 2, "text": "He"})
    Span(start=0, end=2, text='He')

The type hints are the schema. Every field is written, also one at its default, so that a later
default cannot change the meaning of what is stored. Reading is strict: an unknown key, a missing
one or a value of another type is an error that says where. The files in OUT have the shapes that
the contract fixes and are not written here.
"""

from __future__ import annotations

import math
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Encode: TypeAlias = "Callable[[Any], Json]"
Decode: TypeAlias = "Callable[[Json], Any]"
T = TypeVar("T")


def to_json(value: object) -> dict[str, Json]:
    """Return a model value as a JSON object with all its fields."""
    kind: Any = type(value)
    return cast("dict[str, Json]", _encoder(kind)(value))


def from_json(type_: type[T], data: Json) -> T:
    """Return the value of ``type_`` that ``data`` describes.

    Raises `InputError` naming the place where ``data`` is not exactly such a value.
    """
    kind: Any = type_
    return cast("T", _decoder(kind)(data))


def _same(value: Json) -> Json:
    return value


@cache
def _encoder(hint: Any) -> Encode:  # noqa: ANN401 - a type hint is any object
    if _is_record(hint):
        return _encode_record(_hints(hint))
    arguments = get_args(hint)
    if get_origin(hint) is tuple:
        item = _encoder(arguments[0])
        return lambda value: [item(each) for each in value]
    if get_origin(hint) is dict:
        item = _encoder(arguments[1])
        return lambda value: {key: item(value[key]) for key in sorted(value)}
    if _is_union(hint):
        # Only records need work, and each carries its own type.
        return _encode_member
    return str if isinstance(hint, type) and issubclass(hint, StrEnum) else _same


def _encode_member(value: Any) -> Json:  # noqa: ANN401 - one of a union
    kind: Any = type(value)
    return _encoder(kind)(value) if _is_record(kind) else cast("Json", value)


def _encode_record(hints: dict[str, Any]) -> Encode:
    plan = [(name, _encoder(hint)) for name, hint in hints.items()]
    return lambda value: {name: encode(getattr(value, name)) for name, encode in plan}


@cache
def _decoder(hint: Any) -> Decode:  # noqa: ANN401 - a type hint is any object
    if _is_record(hint):
        return _decode_record(hint)
    if _is_union(hint):
        return _decode_union(get_args(hint))
    if get_origin(hint) is tuple:
        return _decode_tuple(_decoder(get_args(hint)[0]))
    if get_origin(hint) is dict:
        return _decode_mapping(_decoder(get_args(hint)[1]))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _decode_word(hint)
    return _SCALARS[hint]


def _decode_record(type_: Any) -> Decode:  # noqa: ANN401 - a dataclass
    plan = {name: _decoder(hint) for name, hint in _hints(type_).items()}
    required = _required(type_)

    def decode(data: Json) -> object:
        if not isinstance(data, dict):
            raise InputError(f"expected an object for {type_.__name__}, found {_kind(data)}")
        if missing := required.difference(data):
            raise InputError(f"{type_.__name__} lacks {', '.join(sorted(missing))}")
        values: dict[str, Any] = {}
        for name, value in data.items():
            try:
                values[name] = plan[name](value)
            except KeyError:
                raise InputError(f"{type_.__name__} has no field {name!r}") from None
            except InputError as error:
                raise InputError(f"{type_.__name__}.{name}: {error}") from None
        return type_(**values)

    return decode


def _decode_union(members: tuple[Any, ...]) -> Decode:
    """Choose a record by its keys; the model's unions have at most one member that fits."""
    records = [m for m in members if _is_record(m)]
    others = [_decoder(m) for m in members if m is not types.NoneType and not _is_record(m)]
    nullable = types.NoneType in members

    def decode(data: Json) -> object:
        if data is None and nullable:
            return None
        if isinstance(data, dict):
            for record in records:
                if _required(record) <= data.keys():
                    return _decoder(record)(data)
        if len(others) == 1:
            return others[0](data)
        raise InputError(f"found {_kind(data)}, which is none of what is allowed here")

    return decode


def _decode_tuple(item: Decode) -> Decode:
    def decode(data: Json) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise InputError(f"expected a list, found {_kind(data)}")
        return tuple([item(each) for each in data])

    return decode


def _decode_mapping(item: Decode) -> Decode:
    def decode(data: Json) -> dict[str, Any]:
        if not isinstance(data, dict):
            raise InputError(f"expected an object, found {_kind(data)}")
        return {key: item(value) for key, value in data.items()}

    return decode


def _decode_word(words: type[StrEnum]) -> Decode:
    known = {str(word): word for word in words}

    def decode(data: Json) -> StrEnum:
        if isinstance(data, str) and data in known:
            return known[data]
        raise InputError(f"expected one of {', '.join(known)}, found {_kind(data)}")

    return decode


def _decode_str(data: Json) -> str:
    if isinstance(data, str):
        return data
    raise InputError(f"expected a string, found {_kind(data)}")


def _decode_int(data: Json) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    raise InputError(f"expected a whole number, found {_kind(data)}")


def _decode_float(data: Json) -> float:
    if isinstance(data, int | float) and not isinstance(data, bool) and math.isfinite(data):
        return float(data)
    raise InputError(f"expected a finite number, found {_kind(data)}")


def _decode_bool(data: Json) -> bool:
    if isinstance(data, bool):
        return data
    raise InputError(f"expected true or false, found {_kind(data)}")


_SCALARS: dict[Any, Decode] = {
    str: _decode_str,
    int: _decode_int,
    float: _decode_float,
    bool: _decode_bool,
}


def _is_union(hint: Any) -> bool:  # noqa: ANN401 - a type hint is any object
    return get_origin(hint) in (Union, types.UnionType)


@cache
def _required(type_: Any) -> frozenset[str]:  # noqa: ANN401 - a dataclass
    return frozenset(
        f.name for f in fields(type_) if f.default is MISSING and f.default_factory is MISSING
    )


def _is_record(hint: Any) -> bool:  # noqa: ANN401 - a type hint is any object
    return is_dataclass(hint)


def _hints(type_: Any) -> dict[str, Any]:  # noqa: ANN401 - a dataclass
    return typing.get_type_hints(type_)


def _kind(data: Json) -> str:
    """Return what ``data`` is, without its content: a message never repeats an article."""
    names = {dict: "an object", list: "a list", str: "a string", type(None): "null"}
    return names.get(type(data), f"a {type(data).__name__}")
