import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest

from procflow.commands.init import settings_file
from procflow.commands.setting_types import environment_name
from procflow.commands.settings import (
    Settings,
    find_file,
    load_section,
    load_settings,
    unknown_names,
)
from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import needed, secret, setting
from procflow.engine.model.secret import Secret

ENGLISH = {"LANG": "en_US.UTF-8"}


@pytest.fixture
def written(tmp_path):
    def write(text):
        file = tmp_path / "procflow.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def load(file=None, environment=ENGLISH, options=None, folder=Path("/somewhere")):
    return load_settings(file, environment, options or {}, folder=folder)


def test_without_anything_the_defaults_hold():
    assert load() == Settings(language="en", folder=Path("/somewhere"))


def test_options_outweigh_the_environment_and_the_environment_outweighs_the_file(written):
    file = written('database = "sqlite:///file.db"\n[notification.smtp]\nport = 25\nhost = "a"\n')
    environment = {
        **ENGLISH,
        "PROCFLOW_DATABASE": "sqlite:///env.db",
        "PROCFLOW_NOTIFICATION_SMTP_PORT": "26",
    }
    assert load(file).database == "sqlite:///file.db"
    assert load(file, environment).database == "sqlite:///env.db"
    assert load(file, environment, {"database": "sqlite://"}).database == "sqlite://"
    assert load(file, environment).notification.smtp.port == 26
    assert load(file, environment).notification.smtp.host == "a"


def test_relative_paths_begin_at_the_file(written, tmp_path):
    assert load(written("")).path("x") == tmp_path / "x"


def test_lists_in_the_environment_are_separated_by_commas():
    assert load(environment={"PROCFLOW_PROCESSES": "a, b"}).processes == ("a", "b")


