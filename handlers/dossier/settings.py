"""What an installation may set of the dossier system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret
from .codes import USUAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalSection:
    """Section `[dossier.portal]`: dossiers are told to the national portal."""

    address: str = needed("Địa chỉ API đồng bộ của Cổng DVCQG", "Address of the portal's sync API")
    agency: str = needed(
        "Mã đơn vị kết nối (madonvi)", "Code of the agency that is connected (madonvi)"
    )
    user: str = needed("Tài khoản kết nối (username)", "Account of the connection (username)")
    password: Secret = secret("Mật khẩu kết nối", "Password of the connection")
    route: str = setting(
        "",
        "Tiêu đề dstcode khi gọi qua trục; để trống: không gửi",
        "Header dstcode where a platform lies between; empty: not sent",
    )
    login_path: str = setting("/mapi/login", "Đường dẫn đăng nhập", "Path of the login")
    service_path: str = setting("/mapi/g", "Đường dẫn các dịch vụ", "Path of the services")
    session_minutes: int = setting(
        30, "Sau bấy nhiêu phút thì đăng nhập lại", "A session is renewed after so many minutes"
    )
    exists_codes: tuple[str, ...] = setting(
        (),
        "Các error_code nghĩa là hồ sơ đã có, ngoài những câu đã biết",
        "Values of error_code that mean the dossier is there, besides the words known",
    )
    no_session_codes: tuple[str, ...] = setting(
        (),
        "Các error_code nghĩa là hết phiên, ngoài những câu đã biết",
        "Values of error_code that mean the session has ended, besides the words known",
    )
    personal_id_kind: str = setting(
        "1", "LoaiDinhDanh của số định danh cá nhân", "LoaiDinhDanh of a personal number"
    )
    late_minutes: int = setting(
        60,
        "Chờ đồng bộ quá bấy nhiêu phút thì procflow doctor báo",
        "After so many minutes of waiting procflow doctor complains",
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "", "Tệp chứng thư gốc; để trống: theo máy", "Certificates to trust; empty: the machine's"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorSection:
    """Section `[dossier.mirrors.NAME]`: a system whose dossiers are shown here."""

    token: Secret = secret(
        "Mã mà hệ thống ấy phải xuất trình khi gọi", "Token that system shows when it calls"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierSettings:
    """Section `[dossier]`. codes: the pattern of dossier codes."""

    codes: str = setting(USUAL, "Mẫu của mã hồ sơ", "Pattern of dossier codes")
    portal: PortalSection | None = setting(
        None, "Đồng bộ hồ sơ lên Cổng Dịch vụ công quốc gia", "Dossiers told to the national portal"
    )
    mirrors: Mapping[str, MirrorSection] = setting(
        dict,
        "Các hệ thống khác mà hồ sơ của họ được hiển thị ở đây",
        "Other systems whose dossiers are shown here",
    )
