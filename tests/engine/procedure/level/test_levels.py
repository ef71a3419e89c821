"""The level of a procedure: the lowest rung with something unmet decides, by the law of the day."""

from datetime import date
from pathlib import Path

import pytest

from procflow.engine.errors import BadInput
from procflow.engine.messages import page
from procflow.engine.procedure.facts import Reason, ServiceLevel
from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.library import Library
from procflow.engine.procedure.law.rules import RULES
from procflow.engine.procedure.level.criteria import CRITERIA
from procflow.engine.procedure.level.measure import measure

LAW = Path(__file__).parents[1] / "law"
PROCESSES = Path(__file__).parents[4] / "processes"
TODAY = date(2026, 11, 25)
BASE = {path.name: path.read_bytes() for path in (LAW / "base").iterdir()}


def procedure(rule=None, case="invalid", **replaced):
    changed = (
        {}
        if rule is None
        else {path.name: path.read_bytes() for path in (LAW / "rules" / rule / case).iterdir()}
    )
    files = BASE | changed
    for name, (before, after) in replaced.items():
        file = {"facts": "procedure.toml", "drawing": "drawing.bpmn"}[name]
        text = files[file].decode()
        assert before in text
        files[file] = text.replace(before, after).encode()
    return read_procedure(files)


def unmet(level):
    return {lack.criterion.name for lack in level.lacks}


def shipped():
    homes = [path for path in PROCESSES.iterdir() if any(path.glob("*.bpmn"))]
    return {
        home.name: read_procedure(
            {str(f.relative_to(home)): f.read_bytes() for f in home.rglob("*") if f.is_file()}
        )
        for home in homes
    }


def test_a_lawful_procedure_is_level_4_and_full():
    level = measure(procedure(), TODAY)
    assert (level.rung, level.service, level.lacks) == (4, ServiceLevel.FULL, ())
    assert level.is_as_declared
    assert level.scale.act.number == "224/2026/NĐ-CP"


@pytest.mark.parametrize(
    ("rule", "case", "rung", "criterion", "reason"),
    [
        ("presence-required", "invalid", 3, "presence", Reason.PRESENCE),
        ("on-site-step", "invalid", 3, "on-site", Reason.ON_SITE),
        ("on-site-step", "invalid-inside", 3, "on-site", Reason.ON_SITE),
        ("original-required", "invalid-shown", 3, "original", Reason.PRESENCE),
        ("original-required", "invalid-paper", 3, "original", Reason.PRESENCE),
        ("online-payment", "invalid-counter", 3, "online-payment", None),
        ("online-payment", "invalid-missing", 3, "online-payment", None),
        ("wet-signature", "invalid", 3, "signature", None),
        ("result-delivery", "invalid-counter", 3, "delivery", None),
        ("status-notice", "invalid", 3, "notices", None),
        ("dossier-status", "invalid-rest", 3, "statuses", None),
        ("published-identity", "invalid-code", 3, "identity", None),
        ("supplement-through-one-stop", "invalid-bypass", 3, "one-stop", None),
        ("refusal-paper", "invalid-bypass", 3, "one-stop", None),
        ("online-start", "invalid-form", 2, "online-filing", None),
        ("electronic-dossier", "invalid", 2, "electronic-dossier", None),
        ("downloadable-forms", "invalid-missing", 1, "forms", None),
        ("published-parts", "invalid-no-fee", 0, "information", None),
    ],
)
def test_the_lowest_unmet_criterion_decides(rule, case, rung, criterion, reason):
    level = measure(procedure(rule, case), TODAY)
    assert level.rung == rung
    assert criterion in unmet(level)
    assert level.reasons == ((reason,) if reason else ())
    assert level.service is (ServiceLevel.PARTIAL if rung == 3 else None)


@pytest.mark.parametrize(
    ("rule", "case"),
    [
        ("presence-required", "valid-choice"),
        ("online-start", "valid"),
        ("online-payment", "valid"),
        ("online-payment", "valid-answer"),
        ("online-payment", "valid-zero"),
        ("online-payment", "valid-decision"),
        ("online-payment", "valid-parallel"),
        ("result-delivery", "valid"),
        ("overdue-apology", "valid"),
    ],
)
def test_what_a_citizen_may_choose_or_does_not_owe_holds_nothing_back(rule, case):
    assert measure(procedure(rule, case), TODAY).rung == 4


def test_the_information_is_what_the_public_is_told():
    level = measure(procedure(facts=("sets = 1\n", "")), TODAY)
    assert (level.rung, unmet(level)) == (0, {"information"})
    assert measure(procedure(facts=('declared = "full"', 'declared = "partial"')), TODAY).rung == 4


def test_a_drawing_without_facts_is_no_service_but_all_else_is_measured():
    files = {"drawing.bpmn": (LAW / "rules/wet-signature/invalid/drawing.bpmn").read_bytes()}
    level = measure(read_procedure(files), TODAY)
    assert level.rung == 0
    assert {"information", "signature"} <= unmet(level)
    assert level.name == "Cấp giấy xác nhận"


