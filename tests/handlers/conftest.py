from datetime import datetime, timedelta

import pytest

from procflow.engine.handler import HandlerRegistry, JobContext, RenderedNotice, run_handler
from procflow.tests.patience import PATIENCE

NOW = datetime.fromisoformat("2026-03-02T08:00:00+07:00")


SHORT = 1.0


@pytest.fixture
def patience(request):
    """Seconds an adapter waits for an answer: short only where the test is that none comes, which
    is a parameter `kind` of such a name.
    """
    chosen = getattr(request.node, "callspec", None)
    kind = str(chosen.params.get("kind", "")) if chosen else ""
    return SHORT if kind.startswith("timeout") else PATIENCE


@pytest.fixture
def database_url(tmp_path):
    return f"sqlite:///{tmp_path}/store.db"


class Template:
    """A notice that names the dossier."""

    def render(self, variables):
        code = variables.get("dossier", {}).get("code")
        missing = () if code else ("dossier.code",)
        return RenderedNotice(
            subject=f"Hồ sơ {code}",
            body=f"Xin chào, {code}.\n",
            short=f"Ho so {code}",
            fields={"noi_dung": f"Hồ sơ {code}"},
            missing=missing,
        )


@pytest.fixture
def job():
    """Runs a job of the handlers: `job(handlers, type, key="i1:1", now=…, **variables)`."""

    def run(handlers, job_type, *, key="i1:1", now=NOW, **variables):
        context = JobContext(
            key=key,
            type=job_type,
            instance="i1",
            business_key=None,
            definition="d1",
            process="p",
            element="e",
            label="Thử",
            now=now,
            deadline=now + timedelta(minutes=5),
            variables=variables,
            notices=lambda name: Template() if name == "ket-qua" else None,
        )
        return run_handler(HandlerRegistry([handlers]).find(job_type), variables, context)

    return run
