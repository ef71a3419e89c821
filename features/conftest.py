"""The step library, for every feature of this folder; a new procedure needs no code."""

from procflow.features.steps import given, office, then, when


def pytest_configure(config):
    for module in (given, office, then, when):
        config.pluginmanager.register(module)