def test_an_empty_folder_has_level_0():
    assert measure(read_procedure({}), TODAY).rung == 0


def test_each_date_has_its_law():
    folder = procedure("result-delivery", "invalid-counter")
    dates = [date(2012, 1, 1), date(2022, 8, 14), date(2022, 8, 15), date(2026, 6, 30), TODAY]
    levels = [measure(folder, day) for day in dates]
    assert [level.scale.act.number for level in levels] == [
        "43/2011/NĐ-CP",
        "43/2011/NĐ-CP",
        "42/2022/NĐ-CP",
        "42/2022/NĐ-CP",
        "224/2026/NĐ-CP",
    ]
    assert [level.rung for level in levels] == [4, 4, 3, 3, 3]
    assert [level.service for level in levels] == [None, None, *["partial"] * 3]


def test_notices_of_every_status_are_asked_for_since_2026_and_once_by_the_circular():
    folder = procedure("status-notice")
    days = (date(2015, 1, 1), date(2020, 1, 1), date(2024, 1, 1), TODAY)
    assert [measure(folder, day).rung for day in days] == [4, 3, 4, 3]


def test_the_counter_paid_level_3_on_every_scale():
    folder = procedure("online-payment", "invalid-counter")
    assert {measure(folder, date(year, 1, 1)).rung for year in (2012, 2023, 2027)} == {3}


def test_a_day_before_there_were_levels_is_refused():
    with pytest.raises(BadInput, match="2011-08-01"):
        measure(procedure(), date(2011, 7, 31))


def test_a_lack_says_where_why_and_what_to_do():
    (lack,) = measure(procedure("wet-signature"), TODAY).lacks
    assert (lack.finding.element, lack.finding.label) == ("bad-ky", "Ký số")
    assert lack.finding.line
    assert lack.basis.cited("vi") == "Điểm e khoản 1 Điều 15 Nghị định 224/2026/NĐ-CP"
    assert lack.remedy("en") == "Sign digitally: signature = digital."


def test_articles_to_be_compared_are_told_as_such():
    (lack,) = measure(procedure("supplement-through-one-stop", "invalid-bypass"), TODAY).lacks
    cited = lack.basis.cited("vi")
    assert cited == ("Nghị định 118/2025/NĐ-CP (tương ứng Khoản 4 Điều 19 Nghị định 61/2018/NĐ-CP)")
    assert "corresponding to" in lack.basis.cited("en")


def test_every_rule_a_criterion_asks_is_there_and_has_a_remedy():
    asked = {asked.rule for criterion in CRITERIA for asked in criterion.asked}
    assert asked - {"facts", "followed"} <= {rule.name for rule in RULES}
    assert all(f"level.remedy.{name}" in page("level") for name in asked)
    assert all(f"level.criterion.{criterion.name}" in page("level") for criterion in CRITERIA)


def test_a_called_process_that_is_not_at_hand_is_not_believed():
    folder = procedure("status-notice", "valid")
    drawing = folder.files["drawing.bpmn"].decode()
    begin, end = drawing.index('  <process id="bao"'), drawing.index("  <message")
    alone = read_procedure(BASE | {"drawing.bpmn": (drawing[:begin] + drawing[end:]).encode()})
    level = measure(alone, TODAY)
    assert level.rung == 3
    assert "level.followed.unknown" in {lack.finding.key for lack in level.lacks}
    assert measure(alone, TODAY, Library([folder]).find).rung == 4


def test_a_process_that_is_only_known_at_run_time_is_not_believed():
    folder = procedure("status-notice", "valid", drawing=('processId="bao"', 'processId="=which"'))
    keys = {lack.finding.key for lack in measure(folder, TODAY).lacks}
    assert "level.followed.computed" in keys


def test_below_what_is_declared():
    level = measure(procedure("wet-signature"), TODAY)
    assert not level.is_as_declared
    partial = ('declared = "full"', 'declared = "partial"\nreason = "technical"\nlaw = "Điều 1"')
    assert measure(procedure("wet-signature", facts=partial), TODAY).is_as_declared


def test_the_shipped_procedures():
    folders = shipped()
    find = Library(folders.values()).find
    registration = measure(folders["dang-ky-ho-kinh-doanh"], TODAY, find)
    assert (registration.rung, registration.service, registration.lacks) == (4, "full", ())
    permit = measure(folders["cap-giay-phep-xay-dung"], TODAY, find)
    assert (permit.rung, permit.service, permit.reasons) == (3, "partial", (Reason.ON_SITE,))
    assert unmet(permit) == {"online-payment", "delivery", "on-site", "signature"}
    places = {lack.finding.element for lack in permit.lacks}
    assert places == {"thu-le-phi", "tra-giay-phep", "ghi-ket-qua", "kiem-tra-thuc-dia", "ky"}
