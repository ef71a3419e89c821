"""What a clock begins is held with its process; what people file is taken in all the same."""

from datetime import timedelta

import pytest

DAY = timedelta(days=1)


@pytest.fixture
def deployed(engine, deploy, pen):
    """Begins every night, by a message, by a signal, and plainly."""
    drawn = [
        pen.start("plain"),
        pen.start("nightly", pen.timer("timeCycle", "R/P1D")),
        pen.start("filed", pen.message("file", "code")),
        pen.start("called", pen.signal("all")),
        pen.user("check"),
        pen.end(),
    ]
    starts = ("plain", "nightly", "filed", "called")
    flows = pen.flows(*(f"{each}-check" for each in starts), "check-e")
    deploy(pen.drawing(*drawn, flows))
    return engine


def started(engine):
    """By which start events, oldest first."""
    found = sorted(engine.instances.find(process_id="p"), key=lambda each: each.key)
    return [engine.history.of(each.key)[0].element for each in found]


@pytest.mark.parametrize("what", [{"process": "p"}, {"process": "p", "version": 1}])
def test_the_clock_waits_for_a_suspended_process_and_begins_once_then(deployed, operator, what):
    engine = deployed
    engine.advance("P1DT1H")
    assert started(engine) == ["nightly"]
    engine.suspensions.suspend(reason="x", actor=operator, **what)
    engine.advance("P3D")
    assert started(engine) == ["nightly"]
    assert engine.timers.next_due() is None
    engine.suspensions.resume(actor=operator, **what)
    engine.scheduler().run_once()
    assert started(engine) == ["nightly", "nightly"]
    assert engine.timers.next_due() > engine.clock()


def test_what_people_file_is_taken_in_and_rests(deployed, operator, officer):
    engine = deployed
    engine.suspensions.suspend(reason="x", actor=operator, process="p")
    engine.instances.start("p")
    assert engine.messages.publish("file", "K1").state == "started"
    engine.signals.broadcast("all")
    assert started(engine) == [None, "filed", "called"]
    assert all(engine.instances.explain(each.key).suspensions for each in engine.instances.find())


def test_a_suspended_message_start_keeps_its_messages(deployed, operator):
    engine = deployed
    engine.suspensions.suspend(reason="x", actor=operator, process="p", element="filed")
    for code in ("K1", "K2"):
        assert engine.messages.publish("file", code).state == "buffered"
    engine.clock.advance(30 * DAY)
    assert engine.messages.publish("file", "K1", message_id="again").state == "buffered"
    engine.scheduler().run_once()
    assert "filed" not in started(engine)
    engine.suspensions.resume(actor=operator, process="p", element="filed")
    keys = {each.business_key for each in engine.instances.find(process_id="p")} - {None}
    assert keys == {"K1", "K2"}
    assert started(engine).count("filed") == 2


def test_a_suspended_signal_start_keeps_its_signals(deployed, operator):
    engine = deployed
    engine.suspensions.suspend(reason="x", actor=operator, process="p", element="called")
    engine.signals.broadcast("all")
    assert started(engine) == []
    engine.suspensions.resume(actor=operator, process="p", element="called")
    assert started(engine) == ["called"]


def test_another_element_does_not_hold_a_start(deployed, operator):
    engine = deployed
    engine.suspensions.suspend(reason="x", actor=operator, process="p", element="check")
    engine.messages.publish("file", "K1")
    engine.advance("P1DT1H")
    assert started(engine) == ["filed", "nightly"]
