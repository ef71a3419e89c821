"""The documentation is true: Python snippets run, and the commands it shows answer as it says.

A page's ```python blocks run in order, in one namespace, in a fresh folder. A line `$ procflow …`
or `$ python …` in a ```console block is run in that folder too; the lines below it must occur in
the answer, in order (`…` on a line of its own skips). What is installed lies in that folder. Other
blocks (```text, ```sh, ```make) are only shown.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
PAGES = [
    HOUSE / "README.md",
    *sorted((DOCS / "howto").glob("*.md")),
    *sorted((DOCS / "reference").glob("*.md")),
]
PROGRAMS = {"procflow": ["-m", "procflow.cli"], "python": []}
BLOCK = re.compile(r"^```(python|console)\n(.*?)^```$", re.M | re.S)


def blocks(page):
    return BLOCK.findall(page.read_text()) if page.exists() else []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_is_true(page, tmp_path, monkeypatch):
    (tmp_path / "processes").symlink_to(HOUSE / "processes")
    (tmp_path / "features").symlink_to(HOUSE / "features")
    monkeypatch.chdir(tmp_path)
    names = {"__name__": page.stem}
    for language, text in blocks(page):
        if language == "python":
            exec(compile(text, str(page), "exec"), names)
        else:
            run_console(text, tmp_path)


def run_console(text, folder):
    for command, expected in commands(text):
        program, *words = shlex.split(command)
        if program in PROGRAMS:
            done = subprocess.run(
                [sys.executable, *PROGRAMS[program], *words],
                cwd=folder,
                env=environment(folder),
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert done.returncode in (0, 1), f"{command}\n{done.stdout}{done.stderr}"
            occurs_in_order(expected, done.stdout + done.stderr, command)


def environment(folder):
    """Packages are installed into the folder, with nothing else, and found there."""
    packages = str(folder / ".packages")
    path = os.pathsep.join(filter(None, (packages, os.environ.get("PYTHONPATH"))))
    installing = {
        "PIP_TARGET": packages,
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip takes 0 for "no isolation"
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    language = os.environ.get("PROCFLOW_LANGUAGE", "vi")
    spoken = {"PROCFLOW_LANGUAGE": language, "COLUMNS": "120", "PYTHONPATH": path}
    return {**os.environ, **installing, **spoken}


def commands(text):
    """Pairs of a command and the lines shown below it."""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def occurs_in_order(expected, answer, command):
    rest = answer
    for line in (line.strip() for line in expected):
        if line and line != "…":
            _, found, rest = rest.partition(line)
            assert found, f"after `{command}` expected\n  {line}\nin\n{answer}"
