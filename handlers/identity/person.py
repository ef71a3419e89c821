"""Somebody whom an identity provider has recognised."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ...engine.model.actor import Actor
from ...engine.model.secret import Secret
from .personal_number import OldNumber, PersonalNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """subject: the provider's stable name of the person. tax_number: of the organisation for which
    the person acts; None for a citizen.
    """

    provider: str
    subject: str
    name: str
    number: PersonalNumber | None = None
    old_number: OldNumber | None = None
    born: date | None = None
    tax_number: str | None = None

    @property
    def is_citizen(self) -> bool:
        return self.tax_number is None

    def actor(self, address: str | None = None) -> Actor:
        """The person as the engine knows who acts."""
        return Actor(id=f"{self.provider}:{self.subject}", name=self.name, address=address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """One login. reference: the name by which variables and steps speak of it; it tells nothing.

    level: of assurance, 0 to as many as the provider has. proof: the ID token, for the logout.
    """

    reference: str
    person: Person
    level: int
    at: datetime
    return_to: str = "/"
    proof: Secret | None = field(default=None, repr=False)

    def applicant(self) -> dict[str, Any]:
        """The applicant of a dossier as the login proves it, for the variables of an instance."""
        person = self.person
        return {
            "name": person.name,
            "personalId": person.number.digits if person.number else None,
            "kind": "citizen" if person.is_citizen else "enterprise",
            "account": person.subject,
            "login": self.reference,
        }
