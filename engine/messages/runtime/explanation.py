"""Why an instance waits."""

from __future__ import annotations

EXPLANATION: dict[str, tuple[str, str]] = {
    "runtime.explain.active": (
        "Hồ sơ {code} ({process}) đang chạy",
        "Dossier {code} ({process}) is running",
    ),
    "runtime.explain.ended": (
        "Hồ sơ {code} ({process}) đã kết thúc lúc {ended}.",
        "Dossier {code} ({process}) ended at {ended}.",
    ),
    "runtime.explain.cancelled": (
        "Hồ sơ {code} ({process}) đã bị hủy lúc {ended}.",
        "Dossier {code} ({process}) was cancelled at {ended}.",
    ),
    "runtime.explain.status": ("trạng thái {code} – {name}", "status {code} – {name}"),
    "runtime.explain.due": ("hạn trả kết quả {due}", "the result is due at {due}"),
    "runtime.explain.anybody": ("bất kỳ ai", "anybody"),
    "runtime.explain.user-task": ("Chờ {who} làm “{label}”.", "Waits for {who} to do “{label}”."),
    "runtime.explain.user-task.due": (
        "Chờ {who} làm “{label}”, hạn {due}.",
        "Waits for {who} to do “{label}” by {due}.",
    ),
    "runtime.explain.user-task.late": (
        "Chờ {who} làm “{label}”, đã quá hạn từ {due}.",
        "Waits for {who} to do “{label}”, which was due at {due}.",
    ),
    "runtime.explain.user-task-held": (
        "“{label}” đã làm xong, nhưng hồ sơ chưa đi tiếp được vì sự cố.",
        "“{label}” is done, but an incident keeps the dossier from going on.",
    ),
    "runtime.explain.job.open": (
        "Chờ hệ thống làm “{label}” ({type}).",
        "Waits for the system to do “{label}” ({type}).",
    ),
    "runtime.explain.job.again": (
        "“{label}” ({type}) chưa thành công, đã thử {failures} lần, thử lại lúc {due}: {text}.",
        "“{label}” ({type}) has not succeeded in {failures} tries and is tried again at {due}:"
        " {text}.",
    ),
    "runtime.explain.job.leased": (
        "Hệ thống ({worker}) đang làm “{label}” ({type}), chậm nhất đến {deadline}.",
        "The system ({worker}) is doing “{label}” ({type}), until {deadline} at the latest.",
    ),
    "runtime.explain.job.failed": (
        "“{label}” ({type}) không thành công sau {failures} lần thử: {text}.",
        "“{label}” ({type}) has failed {failures} times: {text}.",
    ),
    "runtime.explain.job.answered": (
        "“{label}” ({type}) đã có kết quả, nhưng hồ sơ chưa đi tiếp được vì sự cố.",
        "“{label}” ({type}) is done, but an incident keeps the dossier from going on.",
    ),
    "runtime.explain.timer": ("Chờ “{label}” đến {due}.", "Waits for “{label}” until {due}."),
    "runtime.explain.timer.then": (
        "Chờ “{label}” đến {due}, sau đó: {then}.",
        "Waits for “{label}” until {due}; then: {then}.",
    ),
    "runtime.explain.timer.interrupts": (
        "Nếu đến {due} mà “{host}” chưa xong thì dừng việc đó ({label}) và chuyển sang: {then}.",
        "If “{host}” is not done by {due}, it is stopped ({label}) and this follows: {then}.",
    ),
    "runtime.explain.timer.beside": (
        "Nếu đến {due} mà “{host}” chưa xong ({label}) thì đồng thời: {then}.",
        "If “{host}” is not done by {due} ({label}), this happens beside it: {then}.",
    ),
    "runtime.explain.message": (
        "Chờ thông điệp “{name}” (khóa {key}) tại “{label}”.",
        "Waits at “{label}” for the message “{name}” (key {key}).",
    ),
    "runtime.explain.message.then": (
        "Chờ thông điệp “{name}” (khóa {key}) tại “{label}”, sau đó: {then}.",
        "Waits at “{label}” for the message “{name}” (key {key}); then: {then}.",
    ),
    "runtime.explain.message.interrupts": (
        "Nếu có thông điệp “{name}” (khóa {key}) thì dừng “{host}” ({label}) và chuyển"
        " sang: {then}.",
        "If the message “{name}” (key {key}) comes, “{host}” is stopped ({label}) and this"
        " follows: {then}.",
    ),
    "runtime.explain.message.beside": (
        "Nếu có thông điệp “{name}” (khóa {key}) trong lúc làm “{host}” ({label}) thì đồng"
        " thời: {then}.",
        "If the message “{name}” (key {key}) comes during “{host}” ({label}), this happens beside"
        " it: {then}.",
    ),
    "runtime.explain.signal": (
        "Chờ tín hiệu “{name}” tại “{label}”.",
        "Waits at “{label}” for the signal “{name}”.",
    ),
    "runtime.explain.signal.then": (
        "Chờ tín hiệu “{name}” tại “{label}”, sau đó: {then}.",
        "Waits at “{label}” for the signal “{name}”; then: {then}.",
    ),
    "runtime.explain.signal.interrupts": (
        "Nếu có tín hiệu “{name}” thì dừng “{host}” ({label}) và chuyển sang: {then}.",
        "If the signal “{name}” comes, “{host}” is stopped ({label}) and this follows: {then}.",
    ),
    "runtime.explain.signal.beside": (
        "Nếu có tín hiệu “{name}” trong lúc làm “{host}” ({label}) thì đồng thời: {then}.",
        "If the signal “{name}” comes during “{host}” ({label}), this happens beside it: {then}.",
    ),
    "runtime.explain.condition": (
        "Chờ tại “{label}” đến khi điều kiện “{condition}” đúng.",
        "Waits at “{label}” until the condition “{condition}” is true.",
    ),
    "runtime.explain.condition.then": (
        "Chờ tại “{label}” đến khi điều kiện “{condition}” đúng, sau đó: {then}.",
        "Waits at “{label}” until the condition “{condition}” is true; then: {then}.",
    ),
    "runtime.explain.condition.interrupts": (
        "Nếu điều kiện “{condition}” đúng thì dừng “{host}” ({label}) và chuyển sang: {then}.",
        "If the condition “{condition}” becomes true, “{host}” is stopped ({label}) and this"
        " follows: {then}.",
    ),
    "runtime.explain.condition.beside": (
        "Nếu điều kiện “{condition}” đúng trong lúc làm “{host}” ({label}) thì đồng thời: {then}.",
        "If the condition “{condition}” becomes true during “{host}” ({label}), this happens"
        " beside it: {then}.",
    ),
    "runtime.explain.incident": (
        "Sự cố từ {since}, cần người xử lý (đã thử {tries} lần, mã {key}): {sentence}.",
        "An incident since {since}, for a person to mend (tried {tries} times, key {key}):"
        " {sentence}.",
    ),
    "runtime.explain.warning": (
        "Lưu ý tại “{label}”: {expression} không có giá trị, vì: {why}.",
        "Note at “{label}”: {expression} gave nothing, because: {why}.",
    ),
}
