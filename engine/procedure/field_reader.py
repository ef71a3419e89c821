"""Reads the components of a form-js form into fields; groups are laid open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .component_reader import ComponentReader
from .fields import Field, FieldKind
from .lines import Path
from .tables import Problem, nearest

GROUP = "group"
SHOWN_ONLY = frozenset(
    {"text", "html", "spacer", "separator", "image", "button", "iframe", "table", "documentPreview"}
)
KINDS = frozenset({*(kind.value for kind in FieldKind), *SHOWN_ONLY, GROUP})


class FieldReader:
    """Reads components and gathers the problems on the way."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def read_all(
        self,
        components: Any,
        at: Path,
        prefix: tuple[str, ...] = (),
        hides: tuple[str, ...] = (),
    ) -> tuple[Field, ...]:
        """The fields of a list of components.

        prefix: the path of the groups around them. hides: the conditions of those groups.
        """
        if not isinstance(components, list):
            self._add(at, "forms.no-components")
            return ()
        found: list[Field] = []
        for index, component in enumerate(components):
            found.extend(self._read(component, (*at, index), prefix, hides))
        self._refuse_doubles(found, at)
        return tuple(found)

    def _read(
        self, component: Any, at: Path, prefix: tuple[str, ...], hides: tuple[str, ...]
    ) -> Iterator[Field]:
        kind = component.get("type") if isinstance(component, Mapping) else None
        if kind not in KINDS:
            near = nearest(str(kind), KINDS) or FieldKind.TEXT.value
            self._add((*at, "type"), "forms.unknown-component", type=kind, near=near)
            return
        reader = ComponentReader(component, at, self.problems)
        hides = (*hides, *reader.hides())
        if kind == GROUP:
            prefix = (*prefix, *reader.path("path"))
            inner = component.get("components")
            yield from self.read_all(inner, (*at, "components"), prefix, hides)
        elif kind not in SHOWN_ONLY:
            yield from self._field(reader, FieldKind(kind), prefix, hides)

    def _field(
        self,
        reader: ComponentReader,
        kind: FieldKind,
        prefix: tuple[str, ...],
        hides: tuple[str, ...],
    ) -> Iterator[Field]:
        where = "path" if kind is FieldKind.ROWS else "key"
        path = (*prefix, *reader.path(where))
        if len(path) == len(prefix):
            self._add(reader.at, "forms.no-key", label=reader.label(kind.value), where=where)
            return
        yield Field(
            path=path,
            kind=kind,
            label=reader.label(".".join(path)),
            rules=reader.rules(kind),
            options=reader.options(kind),
            hides=hides,
            locked=reader.locked(),
            digits=reader.digits(),
            as_text=reader.is_set("serializeToString"),
            moment=reader.moment(),
            zoned=reader.zoned(),
            not_in_the_past=reader.is_set("disallowPassedDates"),
            formula=reader.formula(kind),
            personal=reader.personal(),
            properties=reader.properties(),
            fields=self._of_rows(reader) if kind is FieldKind.ROWS else (),
            fixed_rows=reader.component.get("allowAddRemove") is False,
        )

    def _of_rows(self, reader: ComponentReader) -> tuple[Field, ...]:
        return self.read_all(reader.component.get("components"), (*reader.at, "components"))

    def _refuse_doubles(self, fields: list[Field], at: Path) -> None:
        seen: set[tuple[str, ...]] = set()
        for field in fields:
            if field.path in seen:
                self._add(at, "forms.double-key", label=field.label, name=field.name)
            seen.add(field.path)

    def _add(self, at: Path, key: str, **arguments: Any) -> None:
        self.problems.append(Problem(at, key, arguments))
