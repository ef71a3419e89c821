"""The audit finds what is wrong: a dossier is tampered with, and it says so."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from procflow.tests.faults.audit import EFFECTS
from procflow.tests.faults.boundaries import alone, lived
from procflow.tests.faults.harbour import Sea, url_of
from procflow.tests.faults.storm import audited

DATABASE, LEDGER = "procflow.db", "ledger.db"


@pytest.fixture(scope="module")
def ended(nursery, sqlite_harbour):
    """A sea with one dossier in the archive."""
    sea = sqlite_harbour.sea()
    assert lived(nursery, [alone(sea)]) == [0]
    return sea


@pytest.fixture
def sea(ended, tmp_path):
    shutil.copytree(ended.folder, tmp_path / "sea")
    return Sea(url_of(tmp_path / "sea" / DATABASE), tmp_path / "sea")


def test_a_dossier_left_alone_is_in_order(sea):
    found = audited(sea)
    assert found.wrong == []
    assert found.dossiers == 1
    assert found.effects >= EFFECTS.total()
    assert found.commands["accepted"] >= 5


@pytest.mark.parametrize(
    ("file", "statement", "said"),
    [
        (DATABASE, "DELETE FROM procflow_history WHERE what = 'taken'", "is missing at"),
        (DATABASE, "UPDATE procflow_history SET who = 'x' WHERE number = 9", "is changed at 9"),
        (DATABASE, "UPDATE procflow_instance SET state = 'active'", "the case is active"),
        (DATABASE, "UPDATE procflow_job SET state = 'open'", "is still open"),
        (DATABASE, "DELETE FROM host_filed", "was never filed"),
        (DATABASE, "INSERT INTO host_filed VALUES ('solo.9')", "solo.9 was filed and is not there"),
        (DATABASE, "UPDATE procflow_instance SET business_key = 'x'", "x was never filed"),
        (
            DATABASE,
            "INSERT INTO procflow_signal_delivery (key, name, variables, sent_at)"
            " VALUES ('k', 's', '{}', '2026-03-02')",
            "procflow_signal_delivery has 1 rows",
        ),
        (LEDGER, "DELETE FROM effect WHERE what = 'pay'", "nothing was done outside"),
        (LEDGER, "INSERT INTO effect VALUES ('k', 'solo.0', 'pay', 'r')", "{'pay': 1} too much"),
        (LEDGER, "UPDATE effect SET reference = 'r' WHERE what = 'issue'", "outside it is r"),
    ],
)
def test_what_was_tampered_with_is_found(sea, file, statement, said):
    with closing(sqlite3.connect(sea.folder / file)) as connection:
        assert connection.execute(statement).rowcount
        connection.commit()
    assert [sentence for sentence in audited(sea).wrong if said in sentence]


def test_a_second_accepted_answer_is_found(sea):
    asked = {"name": "other", "by": "x", "kind": "complete", "dossier": "solo.0"}
    with (sea.folder / "journal").open("a") as journal:
        for line in ({**asked, "about": "receive"}, {"name": "other", "state": "accepted"}):
            journal.write(json.dumps(line) + "\n")
    assert [said for said in audited(sea).wrong if "receive was accepted for" in said]


def test_a_refused_answer_that_stands_is_found(sea):
    journal = sea.folder / "journal"
    journal.write_text(journal.read_text().replace("accepted", "refused"))
    assert [said for said in audited(sea).wrong if "which was refused" in said]
