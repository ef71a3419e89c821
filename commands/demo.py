"""`procflow demo`: the stories that lie beside the drawings, told to a person."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from ..engine.model.actor import Actor
from .answer import FINDINGS, FINE, Answer, Block, Line, Row, Table
from .base import command, option
from .composition import House, build_house
from .desk import Desk
from .folders import called_first, procedures, read
from .narrator import Narrator, dossier_code
from .rehearsal import Rehearsal, VirtualClock
from .settings import FILE as SETTINGS_FILE
from .settings import Settings
from .story import FILE as STORY_FILE
from .story import Act, DossierStory, Story, pause, read_story
from .words import moment, shown, status

PAUSE = 0.35
"""Seconds between two lines of a demo that is told slowly."""


@command("demo")
@option("--folder", "folder", type=click.Path(path_type=Path, file_okay=False), default="demo")
@option("--slowly", is_flag=True)
def demo(desk: Desk, folder: Path, slowly: bool) -> Answer:
    with as_file(files("procflow.processes")) as processes:
        paths = list(called_first({each: read(each) for each in procedures(processes)}))
        stories = [read_story(each / STORY_FILE) for each in paths if (each / STORY_FILE).is_file()]
        stage = Stage(desk, folder.resolve(), stories, slowly)
        try:
            stage.deploy(paths)
            stage.play()
            return stage.ending()
        finally:
            stage.close()


class Stage:
    """Where the stories are played: a fresh database, a maildir, a virtual clock."""

    def __init__(self, desk: Desk, folder: Path, stories: list[Story], slowly: bool) -> None:
        self._desk = desk
        self._folder = folder
        self._stories = sorted(stories, key=lambda story: story.at)
        self._pause = PAUSE if slowly else 0.0
        self._clock = VirtualClock(self._stories[0].at)
        self._played: list[Rehearsal] = []
        clear(folder)
        settings = Settings(language=desk.language, folder=folder)
        self._house: House = build_house(settings, self._clock)

    def close(self) -> None:
        self._house.close()

    def deploy(self, paths: list[Path]) -> None:
        for path in paths:
            self._house.engine.deployments.deploy(path)
            self._desk.say("demo.deployed", "quiet", name=path.name)

    def play(self) -> None:
        people = {
            key: person.name for story in self._stories for key, person in story.people.items()
        }
        narrator = Narrator(people, self._desk.language)
        for story in self._stories:
            self._clock.move_to(max(story.at, self._clock()))
            self._desk.screen.tell(Line(""), Line(story.title, "strong"), narrator.headings())
            for dossier in story.dossiers:
                self._play(story, dossier, narrator)

    def _play(self, story: Story, dossier: DossierStory, narrator: Narrator) -> None:
        self._desk.screen.tell(Line(""), Line(dossier.title, "strong"))
        narrator.new_dossier()
        played = Rehearsal(self._house, self._clock, lambda it: self._tell(narrator, it))
        self._played.append(played)
        number = len(self._played)
        self._house.engine.run_until_idle()
        self._clock.move_to(self._clock() + pause(dossier.after))
        self._show(narrator.act(played, dossier.by, "files"))
        played.file(
            dossier.process,
            dossier.variables,
            actor(story, dossier.by),
            business_key=f"DEMO-{number:04d}",
            at=dossier.at or None,
        )
        for act in dossier.steps:
            self._perform(played, act, actor(story, act.who or dossier.by), narrator)

    def _perform(self, played: Rehearsal, act: Act, who: Actor, narrator: Narrator) -> None:
        """Let time pass, say what somebody does where the history does not, and do it."""
        played.pass_time(pause(act.after))
        played.pass_working_days(act.working_days)
        if act.sends:
            label = played.receiver(act.sends)
            self._show(narrator.act(played, who.id, "sends", label=label))
        elif act.pays:
            self._show(narrator.act(played, who.id, act.pays))
        perform(played, act, who)

    def _tell(self, narrator: Narrator, played: Rehearsal) -> None:
        for line in narrator.lines(played):
            self._show(line)

    def _show(self, line: Row) -> None:
        self._desk.screen.tell(line)
        if self._pause:
            time.sleep(self._pause)

    def ending(self) -> Answer:
        """What was produced, whether the trail is intact, and what to type next."""
        self._write_settings()
        broken = self._house.engine.history.verify()
        dossiers = [self._value(played) for played in self._played]
        events = sum(len(played.events()) for played in self._played)
        intact = ("history.intact", "good") if not broken else ("demo.broken", "bad")
        proof = Line(self._desk.text(intact[0], number=events), intact[1])
        sections = (self._papers(), self._notices(), [proof], self._next())
        blocks = [block for section in sections for block in (Line(""), *section)]
        value = {"dossiers": dossiers, "settings": str(self._folder / SETTINGS_FILE)}
        return Answer(value, blocks, FINDINGS if broken else FINE)

    def _value(self, played: Rehearsal) -> dict[str, Any]:
        instance, code = played.instance, dossier_code(played)
        return {
            "instance": played.key,
            "dossier": code,
            "state": instance.state.value,
            "status": instance.status,
            "due": instance.due,
            "papers": [paper.number for paper in self._house.dossiers.find(code).papers],
        }

    def _papers(self) -> Iterator[Block]:
        names = ("code", "status", "paper", "number", "at")
        headings = [self._desk.text(f"demo.{name}") for name in names]
        yield Line(self._desk.text("demo.papers"), "strong")
        yield Table(headings, [row for played in self._played for row in self._paper_rows(played)])

    def _paper_rows(self, played: Rehearsal) -> Iterator[tuple[str, ...]]:
        code, language = dossier_code(played), self._desk.language
        dossier = self._house.dossiers.find(code)
        now = status(played.instance.status, language)
        for paper in dossier.papers:
            form = self._desk.text("demo.form", form=paper.form, title=paper.title)
            yield code, now, form, paper.number, moment(paper.issued_at, language)
        for result in dossier.results:
            name = result.document.name
            yield code, now, name, result.number, moment(result.attached_at, language)

    def _notices(self) -> Iterator[Block]:
        headings = [self._desk.text(f"demo.{name}") for name in ("at", "to", "subject")]
        rows = [
            (moment(sent.sent_at, self._desk.language), sent.to, sent.subject)
            for sent in self._house.sent()
        ]
        yield Line(
            self._desk.text("demo.notices", folder=shown(self._folder / "notices")), "strong"
        )
        yield Table(headings, rows)

    def _next(self) -> Iterator[Block]:
        program = shown(Path(sys.argv[0]).resolve())
        settings = shown(self._folder / SETTINGS_FILE)
        yield Line(self._desk.text("demo.next"), "strong")
        for words in self._suggestions():
            yield Line(f"  {program} --settings {settings} {words}")

    def _suggestions(self) -> Iterator[str]:
        """What can be tried on the dossier that was left waiting, else on the last one."""
        running = [played for played in self._played if played.instance.is_active]
        chosen = (running or self._played)[-1]
        key = chosen.instance.business_key
        yield from ("instances", f"explain {key}", f"history {key} --verify")
        for order in chosen.orders():
            yield from (f"sandbox pay {order}", "work --until-idle", "tasks")

    def _write_settings(self) -> None:
        text = self._desk.text("demo.settings", at=self._clock().isoformat())
        (self._folder / SETTINGS_FILE).write_text(text + "\n", encoding="utf-8")


def clear(folder: Path) -> None:
    """Take away what an earlier demo left, and nothing else."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("procflow.db*"):
        file.unlink()
    shutil.rmtree(folder / "notices", ignore_errors=True)


def actor(story: Story, key: str) -> Actor:
    person = story.people[key]
    return Actor(id=key, name=person.name, groups=frozenset(person.groups))


def perform(played: Rehearsal, act: Act, who: Actor) -> None:
    """Do what the step says."""
    if act.completes:
        played.complete(act.completes, act.values, who)
    elif act.sends:
        played.message(act.sends, act.values)
    elif act.pays == "declined":
        played.decline()
    elif act.pays:
        played.pay(callbacks=0 if act.pays == "silent" else 1)
