"""The job types that keep dossiers, from variables to variables."""

from datetime import datetime

import pytest

from procflow.engine.handler import Completed, ErrorThrown, Failed
from procflow.handlers.dossier.handlers import DossierHandlers
from procflow.handlers.dossier.memory import MemoryDossiers
from procflow.handlers.dossier.papers import PaperKind, built_in_rules, read_rules

APPLICATION = {
    "procedureCode": "1.001612",
    "procedureName": "Đăng ký thành lập hộ kinh doanh",
    "unit": "H56.14.01",
    "applicant": {
        "name": "Nguyễn Thị Hoa",
        "email": "hoa@example.org",
        "dateOfBirth": "1990-01-01",
    },
    "channel": "online",
    "components": ["Giấy đề nghị"],
}
CODE = "H56.14.01-260302-0001"


@pytest.fixture
def dossiers():
    return MemoryDossiers()


@pytest.fixture
def done(job, dossiers):
    """Runs a job that must complete; gives its variables."""

    def run(job_type, **more):
        outcome = job(DossierHandlers(dossiers), job_type, **more)
        assert isinstance(outcome, Completed), outcome
        return outcome.variables

    return run


@pytest.fixture
def failed(job, dossiers):
    """Runs a job that must become an incident at once."""

    def run(job_type, **more):
        outcome = job(DossierHandlers(dossiers), job_type, **more)
        assert isinstance(outcome, Failed), outcome
        assert not outcome.retry
        return outcome.sentence("en")

    return run


def test_a_dossier_is_opened(done, dossiers):
    opened = done("dossier.open", **APPLICATION)
    assert opened == {
        "dossier": {
            "code": CODE,
            "unit": "H56.14.01",
            "receivedAt": "2026-03-02T08:00:00+07:00",
        }
    }
    assert done("dossier.open", **APPLICATION) == opened
    assert dossiers.find(CODE).application.applicant.email == "hoa@example.org"


def test_an_application_that_does_not_fit(failed):
    wrong = {**APPLICATION, "unit": "h56", "applicant": {}, "channel": "pigeon"}
    sentence = failed("dossier.open", **wrong)
    for field in ("'unit'", "'applicant.name'", "'channel'"):
        assert field in sentence


def test_a_status_is_noted(done, dossiers):
    done("dossier.open", **APPLICATION)
    noted = {"note": "Thẩm định", "due": "2026-03-05T17:00:00+07:00", "handler": "an"}
    assert done("dossier.set-status", key="i1:2", code=CODE, status=4, **noted) == {}
    (change,) = dossiers.find(CODE).changes
    assert (change.status, change.note, change.handler) == (4, "Thẩm định", "an")
    assert change.due == datetime.fromisoformat(noted["due"])


@pytest.mark.parametrize("status", [0, 11, "4", 4.5, None])
def test_a_status_that_is_none(status, failed):
    assert "'status'" in failed("dossier.set-status", code=CODE, status=status)


def test_a_paper_is_issued(done):
    done("dossier.open", **APPLICATION)
    issued = done("dossier.issue-paper", key="i1:2", code=CODE, paper="apology", content="Xin lỗi")
    assert issued == {
        "paper": {
            "number": "1/2026/VXL-H56.14.01",
            "form": "04",
            "title": "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết",
            "issuedAt": "2026-03-02T08:00:00+07:00",
        }
    }


def test_a_paper_no_rule_had_then(done, failed):
    long_ago = datetime.fromisoformat("2024-05-06T08:00:00+07:00")
    opened = done("dossier.open", now=long_ago, **APPLICATION)
    code = opened["dossier"]["code"]
    sentence = failed("dossier.issue-paper", key="i1:2", now=long_ago, code=code, paper="stop")
    assert sentence == (
        "Expected a form in force on 2024-05-06 for paper 'stop', but TT 01/2018/TT-VPCP has none"
    )


