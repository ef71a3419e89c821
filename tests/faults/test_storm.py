"""A whole crew under load: members are killed, clocks jump, connections are cut, the server
crashes. Here shortly; `make faults` kills a thousand times.
"""

import random

from procflow.tests.faults.storm import Storm, audited


def test_a_storm_leaves_nothing_undone_and_nothing_done_twice(nursery, harbour):
    sea = harbour.sea()
    weather = [
        each._replace(every=each.every / 3) for each in harbour.weather(sea, random.Random(1))
    ]
    storm = Storm(sea, nursery, seed=11, weather=weather, pace=0.1)
    storm.rage(kills=10, seconds=30, dossiers=6)
    storm.calm()
    found = audited(sea)
    assert found.wrong == []
    assert storm.log.killed >= 10
    assert found.dossiers > 0
