"""The office of a scenario: a house in memory under a virtual clock."""

import re
from itertools import count
from pathlib import Path

import pytest

from procflow.commands.composition import build_rehearsal
from procflow.commands.folders import procedures, read
from procflow.commands.lenders import Lenders
from procflow.commands.rehearsal import Rehearsal, VirtualClock
from procflow.commands.settings import Settings
from procflow.engine.model.actor import Actor
from procflow.engine.procedure.notices import Notice
from procflow.engine.procedure.status import STATUSES

from .tables import moment

PROCESSES = Path(__file__).parents[2] / "processes"
BEGINNING = moment("08:00 02/03/2026")
CITIZENS = "cong-dan"
BY_HAND = "Đã trả bằng tay"
MATTERS = {
    "Ghi nhận là khoản thu": "ghi-nhan",
    "Hoàn qua cổng thanh toán": "hoan-qua-cong",
    BY_HAND: "tra-bang-tay",
}
FORM_NUMBER = re.compile(r"(?:Mẫu\s+)?(\d+)")


@pytest.fixture
def processes(pytestconfig):
    """Where the procedures of the features lie; a folder of features may name another place."""
    return Path(pytestconfig.getoption("processes", default=None) or PROCESSES)


@pytest.fixture
def database(tmp_path):
    """The URL of a fresh database; a folder of features may name another kind."""
    return f"sqlite:///{tmp_path / 'office.db'}"


@pytest.fixture
def office(database, processes):
    office = Office(processes, database)
    yield office
    office.close()


