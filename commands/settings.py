"""The settings of an installation: `procflow.toml`, the environment, options, in growing weight.

The dataclasses below are the only list of settings: validation, the commented file that
`procflow init` writes, the names in the environment and the reference page are read from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from ..engine.errors import BadConfiguration
from ..engine.messages import Language, message
from .language import as_language, language_of_locale

FILE = "procflow.toml"
PREFIX = "PROCFLOW_"
TRUTHS = {"true": True, "1": True, "false": False, "0": False}


def setting(default: Any, vietnamese: str, english: str) -> Any:
    """A field of the settings with its explanation in both languages."""
    about = {"vi": vietnamese, "en": english}
    if isinstance(default, type):
        return field(default_factory=default, metadata=about)
    return field(default=default, metadata=about)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettings:
    codes: str = setting(
        "{unit}-{yymmdd}-{nnnn}",
        "Mẫu của mã hồ sơ",
        "Pattern of dossier codes",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSettings:
    secret: str = setting(
        "",
        "Khóa ký thông báo của cổng thanh toán thử; để trống: tự tạo một khóa trong secret_file",
        "Secret that signs the sandbox gateway's callbacks; empty: one is made in secret_file",
    )
    secret_file: str = setting(
        ".procflow-secret", "Tệp giữ khóa tự tạo", "File that keeps the secret made by procflow"
    )
    page: str = setting(
        "http://127.0.0.1:8080/pay",
        "Địa chỉ các trang thanh toán; mã đơn được viết tiếp vào sau",
        "Address of the payment pages; an order's number is put behind it",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotificationSettings:
    channel: Literal["maildir", "smtp"] = setting(
        "maildir",
        "maildir: ghi thông báo vào thư mục; smtp: gửi thư điện tử",
        "maildir: notices become files; smtp: they are sent by mail",
    )
    maildir: str = setting(
        "notices", "Thư mục thông báo của kênh maildir", "Folder of the channel maildir"
    )
    host: str = setting("", "Máy chủ SMTP", "SMTP host")
    port: int = setting(587, "Cổng SMTP", "SMTP port")
    user: str = setting(
        "", "Tài khoản SMTP; để trống: không đăng nhập", "SMTP user; empty: no login"
    )
    password: str = setting(
        "",
        "Mật khẩu SMTP; nên đặt bằng PROCFLOW_NOTIFICATION_PASSWORD",
        "SMTP password; better set by PROCFLOW_NOTIFICATION_PASSWORD",
    )
    security: Literal["starttls", "tls", "none"] = setting(
        "starttls", "Bảo vệ đường truyền SMTP", "How the SMTP connection is protected"
    )
    sender: str = setting(
        "procflow@localhost", "Địa chỉ người gửi thông báo", "Sender's address of notices"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the command may act for: `[people.an]`."""

    name: str = setting("", "Họ tên", "Full name")
    groups: tuple[str, ...] = setting((), "Các nhóm của người này", "The person's groups")


