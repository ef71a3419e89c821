"""Documents from Typst templates: rendered beside the process, without network or other files."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from ...engine.errors import BadConfiguration, BadInput
from ...engine.handler import DocumentTemplate, write_json
from .press import FAULT

PRESS = Path(__file__).with_name("press.py")
MEMORY = 1_500_000_000
LONGEST_FAULT = 2_000
NOWHERE = "http://127.0.0.1:9"
SHUT_IN = {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE, "ALL_PROXY": NOWHERE}
"""The whole environment of the press: what Typst would fetch, it asks of a port nobody serves."""
OURS = "procflow.typ"
INTERFACE = b"""#let values = json(bytes(sys.inputs.values))
#let about = json(bytes(sys.inputs.about))
#let signature(name, width: 5cm, height: 2.5cm) = link(
  "procflow:signature/" + name,
  box(width: width, height: height),
)
#let qr(width: 2.4cm) = image("verification.svg", width: width, alt: about.address)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typesetting:
    """fonts: a folder of fonts besides those in Typst. seconds: the most a document may take."""

    fonts: Path | None = None
    seconds: int = 20

    def render(
        self,
        template: DocumentTemplate,
        values: Mapping[str, Any],
        about: Mapping[str, Any],
        *,
        qr: bytes,
        now: datetime,
    ) -> bytes:
        """The PDF/A of the template. The same template, values and moment give the same bytes.

        In the template, `#import "procflow.typ": values, about, qr` brings what is known.
        Raises BadInput when the template or the values do not fit, BadConfiguration without Typst.
        """
        with tempfile.TemporaryDirectory(prefix="procflow-") as folder:
            root = Path(folder)
            _lay_out(root, {**template.files, OURS: INTERFACE, "verification.svg": qr})
            inputs = {"values": _json(values), "about": _json(about)}
            job = self._job(root, template.name, inputs, now)
            return self._pressed(template.name, job, folder)

    def _job(
        self, root: Path, name: str, inputs: Mapping[str, str], now: datetime
    ) -> dict[str, Any]:
        return {
            "root": str(root),
            "main": str(root / name),
            "fonts": [str(self.fonts)] if self.fonts else [],
            "inputs": dict(inputs),
            "timestamp": int(now.timestamp()),
            "seconds": self.seconds,
            "memory": MEMORY,
        }

    def _pressed(self, name: str, job: Mapping[str, Any], folder: str) -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - our own file, run by our own Python
                [sys.executable, "-I", str(PRESS)],
                input=json.dumps(job).encode(),
                capture_output=True,
                env=SHUT_IN,
                cwd=folder,
                timeout=self.seconds + 5,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise self._too_long(name) from None
        if done.returncode == FAULT:
            raise _unfit(name, done.stderr.decode(errors="replace").replace(f"{folder}/", ""))
        if done.returncode or not done.stdout.startswith(b"%PDF"):
            raise self._too_long(name)
        return done.stdout

    def _too_long(self, name: str) -> BadInput:
        return BadInput.of("documents.document-too-large", document=name, seconds=self.seconds)


def _unfit(name: str, fault: str) -> BadInput | BadConfiguration:
    if "No module named 'typst'" in fault:
        return BadConfiguration.of("documents.no-typst")
    return BadInput.of("documents.document-unfit", document=name, fault=fault[:LONGEST_FAULT])


def _lay_out(root: Path, files: Mapping[str, bytes]) -> None:
    """The files below the root; names that lead out of it are left out."""
    for name, content in files.items():
        parts = PurePosixPath(name).parts
        if parts and ".." not in parts and not PurePosixPath(name).is_absolute():
            file = root.joinpath(*parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(write_json(value), ensure_ascii=False)
