"""The job type that tells people something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...engine.errors import BpmnError, Problem, UnfitInput
from ...engine.handler import JobContext, RenderedNotice, handles, label
from ...engine.model.check import Check
from ..icons import icon
from .dispatch import Dispatch, Outcome, Rule
from .notice import Notice, Receipt, Recipient, Unreached
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
            hint=("để trống: theo quy tắc chung", "empty: as the rule says"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class NoticeReceipt(Receipt):
    """besides: further channels it went by. unreached: channels that were tried in vain."""

    besides: tuple[str, ...] = field(
        default=(), metadata=label("Các kênh khác đã gửi", "Other channels it went by")
    )
    unreached: tuple[Unreached, ...] = field(
        default=(), metadata=label("Các kênh không gửi được", "Channels that did not reach")
    )


@dataclass(frozen=True, kw_only=True)
class NoticeSent:
    notice: NoticeReceipt = field(metadata=label("Thông báo đã gửi", "Notice"))


class NotificationHandlers:
    """Sends notices by the given channels, as the rule says: by default the first that reaches.

    Raises BadConfiguration without a channel, with two of the same name, and for a rule that names
    an unknown one.
    """

    icon = icon("notification")

    def __init__(self, channels: Sequence[NoticeChannel], rule: Rule | None = None) -> None:
        self._dispatch = Dispatch(channels, rule)

    @handles(
        "notify.send",
        version=1,
        title=("Gửi thông báo", "Send a notice"),
        raises={UNREACHABLE: ("Không có kênh nào tới được người nhận", "No channel reaches them")},
        recorded=["notice"],
    )
    def send(self, wanted: SendNotice, job: JobContext) -> NoticeSent:
        rendered = _rendered(wanted.template, job)
        notice = Notice(
            to=wanted.to,
            subject=rendered.subject,
            body=rendered.body,
            short=rendered.short,
            fields=rendered.fields,
            template=wanted.template,
            dossier=job.business_key,
        )
        outcome = self._dispatch.send(notice, only=wanted.channel, key=job.key, now=job.now)
        if outcome.receipt is None:
            raise BpmnError(UNREACHABLE, f"No channel reaches the recipient: {_why(outcome)}")
        return NoticeSent(notice=_receipt(outcome, outcome.receipt))

    def checks(self) -> Sequence[Check]:
        """Of each channel."""
        return [channel.check() for channel in self._dispatch.channels]


def _receipt(outcome: Outcome, first: Receipt) -> NoticeReceipt:
    return NoticeReceipt(
        id=first.id,
        channel=first.channel,
        sent_at=first.sent_at,
        address=first.address,
        reference=first.reference,
        besides=tuple(each.channel for each in outcome.besides),
        unreached=tuple(outcome.unreached),
    )


def _why(outcome: Outcome) -> str:
    return ", ".join(f"{each.channel}: {each.reason}" for each in outcome.unreached)


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
