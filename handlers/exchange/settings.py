"""What an installation may set of the exchange with other agencies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSection:
    """Section `[exchange.platform.services.NAME]`."""

    path: str = needed("Đường dẫn của dịch vụ trên nền tảng", "Path of the service on the platform")
    method: Literal["GET", "POST", "PUT", "DELETE"] = setting(
        "POST", "Phương thức HTTP", "HTTP method"
    )
    changes: bool = setting(
        False,
        "Dịch vụ làm thay đổi dữ liệu bên kia (không tự gọi lại khi chưa rõ kết quả)",
        "The service changes something over there (never asked again while in doubt)",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsSection:
    """Section `[exchange.platform.documents]`: edXML over the platform."""

    agency: str = needed("Mã định danh của đơn vị mình", "Code of our own agency")
    name: str = needed("Tên đơn vị mình", "Name of our own agency")
    place: str = setting("", "Nơi ban hành", "Place of our documents")
    path: str = setting("/edoc/1.0/documents", "Đường dẫn dịch vụ văn bản", "Path of the documents")
    folder: str = setting(
        "exchange",
        "Thư mục tệp đính kèm gửi đi và nhận về",
        "Folder of attachments, sent and received",
    )
    token: Secret | None = setting(
        None,
        "Mã mà trục liên thông phải xuất trình khi đẩy văn bản đến",
        "Token the exchange shows when it pushes documents to us",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformSection:
    """Section `[exchange.platform]`: the provincial integration platform (LGSP)."""

    address: str = needed("Địa chỉ nền tảng tích hợp", "Address of the integration platform")
    key: str = needed("Consumer key của ứng dụng", "Consumer key of the application")
    secret: Secret = secret("Consumer secret của ứng dụng", "Consumer secret of the application")
    token_path: str = setting("/token", "Đường dẫn lấy mã truy cập", "Path of the tokens")
    scope: str = setting("", "Phạm vi xin cấp; để trống: không gửi", "Scope; empty: not sent")
    cause_header: str = setting(
        "X-Road-Issue",
        "Tiêu đề mang mã hồ sơ là lý do gọi",
        "Header with the code of the dossier that causes a call",
    )
    officer_header: str = setting(
        "X-Road-UserId", "Tiêu đề mang người gọi", "Header with the officer who asks"
    )
    key_header: str = setting(
        "X-Road-Id",
        "Tiêu đề mang khóa của lời gọi, gọi lại vẫn như cũ",
        "Header with the key of a call, the same when it is asked again",
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "", "Tệp chứng thư gốc; để trống: theo máy", "Certificates to trust; empty: the machine's"
    )
    services: Mapping[str, ServiceSection] = setting(
        dict, "Các dịch vụ mà bản vẽ được gọi", "Services that drawings may ask"
    )
    documents: DocumentsSection | None = setting(
        None, "Gửi, nhận văn bản điện tử (edXML)", "Official documents (edXML)"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSection:
    """Section `[exchange.hosts."api.example.gov.vn"]`: a host that `rest.call` may call."""

    reach: Literal["public", "internal", "loopback"] = setting(
        "public",
        "public: chỉ địa chỉ công cộng; internal: cả địa chỉ nội bộ; loopback: chỉ máy này (http)",
        "public: public addresses only; internal: private ones too; loopback: this machine (http)",
    )
    takes_keys: bool = setting(
        False,
        "Bên kia hiểu Idempotency-Key: được phép gọi lại POST",
        "The host honours Idempotency-Key: a POST may be repeated",
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    largest: int = setting(200_000, "Số byte trả lời nhiều nhất", "The most bytes of an answer")
    ca_file: str = setting(
        "", "Tệp chứng thư gốc; để trống: theo máy", "Certificates to trust; empty: the machine's"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialSection:
    """Section `[exchange.credentials.NAME]`: drawings name it, and never see it."""

    hosts: tuple[str, ...] = needed(
        "Chỉ gửi tới các máy chủ này", "The hosts it may be sent to, and no other"
    )
    secret: Secret = secret("Mã truy cập hoặc mật khẩu", "Token or password")
    scheme: Literal["bearer", "basic", "header"] = setting(
        "bearer",
        "bearer: Authorization: Bearer; basic: người dùng và mật khẩu; header: tiêu đề riêng",
        "bearer: Authorization: Bearer; basic: user and password; header: one of its own",
    )
    user: str = setting("", "Người dùng của basic", "User of basic")
    header: str = setting("X-API-Key", "Tên tiêu đề của header", "Name of the header of header")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeSettings:
    """Section `[exchange]`."""

    platform: PlatformSection | None = setting(
        None, "Nền tảng tích hợp, chia sẻ dữ liệu của tỉnh", "The provincial integration platform"
    )
    hosts: Mapping[str, HostSection] = setting(
        dict, "Các máy chủ mà rest.call được gọi", "Hosts that rest.call may call"
    )
    credentials: Mapping[str, CredentialSection] = setting(
        dict, "Các mã truy cập của rest.call", "Credentials of rest.call"
    )
