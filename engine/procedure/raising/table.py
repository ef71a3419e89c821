"""Which raise belongs to which rule of law."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..level.level import Lack
from .draft import Draft
from .outcome import Done, Left
from .steps.electronic_dossier import raise_dossier
from .steps.forms import raise_form
from .steps.identity import raise_identity
from .steps.identity_check import raise_identity_check
from .steps.one_stop import raise_refusal, raise_supplement
from .steps.online_payment import raise_payment
from .steps.online_start import raise_start
from .steps.result_delivery import raise_delivery
from .steps.status_notice import raise_notice
from .steps.statuses import raise_status
from .steps.wet_signature import raise_signature

Raise = Callable[[Draft, Lack], Done | Left]

RAISES: Mapping[str, Raise] = {
    "downloadable-forms": raise_form,
    "online-start": raise_start,
    "electronic-dossier": raise_dossier,
    "identity-check": raise_identity_check,
    "online-payment": raise_payment,
    "result-delivery": raise_delivery,
    "wet-signature": raise_signature,
    "published-identity": raise_identity,
    "dossier-status": raise_status,
    "supplement-through-one-stop": raise_supplement,
    "refusal-paper": raise_refusal,
    "status-notice": raise_notice,
}
"""In the order in which they are raised within a rung: what is told comes after what is done.

What is not here, the law forbids to raise or only people can say.
"""

OF_NEW_STEPS = frozenset(
    {"electronic-dossier", "identity-check", "dossier-status", "status-notice"}
)
"""Rules by which the new steps are raised too; others would go on and on with their own."""
