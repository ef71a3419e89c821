"""The job type that tells people something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...engine.errors import BadConfiguration, BpmnError, Problem, UnfitInput
from ...engine.handler import JobContext, RenderedNotice, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .notice import Notice, Receipt, Recipient
from .port import NoticeChannel

UNREACHABLE = "NOTICE_UNREACHABLE"


@dataclass(frozen=True, kw_only=True)
class SendNotice:
    """Send somebody a notice; its text is a template of the procedure's folder `notices`."""

    template: str = field(
        metadata=label(
            "Mẫu thông báo",
            "Template",
            hint=("tên tệp trong notices/, không có .md", "file name in notices/, without .md"),
            min_length=1,
        )
    )
    to: Recipient = field(metadata=label("Người nhận", "Recipient", feel="=applicant"))
    channel: str | None = field(
        default=None,
        metadata=label(
            "Kênh",
            "Channel",
            hint=("để trống: kênh đầu tiên tới được", "empty: the first that reaches them"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class NoticeSent:
    notice: Receipt = field(metadata=label("Thông báo đã gửi", "Notice"))


class NotificationHandlers:
    """Sends notices by the given channels, the preferred one first.

    Raises BadConfiguration without a channel, or with two of the same name.
    """

    icon = icon("notification")

    def __init__(self, channels: Sequence[NoticeChannel]) -> None:
        self._channels = {channel.name: channel for channel in channels}
        if not channels or len(self._channels) < len(channels):
            raise BadConfiguration.of("handlers.notice.channels")

    @handles(
        "notify.send",
        version=1,
        title=("Gửi thông báo", "Send a notice"),
        raises={UNREACHABLE: ("Không có kênh nào tới được người nhận", "No channel reaches them")},
    )
    def send(self, wanted: SendNotice, job: JobContext) -> NoticeSent:
        rendered = _rendered(wanted.template, job)
        notice = Notice(to=wanted.to, subject=rendered.subject, body=rendered.body)
        for channel in self._allowed(wanted.channel):
            if receipt := channel.send(notice, key=job.key, now=job.now):
                return NoticeSent(notice=receipt)
        raise BpmnError(UNREACHABLE, "No channel reaches the recipient")

    def _allowed(self, name: str | None) -> list[NoticeChannel]:
        if name is None:
            return list(self._channels.values())
        if name not in self._channels:
            choices = {"choices": ", ".join(self._channels)}
            raise _unfit(Problem(field="channel", key="handlers.not-a-choice", arguments=choices))
        return [self._channels[name]]

    def check(self) -> Check:
        """The first channel that is not well, else the preferred one."""
        checks = [channel.check() for channel in self._channels.values()]
        return next((check for check in checks if not check.ok), checks[0])


def _rendered(template: str, job: JobContext) -> RenderedNotice:
    """The notice with all its placeholders filled: one with holes is never sent."""
    found = job.notice(template)
    if found is None:
        arguments = {"template": template}
        raise _unfit(
            Problem(field="template", key="handlers.notice.no-template", arguments=arguments)
        )
    rendered = found.render(job.variables)
    if rendered.missing:
        raise _unfit(*(_hole(template, placeholder) for placeholder in rendered.missing))
    return rendered


def _hole(template: str, placeholder: str) -> Problem:
    return Problem(field=placeholder, key="handlers.notice.hole", arguments={"template": template})


def _unfit(*problems: Problem) -> UnfitInput:
    return UnfitInput("; ".join(problem.sentence("en") for problem in problems), *problems)
