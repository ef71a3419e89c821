from procflow.handlers.wire.breaker import Breaker


class Watch:
    def __init__(self):
        self.time = 0.0

    def __call__(self):
        return self.time


def test_it_opens_after_failures_in_a_row_and_lets_one_try_go_after_the_pause():
    watch = Watch()
    breaker = Breaker(2, 30.0, watch)
    breaker.failed()
    assert breaker.remaining() == 0.0
    breaker.failed()
    assert breaker.remaining() == 30.0
    watch.time = 30.0
    assert breaker.remaining() == 0.0
    assert breaker.remaining() == 30.0, "others wait for how the try ends"
    breaker.succeeded()
    assert breaker.remaining() == 0.0


def test_a_success_between_failures_closes_it():
    breaker = Breaker(2, 30.0, Watch())
    for _ in range(5):
        breaker.failed()
        breaker.succeeded()
    assert breaker.remaining() == 0.0
