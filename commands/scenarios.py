"""Plays the scenarios of a procedure's features on a version of it that nobody has deployed.

The sentences are those of `procflow.features.steps`; pytest and pytest-bdd play them, in a process
of their own and a folder that is gone afterwards.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

LIBRARY = "procflow.features.steps"
NEEDED = ("pytest", "pytest_bdd", LIBRARY)
FOLDER = "features"
ERROR = "E   "


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """feature: the file's name. step and reason: of one that failed, as far as they are known."""

    feature: str
    name: str
    failed: bool = False
    step: str = ""
    reason: str = ""


def features_of(procedure: Path) -> list[Path]:
    """The features that deploy the procedure: in its folder, beside it, or beside `processes`."""
    home = procedure.resolve()
    places = (home / FOLDER, home.parent / FOLDER, home.parent.parent / FOLDER)
    found = (file for place in places for file in sorted(place.glob("*.feature")))
    sentence = f'thủ tục "{procedure.name}" đã được triển khai'
    return [file for file in found if sentence in file.read_text(encoding="utf-8")]


def can_play() -> bool:
    """Whether pytest, pytest-bdd and the sentences are installed (`procflow[test]`)."""
    return all(_is_installed(name) for name in NEEDED)


def play(
    features: Sequence[Path], name: str, files: Mapping[str, bytes], called: Collection[Path]
) -> list[Scenario]:
    """What comes of each scenario. name, files: of the procedure's folder; called: what it calls.

    A feature that cannot be read is one that fails.
    """
    with TemporaryDirectory(prefix="procflow-") as folder:
        stage = Path(folder)
        _set(stage, name, files, called)
        said = _run(stage, features)
        played = list(_played(stage / "played"))
    unread = [file.name for file in features if file.name not in {each.feature for each in played}]
    return [*played, *(_unread(each, said) for each in unread)]


def _is_installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _set(stage: Path, name: str, files: Mapping[str, bytes], called: Collection[Path]) -> None:
    """The procedure among those it calls, each of these in a folder of its own."""
    processes = stage / "processes"
    for file, content in files.items():
        place = processes / name / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    for number, path in enumerate(called, 1):
        shutil.copytree(path, processes / f"called-{number}")


def _run(stage: Path, features: Sequence[Path]) -> str:
    """Play each feature; gives what pytest said."""
    for number, file in enumerate(features, 1):
        written = f"from pytest_bdd import scenarios\n\nscenarios({str(file)!r})\n"
        (stage / f"test_feature_{number}.py").write_text(written, encoding="utf-8")
    (stage / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    plugins = ("-p", f"{LIBRARY}.playing", "-p", "no:cacheprovider")
    where = ("--processes", str(stage / "processes"), "--played", str(stage / "played"))
    wanted = ("-q", "--continue-on-collection-errors", "--import-mode=importlib", *plugins, *where)
    command = [sys.executable, "-m", "pytest", *wanted, "--rootdir", str(stage), str(stage)]
    done = subprocess.run(command, cwd=stage, capture_output=True, text=True, check=False)  # noqa: S603 - our own interpreter, our own words
    return done.stdout + done.stderr


def _played(file: Path) -> Iterator[Scenario]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for each in map(json.loads, lines):
        yield Scenario(
            feature=each["feature"],
            name=each["scenario"],
            failed=each["failed"],
            step=each.get("step", ""),
            reason=each.get("reason", ""),
        )


def _unread(feature: str, said: str) -> Scenario:
    errors = [line.removeprefix(ERROR).strip() for line in said.splitlines() if ERROR in line[:4]]
    last = errors or said.splitlines() or [""]
    return Scenario(feature=feature, name=feature, failed=True, reason=last[-1])
