"""A small procedure of level 2, as a paper office draws it, to be raised by one step or another."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from procflow.engine.bpmn.layout.whole import lay_out
from procflow.engine.bpmn.writer import Pencil
from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.library import Library
from procflow.engine.procedure.raising.raising import raise_level

HOUSE = Path(__file__).parents[4]
DAY = date(2026, 8, 1)
PROCESS = "xac-nhan"

FACTS = """# Lời chú ở đầu tệp phải còn nguyên.
code = "1.001193"
name = "Xác nhận thông tin"
field = "Tư pháp"
who = ["Công dân"]
steps = ["Nộp, thẩm định, ký, trả."]
sets = 1

[agencies]
receives = "Bộ phận Một cửa"
decides = "Ủy ban nhân dân"

[[manners]]
channel = "counter"

[[components]]
name = "Tờ khai"
originals = 1

[deadline]
value = 3
unit = "working-day"

[[fees]]
name = "Phí xác nhận"
amount = 20000

[[results]]
name = "Giấy xác nhận"

[[forms]]
name = "Tờ khai"
form = "to-khai"

[[legal-basis]]
number = "61/2018/NĐ-CP"
name = "Nghị định"
from = 2018-06-21

[level]
declared = "full"

# Ai làm ở làn nào
[lanes]
"Một cửa" = { kind = "one-stop", group = "mot-cua" }
"Chuyên viên" = { kind = "specialist", group = "chuyen-vien" }
"Lãnh đạo" = { kind = "leader", group = "lanh-dao" }
"""

STEPS = [
    ("userTask", "tiep-nhan", "Tiếp nhận hồ sơ", "Một cửa", {"dossier.status": "2"}),
    ("userTask", "tham-dinh", "Thẩm định", "Chuyên viên", {"dossier.status": "4"}),
    ("userTask", "ky", "Ký", "Lãnh đạo", {"dossier.status": "4", "signature": "wet"}),
    ("userTask", "thu-phi", "Thu phí", "Một cửa", {"dossier.status": "9", "payment": "counter"}),
    ("userTask", "tra", "Trả kết quả", "Một cửa", {"dossier.status": "9", "delivery": "counter"}),
]
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:t">\n'
)


def properties(marks):
    each = "".join(f'<zeebe:property name="{k}" value="{v}" />' for k, v in marks.items())
    return f"<zeebe:properties>{each}</zeebe:properties>" if marks else ""


def drawn(steps=STEPS, start=None, name="Xác nhận thông tin", end="10"):
    """The drawing of a chain of steps, without a picture."""
    lanes = {}
    nodes, flows = [], []
    lanes.setdefault("Một cửa", []).extend(["bat-dau", "xong"])
    nodes.append(
        f'<bpmn:startEvent id="bat-dau" name="Nộp tại quầy"><bpmn:extensionElements>'
        f"{properties(start if start is not None else {'channel': 'counter'})}"
        f"</bpmn:extensionElements></bpmn:startEvent>"
    )
    for kind, identity, label, lane, marks in steps:
        lanes.setdefault(lane, []).append(identity)
        task = "<zeebe:userTask />" if kind == "userTask" else ""
        nodes.append(
            f'<bpmn:{kind} id="{identity}" name="{label}"><bpmn:extensionElements>{task}'
            f"{properties(marks)}</bpmn:extensionElements></bpmn:{kind}>"
        )
    ending = properties({"dossier.status": end} if end else {})
    nodes.append(
        f'<bpmn:endEvent id="xong" name="Xong"><bpmn:extensionElements>{ending}'
        f"</bpmn:extensionElements></bpmn:endEvent>"
    )
    chain = ["bat-dau", *(each[1] for each in steps), "xong"]
    for one, other in pairwise(chain):
        flows.append(f'<bpmn:sequenceFlow id="f-{one}" sourceRef="{one}" targetRef="{other}" />')
    sets = "".join(
        f'<bpmn:lane id="lane-{at}" name="{label}">'
        + "".join(f"<bpmn:flowNodeRef>{each}</bpmn:flowNodeRef>" for each in members)
        + "</bpmn:lane>"
        for at, (label, members) in enumerate(lanes.items())
    )
    code = properties({"procedure.code": "1.001193"})
    return (
        f'{HEAD}<bpmn:collaboration id="c"><bpmn:participant id="pool" name="Xác nhận"'
        f' processRef="{PROCESS}" /></bpmn:collaboration>\n'
        f'<bpmn:process id="{PROCESS}" name="{name}" isExecutable="true">'
        f"<bpmn:extensionElements>{code}</bpmn:extensionElements>"
        f'<bpmn:laneSet id="ls">{sets}</bpmn:laneSet>\n'
        + "\n".join([*nodes, *flows])
        + "\n</bpmn:process></bpmn:definitions>\n"
    ).encode()


def pictured(content):
    """The same drawing with a picture."""
    pencil = Pencil("xac-nhan.bpmn", content)
    pencil.draw_all(lay_out(pencil.drawing))
    return pencil.content


@pytest.fixture(scope="session")
def library():
    files = {
        str(path.relative_to(HOUSE / "processes" / "lib")): path.read_bytes()
        for path in (HOUSE / "processes" / "lib").rglob("*")
        if path.is_file()
    }
    return Library([read_procedure(files)]).find


@pytest.fixture
def raising(library):
    """Raises a drawing with facts; `find` None: no shared process is at hand."""

    def run(drawing=None, facts=FACTS, find=library, to=4, day=DAY, **more):
        files = {"xac-nhan.bpmn": drawing or drawn(), "procedure.toml": facts.encode()}
        files |= {name.replace("__", "/"): content for name, content in more.items()}
        return raise_level(read_procedure(files), day, find or (lambda _: None), to=to)

    return run
