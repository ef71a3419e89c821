"""How deadlines, fees, validity and conditions are said."""

import json
from datetime import date, time
from decimal import Decimal

import pytest

from procflow.engine.procedure.facts import Beginning, Deadline, Fee, LegalAct, Unit
from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.publishing.conditions import Labels
from procflow.engine.procedure.publishing.words import deadline_text, fee_text, validity

DAY = date(2026, 9, 1)


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_has_words(unit):
    assert deadline_text(Deadline(unit=unit, value=3))


def test_a_deadline_says_what_it_is_counted_from():
    assert (
        deadline_text(Deadline(unit=Unit.WORKING_DAY, value=3, from_=Beginning.PAID))
        == "3 ngày làm việc kể từ ngày hoàn thành nghĩa vụ tài chính"
    )
    told = deadline_text(Deadline(unit=Unit.SAME_DAY, cutoff=time(15)))
    assert told.startswith("Trong ngày; hồ sơ nhận sau 15:00")
    assert deadline_text(Deadline(unit=Unit.OTHER, text="Ngay")) == "Ngay"


def test_fees_are_in_dong():
    assert fee_text(Fee(name="x", amount=Decimal(1500000))) == "1.500.000 đồng"
    assert fee_text(Fee(name="x", amount=Decimal(0))) == "Không thu"
    assert fee_text(Fee(name="x", text="HĐND quy định")) == "Theo quy định riêng"


@pytest.mark.parametrize(
    ("from_", "until", "begins"),
    [
        (DAY, None, "Đang có hiệu lực"),
        (DAY, DAY, "Đang có hiệu lực"),
        (date(2026, 9, 2), None, "Chưa có hiệu lực"),
        (date(2026, 9, 2), date(2027, 1, 1), "Chưa có hiệu lực"),
        (date(2020, 1, 1), date(2026, 8, 31), "Đã hết hiệu lực"),
    ],
)
def test_the_validity_of_an_act(from_, until, begins):
    act = LegalAct(number="1/2026/NĐ-CP", name="x", from_=from_, until=until)
    assert validity(act, DAY).startswith(begins)


@pytest.fixture(scope="module")
def labels():
    choice = {"label": "Ở nhờ", "value": "nho"}
    fields = [
        {"type": "select", "key": "home.kind", "label": "Chỗ ở", "values": [choice]},
        {"type": "number", "key": "floors", "label": "Số tầng"},
        {"type": "checkbox", "key": "urgent", "label": "Làm gấp"},
    ]
    form = {"type": "default", "id": "don", "components": fields}
    return Labels(read_procedure({"don.form": json.dumps(form).encode()}))


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("", ""),
        ('=home.kind = "nho"', "“Chỗ ở” là “Ở nhờ”"),
        (
            '=home.kind != "nho" and urgent = true',
            "“Chỗ ở” không phải là “Ở nhờ” và “Làm gấp” là “có”",
        ),
        ("=floors >= 7 or floors < 2", "“Số tầng” từ 7 trở lên hoặc “Số tầng” nhỏ hơn 2"),
        ("=unknown = 1", "thỏa điều kiện: unknown = 1"),
        ("=urgent and floors > 1", "thỏa điều kiện: urgent and floors > 1"),
        (
            "=floors > 1 and (floors < 3 or urgent = true)",
            "thỏa điều kiện: floors > 1 and (floors < 3 or urgent = true)",
        ),
    ],
)
def test_conditions_use_the_labels_of_the_forms(labels, when, told):
    assert labels.condition(when) == told
