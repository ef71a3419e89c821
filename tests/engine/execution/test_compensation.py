"""Undoing what was completed, and transactions."""

from __future__ import annotations

from procflow.engine.model.trail import Happening


def test_last_first_and_one_after_the_other(play):
    instance = play("compensation", {"item": "lamp"}).answer("book").answer("ship")
    instance.answer("decide", item="chair")
    assert instance.at() == ["unship"]
    assert instance.answer("unship").at() == ["unbook"]
    assert instance.seen("unbook") == {"item": "chair", "parcel": "lamp"}
    assert instance.answer("unbook").ended
    assert instance.passed == [
        *("start", "book", "ship", "decide", "undo_ship", "unship"),
        *("undo_book", "unbook", "undo", "end"),
    ]


def test_what_was_not_completed_is_not_undone(play):
    instance = play("compensation_one").answer("book").answer("ship").answer("decide")
    assert instance.at() == ["unbook"]
    assert instance.answer("unbook").at() == ["after"]
    assert instance.answer("after").at() == ["unship"]
    assert instance.answer("unship").ended


def test_in_the_background(play):
    instance = play("compensation_background").answer("book")
    assert sorted(instance.at()) == ["after", "unbook"]
    assert not instance.answer("after").ended
    assert instance.answer("unbook").ended


def test_inside_an_ended_sub_process_with_its_variables(play):
    instance = play("compensation_in_sub", {"item": "lamp"})
    instance.answer("book").answer("ship")
    assert instance.variables["item"] == "changed"
    assert instance.at() == ["unship"]
    assert instance.seen("unship") == {"item": "changed", "parcel": "lamp"}
    assert instance.answer("unship").answer("unbook").ended


def test_a_handler_of_the_sub_process_itself_goes_before_its_inside(play):
    instance = play("compensation_of_sub").answer("book")
    assert instance.at() == ["cancel_order"]
    assert instance.answer("cancel_order").ended
    assert "unbook" not in instance.passed


def test_each_round_of_a_sub_process_with_its_own_variables(play):
    instance = play("compensation_loop", {"items": ["lamp", "chair"]})
    instance.answer("book").answer("book")
    for item in ("chair", "lamp"):
        assert instance.at() == ["unbook"]
        assert instance.seen("unbook")["item"] == item
        instance.answer("unbook")
    assert instance.ended


def test_a_multi_instance_activity_is_undone_as_a_whole(play):
    instance = play("compensation_multi", {"items": ["lamp", "chair"]})
    instance.answer("book").answer("book")
    assert instance.at() == ["unbook"]
    assert instance.answer("unbook").ended


def test_a_compensation_event_sub_process_takes_over(play):
    instance = play("compensation_handler_process", {"item": "lamp"}).answer("book")
    assert instance.at() == ["confirm"]
    assert instance.seen("confirm") == {"item": "lamp", "parcel": "lamp"}
    assert instance.answer("confirm").at() == ["unbook"]
    assert instance.answer("unbook").ended
    assert "undo_order" in instance.passed


def test_an_error_handler_undoes_what_its_scope_has_done(play):
    instance = play("compensation_by_error").answer("book").fail("pay", "LOST")
    assert instance.at() == ["unbook"]
    assert instance.answer("unbook").ended


def test_a_cancelled_transaction_is_undone(play):
    instance = play("transaction").answer("book").answer("decide", no=True)
    assert instance.at() == ["unbook"]
    assert instance.answer("unbook").at() == ["told"]
    assert instance.happened(Happening.CANCELLED) == ["other", "trade"]
    assert instance.answer("told").ended


def test_a_transaction_that_is_not_cancelled(play):
    instance = play("transaction").answer("book").answer("decide", no=False).answer("other")
    assert instance.at() == ["after"]
    assert instance.answer("after").ended
