"""Renders one Typst document, in a process of its own that is started for it.

Run by `typesetting.py` as a file, with the standard library and typst alone. The job comes as JSON
on the input; the PDF goes to the output, or the fault as text to the error output with status 3.
"""

from __future__ import annotations

import json
import sys
from typing import Any

FAULT = 3


def restrain(seconds: int, memory: int) -> None:
    """No more than so much time and memory, and no file is written."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def printed(job: dict[str, Any]) -> bytes:
    """The PDF/A-2b of the job. Raises typst.TypstError."""
    import typst

    restrain(job["seconds"], job["memory"])
    pdf: bytes = typst.compile(
        job["main"],
        root=job["root"],
        font_paths=job["fonts"],
        ignore_system_fonts=True,
        sys_inputs=job["inputs"],
        package_path=job["root"],
        package_cache_path=job["root"],
        pdf_standards="a-2b",
        timestamp=job["timestamp"],
    )
    return pdf


def main() -> int:
    job = json.load(sys.stdin)
    try:
        pdf = printed(job)
    except Exception as fault:
        sys.stderr.write(str(getattr(fault, "diagnostic", None) or fault))
        return FAULT
    sys.stdout.buffer.write(pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
