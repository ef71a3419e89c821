"""`procflow new-handler`: a package that connects procflow with another system, ready to be made
one's own. Its tests pass at once.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files
from keyword import iskeyword
from pathlib import Path
from string import Template

import click

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .setting_types import PREFIX, environment_name
from .words import shown

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
SOURCES = (
    "__init__.py",
    "catalogue.py",
    "connector.py",
    "exercise.py",
    "handlers.py",
    "http.py",
    "memory.py",
    "port.py",
    "settings.py",
)
TESTS = ("register_server.py", "test_adapters.py", "test_handlers.py")


@command("new-handler")
@argument("name")
@option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="command.option.into",
)
def new_handler(desk: Desk, name: str, folder: Path) -> Answer:
    if not NAME.fullmatch(name) or iskeyword(name):
        raise click.BadParameter(desk.text("new-handler.bad-name", name=name), param_hint="NAME")
    home = folder / f"procflow-{name}"
    if home.exists():
        raise click.UsageError(desk.text("error.exists", file=home))
    for file, content in package_files(name, home):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    write_catalogue(name, home)
    written = sorted(file for file in home.rglob("*") if file.is_file())
    return Answer(
        {"folder": str(home), "files": [str(file) for file in written]},
        [
            Line(desk.text("new-handler.written", folder=shown(home)), "good"),
            *(Line(f"  {shown(file)}") for file in written),
            Line(desk.text("new-handler.next", folder=shown(home)), "quiet"),
        ],
    )


def package_files(name: str, home: Path) -> Iterator[tuple[Path, str]]:
    """The files that are written as they are, with their content."""
    package = name.replace("-", "_")
    words = {
        "name": name,
        "package": package,
        "variable": environment_name(name).removeprefix(PREFIX),
    }
    source = home / "src" / package
    places = {"pyproject.toml": home, "README.md": home}
    places |= dict.fromkeys(SOURCES, source) | dict.fromkeys(TESTS, home / "tests")
    scaffold = files(__package__) / "scaffold_handler"
    for file, place in places.items():
        template = scaffold.joinpath(f"{file}.txt").read_text(encoding="utf-8")
        yield place / file, Template(template).substitute(words)
    yield source / "py.typed", ""


def write_catalogue(name: str, home: Path) -> None:
    """The package writes its own templates and pages, as its author will after each change."""
    module = f"{name.replace('-', '_')}.catalogue"
    path = os.pathsep.join(filter(None, (str(home / "src"), os.environ.get("PYTHONPATH"))))
    subprocess.run(  # noqa: S603 - this Python, and the module written above
        [sys.executable, "-m", module], check=True, env={**os.environ, "PYTHONPATH": path}
    )
