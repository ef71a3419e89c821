"""Sentences of the room: raising. What was done about a lack, or why nothing was."""

from __future__ import annotations

DONE = {
    "payment": (
        "Công dân chọn nộp trực tuyến hoặc tại quầy trước “{element}”.",
        "The citizen chooses to pay online or at the counter before “{element}”.",
    ),
    "payment-added": (
        "Thêm thanh toán trực tuyến trước “{element}”.",
        "Added the online payment before “{element}”.",
    ),
    "delivery": (
        "Công dân chọn nhận bản điện tử, qua bưu chính hoặc tại quầy trước “{element}”.",
        "The citizen chooses electronic, postal or counter delivery before “{element}”.",
    ),
    "delivery-added": (
        "Thêm trả kết quả điện tử trước “{element}”.",
        "Added the electronic delivery before “{element}”.",
    ),
    "signature": ("“{element}” ký số.", "“{element}” signs digitally."),
    "notice": (
        "Báo trạng thái “{status}” trước “{element}”.",
        "Tells the status “{status}” before “{element}”.",
    ),
    "handed-over": (
        "Bộ phận Một cửa trả văn bản {paper} của “{element}”.",
        "The one-stop hands over the paper ({paper}) of “{element}”.",
    ),
    "issued": (
        "Phát hành văn bản {paper} trước “{element}”.",
        "Issues the paper ({paper}) before “{element}”.",
    ),
    "taken-back": (
        "Bộ phận Một cửa nhận hồ sơ bổ sung sau “{element}”.",
        "The one-stop takes the supplement up after “{element}”.",
    ),
    "start": (
        "Thêm nộp hồ sơ trực tuyến, đi tiếp từ “{element}”; nộp tại quầy bắt đầu bằng thông điệp.",
        "Added an online start that goes on at “{element}”; the counter's begins by a message.",
    ),
    "channel": (
        "“{element}” nói rõ kênh nộp: {channel}.",
        "“{element}” says its channel: {channel}.",
    ),
    "form": (
        "“{element}” có biểu mẫu điện tử {form}.",
        "“{element}” has the e-form {form}.",
    ),
    "form-written": ("Viết biểu mẫu điện tử {form}.", "Wrote the e-form {form}."),
    "dossier": (
        "Hồ sơ điện tử được mở ngay sau “{element}”.",
        "The dossier is opened right after “{element}”.",
    ),
    "identity-check": (
        "Danh tính người nộp ở “{element}” được kiểm tra; chưa rõ thì “{officer}” được báo.",
        "Who files at “{element}” is held against the login; “{officer}” is told of a doubt.",
    ),
    "identity": (
        "Bản vẽ mang mã và tên đã công bố ({code}).",
        "The drawing bears the published code and name ({code}).",
    ),
    "status": (
        "“{element}” có trạng thái {code}.",
        "“{element}” has the status {code}.",
    ),
}

LEFT = {
    "law": (
        "Không nâng được nếu luật buộc như vậy: khai một phần và công bố lý do.",
        "It cannot be raised if the law asks for it: declare partial and publish the reason.",
    ),
    "by-hand": (
        "Chỉ con người mới biết phải viết gì ở đây.",
        "Only people know what to write here.",
    ),
    "undone": (
        "Đã thử nhưng vẫn chưa đạt; xem lại bằng tay.",
        "It was tried and is still not met; look at it by hand.",
    ),
    "elsewhere": (
        "Chỗ cần sửa không nằm trong bản vẽ của thủ tục này.",
        "What is to be changed does not lie in this procedure's own drawing.",
    ),
    "inside": (
        "“{element}” nằm trong quy trình con; hãy vẽ lại bằng tay.",
        "“{element}” lies in a sub-process; redraw it by hand.",
    ),
    "shape": (
        "“{element}” không có đúng một lối ra, nên không rõ chỗ chèn; hãy vẽ lại bằng tay.",
        "“{element}” has not just one way out, so it is unclear where to insert; redraw by hand.",
    ),
    "amount": (
        "Không đâu nói số tiền của “{element}”: ghi mức thu vào procedure.toml rồi nâng lại.",
        "Nothing says the amount of “{element}”: publish it in procedure.toml and raise again.",
    ),
    "library": (
        "Cần quy trình dùng chung “{process}” mà ở đây không có.",
        "It needs the shared process “{process}”, which is not at hand.",
    ),
    "no-start": (
        "Bản vẽ không có sự kiện bắt đầu để đặt lối nộp trực tuyến bên cạnh.",
        "The drawing has no start event beside which an online start could stand.",
    ),
    "start-with-form": (
        "“{element}” là lối nộp tại quầy mà lại có biểu mẫu riêng; hãy bỏ biểu mẫu ấy đi.",
        "“{element}” is the counter's start and has a form of its own; take that form away.",
    ),
    "no-one-stop": (
        "Bản vẽ không có làn của Bộ phận Một cửa (xem [lanes] trong procedure.toml).",
        "The drawing has no lane of the one-stop (see [lanes] in procedure.toml).",
    ),
    "no-officer": (
        "Sau “{element}” không có việc nào của cán bộ để báo khi danh tính chưa rõ.",
        "After “{element}” there is no officer's user task to tell of a doubt about the identity.",
    ),
    "no-dossier": (
        "Không có hồ sơ nào được mở trước “{element}” để báo trạng thái.",
        "No dossier is opened before “{element}” whose status could be told.",
    ),
    "status-unknown": (
        "Không rõ trạng thái của “{element}”: ghi dossier.status rồi nâng lại.",
        "The status at “{element}” is unclear: write its dossier.status and raise again.",
    ),
    "facts": (
        "Cần thông tin trong procedure.toml mà chỉ cơ quan biết.",
        "It needs facts in procedure.toml that only the agency knows.",
    ),
}

