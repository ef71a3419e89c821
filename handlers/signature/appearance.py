"""How a signature looks on the page, where the template left a place for it.

With a picture (a person's signature, an office's seal) it is the picture alone; without one it says
the document's number and when it was signed, in ISO 8601. So wants it annex I of Decree 30/2020,
for documents and for what is attached to them; that is from memory, the text was not opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from ...engine.errors import ProcflowError
from ...engine.handler import DocumentTemplate
from ...engine.model.check import Check
from ..local_time import local
from .files import content_of
from .typesetting import Typesetting

PAGE = """#import "procflow.typ": values
#set page(width: values.width * 1pt, height: values.height * 1pt, margin: 0pt, fill: none)
"""
PICTURE = """#image(values.picture, width: 100%, height: 100%, fit: "contain")
"""
TEXT = """#set text(font: "Libertinus Serif", size: 10pt, lang: "vi")
#values.lines.join(linebreak())
"""
NAME = "signature.typ"
NOTHING = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"


@dataclass(frozen=True, slots=True)
class Appearance:
    """pictures: files (PNG with a transparent ground, SVG) by the names of the keys."""

    typesetting: Typesetting
    pictures: Mapping[str, Path] = field(default_factory=dict)

    def drawn(
        self, name: str, number: str | None, at: datetime, width: float, height: float
    ) -> bytes:
        """One page of that size in points, as a PDF. Raises BadConfiguration, BadInput."""
        picture = self.pictures.get(name)
        files = {NAME: (PAGE + (PICTURE if picture else TEXT)).encode()}
        shown: dict[str, Any] = {"width": width, "height": height}
        if picture:
            shown["picture"] = f"picture{picture.suffix.lower()}"
            files[shown["picture"]] = content_of(picture)
        else:
            signed_at = local(at).isoformat(timespec="seconds")
            shown["lines"] = [each for each in (number, signed_at) if each]
        template = DocumentTemplate(name=NAME, files=files)
        return self.typesetting.render(template, shown, {}, qr=NOTHING, now=at)

    def check(self) -> Iterator[Check]:
        """The pictures that cannot be read."""
        for name, file in self.pictures.items():
            try:
                content_of(file)
            except ProcflowError as error:
                why = {"file": str(file), "reason": error}
                yield Check(
                    subject=f"signature: {name}", ok=False, key="documents.key-gone", arguments=why
                )
