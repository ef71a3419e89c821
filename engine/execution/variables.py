"""Variables lie here, never in `task.data`. A scope belongs to a token; scopes nest as tokens nest.

Stored as JSON, so that every JSON value survives unchanged. A scope is unpacked when somebody looks
into it, a value when somebody looks at it; what nobody looked at is written back as it came.
Values are never changed in place: two names may hold the same list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from .tokens import Token

Value = Any
Watch = Callable[["Token", "Token", str, Value, Value], None]

_encode = msgspec.json.Encoder().encode
_decode_scopes = msgspec.json.Decoder(dict[int, msgspec.Raw]).decode
_decode_scope = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
_decode_value = msgspec.json.Decoder().decode

MISSING = object()


class Scope:
    """The variables of one token: packed until looked at."""

    __slots__ = ("stored", "unpacked")

    def __init__(self, stored: dict[str, Any]) -> None:
        self.stored = stored
        self.unpacked: dict[str, Value] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.stored

    def __iter__(self) -> Iterator[str]:
        return iter(self.stored)

    def get(self, name: str) -> Value:
        """The value, or MISSING."""
        found = self.unpacked.get(name, MISSING)
        if found is MISSING:
            found = self.stored.get(name, MISSING)
            if type(found) is msgspec.Raw:
                found = _decode_value(found)
            if found is not MISSING:
                self.unpacked[name] = found
        return found

    def set(self, name: str, value: Value) -> None:
        self.stored[name] = self.unpacked[name] = value

    def as_dict(self) -> dict[str, Value]:
        return {name: self.get(name) for name in self.stored}


class View(Mapping[str, Value]):
    """What a token sees: its own scope, then outwards to its process."""

    __slots__ = ("chain",)

    def __init__(self, chain: list[Scope]) -> None:
        self.chain = chain

    def __getitem__(self, name: str) -> Value:
        for scope in self.chain:
            if name in scope.stored:
                return scope.get(name)
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return any(name in scope.stored for scope in self.chain)

    def __iter__(self) -> Iterator[str]:
        return iter({name: None for scope in reversed(self.chain) for name in scope.stored})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def with_names(self, values: dict[str, Value]) -> View:
        """The same, with names that hide what is outside."""
        return View([Scope(dict(values)), *self.chain])


class Variables:
    """All scopes of one instance, by the number of the token that owns them.

    `watch(owner, writer, name, before, after)` is told of each change; before may be MISSING.
    """

    def __init__(self, stored: bytes | None = None, watch: Watch | None = None) -> None:
        self._stored: dict[int, Any] = {} if stored is None else _decode_scopes(stored)
        self._watch = watch
        self.changed = stored is None
        self.version = 0

    def encode(self) -> bytes:
        stored = {n: s.stored if type(s) is Scope else s for n, s in self._stored.items()}
        return _encode(stored)

    # -- scopes ---------------------------------------------------------------

    def open(self, number: int) -> Scope:
        """The scope of a token; a new one if it has none."""
        found = self._stored.get(number)
        if type(found) is Scope:
            return found
        self.changed |= found is None
        opened = Scope({} if found is None else _decode_scope(found))
        self._stored[number] = opened
        return opened

    def scope(self, number: int) -> Scope | None:
        return self.open(number) if number in self._stored else None

    def close(self, number: int) -> None:
        for each in (number, -number):
            if self._stored.pop(each, None) is not None:
                self.changed = True

    def hand_over(self, old: int, new: int) -> None:
        """The scope goes to another token, as it is."""
        self._stored[new] = self._stored.pop(old)
        self.changed = True

    def keep(self, token: Token, name: str, value: Value) -> None:
        """Something of the token's that no expression sees; it goes when the token's scope goes."""
        self.open(-token.id).set(name, value)
        self.changed = True

    def kept(self, token: Token, name: str, default: Value = None) -> Value:
        scope = self.scope(-token.id)
        found = MISSING if scope is None else scope.get(name)
        return default if found is MISSING else found

    @property
    def owners(self) -> list[int]:
        """Numbers of the tokens that have variables."""
        return [number for number in self._stored if number > 0]

    # -- reading --------------------------------------------------------------

    def seen_from(self, token: Token) -> View:
        return View([scope for _, scope in self._chain(token)])

    def local(self, token: Token) -> dict[str, Value]:
        scope = self.scope(token.id)
        return {} if scope is None else scope.as_dict()

    def _chain(self, token: Token | None) -> list[tuple[Token, Scope]]:
        """Scopes from the token outwards, up to its process: a called one sees no caller."""
        chain, stored = [], self._stored
        while token is not None:
            if token.id in stored:
                chain.append((token, self.open(token.id)))
            if token.task_spec.is_process:
                break
            token = token.parent
        return chain

    # -- writing --------------------------------------------------------------

    def put(self, number: int, values: Mapping[str, Value]) -> None:
        """Into the token's own scope, untold: counters, and what is known from elsewhere."""
        scope = self.open(number)
        for name, value in values.items():
            scope.set(name, value)
        self.changed = True
        self.version += 1

    def set_local(self, owner: Token, values: Mapping[str, Value], writer: Token) -> None:
        scope = self.open(owner.id)
        for name, value in values.items():
            self._set(owner, scope, name, value, writer)

    def propagate(self, inside: Token, values: Mapping[str, Value], writer: Token) -> None:
        """Each value goes to the nearest scope that knows the name, else to the process's own.

        Zeebe's rule: https://docs.camunda.io/docs/components/concepts/variables/#variable-propagation
        """
        chain = self._chain(inside)
        for name, value in values.items():
            owner, scope = next((each for each in chain if name in each[1]), chain[-1])
            self._set(owner, scope, name, value, writer)

    def copy(self, given: View, number: int) -> None:
        """Every visible variable into the token's own scope, packed ones as they are."""
        scope = self.open(number)
        for source in reversed(given.chain):
            scope.stored.update(source.stored)
        scope.unpacked.clear()
        self.changed = True
        self.version += 1

    def pour(self, number: int, inside: Token, writer: Token) -> None:
        """Propagate all that a scope holds; what is packed alike on both sides is not looked at."""
        given, chain = self.open(number), self._chain(inside)
        for name, packed in given.stored.items():
            owner, scope = next((each for each in chain if name in each[1]), chain[-1])
            if type(packed) is not msgspec.Raw or scope.stored.get(name, MISSING) != packed:
                self._set(owner, scope, name, given.get(name), writer)

    def _set(self, owner: Token, scope: Scope, name: str, value: Value, writer: Token) -> None:
        before = scope.get(name)
        if before is not MISSING and same(before, value):
            return
        scope.set(name, value)
        self.changed = True
        self.version += 1
        if self._watch:
            self._watch(owner, writer, name, before, value)


def same(one: Value, other: Value) -> bool:
    """Whether two JSON values are the same; unlike Python's, true is not 1."""
    if isinstance(one, dict | list):
        return type(one) is type(other) and _encode(one) == _encode(other)
    return type(one) is type(other) and bool(one == other)
