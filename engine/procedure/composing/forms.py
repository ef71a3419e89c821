"""The forms of a composed procedure: the application, and what each officer is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from ..facts import Channel
from ..raising.contents import (
    application,
    component_field,
    delivery_choice,
    payment_choice,
    posting,
)
from ..raising.form_text import new_form
from ..raising.steps.delivery_steps import POSTING_FORM
from ..raising.steps.identity_steps import doubt_field
from ..raising.steps.payment_steps import CHOOSING_FORM
from . import names
from .charge import Pricing
from .form_fields import (
    Component,
    area,
    checklist,
    choice,
    day,
    money,
    number_field,
    select,
    shown_if,
    statement,
    text,
    words,
)
from .parts.handing_over import ways_of
from .plan import Plan
from .shape import Shape
from .term import ENTERED

COMPLETE = '{label: "Đủ thành phần", value: "du"}'
LACKING = '{label: "Còn thiếu, yêu cầu bổ sung", value: "thieu"}'
REFUSED = '{label: "Từ chối tiếp nhận", value: "tu-choi"}'
CHECKED = (
    f"=if checkRounds = 0 then [{COMPLETE}, {LACKING}, {REFUSED}] else [{COMPLETE}, {REFUSED}]"
)
DRAFTS = {"cap": "Cấp, chấp thuận", "tu-choi": "Từ chối bằng văn bản"}
SUPPLEMENT, REASON = "Nội dung cần bổ sung", "Lý do từ chối"
MEETS = {"dat": "Đạt", "khong-dat": "Không đạt"}
PROPOSED = {"de-xuat": "Đã có đề xuất"}
LACKS = "Cần bổ sung hồ sơ (một lần)"
ONE_TIME = (
    "Đối chiếu hồ sơ với danh mục thành phần đã công bố. Chỉ yêu cầu bổ sung **một lần** "
    "và nêu **đầy đủ** nội dung cần bổ sung."
)


def forms_of(plan: Plan) -> dict[str, str]:
    """The text of each form, by its id."""
    return {name: new_form(name, components) for name, components in _forms(plan)}


def _forms(plan: Plan) -> Iterator[tuple[str, Sequence[Component]]]:
    yield plan.application, [*application_parts(plan), *_choices(plan)]
    for name in published_forms(plan):
        if name != plan.application:
            yield name, application_parts(plan)
    if plan.on_paper:
        yield names.DIGITISING, [*_channels(plan), *application_parts(plan)]
    yield names.CHECKING, list(_checking(plan))
    if plan.demand.original:
        yield names.COMPARING, [words("compareNote", "Kết quả đối chiếu bản chính")]
    if plan.demand.presence:
        yield names.PRESENCE_FORM, list(_presence())
    if plan.demand.on_site:
        yield names.INSPECTING_FORM, list(_inspecting())
    yield from _of_payment(plan)
    yield from _of_result(plan) if plan.has_result else _of_notice()


def published_forms(plan: Plan) -> list[str]:
    """The e-form of each published form and part of the dossier that names one."""
    facts = plan.facts
    named = [*(form.form for form in facts.forms), *(part.form for part in facts.components)]
    return list(dict.fromkeys(name for name in named if name))


def application_parts(plan: Plan) -> list[Component]:
    """Who applies, what for, and each part of the dossier."""
    parts = [
        component_field(number, component.name)
        for number, component in enumerate(plan.facts.components, 1)
    ]
    return [*application(), area("request", "Nội dung đề nghị", personal="basic"), *parts]


def _choices(plan: Plan) -> list[Component]:
    """What whoever files online may choose."""
    ways = ways_of(plan) if plan.has_result else ()
    chosen = [delivery_choice(ways)] if plan.is_online and len(ways) > 1 else []
    pays = plan.charge.is_owed and plan.is_online and plan.at_counter
    return [*([payment_choice()] if pays else []), *chosen]


def _channels(plan: Plan) -> list[Component]:
    options = {"counter": "Trực tiếp tại quầy", "post": "Qua bưu chính công ích"}
    known = {Channel(value): label for value, label in options.items()}
    offered = {channel.value: label for channel, label in known.items() if channel in plan.channels}
    return [
        statement("Nhập thông tin từ đơn giấy, quét và lưu các giấy tờ kèm theo."),
        select("channel", "Hình thức nộp", offered),
    ]


def _checking(plan: Plan) -> Iterator[Component]:
    yield statement(ONE_TIME)
    if plan.is_online:
        yield doubt_field()
    yield {**choice("checkResult", "Kết quả kiểm tra", {}), "valuesExpression": CHECKED}
    yield shown_if('checkResult = "thieu"', words("supplementContent", SUPPLEMENT))
    yield shown_if('checkResult = "tu-choi"', words("refusalReason", REASON))
    if plan.term.entered:
        field = day(ENTERED, "Ngày hẹn trả kết quả")
        yield shown_if('checkResult = "du"', field)
    if plan.charge.pricing is Pricing.ENTERED:
        field = number_field("amount", "Phí, lệ phí phải nộp (đồng)", plan.charge.words)
        yield shown_if('checkResult = "du"', field)


def _presence() -> Iterator[Component]:
    yield day("appearedOn", "Ngày có mặt")
    yield words("appearedNote", "Người có mặt, giấy tờ đã đối chiếu", personal="basic")


def _inspecting() -> Iterator[Component]:
    yield day("inspectedOn", "Ngày kiểm tra")
    yield words("inspectionNote", "Biên bản kiểm tra thực địa")


def _of_payment(plan: Plan) -> Iterator[tuple[str, Sequence[Component]]]:
    if not plan.charge.is_owed:
        return
    if plan.at_counter or not plan.is_online:
        yield (
            names.COLLECTING,
            [money("amount", "Số tiền (đồng)"), text("receiptNumber", "Số biên lai")],
        )
    if plan.is_online and plan.at_counter:
        yield CHOOSING_FORM, [payment_choice(required=True)]


def _of_result(plan: Plan) -> Iterator[tuple[str, Sequence[Component]]]:
    yield names.APPRAISING_FORM, list(_appraising(plan))
    if plan.has_middle:
        yield (
            names.DRAFTING_FORM,
            [words("summary", "Tổng hợp ý kiến, kết quả thẩm định"), *_proposal()],
        )
    yield names.SIGNING_FORM, list(_signing())
    yield names.NUMBERING_FORM, list(_numbering(plan))
    ways = ways_of(plan)
    if "post" in ways:
        yield POSTING_FORM, posting()
    if "counter" in ways:
        yield names.RETURNING_FORM, list(_returning())


def _of_notice() -> Iterator[tuple[str, Sequence[Component]]]:
    yield names.RECORDING_FORM, [words("recordNote", "Nội dung ghi nhận")]


def _appraising(plan: Plan) -> Iterator[Component]:
    yield words("appraisalNote", "Ý kiến thẩm định")
    if plan.shape is Shape.IMMEDIATE:
        yield from _proposal()
        return
    asked = plan.has_middle
    options = {**(MEETS if asked else PROPOSED), "bo-sung": LACKS}
    yield {**choice("appraisalResult", "Kết luận", {}), "valuesExpression": _once(options)}
    yield shown_if('appraisalResult = "bo-sung"', words("supplementContent", SUPPLEMENT))
    if not asked:
        yield from (shown_if('appraisalResult = "de-xuat"', each) for each in _proposal())
    if plan.shape is Shape.OPINIONS:
        named = {name: name for name in plan.agencies}
        yield shown_if(
            'appraisalResult = "dat"', checklist("agencyNames", "Cơ quan cần lấy ý kiến", named)
        )


def _once(options: Mapping[str, str]) -> str:
    """The options, the supplement among them only the first time."""
    told = {
        value: f"{{label: {_feel(label)}, value: {_feel(value)}}}"
        for value, label in options.items()
    }
    later = ", ".join(each for value, each in told.items() if value != "bo-sung")
    return f"=if appraisalRounds = 0 then [{', '.join(told.values())}] else [{later}]"


def _feel(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _proposal() -> Iterator[Component]:
    yield choice("proposal", "Đề xuất", DRAFTS)
    yield shown_if('proposal = "tu-choi"', words("refusalReason", REASON))


def _signing() -> Iterator[Component]:
    yield statement("Xem dự thảo và ý kiến thẩm định trước khi quyết định.")
    yield choice(
        "decision",
        "Quyết định",
        {"duyet": "Đồng ý với dự thảo và ký", "tra-lai": "Trả lại để hoàn thiện"},
    )
    yield shown_if('decision = "tra-lai"', words("decisionNote", "Ý kiến chỉ đạo"))


def _numbering(plan: Plan) -> Iterator[Component]:
    if not plan.result:
        named = {result.name: result.name for result in plan.facts.results}
        yield select("resultName", "Kết quả", named)
    yield text("resultNumber", "Số của kết quả")
    yield day("issuedOn", "Ngày ban hành")


def _returning() -> Iterator[Component]:
    yield text("receivedBy", "Người nhận kết quả", personal="basic")
    yield day("returnedOn", "Ngày nhận")
