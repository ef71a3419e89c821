"""HTTP to other systems: limits, retries that are safe, a circuit breaker, and clear errors."""

from .answer import Answer
from .bounded_transport import BoundedTransport
from .client_credentials import AuthorisedWire, Client
from .settings import WireSettings
from .wire import Wire

__all__ = ["Answer", "AuthorisedWire", "BoundedTransport", "Client", "Wire", "WireSettings"]
