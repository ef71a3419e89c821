"""What happens to a dossier, step by step, as the lines of scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ...expressions import compile_expression
from ..facts import Channel, LaneKind, Unit
from ..raising.steps.identity_steps import DOUBT
from .charge import Pricing
from .parts.agencies import waits_there
from .parts.handing_over import ways_of
from .parts.reception import paper_start_name
from .plan import Plan
from .shape import Shape

Lines = list[str]
Table = Mapping[str, str]

APPLICANT = {
    "unit": "H56.14.01",
    "applicant.name": "Nguyễn Văn An",
    "applicant.personalId": '"038090001234"',
    "applicant.phone": '"0912345678"',
    "applicant.email": "an@cong-dan.example",
    "applicant.address": "12 Trần Phú",
    "request": "Đề nghị giải quyết",
    "papers.part1": "ho-so/giay-to-1.pdf",
}
CITIZEN = "Nguyễn Văn An"
ADDRESS = "an@cong-dan.example"
DUE_DAY = "2026-03-20"
FEE = "20000"
GOING_ON = "Đang xử lý"


class Steps:
    """Lines by the labels of the drawing. way: `online`, or `paper`."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    # -- scenarios ----------------------------------------------------------------------------

    def whole(self, way: str) -> Lines:
        plan = self._plan
        lines = [
            *self._filed(way),
            *self._accepted(way),
            then(f'hồ sơ ở trạng thái "{GOING_ON}"'),
            *self._noticed("dang-xu-ly"),
        ]
        if not plan.has_result:
            noted = self._work(
                LaneKind.SPECIALIST, "Xem xét, ghi nhận thông báo", recordNote="Đã ghi nhận"
            )
            inspected = self._inspected()
            return [*lines, *inspected, *noted, *self._appeared(), *self._over("Đã ghi nhận")]
        lines += [*self._appraised(), *self._consulted(), *self._signed()]
        return [
            *lines,
            *self._handed_over(way),
            *self._over("Đã trả kết quả"),
            then("kết quả đã được trả"),
        ]

    def not_logged_in(self) -> Lines:
        return [
            "Biết công dân chưa đăng nhập",
            *self._filed("online"),
            then(f'đã qua "{DOUBT}"'),
            and_(f'đang chờ "{self._group(LaneKind.ONE_STOP)}" tại "Kiểm tra thành phần hồ sơ"'),
        ]

    def supplemented(self) -> Lines:
        return [
            *self._filed(self._first),
            *self._lacking(),
            then('hồ sơ ở trạng thái "Yêu cầu bổ sung giấy tờ"'),
            and_('phiếu "Mẫu 02" được phát hành'),
            when("công dân bổ sung hồ sơ"),
            then(f'đang chờ "{self._group(LaneKind.ONE_STOP)}" tại "Kiểm tra thành phần hồ sơ"'),
            *self._accepted(self._first),
            then(f'hồ sơ ở trạng thái "{GOING_ON}"'),
        ]

    def not_supplemented(self) -> Lines:
        return [
            *self._filed(self._first),
            *self._lacking(),
            when("31 ngày trôi qua"),
            then('hồ sơ đã kết thúc tại "Dừng vì không bổ sung"'),
            and_('phiếu "stop" được phát hành'),
        ]

    def refused_at_reception(self) -> Lines:
        given = {"checkResult": "tu-choi", "refusalReason": "Không thuộc thẩm quyền"}
        return [
            *self._filed(self._first),
            *self._work(LaneKind.ONE_STOP, "Kiểm tra thành phần hồ sơ", **given),
            then('hồ sơ đã kết thúc tại "Không được tiếp nhận"'),
            and_('phiếu "Mẫu 03" được phát hành'),
            *self._noticed("tu-choi-tiep-nhan"),
        ]

    def withdrawn(self) -> Lines:
        return [
            *self._filed(self._first),
            when('công dân rút hồ sơ vì "Đổi ý"'),
            then('hồ sơ đã kết thúc tại "Đã rút hồ sơ"'),
            and_('hồ sơ ở trạng thái "Công dân yêu cầu rút hồ sơ"'),
        ]

    def declined(self) -> Lines:
        plan = self._plan
        lines = [*self._filed("online"), *self._checked()]
        if plan.charge.at_return and plan.has_result:
            lines += [*self._worked_on(), *self._appeared()]
        step = "Chọn lại cách nộp tiền" if plan.at_counter else "Xác nhận nộp lại"
        lines += [when("thanh toán bị từ chối"), then(f'đang chờ tại "{step}"')]
        choice = {"feePayment": "online"} if plan.at_counter else {}
        again = and_if_table(f'công dân hoàn thành bước "{step}"', choice)
        return [*lines, *again, when("công dân thanh toán"), then('đã qua "Đã nộp?" 2 lần')]

    def sent_back_and_refused(self) -> Lines:
        back = {"decision": "tra-lai", "decisionNote": "Bổ sung căn cứ"}
        drafter = DRAFT if self._plan.has_middle else APPRAISE
        no = {"proposal": "tu-choi", "refusalReason": "Không đủ điều kiện"}
        again = self._draft(no) if self._plan.has_middle else self._appraise(no)
        return [
            *self._filed(self._first),
            *self._accepted(self._first),
            *self._appraised(),
            *self._consulted(),
            *self._work(LaneKind.LEADER, self._signing, **back),
            then(f'đang chờ tại "{drafter}"'),
            *again,
            *self._work(LaneKind.LEADER, self._signing, decision="duyet"),
            then('hồ sơ đã kết thúc tại "Đã từ chối bằng văn bản"'),
            and_('hồ sơ ở trạng thái "Dừng xử lý"'),
            *self._noticed("tu-choi"),
        ]

    def supplemented_later(self) -> Lines:
        lacking = {"appraisalNote": "Thiếu bản vẽ", "appraisalResult": "bo-sung"}
        return [
            *self._filed(self._first),
            *self._accepted(self._first),
            *self._inspected(),
            *self._work(
                LaneKind.SPECIALIST, self._appraising, **lacking, supplementContent="Bản vẽ"
            ),
            then('hồ sơ ở trạng thái "Yêu cầu bổ sung giấy tờ"'),
            when("công dân bổ sung hồ sơ"),
            then('đã qua "Tiếp nhận bổ sung, hẹn ngày trả mới"'),
            and_(f'hồ sơ ở trạng thái "{GOING_ON}"'),
        ]

    def silent(self) -> Lines:
        days = self._plan.answer_hours // 8 + 1
        return [
            *self._filed(self._first),
            *self._accepted(self._first),
            *self._appraised(),
            then('đang chờ tại "Trả lời ý kiến"'),
            when(f"{days} ngày làm việc trôi qua"),
            then('đã qua "Coi là đồng ý"'),
            and_(f'đang chờ tại "{DRAFT}"'),
        ]

    def late(self) -> Lines:
        signed = {"apologyReason": "Cần thêm thời gian xác minh", "newDueDate": "2027-12-01"}
        return [
            *self._filed(self._first),
            *self._accepted(self._first),
            *self._to_where_it_waits(),
            when(self._until_late()),
            *self._work(LaneKind.LEADER, "Ký văn bản xin lỗi, hẹn ngày mới", **signed),
            then('phiếu "apology" được phát hành'),
            and_('đã qua "Đã hẹn lại"'),
        ]

    def _to_where_it_waits(self) -> Lines:
        plan = self._plan
        if not plan.has_middle:
            return self._inspected()
        if waits_there(plan):
            return self._appraised()
        return [*self._appraised(), *self._answered()]

    # -- steps --------------------------------------------------------------------------------

    @property
    def _first(self) -> str:
        return "online" if self._plan.is_online else "paper"

    def _filed(self, way: str) -> Lines:
        plan, slug = self._plan, self._plan.slug
        if way == "online":
            return [
                f'Biết công dân "{CITIZEN}" đã nộp hồ sơ "{slug}" với:',
                *rows({**APPLICANT, **self._wishes()}),
            ]
        start, channel = paper_start_name(plan), "counter" if plan.at_counter else "post"
        return [
            f'Biết công dân "{CITIZEN}" đã nộp hồ sơ "{slug}" tại "{start}"',
            *self._work(
                LaneKind.ONE_STOP, "Nhận và số hóa hồ sơ giấy", **{"channel": channel, **APPLICANT}
            ),
        ]

    def _wishes(self) -> dict[str, str]:
        plan = self._plan
        pays = plan.charge.is_owed and plan.at_counter
        chooses = plan.has_result and len(ways_of(plan)) > 1
        return {
            **({"feePayment": "online"} if pays else {}),
            **({"resultDelivery": "electronic"} if chooses else {}),
        }

    def _lacking(self) -> Lines:
        given = {"checkResult": "thieu", "supplementContent": "Bản sao giấy tờ"}
        return self._work(LaneKind.ONE_STOP, "Kiểm tra thành phần hồ sơ", **given)

    def _checked(self) -> Lines:
        plan = self._plan
        due = {"dueOn": DUE_DAY} if plan.term.entered else {}
        fee = {"amount": FEE} if plan.charge.pricing is Pricing.ENTERED else {}
        lines = self._work(
            LaneKind.ONE_STOP, "Kiểm tra thành phần hồ sơ", checkResult="du", **due, **fee
        )
        if plan.demand.original:
            lines += self._work(
                LaneKind.ONE_STOP, "Đối chiếu bản chính", compareNote="Khớp bản chính"
            )
        return lines

    def _accepted(self, way: str) -> Lines:
        plan = self._plan
        later = plan.charge.at_return and plan.has_result
        return [*self._checked(), *([] if later else self._paid(way))]

    def _paid(self, way: str) -> Lines:
        if not self.owes(way):
            return []
        if way == "online":
            return [when("công dân thanh toán")]
        given = {"receiptNumber": "BL-01"}
        return self._work(LaneKind.ONE_STOP, "Thu phí, lệ phí tại quầy", **given)

    def owes(self, way: str) -> bool:
        """Whether who files this way has something to pay."""
        charge = self._plan.charge
        channel = Channel.ONLINE if way == "online" else self._paper_channel
        match charge.pricing:
            case Pricing.TABLE:
                return charge.amounts[channel] > 0
            case Pricing.FORMULA:
                text = charge.formula.removeprefix("=")
                value = compile_expression(text).evaluate({"channel": channel.value}).value
                return isinstance(value, Decimal) and value > 0
        return charge.is_owed

    @property
    def _paper_channel(self) -> Channel:
        return Channel.COUNTER if self._plan.at_counter else Channel.POST

    def _inspected(self) -> Lines:
        if not self._plan.demand.on_site:
            return []
        given = {"inspectedOn": "2026-03-03", "inspectionNote": "Đúng hiện trạng"}
        return self._work(LaneKind.SPECIALIST, "Kiểm tra thực địa", **given)

    def _appeared(self) -> Lines:
        if not self._plan.demand.presence:
            return []
        given = {"appearedOn": "2026-03-05", "appearedNote": "Đã đối chiếu căn cước"}
        return self._work(LaneKind.ONE_STOP, "Người nộp có mặt, ký xác nhận", **given)

    @property
    def _appraising(self) -> str:
        return APPRAISE_ONLY if self._plan.has_middle else APPRAISE

    def _appraised(self) -> Lines:
        plan = self._plan
        given = {} if plan.has_middle else {"proposal": "cap"}
        return [*self._inspected(), *self._appraise(given)]

    def _appraise(self, more: Table) -> Lines:
        plan = self._plan
        given = {"appraisalNote": "Đủ điều kiện", **more}
        if plan.shape is not Shape.IMMEDIATE:
            given["appraisalResult"] = "dat" if plan.has_middle else "de-xuat"
        if plan.shape is Shape.OPINIONS:
            given["agencyNames"] = f'["{plan.agencies[0]}"]'
        return self._work(LaneKind.SPECIALIST, self._appraising, **given)

    def _consulted(self) -> Lines:
        if not self._plan.has_middle:
            return []
        return [*self._answered(), *self._draft({"proposal": "cap"})]

    def _answered(self) -> Lines:
        plan = self._plan
        if plan.shape is Shape.OPINIONS:
            given = {"opinion": "dong-y", "opinionContent": "Đồng ý"}
            return self._work(LaneKind.AGENCY, "Trả lời ý kiến", **given)
        done = {"partResult": "xong", "partContent": "Đã giải quyết"}
        each = self._work(LaneKind.AGENCY, "Giải quyết phần việc được chuyển", **done)
        return each * len(plan.agencies)

    def _draft(self, more: Table) -> Lines:
        return self._work(LaneKind.SPECIALIST, DRAFT, summary="Các cơ quan đồng ý", **more)

    @property
    def _signing(self) -> str:
        return "Xem xét và ký số" if self._plan.is_online else "Xem xét và ký"

    def _signed(self) -> Lines:
        plan = self._plan
        name = "Vào sổ, cấp số, đóng dấu số" if plan.is_online else "Vào sổ, cấp số, đóng dấu"
        chosen = {} if plan.result else {"resultName": plan.facts.results[0].name}
        given = {**chosen, "resultNumber": "15/QĐ", "issuedOn": "2026-03-04"}
        return [
            *self._work(LaneKind.LEADER, self._signing, decision="duyet"),
            *self._work(LaneKind.CLERK, name, **given),
        ]

    def _worked_on(self) -> Lines:
        return [*self._appraised(), *self._consulted(), *self._signed()]

    def _handed_over(self, way: str) -> Lines:
        plan = self._plan
        paid = self._paid(way) if plan.charge.at_return else []
        lines = [*paid, *self._appeared()]
        ways = ways_of(plan)
        if way == "online" or "counter" not in ways:
            posted = way == "paper" and ways[0] == "post"
            return [*lines, *(self._posted() if posted else [])]
        given = {"receivedBy": CITIZEN, "returnedOn": "2026-03-05"}
        return [*lines, *self._work(LaneKind.ONE_STOP, "Trả kết quả tại quầy", **given)]

    def _posted(self) -> Lines:
        given = {"postalNumber": "RN123456789VN", "postedOn": "2026-03-05"}
        return self._work(LaneKind.ONE_STOP, "Gửi kết quả qua bưu chính", **given)

    def _over(self, end: str) -> Lines:
        return [
            then(f'hồ sơ đã kết thúc tại "{end}"'),
            and_('hồ sơ ở trạng thái "Đã trả kết quả"'),
            *self._noticed("da-tra-ket-qua"),
        ]

    def _noticed(self, name: str) -> Lines:
        return [and_(f'thông báo "{name}" đã gửi tới "{ADDRESS}"')]

    def _work(self, kind: LaneKind, step: str, /, **given: str) -> Lines:
        sentence = f'cán bộ "{self._group(kind)}" hoàn thành bước "{step}"'
        return and_if_table(sentence, given)

    def _group(self, kind: LaneKind) -> str:
        lane = self._plan.lanes[self._plan.label(kind)]
        return lane.group or ""

    def _until_late(self) -> str:
        deadline = self._plan.facts.deadline
        if deadline is None or deadline.unit in (Unit.WORKING_DAY, Unit.WORKING_HOUR):
            hours = self._plan.term.hours or 0
            return f"{hours // 8} ngày làm việc trôi qua"
        days = deadline.value * (31 if deadline.unit is Unit.MONTH else 1)
        return f"{days} ngày trôi qua"


APPRAISE, APPRAISE_ONLY = "Thẩm định, dự thảo kết quả", "Thẩm định hồ sơ"
DRAFT = "Tổng hợp, dự thảo kết quả"


def when(sentence: str) -> str:
    return f"Khi {sentence}"


def then(sentence: str) -> str:
    return f"Thì {sentence}"


def and_(sentence: str) -> str:
    return f"Và {sentence}"


def and_if_table(sentence: str, given: Table) -> Lines:
    return [when(f"{sentence} với:"), *rows(given)] if given else [when(sentence)]


def rows(given: Table) -> Lines:
    return [f"  | {name} | {value.replace('|', '/')} |" for name, value in given.items()]
