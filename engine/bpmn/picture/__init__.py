"""Pictures of drawings: SVG from the diagram, with overlays."""

from .overlay import NOTHING, Badge, Overlay, Tone
from .picture import Picture, draw_picture

__all__ = ["NOTHING", "Badge", "Overlay", "Picture", "Tone", "draw_picture"]
