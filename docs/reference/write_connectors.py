"""Writes the page of connectors: `python docs/reference/write_connectors.py`.

Nothing of it is written by hand: what an exercise wants is read from its steps, who does it against
which speaker and which misbehaviours from the files of `tests/handlers/`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from inspect import getmodule, isclass
from pathlib import Path

from procflow.tests.speakers.speaker import MISBEHAVIOURS

HOUSE = Path(__file__).parents[2]
PAGE = Path(__file__).with_name("connectors.md")
SYSTEMS = ("dossier", "payment", "notification", "identity", "signature", "exchange")
FEATURE = HOUSE / "features" / "lien_thong.feature"
HEAD = """# Connectors

What each connector has to do, which adapters do it, and against whom it was proved. Written by
`write_connectors.py` from the exported exercises (`handlers/*/…exercise.py`) and the tests
(`tests/handlers/`); a test holds it. What was not proved stands in each folder's README.

A speaker is a process that speaks a protocol, written from the protocol's facts without our code
(`tests/speakers/`); it misbehaves when a test tells it to. Nothing here was tried against the real
systems.
"""
TOGETHER = """## All at once

[features/lien_thong.feature](../../features/lien_thong.feature) plays both procedures against all
speakers at once, on SQLite and on PostgreSQL, with these orders to misbehave; both dossiers end,
with one payment, one notice for each event, a signed result and nothing twice.

"""


@dataclass(slots=True)
class Proof:
    """What one file of tests does. adapters: by name."""

    file: Path
    exercises: set[str] = field(default_factory=set)
    adapters: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    misbehaviours: set[str] = field(default_factory=set)


# -- the exercises ----------------------------------------------------------------------------


def exercises(system: str) -> dict[str, tuple[str, ...]]:
    """The exported exercises of a system and their steps, by `module.NAME`."""
    found = {}
    for file in sorted((HOUSE / "handlers" / system).glob("*exercise.py")):
        module = import_module(f"procflow.handlers.{system}.{file.stem}")
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, tuple) and value and all(map(callable, value)):
                found[f"{file.stem}.{name}"] = tuple(step.__name__ for step in value)
    return found


def ports(system: str) -> dict[str, list[str]]:
    """The ports of a system that can tell how they are, each with the classes that have all that it
    wants.
    """
    classes = list(classes_of(system))
    kinds = [each for each in classes if getattr(each, "_is_protocol", False)]
    found = {}
    for port in kinds:
        wanted = {name for name in vars(port) if not name.startswith("_")}
        fitting = (each for each in classes if each not in kinds and wanted <= set(dir(each)))
        if "check" in wanted:
            found[port.__name__] = sorted(each.__name__ for each in fitting)
    return found


def adapters(system: str) -> set[str]:
    return {name for names in ports(system).values() for name in names}


def classes_of(system: str) -> Iterator[type]:
    for file in sorted((HOUSE / "handlers" / system).glob("*.py")):
        if file.stem.endswith("handlers"):
            continue
        module = import_module(f"procflow.handlers.{system}.{file.stem}")
        for value in vars(module).values():
            if isclass(value) and getmodule(value) is module:
                yield value


# -- the tests --------------------------------------------------------------------------------


def proofs(system: str) -> list[Proof]:
    """The files of the system's room that speak with somebody or do an exercise, and those beside
    that do an exercise.
    """
    folder = HOUSE / "tests" / "handlers"
    room = [proof_of(system, file) for file in sorted((folder / system).glob("test_*.py"))]
    beside = [proof_of(system, file) for file in sorted(folder.glob("test_*.py"))]
    for proof in beside:
        proof.speakers, proof.misbehaviours = set(), set()
    return [proof for proof in (*room, *beside) if proof.exercises or proof.speakers]


def proof_of(system: str, file: Path) -> Proof:
    proof = Proof(file)
    known, classes = exercises(system), adapters(system)
    for tree in trees(file):
        for module, name in imported(tree):
            if not module.startswith(f"procflow.handlers.{system}."):
                continue
            exercise = f"{module.rpartition('.')[2]}.{name}"
            if exercise in known:
                proof.exercises.add(exercise)
            if name in classes:
                proof.adapters.add(name)
        proof.speakers |= set(speakers_in(tree))
        proof.misbehaviours |= set(misbehaviours_in(tree))
    return proof


def trees(file: Path) -> Iterator[ast.AST]:
    """The file, its room's conftest, and the helpers beside it that it imports."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    yield tree
    beside = {"conftest"} if (file.parent / "conftest.py").exists() else set()
    here = f"procflow.tests.handlers.{file.parent.name}."
    beside |= {module.removeprefix(here) for module, _ in imported(tree) if module.startswith(here)}
    for name in sorted(beside):
        helper = file.parent / f"{name}.py"
        if helper.exists():
            yield ast.parse(helper.read_text(encoding="utf-8"))


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, each.name) for each in node.names)


def texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def speakers_in(tree: ast.AST) -> Iterator[str]:
    prefix = "procflow.tests.speakers."
    yield from (each.removeprefix(prefix) for each in texts(tree) if each.startswith(prefix))


def misbehaviours_in(tree: ast.AST) -> Iterator[str]:
    if any(name == "MISBEHAVIOURS" for _, name in imported(tree)):
        yield from MISBEHAVIOURS
    yield from (each for each in texts(tree) if each in MISBEHAVIOURS)


# -- the page ---------------------------------------------------------------------------------


def written() -> str:
    return HEAD + "".join(map(section, SYSTEMS)) + "\n" + TOGETHER + together()


def section(system: str) -> str:
    lines = [f"\n## {system}\n\n"]
    for name, steps in exercises(system).items():
        told = "; ".join(step.replace("_", " ") for step in steps)
        lines.append(f"`{name}`: {told}.\n\n")
    lines.append("| port | adapters |\n|---|---|\n")
    lines += [f"| {port} | {quoted(names)} |\n" for port, names in ports(system).items()]
    lines.append("\n| proved by | exercises | adapters | speakers | misbehaviours |\n")
    lines.append("|---|---|---|---|---|\n")
    lines += [row(proof) for proof in proofs(system)]
    return "".join(lines)


def row(proof: Proof) -> str:
    name = proof.file.relative_to(HOUSE).as_posix()
    cells = (
        f"[{proof.file.name}](../../{name})",
        quoted(proof.exercises),
        quoted(proof.adapters),
        listed(sorted(proof.speakers)),
        listed(each for each in MISBEHAVIOURS if each in proof.misbehaviours),
    )
    return f"| {' | '.join(cells)} |\n"


def quoted(names: Iterable[str]) -> str:
    return listed(f"`{each}`" for each in sorted(names))


def listed(words: Iterable[str]) -> str:
    return ", ".join(words) or "–"


def together() -> str:
    """The table of the feature, as it stands there."""
    lines = FEATURE.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if "các hệ thống trục trặc:" in line) + 1
    rows = []
    for line in lines[start:]:
        if not line.strip().startswith("|"):
            break
        rows.append("| " + " | ".join(cell.strip() for cell in line.strip(" |").split("|")) + " |")
    columns = rows[0].count("|") - 1
    return "\n".join([rows[0], "|" + "---|" * columns, *rows[1:]]) + "\n"


if __name__ == "__main__":
    PAGE.write_text(written(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name}\n")
