"""The picture shows what the diagram places, with BPMN's signs."""

from pathlib import Path

import pytest
from lxml import etree

from procflow.engine.bpmn.picture import Badge, Overlay, Tone, draw_picture
from procflow.engine.bpmn.picture.pages import sheets
from procflow.engine.bpmn.picture.palette import PAINTS, PAPER
from procflow.engine.bpmn.reader import read_drawing

HOUSE = Path(__file__).parents[4]
HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS = sorted((HOUSE / "processes").rglob("*.bpmn"))


def drawn(file, overlay=None):
    drawing = read_drawing(file.name, file.read_bytes())
    picture = draw_picture(drawing, overlay or Overlay())
    return drawing, etree.fromstring(picture.svg.encode())


def part(svg, element):
    """All that is drawn for an element or a flow."""
    (found,) = svg.iterfind(f".//{SVG}g[@data-element='{element}']")
    return found


def texts(svg):
    return [each.text for each in svg.iter(f"{SVG}text")]


@pytest.fixture(scope="module")
def every_kind():
    return drawn(HERE / "every-kind.bpmn")


@pytest.mark.parametrize("file", DRAWINGS, ids=[file.stem for file in DRAWINGS])
def test_everything_in_the_diagram_is_drawn_once(file):
    drawing, svg = drawn(file)
    shown = [each.get("data-element") for each in svg.iter(f"{SVG}g") if each.get("data-element")]
    assert sorted(shown) == sorted([*drawing.diagram.shapes, *drawing.diagram.edges])


@pytest.mark.parametrize("file", DRAWINGS, ids=[file.stem for file in DRAWINGS])
def test_everything_lies_within_the_frame(file):
    drawing, svg = drawn(file)
    x, y, width, height = map(float, svg.get("viewBox").split())
    for shape in drawing.diagram.shapes.values():
        box = shape.bounds
        assert x < box.x and box.x + box.width < x + width
        assert y < box.y and box.y + box.height < y + height


def test_a_label_is_written_whole_where_it_has_room():
    _, svg = drawn(HOUSE / "processes/lib/lib-thanh-toan-truc-tuyen.bpmn")
    words = " ".join(texts(svg))
    for label in ("Báo người nộp nộp phí, lệ phí", "Cổng báo kết quả", "Người nộp hồ sơ"):
        assert label in words


def test_every_line_of_text_says_how_long_it_is(every_kind):
    _, svg = every_kind
    assert all(each.get("textLength") for each in svg.iter(f"{SVG}text") if len(each.text) > 1)


def circles(found):
    return [(float(c.get("r")), c.get("stroke-dasharray")) for c in found.iter(f"{SVG}circle")]


def test_intermediate_events_have_two_circles_and_others_one(every_kind):
    drawing, svg = every_kind
    for process in drawing.processes.values():
        for element in process.elements.values():
            if element.kind.is_event:
                double = "intermediate" in element.kind.value or element.attached_to
                assert len(circles(part(svg, element.id))) == (2 if double else 1), element.id


def test_what_does_not_interrupt_is_dashed(every_kind):
    drawing, svg = every_kind
    for process in drawing.processes.values():
        for element in process.elements.values():
            if element.kind.is_event:
                dashed = {dashes for _, dashes in circles(part(svg, element.id))} != {None}
                assert dashed == (not element.interrupting), element.id


def fills(found):
    return {each.get("fill") for each in found.iter(f"{SVG}path")}


def test_what_is_thrown_is_filled(every_kind):
    drawing, svg = every_kind
    ink = "#22262e"
    for process in drawing.processes.values():
        for element in process.elements.values():
            signal = any(event.kind == "signal" for event in element.events)
            if signal and len(element.events) == 1:
                thrown = element.kind in ("intermediateThrowEvent", "endEvent")
                assert fills(part(svg, element.id)) == {ink if thrown else "#ffffff"}, element.id


def frame(found):
    return next(found.iter(f"{SVG}rect"))


def test_a_call_activity_has_a_thick_border_and_an_event_sub_process_a_dotted_one(every_kind):
    drawing, svg = every_kind
    elements = [
        each for process in drawing.processes.values() for each in process.elements.values()
    ]
    for element in elements:
        if element.kind.is_activity:
            border = frame(part(svg, element.id))
            assert (border.get("stroke-width") == "4") == (element.kind == "callActivity")
            assert (border.get("stroke-dasharray") is not None) == element.triggered_by_event


