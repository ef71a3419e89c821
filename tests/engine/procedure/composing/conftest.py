"""Invented facts, one set for each shape, and those of a paper office."""

from datetime import date
from pathlib import Path

import pytest

from procflow.engine.procedure.composing import compose
from procflow.engine.procedure.facts_reader import read_facts
from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.library import Library

HOUSE = Path(__file__).parents[4]
DAY = date(2026, 11, 25)

HEAD = """# Lời chú của người soạn.
code = "{code}"
name = "{name}"
field = "Cây xanh"
who = ["Công dân"]
sets = 1
steps = [{steps}]

[agencies]
receives = "Bộ phận Một cửa"
decides = "Ủy ban nhân dân xã"
cooperate = [{agencies}]
"""
REST = """
[[legal-basis]]
number = "61/2018/NĐ-CP"
name = "Nghị định về một cửa"
from = 2018-06-21

[level]
declared = "{level}"
{reason}
[lanes]
"Người dân" = {{ kind = "citizen", group = "cong-dan" }}
"""
COMPONENT = '\n[[components]]\nname = "Đơn đề nghị"\noriginals = 1\n'
RESULT = '\n[[results]]\nname = "Giấy phép trồng cây"\n'
FORM = '\n[[forms]]\nname = "Đơn đề nghị trồng cây"\n'


def facts_of(
    *,
    code="1.900010",
    name="Cấp giấy phép trồng cây",
    steps='"Nộp hồ sơ.", "Xem xét, quyết định."',
    agencies="",
    channels=("online", "counter", "post"),
    components=COMPONENT,
    deadline='value = 5\nunit = "working-day"',
    fees='[[fees]]\nname = "Phí trồng cây"\namount = 20000',
    results=RESULT,
    forms=FORM,
    level="full",
    reason="",
):
    manners = "".join(f'\n[[manners]]\nchannel = "{channel}"\n' for channel in channels)
    term = f"\n[deadline]\n{deadline}\n" if deadline else ""
    no_results = "" if results else "results = []\n"
    head = HEAD.format(code=code, name=name, steps=steps, agencies=agencies)
    return (
        head.replace("sets = 1\n", f"sets = 1\n{no_results}")
        + manners
        + components
        + term
        + f"\n{fees}\n"
        + results
        + forms
        + REST.format(level=level, reason=reason)
    )


PAPER = facts_of(
    code="1.900016",
    name="Xác nhận tuổi cây",
    channels=("counter",),
    deadline='value = 3\nunit = "working-day"',
    level="partial",
    reason='reason = "technical"\nlaw = "Chưa nộp trực tuyến được"\n',
)
ON_SITE = 'reason = "on-site"\nlaw = "Điều 5"\n'
BY_SHAPE = {
    "immediate": facts_of(
        code="1.900011",
        name="Sao lục hồ sơ cây",
        deadline='unit = "same-day"\ncutoff = 15:00:00',
        fees='[[fees]]\nname = "Phí sao lục"\namount = 5000\nchannel = "online"\n\n'
        '[[fees]]\nname = "Phí sao lục"\namount = 8000\nchannel = "counter"',
    ),
    "simple": facts_of(
        code="1.900012",
        name="Cấp giấy phép trồng cây",
        fees='[[fees]]\nname = "Phí cây lớn"\namount = 90000\nwhen = "=height > 10"\n'
        'collected = "return"\n\n[[fees]]\nname = "Phí"\namount = 20000\ncollected = "return"',
        components=COMPONENT.rstrip() + "\noriginal-shown = true\n",
    ),
    "opinions": facts_of(
        code="1.900013",
        name="Cấp giấy phép chặt cây",
        steps='"Kiểm tra thực địa.", "Lấy ý kiến của cơ quan liên quan trong 2 ngày."',
        agencies='"Công an xã"',
        fees='[[fees]]\nname = "Lệ phí"\ntext = "Hội đồng nhân dân tỉnh quyết định"',
        deadline='value = 10\nunit = "working-day"',
        level="partial",
        reason=ON_SITE,
    ),
    "parallel": facts_of(
        code="1.900014",
        name="Liên thông trồng cây, cấp nước",
        steps='"Nộp hồ sơ một lần.", "Giải quyết liên thông: cơ quan chủ trì gửi cho các cơ quan."',
        agencies='"Công an xã", "Công ty Cây xanh"',
        fees='[[fees]]\nname = "Lệ phí"\namount = 0',
        deadline='value = 20\nunit = "day"',
    ),
    "notice": facts_of(
        code="1.900015",
        name="Thông báo trồng cây",
        channels=("online", "post"),
        deadline='unit = "other"\ntext = "Không quy định"',
        fees='[[fees]]\nname = "Lệ phí"\namount = 0',
        results="",
        forms="",
    ),
}


@pytest.fixture(scope="session")
def find():
    home = HOUSE / "processes" / "lib"
    files = {
        str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }
    return Library([read_procedure(files)]).find


@pytest.fixture(scope="session")
def composed(find):
    """Composes facts given as text."""

    def run(text, slug="trong-cay", shape=None, code="1.900010", name="Trồng cây"):
        given = read_facts("procedure.toml", text.encode())
        return compose(text, given, slug, DAY, find, code=code, name=name, shape=shape)

    return run
