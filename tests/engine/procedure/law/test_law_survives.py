"""The rules of law judge any drawing that can be read, whatever is wrong with it."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from procflow.engine.procedure.folder import read_procedure
from procflow.engine.procedure.law.check import law_findings
from procflow.engine.procedure.law.library import Library
from procflow.engine.procedure.level.measure import measure

HERE = Path(__file__).parent
DRAWINGS = sorted((HERE.parents[1] / "bpmn" / "rules").glob("*/*.bpmn"))
PROCESSES = HERE.parents[3] / "processes"
TODAY = date(2026, 11, 25)
FACTS = (HERE / "base" / "procedure.toml").read_bytes()


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_faulty_drawings_are_judged(path):
    folder = read_procedure({"drawing.bpmn": path.read_bytes(), "procedure.toml": FACTS})
    for finding in law_findings(folder, TODAY):
        assert finding.sentence("vi") and finding.sentence("en")
    assert 0 <= measure(folder, TODAY).rung <= 4


def task(name, status=""):
    return (
        f'<userTask id="{name}"><extensionElements><zeebe:userTask/>{status}</extensionElements>'
        "</userTask>"
    )


def flow(source, target):
    return f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}"/>'


def chain(length):
    status = (
        '<zeebe:properties><zeebe:property name="dossier.status" value="4"/></zeebe:properties>'
    )
    tasks = "".join(task(f"t{n}", status) + flow(f"t{n - 1}", f"t{n}") for n in range(1, length))
    return drawing(f'<startEvent id="t0"/>{tasks}')


def reminded(n):
    """A task that sends a token beside itself, as often as an hour is over."""
    timer = (
        "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>"
        f'</boundaryEvent><endEvent id="e{n}"/>'
    )
    border = f'<boundaryEvent id="b{n}" attachedToRef="t{n}" cancelActivity="false">'
    return task(f"t{n}") + border + timer + flow("s", f"t{n}") + flow(f"b{n}", f"e{n}")


def side_by_side(width):
    return drawing('<startEvent id="s"/>' + "".join(reminded(n) for n in range(width)))


def drawing(inside):
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" '
        'targetNamespace="t" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">'
        '<process id="p" isExecutable="true">'
        f"{inside}</process></definitions>"
    ).encode()


def test_a_chain_of_two_thousand_elements_is_no_trouble():
    folder = read_procedure({"drawing.bpmn": chain(2000), "procedure.toml": FACTS})
    begin = process_time()
    assert measure(folder, TODAY).rung == 1
    assert process_time() - begin < 10


def test_what_cannot_be_followed_is_not_called_proven():
    folder = read_procedure({"drawing.bpmn": side_by_side(14), "procedure.toml": FACTS})
    level = measure(folder, TODAY)
    assert "followed" in {lack.criterion.name for lack in level.lacks}
    assert "level.followed.large" in {lack.finding.key for lack in level.lacks}


def test_the_shipped_procedures_are_judged_in_a_moment():
    homes = {path.name: path for path in PROCESSES.iterdir() if any(path.glob("*.bpmn"))}
    folders = {
        name: read_procedure(
            {
                str(file.relative_to(home)): file.read_bytes()
                for file in home.rglob("*")
                if file.is_file()
            }
        )
        for name, home in homes.items()
    }
    library = Library(folders.values())
    begin = process_time()
    found = [f for folder in folders.values() for f in law_findings(folder, TODAY, library.find)]
    assert process_time() - begin < 2
    assert [f for f in found if f.severity == "error"] == []


def counting():
    """A loop that counts and never rests."""
    count = (
        '<scriptTask id="n"><extensionElements><zeebe:script expression="=1" resultVariable="x"/>'
        '<zeebe:ioMapping><zeebe:output source="=n + 1" target="n"/></zeebe:ioMapping>'
        "</extensionElements></scriptTask>"
    )
    begin = (
        '<startEvent id="s"><extensionElements><zeebe:ioMapping>'
        '<zeebe:output source="=0" target="n"/></zeebe:ioMapping></extensionElements></startEvent>'
    )
    flows = flow("s", "n") + flow("n", "g") + flow("g", "n") + flow("g", "e")
    return drawing(f'{begin}{count}<exclusiveGateway id="g"/><endEvent id="e"/>{flows}')


def calling(name, *others):
    calls = "".join(
        f'<callActivity id="c{n}"><extensionElements><zeebe:calledElement processId="{other}"/>'
        f"</extensionElements></callActivity>{flow('s', f'c{n}')}"
        for n, other in enumerate(others)
    )
    text = drawing(f'<startEvent id="s"/>{calls}').decode()
    return text.replace('<process id="p"', f'<process id="{name}"').encode()


def test_a_loop_that_counts_without_end_is_judged():
    folder = read_procedure({"drawing.bpmn": counting(), "procedure.toml": FACTS})
    assert measure(folder, TODAY).rung == 1


def test_a_process_that_calls_itself_is_not_followed_for_ever():
    drawings = {"p.bpmn": calling("p", "p"), "q.bpmn": calling("q", "p")}
    folder = read_procedure(drawings | {"procedure.toml": FACTS})
    keys = {lack.finding.key for lack in measure(folder, TODAY).lacks}
    assert "level.followed.deep" in keys


def test_calls_that_multiply_are_not_followed_for_ever():
    files = {f"{n}.bpmn": calling(f"p{n}", *[f"p{n + 1}"] * 4) for n in range(10)}
    files["10.bpmn"] = calling("p10")
    begin = process_time()
    level = measure(read_procedure(files | {"procedure.toml": FACTS}), TODAY)
    assert "level.followed.deep" in {lack.finding.key for lack in level.lacks}
    assert process_time() - begin < 20
