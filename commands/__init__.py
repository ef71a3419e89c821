"""The commands of `procflow`, one a file; the file and what it offers carry the command's name.

They are imported when they are called, so that `procflow --help` answers at once.
"""

from __future__ import annotations

from collections.abc import Mapping

CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "begin": ("demo", "init"),
    "draw": (
        "new",
        "facts",
        "import",
        "lint",
        "level",
        "raise",
        "render",
        "diff",
        "feel",
        "decide",
        "publish",
    ),
    "run": (
        "deploy",
        "start",
        "tasks",
        "claim",
        "complete",
        "message",
        "instances",
        "explain",
        "history",
    ),
    "operate": (
        "work",
        "doctor",
        "incidents",
        "retry",
        "move",
        "migrate",
        "suspend",
        "resume",
        "suspensions",
        "cancel",
        "prune",
        "archive",
        "backup",
        "restore",
    ),
    "connect": ("templates", "new-handler", "payment-pages", "reconcile", "sandbox", "verify"),
}
"""The chapters of the help page, and their commands in the order in which somebody meets them."""

NAMES: tuple[str, ...] = tuple(name for names in CHAPTERS.values() for name in names)

MODULES = {
    "import": "import_",
    "new-handler": "new_handler",
    "payment-pages": "payment_pages",
    "raise": "raise_",
}
"""Where a command's name is a word of Python, its file and what it offers are called otherwise."""
