"""A form says of each personal field which class of personal data it is.

A field is taken to be personal by its key (`personalId`, `phone`, `birthDate`, …) or its label (“Họ
và tên”, “Ngày sinh”, “Số định danh”, …); its property `personal` is `public`, `internal`, `basic`
or `sensitive` (Law 91/2025, Decree 356/2025). A sensitive field says its `purpose` too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...fields import Field, FieldKind, Personal
from ...forms import Form
from ..acts import LAW_91_2025, Basis
from ..remark import Remark
from ..rule import Rule
from ..subject import Subject

KEYS = re.compile(
    r"(?i)(?:^|\.)(?:(?:personal|citizen|identity)_?id|(?:id|identity)_?number|cccd|cmnd|passport\w*"
    r"|full_?name|phone(?:_?number)?|mobile|e_?mail|birth_?(?:date|day|place)|date_?of_?birth|dob"
    r"|(?:applicant|owner|person|member|citizen|representative)\.address|gender|sex|ethnicity"
    r"|religion|nationality|marital_?status|bank_?account)$"
)
LABELS = re.compile(
    r"(?i)^(?:họ và tên|họ tên|họ, chữ đệm, tên|ngày sinh|ngày, tháng, năm sinh|năm sinh|giới tính"
    r"|dân tộc|tôn giáo|quốc tịch|số định danh|số căn cước|số cccd|số cmnd|chứng minh nhân dân"
    r"|số hộ chiếu|số điện thoại|điện thoại|email|thư điện tử|nơi thường trú|nơi tạm trú"
    r"|nơi ở hiện tại|địa chỉ thường trú|địa chỉ liên hệ|số tài khoản)\b"
)
SHOWN_ONLY = frozenset({FieldKind.COMPUTED})


def check(subject: Subject) -> Iterator[Remark]:
    for form in subject.folder.forms.values():
        for field in (each for outer in form.fields for each in outer.all()):
            yield from _of_field(subject, form, field)


def _of_field(subject: Subject, form: Form, field: Field) -> Iterator[Remark]:
    asked = field.kind not in SHOWN_ONLY and not field.fields and field.locked is not True
    if asked and field.personal is None and is_personal(field):
        yield _remark(subject, form, field, "class", None)
    if field.personal is Personal.SENSITIVE and not field.properties.get("purpose"):
        yield _remark(subject, form, field, "purpose", "warning")


def is_personal(field: Field) -> bool:
    return bool(KEYS.search(field.name) or LABELS.match(field.label.strip()))


def _remark(subject: Subject, form: Form, field: Field, case: str, severity: str | None) -> Remark:
    return Remark(
        file=form.file,
        line=_line(subject, form, field),
        element=field.name,
        label=field.label or field.name,
        case=case,
        severity=severity,
        arguments={"form": form.id},
    )


def _line(subject: Subject, form: Form, field: Field) -> int | None:
    """The line of the field's key in the form's file."""
    text = subject.folder.files.get(form.file, b"").decode("utf-8", "replace")
    marks = (f'"key": "{field.name}"', f'"key":"{field.name}"', f'"key": "{field.path[-1]}"')
    lines = text.splitlines()
    return next((n for mark in marks for n, line in enumerate(lines, 1) if mark in line), None)


RULE = Rule(
    number="P13",
    name="personal-fields",
    check=check,
    bases=(Basis(act=LAW_91_2025),),
)
