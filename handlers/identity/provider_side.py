"""What of an OpenID provider can be asked, once its addresses are known."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from ...engine.errors import ForgedMessage
from ...engine.model.secret import Secret
from ..wire import Answer, Wire
from .discovery import Metadata
from .key_book import KeyBook

OpenWire = Callable[[str], Wire]
"""A wire to an address of the provider."""


class Side:
    """The provider's side, once it is known."""

    def __init__(self, metadata: Metadata, open_wire: OpenWire, ticks: Callable[[], float]) -> None:
        self.metadata = metadata
        self.keys = KeyBook(open_wire(metadata.keys), now=ticks)
        self._token = open_wire(metadata.token)
        self._userinfo = open_wire(metadata.userinfo) if metadata.userinfo else None

    def ask_for_tokens(self, form: Mapping[str, str], client: str, hidden: Secret) -> Answer:
        """Raises OutcomeUnknown when there is no answer, and what else Wire raises."""
        if self.metadata.secret_in_form:
            form = {**form, "client_id": client, "client_secret": hidden.reveal()}
            return self._token.ask("POST", form=form, repeatable=False)
        headers = {"Authorization": _basic(client, hidden)}
        return self._token.ask("POST", form=form, headers=headers, repeatable=False)

    def told_besides(self, access_token: Secret, subject: str) -> Mapping[str, Any]:
        """The claims of the userinfo endpoint, where there is one.

        Raises ForgedMessage when it tells of another person.
        """
        if self._userinfo is None:
            return {}
        bearer = {"Authorization": f"Bearer {access_token.reveal()}"}
        answer = self._userinfo.ask("GET", headers=bearer, repeatable=True)
        if not answer.ok:
            raise answer.unread("claims")
        told = answer.fields()
        if told.get("sub") != subject:
            raise ForgedMessage.of("persons.other-person")
        return told

    def close(self) -> None:
        for wire in (self._token, self.keys, self._userinfo):
            if wire is not None:
                wire.close()


def _basic(client: str, hidden: Secret) -> str:
    """RFC 6749 §2.3.1: both parts are form-encoded first; a space as `%20`, which providers that
    do not take a plus for one read too.
    """
    both = f"{quote(client, safe='')}:{quote(hidden.reveal(), safe='')}"
    return f"Basic {b64encode(both.encode()).decode()}"
