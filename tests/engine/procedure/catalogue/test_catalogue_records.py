"""Records as text and as JSON become facts that can be read again."""

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procflow.engine.errors import Refused
from procflow.engine.procedure.catalogue.draft import draft_facts
from procflow.engine.procedure.catalogue.note import NoteKind, unparsed
from procflow.engine.procedure.catalogue.reader import read_record
from procflow.engine.procedure.catalogue.record import (
    Case,
    FeeEntry,
    Method,
    Named,
    Paper,
    PaperGroup,
    Record,
)
from procflow.engine.procedure.catalogue.survey import survey, word_of
from procflow.engine.procedure.catalogue.text_sections import LABELS
from procflow.engine.procedure.catalogue.toml_writer import to_toml
from procflow.engine.procedure.facts import Channel, FeeKind, Reason, ServiceLevel, Unit
from procflow.engine.procedure.facts_reader import read_facts

RECORDS = Path(__file__).parent / "records"
SHARED = Path(__file__).parents[5] / "shared" / "data"
REAL = sorted(path for path in SHARED.glob("procedures*/*") if path.suffix in (".txt", ".json"))


def read(name):
    return read_record(name, (RECORDS / name).read_bytes())


def draft(name):
    return draft_facts(read(name))


def notes(drafted):
    return {(note.kind.value, note.key.rpartition(".")[2]) for note in drafted.notes}


def read_again(facts):
    back = read_facts("procedure.toml", to_toml(facts, ("một\nchú thích",)).encode())
    assert [finding for finding in back.findings if finding.severity == "error"] == []
    return replace(back, findings=())


def test_a_text_record_keeps_its_words():
    record = read("1.900001.txt")
    assert (record.code, record.decision, record.tier) == ("1.900001", "12/QĐ-THU", "Cấp Xã")
    assert len(record.steps) == 3
    assert [method.channel for method in record.methods] == ["ONLINE", "DIRECT", "DRONE"]
    assert record.methods[1].fees == (
        FeeEntry(amount=Decimal(50000), text="Lệ phí cấp giấy phép: 50.000 đồng/giấy."),
        FeeEntry(amount=Decimal(2000), text="/trang"),
    )
    assert record.executing == ("Ủy ban nhân dân xã, phường, đặc khu",)
    assert record.cooperating == ("Công ty Cây xanh", "Công an xã")
    assert [result.name for result in record.results] == ["Giấy phép trồng cây", "Văn bản từ chối"]
    assert [act.code for act in record.legal] == ["64/2010/NĐ-CP", "Thông tư số 07/2021/TT-THU", ""]
    assert record.description == ""


def test_a_line_that_looks_like_a_label_stays_where_it_stands():
    record = read("1.900001.txt")
    assert record.methods[0].text.endswith("Kết quả thực hiện: xem mục dưới")
    assert [group.heading for group in record.groups] == ["* Giấy tờ phải nộp:", "* Lưu ý:"]


def test_a_paper_may_have_several_lines():
    _, paper = list(read("1.900001.txt").papers)[1]
    assert paper.name == "Sơ đồ vị trí trồng cây, có chữ ký của chủ nhà"
    assert (paper.originals, paper.copies) == (2, 1)


def test_facts_of_a_text_record():
    facts = draft("1.900001.txt").facts
    assert (facts.deadline.unit, facts.deadline.value) == (Unit.WORKING_DAY, 5)
    (case,) = facts.deadline.cases
    assert (case.value, case.when) == (8, '=channel = "counter"')
    assert [manner.channel for manner in facts.manners] == [Channel.ONLINE, Channel.COUNTER]
    assert facts.manners[1].note == "Thời hạn giải quyết: 8 ngày làm việc."
    assert [(fee.amount, fee.channel) for fee in facts.fees] == [
        (None, Channel.ONLINE),
        (50_000, Channel.COUNTER),
        (2_000, Channel.COUNTER),
    ]
    assert facts.fees[0].name == "Lệ phí cấp giấy phép"
    assert [component.name for component in facts.components] == [
        "Đơn đề nghị trồng cây theo Mẫu số 03/CX",
        "Sơ đồ vị trí trồng cây, có chữ ký của chủ nhà",
    ]
    assert [(form.name, form.number) for form in facts.forms] == [
        ("Đơn đề nghị trồng cây theo Mẫu số 03/CX", "03/CX")
    ]
    assert facts.conditions == (
        "Hè phố rộng từ 3 m trở lên.",
        "Người đề nghị xuất trình bản chính giấy tờ nhà đất để đối chiếu.",
    )
    assert [(act.number, act.from_) for act in facts.legal_basis] == [
        ("64/2010/NĐ-CP", date(2010, 6, 11)),
        ("07/2021/TT-THU", date(2021, 1, 1)),
        ("…", date(1900, 1, 1)),
    ]
    assert facts.agencies.decides == "Ủy ban nhân dân xã, phường, đặc khu"
    assert (facts.level.declared, facts.level.reason) == (ServiceLevel.PARTIAL, Reason.ON_SITE)


