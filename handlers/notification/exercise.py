"""What every notice channel must do.

    for step in EXERCISE:
        step(channel, delivered)

`delivered` gives all notices that have arrived by the channel. Each step uses keys of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from ...engine.errors import UnfitInput
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .notice import Notice, Recipient, Sent
from .port import NoticeChannel

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)

Delivered = Callable[[], Sequence[Sent]]


def notice(subject: str, **recipient: str) -> Notice:
    """An invented notice."""
    to = Recipient(**{"name": "Nguyễn Thị Hoà", "email": "hoa@example.org", **recipient})
    return Notice(to=to, subject=subject, body="Hồ sơ đã được tiếp nhận.\n\nTrân trọng.\n")


def delivers_vietnamese_unchanged(channel: NoticeChannel, delivered: Delivered) -> None:
    subject = "Hồ sơ H56.14.01-260302-0001 đã được tiếp nhận, mời quý vị theo dõi trực tuyến"
    channel.send(notice(subject), key="vietnamese", now=MORNING)
    (arrived,) = _with_subject(delivered, subject)
    expect("the text", arrived.body, notice(subject).body)
    expect("the recipient is named", "Nguyễn Thị Hoà" in arrived.to, True)


def sends_once_for_a_key(channel: NoticeChannel, delivered: Delivered) -> None:
    first = channel.send(notice("Một lần"), key="once", now=MORNING)
    again = channel.send(notice("Một lần"), key="once", now=MORNING + HOUR)
    expect("the second receipt", again, first)
    expect("how often it arrived", len(_with_subject(delivered, "Một lần")), 1)


def sends_for_each_key(channel: NoticeChannel, delivered: Delivered) -> None:
    receipts = [channel.send(notice("Mỗi lần"), key=f"each:{n}", now=MORNING) for n in (1, 2)]
    expect("the receipts differ", receipts[0] != receipts[1], True)
    expect("how often it arrived", len(_with_subject(delivered, "Mỗi lần")), 2)


def tells_by_what_and_when(channel: NoticeChannel, delivered: Delivered) -> None:
    receipt = channel.send(notice("Biên nhận"), key="receipt", now=MORNING)
    if receipt is None:
        raise AssertionError("Expected a receipt, but the channel did not reach the recipient")
    expect("the channel", receipt.channel, channel.name)
    expect("the moment", receipt.sent_at, MORNING)
    (arrived,) = _with_subject(delivered, "Biên nhận")
    expect("the moment in the notice", arrived.sent_at, MORNING)


def keeps_headers_apart(channel: NoticeChannel, delivered: Delivered) -> None:
    wicked = notice("Thân\r\nBcc: moi@example.org", name="Hoà\r\nBcc: nguoi@example.org")
    channel.send(wicked, key="headers", now=MORNING)
    (arrived,) = [sent for sent in delivered() if sent.subject.startswith("Thân")]
    expect("the subject", arrived.subject, "Thân Bcc: moi@example.org")


def refuses_an_address_that_is_none(channel: NoticeChannel, delivered: Delivered) -> None:
    for address in ("hoa", "hoa@", "@example.org", "a b@example.org", "hoà@ở.vn"):
        wrong = notice("Sai địa chỉ", email=address)
        expect_refusal(UnfitInput, partial(channel.send, wrong, key=address, now=MORNING))
    expect("how many arrived", len(_with_subject(delivered, "Sai địa chỉ")), 0)


def tells_that_it_is_well_without_sending(channel: NoticeChannel, delivered: Delivered) -> None:
    before = delivered()
    expect("the check", channel.check().ok, True)
    expect("what has arrived after the check", delivered(), before)


EXERCISE: tuple[Callable[[NoticeChannel, Delivered], None], ...] = (
    delivers_vietnamese_unchanged,
    sends_once_for_a_key,
    sends_for_each_key,
    tells_by_what_and_when,
    keeps_headers_apart,
    refuses_an_address_that_is_none,
    tells_that_it_is_well_without_sending,
)


def _with_subject(delivered: Delivered, subject: str) -> list[Sent]:
    return [sent for sent in delivered() if sent.subject == subject]
