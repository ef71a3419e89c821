"""An error is told by kind and place, never by what it says."""

from procflow.engine.handler.trace import trace_of

SECRET = "Nguyễn Thị Bí Mật"


def failing():
    raise ValueError(f"{SECRET} has no account")


def wrapped():
    try:
        failing()
    except ValueError as error:
        raise RuntimeError(SECRET) from error


def caught(call):
    try:
        call()
    except Exception as error:
        return trace_of(error)
    raise AssertionError("expected an error")


def test_kind_and_places():
    kind, *places = caught(failing)
    assert kind == "ValueError"
    assert places[-1].startswith("handler/test_trace.py:")
    assert places[-1].endswith(" failing")


def test_causes_follow_without_what_they_say():
    trace = caught(wrapped)
    assert [part for part in trace if ":" not in part] == ["RuntimeError", "ValueError"]
    assert SECRET not in "\n".join(trace)


def test_no_path_of_the_machine_is_told():
    assert not any(part.startswith("/") or "/tests/" in part for part in caught(wrapped))
