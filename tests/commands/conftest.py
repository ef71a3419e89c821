import json
from dataclasses import dataclass

import pytest

from procflow.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def value(self):
        return json.loads(self.out)


@pytest.fixture
def procflow(capsys, monkeypatch, tmp_path):
    """Runs a command line in a fresh folder, in English, as a person who has no settings."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "PROCFLOW_DATABASE", "PROCFLOW_SETTINGS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PROCFLOW_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
