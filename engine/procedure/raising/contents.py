"""What new steps ask and say: forms and notices, in the words of the office."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

PAYMENT_CHOICE = "feePayment"
DELIVERY_CHOICE = "resultDelivery"
"""The variables by which a citizen chooses; who said nothing gets the counter."""

LONGEST_NAME = 60

FOOT = """
- Mã hồ sơ: {{ dossier.code }}
- Cơ quan tiếp nhận: {{ get or else(unitName, dossier.unit) }}
- Bộ phận đang giữ hồ sơ: {{ handler }}
- Thời điểm: {{ noticeTime }}

Tra cứu hồ sơ bằng mã trên Cổng dịch vụ công. Đây là thư tự động, xin không trả lời thư này.
"""

PAID = "Cơ quan đã nhận được khoản ông/bà nộp trực tuyến."
GOES_ON = " Hồ sơ được giải quyết tiếp."
RETURNS = " Kết quả đã có và được trả theo cách ông/bà đã chọn."
UNPAID = (
    "Khoản nộp trực tuyến chưa hoàn thành. Mời ông/bà chọn lại cách nộp trên Cổng dịch vụ công, "
    "hoặc đến nộp tại quầy."
)

PAYMENT_REQUEST = (
    """# Mời nộp {{ fee }} của hồ sơ {{ dossier.code }}: {{ vnd(amount) }}

Kính gửi {{ applicant.name }},

Mời ông/bà nộp khoản sau:

- {{ fee }}: {{ vnd(amount) }} ({{ amount in words(amount) }})

Nộp trực tuyến tại: {{ payment.url }}

Hạn nộp: {{ dueTime }} ngày {{ dueDay }}. Quá hạn, ông/bà chọn lại cách nộp.
"""
    + FOOT
)

PAYMENT_RESULT = (
    """# Kết quả nộp tiền của hồ sơ {{ dossier.code }}

Kính gửi {{ applicant.name }},

"""
    + f'{{{{ if paymentState != "paid" then "{UNPAID}" else "{PAID}" + '
    + f'(if status = 9 then "{RETURNS}" else "{GOES_ON}") }}}}\n'
    + FOOT
)

STATUS_CHANGE = (
    """# Hồ sơ {{ dossier.code }}: {status}

Kính gửi {{ applicant.name }},

Trạng thái mới của hồ sơ: {status}.
"""
    + FOOT
)


def status_notice(name: str) -> str:
    """The notice that tells a status by its name."""
    return STATUS_CHANGE.replace("{status}", name)


def payment_choice(*, required: bool = False) -> dict[str, Any]:
    """The question how the fee is to be paid."""
    options = {"online": "Trực tuyến", "counter": "Tại quầy"}
    return _choice(PAYMENT_CHOICE, "Cách nộp phí, lệ phí", options, required=required)


DELIVERIES = {
    "electronic": "Bản điện tử",
    "post": "Qua bưu chính công ích",
    "counter": "Tại quầy",
}


def delivery_choice(ways: Collection[str] = DELIVERIES) -> dict[str, Any]:
    """The question how the result is to be handed over. ways: those that are offered."""
    options = {way: label for way, label in DELIVERIES.items() if way in ways}
    return _choice(DELIVERY_CHOICE, "Cách nhận kết quả", options, required=False)


def _choice(key: str, label: str, options: Mapping[str, str], *, required: bool) -> dict[str, Any]:
    first = next(iter(options))
    return {
        "type": "radio",
        "id": key,
        "key": key,
        "label": label,
        "values": [{"label": text, "value": value} for value, text in options.items()],
        "defaultValue": first,
        "validate": {"required": required},
        "properties": {"personal": "internal"},
    }


def posting() -> list[dict[str, Any]]:
    """What is noted when a result is posted."""
    return [
        text_field("postalNumber", "Mã bưu gửi", personal="internal"),
        {
            "type": "datetime",
            "id": "postedOn",
            "key": "postedOn",
            "subtype": "date",
            "dateLabel": "Ngày gửi",
            "validate": {"required": True},
            "properties": {"personal": "internal"},
        },
    ]


def application() -> list[dict[str, Any]]:
    """Who applies, and where the dossier goes: what opening a dossier asks for."""
    return [
        text_field("applicant.name", "Họ, chữ đệm và tên", personal="basic"),
        text_field("applicant.personalId", "Số định danh cá nhân", personal="basic"),
        text_field("applicant.phone", "Số điện thoại", personal="basic"),
        text_field("applicant.email", "Thư điện tử", personal="basic", required=False),
        text_field("applicant.address", "Địa chỉ liên hệ", personal="basic"),
        text_field("unit", "Mã đơn vị tiếp nhận hồ sơ", personal="public"),
    ]


def component_field(index: int, name: str) -> dict[str, Any]:
    """A part of the dossier: where its file is, or what replaces it."""
    label = f"{name} (đường dẫn tệp)"
    field = text_field(part_key(index), label, personal="internal", required=False)
    return {**field, "type": "textarea"}


def part_key(index: int) -> str:
    """The variable of a part; not `components`, which the dossier store reads as a list."""
    return f"papers.part{index}"


def documents(names: Sequence[str]) -> str:
    """FEEL of the files handed in, as the dossier store keeps them: those parts that were given.

    A name is cut where it is long, for an expression may not be.
    """
    parts = (
        f"{{name: {_short(name)}, file: get or else({part_key(at)}, null)}}"
        for at, name in enumerate(names, 1)
    )
    return f'=[{", ".join(parts)}][item.file != null and item.file != ""]'


def _short(name: str) -> str:
    cut = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME].rpartition(' ')[0]}…"
    return json.dumps(cut, ensure_ascii=False)


def text_field(key: str, label: str, *, personal: str, required: bool = True) -> dict[str, Any]:
    return {
        "type": "textfield",
        "id": key.replace(".", "_"),
        "key": key,
        "label": label,
        "validate": {"required": required, "maxLength": 500},
        "properties": {"personal": personal},
    }
