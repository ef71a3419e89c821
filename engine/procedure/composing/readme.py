"""README.md of a composed procedure: how it was composed, and what is left to fill in."""

from __future__ import annotations

from collections.abc import Sequence

from .plan import Plan
from .question import Question


def readme_of(plan: Plan, questions: Sequence[Question]) -> str:
    facts = plan.facts
    lines = [
        f"# {' '.join(facts.name.split())} ({facts.code}): những chỗ phải điền, phải chọn",
        "",
        "Thư mục này do `procflow new --from` soạn từ thông tin công bố. "
        + plan.chosen.sentence("vi"),
        "",
        *_open(questions),
    ]
    return "\n".join(lines) + "\n"


def _open(questions: Sequence[Question]) -> list[str]:
    if not questions:
        return ["Không còn chỗ nào bỏ ngỏ."]
    told = [f"- [ ] `{each.fact}`: {each.sentence('vi')}" for each in questions]
    return ["Thông tin công bố chưa nói hết; điền xong mục nào thì đánh dấu mục ấy:", "", *told]
