"""How people are recognised and looked up, as settings."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsSection:
    """Section `[identity.provider.claims]`: what the provider calls things."""

    subject: str = setting("TechID", "Mã tài khoản; thiếu thì dùng sub", "Account; else sub")
    name: str = setting("HoVaTen", "Họ tên; thiếu thì dùng name", "Full name; else name")
    number: str = setting("SoDinhDanh", "Số định danh cá nhân", "Personal number")
    old_number: str = setting("SoCMND", "Số CMND 9 số", "Nine-digit number")
    born: str = setting("NgayThangNamSinh", "Ngày sinh", "Date of birth")
    tax_number: str = setting(
        "MaSoThue", "Mã số thuế của tổ chức", "Tax number of the organisation"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderSection:
    """Section `[identity.provider]`: an OpenID Connect provider, such as the national login."""

    name: str = setting("dvcqg", "Tên ngắn của nhà cung cấp", "Short name of the provider")
    issuer: str = needed("Địa chỉ issuer", "Address of the issuer")
    client: str = needed("Mã ứng dụng (client_id)", "Client (client_id)")
    client_secret: Secret = secret("Khóa bí mật của ứng dụng", "Secret of the client")
    redirect: str = needed(
        "Địa chỉ nhận kết quả đăng nhập (redirect_uri)",
        "Where logins come back (redirect_uri)",
    )
    after_logout: str = setting(
        "", "Địa chỉ sau khi đăng xuất", "Where logouts come back; empty: nowhere"
    )
    scopes: tuple[str, ...] = setting(("openid",), "Các scope", "Scopes")
    levels: tuple[str, ...] = setting(
        ("LoA1", "LoA2"),
        "Tên các mức bảo đảm (acr), từ thấp lên cao: tên đầu là mức 1",
        "Names of the levels of assurance (acr), lowest first: the first is level 1",
    )
    algorithms: tuple[str, ...] = setting(
        ("RS256", "PS256", "ES256"), "Các thuật toán ký được nhận", "Algorithms of signatures taken"
    )
    skew: int = setting(60, "Số giây đồng hồ được lệch nhau", "Seconds by which clocks may differ")
    minutes: int = setting(
        10, "Số phút để người dùng đăng nhập xong", "Minutes a person has to log in"
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "", "Chứng thư gốc của máy chủ, nếu riêng", "Authority of the server, if a private one"
    )
    claims: ClaimsSection | None = setting(
        None, "Tên các thuộc tính, nếu khác của Cổng DVCQG", "Names of the claims, if others"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PopulationSection:
    """Section `[identity.population]`: the population database behind the integration platform."""

    address: str = needed("Địa chỉ nền tảng tích hợp", "Address of the integration platform")
    path: str = needed("Đường dẫn dịch vụ tra cứu", "Path of the look-up")
    token_path: str = setting("/token", "Đường dẫn lấy token", "Path of the token")
    key: str = needed("Consumer key", "Consumer key")
    secret: Secret = secret("Consumer secret", "Consumer secret")
    integration: str = needed("Mã tích hợp (MaTichHop)", "Code of the integration (MaTichHop)")
    service: str = needed("Mã dịch vụ công (MaDVC)", "Code of the service (MaDVC)")
    timeout: int = setting(20, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "", "Chứng thư gốc của máy chủ, nếu riêng", "Authority of the server, if a private one"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentitySettings:
    """Section `[identity]`."""

    keep_days: int = setting(
        365,
        "Số ngày giữ một lần đăng nhập để các bước đối chiếu; 0: giữ mãi",
        "Days a login is kept for steps to be held against; 0: for ever",
    )
    provider: ProviderSection | None = setting(
        None, "Đăng nhập bằng tài khoản định danh", "Logins by an identity provider"
    )
    population: PopulationSection | None = setting(
        None, "Tra cứu cơ sở dữ liệu quốc gia về dân cư", "Look-ups in the population database"
    )
