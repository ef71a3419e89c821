"""What an installation may set of the dossier system."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.handler import setting
from .codes import USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettings:
    """Section `[dossier]`. codes: the pattern of dossier codes."""

    codes: str = setting(USUAL, "Mẫu của mã hồ sơ", "Pattern of dossier codes")