def test_a_transaction_has_a_double_border(every_kind):
    drawing, svg = every_kind
    for process in drawing.processes.values():
        for element in process.elements.values():
            if element.kind.is_activity:
                borders = len(list(part(svg, element.id).iter(f"{SVG}rect")))
                assert borders == (2 if element.kind == "transaction" else 1)


def test_default_and_conditional_flows_are_marked(every_kind):
    _, svg = every_kind
    marks = {name: len(list(part(svg, name).iter(f"{SVG}path"))) for name in ("f1", "f2", "f3")}
    assert marks == {"f1": 2, "f2": 3, "f3": 3}


def test_what_lies_in_a_collapsed_sub_process_is_not_drawn(tmp_path):
    file = HERE / "every-kind.bpmn"
    content = file.read_bytes().replace(
        b'bpmnElement="mo-rong" isExpanded="true"', b'bpmnElement="mo-rong" isExpanded="false"'
    )
    svg = draw_picture(read_drawing("x.bpmn", content)).svg
    assert "Bên trong" in draw_picture(read_drawing("x.bpmn", file.read_bytes())).svg
    assert "Bên trong" not in svg


def test_an_overlay_colours_and_counts():
    file = HOUSE / "processes/lib/lib-cap-nhat-trang-thai.bpmn"
    overlay = Overlay(
        tones={"ghi-trang-thai": Tone.HERE},
        badges={"ghi-trang-thai": (Badge("12", Tone.HERE, "12 hồ sơ đang ở đây"),)},
        legend=((Tone.HERE, "đang chờ"),),
    )
    _, plain = drawn(file)
    _, svg = drawn(file, overlay)
    assert frame(part(svg, "ghi-trang-thai")).get("fill") != "#ffffff"
    assert frame(part(svg, "gui-thong-bao")).get("fill") == "#ffffff"
    assert set(texts(svg)) - set(texts(plain)) == {"12", "đang chờ", "●"}


def test_ghosts_show_what_is_gone_and_nothing_else():
    file = HOUSE / "processes/lib/lib-cap-nhat-trang-thai.bpmn"
    old = read_drawing("old.bpmn", file.read_bytes())
    new = read_drawing("new.bpmn", file.read_bytes())
    del new.processes["lib-cap-nhat-trang-thai"].elements["da-bao"]
    del new.diagram.shapes["da-bao"]
    svg = etree.fromstring(draw_picture(new, Overlay(ghosts=old, gone={"da-bao"})).svg.encode())
    assert part(svg, "da-bao") is not None
    assert part(svg, "ghi-trang-thai") is not None


def test_an_empty_drawing_has_an_empty_picture():
    content = b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
    assert draw_picture(read_drawing("x.bpmn", content)).svg.startswith("<svg")


def test_a_small_drawing_is_one_sheet():
    file = HOUSE / "processes/lib/lib-cap-nhat-trang-thai.bpmn"
    drawing = read_drawing(file.name, file.read_bytes())
    (sheet,) = sheets(draw_picture(drawing), drawing)
    assert 'width="297mm" height="210mm"' in sheet.svg


def test_a_large_drawing_is_several_sheets_that_name_their_lanes_and_are_readable():
    file = HOUSE / "processes/cap-giay-phep-xay-dung/cap-giay-phep-xay-dung.bpmn"
    drawing = read_drawing(file.name, file.read_bytes())
    found = sheets(draw_picture(drawing), drawing)
    assert [(each.column, each.row) for each in found] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (1, 2),
        (2, 2),
        (3, 2),
    ]
    for each in found:
        svg = etree.fromstring(each.svg.encode())
        assert 297 / float(svg.get("viewBox").split()[2]) >= 0.18
        assert texts(svg)[-1] == f"{(each.row - 1) * 3 + each.column}/6"
    assert texts(etree.fromstring(found[1].svg.encode())).count("Bộ phận Một cửa") >= 2


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("tone", Tone)
def test_ink_can_be_read_on_its_tint_and_on_paper(tone):
    paint = PAINTS[tone]
    for ground in (paint.tint, PAPER):
        dark, light = sorted((luminance(paint.ink), luminance(ground)))
        assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert paint.sign or tone is Tone.PLAIN
