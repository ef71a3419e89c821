"""An office whose systems are all real, and misbehave: played by the real worker and scheduler."""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import httpx

from procflow.commands.composition import build_house
from procflow.commands.idle import all_done
from procflow.commands.rehearsal import Rehearsal, VirtualClock
from procflow.commands.settings import load_settings
from procflow.engine.errors import ProcflowError
from procflow.handlers.exchange.edxml_writer import write_edxml
from procflow.handlers.exchange.exercise import OURS, THEIRS, official
from procflow.handlers.identity.port import Wanted
from procflow.handlers.payment.port import Visit

from .office import BEGINNING, Office

BROWSER = "trình duyệt của công dân"
LOOK = timedelta(minutes=2)
A_MOMENT = timedelta(seconds=1)
MOST_LOOKS = 60
BESIDE = 0.02
"""Seconds between the looks of chores while jobs are done."""


class Worked(Rehearsal):
    """Jobs, timers and chores are done by a worker of two hands and the real scheduler; time goes
    on until what has to be tried again is done. tell_time: to systems with a clock of their own.
    """

    def __init__(self, house, clock, tell_time):
        super().__init__(house, clock)
        self._tell_time = tell_time

    def settle(self):
        self.clock.move_to(self.clock() + A_MOMENT)
        for _ in range(MOST_LOOKS):
            self._tell_time(self.clock())
            engine = self.house.engine
            all_done(engine, engine.worker("may-1", concurrency=2), self.house.chores, BESIDE)
            if not self._is_tried_again():
                return
            self.clock.move_to(self.clock() + LOOK)
        raise AssertionError(f"still {self.described()}; {self.house.engine.incidents.find()}")

    def _is_tried_again(self):
        portal = self.house.systems.dossier.portal
        return self.waits("job") or portal.backlog().dossiers


class Connected(Office):
    """Several dossiers, one of each citizen; the sentences speak of the one that is looked at."""

    def __init__(self, outside, folder, database):
        self.outside = outside
        self.folder = folder
        self.database = database
        file = outside.write(folder, database)
        settings = load_settings(file, outside.environment, {}, folder=folder)
        self._clock = VirtualClock(BEGINNING)
        self._house = build_house(settings, self._clock)
        self._played = self._new_play()
        self._dossiers = {}
        self._login = None
        self.expects_incidents = False

    @property
    def systems(self):
        return self._house.systems

    @property
    def house(self):
        return self._house

    @property
    def instance_key(self):
        return self._played.key

    @property
    def engine(self):
        return self._house.engine

    def _new_play(self):
        return Worked(self._house, self._clock, self.outside.tell_time)

    def deploy_all(self, *folders):
        for folder in folders:
            self.engine.deployments.deploy(folder)

    def look_at(self, who):
        self._citizen = who
        self._played = self._dossiers[who]

    def each_dossier(self):
        """Looks at one after the other; gives whose it is."""
        for who in self._dossiers:
            self.look_at(who)
            yield who

    @property
    def code(self):
        return self.variable("dossier.code")

    # what citizens do

    def log_in(self):
        """The browser goes to the provider and comes back."""
        provider = self.systems.identity.provider
        address = provider.begin(Wanted(browser=BROWSER, level=2), now=self._clock())
        with httpx.Client(trust_env=False) as browser:
            back = browser.get(address).headers["location"].partition("?")[2]
        self._login = provider.finish(back, browser=BROWSER, now=self._clock())

    def file(self, process, variables, *, who, at=None):
        proved = self._login.applicant() if self._login else {}
        applicant = variables["applicant"] | proved
        tax = self.outside["cơ quan thuế"].url
        self._citizen, self._login = who, None
        self._played = self._dossiers[who] = self._new_play()
        self._played.file(
            process,
            variables | {"applicant": applicant, "taxOffice": tax},
            self._as_citizen(),
            business_key=f"NOP-{len(self._dossiers):04d}",
            at=at,
            logged_in=False,
        )

    def pay_at(self, system):
        """Pay where the order leads; the callback that the system would send."""
        number = self._played.order()
        with httpx.Client(trust_env=False) as browser:
            browser.get(self._way_to_pay(number))
        reference = self._house.gateways.account(number).attempts[-1].reference
        given = {"reference": reference, "at": f"{self._clock():%Y%m%d%H%M%S}"}
        return self.outside[system].tell("pay", given).encode()

    def _way_to_pay(self, number):
        """Where the order leads; who gets no page presses the button again."""
        visit = Visit(address="192.0.2.7")
        with suppress(ProcflowError):
            return self._house.gateways.visit(number, visit, now=self._clock()).url
        return self._house.gateways.visit(number, visit, now=self._clock()).url

    def called_back(self, gateway, raw):
        """What is answered to a callback."""
        received = self._house.receive_payment(gateway, raw, now=self._clock())
        self._played.settle()
        return received.notified.reply.body.decode()

    # what another agency does

    def agency_answers(self):
        """Its answer to our document lies at the exchange, and is fetched."""
        number = "501"
        answer = replace(
            official(number),
            id=f"H56.15,2026/03/02,{number}/SQH",
            sender=THEIRS,
            to=(OURS,),
            notation="SQH",
            answers=self.variable("sent.id"),
        )
        text = write_edxml(answer, self._clock()).decode()
        self.outside["LGSP"].tell("leave", {"id": answer.id, "text": text})
        self._played.settle()

    def close(self):
        self._house.close()
