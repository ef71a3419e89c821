"""How documents are made, signed and verified, as settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...engine.handler import needed, secret, setting
from ...engine.model.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySection:
    """Section `[signature.keys.NAME]`: a signing key in a PKCS#12 file."""

    file: str = needed(
        "Tệp PKCS#12 (.p12, .pfx) có khóa và chứng thư", "PKCS#12 file with key and certificate"
    )
    password: Secret = secret("Mật khẩu của tệp", "Password of the file")
    picture: str = setting(
        "",
        "Ảnh chữ ký hoặc con dấu (PNG nền trong suốt) hiện ở chỗ mẫu để cho khóa này; để trống: số"
        " văn bản và giờ ký",
        "Picture of the signature or seal (PNG, transparent ground), shown where the template has a"
        " place for this key; empty: the document's number and when it was signed",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenSection:
    """Section `[signature.tokens.NAME]`: a signing key in a hardware module, by PKCS#11."""

    library: str = needed("Thư viện PKCS#11 của mô-đun", "The module's PKCS#11 library")
    token: str = needed("Nhãn của thẻ (token)", "Label of the token")
    label: str = needed("Nhãn của khóa và chứng thư", "Label of key and certificate")
    pin: Secret = secret("Mã PIN của thẻ", "PIN of the token")
    certificates: str = setting(
        "",
        "Tệp chứng thư (PEM), của người ký trước; để trống: đọc trên thẻ",
        "File of certificates (PEM), the signer's first; empty: the one on the token",
    )
    picture: str = setting(
        "",
        "Ảnh chữ ký hoặc con dấu, như ở [signature.keys]",
        "Picture of the signature or seal, as in [signature.keys]",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimestampSection:
    """Section `[signature.timestamps]`: a time-stamping authority."""

    address: str = needed(
        "Địa chỉ dịch vụ cấp dấu thời gian (RFC 3161)",
        "Address of the time-stamping authority (RFC 3161)",
    )
    timeout: int = setting(10, "Số giây chờ trả lời", "Seconds to wait for an answer")
    ca_file: str = setting(
        "", "Chứng thư gốc của máy chủ, nếu riêng", "Authority of the server, if a private one"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureSettings:
    """Section `[signature]`."""

    page: str = setting(
        "http://127.0.0.1:8080/verify",
        "Địa chỉ trang kiểm tra văn bản; mã văn bản được viết tiếp vào sau",
        "Address of the verification page; a document's code is put behind it",
    )
    keys: Mapping[str, KeySection] = setting(dict, "Các khóa ký", "The signing keys")
    tokens: Mapping[str, TokenSection] = setting(
        dict, "Các khóa ký trong mô-đun bảo mật", "Signing keys in hardware modules"
    )
    roots: tuple[str, ...] = setting(
        (),
        "Các tệp chứng thư gốc được tin cậy (PEM hoặc DER)",
        "Files of the root certificates that are trusted (PEM or DER)",
    )
    revocation_lists: tuple[str, ...] = setting(
        (),
        "Danh sách chứng thư bị thu hồi (CRL): tệp hoặc địa chỉ http(s); có một là bắt buộc phải"
        " biết tình trạng của mọi chứng thư",
        "Revocation lists (CRL): files or http(s) addresses; with one, the state of every"
        " certificate has to be known",
    )
    responders: tuple[str, ...] = setting(
        (),
        "Địa chỉ dịch vụ OCSP được hỏi khi ký và kiểm tra; có một là bắt buộc phải biết tình trạng"
        " của mọi chứng thư",
        "OCSP responders that are asked when signing and verifying; with one, the state of every"
        " certificate has to be known",
    )
    timestamps: TimestampSection | None = setting(
        None, "Dịch vụ cấp dấu thời gian", "Time-stamping authority"
    )
    fonts: str = setting(
        "",
        "Thư mục phông chữ thêm; để trống: chỉ dùng phông có sẵn (Libertinus Serif)",
        "Folder of more fonts; empty: only those that come along (Libertinus Serif)",
    )
    seconds: int = setting(
        20, "Số giây nhiều nhất để lập một văn bản", "The most seconds a document may take to make"
    )
