"""The first feature of a composed procedure: every way through it, in the words of the office."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .feature_steps import Steps
from .plan import Plan
from .shape import Shape

HEAD = """# language: vi
Tính năng: {name} ({code})
  Kịch bản đầu tiên do lệnh `procflow new` viết theo bản vẽ; viết thêm trường hợp của thủ tục.

  Bối cảnh:
    Biết thủ tục "{slug}" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
"""


def feature_of(plan: Plan) -> str:
    facts = plan.facts
    head = HEAD.format(name=" ".join(facts.name.split()), code=facts.code, slug=plan.slug)
    scenarios = (_scenario(name, lines) for name, lines in _scenarios(plan))
    return head + "".join(scenarios)


def _scenario(name: str, lines: Sequence[str]) -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return f"\n  Kịch bản: {name}\n{body}"


def _scenarios(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    steps = Steps(plan)
    if plan.is_online:
        yield "Nộp trực tuyến, đi tới kết quả", steps.whole("online")
        yield "Chưa đăng nhập thì Bộ phận Một cửa được báo", steps.not_logged_in()
    if plan.on_paper:
        yield "Hồ sơ giấy, đi tới kết quả", steps.whole("paper")
    yield "Bổ sung một lần rồi được kiểm tra lại", steps.supplemented()
    yield "Không bổ sung trong 30 ngày thì dừng", steps.not_supplemented()
    yield "Không được tiếp nhận", steps.refused_at_reception()
    yield "Người nộp rút hồ sơ", steps.withdrawn()
    if plan.is_online and plan.charge.is_owed and steps.owes("online"):
        yield "Thanh toán bị từ chối thì nộp lại", steps.declined()
    if plan.has_result:
        yield "Lãnh đạo trả lại, rồi ký từ chối", steps.sent_back_and_refused()
        if plan.shape is not Shape.IMMEDIATE:
            yield "Bổ sung sau thẩm định, tính lại thời hạn", steps.supplemented_later()
    if plan.shape is Shape.OPINIONS:
        yield "Cơ quan không trả lời thì coi là đồng ý", steps.silent()
    if plan.has_result and plan.term.warned:
        yield "Sắp quá hạn thì xin lỗi và hẹn lại một lần", steps.late()