@dataclass(frozen=True, slots=True, kw_only=True)
class JobSettings:
    """Limits of a job type: `[jobs."payment.request"]`."""

    at_once: int = setting(
        0,
        "Mỗi tiến trình làm cùng lúc nhiều nhất; 0: không giới hạn",
        "The most done at once by one worker; 0: no limit",
    )
    per_minute: int = setting(
        0,
        "Mọi tiến trình cộng lại bắt đầu nhiều nhất mỗi phút; 0: không giới hạn",
        "The most begun in a minute by all workers together; 0: no limit",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings of an installation; `folder` is where relative paths begin."""

    database: str = setting(
        "sqlite:///procflow.db",
        "Cơ sở dữ liệu: sqlite:///tệp hoặc postgresql+psycopg://…",
        "Database: sqlite:///file or postgresql+psycopg://…",
    )
    language: Literal["vi", "en"] = setting(
        "vi",
        "Ngôn ngữ của lệnh: vi hoặc en; bỏ đi: theo máy",
        "Language: vi or en; left out: by locale",
    )
    stores: str = setting(
        "",
        "Cơ sở dữ liệu của kho hồ sơ và cổng thanh toán thử; để trống: dùng chung với procflow",
        "Database of the dossier store and the sandbox gateway; empty: the engine's",
    )
    processes: tuple[str, ...] = setting(
        ("processes",), "Các thư mục thủ tục", "Folders of the procedures"
    )
    calendar: str = setting(
        "",
        "Tệp lịch làm việc; để trống: lịch có sẵn của Việt Nam",
        "Calendar file; empty: the one of Vietnam that comes with procflow",
    )
    jobs: Mapping[str, JobSettings] = setting(
        dict, "Giới hạn theo loại công việc", "Limits by job type"
    )
    at: str = setting(
        "",
        "Giờ giả định, chỉ để diễn tập, ví dụ 2026-03-02T08:00:00+07:00",
        "Pretended time, for rehearsals only, such as 2026-03-02T08:00:00+07:00",
    )
    dossier: DossierSettings = setting(  # noqa: RUF009 - only a dataclass field
        DossierSettings, "Kho hồ sơ", "The dossier store"
    )
    payment: PaymentSettings = setting(  # noqa: RUF009 - only a dataclass field
        PaymentSettings, "Cổng thanh toán thử", "The sandbox gateway"
    )
    notification: NotificationSettings = setting(  # noqa: RUF009 - only a dataclass field
        NotificationSettings, "Thông báo", "Notices"
    )
    people: Mapping[str, Person] = setting(
        dict, "Những người mà lệnh làm thay", "The people the command may act for"
    )
    folder: Path = field(default=Path())

    def path(self, text: str) -> Path:
        """A path written in the settings."""
        return (self.folder / text).resolve()


def find_file(start: Path) -> Path | None:
    """The nearest procflow.toml of the folder or one above it."""
    candidates = (folder / FILE for folder in (start, *start.parents))
    return next((file for file in candidates if file.is_file()), None)


def load_settings(
    file: Path | None,
    environment: Mapping[str, str],
    options: Mapping[str, Any],
    *,
    folder: Path,
) -> Settings:
    """Settings from the file (if any), the environment and the options.

    Raises BadConfiguration for an unreadable file, an unknown setting or a value of the wrong type.
    """
    language = _language(environment, options)
    written = _read(file, language) if file else {}
    read = _Reader(str(file or FILE), language)
    values = read.table(Settings, written, "")
    given = dict(_from_environment(Settings, environment, PREFIX))
    from_environment = _Reader("", language).table(Settings, given, PREFIX)
    chosen = _laid_over(_laid_over(values, from_environment), options)
    chosen.setdefault("language", language)
    given = {**chosen, "folder": file.parent if file else folder}
    settings: Settings = _built(Settings, given)
    return settings


def _language(environment: Mapping[str, str], options: Mapping[str, Any]) -> Language:
    """The language of complaints, before the file is read."""
    told = options.get("language") or environment.get("PROCFLOW_LANGUAGE", "")
    return as_language(told) or language_of_locale(environment)


def environment_name(*names: str) -> str:
    return PREFIX + "_".join(names).upper()


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    """Names that look like settings of procflow and are none."""
    known = {name for name, _ in _names(Settings, PREFIX)} | {"PROCFLOW_SETTINGS", "PROCFLOW_DEBUG"}
    return sorted(name for name in environment if name.startswith(PREFIX) and name not in known)


def _read(file: Path, language: Language) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = message("command.settings.unreadable", language, file=file, reason=error)
        raise BadConfiguration(reason) from error


def sections(kind: type[Any]) -> Iterator[tuple[Field[Any], Any]]:
    """The fields of a group of settings with their types; `folder` is no setting."""
    hints = get_type_hints(kind)
    return ((each, hints[each.name]) for each in fields(kind) if each.metadata)


def _names(kind: type[Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for each, hint in sections(kind):
        name = prefix + each.name.upper()
        if is_dataclass(hint) and isinstance(hint, type):
            yield from _names(hint, name + "_")
        elif get_origin(hint) is not Mapping:
            yield name, hint


def _from_environment(
    kind: type[Any], environment: Mapping[str, str], prefix: str
) -> Iterator[tuple[str, Any]]:
    for each, hint in sections(kind):
        name = prefix + each.name.upper()
        if is_dataclass(hint) and isinstance(hint, type):
            if inner := dict(_from_environment(hint, environment, name + "_")):
                yield each.name, inner
        elif name in environment:
            yield each.name, _from_text(environment[name], hint)


def _from_text(text: str, hint: Any) -> Any:
    """The text of an environment variable as TOML would have given it, else as it is."""
    if hint is int and text.strip().lstrip("-").isdecimal():
        return int(text)
    if hint is bool:
        return TRUTHS.get(text.strip().lower(), text)
    if get_origin(hint) is tuple:
        return [part.strip() for part in text.split(",") if part.strip()]
    return text


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = dict(below)
    for name, value in above.items():
        under = both.get(name)
        inner = isinstance(under, dict) and isinstance(value, dict)
        both[name] = _laid_over(under, value) if inner and under is not None else value
    return both


def _built(kind: type[Any], values: Mapping[str, Any]) -> Any:
    """The dataclass with its groups built; the values were checked before."""
    given = dict(values)
    for each, hint in sections(kind):
        if each.name not in given:
            continue
        if is_dataclass(hint) and isinstance(hint, type):
            given[each.name] = _built(hint, given[each.name])
        elif get_origin(hint) is Mapping:
            inner = get_args(hint)[1]
            given[each.name] = {key: _built(inner, one) for key, one in given[each.name].items()}
    return kind(**given)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Checks what was written; `source` names the file, or nothing for the environment."""

    source: str
    language: Language

    def table(self, kind: type[Any], written: Mapping[str, Any], where: str) -> dict[str, Any]:
        known = {each.name: hint for each, hint in sections(kind)}
        for name in written:
            if name not in known:
                raise self._unknown(name, known, where)
        return {
            name: self.value(known[name], given, where + name) for name, given in written.items()
        }

    def value(self, hint: Any, given: Any, where: str) -> Any:
        if is_dataclass(hint) and isinstance(hint, type):
            return self.table(hint, self._checked(dict, given, where), where + ".")
        origin = get_origin(hint)
        if origin is Mapping:
            inner = get_args(hint)[1]
            each = self._checked(dict, given, where)
            return {key: self.value(inner, one, f"{where}.{key}") for key, one in each.items()}
        if origin is Literal:
            return self._one_of(get_args(hint), given, where)
        if origin is tuple:
            return tuple(
                self._checked(str, one, where) for one in self._checked(list, given, where)
            )
        return self._checked(hint, given, where)

    def _checked(self, kind: type[Any], given: Any, where: str) -> Any:
        if type(given) is not kind:
            expected = message(f"command.settings.{kind.__name__}", self.language)
            raise self._bad("wrong-type", where, expected=expected, found=repr(given))
        return given

    def _one_of(self, allowed: tuple[Any, ...], given: Any, where: str) -> Any:
        if given not in allowed:
            raise self._bad("wrong-type", where, expected=" | ".join(allowed), found=repr(given))
        return given

    def _unknown(self, name: str, known: Mapping[str, Any], where: str) -> BadConfiguration:
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1)
        meant = message("command.settings.meant", self.language, name=near[0]) if near else ""
        return self._bad("unknown", where + name, meant=meant)

    def _bad(self, key: str, where: str, **arguments: Any) -> BadConfiguration:
        named = where if self.source else where.upper().replace(".", "_")
        source = f"{self.source}: " if self.source else ""
        sentence = message(f"command.settings.{key}", self.language, name=named, **arguments)
        return BadConfiguration(source + sentence)
