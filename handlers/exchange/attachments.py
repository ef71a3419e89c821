"""The folder where attachments lie: those to be sent, and those that came."""

from __future__ import annotations

import mimetypes
import re
from hashlib import sha256
from pathlib import Path

from ...engine.errors import BadInput
from .document import Attachment

UNKNOWN = "application/octet-stream"
RECEIVED = "received"
LONGEST_NAME = 80
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")


class AttachmentFolder:
    """Nothing outside of it is read or written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, file: str) -> Attachment:
        """A file of the folder. Raises BadInput for one outside of it, or not there."""
        path = (self._folder / file).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            raise BadInput.of("handlers.exchange.no-file", file=file)
        kind = mimetypes.guess_type(path.name)[0] or UNKNOWN
        return Attachment(name=path.name, content_type=kind, content=path.read_bytes())

    def keep(self, document: str, attachments: tuple[Attachment, ...]) -> tuple[str, ...]:
        """Write the attachments of a document that came; where they lie within the folder. The same
        document writes the same files.
        """
        place = Path(RECEIVED) / sha256(document.encode()).hexdigest()[:24]
        (self._folder / place).mkdir(parents=True, exist_ok=True)
        names = [
            str(place / f"{number}-{_safe(each.name)}")
            for number, each in enumerate(attachments, start=1)
        ]
        for name, each in zip(names, attachments, strict=True):
            (self._folder / name).write_bytes(each.content)
        return tuple(names)


def _safe(name: str) -> str:
    """A name that is one wherever files lie; its ending is kept."""
    stem, dot, ending = _UNSAFE.sub("_", name).rpartition(".")
    room = LONGEST_NAME - len(ending[:10])
    return f"{stem[:room]}{dot}{ending[:10]}" if dot and stem else f"{ending[:LONGEST_NAME]}"
