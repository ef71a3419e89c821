"""Where a document wants a signature to be seen.

`signature("NAME")` of a template leaves a link to `procflow:signature/NAME` around an empty box:
page and box can be read out of any PDF, before and after other signatures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyhanko.pdf_utils.generic import DictionaryObject
from pyhanko.pdf_utils.reader import PdfFileReader

SCHEME = "procflow:signature/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """page: from 0. box: left, bottom, right, top in points."""

    page: int
    box: tuple[int, int, int, int]

    @property
    def width(self) -> int:
        return self.box[2] - self.box[0]

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def place_of(reader: PdfFileReader, name: str) -> Place | None:
    """The first place for who is called so."""
    for number in range(int(reader.root["/Pages"]["/Count"])):
        for link in _links(reader, number):
            if link.get("/A", {}).get("/URI") == SCHEME + name:
                left, bottom, right, top = (round(float(each)) for each in link["/Rect"])
                return Place(page=number, box=(left, bottom, right, top))
    return None


def _links(reader: PdfFileReader, number: int) -> Iterator[DictionaryObject]:
    found = reader.find_page_container(number)  # type: ignore[no-untyped-call]  # pyHanko
    parent, index, _ = found
    page = parent.get_object()["/Kids"][index]
    for note in page.get("/Annots", ()):
        if note.get_object().get("/Subtype") == "/Link":
            yield note.get_object()
