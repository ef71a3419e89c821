import pytest

from procflow.commands.language import as_language, language_of_locale


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "vi"),
        ({"LANG": ""}, "vi"),
        ({"LANG": "C.UTF-8"}, "vi"),
        ({"LANG": "POSIX"}, "vi"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "vi_VN", "LANG": "en_US.UTF-8"}, "vi"),
    ],
)
def test_the_locale_decides_and_silence_means_vietnamese(environment, language):
    assert language_of_locale(environment) == language


def test_only_our_languages_are_languages():
    assert as_language(" VI ") == "vi"
    assert as_language("fr") is None
