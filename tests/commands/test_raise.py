"""`procflow raise`."""

import json
import shutil
from pathlib import Path

import pytest

from procflow.tests.permits import APPLICATION

HOUSE = Path(__file__).parents[2]
NAME = "cap-giay-phep-xay-dung"
AS_OF = ("--as-of", "2026-08-01")


@pytest.fixture
def procedure(tmp_path):
    shutil.copytree(HOUSE / "processes" / NAME, tmp_path / "processes" / NAME)
    shutil.copytree(HOUSE / "processes" / "lib", tmp_path / "processes" / "lib")
    return tmp_path / "processes" / NAME


def contents(folder):
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_dry_run_shows_all_and_writes_nothing(procflow, procedure, tmp_path):
    before = contents(procedure)
    ran = procflow("raise", procedure, *AS_OF, "--dry-run", "--picture", "change.svg")
    assert ran.code == 0
    assert "The citizen chooses to pay online or at the counter before" in ran.out
    assert "“Kiểm tra thực địa” is on site" in ran.out
    assert "property signature: wet → digital" in ran.out
    assert "Nothing was written (--dry-run)." in ran.out
    assert contents(procedure) == before
    assert ">added</text>" in (tmp_path / "change.svg").read_text()


def test_the_value_tells_what_was_raised_and_what_is_left(procflow, procedure):
    value = procflow("raise", procedure, *AS_OF, "--dry-run", "--json").value
    assert {each["rule"] for each in value["raised"]} == {
        "identity-check",
        "online-payment",
        "result-delivery",
        "wet-signature",
    }
    (left,) = value["left"]
    assert (left["criterion"], left["element"], left["reason"]) == (
        "on-site",
        "kiem-tra-thuc-dia",
        "on-site",
    )
    assert not [each for each in value["findings"] if each["severity"] == "error"]


def test_elsewhere_the_whole_folder_is_written(procflow, procedure, tmp_path):
    before = contents(procedure)
    assert procflow("raise", procedure, *AS_OF, "-o", "raised").code == 0
    assert contents(procedure) == before
    names = {file.relative_to(procedure) for file in before}
    written = {file.relative_to(tmp_path / "raised") for file in contents(tmp_path / "raised")}
    assert names < written
    level = procflow("level", "raised", *AS_OF, "--json").value["procedures"][0]
    unmet = [each["name"] for each in level["criteria"] if not each["met"]]
    assert unmet == ["on-site"]


def test_only_up_to_the_level_that_is_asked_for(procflow, procedure):
    value = procflow("raise", procedure, *AS_OF, "--to", "3", "--json", "--dry-run").value
    assert [each["rule"] for each in value["raised"]] == ["identity-check"]
    ran = procflow("raise", procedure, *AS_OF, "--to", "2")
    assert "There is nothing to raise." in ran.out


def test_deployed_and_migrated(procflow, procedure, tmp_path):
    assert procflow("deploy").code == 0
    (tmp_path / "don.json").write_text(json.dumps(APPLICATION))
    started = procflow("start", NAME, "--variables", "don.json", "--business-key", "N-1", "--json")
    assert started.code == 0
    assert procflow("work", "--until-idle").code == 0
    ran = procflow("raise", procedure, *AS_OF, "--deploy", "--migrate")
    assert ran.code == 0, ran.err
    assert "1 moved to the new version, 0 stay on the old one." in ran.out


FEATURE = f"""# language: vi
Tính năng: Cấp phép xây dựng

  Bối cảnh:
    Biết thủ tục "{NAME}" đã được triển khai
    Và bây giờ là "08:30 02/03/2026"
    Và công dân "Loan" đã nộp hồ sơ "{NAME}" tại "Nộp hồ sơ tại quầy"

  Kịch bản: Hồ sơ giấy được số hóa
    Thì đang chờ "mot-cua" tại "Nhận và số hóa hồ sơ giấy"
"""
OF_OLD = f"""
  Kịch bản: Bản vẽ chưa biết kiểm tra danh tính
    Biết công dân "Loan" đã nộp hồ sơ "{NAME}" với JSON:
      \"\"\"
      {json.dumps(APPLICATION, ensure_ascii=False)}
      \"\"\"
    Thì biến "identity" là null
"""


@pytest.fixture
def feature(procedure, tmp_path):
    (tmp_path / "features").mkdir()
    file = tmp_path / "features" / "cap_phep.feature"
    file.write_text(FEATURE)
    return file


def test_nothing_is_deployed_while_a_scenario_does_not_hold(procflow, procedure, feature):
    feature.write_text(FEATURE + OF_OLD)
    before = contents(procedure)
    ran = procflow("raise", procedure, *AS_OF, "--to", "3", "--deploy")
    assert ran.code == 1
    assert "Scenarios that do not hold on the raised drawing: 1 of 2." in ran.out
    assert "✗ Bản vẽ chưa biết kiểm tra danh tính (cap_phep.feature)" in ran.out
    assert "It held on the drawing of before" in ran.out
    assert contents(procedure) == before
    assert not (tmp := procedure.parents[1] / "procflow.db").exists(), tmp


def test_force_writes_what_scenarios_speak_against(procflow, procedure, feature):
    feature.write_text(FEATURE.replace('chờ "mot-cua"', 'chờ "lanh-dao"'))
    (feature.parent / "la.feature").write_text(FEATURE.replace("Kịch bản:", "Kịch bẳn:"))
    value = procflow("raise", procedure, *AS_OF, "--to", "3", "--force", "--json").value
    assert [(each["scenario"], each["heldBefore"]) for each in value["trial"]["failed"]] == [
        ("Hồ sơ giấy được số hóa", False),
        ("la.feature", False),
    ]
    assert (value["verdict"], value["trial"]["played"]) == ("written", 2)


def test_what_was_tried_is_told(procflow, procedure, feature):
    options = (*AS_OF, "--to", "3", "--dry-run")
    assert "All 1 scenarios hold." in procflow("raise", procedure, *options).out
    assert "(--no-features)" in procflow("raise", procedure, *options, "--no-features").out
    feature.unlink()
    assert "No feature plays this procedure" in procflow("raise", procedure, *options).out


def test_dossiers_move_only_to_what_is_deployed(procflow, procedure):
    ran = procflow("raise", procedure, "--migrate")
    assert ran.code == 2
    assert "expected --deploy with --migrate" in ran.err


def test_the_level_is_laid_over_the_picture(procflow, procedure, tmp_path):
    assert procflow("render", procedure, "--level", "-o", "level.svg").code == 0
    picture = (tmp_path / "level.svg").read_text()
    assert "holds the level back" in picture
    start = picture.index('data-element="thu-le-phi"')
    assert "#ffe3e3" in picture[start : start + 600]
