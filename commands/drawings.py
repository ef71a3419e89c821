"""The drawings a person means by a path: a file, or all of a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..engine.bpmn.layout import laid_out
from ..engine.bpmn.model import Drawing
from ..engine.bpmn.reader import read_drawing
from ..engine.errors import NotFound


def drawing_files(path: Path) -> list[Path]:
    """The file, or the .bpmn files of a folder. Raises NotFound where there are none."""
    found = [path] if path.is_file() else sorted(path.glob("*.bpmn"))
    if not found:
        raise NotFound.of("drawings.no-drawings", path=str(path))
    return found


def drawing_of(file: Path) -> Drawing:
    """The drawing with a picture: its own, or one laid out where it has none."""
    return laid_out(read_drawing(str(file), file.read_bytes()))


def paired_drawings(old: Path, new: Path) -> Iterator[tuple[Drawing, Drawing]]:
    """Two files, or the files of two folders by their names; nothing stands beside what is new."""
    befores, afters = drawing_files(old), drawing_files(new)
    if old.is_file() and new.is_file():
        befores, afters = [old], [new]
        yield read(old), read(new)
        return
    before = {file.name: file for file in befores}
    after = {file.name: file for file in afters}
    for name in sorted({*before, *after}):
        yield (
            read(before[name]) if name in before else Drawing(file=name),
            read(after[name]) if name in after else Drawing(file=name),
        )


def read(file: Path) -> Drawing:
    return read_drawing(str(file), file.read_bytes())
