"""Reading the files that the settings name."""

from __future__ import annotations

from pathlib import Path

from ...engine.errors import BadConfiguration


def content_of(file: Path) -> bytes:
    """Raises BadConfiguration when the file cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadConfiguration.of(
            "documents.unreadable", file=str(file), reason=str(error.strerror)
        ) from None