TOLD = {
    "title": ("{name}: {before} → {after}", "{name}: {before} → {after}"),
    "done": ("Đã nâng:", "Raised:"),
    "kept": ("Còn lại:", "What is left:"),
    "nothing": ("Không có gì để nâng.", "There is nothing to raise."),
    "files": ("Tệp mới hoặc đã sửa:", "Files that are new or changed:"),
    "dry-run": ("Chưa ghi gì (--dry-run).", "Nothing was written (--dry-run)."),
    "publish": (
        "Lý do phải công bố: {reason} ({law}).",
        "Reason to publish: {reason} ({law}).",
    ),
    "picture": ("Hình có tô thay đổi: {file}", "The change as a picture: {file}"),
    "written": ("Đã ghi vào {folder}.", "Written to {folder}."),
    "deployed": ("Đã ghi vào {folder} và triển khai.", "Written to {folder} and deployed."),
    "refused": (
        "Bản vẽ đã nâng có lỗi ở trên nên chưa ghi gì.",
        "The raised drawing has the errors above; nothing was written.",
    ),
    "unchanged": ("Không có tệp nào phải ghi.", "No file had to be written."),
    "doubts": (
        "Bản vẽ đạt toàn trình, nhưng lời văn đã công bố còn nói khác; xem lại rồi hãy khai full:",
        "The drawing is one of a full service, but the published words say otherwise; look at them "
        "before you declare it full:",
    ),
    "untrue": (
        "Còn kịch bản không đạt nên chưa ghi gì; --force thì vẫn ghi (và triển khai).",
        "Scenarios do not hold; nothing was written. --force writes (and deploys) all the same.",
    ),
    "migrate-alone": (
        "--migrate đi cùng --deploy: hồ sơ chỉ chuyển sang bản đã triển khai",
        "expected --deploy with --migrate: dossiers move to what is deployed",
    ),
    "migrated": (
        "Hồ sơ đang chạy: {free} đã chuyển sang bản mới, {held} ở lại bản cũ.",
        "Running dossiers: {free} moved to the new version, {held} stay on the old one.",
    ),
    "reason": ("Nâng mức độ dịch vụ công", "The level of the service was raised"),
}

DOUBT = {
    "presence": (
        "“{words}”: nếu nộp trực tuyến cũng phải có mặt thì ghi presence = required ở bước ấy.",
        "“{words}”: if who files online has to come too, set presence = required at that step.",
    ),
    "on-site": (
        "“{words}”: nếu luật buộc kiểm tra tại chỗ thì ghi onSite = true ở bước ấy.",
        "“{words}”: if the law asks for an inspection on site, set onSite = true at that step.",
    ),
    "original": (
        "“{words}”: nếu nộp trực tuyến cũng phải xuất trình thì ghi original-shown = true cho "
        "thành phần ấy.",
        "“{words}”: if who files online has to show it too, set original-shown = true for that "
        "component.",
    ),
}

TRIAL = {
    "passed": ("Đã thử {count} kịch bản trên bản vẽ mới: đều đạt.", "All {count} scenarios hold."),
    "failed": (
        "Kịch bản không đạt trên bản vẽ mới: {failed} trong {count}.",
        "Scenarios that do not hold on the raised drawing: {failed} of {count}.",
    ),
    "held-before": (
        "Bản vẽ cũ thì đạt: xem lại chỗ đã nâng, hoặc sửa kịch bản theo bản vẽ mới.",
        "It held on the drawing of before: look at what was raised, or let the scenario follow it.",
    ),
    "failed-before": (
        "Bản vẽ cũ cũng không đạt: lỗi không do lần nâng này.",
        "It did not hold before either: the raise is not to blame.",
    ),
    "none": (
        "Không có kịch bản nào thử thủ tục này (features/): bản vẽ mới chưa được thử.",
        "No feature plays this procedure (features/): the raised drawing was not tried.",
    ),
    "left-out": (
        "Chưa thử kịch bản nào (--no-features).",
        "No feature was played (--no-features).",
    ),
    "unplayable": (
        "Có {count} tệp kịch bản nhưng chưa cài công cụ để thử: cài procflow[test], "
        "hoặc --no-features.",
        "There are {count} features, but nothing to play them with: install procflow[test], "
        "or say --no-features.",
    ),
}

PAGES = {"done": DONE, "left": LEFT, "told": TOLD, "doubt": DOUBT, "trial": TRIAL}

SENTENCES: dict[str, tuple[str, str]] = {
    f"raising.{page}.{name}": sentence
    for page, sentences in PAGES.items()
    for name, sentence in sentences.items()
}
