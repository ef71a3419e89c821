"""A package written by `new-handler` passes its tests, is installed beside, and is found."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from procflow.commands.new_handler import package_files

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packages")
    done = run("-m", "procflow.cli", "new-handler", "so-dat-dai", folder=folder)
    assert done.returncode == 0, done.stderr
    return folder / "procflow-so-dat-dai"


@pytest.fixture(scope="module")
def installed(package):
    """The folder that the package is installed into, and nothing else."""
    target = package.parent / "site"
    options = ("--no-deps", "--no-build-isolation", "--disable-pip-version-check", "-q")
    done = run("-m", "pip", "install", *options, "--target", target, package, folder=target.parent)
    assert done.returncode == 0, done.stderr
    return target


def run(*words, folder, path=None, **environment):
    found = os.pathsep.join(filter(None, (path and str(path), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=folder,
        env={**os.environ, "PROCFLOW_LANGUAGE": "en", "PYTHONPATH": found, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def command(installed, *words, **environment):
    folder = installed.parent
    return run("-m", "procflow.cli", *words, folder=folder, path=installed, **environment)


def test_its_tests_pass_at_once(package):
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", folder=package)
    assert done.returncode == 0, done.stdout
    assert "19 passed" in done.stdout


def test_its_types_are_strict_and_its_style_is_clean(package):
    mypy = ("-m", "mypy", "--strict", "--no-incremental", "src")
    strict = run(*mypy, folder=package, path=HOUSE / ".typing")  # editable installs hide from mypy
    assert strict.returncode == 0, strict.stdout
    clean = run("-m", "ruff", "check", folder=package)
    assert clean.returncode == 0, clean.stdout


def test_nothing_is_left_to_fill_in(package, tmp_path):
    for file, content in package_files("so-dat-dai", tmp_path):
        assert "$" not in content, file


def test_rehearsals_and_checks_know_it_without_settings(installed):
    drawing = installed.parent / "tra-cuu.bpmn"
    drawing.write_text(DRAWING, encoding="utf-8")
    done = command(installed, "lint", drawing, "--json")
    findings = json.loads(done.stdout)["findings"]
    assert [each["rule"] for each in findings] == ["error-uncaught"]
    alone = run("-m", "procflow.cli", "lint", drawing, "--json", folder=installed.parent)
    assert "so-dat-dai.look-up" in alone.stdout


def test_an_installation_names_the_settings_it_lacks(installed):
    done = command(installed, "templates")
    assert done.returncode == 2
    assert "handlers.so-dat-dai.address" in done.stderr


GIVEN = {
    "PROCFLOW_HANDLERS_SO_DAT_DAI_ADDRESS": "http://127.0.0.1:9",
    "PROCFLOW_HANDLERS_SO_DAT_DAI_KEY": "planted-key",
}


def test_an_installation_with_settings_knows_its_job_types_and_their_health(installed):
    listed = command(installed, "templates", "--json", **GIVEN)
    ids = {each["id"] for each in json.loads(listed.stdout)["templates"]}
    assert "procflow.so-dat-dai.look-up" in ids
    checked = command(installed, "doctor", "--json", **GIVEN)
    checks = {each["subject"]: each["ok"] for each in json.loads(checked.stdout)["checks"]}
    assert checks["so-dat-dai"] is False
    assert "planted-key" not in listed.stdout + checked.stdout + checked.stderr


def test_a_section_without_its_package_is_told(installed):
    done = command(installed, "templates", **GIVEN, PROCFLOW_SETTINGS=settings(installed))
    assert done.returncode == 2
    assert "installed are: so-dat-dai" in done.stderr


def settings(installed):
    file = installed.parent / "other.toml"
    file.write_text("[handlers.other]\n")
    return str(file)


@pytest.mark.parametrize(
    ("source", "reason"),
    [("raise RuntimeError('broken')", "RuntimeError: broken"), ("CONNECTOR = 1", "is a int")],
)
def test_a_package_that_cannot_be_loaded_is_named(tmp_path, source, reason):
    (tmp_path / "broken.py").write_text(source)
    facts = tmp_path / "broken-1.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1\n")
    (facts / "entry_points.txt").write_text("[procflow.handlers]\nbroken = broken:CONNECTOR\n")
    done = run("-m", "procflow.cli", "templates", folder=tmp_path, path=tmp_path)
    assert done.returncode == 2
    assert "the handler package “broken” cannot be loaded" in done.stderr
    assert reason in done.stderr


@pytest.mark.parametrize("name", ["Thuế", "2-so", "class", "so_dat", "-a", "a--b", "../a"])
def test_a_name_that_is_none_is_refused(procflow, name):
    ran = procflow("new-handler", "--", name)
    assert ran.code == 2
    assert "is no name of a system" in ran.err


def test_what_is_there_is_not_written_over(procflow, tmp_path):
    (tmp_path / "procflow-so").mkdir()
    assert procflow("new-handler", "so").code == 2


DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
  <process id="tra-cuu" name="Tra cứu" isExecutable="true">
    <startEvent id="start" name="Bắt đầu"><outgoing>a</outgoing></startEvent>
    <serviceTask id="look-up" name="Tra cứu đất đai">
      <extensionElements>
        <zeebe:taskDefinition type="so-dat-dai.look-up"/>
        <zeebe:ioMapping><zeebe:input source="001" target="number"/></zeebe:ioMapping>
      </extensionElements>
      <incoming>a</incoming><outgoing>b</outgoing>
    </serviceTask>
    <endEvent id="end" name="Kết thúc"><incoming>b</incoming></endEvent>
    <sequenceFlow id="a" sourceRef="start" targetRef="look-up"/>
    <sequenceFlow id="b" sourceRef="look-up" targetRef="end"/>
  </process>
</definitions>
"""
