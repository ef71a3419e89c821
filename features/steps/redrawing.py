"""An analyst at work: a copy of a procedure, raised, and with further steps drawn into it."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

from procflow.commands.folders import read
from procflow.commands.lenders import Lenders
from procflow.engine.bpmn.writer import Piece, bpmn, extensions, mappings, zeebe
from procflow.engine.procedure.raising.draft import Draft
from procflow.engine.procedure.raising.nodes import ACTIVITY, job
from procflow.engine.procedure.raising.raising import raise_level
from procflow.engine.procedure.raising.site import Site

ADDED = Path(__file__).parents[1] / "lien_thong.toml"
DAY = date(2026, 8, 1)
RESULT = """#import "procflow.typ": values, about, qr
#set document(title: about.title)
#set page(paper: "a4", margin: 2cm)
#set text(font: "Libertinus Serif", size: 13pt, lang: "vi")
#align(center)[*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập – Tự do – Hạnh phúc*]
#align(center)[= #upper(about.title)]
Số: #about.number #h(1fr) Mã hồ sơ: #about.dossier

#values.name, địa chỉ #values.address. Cấp cho ông/bà *#values.owner*.

#qr() Kiểm tra tại #about.address
"""


def redrawn(home, to, *, raised=False):
    """A copy of a procedure with the steps that lead outside; raised before, if wanted. Its place.

    The template of the result lies in the copy too.
    """
    find = Lenders([home], []).find
    folder = raise_level(read(home), DAY, find).folder if raised else read(home)
    drawing = next(each for each in folder.drawings if home.name in each.processes)
    site = Site(Draft(folder, find, DAY), drawing.file, drawing.processes[home.name], roughly=True)
    for step in tomllib.loads(ADDED.read_text(encoding="utf-8"))[home.name]:
        put(site, step)
    written = {drawing.file: site.pencil.content, "documents/ket-qua.typ": RESULT.encode()}
    place = Path(shutil.copytree(home, to / home.name))
    for name, content in {**folder.files, **written}.items():
        (place / name).parent.mkdir(exist_ok=True)
        (place / name).write_bytes(content)
    return place


def put(site, step):
    if "at" in step:
        for target, source in step["inputs"].items():
            site.pencil.set_mapping(step["at"], "input", source, target)
        return
    target = step["before"]
    lane = site.process.lane_of(target)
    arriving = list(site.process.arriving(target))
    site.insert(drawn(site.pencil, step), ACTIVITY, lane and lane.id, arriving, target)


def drawn(pencil, step):
    inputs = [(source, target) for target, source in step.get("inputs", {}).items()]
    outputs = [(source, target) for target, source in step["outputs"].items()]
    if "job" in step:
        return job(step["id"], step["name"], step["job"], inputs, outputs)
    subscribed = extensions(Piece(zeebe("subscription"), {"correlationKey": step["key"]}))
    about = {"id": f"tin-{step['id']}", "name": step["message"]}
    message = pencil.declare(Piece(bpmn("message"), about, (subscribed,)))
    told = {"id": step["id"], "name": step["name"], "messageRef": message}
    return Piece(bpmn("receiveTask"), told, (extensions(mappings(inputs, outputs)),))
