"""The notices of a composed procedure, one for each status, in the words of the office."""

from __future__ import annotations

from collections.abc import Iterator

from ..raising.contents import FOOT, PAYMENT_REQUEST, PAYMENT_RESULT
from ..raising.steps.payment_steps import REQUEST_NOTICE, RESULT_NOTICE
from .plan import Plan

APPOINTMENT = "Hẹn trả kết quả: {{ dueTime }} ngày {{ dueDay }}."
RECEIPT = "Số giấy tiếp nhận: {{ receiptPaper.number }}."
RIGHTS = "Ông/bà có quyền khiếu nại, hoặc nộp hồ sơ mới khi đã đủ điều kiện."


def notices_of(plan: Plan) -> dict[str, str]:
    """The text of each notice, by its name."""
    return dict(_notices(plan))


def _notices(plan: Plan) -> Iterator[tuple[str, str]]:
    yield "da-nop", _letter("Đã nhận hồ sơ {code}", _filed(plan))
    yield "da-tiep-nhan", _letter("Hồ sơ {code} đã được tiếp nhận", *_accepted(plan))
    yield (
        "tu-choi-tiep-nhan",
        _letter(
            "Hồ sơ {code} không được tiếp nhận",
            "Hồ sơ không được tiếp nhận. Phiếu từ chối số {{ refusalPaper.number }} nêu lý do:",
            "{{ refusalText }}",
            RIGHTS,
        ),
    )
    due = (APPOINTMENT,) if plan.term.due else ()
    working = "Hồ sơ đã được chuyển cho chuyên viên giải quyết."
    yield "dang-xu-ly", _letter("Hồ sơ {code} đang được xử lý", working, *due)
    yield from _of_payment(plan)
    yield from _of_result() if plan.has_result else _of_notice()


def _letter(subject: str, *paragraphs: str) -> str:
    head = f"# {subject.replace('{code}', '{{ dossier.code }}')}"
    return "\n\n".join((head, "Kính gửi {{ applicant.name }},", *paragraphs)) + "\n" + FOOT


def _filed(plan: Plan) -> str:
    return (
        f"Cơ quan đã nhận được hồ sơ của ông/bà: {plain(plan.facts.name)}. Bộ phận Một cửa kiểm "
        "tra thành phần hồ sơ và trả lời trong 8 giờ làm việc. Xin giữ mã hồ sơ để tra cứu, bổ "
        "sung hoặc rút hồ sơ."
    )


def plain(text: str) -> str:
    """A text in which nothing is taken for a placeholder."""
    return text.replace("{{", "{").replace("}}", "}")


def _accepted(plan: Plan) -> Iterator[str]:
    yield "Hồ sơ đã đầy đủ và được tiếp nhận."
    if not plan.term.at_once:
        yield RECEIPT
    if plan.term.due:
        yield APPOINTMENT


def _of_payment(plan: Plan) -> Iterator[tuple[str, str]]:
    if not plan.charge.is_owed:
        return
    if plan.is_online:
        yield REQUEST_NOTICE, PAYMENT_REQUEST
        yield RESULT_NOTICE, PAYMENT_RESULT
    if (plan.at_counter or not plan.is_online) and not plan.charge.at_return:
        owed = (
            "Mời ông/bà nộp {{ vnd(amount) }} ({{ amount in words(amount) }}) tại Bộ phận Một cửa."
        )
        yield "moi-nop-phi", _letter("Hồ sơ {code}: mời nộp phí, lệ phí tại quầy", owed)


def _of_result() -> Iterator[tuple[str, str]]:
    yield (
        "tu-choi",
        _letter(
            "Hồ sơ {code}: từ chối giải quyết",
            "Văn bản từ chối số {{ refusalPaper.number }} nêu lý do:",
            "{{ refusalReason }}",
            RIGHTS,
        ),
    )
    done = "Kết quả số {{ resultNumber }} đã được ban hành và sẽ được trả theo cách ông/bà đã chọn."
    yield "da-co-ket-qua", _letter("Hồ sơ {code} đã xử lý xong", done)
    returned = (
        "Kết quả số {{ resultNumber }} đã được trả. Mời ông/bà đánh giá mức độ hài lòng trên Cổng "
        "dịch vụ công."
    )
    yield "da-tra-ket-qua", _letter("Đã trả kết quả hồ sơ {code}", returned)


def _of_notice() -> Iterator[tuple[str, str]]:
    said = "Thông báo của ông/bà đã được ghi nhận: {{ recordNote }}. Thủ tục này không trả kết quả."
    yield "da-tra-ket-qua", _letter("Đã ghi nhận hồ sơ {code}", said)
