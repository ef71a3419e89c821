"""`procflow deploy`: procedures become the newest versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..engine.errors import Finding, Refused
from ..engine.model.actor import Actor
from ..engine.procedure.folder import ProcedureFolder
from .answer import Answer, Line, Table
from .base import argument, command, option
from .desk import Desk
from .findings import findings_answer
from .folders import chosen_folders
from .lenders import lent
from .lint import located
from .parameters import Existing


@command("deploy")
@argument("paths", nargs=-1, metavar="[PATH]…", type=Existing())
@option("--as", "person", metavar="WHO")
def deploy(desk: Desk, paths: tuple[Path, ...], person: str | None) -> Answer:
    actor = desk.actor(person)
    refused: list[Finding] = []
    deployed: list[dict[str, Any]] = []
    chosen = chosen_folders(desk, paths)
    for path in (*_missing(desk, chosen), *chosen):
        try:
            deployed += _deployed(desk, path, actor)
        except Refused as error:
            refused += [located(finding, path) for finding in error.findings]
    return _answer(desk, deployed, refused)


def _missing(desk: Desk, chosen: Mapping[Path, ProcedureFolder]) -> Iterator[Path]:
    """What the chosen ones call and nobody has deployed; what was deployed stays as it is."""
    known = {each.process_id for each in desk.house.engine.deployments.definitions()}
    for path, folder in lent(desk, chosen).items():
        if not folder.processes.keys() <= known:
            yield path


def _deployed(desk: Desk, path: Path, actor: Actor) -> list[dict[str, Any]]:
    deployments = desk.house.engine.deployments
    deployment = deployments.deploy(path, actor=actor)
    newest = deployments.definitions()
    return [
        {
            "process": each.process_id,
            "name": each.name,
            "version": each.version,
            "definition": each.key,
            "deployment": deployment.key,
            "hash": deployment.hash,
        }
        for each in newest
        if each.deployment == deployment.key
    ]


def _answer(desk: Desk, deployed: list[dict[str, Any]], refused: list[Finding]) -> Answer:
    findings = findings_answer(refused, desk.language)
    headings = [desk.text(f"deploy.{name}") for name in ("process", "name", "version")]
    rows = [(each["process"], each["name"] or "", str(each["version"])) for each in deployed]
    blocks = [Table(headings, rows)] if rows else []
    if refused:
        told = Line(desk.text("deploy.refused"), "bad")
        return Answer(
            {"deployed": deployed, **findings.value},
            [*blocks, *findings.blocks, told],
            findings.code,
        )
    return Answer({"deployed": deployed}, [*blocks, Line(desk.text("deploy.done"), "good")])
