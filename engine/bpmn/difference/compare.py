"""Two drawings side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..model import Drawing
from .aspects import Described, described
from .changes import Change, ChangeKind, Comparison, Difference
from .texts import Aspect


def compare(old: Drawing, new: Drawing) -> Comparison:
    """What the new drawing says differently.

    Things are the same that have the same id; of the rest, those of the same kind and label. The
    order of the file and of the picture's entries makes no difference.
    """
    before, after = list(described(old)), list(described(new))
    pairs = _paired(before, after)
    known = {id(one) for one, _ in pairs}
    matched = {id(other): one for one, other in pairs}
    gone = (each for each in before if id(each) not in known)
    changes = [
        *(_change(matched.get(id(each)), each) for each in after),
        *(_whole(ChangeKind.REMOVED, each) for each in gone),
    ]
    return Comparison(tuple(change for change in changes if change is not None))


def _paired(before: list[Described], after: list[Described]) -> list[tuple[Described, Described]]:
    by_id = {(each.thing, each.id): each for each in before}
    pairs = [(by_id[each.thing, each.id], each) for each in after if (each.thing, each.id) in by_id]
    taken = {id(each) for pair in pairs for each in pair}
    left = [each for each in before if id(each) not in taken]
    fresh = [each for each in after if id(each) not in taken]
    return [*pairs, *_alike(left, fresh)]


def _alike(
    left: Iterable[Described], fresh: Iterable[Described]
) -> Iterator[tuple[Described, Described]]:
    """Those with the same likeness, in their order; each is taken once."""
    waiting: dict[tuple[str, ...], list[Described]] = {}
    for each in left:
        waiting.setdefault((each.thing, *each.likeness), []).append(each)
    for other in fresh:
        found = waiting.get((other.thing, *other.likeness))
        if found:
            yield found.pop(0), other


def _change(one: Described | None, other: Described) -> Change | None:
    """What became of a thing; None if nothing did."""
    if one is None:
        return _whole(ChangeKind.ADDED, other)
    meant = tuple(_differences(one.aspects, other.aspects))
    moved = tuple(_differences(one.place, other.place)) if one.place and other.place else ()
    was = one.id if one.id != other.id else None
    if not meant and not moved and was is None:
        return None
    return Change(
        kind=ChangeKind.CHANGED if meant or was else ChangeKind.MOVED,
        thing=other.thing,
        id=other.id,
        label=other.label,
        was=was,
        differences=meant + moved,
    )


def _whole(kind: ChangeKind, each: Described) -> Change:
    return Change(kind=kind, thing=each.thing, id=each.id, label=each.label)


def _differences(before: Mapping[Aspect, str], after: Mapping[Aspect, str]) -> Iterator[Difference]:
    for aspect in dict.fromkeys((*before, *after)):
        if before.get(aspect) != after.get(aspect):
            yield Difference(aspect[0], before.get(aspect), after.get(aspect), of=aspect[1])
