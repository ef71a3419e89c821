import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.errors import Refused
from procflow.engine.procedure.notices import read_notice

TEXT = """# Hồ sơ {{ dossier.code }} đã được tiếp nhận

Kính gửi {{ applicant.name }},

Lệ phí: {{ vnd(amount) }}{{ if urgent then " (gấp)" else "" }}. Số bản: {{ copies }}.
"""
GIVEN = {
    "dossier": {"code": "H56.14-260302-0001"},
    "applicant": {"name": "Nguyễn Văn A"},
    "amount": 150000,
    "urgent": False,
    "copies": 2,
}


def read(text, name="notices/da-tiep-nhan.md"):
    return read_notice(name, text.encode())


def test_placeholders_are_filled_in():
    notice = read(TEXT)
    assert (notice.name, notice.findings) == ("da-tiep-nhan", ())
    assert notice.variables == {"dossier", "applicant", "amount", "urgent", "copies"}
    rendered = notice.render(GIVEN)
    assert rendered.subject == "Hồ sơ H56.14-260302-0001 đã được tiếp nhận"
    assert rendered.body == "Kính gửi Nguyễn Văn A,\n\nLệ phí: 150.000 đ. Số bản: 2.\n"
    assert rendered.warnings == ()


def test_a_placeholder_without_a_value_is_a_warning_not_a_failure():
    rendered = read(TEXT).render({**GIVEN, "applicant": {}})
    assert "Kính gửi ,\n" in rendered.body
    assert rendered.missing == ("applicant.name",)
    (warning,) = rendered.warnings
    assert warning.line == 3
    assert warning.sentence("vi").startswith("Chỗ điền “applicant.name” không có giá trị.")
    assert warning.sentence("en").startswith(
        "Expected the placeholder 'applicant.name' to have a value"
    )


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.5, "1.5"),
        (100000000, "100000000"),
        (True, "true"),
        ([1, "a"], '[1, "a"]'),
        ("{{ x }}", "{{ x }}"),
    ],
)
def test_values_are_written_as_feel_writes_them(value, shown):
    assert read("# S\n{{ x }}").render({"x": value}).body == f"{shown}\n"


def test_the_subject_stays_one_line_whatever_is_filled_in():
    rendered = read("# {{ x }}\nbody").render({"x": "a\r\nBcc: everybody@example.vn\n b"})
    assert rendered.subject == "a Bcc: everybody@example.vn b"


def test_braces_inside_feel_do_not_close_a_placeholder():
    notice = read('# S\n{{ {a: {b: "}}"}}.a.b }}|{{ "\\"}}" }}')
    assert notice.findings == ()
    assert notice.render({}).body == '}}|"}}\n'


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("Xin chào\nnội dung", "procedure.no-subject", 1),
        ("# \nnội dung", "procedure.no-subject", 1),
        ("# S", "procedure.no-body", 1),
        ("# S\n\n", "procedure.no-body", 1),
        ("# S\n\n\nmột\nhai {{ x", "procedure.open-placeholder", 5),
        ("# S {{ x\n}} b", "procedure.open-placeholder", 1),
    ],
)
def test_what_is_wrong_with_a_notice_is_a_finding_with_its_line(text, key, line):
    (finding,) = read(text).findings
    assert (finding.key, finding.line) == (key, line)
    assert finding.sentence("vi") != finding.sentence("en")


@pytest.mark.parametrize("formula", ["1 +", "", "a b c(", "{a: "])
def test_feel_that_does_not_parse_is_a_finding_in_feels_words(formula):
    findings = read(f"# S\n\nmột {{{{ {formula} }}}}").findings
    assert [finding.line for finding in findings] == [3]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    content = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    assert read_notice("x.md", content).render(GIVEN) == read(TEXT).render(GIVEN)


def test_what_is_no_text_is_refused():
    with pytest.raises(Refused, match="UTF-8"):
        read_notice("x.md", b"# \xff")


HEAD = """+++
sms = "Hồ sơ {{ dossier.code }} đã được tiếp nhận"

[zalo]
ma_ho_so = "{{ dossier.code }}"
"ho ten" = "{{ applicant.name }}"
+++

"""


class TestHead:
    def test_other_channels_have_words_of_their_own(self):
        notice = read(HEAD + TEXT)
        assert notice.findings == ()
        rendered = notice.render(GIVEN)
        assert rendered.short == "Hồ sơ H56.14-260302-0001 đã được tiếp nhận"
        assert rendered.fields == {"ma_ho_so": "H56.14-260302-0001", "ho ten": "Nguyễn Văn A"}
        plain = read(TEXT).render(GIVEN)
        assert (rendered.subject, rendered.body) == (plain.subject, plain.body)

    def test_without_a_head_there_are_none(self):
        rendered = read(TEXT).render(GIVEN)
        assert (rendered.short, rendered.fields) == ("", {})

    def test_its_placeholders_are_the_notice_s(self):
        notice = read('+++\nsms = "{{ a }}"\n[zalo]\nx = "{{ b }}"\n+++\n# S\nnội dung {{ c }}')
        assert notice.variables == {"a", "b", "c"}
        warnings = notice.render({}).warnings
        assert [(each.formula, each.line) for each in warnings] == [("c", 7), ("a", 2), ("b", 4)]

    def test_its_words_stay_one_line(self):
        rendered = read('+++\nsms = "{{ x }}"\n+++\n# S\nnội dung').render({"x": "a\r\n b"})
        assert rendered.short == "a b"

    @pytest.mark.parametrize(
        ("head", "key", "line"),
        [
            ("+++\n\nsms = 5\n+++\n", "procedure.notice-head", 3),
            ('+++\n[zalo]\n\nx = ["a"]\n+++\n', "procedure.notice-head", 4),
            ('+++\nemail = "a"\n+++\n', "procedure.notice-head", 2),
            ('+++\n[zalo.x]\ny = "a"\n+++\n', "procedure.notice-head", 3),
            ("+++\n\nsms = \n+++\n", "procedure.not-toml", 3),
            ('+++\n\nsms = "{{ x"\n+++\n', "procedure.open-placeholder", 3),
            ('+++\nsms = "a"\n', "procedure.open-head", 1),
        ],
    )
    def test_what_is_wrong_with_it_is_a_finding_with_its_line(self, head, key, line):
        finding = read(f"{head}# S\nnội dung").findings[0]
        assert (finding.key, finding.line) == (key, line)
        assert finding.sentence("vi") != finding.sentence("en")


@given(st.text())
def test_text_without_placeholders_stays_as_it_is(text):
    plain = "".join(character for character in text if character not in "{}\r\ufeff").strip("\n")
    body = read(f"# S\n{plain}\n").render({}).body
    assert body == f"{plain}\n"
