"""The step library, for every feature of this folder; a new procedure needs no code."""

from procflow.features.steps.given import *  # noqa: F403 - pytest finds steps by name here
from procflow.features.steps.office import *  # noqa: F403 - pytest finds fixtures by name here
from procflow.features.steps.then import *  # noqa: F403 - pytest finds steps by name here
from procflow.features.steps.when import *  # noqa: F403 - pytest finds steps by name here
