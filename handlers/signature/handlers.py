"""The job types that make, sign and verify documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ...engine.errors import BadInput, BpmnError, Unreachable
from ...engine.handler import DocumentTemplate, JobContext, handles, label, write_json
from ...engine.model.check import Check
from ..icons import icon
from .desk import Desk
from .document import Document, Draft
from .judgement import FoundSignature, Verdict
from .port import Wish

CODE = label("Mã văn bản", "Document code", min_length=1)
HASH = label("Mã băm SHA-256", "SHA-256 hash", pattern="[0-9a-f]{64}")


@dataclass(frozen=True, kw_only=True)
class RenderDocument:
    """Make a document from a template of the procedure's folder `documents`."""

    template_file: str = field(
        metadata=label(
            "Mẫu văn bản",
            "Document template",
            hint=(
                "tên tệp trong documents/, không có .typ",
                "file name in documents/, without .typ",
            ),
            pattern=r"[\w-]+",
        )
    )
    title: str = field(metadata=label("Tên văn bản", "Title", min_length=1))
    number: str | None = field(default=None, metadata=label("Số văn bản", "Number"))
    dossier: str | None = field(
        default=None, metadata=label("Mã hồ sơ", "Dossier code", feel="=dossier.code")
    )
    values: Mapping[str, Any] | None = field(
        default=None,
        metadata=label(
            "Dữ liệu của văn bản",
            "Values of the document",
            hint=("để trống: mọi biến của bước", "empty: all variables of the step"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class DocumentReference:
    """A document as variables carry it: never its content."""

    code: str = field(metadata=CODE)
    hash: str = field(metadata=HASH)
    title: str = field(metadata=label("Tên văn bản", "Title"))
    number: str | None = field(metadata=label("Số văn bản", "Number"))
    media_type: str = field(metadata=label("Loại tệp", "Media type"))
    size: int = field(metadata=label("Số byte", "Size in bytes"))
    url: str = field(metadata=label("Địa chỉ kiểm tra", "Verification address"))


@dataclass(frozen=True, kw_only=True)
class DocumentRendered:
    document: DocumentReference = field(metadata=label("Văn bản", "Document"))


@dataclass(frozen=True, kw_only=True)
class WhichDocument:
    """The document that is meant, and the content of it that was seen."""

    code: str = field(metadata=CODE)
    hash: str = field(metadata=HASH)


@dataclass(frozen=True, kw_only=True)
class SignDocument:
    """Sign a document with a key of the office."""

    document: WhichDocument = field(metadata=label("Văn bản", "Document", feel="=document"))
    signing_key: str | None = field(
        default=None,
        metadata=label(
            "Khóa ký",
            "Signing key",
            hint=(
                "tên trong cấu hình; để trống nếu chỉ có một",
                "name in the settings, if several",
            ),
        ),
    )
    reason: str | None = field(default=None, metadata=label("Lý do ký", "Reason"))
    location: str | None = field(default=None, metadata=label("Nơi ký", "Location"))


@dataclass(frozen=True, kw_only=True)
class SignatureMade:
    signer: str = field(metadata=label("Người ký", "Signer"))
    serial: str = field(metadata=label("Số chứng thư", "Serial of the certificate"))
    level: str = field(metadata=label("Mức PAdES", "PAdES level"))
    signed_at: datetime = field(metadata=label("Lúc ký", "Signed at"))


@dataclass(frozen=True, kw_only=True)
class DocumentSigned:
    document: DocumentReference = field(metadata=label("Văn bản đã ký", "Signed document"))
    signature: SignatureMade = field(metadata=label("Chữ ký", "Signature"))


@dataclass(frozen=True, kw_only=True)
class VerifyDocument:
    """Verify the signatures of a document."""

    document: WhichDocument = field(metadata=label("Văn bản", "Document", feel="=document"))
    signer: str | None = field(
        default=None,
        metadata=label(
            "Người phải ký",
            "Who must have signed",
            hint=("tên trong chứng thư", "the name in the certificate"),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class SignatureFound:
    signer: str = field(metadata=label("Người ký", "Signer"))
    serial: str = field(metadata=label("Số chứng thư", "Serial of the certificate"))
    verdict: str = field(metadata=label("Kết luận", "Verdict"))
    signed_at: datetime | None = field(metadata=label("Lúc ký", "Signed at"))
    stamped: bool = field(metadata=label("Có dấu thời gian", "Has a time stamp"))


@dataclass(frozen=True, kw_only=True)
class DocumentVerified:
    signatures: tuple[SignatureFound, ...] = field(metadata=label("Các chữ ký", "Signatures"))


MISSING, INVALID = "SIGNATURE_MISSING", "SIGNATURE_INVALID"
FAULTS = {
    MISSING: ("Không có chữ ký của người phải ký", "Who must have signed has not"),
    INVALID: ("Có chữ ký không hợp lệ", "A signature is not valid"),
}


class SignatureHandlers:
    """Makes, signs and verifies documents at the given desk."""

    icon = icon("signature")

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @handles("document.render", version=1, title=("Lập văn bản", "Make a document"))
    def render(self, wanted: RenderDocument, job: JobContext) -> DocumentRendered:
        draft = Draft(title=wanted.title, number=wanted.number, dossier=wanted.dossier)
        values = job.variables if wanted.values is None else wanted.values
        template = _template(job, wanted.template_file)
        made = self._desk.render(template, draft, values, key=job.key, now=job.now)
        return DocumentRendered(document=self._reference(made))

    @handles("signature.sign", version=1, title=("Ký số văn bản", "Sign a document"))
    def sign(self, wanted: SignDocument, job: JobContext) -> DocumentSigned:
        wish = Wish(key=job.key, at=job.now, reason=wanted.reason, location=wanted.location)
        document = wanted.document
        signed = self._desk.sign(document.code, document.hash, wanted.signing_key, wish)
        seal = signed.seals[-1]
        return DocumentSigned(
            document=self._reference(signed),
            signature=SignatureMade(
                signer=seal.signer, serial=seal.serial, level=seal.level, signed_at=seal.signed_at
            ),
        )

    @handles("signature.verify", version=1, title=("Kiểm tra chữ ký số", "Verify"), raises=FAULTS)
    def verify(self, wanted: VerifyDocument, job: JobContext) -> DocumentVerified:
        try:
            found = self._desk.inspect(wanted.document.code, wanted.document.hash, job.now)
        except BadInput as error:
            raise BpmnError(INVALID, str(error)) from None
        told = tuple(map(_told, found))
        _must_be_known(found)
        _must_be_valid(found, told)
        _must_have_signed(found, wanted.signer, told)
        return DocumentVerified(signatures=told)

    def checks(self) -> Sequence[Check]:
        return self._desk.checks()

    def _reference(self, document: Document) -> DocumentReference:
        newest = document.versions[-1]
        return DocumentReference(
            code=document.code,
            hash=newest.hash,
            title=document.draft.title,
            number=document.draft.number,
            media_type=document.draft.media_type,
            size=newest.size,
            url=self._desk.address(document.code),
        )


def _template(job: JobContext, name: str) -> DocumentTemplate:
    found = job.document(name)
    if found is None:
        raise BadInput.of("documents.no-template", document=name)
    return found


def _told(found: FoundSignature) -> SignatureFound:
    return SignatureFound(
        signer=found.signer,
        serial=found.serial,
        verdict=str(found.verdict),
        signed_at=found.signed_at,
        stamped=found.stamped,
    )


def _must_be_known(found: Sequence[FoundSignature]) -> None:
    """Raises Unreachable: a newer revocation list will tell."""
    if any(each.verdict is Verdict.UNKNOWN for each in found):
        raise Unreachable.of("documents.state-unknown")


def _must_be_valid(found: Sequence[FoundSignature], told: Sequence[SignatureFound]) -> None:
    wrong = [each for each in found if each.verdict is not Verdict.VALID]
    if wrong:
        text = ", ".join(f"{each.signer}: {each.verdict}" for each in wrong)
        raise BpmnError(INVALID, text, {"signatures": write_json(told)})


def _must_have_signed(
    found: Sequence[FoundSignature], signer: str | None, told: Sequence[SignatureFound]
) -> None:
    names = {each.signer.casefold() for each in found}
    if not names or (signer is not None and signer.casefold() not in names):
        raise BpmnError(MISSING, FAULTS[MISSING][1], {"signatures": write_json(told)})
