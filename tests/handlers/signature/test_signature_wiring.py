"""Documents and signatures as the settings want them; the check; secrets looked for."""

import logging
from contextlib import closing
from dataclasses import replace

import pytest

from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import HandlerRegistry
from procflow.engine.model.secret import Secret
from procflow.handlers.signature.document import Draft
from procflow.handlers.signature.port import Wish
from procflow.handlers.signature.settings import KeySection, SignatureSettings, TimestampSection
from procflow.handlers.signature.wiring import signature_system
from procflow.handlers.surroundings import Surroundings
from procflow.tests.handlers.signature.authority import NOW, key_file
from procflow.tests.handlers.signature.conftest import PASSWORD
from procflow.tests.kept import all_kept
from procflow.tests.speakers.process import speaking


@pytest.fixture
def around(tmp_path, database_url):
    return Surroundings(database=database_url, folder=tmp_path, clock=lambda: NOW)


@pytest.fixture
def settings(tmp_path, authority, root_file):
    (tmp_path / "ubnd.p12").write_bytes(key_file(*authority.issue(), PASSWORD))
    (tmp_path / "ca.crl").write_bytes(authority.revocations())
    return SignatureSettings(
        keys={"ubnd": KeySection(file="ubnd.p12", password=Secret(PASSWORD))},
        roots=(root_file.name,),
        revocation_lists=("ca.crl",),
    )


def test_all_is_put_together(settings, around, desk, template):
    with closing(signature_system(settings, around)) as system:
        assert HandlerRegistry(system.handlers).types == {
            "document.render",
            "signature.sign",
            "signature.verify",
        }
        made = system.desk.render(
            template,
            Draft(title="Giấy"),
            {"applicant": {"name": "An"}},
            key="i1:1",
            now=NOW,
        )
        signed = system.desk.sign(made.code, made.newest.hash, None, Wish(key="i1:2", at=NOW))
        assert system.verification.look_up(made.code).seals == signed.seals
        assert all(check.ok for check in HandlerRegistry(system.handlers).check())
        assert PASSWORD not in repr(system)


def test_without_any_setting_documents_are_made_and_none_is_signed(around):
    with closing(signature_system(SignatureSettings(), around)) as system:
        (check,) = HandlerRegistry(system.handlers).check()
        assert check.ok


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"keys": {"ubnd": KeySection(file="gone.p12", password=Secret(PASSWORD))}}, "gone.p12"),
        ({"keys": {"ubnd": KeySection(file="ubnd.p12", password=Secret("no"))}}, "password"),
        ({"roots": ("gone.pem",)}, "gone.pem"),
        ({"roots": ("ca.crl",)}, "ca.crl"),
        ({"timestamps": TimestampSection(address="nowhere")}, "address"),
        ({"timestamps": TimestampSection(address="http://127.0.0.1:9")}, "does not;"),
    ],
)
def test_the_check_finds_what_is_wrong(changes, sentence, settings, around):
    with closing(signature_system(replace(settings, **changes), around)) as system:
        ill = [each for each in HandlerRegistry(system.handlers).check() if not each.ok]
        assert sentence in ill[0].sentence("en")
        assert PASSWORD not in repr(ill)


def test_a_revocation_list_may_be_fetched(settings, around, authority, template):
    with speaking("procflow.tests.speakers.lists") as lists:
        lists.tell("list", authority.revocations().hex())
        fetching = replace(settings, revocation_lists=(f"{lists.url}/ca.crl",))
        with closing(signature_system(fetching, around)) as system:
            made = system.desk.render(
                template, Draft(title="x"), {"applicant": {"name": "An"}}, key="1", now=NOW
            )
            for number in (2, 3):
                wish = Wish(key=f"i1:{number}", at=NOW)
                signed = system.desk.sign(made.code, made.newest.hash, "ubnd", wish)
            assert len(signed.seals) == 2
            assert len(lists.heard("/ca.crl")) == 1


def test_no_secret_lies_in_the_database(
    settings, around, template, authority, tmp_path, database_url, caplog
):
    """After a signature, and after one that failed for a wrong password."""
    caplog.set_level(logging.DEBUG)
    key, issued = authority.issue()
    (tmp_path / "ubnd.p12").write_bytes(key_file(key, issued, PASSWORD))
    wrong = "-".join(("planted", "wrong"))
    broken = {"ubnd": KeySection(file="ubnd.p12", password=Secret(wrong))}
    values = {"applicant": {"name": "An"}}
    with closing(signature_system(settings, around)) as system:
        made = system.desk.render(template, Draft(title="Giấy"), values, key="1", now=NOW)
        plain = made.newest.hash
        system.desk.sign(made.code, plain, None, Wish(key="2", at=NOW))
    with (
        closing(signature_system(replace(settings, keys=broken), around)) as system,
        pytest.raises(BadConfiguration) as refused,
    ):
        system.desk.sign(made.code, plain, None, Wish(key="3", at=NOW))
    kept = "\n".join(all_kept(database_url))
    assert made.code in kept
    number = format(key.private_numbers().private_value, "x")
    for planted in (PASSWORD, wrong, number, "PRIVATE KEY"):
        assert planted not in kept
        assert planted not in caplog.text + repr(refused.value)
    secret = key.private_numbers().private_value.to_bytes(32, "big")
    files = [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".p12"]
    assert files
    assert not any(secret in file.read_bytes() for file in files)
