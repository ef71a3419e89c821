from procflow.commands.settings import load_settings


def test_the_file_is_written_once(procflow, tmp_path):
    ran = procflow("init", "office")
    assert ran.code == 0
    file = tmp_path / "office" / "procflow.toml"
    assert load_settings(file, {}, {}, folder=tmp_path).database == "sqlite:///procflow.db"
    file.write_text("")
    again = procflow("init", "office")
    assert again.code == 2
    assert "is there already" in again.err
    assert file.read_text() == ""
    assert procflow("init", "office", "--force").code == 0
    assert "PROCFLOW_DATABASE" in file.read_text()


def test_programs_learn_the_file(procflow):
    assert procflow("init", "--json").value == {"file": "procflow.toml"}


def test_a_broken_file_can_be_written_anew(procflow, tmp_path):
    (tmp_path / "procflow.toml").write_text("= broken")
    assert procflow("instances").code == 2
    assert procflow("init", "--force").code == 0
    assert procflow("instances").code == 0