class Office:
    """What the sentences speak of. Whoever acts belongs to the group that a sentence names."""

    def __init__(self, processes, database):
        self._processes = processes
        self._database = database
        self._codes = count(1)
        self._clock = VirtualClock(BEGINNING)
        self._house = build_rehearsal(Settings(folder=processes), self._clock, database)
        self._played = Rehearsal(self._house, self._clock)
        self._citizen = CITIZENS
        self.expects_incidents = False
        self.logged_in = True

    # Biết, Khi

    def deploy(self, procedure):
        home = next(each for each in procedures(self._processes) if each.name == procedure)
        called = Lenders([home], [self._processes]).of(read(home))
        for path in (*called, home):
            self._house.engine.deployments.deploy(path)

    def begin_at(self, time):
        if self._played.key:
            self._played.pass_until(time)
        else:
            self._clock.move_to(time)

    def file(self, process, variables, *, who, at=None):
        self._citizen = who
        self._played.file(
            process,
            variables,
            self._as_citizen(),
            business_key=f"NOP-{next(self._codes):04d}",
            at=at,
            logged_in=self.logged_in,
        )

    def claim(self, step, *, who):
        self._played.claim(step, officer(who))

    def complete(self, step, variables, *, who):
        self._played.complete(step, variables, officer(who) if who else self._as_citizen())

    def pay(self, callbacks=1):
        self._played.pay(callbacks)

    def decline(self):
        self._played.decline()

    def pay_amount(self, amount):
        self._played.pay_amount(amount)

    def pay_again(self):
        """The newest order of the dossier, whatever became of it."""
        self._played.pay_again(self._order().number)

    def settle(self, statement):
        """The bank's statement; `{order}` in it is the number of the newest order."""
        text = statement.replace("{order}", self._order().number)
        self._house.gateways.settle("sandbox", text.encode(), now=self._clock())
        self._played.settle()

    def decide_matter(self, who, resolution):
        """Somebody completes the user task of the newest matter."""
        task = self._matter_tasks()[-1]
        given = {"resolution": MATTERS[resolution]}
        if resolution == BY_HAND:
            given["reference"] = "CT-01"
        self._house.engine.user_tasks.complete(task.key, given, officer(who))
        self._played.settle()

    def message(self, name, variables):
        self._played.message(name, variables)

    def pass_time(self, duration):
        self._played.pass_time(duration)

    def pass_working_days(self, days):
        self._played.pass_working_days(days)

    def pass_until(self, time):
        self._played.pass_until(time)

    def restart(self):
        """Another engine on the same database; the outside systems stay as they are."""
        self._house = self._house.restarted()
        self._played.house = self._house

    def _as_citizen(self):
        return Actor(id=self._citizen, groups=frozenset({CITIZENS}))

    # Thì

    @property
    def status(self):
        return str(self._played.instance.status)

    @property
    def status_name(self):
        number = self._played.instance.status
        return STATUSES[number].vi if number else None

    @property
    def ended(self):
        return not self._played.instance.is_active

    @property
    def due(self):
        return self._played.instance.due

    def waiting_at(self):
        return [each.label for each in self._played.waits()]

    def waiting_for(self, step):
        tasks = self._house.engine.user_tasks.find(instance=self._played.key)
        return [
            name
            for task in tasks
            if step in (task.label, task.element)
            for name in (*task.candidate_groups, *task.candidate_users, task.assignee)
            if name
        ]

    def matters(self):
        """Pairs of who decides and what does not fit, of every open matter."""
        engine = self._house.engine
        return [
            (name, engine.instances.variables(task.instance)["matter"]["title"])
            for task in self._matter_tasks()
            for name in task.candidate_groups
        ]

    def _matter_tasks(self):
        found = self._house.engine.user_tasks.find()
        return [task for task in found if task.process == "lib-xu-ly-khoan-thu"]

    def _order(self):
        accounts = self._house.gateways.orders.of_dossier(self.variable("dossier.code"))
        return accounts[-1].order

    def order_state(self):
        return str(self._order().state)

    def passed(self):
        return self._played.passed()

    def knows(self, step):
        return self._played.knows(step)

    def dossier(self):
        code = self.variable("dossier.code")
        return self._house.dossiers.find(code)

    def papers(self):
        return [f"Mẫu {each.form} {each.title}" for each in self.dossier().papers]

    def has_paper(self, name):
        """By form number (`Mẫu 02`), kind (`supplement`) or title."""
        number = FORM_NUMBER.fullmatch(name)
        return any(
            (number and each.form.zfill(2) == number[1].zfill(2)) or name in (each.kind, each.title)
            for each in self.dossier().papers
        )

    def results(self):
        return [each.document.name for each in self.dossier().results]

    def notices(self):
        """Pairs of the template and the recipient: name and addresses."""
        return [
            (template_of(sent, self._templates()), sent.to.split(", ") if sent.to else [])
            for sent in self._house.sent()
        ]

    def _templates(self):
        deployments = self._house.engine.deployments
        folders = (deployments.folder(each.key) for each in deployments.definitions())
        return [notice for folder in folders for notice in folder.notices.values()]

    def variable(self, path):
        name, *rest = path.split(".")
        value = self._house.engine.instances.variables(self._played.key).get(name)
        for each in rest:
            value = (value or {}).get(each)
        return value

    def incidents(self):
        """Of the dossier, and of the matters its money became."""
        found = self._house.engine.incidents.find()
        return [each.label or each.element or "" for each in found]

    def broken_links(self):
        return self._house.engine.history.verify(self._played.key)

    def close(self):
        """What holds after every scenario: no surprise incident, no wait of what has ended."""
        try:
            if self._played.key:
                assert self.expects_incidents or not self.incidents(), self.incidents()
                assert not (self.ended and self._played.waits()), self._played.described()
                assert not self.broken_links()
        finally:
            self._house.close()


def officer(who):
    return Actor(id=who, groups=frozenset({who}))


def template_of(sent, templates):
    """The name of the template a notice was made of: the one whose fixed words it says."""
    fitting = (each.name for each in templates if fits(each, sent))
    return next(fitting, sent.subject)


def fits(notice: Notice, sent):
    said = " ".join(sent.body.split())
    return pattern(notice.subject).fullmatch(sent.subject) and pattern(notice.body).fullmatch(said)


def pattern(parts):
    """Fixed words, with anything where the placeholders stand; white space does not matter."""
    words = (re.escape(" ".join(part.split())) if isinstance(part, str) else ".*" for part in parts)
    return re.compile(r"\s*".join(words).replace(r"\ ", r"\s+"), re.S)
