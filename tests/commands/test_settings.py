import tomllib
from pathlib import Path

import pytest

from procflow.commands.init import settings_file
from procflow.commands.settings import (
    Settings,
    environment_name,
    find_file,
    load_settings,
    unknown_names,
)
from procflow.engine.errors import BadConfiguration

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
    file = written('database = "sqlite:///file.db"\n[notification]\nport = 25\nhost = "a"\n')
    environment = {
        **ENGLISH,
        "PROCFLOW_DATABASE": "sqlite:///env.db",
        "PROCFLOW_NOTIFICATION_PORT": "26",
    }
    assert load(file).database == "sqlite:///file.db"
    assert load(file, environment).database == "sqlite:///env.db"
    assert load(file, environment, {"database": "sqlite://"}).database == "sqlite://"
    assert load(file, environment).notification.port == 26
    assert load(file, environment).notification.host == "a"


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
        ("[payment]\nsecrt = 1", "there is no setting “payment.secrt”. Did you mean “secret”?"),
        ("database = 1", "the setting “database” takes a text, but found 1"),
        (
            '[notification]\nport = "25"',
            "the setting “notification.port” takes a whole number, but found '25'",
        ),
        (
            '[notification]\nchannel = "fax"',
            "the setting “notification.channel” takes maildir | smtp, but found 'fax'",
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
        load(environment={**ENGLISH, "PROCFLOW_NOTIFICATION_PORT": "many"})
    assert str(refused.value) == (
        "the setting “PROCFLOW_NOTIFICATION_PORT” takes a whole number, but found 'many'"
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
    environment = {"PROCFLOW_DATABSE": "", "PROCFLOW_PAYMENT_SECRET": "", "PATH": ""}
    assert unknown_names(environment) == ["PROCFLOW_DATABSE"]
    assert environment_name("payment", "secret") == "PROCFLOW_PAYMENT_SECRET"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_commented_file_shows_every_default(language, written):
    text = settings_file(language)
    head, people = text.rsplit("# [people.", 1)
    uncommented = "\n".join(
        line[2:] if line.startswith("# ") and " = " in line and "(PROCFLOW" not in line else line
        for line in head.splitlines()
    )
    assert load(written(text)) == load(written(uncommented)).__class__(
        language="en", folder=written("").parent
    )
    assert tomllib.loads(uncommented)["notification"]["port"] == 587
    assert tomllib.loads("[people." + people.replace("# ", ""))
