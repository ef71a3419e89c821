"""Sentences about other systems that are reached over HTTP."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, tuple[str, str]] = {
    "wire.unreachable": (
        "{system} không trả lời; sẽ gọi lại.",
        "Expected {system} to answer, but it does not; it will be asked again",
    ),
    "wire.busy": (
        "{system} đang bận ({status}); sẽ gọi lại.",
        "{system} is busy ({status})",
    ),
    "wire.left-alone": (
        "{system} lỗi {failures} lần liền; để yên một lúc rồi sẽ gọi lại.",
        "{system} failed {failures} times in a row and is left alone",
    ),
    "wire.outcome-unknown": (
        "{system} không trả lời và có thể đã làm việc được yêu cầu;"
        " cần xem bên đó trước khi làm lại.",
        "Expected {system} to answer, but it did not, and it may have done what it was asked:"
        " look there before it is done again",
    ),
    "wire.broken": (
        "{system} báo lỗi bên trong ({status}).",
        "Expected {system} to answer, but it has a fault of its own ({status})",
    ),
    "wire.unread": (
        "{system} trả lời không đọc được (mã {status}); cần {expected}.",
        "Expected {expected} from {system}, but found something else (status {status})",
    ),
    "wire.too-long": (
        "{system} trả lời dài hơn {most} byte.",
        "Expected {system} to answer with at most {most} bytes, but there are more",
    ),
    "wire.untrusted": (
        "Chứng thư của {system} không tin cậy được: {reason}. Người quản trị cần xem lại địa chỉ"
        " hoặc ca_file.",
        "Expected a certificate of {system} that is trusted, but found: {reason}."
        " Mend the address or ca_file",
    ),
    "wire.ca-file": (
        "Không đọc được {file} (chứng thư gốc cho {system}): {reason}",
        "Expected certificates for {system} in {file}, but: {reason}",
    ),
    "wire.no-token": (
        "{system} không cấp mã truy cập (mã {status}). Người quản trị cần xem lại khóa và bí mật.",
        "Expected {system} to give us a token, but it refuses (status {status}):"
        " mend key and secret",
    ),
    "wire.address": (
        "Địa chỉ của {system} trong cấu hình không đúng dạng http(s)://máy-chủ/….",
        "Expected an address http(s)://host/… of {system} in the settings, but found none",
    ),
}