def test_what_is_left_to_people_is_listed():
    found = notes(draft("1.900001.txt"))
    assert found == {
        ("contradiction", "deadline"),
        ("contradiction", "zero"),
        ("unparsed", "channel"),
        ("unparsed", "original"),
        ("assumed", "sets"),
        ("assumed", "signed"),
        ("assumed", "year"),
        ("assumed", "no-day"),
        ("assumed", "bound-on-site"),
    }
    for note in draft("1.900001.txt").notes:
        assert note.sentence("vi") != note.sentence("en")


def test_a_contradiction_shows_both_sides():
    said = [
        note.sentence("vi")
        for note in draft("1.900001.txt").notes
        if note.kind is NoteKind.CONTRADICTION
    ]
    assert "Nộp trực tuyến: dữ liệu ghi 5 ngày làm việc, lời văn ghi 7 ngày làm việc." in said
    assert "Nộp trực tuyến: dữ liệu ghi 0 đồng, lời văn ghi 40.000 đồng." in said


def test_presence_asked_at_the_counter_only_binds_nobody():
    reasons = {bound.reason for bound in draft("1.900001.txt").bound}
    assert reasons == {Reason.ON_SITE}


def test_a_json_record_is_read_with_its_codes():
    record = read("1.900002.json")
    assert record.name == "Xác nhận đã trồng cây"
    assert record.decision == "13/QĐ-THU"
    assert record.steps[0] == "Nộp hồ sơ."
    assert record.full is False
    assert [result.code for result in record.results] == ["KQ.CX.000001"]
    assert record.competent == ("Chủ tịch Ủy ban nhân dân cấp xã",)


def test_facts_of_a_json_record():
    drafted = draft("1.900002.json")
    facts = drafted.facts
    assert (facts.deadline.unit, facts.deadline.value) == (Unit.WORKING_DAY, 3)
    assert [case.unit for case in facts.deadline.cases] == [Unit.SAME_DAY]
    assert [(fee.amount, fee.channel, fee.kind) for fee in facts.fees] == [
        (0, Channel.ONLINE, FeeKind.FEE)
    ]
    assert facts.components[0].source == "Nhóm “Cây lâu năm” trong bản ghi"
    assert facts.forms[0].number == "CX01"
    assert facts.conditions == ("Cây đã trồng được 30 ngày.",)
    assert facts.level.declared is ServiceLevel.FULL
    assert {("assumed", "by-case"), ("contradiction", "called-partial")} <= notes(drafted)


def test_a_deadline_of_the_same_day_has_the_15_hours_rule():
    method = Method(channel="DIRECT", text="Trong ngày làm việc")
    record = Record(file="x", methods=(method,), steps=("Nhận sau 15 giờ thì trả hôm sau.",))
    deadline = draft_facts(record).facts.deadline
    assert (deadline.unit, deadline.cutoff) == (Unit.SAME_DAY, time(15))


def test_cases_with_another_length_contradict_the_manner():
    method = Method(channel="ONLINE", quantity="10", unit="WORKING_DAY")
    case = Case(name="Cấp", code="1.1", quantity="20", unit="DAY")
    drafted = draft_facts(Record(file="x", methods=(method,), cases=(case, case)))
    said = [note.sentence("vi") for note in drafted.notes if note.kind is NoteKind.CONTRADICTION]
    assert said == ["Cách thức thực hiện ghi 10 ngày làm việc, trường hợp 1.1 ghi 20 ngày."]


def test_a_fee_that_is_the_same_everywhere_is_told_once():
    entry = FeeEntry(amount=Decimal(0), text="Miễn phí")
    methods = tuple(Method(channel=each, fees=(entry,)) for each in ("ONLINE", "DIRECT"))
    (fee,) = draft_facts(Record(file="x", methods=methods)).facts.fees
    assert (fee.channel, fee.amount) == (None, 0)


@pytest.mark.parametrize("name", ["1.900001.txt", "1.900002.json"])
def test_what_is_written_is_read_again(name):
    facts = draft(name).facts
    assert read_again(facts) == facts


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"null", b"\xff\xfe", b'{"data": null}', "Mã thủ tục: 1\n".encode(), b"{"],
)
def test_what_is_no_record_is_refused_with_a_sentence(content):
    with pytest.raises(Refused) as refused:
        read_record("x.txt", content)
    (finding,) = refused.value.findings
    assert "danh mục quốc gia" in finding.sentence("vi")


def test_an_empty_record_is_filled_and_says_so():
    text = "".join(f"{label}: Không có thông tin\n" for label in LABELS)
    drafted = draft_facts(read_record("trống.txt", text.encode()))
    assert read_again(drafted.facts) == drafted.facts
    assert {
        ("assumed", each) for each in ("missing", "agencies", "manners", "components")
    } <= notes(drafted)


