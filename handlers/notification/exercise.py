"""What every notice channel must do.

    for step in EXERCISE:
        step(channel, delivered)

`delivered` gives all notices that have arrived by the channel. Channels that carry a whole letter
also do LETTER_EXERCISE, those that go to an e-mail address MAIL_EXERCISE, those that go to a
telephone PHONE_EXERCISE. Each step uses keys of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from ...engine.errors import UnfitInput
from ..expectations import expect, expect_refusal
from ..local_time import VIETNAM
from .notice import Notice, Receipt, Recipient, Sent, Unreached, notice_id
from .port import NoticeChannel

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=VIETNAM)
HOUR = timedelta(hours=1)
HOA = Recipient(
    name="Nguyễn Thị Hoà",
    email="hoa@example.org",
    phone="0912 345 678",
    personal_id="038190001234",
)
TEMPLATE = "thu-nghiem"

Delivered = Callable[[], Sequence[Sent]]


def notice(subject: str, **recipient: str) -> Notice:
    """An invented notice."""
    known = {"name": HOA.name, "email": HOA.email, "phone": HOA.phone}
    chosen = {**known, "personal_id": HOA.personal_id, **recipient}
    to = Recipient(
        name=chosen["name"],
        email=chosen["email"],
        phone=chosen["phone"],
        personal_id=chosen["personal_id"],
    )
    return Notice(
        to=to,
        subject=subject,
        body="Hồ sơ đã được tiếp nhận.\n\nTrân trọng.\n",
        fields={"noi_dung": subject},
        template=TEMPLATE,
        dossier="H56.14.01-260302-0001",
    )


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
    if isinstance(receipt, Unreached):
        raise AssertionError(f"Expected a receipt, but the recipient is not reached: {receipt}")
    expect("the id", receipt.id, notice_id("receipt"))
    expect("the channel", receipt.channel, channel.name)
    expect("the moment", receipt.sent_at, MORNING)
    expect("how often it arrived", len(_with_subject(delivered, "Biên nhận")), 1)


def shows_no_whole_address(channel: NoticeChannel, delivered: Delivered) -> None:
    receipt = channel.send(notice("Che"), key="masked", now=MORNING)
    whole = channel.address(notice("Che"))
    shown = receipt.address if isinstance(receipt, Receipt) else None
    expect("the address is shown in part", bool(shown) and str(whole) not in str(shown), True)
    expect("how often it arrived", len(_with_subject(delivered, "Che")), 1)


def remembers_what_it_began(channel: NoticeChannel, delivered: Delivered) -> None:
    expect("whether it began before", channel.begun("begun"), False)
    channel.send(notice("Đã bắt đầu"), key="begun", now=MORNING)
    expect("whether it began after", channel.begun("begun"), True)
    expect("how often it arrived", len(_with_subject(delivered, "Đã bắt đầu")), 1)


def tells_that_it_is_well_without_sending(channel: NoticeChannel, delivered: Delivered) -> None:
    before = delivered()
    expect("the check", channel.check().ok, True)
    expect("what has arrived after the check", delivered(), before)


def delivers_vietnamese_unchanged(channel: NoticeChannel, delivered: Delivered) -> None:
    subject = "Hồ sơ H56.14.01-260302-0001 đã được tiếp nhận, mời quý vị theo dõi trực tuyến"
    channel.send(notice(subject), key="vietnamese", now=MORNING)
    (arrived,) = _with_subject(delivered, subject)
    expect("the text", arrived.body, notice(subject).body)
    expect("the moment in the notice", arrived.sent_at, MORNING)


def keeps_to_one_line(channel: NoticeChannel, delivered: Delivered) -> None:
    wicked = notice("Thân\r\nBcc: moi@example.org", name="Hoà\r\nBcc: nguoi@example.org")
    channel.send(wicked, key="headers", now=MORNING)
    (arrived,) = [sent for sent in delivered() if sent.subject.startswith("Thân")]
    expect("the subject", arrived.subject, "Thân Bcc: moi@example.org")


def names_the_recipient(channel: NoticeChannel, delivered: Delivered) -> None:
    channel.send(notice("Tên"), key="named", now=MORNING)
    (arrived,) = _with_subject(delivered, "Tên")
    expect("the recipient is named", (HOA.name or "") in arrived.to, True)


def refuses_a_mail_address_that_is_none(channel: NoticeChannel, delivered: Delivered) -> None:
    for address in ("hoa", "hoa@", "@example.org", "a b@example.org", "hoà@ở.vn"):
        wrong = notice("Sai địa chỉ", email=address)
        expect_refusal(UnfitInput, partial(channel.send, wrong, key=address, now=MORNING))
    expect("how many arrived", len(_with_subject(delivered, "Sai địa chỉ")), 0)


def sends_to_the_number_networks_know(channel: NoticeChannel, delivered: Delivered) -> None:
    for number, written in enumerate(("0912.345.678", "+84 912 345 678", "(84)912345678")):
        text = f"So dien thoai {number}"
        channel.send(notice(text, phone=written), key=f"number:{number}", now=MORNING)
        (arrived,) = _with_subject(delivered, text)
        expect("the number", arrived.to, "84912345678")


def refuses_a_number_that_is_none(channel: NoticeChannel, delivered: Delivered) -> None:
    for number in ("không có", "09123", "hoa@example.org", "0912345678, 0987654321"):
        wrong = notice("Sai so", phone=number)
        expect_refusal(UnfitInput, partial(channel.send, wrong, key=number, now=MORNING))
    expect("how many arrived", len(_with_subject(delivered, "Sai so")), 0)


def does_not_reach_who_has_no_mobile(channel: NoticeChannel, delivered: Delivered) -> None:
    for number in ("", "02373852246", "+33 6 12 34 56 78"):
        said = channel.send(notice("May ban", phone=number), key=number, now=MORNING)
        expect("the answer", said, Unreached(channel=channel.name, reason="no-address"))
    expect("how many arrived", len(_with_subject(delivered, "May ban")), 0)


Step = Callable[[NoticeChannel, Delivered], None]

EXERCISE: tuple[Step, ...] = (
    sends_once_for_a_key,
    sends_for_each_key,
    tells_by_what_and_when,
    shows_no_whole_address,
    remembers_what_it_began,
    tells_that_it_is_well_without_sending,
)

LETTER_EXERCISE: tuple[Step, ...] = (delivers_vietnamese_unchanged, keeps_to_one_line)

MAIL_EXERCISE: tuple[Step, ...] = (names_the_recipient, refuses_a_mail_address_that_is_none)

PHONE_EXERCISE: tuple[Step, ...] = (
    sends_to_the_number_networks_know,
    refuses_a_number_that_is_none,
    does_not_reach_who_has_no_mobile,
)


def _with_subject(delivered: Delivered, subject: str) -> list[Sent]:
    return [sent for sent in delivered() if sent.subject == subject]
