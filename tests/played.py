"""Features in a house of their own, played by a pytest of their own."""

import subprocess
import sys
from pathlib import Path

CONFTEST = """
from pathlib import Path

import pytest

from procflow.features.conftest import pytest_configure  # noqa: F401 - pytest calls it


@pytest.fixture
def processes():
    return Path(__file__).parent / "processes"
"""
COLLECT = "from pytest_bdd import scenarios\n\nscenarios('.')\n"


def played(home: Path) -> subprocess.CompletedProcess[str]:
    """home: the features, and `processes` with the procedures and all that they call."""
    (home / "conftest.py").write_text(CONFTEST)
    (home / "test_features.py").write_text(COLLECT)
    command = [sys.executable, "-m", "pytest", "--import-mode=importlib", "-q", str(home)]
    return subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
