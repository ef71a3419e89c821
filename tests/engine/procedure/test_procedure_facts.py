from datetime import date, time
from pathlib import Path

import pytest

from procflow.engine.errors import Refused
from procflow.engine.procedure.facts import Beginning, Channel, LaneKind, Reason, Unit
from procflow.engine.procedure.facts_reader import MANDATORY, read_facts

DATA = Path(__file__).parent / "data"


def read(text):
    return read_facts("procedure.toml", text.encode())


def found(facts):
    return {(finding.element, finding.key.partition(".")[2]) for finding in facts.findings}


def whole(folder="ho-kinh-doanh"):
    return (DATA / folder / "procedure.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", ["ho-kinh-doanh", "giay-phep"])
def test_a_whole_file_has_no_findings(folder):
    assert read(whole(folder)).findings == ()


def test_facts_are_typed_values():
    facts = read(whole())
    assert facts.code == "1.001612"
    assert facts.checked == date(2026, 7, 15)
    assert facts.deadline.unit is Unit.WORKING_DAY
    assert facts.deadline.from_ is Beginning.ACCEPTED
    assert facts.deadline.source == "Nghị định 168/2025/NĐ-CP"
    assert facts.fees[0].amount == 50_000
    assert facts.fees[0].channel is Channel.ONLINE
    assert facts.components[1].when == "=authorised"
    assert facts.sources["name"].source == "2353/QĐ-BTC"
    assert facts.lanes["Một cửa"].kind is LaneKind.ONE_STOP
    assert facts.lane_groups == {"Người nộp hồ sơ": "cong-dan", "Một cửa": "mot-cua"}


def test_cases_cutoff_level_and_papers_of_a_partial_service():
    facts = read(whole("giay-phep"))
    assert facts.deadline.cutoff == time(15)
    assert [case.value for case in facts.deadline.cases] == [7]
    assert facts.level.reason is Reason.ON_SITE
    assert facts.papers["receipt"].number == "GTN-XD"


def test_the_legal_basis_of_a_day():
    facts = read(whole())
    assert [act.number for act in facts.in_force(date(2025, 6, 30))] == ["01/2021/NĐ-CP"]
    assert [act.number for act in facts.in_force(date(2025, 7, 1))] == ["168/2025/NĐ-CP"]
    assert facts.in_force(date(2020, 1, 1)) == ()


def test_every_mandatory_part_that_is_missing_is_named():
    assert found(read("")) == {(name, "missing-fact") for name in MANDATORY}


def test_an_empty_part_is_a_missing_part_but_a_procedure_may_have_no_result():
    facts = read(whole().replace("[[results]]", "[[forms]]").replace("sets = 1", "results = []"))
    assert found(facts) == {("sets", "missing-fact")}
    assert ("steps", "missing-fact") in found(read("steps = []"))


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_key():
    facts = read(whole().replace('decides = "Cơ', 'decide = "Cơ'))
    near, missing = facts.findings
    assert near.key == "procedure.unknown-key-near"
    assert near.arguments["near"] == "decides"
    assert (
        near.line == whole().splitlines().index('decides = "Cơ quan đăng ký kinh doanh cấp xã"') + 1
    )
    assert missing.element == "agencies.decides"
    assert "“decides”" in near.sentence("vi")
    assert facts.agencies is None


@pytest.mark.parametrize(
    ("before", "after", "element", "key"),
    [
        ("value = 3", 'value = "3"', "deadline.value", "not-whole-number"),
        ("value = 3", "value = 0", "deadline.value", "deadline-without-value"),
        ('"working-day"', '"workday"', "deadline.unit", "not-choice"),
        ('"working-day"', '"other"', "deadline", None),
        ("amount = 50000", "amount = 50000.5", "fees[1].amount", "fee-not-in-dong"),
        ("amount = 50000", "amount = -1", "fees[1].amount", "fee-not-in-dong"),
        ("amount = 50000", 'amount = "50.000"', "fees[1].amount", "not-number"),
        ("from = 2025-07-01", 'from = "2025-07-01"', "legal-basis[1].from", "not-date"),
        ("until = 2025-06-30", "until = 2020-06-30", "legal-basis[2]", "act-ends-before"),
        (
            'kind = "one-stop", group = "mot-cua"',
            'kind = "one-stop"',
            "lanes.Một cửa",
            "lane-without-group",
        ),
        ('kind = "citizen"', 'kind = "agency"', "lanes", "no-citizen-lane"),
        ('declared = "full"', 'declared = "partial"', "level", "level-without-reason"),
        ("[[results]]", "[results]", "results", "not-list-of-tables"),
        (
            '[[manners]]\nchannel = "online"',
            '[[manners]]\nchannel = "fax"',
            "manners[1].channel",
            "not-choice",
        ),
        (
            'who = ["Công dân Việt Nam", "Thành viên hộ gia đình"]',
            'who = "Công dân"',
            "who",
            "not-list-of-texts",
        ),
        ('when = "=authorised"', 'when = "=authorised and"', "components[2].when", None),
        ("[sources]\nname", "[sources]\ntitle", "sources.title", "unknown-key"),
    ],
)
def test_each_misfit_is_one_finding(before, after, element, key):
    assert before in whole()
    facts = read(whole().replace(before, after))
    matching = [finding for finding in facts.findings if finding.element == element]
    if key is None and element == "deadline":
        assert facts.findings == ()
        assert facts.deadline.unit is Unit.OTHER
    elif key is None:
        assert len(matching) == 1
    else:
        assert f"procedure.{key}" in [finding.key for finding in matching]
    for finding in facts.findings:
        assert finding.line
        assert finding.sentence("vi") != finding.sentence("en")


def test_a_formula_that_does_not_parse_says_so_in_feels_words():
    facts = read(whole().replace('when = "=authorised"', 'when = "=1 +"'))
    (finding,) = facts.findings
    assert finding.key.startswith("feel.")
    assert finding.element == "components[2].when"


def test_a_deadline_in_words_needs_the_words():
    text = whole().replace('"working-day"', '"other"').replace('text = "03', 'note = "03')
    assert ("deadline.text", "deadline-without-text") in found(read(text))


def test_a_same_day_deadline_without_a_cutoff_is_a_warning():
    text = whole().replace('unit = "working-day"', 'unit = "same-day"')
    (finding,) = read(text).findings
    assert (finding.severity, finding.element) == ("warning", "deadline.cutoff")


def test_a_fee_needs_an_amount_or_says_who_sets_it():
    text = whole().replace("amount = 50000\n", "").replace('text = "Do Hội', 'legal = "Do Hội')
    assert found(read(text)) == {("fees[1]", "fee-without-amount")}


def test_a_paper_of_no_known_kind_is_refused():
    text = whole("giay-phep").replace("receipt = {", "reciept = {")
    assert found(read(text)) == {("papers.reciept", "unknown-key-near")}


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        (b'code = "1"\nname = ', 2, "procedure.not-toml"),
        (b'code = "1"\n\nname = "a" "b"\n', 3, "procedure.not-toml"),
        (b"code = \xff", None, "procedure.not-utf8"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(content, line, key):
    with pytest.raises(Refused) as refused:
        read_facts("procedure.toml", content)
    (finding,) = refused.value.findings
    assert (finding.line, finding.key) == (line, key)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    assert read_facts(
        "procedure.toml", b"\xef\xbb\xbf" + whole().replace("\n", "\r\n").encode()
    ) == read(whole())
