import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.commands.naming import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Đăng ký khai sinh", "dang-ky-khai-sinh"),
        ("Cấp giấy phép xây dựng (nhà ở riêng lẻ)", "cap-giay-phep-xay-dung-nha-o-rieng-le"),
        ("ƯU đãi  người có công", "uu-dai-nguoi-co-cong"),
    ],
)
def test_a_vietnamese_name_becomes_an_id(name, slug):
    assert slug_of(name) == slug


@given(st.text(max_size=40))
def test_whatever_the_name_the_id_is_plain(name):
    slug = slug_of(name)
    assert slug == slug_of(slug)
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in slug)


@pytest.mark.parametrize(
    ("code", "name", "sentence"),
    [
        (
            "1001193",
            "Khai sinh",
            "The value of CODE does not fit: expected a national procedure code",
        ),
        (
            "1.001193",
            "1",
            "The value of NAME does not fit: expected a name that begins with a letter",
        ),
    ],
)
def test_what_makes_no_procedure_is_refused(procflow, tmp_path, code, name, sentence):
    ran = procflow("new", code, name)
    assert ran.code == 2
    assert sentence in ran.err
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_over(procflow, tmp_path):
    assert procflow("new", "1.001193", "Khai sinh").code == 0
    drawing = tmp_path / "processes" / "khai-sinh" / "khai-sinh.bpmn"
    drawing.write_text("mine")
    ran = procflow("new", "1.001193", "Khai sinh")
    assert ran.code == 2
    assert "khai-sinh.bpmn is there already" in ran.err
    assert drawing.read_text() == "mine"
    assert procflow("new", "1.001193", "Khai sinh", "--force").code == 0
    assert drawing.read_text() != "mine"


def test_every_part_of_a_procedure_is_there(procflow, tmp_path):
    ran = procflow("new", "1.001193", 'Khai sinh "A & B"', "--json")
    assert ran.value["process"] == "khai-sinh-a-b"
    written = {str((tmp_path / file).relative_to(tmp_path)) for file in ran.value["files"]}
    assert written == {
        "processes/khai-sinh-a-b/khai-sinh-a-b.bpmn",
        "processes/khai-sinh-a-b/procedure.toml",
        "processes/khai-sinh-a-b/forms/khai-sinh-a-b-don.form",
        "processes/khai-sinh-a-b/forms/khai-sinh-a-b-kiem-tra.form",
        "processes/khai-sinh-a-b/notices/da-nop.md",
        "processes/khai-sinh-a-b/notices/dang-xu-ly.md",
        "processes/khai-sinh-a-b/notices/ket-qua.md",
        "processes/khai-sinh-a-b/notices/tu-choi.md",
        "features/khai_sinh_a_b.feature",
    }


def test_its_first_lint_asks_only_for_who_signs(procflow):
    procflow("new", "1.001193", "Khai sinh")
    findings = procflow("lint", "--json").value["findings"]
    warnings = {each["rule"] for each in findings if each["severity"] == "warning"}
    assert warnings == {"distinct-signing"}
