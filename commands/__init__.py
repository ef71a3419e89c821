"""The commands of `procflow`, one a file; the file and what it offers carry the command's name.

They are imported when they are called, so that `procflow --help` answers at once.
"""

from __future__ import annotations

NAMES: tuple[str, ...] = (
    "init",
    "new",
    "import",
    "lint",
    "render",
    "diff",
    "level",
    "raise",
    "facts",
    "publish",
    "deploy",
    "start",
    "tasks",
    "claim",
    "complete",
    "message",
    "work",
    "instances",
    "explain",
    "history",
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
    "templates",
    "new-handler",
    "sandbox",
    "reconcile",
    "payment-pages",
    "feel",
    "decide",
    "doctor",
    "demo",
)
"""In the order in which somebody new meets them."""

MODULES = {
    "import": "import_",
    "new-handler": "new_handler",
    "payment-pages": "payment_pages",
    "raise": "raise_",
}
"""Where a command's name is a word of Python, its file and what it offers are called otherwise."""
