"""The code behind a job type: how it is declared, what it may know, and how it is run.

    class PaymentHandlers:
        @handles("payment.request", version=1, raises=["PAYMENT_DECLINED"])
        def request(self, fee: CollectFee, job: JobContext) -> PaymentRequested: ...

The decorator only marks, `HandlerRegistry([PaymentHandlers(gateway)])` registers, and `run_handler`
runs one job and gives the outcome as a value.
"""

from .connector import Connector, Opened
from .context import DocumentTemplate, JobContext, NoticeTemplate, RenderedNotice
from .mark import handles, label
from .outcome import Completed, ErrorThrown, Failed, Outcome, Retry
from .registry import Handler, HandlerRegistry
from .run import run_handler
from .settings import needed, secret, setting
from .surroundings import Surroundings, wall_clock
from .typed import read_typed, write_json

__all__ = [
    "Completed",
    "Connector",
    "DocumentTemplate",
    "ErrorThrown",
    "Failed",
    "Handler",
    "HandlerRegistry",
    "JobContext",
    "NoticeTemplate",
    "Opened",
    "Outcome",
    "RenderedNotice",
    "Retry",
    "Surroundings",
    "handles",
    "label",
    "needed",
    "read_typed",
    "run_handler",
    "secret",
    "setting",
    "wall_clock",
    "write_json",
]
