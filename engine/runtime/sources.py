"""What is given to be deployed, as files by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path

from ..errors import NotFound
from ..procedure.folder import kind_of

Sources = Mapping[str, bytes] | str | PathLike[str] | Iterable[str | PathLike[str]]


def files_of(sources: Sources) -> dict[str, bytes]:
    """Files by name: as given, or read from paths. A folder gives what belongs to a procedure.

    Raises NotFound for a path that leads nowhere.
    """
    if isinstance(sources, Mapping):
        return dict(sources)
    paths = [sources] if isinstance(sources, str | PathLike) else list(sources)
    found = [pair for path in paths for pair in _read(Path(path))]
    doubled = {name for name, times in Counter(name for name, _ in found).items() if times > 1}
    return {_name(name, path, doubled): path.read_bytes() for name, path in found}


def _read(path: Path) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        inside = sorted(file for file in path.rglob("*") if file.is_file())
        named = ((file.relative_to(path), file) for file in inside)
        yield from ((name.as_posix(), file) for name, file in named if _belongs(name))
    elif path.is_file():
        yield path.name if kind_of(path.name) else "/".join(path.absolute().parts[-2:]), path
    else:
        raise NotFound.of("runtime.no-such-file", path=str(path))


def _belongs(name: Path) -> bool:
    return bool(kind_of(name.as_posix())) and not any(part.startswith(".") for part in name.parts)


def _name(name: str, path: Path, doubled: set[str]) -> str:
    return path.as_posix().lstrip("/") if name in doubled else name
