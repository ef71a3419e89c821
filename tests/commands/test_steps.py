"""What `procflow new` writes is free of errors, and the step library plays its first feature."""

import subprocess
import sys

CONFTEST = """
import pytest
from pathlib import Path
from procflow.features.conftest import pytest_configure

@pytest.fixture
def processes():
    return Path(__file__).parents[1] / "processes"
"""
COLLECT = """
from pytest_bdd import scenarios
scenarios(".")
"""


def test_a_new_procedure_is_deployable(procflow, tmp_path):
    assert procflow("new", "1.001193", "Đăng ký khai sinh").code == 0
    linted = procflow("lint", "processes", "--json")
    assert [each for each in linted.value["findings"] if each["severity"] == "error"] == []
    assert linted.code == 0


def test_the_first_feature_of_a_new_procedure_passes(procflow, tmp_path):
    assert procflow("new", "1.001193", "Đăng ký khai sinh").code == 0
    features = tmp_path / "features"
    (features / "conftest.py").write_text(CONFTEST)
    (features / "test_features.py").write_text(COLLECT)
    ran = pytest_in(features)
    assert "2 passed" in ran.stdout, ran.stdout


def test_a_scenario_that_is_wrong_fails(procflow, tmp_path):
    assert procflow("new", "1.001193", "Đăng ký khai sinh").code == 0
    features = tmp_path / "features"
    (features / "conftest.py").write_text(CONFTEST)
    (features / "test_features.py").write_text(COLLECT)
    feature = features / "dang_ky_khai_sinh.feature"
    feature.write_text(feature.read_text().replace("Đang xử lý", "Dừng xử lý"))
    ran = pytest_in(features)
    assert "1 failed, 1 passed" in ran.stdout, ran.stdout
    assert "the dossier's status is 4 Đang xử lý" in ran.stdout


def pytest_in(folder):
    command = [sys.executable, "-m", "pytest", "--import-mode=importlib", "-q", str(folder)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
