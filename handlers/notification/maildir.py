"""Notices as files in a Maildir: any mail program can read them, no mail server is needed.

A file's name follows from the job's key and appears in one step, so that a repeated job finds its
notice there, also when somebody has read it meanwhile.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from ...engine.model.check import Check
from ..local_time import local
from .mail import address_of, message_of, on_one_line, sender_of
from .masked import masked
from .notice import Notice, Receipt, Sent, notice_id

FOLDERS = ("tmp", "new", "cur")
RECIPIENT = "X-Recipient"


class MaildirChannel:
    """Puts notices for anybody, with or without an e-mail address, into a folder."""

    rings = False

    def __init__(self, folder: Path, *, sender: str, name: str = "email") -> None:
        self._folder = folder
        self._sender = sender_of(sender)
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def address(self, notice: Notice) -> str:
        if notice.to.email:
            return address_of(notice.to).addr_spec
        return notice.to.phone or notice.to.name or ""

    def begun(self, key: str) -> bool:
        return self._find(notice_id(key)) is not None

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt:
        number, address = notice_id(key), self.address(notice)
        standing = self._find(number)
        if standing is None:
            message = message_of(notice, self._sender, key=key, now=now)
            message[RECIPIENT] = on_one_line(notice.to.named)
            standing = self._write(number, message)
        sent_at = _moment(_read(standing))
        return Receipt(id=number, channel=self._name, sent_at=sent_at, address=masked(address))

    def sent(self) -> tuple[Sent, ...]:
        """All notices in the folder, in the order they were sent."""
        files = [file for name in ("new", "cur") for file in (self._folder / name).glob("*")]
        written = sorted(files, key=lambda file: file.stat().st_mtime_ns)
        return tuple(sorted(map(_sent, written), key=lambda sent: sent.sent_at))

    def check(self) -> Check:
        subject = f"notice: {self._name} (maildir)"
        arguments = {"folder": str(self._folder)}
        try:
            self._make_folders()
            usable = os.access(self._folder / "new", os.W_OK)
        except OSError:
            usable = False
        key = "handlers.check.folder" if usable else "handlers.check.folder-closed"
        return Check(subject=subject, ok=usable, key=key, arguments=arguments)

    def _find(self, number: str) -> Path | None:
        """The notice's file; mail programs move it to `cur` and put flags behind its name."""
        return next(self._files(number), None)

    def _files(self, number: str) -> Iterator[Path]:
        yield from (self._folder / "new").glob(f"{number}*")
        yield from (self._folder / "cur").glob(f"{number}*")

    def _write(self, number: str, message: EmailMessage) -> Path:
        """Written beside, then linked into place: nobody sees half a notice or makes a second."""
        self._make_folders()
        place = self._folder / "new" / number
        with NamedTemporaryFile(dir=self._folder / "tmp", prefix=number) as beside:
            beside.write(message.as_bytes())
            beside.flush()
            os.fsync(beside.fileno())
            try:
                os.link(beside.name, place)
            except FileExistsError:
                return place
        _keep_entries(place.parent)
        return place

    def _make_folders(self) -> None:
        for name in FOLDERS:
            (self._folder / name).mkdir(parents=True, exist_ok=True)


def _keep_entries(folder: Path) -> None:
    """Make the folder's entries survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _read(file: Path) -> EmailMessage:
    return message_from_bytes(file.read_bytes(), policy=default)


def _moment(message: EmailMessage) -> datetime:
    return local(parsedate_to_datetime(message["Date"]))


def _sent(file: Path) -> Sent:
    message = _read(file)
    return Sent(
        to=str(message[RECIPIENT] or message["To"] or ""),
        subject=str(message["Subject"]),
        body=message.get_content().replace("\r\n", "\n"),
        sent_at=_moment(message),
    )
