"""Sentences of the rooms that draw: the writer, the difference of two drawings."""

from __future__ import annotations

FILES = {
    "no-drawings": (
        "Không có bản vẽ (.bpmn) nào trong {path}.",
        "Expected a drawing (.bpmn) in {path}, but there is none.",
    ),
    "no-resvg": (
        "Muốn có PNG cần gói resvg-py: pip install 'procflow[png]'. SVG thì không cần.",
        "PNG needs the package resvg-py: pip install 'procflow[png]'. SVG does not.",
    ),
    "no-font": (
        "Máy này không có phông chữ nào đủ chữ Việt nên không vẽ được PNG; hãy cài Noto Sans, "
        "hoặc dùng SVG.",
        "No font with Vietnamese letters was found for the PNG; install Noto Sans, or use SVG.",
    ),
}

WRITER = {
    "not-utf-8": (
        "Cần một bản vẽ viết bằng UTF-8, nhưng tệp này dùng {encoding}.",
        "Expected a drawing in UTF-8, but it is in {encoding}.",
    ),
    "not-there": (
        "Bản vẽ không có “{what}”.",
        "Expected '{what}' in the drawing, but it is not there.",
    ),
}

KIND = {
    "added": ("thêm", "added"),
    "removed": ("bỏ", "removed"),
    "changed": ("sửa", "changed"),
    "moved": ("dời chỗ", "moved"),
}

THING = {
    "process": ("quy trình", "process"),
    "pool": ("bể", "pool"),
    "lane": ("làn", "lane"),
    "element": ("phần tử", "element"),
    "flow": ("luồng", "flow"),
    "message-flow": ("luồng thông điệp", "message flow"),
    "declaration": ("khai báo", "declaration"),
    "data": ("dữ liệu", "data"),
    "note": ("ghi chú", "note"),
}

ASPECT = {
    "name": ("nhãn", "label"),
    "kind": ("loại", "kind"),
    "inside": ("nằm trong", "lies in"),
    "lane": ("làn", "lane"),
    "attached-to": ("gắn trên", "attached to"),
    "documentation": ("tài liệu", "documentation"),
    "version-tag": ("nhãn phiên bản", "version tag"),
    "executable": ("chạy được", "executable"),
    "process": ("quy trình", "process"),
    "form": ("biểu mẫu", "form"),
    "default": ("luồng mặc định", "default flow"),
    "compensated-by": ("bù bằng", "compensated by"),
    "activation-condition": ("điều kiện kích hoạt", "activation condition"),
    "direction": ("chiều", "direction"),
    "interrupting": ("ngắt việc đang làm", "interrupting"),
    "instantiate": ("mở hồ sơ", "instantiates"),
    "parallel-multiple": ("cần đủ mọi sự kiện", "parallel multiple"),
    "event-sub-process": ("quy trình con theo sự kiện", "event sub-process"),
    "for-compensation": ("để bù", "for compensation"),
    "start-quantity": ("số thẻ để bắt đầu", "start quantity"),
    "completion-quantity": ("số thẻ khi xong", "completion quantity"),
    "job": ("việc tự động", "job"),
    "assignment": ("giao việc", "assignment"),
    "script": ("biểu thức", "script"),
    "called": ("quy trình được gọi", "called process"),
    "decision": ("quyết định được gọi", "called decision"),
    "loop": ("lặp", "loop"),
    "ad-hoc": ("tùy ý", "ad-hoc"),
    "event": ("sự kiện", "event"),
    "input": ("đầu vào", "input"),
    "output": ("đầu ra", "output"),
    "property": ("thuộc tính", "property"),
    "header": ("tham số của việc", "header"),
    "condition": ("điều kiện", "condition"),
    "source": ("đi từ", "from"),
    "target": ("đi tới", "to"),
    "code": ("mã", "code"),
    "key": ("khóa liên kết", "correlation key"),
    "text": ("chữ", "text"),
    "position": ("vị trí", "position"),
    "size": ("kích thước", "size"),
    "route": ("đường vẽ", "route"),
}

DIFFERENCE = {
    "changed": ("{aspect}: {before} → {after}", "{aspect}: {before} → {after}"),
    "gained": ("{aspect}: {after}", "{aspect}: {after}"),
    "lost": ("{aspect}: bỏ {before}", "{aspect}: no longer {before}"),
    "was": ("mã cũ {before}", "its id was {before}"),
}

DIFF = {
    "none": ("Hai bản vẽ như nhau.", "The drawings say the same."),
    "kind": ("Thay đổi", "Change"),
    "thing": ("Loại", "Kind"),
    "label": ("Phần tử", "Element"),
    "what": ("Nội dung", "What"),
    "summary": (
        "Thêm {added}, bỏ {removed}, sửa {changed}, dời chỗ {moved}.",
        "{added} added, {removed} removed, {changed} changed, {moved} moved.",
    ),
}

LEGEND = {
    "added": ("thêm mới", "added"),
    "removed": ("đã bỏ", "removed"),
    "changed": ("đã sửa", "changed"),
    "moved": ("dời chỗ", "moved"),
    "passed": ("đã qua", "passed"),
    "here": ("hồ sơ đang ở đây", "where the instance is"),
    "covered": ("đã có hồ sơ đi qua", "some instance has passed it"),
    "missed": ("chưa hồ sơ nào đi qua", "no instance has passed it"),
    "level": ("giữ mức độ lại", "holds the level back"),
    "level-law": (
        "giữ mức độ lại, nếu luật buộc thì phải công bố lý do",
        "holds the level back; publish the reason if the law asks for it",
    ),
}

OVERLAY = {
    "here": ("{count} luồng xử lý đang ở đây", "{count} tokens are here"),
    "times": ("đi qua {count} lần", "passed {count} times"),
}

PAGES = {
    "diff": DIFF,
    "legend": LEGEND,
    "overlay": OVERLAY,
    "kind": KIND,
    "thing": THING,
    "aspect": ASPECT,
    "difference": DIFFERENCE,
}

SENTENCES: dict[str, tuple[str, str]] = {
    **{f"drawings.{name}": sentence for name, sentence in (WRITER | FILES).items()},
    **{
        f"drawings.{page}.{name}": sentence
        for page, sentences in PAGES.items()
        for name, sentence in sentences.items()
    },
}