def test_a_result_is_attached(done, dossiers):
    done("dossier.open", **APPLICATION)
    result = {"name": "Giấy chứng nhận", "file": "ket-qua.pdf"}
    attached = done(
        "dossier.attach-result", key="i1:2", code=CODE, result=result, delivery="electronic"
    )
    assert attached == {"resultNumber": "1/2026/KQ-H56.14.01"}
    assert dossiers.find(CODE).results[0].document.file == "ket-qua.pdf"


def test_a_supplement_is_asked_for_and_taken(done, dossiers):
    done("dossier.open", **APPLICATION)
    asked = {"code": CODE, "content": "Thiếu bản vẽ", "by": "2026-04-01T17:00:00+07:00"}
    requested = done("dossier.request-supplement", key="i1:2", **asked)
    assert requested["paper"]["form"] == "02"
    assert requested["rounds"] == 1
    drawing = {"name": "Bản vẽ", "file": "ban-ve.pdf"}
    done("dossier.receive-supplement", key="i1:3", code=CODE, documents=[drawing], status=2)
    assert [change.status for change in dossiers.find(CODE).changes] == [5, 2]
    again = done("dossier.request-supplement", key="i1:4", **asked)
    assert again["rounds"] == 2


def test_a_dossier_is_withdrawn_until_it_is_decided(done, dossiers, job):
    done("dossier.open", **APPLICATION)
    withdrawn = done("dossier.withdraw", key="i1:2", code=CODE, reason="Đổi ý")
    assert withdrawn["paper"]["form"] == "05"
    again = job(DossierHandlers(dossiers), "dossier.withdraw", key="i1:3", code=CODE, reason="–")
    assert isinstance(again, ErrorThrown)
    assert again.code == "DOSSIER_DECIDED"
    assert "Withdrawn by the citizen" in again.text


def test_a_dossier_is_looked_up(done, dossiers, job):
    done("dossier.open", **APPLICATION)
    due = {"paper": "receipt", "due": "2026-03-05T17:00:00+07:00"}
    done("dossier.issue-paper", key="i1:2", code=CODE, **due)
    done("dossier.set-status", key="i1:3", code=CODE, status=2)
    found = done("dossier.look-up", key="i1:4", code=CODE)["found"]
    assert (found["status"], found["due"], found["runBy"]) == (2, due["due"], None)
    unknown = job(DossierHandlers(dossiers), "dossier.look-up", code="H56.14.01-260302-0009")
    assert isinstance(unknown, ErrorThrown)
    assert unknown.code == "DOSSIER_UNKNOWN"


@pytest.mark.parametrize(
    ("job_type", "more"),
    [
        ("dossier.set-status", {"status": 4}),
        ("dossier.issue-paper", {"paper": "receipt"}),
        ("dossier.attach-result", {"result": {"name": "Văn bản"}, "delivery": "post"}),
    ],
)
def test_a_dossier_nobody_opened(job_type, more, failed):
    assert failed(job_type, code=CODE, **more) == (
        f"Expected a dossier with code '{CODE}', but there is none"
    )


def test_every_rule_has_the_papers_of_its_circular():
    first, second = built_in_rules().rules
    assert set(first.forms) == set(PaperKind) - {PaperKind.STOP}
    assert set(second.forms) == set(PaperKind)


def test_rules_may_be_written_in_any_order():
    text = "\n".join(
        f'[[rules]]\ncircular = "{day}"\nfrom = {day}\nnumber = "{{n}}"\n'
        'papers = { receipt = { form = "01", symbol = "R", title = "R" } }'
        for day in ("2026-01-01", "2020-01-01")
    )
    rules = read_rules(text)
    held = [
        rules.on(datetime.fromisoformat(day).date(), PaperKind.RECEIPT).circular
        for day in ("2020-01-01", "2025-12-31", "2026-01-01")
    ]
    assert held == ["2020-01-01", "2020-01-01", "2026-01-01"]
