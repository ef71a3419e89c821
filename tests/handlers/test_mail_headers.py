"""A mail reader shows the headers that were meant."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.utils import parseaddr

from hypothesis import given
from hypothesis import strategies as some

from procflow.handlers.notification.mail import message_of
from procflow.handlers.notification.notice import Notice, Recipient

WORD = some.text(alphabet="aâbcdđeêghiklmnoôơpqrstuưvxyấầẩẫậếềệốộớợứựỳ", min_size=1, max_size=9)
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def sent(subject, name):
    notice = Notice(
        to=Recipient(name=name, email="loan@cong-dan.example"), subject=subject, body="x"
    )
    sender = Address("Một cửa", addr_spec="mot-cua@tinh.example")
    message = message_of(notice, sender, key="k", now=NOW)
    return message.as_bytes()


def shown(text):
    """What a mail reader makes of encoded words (RFC 2047, 6.2)."""
    return str(make_header(decode_header(text)))


def test_no_space_is_lost_where_a_long_subject_is_folded():
    subject = "Lấy ý kiến về hồ sơ cấp giấy phép xây dựng H56.14.02-260302-0001"
    assert shown(message_from_bytes(sent(subject, "Vũ Thị Loan"))["Subject"]) == subject


WORDS = some.lists(WORD, min_size=1, max_size=40).map(" ".join)
NAMES = some.lists(WORD, min_size=1, max_size=12).map(" ".join)


@given(subject=WORDS, name=NAMES)
def test_subject_and_recipient_are_read_as_they_were_written(subject, name):
    content = sent(subject, name)
    message = message_from_bytes(content)
    assert shown(message["Subject"]) == subject
    assert shown(parseaddr(message["To"])[0]) == name
    assert all(len(line) <= 78 for line in content.splitlines())
