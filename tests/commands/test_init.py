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


def test_every_setting_is_shown_in_both_languages(procflow, tmp_path, monkeypatch):
    for language in ("vi", "en"):
        monkeypatch.setenv("PROCFLOW_LANGUAGE", language)
        procflow("init", language)
        text = (tmp_path / language / "procflow.toml").read_text()
        for section in (
            '# [jobs."…"]',
            "# [dossier.portal]",
            '# [dossier.mirrors."…"]',
            '# [exchange.platform.services."…"]',
            '# [exchange.hosts."…"]',
            '# [exchange.credentials."…"]',
        ):
            assert section in text
        example = text.partition('# [exchange.credentials."…"]\n')[2].splitlines()
        assert example[0].startswith("# hosts = …  # ")
        assert example[1].startswith('# secret = { file = "…" }  # ')


def test_an_example_of_a_section_can_be_filled_in(procflow, tmp_path):
    procflow("init")
    file = tmp_path / "procflow.toml"
    filled = file.read_text().replace(
        '# [exchange.hosts."…"]\n# reach', '[exchange.hosts."a.vn"]\nreach'
    )
    file.write_text(filled)
    hosts = load_settings(file, {}, {}, folder=tmp_path).exchange.hosts
    assert hosts["a.vn"].reach == "public"
