"""Identity as the settings want it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ...engine.errors import BadConfiguration
from ..chore import Chore
from ..surroundings import Surroundings
from ..wire import AuthorisedWire, Client, Wire, WireSettings
from .forgetting import ForgettingLogins
from .handlers import IdentityHandlers
from .platform_population import PlatformPopulation
from .population_handlers import PopulationHandlers
from .port import IdentityProvider, Logins, LookUps
from .settings import IdentitySettings, PopulationSection, ProviderSection
from .storage import EmbeddedIdentity


@dataclass(frozen=True, slots=True)
class IdentitySystem:
    """store: of logins and look-ups. provider: for the portal's pages; None where none is set.
    chores: forgetting old logins, where they are not kept for ever.
    """

    store: EmbeddedIdentity
    provider: IdentityProvider | None
    population: PlatformPopulation | None
    chores: tuple[Chore, ...] = ()

    @property
    def logins(self) -> Logins:
        return self.store

    @property
    def look_ups(self) -> LookUps:
        return self.store

    @property
    def handlers(self) -> tuple[object, ...]:
        health = None if self.provider is None else self.provider.check
        identity = IdentityHandlers(self.store, health)
        if self.population is None:
            return (identity,)
        return (identity, PopulationHandlers(self.population, self.store))

    def close(self) -> None:
        if self.provider is not None:
            self.provider.close()
        if self.population is not None:
            self.population.close()
        self.store.close()


def identity_system(settings: IdentitySettings, around: Surroundings) -> IdentitySystem:
    """Raises BadConfiguration and UnusableDatabase. Nobody is asked yet."""
    store = EmbeddedIdentity(around.database)
    provider = None if settings.provider is None else _provider(settings.provider, store, around)
    population = None if settings.population is None else _population(settings.population, around)
    keep = timedelta(days=settings.keep_days)
    chores = (ForgettingLogins(store, keep, around.clock),) if keep else ()
    return IdentitySystem(store, provider, population, chores)


def _provider(settings: ProviderSection, logins: Logins, around: Surroundings) -> IdentityProvider:
    try:
        from .openid import OpenIdProvider
    except ModuleNotFoundError:
        raise BadConfiguration.of("persons.no-joserfc") from None

    def open_wire(address: str) -> Wire:
        return Wire(_reached(settings, address, around), system=settings.name)

    return OpenIdProvider(settings, logins, open_wire)


def _population(settings: PopulationSection, around: Surroundings) -> PlatformPopulation:
    reached = _reached(settings, settings.address, around)
    wire = Wire(reached, system="the population database")
    client = Client(key=settings.key, secret=settings.secret, token_path=settings.token_path)
    return PlatformPopulation(settings, AuthorisedWire(wire, client))


def _reached(
    settings: ProviderSection | PopulationSection, address: str, around: Surroundings
) -> WireSettings:
    ca_file = around.path(settings.ca_file) if settings.ca_file else None
    return WireSettings(address=address, timeout=settings.timeout, ca_file=ca_file)
