"""The picture of a drawing, as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Bounds, Drawing
from .badges import legend, legend_size
from .geometry import around, grown
from .metrics import FAMILY
from .overlay import NOTHING, Overlay, Tone
from .palette import PAPER, PLAIN, TEXT
from .scene import Scene
from .tags import Tag, group, number, tag, written

MARGIN = 24.0
EMPTY = Bounds(0, 0, 200, 100)


@dataclass(frozen=True, slots=True)
class Picture:
    """title: what the picture shows. frame: the part of the plane it covers, in diagram units."""

    title: str
    frame: Bounds
    content: tuple[Tag, ...]

    @property
    def svg(self) -> str:
        """As large as the drawing: one diagram unit is one pixel."""
        box = self.frame
        return svg_of(self, box, width=number(box.width), height=number(box.height))


def draw_picture(drawing: Drawing, overlay: Overlay = NOTHING) -> Picture:
    """The drawing as its diagram tells, under an overlay.

    Elements that the diagram does not place are not shown; `layout.laid_out` places them.
    """
    scenes = list(_scenes(drawing, overlay))
    frame = around(box for scene in scenes if (box := scene.extent())) or EMPTY
    content = [each for scene in scenes for each in scene.tags()]
    entries = _legend_below(frame, overlay)
    return Picture(
        title=title_of(drawing),
        frame=grown(around([frame, *entries[1]]) or frame, MARGIN),
        content=(*content, *entries[0]),
    )


def title_of(drawing: Drawing) -> str:
    return ", ".join(process.label for process in drawing.processes.values()) or drawing.file


def svg_of(picture: Picture, view: Bounds, *more: Tag, width: str, height: str) -> str:
    """An SVG of a part of the picture. width and height: with their unit."""
    ground = tag("rect", x=view.x, y=view.y, width=view.width, height=view.height, fill=PAPER)
    body = group(
        [ground, *picture.content, *more],
        font_family=FAMILY,
        font_size=TEXT,
        text_anchor="middle",
        fill=PLAIN.ink,
    )
    root = tag(
        "svg",
        tag("title", text=picture.title),
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=" ".join(map(number, (view.x, view.y, view.width, view.height))),
        width=width,
        height=height,
        role="img",
    )
    return written(root) + "\n"


def _scenes(drawing: Drawing, overlay: Overlay) -> Iterator[Scene]:
    """What is gone lies behind what is there."""
    if overlay.ghosts is not None and overlay.gone:
        tones = dict.fromkeys(overlay.gone, Tone.REMOVED)
        badges = {name: overlay.badges[name] for name in overlay.gone if name in overlay.badges}
        yield Scene(overlay.ghosts, Overlay(tones=tones, badges=badges), only=overlay.gone)
    yield Scene(drawing, overlay)


def _legend_below(frame: Bounds, overlay: Overlay) -> tuple[list[Tag], list[Bounds]]:
    """The legend and the room it takes."""
    if not overlay.legend:
        return [], []
    corner = (frame.x, frame.y + frame.height + MARGIN)
    return legend(overlay.legend, corner), [Bounds(*corner, *legend_size(overlay.legend))]