def test_a_survey_counts_each_record():
    drafts = [draft("1.900001.txt"), draft("1.900002.json")]
    found = survey([word_of(each) for each in drafts], unreadable=1)
    assert (found.total, found.online, found.free, found.unreadable) == (2, 2, 1, 1)
    assert found.by_reason == {Reason.ON_SITE: 1}
    assert found.by_allowed == {3: 1, 4: 1}


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_real_records_are_read_and_written(path):
    record = read_record(path.name, path.read_bytes())
    assert record.code == path.stem
    assert record.name and record.steps and record.methods and record.papers
    assert record.unread == ()
    facts = draft_facts(record).facts
    assert read_again(facts) == facts


WORDS = st.text(max_size=40)
LENGTHS = st.sampled_from(["", "1", "03", "10 ngày", "x", "0", "999999", "2.0"])
UNITS = st.sampled_from(["WORKING_DAY", "DAY", "HOUR", "MONTH", "OTHER", "", "?"])
NAMED = st.builds(Named, name=WORDS, code=WORDS)
AMOUNTS = st.none() | st.decimals(0, 10**9, allow_nan=False, places=1)
PAPERS = st.builds(
    Paper, name=WORDS, code=WORDS, originals=st.integers(0, 9), copies=st.integers(0, 9)
)
METHODS = st.builds(
    Method,
    channel=st.sampled_from(["ONLINE", "POSTAL", "DIRECT", "X", ""]),
    quantity=LENGTHS,
    unit=UNITS,
    text=WORDS | st.sampled_from(["Không quá 05 ngày", "trong ngày", "3 tháng hoặc 2 tuần"]),
    fees=st.lists(st.builds(FeeEntry, amount=AMOUNTS, text=WORDS, kind=WORDS), max_size=3).map(
        tuple
    ),
)


def several(strategy):
    return st.lists(strategy, max_size=3).map(tuple)


def lines(strategy):
    return several(strategy.filter(bool))


ANY_RECORD = st.builds(
    Record,
    file=WORDS,
    code=WORDS,
    name=WORDS,
    field=WORDS,
    decision=WORDS,
    steps=lines(WORDS),
    methods=several(METHODS),
    groups=several(st.builds(PaperGroup, heading=WORDS, papers=several(PAPERS))),
    who=lines(WORDS),
    executing=lines(WORDS),
    competent=lines(WORDS),
    cooperating=lines(WORDS),
    receiving=WORDS,
    results=several(NAMED),
    legal=several(NAMED),
    conditions=WORDS,
    description=WORDS,
    cases=several(st.builds(Case, name=WORDS, code=WORDS, quantity=LENGTHS, unit=UNITS)),
    full=st.none() | st.booleans(),
    unread=several(WORDS),
)


@given(ANY_RECORD)
def test_the_facts_of_any_record_are_read_again(record):
    drafted = draft_facts(record)
    assert read_again(drafted.facts) == drafted.facts
    assert all(note.sentence("vi") and note.sentence("en") for note in drafted.notes)
    assert word_of(drafted).allowed in (2, 3, 4)


LINES = st.one_of(
    WORDS,
    st.sampled_from([f"{label}: " for label in LABELS]),
    st.sampled_from(
        [
            "  * Hình thức nộp: ONLINE",
            "    Thời hạn giải quyết: 5 DAY",
            "    Phí, lệ phí: 1.000 VNĐ (a) | ",
            "  [ nhóm ]",
            "    - giấy",
            "      Số lượng: Bản chính: 1, Bản sao: ",
        ]
    ),
)


@settings(max_examples=200)
@given(st.lists(LINES, max_size=40))
def test_any_text_is_read_or_refused(found):
    content = "\n".join(found).encode("utf-8", "replace")
    try:
        record = read_record("x.txt", content)
    except Refused:
        return
    assert read_again(draft_facts(record).facts)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
KEYS = [
    *json.loads((RECORDS / "1.900002.json").read_text())["data"],
    "fees",
    "departmentsCoordinating",
]


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=12))
def test_any_json_is_read_or_refused(data):
    data |= {"code": data.get("code", "1"), "name": data.get("name", "x")}
    content = json.dumps({"data": data}).encode()
    record = read_record("x.json", content)
    assert read_again(draft_facts(record).facts)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content):
    with pytest.raises(Refused):
        read_record("x", content)


def test_notes_tell_channels_in_words():
    note = unparsed("fees", "set-elsewhere", channel="ONLINE, DRONE", text="Theo quy định")
    assert note.sentence("vi").startswith("Mức thu khi nộp trực tuyến, DRONE do")
    assert note.sentence("en").startswith("The fee for filing online, DRONE is")
