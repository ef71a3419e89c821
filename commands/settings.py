"""The settings of an installation: `procflow.toml`, the environment, options, in growing weight.

The dataclasses below, and those of the systems in `handlers/`, are the only list of settings:
validation, the commented file that `procflow init` writes, the names in the environment and the
reference page are read from them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from ..engine.errors import BadConfiguration
from ..engine.handler import setting
from ..engine.messages import Language, message
from ..handlers.dossier.settings import DossierSettings
from ..handlers.exchange.settings import ExchangeSettings
from ..handlers.identity.settings import IdentitySettings
from ..handlers.notification.settings import NotificationSettings
from ..handlers.payment.settings import PaymentSettings
from ..handlers.signature.settings import SignatureSettings
from .language import as_language, language_of_locale
from .setting_environment import from_environment, names
from .setting_reader import Reader, built, laid_over
from .setting_types import PREFIX, environment_name

FILE = "procflow.toml"
NO_SETTINGS = ("PROCFLOW_SETTINGS", "PROCFLOW_DEBUG")


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
class RetentionSettings:
    """How long ended dossiers are kept: `[retention.dang-ky-khai-sinh]`, `[retention."*"]`."""

    details: int = setting(
        0,
        "Số ngày sau khi kết thúc thì dọn biến và công việc; 0: giữ mãi",
        "Days after the end until variables and work are taken away; 0: kept for ever",
    )
    history: int = setting(
        0,
        "Số ngày sau khi kết thúc thì đưa nhật ký vào tệp lưu trữ; 0: giữ mãi",
        "Days after the end until the history goes to an archive; 0: kept for ever",
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
    retention: Mapping[str, RetentionSettings] = setting(
        dict,
        "Giữ hồ sơ đã kết thúc bao lâu, theo quy trình; * là mọi quy trình khác",
        "How long ended dossiers are kept, by process; * stands for all others",
    )
    at: str = setting(
        "",
        "Giờ giả định, chỉ để diễn tập, ví dụ 2026-03-02T08:00:00+07:00",
        "Pretended time, for rehearsals only, such as 2026-03-02T08:00:00+07:00",
    )
    dossier: DossierSettings = setting(DossierSettings, "Hồ sơ", "Dossiers")
    payment: PaymentSettings = setting(PaymentSettings, "Thanh toán", "Payments")
    notification: NotificationSettings = setting(NotificationSettings, "Thông báo", "Notices")
    identity: IdentitySettings = setting(
        IdentitySettings, "Danh tính: đăng nhập, tra cứu dân cư", "Identity: logins, look-ups"
    )
    signature: SignatureSettings = setting(
        SignatureSettings, "Văn bản và chữ ký số", "Documents and signatures"
    )
    exchange: ExchangeSettings = setting(
        ExchangeSettings, "Trao đổi với cơ quan khác", "Exchange with other agencies"
    )
    handlers: Mapping[str, Any] = setting(
        dict,
        "Các gói handler cài thêm, mỗi gói một mục",
        "Handler packages installed beside procflow, a section each",
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
    begin = file.parent if file else folder
    written = _read(file, language) if file else {}
    values = Reader(str(file or FILE), language, begin).table(Settings, written, "")
    given = from_environment(Settings, environment, PREFIX, language)
    from_outside = Reader("", language).table(Settings, given, PREFIX)
    chosen = laid_over(laid_over(values, from_outside), options)
    chosen.setdefault("language", language)
    settings: Settings = built(Settings, {**chosen, "folder": begin}, chosen["language"])
    return settings


def load_section(
    kind: type[Any], name: str, settings: Settings, environment: Mapping[str, str]
) -> Any:
    """The section `[handlers.name]` of a package installed beside, as its own dataclass.

    Raises BadConfiguration.
    """
    where, language = f"handlers.{name}.", settings.language
    reader = Reader(FILE, language, settings.folder)
    table = reader.value(dict, settings.handlers.get(name, {}), where.rstrip("."))
    prefix = environment_name("handlers", name) + "_"
    given = from_environment(kind, environment, prefix, language)
    from_outside = Reader("", language).table(kind, given, prefix)
    return built(kind, laid_over(reader.table(kind, table, where), from_outside), language, where)


def _language(environment: Mapping[str, str], options: Mapping[str, Any]) -> Language:
    """The language of complaints, before the file is read."""
    told = options.get("language") or environment.get("PROCFLOW_LANGUAGE", "")
    return as_language(told) or language_of_locale(environment)


def unknown_names(environment: Mapping[str, str]) -> list[str]:
    """Names that look like settings of procflow and are none."""
    known = {*names(Settings, PREFIX), *NO_SETTINGS}
    packages = environment_name("handlers") + "_"
    looks_like = (name for name in environment if name.startswith(PREFIX))
    return sorted(n for n in looks_like if n not in known and not n.startswith(packages))


def _read(file: Path, language: Language) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = message("command.settings.unreadable", language, file=file, reason=error)
        raise BadConfiguration(reason) from error