def test_people_are_read_with_their_groups(written):
    people = load(written('[people.an]\nname = "An"\ngroups = ["mot-cua"]\n')).people
    assert people["an"].groups == ("mot-cua",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('databse = "x"', "there is no setting “databse”. Did you mean “database”?"),
        (
            "[payment.sandbox]\nsecrt = 1",
            "there is no setting “payment.sandbox.secrt”. Did you mean “secret”?",
        ),
        ("database = 1", "the setting “database” takes a text, but found 1"),
        (
            '[notification.smtp]\nport = "25"',
            "the setting “notification.smtp.port” takes a whole number, but found '25'",
        ),
        (
            '[notification.smtp]\nsecurity = "hope"',
            "the setting “notification.smtp.security” takes starttls | tls | none,"
            " but found 'hope'",
        ),
        ("processes = [1]", "the setting “processes” takes a text, but found 1"),
        ("payment = 1", "the setting “payment” takes a table, but found 1"),
        ("[people.an]\nage = 1", "there is no setting “people.an.age”."),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(written, text, sentence):
    with pytest.raises(BadConfiguration) as refused:
        load(written(text))
    assert str(refused.value).endswith(f"procflow.toml: {sentence}")


def test_the_environment_is_checked_too():
    with pytest.raises(BadConfiguration) as refused:
        load(environment={**ENGLISH, "PROCFLOW_NOTIFICATION_SMTP_PORT": "many"})
    assert str(refused.value) == (
        "the setting “PROCFLOW_NOTIFICATION_SMTP_PORT” takes a whole number, but found 'many'"
    )


@pytest.mark.parametrize("content", [b"\xff", b"= 1"])
def test_a_file_that_cannot_be_read_is_named(tmp_path, content):
    file = tmp_path / "procflow.toml"
    file.write_bytes(content)
    with pytest.raises(BadConfiguration, match=r"Cannot read .*procflow\.toml"):
        load(file)
    with pytest.raises(BadConfiguration, match=r"Cannot read .*no\.toml"):
        load(tmp_path / "no.toml")


def test_the_nearest_file_upwards_is_found(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_file(tmp_path / "a" / "b") is None
    (tmp_path / "procflow.toml").touch()
    assert find_file(tmp_path / "a" / "b") == tmp_path / "procflow.toml"
    (tmp_path / "a" / "procflow.toml").touch()
    assert find_file(tmp_path / "a" / "b") == tmp_path / "a" / "procflow.toml"


def test_names_in_the_environment_nobody_reads_are_told():
    environment = {
        "PROCFLOW_DATABSE": "",
        "PROCFLOW_PAYMENT_SANDBOX_SECRET": "",
        "PROCFLOW_HANDLERS_X_Y": "",
        "PATH": "",
    }
    assert unknown_names(environment) == ["PROCFLOW_DATABSE"]
    assert environment_name("payment", "sandbox") == "PROCFLOW_PAYMENT_SANDBOX"


class TestSecrets:
    """A secret stands in the environment or in a file of its own, never in the settings."""

    def test_the_environment_may_hold_it(self):
        given = {**ENGLISH, "PROCFLOW_PAYMENT_SANDBOX_SECRET": "planted"}
        assert load(environment=given).payment.sandbox.secret == Secret("planted")

    def test_the_environment_may_name_its_file(self, tmp_path):
        (tmp_path / "s").write_text("planted\n")
        given = {**ENGLISH, "PROCFLOW_PAYMENT_SANDBOX_SECRET_FILE": str(tmp_path / "s")}
        assert load(environment=given).payment.sandbox.secret == Secret("planted")

    def test_the_settings_may_name_its_file(self, written, tmp_path):
        (tmp_path / "s").write_text("planted\n")
        loaded = load(written('[payment.sandbox]\nsecret = { file = "s" }'))
        assert loaded.payment.sandbox.secret == Secret("planted")

    @pytest.mark.parametrize("plain", ['"planted"', '{ text = "planted" }', "['planted']"])
    def test_it_may_not_stand_in_the_settings(self, written, plain):
        with pytest.raises(BadConfiguration) as refused:
            load(written(f"[payment.sandbox]\nsecret = {plain}"))
        assert "PROCFLOW_PAYMENT_SANDBOX_SECRET" in str(refused.value)
        assert "planted" not in str(refused.value)

    def test_a_file_that_is_not_there_is_named(self, written):
        with pytest.raises(BadConfiguration, match=r"Cannot read .*gone"):
            load(written('[payment.sandbox]\nsecret = { file = "gone" }'))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    place: str = needed("Nơi", "Place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The settings of an invented package installed beside."""

    address: str = needed("Địa chỉ", "Address")
    key: Secret = secret("Khóa", "Key")
    wait: int = setting(10, "Chờ", "Wait")
    inner: Inner | None = setting(None, "Trong", "Inner")


class TestPackagesInstalledBeside:
    text = '[handlers.sms-tinh]\naddress = "https://sms.example"\nwait = 3'
    key: ClassVar = {"PROCFLOW_HANDLERS_SMS_TINH_KEY": "planted"}

    def test_their_section_is_read_as_their_own_dataclass(self, written):
        section = load_section(Outside, "sms-tinh", load(written(self.text)), self.key)
        expected = Outside(address="https://sms.example", key=Secret("planted"), wait=3)
        assert section == expected
        assert "planted" not in repr(section)

    def test_the_environment_outweighs_the_file(self, written):
        given = {**self.key, "PROCFLOW_HANDLERS_SMS_TINH_WAIT": "5"}
        assert load_section(Outside, "sms-tinh", load(written(self.text)), given).wait == 5

    @pytest.mark.parametrize(
        ("text", "given", "sentence"),
        [
            ("", key, "“handlers.sms-tinh.address” (or the variable PROCFLOW_HANDLERS_SMS_TINH"),
            (text, {}, "the secret “handlers.sms-tinh.key” is needed, but missing"),
            (text + "\nwat = 1", key, "no setting “handlers.sms-tinh.wat”. Did you mean “wait”"),
            (text + "\ninner = {}", key, "“handlers.sms-tinh.inner.place”"),
            ("handlers.sms-tinh = 1", key, "“handlers.sms-tinh” takes a table, but found 1"),
        ],
    )
    def test_what_makes_no_sense_is_refused_with_a_sentence(self, written, text, given, sentence):
        with pytest.raises(BadConfiguration) as refused:
            load_section(Outside, "sms-tinh", load(written(text)), given)
        assert sentence in str(refused.value)


def without_optional(text):
    """The file without secrets, and without the sections that may be left out."""
    sections = text.split("\n\n#")
    kept, left_out = [], False
    for each in sections:
        if "\n[" in each or "\n# [" in each:
            left_out = "\n# [" in each
        if not left_out and "{ file" not in each:
            kept.append(each)
    return "\n\n#".join(kept)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_commented_file_shows_every_default(language, written):
    text = settings_file(language)
    head, people = text.rsplit("# [people.", 1)
    uncommented = "\n".join(
        line[2:] if line.startswith("# ") and " = " in line and "(PROCFLOW" not in line else line
        for line in without_optional(head).splitlines()
    )
    assert load(written(text)) == load(written(uncommented)).__class__(
        language="en", folder=written("").parent
    )
    assert tomllib.loads(uncommented)["payment"]["sandbox"]["kept"] == ".procflow-secret"
    assert "# [notification.smtp]" in text
    assert '# host = "…"' in text
    assert tomllib.loads("[people." + people.replace("# ", ""))
