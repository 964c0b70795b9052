"""What a user may set in a file once rather than on every command line.

    # newskg.toml
    base = "https://news.example/id/"
    strict = true
    judgements = "judgements.txt"
    authorities = ["people.csv", "places.ttl"]

A key that does not exist is an error that names the nearest one; files are looked for beside this
one. Nothing here changes what an article yields, only who is who, what is written and by how many
processes; caps are in `kg.limits`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg import ids
from kg.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Settings of a build; ``workers`` None lets the build choose."""

    base: str = ids.DEFAULT_BASE
    strict: bool = False
    text: bool = True
    title: str = "News graph"
    workers: int | None = None
    judgements: str | None = None
    authorities: tuple[str, ...] = ()


_TYPES = {
    "base": str,
    "strict": bool,
    "text": bool,
    "title": str,
    "workers": int,
    "judgements": str,
    "authorities": list,
}


def load(path: Path) -> Config:
    """Return the settings in the TOML file at ``path``; raises `ConfigError`."""
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} cannot be read ({error.strerror}); check --config.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not TOML ({error}); mend that line.") from error
    for key, value in settings.items():
        _check(path, key, value)
    if "judgements" in settings:
        settings["judgements"] = str(path.parent / settings["judgements"])
    if "authorities" in settings:
        lists = settings["authorities"]
        settings["authorities"] = tuple(str(path.parent / name) for name in lists)
    return Config(**settings)


def _check(path: Path, key: str, value: object) -> None:
    known = [field.name for field in fields(Config)]
    if key not in known:
        near = get_close_matches(key, known, n=1, cutoff=0.0)
        raise ConfigError(f"{path} sets {key!r}, which does not exist; did you mean {near[0]!r}?")
    wanted = _TYPES[key]
    # True is an int to Python, not to a reader.
    if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
        raise ConfigError(
            f"{path} sets {key} to a {type(value).__name__}; it should be a {wanted.__name__}."
        )
    if isinstance(value, list) and not all(isinstance(name, str) for name in value):
        raise ConfigError(f"{path} sets {key} to a list of more than names; name files in it.")
