"""`procflow level` on the shipped procedures and on folders of the rules of law."""

import shutil
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
LAW = HOUSE / "tests" / "engine" / "procedure" / "law"


@pytest.fixture
def folder(tmp_path):
    """Writes a lawful procedure, changed as a rule's folder changes it."""

    def written(rule=None, case="invalid"):
        home = tmp_path / "processes" / (rule or "lawful")
        shutil.copytree(LAW / "base", home)
        if rule:
            shutil.copytree(LAW / "rules" / rule / case, home, dirs_exist_ok=True)
        return home

    return written


def test_the_ladder_says_what_holds_and_what_is_lacking(procflow, folder):
    ran = procflow("level", folder("wet-signature"))
    assert ran.code == 1
    assert "Partial (Decree 224/2026/NĐ-CP) · level 3 on the former scale of four" in ran.out
    assert "Below what is declared: Full." in ran.out
    assert "✓ Level 3: filing online" in ran.out
    assert "✗ Level 4: payment and result online" in ran.out
    assert "(bad-ky)" in ran.out
    assert (
        "→ Sign digitally: signature = digital. [Điểm e khoản 1 Điều 15 Decree 224/2026" in ran.out
    )


def test_what_the_law_forbids_is_told_with_the_reason_to_publish(procflow, folder):
    ran = procflow("level", folder("on-site-step"))
    assert "If the law asks for it, it cannot be raised." in ran.out
    assert "Reason to publish for a partial service: The agency must inspect" in ran.out


def test_the_law_of_a_day(procflow, folder):
    home = folder("wet-signature")
    for day in ("2020-01-01", "01/01/2020"):
        ran = procflow("level", home, "--as-of", day)
        assert (ran.code, "Level 4 (Decree 43/2011/NĐ-CP)" in ran.out) == (0, True)
    ran = procflow("level", home, "--as-of", "2010-01-01")
    assert (ran.code, "the first was 2011-08-01" in ran.err) == (3, True)
    ran = procflow("level", home, "--as-of", "soon")
    assert (ran.code, "expected a date such as 2026-07-01" in ran.err) == (2, True)


def test_json_has_criteria_findings_and_shares(procflow, folder):
    value = procflow("level", folder("on-site-step"), "--json").value
    (measured,) = value["procedures"]
    assert (measured["code"], measured["level"], measured["service"]) == ("1.000001", 3, "partial")
    assert measured["reasons"] == ["on-site"]
    assert {each["name"]: each["met"] for each in measured["criteria"]}["on-site"] is False
    (finding,) = measured["findings"]
    assert (finding["element"], finding["reason"], finding["rule"]) == (
        "bad-thuc-dia",
        "on-site",
        "on-site-step",
    )
    assert finding["article"] == "Điều 14 Decree 224/2026/NĐ-CP"
    assert finding["line"] and finding["remedy"]
    assert value["shares"]["levels"]["3"] == {"count": 1, "percent": 100}


def test_markdown_is_a_report(procflow, folder):
    folder()
    folder("wet-signature")
    lines = procflow("level", "--markdown").out.splitlines()
    assert "## Cấp giấy xác nhận (1.000001)" in lines
    assert "- [ ] Nothing is signed by hand" in lines
    assert "- [x] Nobody has to come in person" in lines
    assert any(line.startswith("| Nothing is signed by hand | Ký số (`bad-ky`, ") for line in lines)
    assert "| Level 3: filing online | 1 | 50.0 % |" in lines


def test_a_folder_of_procedures_gets_the_shares(procflow):
    ran = procflow("level", HOUSE / "processes")
    assert ran.code == 0
    assert "Target reached: 50.0 % at level 4 or above (of 30 %)." in ran.out
    assert "lib" not in {line.split()[0] for line in ran.out.splitlines() if line}
    value = procflow("level", HOUSE / "processes", "--json").value
    assert {each["code"]: each["level"] for each in value["procedures"]} == {
        "1.001612": 4,
        "1.013225": 3,
    }
    assert [target["reached"] for target in value["shares"]["targets"]] == [True, True]


def test_popular_procedures_are_reported_apart(procflow, tmp_path):
    for name in ("lib", "dang-ky-ho-kinh-doanh", "cap-giay-phep-xay-dung"):
        shutil.copytree(HOUSE / "processes" / name, tmp_path / "processes" / name)
        facts = tmp_path / "processes" / name / "procedure.toml"
        if facts.exists():
            facts.write_text("popular = true\n" + facts.read_text())
    ran = procflow("level", "processes")
    assert "Target missed: 1 of 2 popular procedures (50.0 %) at level 4" in ran.out
    assert "Share of the popular" in ran.out
    (*_, target) = procflow("level", "processes", "--json").value["shares"]["targets"]
    assert target == {"level": 4, "goal": 100, "popular": True, "percent": 50, "reached": False}


def test_a_procedure_alone_finds_what_it_calls_beside_it(procflow):
    ran = procflow("level", HOUSE / "processes" / "dang-ky-ho-kinh-doanh")
    assert "Full (Decree 224/2026/NĐ-CP) · level 4" in ran.out


def test_a_new_procedure_is_full(procflow):
    procflow("new", "1.001193", "Khai sinh")
    assert procflow("level", "--json").value["procedures"][0]["service"] == "full"


def test_lint_tells_of_the_law(procflow, folder):
    ran = procflow("lint", folder("status-notice"), "--json")
    assert ran.code == 1
    found = {each["rule"]: each["severity"] for each in ran.value["findings"]}
    assert found["status-notice"] == "error"
