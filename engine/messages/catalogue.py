"""Sentences of the room: catalogue. What reading a record of the national catalogue leaves to
people.
"""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "catalogue.channel.ONLINE": ("trực tuyến", "online"),
    "catalogue.channel.POSTAL": ("qua bưu chính", "by post"),
    "catalogue.channel.DIRECT": ("trực tiếp", "in person"),
    "catalogue.no-record": (
        "Tệp không phải bản ghi của danh mục quốc gia: không thấy các mục như {labels}.",
        "Expected a record of the national catalogue with sections such as {labels}, "
        "but found none.",
    ),
    "catalogue.assumed.missing": (
        "Bản ghi không nêu “{part}”; đã ghi “…”.",
        "The record does not tell “{part}”; “…” was written.",
    ),
    "catalogue.assumed.agencies": (
        "Bản ghi không nêu cơ quan; đã ghi “…”.",
        "The record names no agency; “…” was written.",
    ),
    "catalogue.assumed.manners": (
        "Bản ghi không nêu cách thức thực hiện; tạm ghi nộp trực tiếp.",
        "The record tells no manner; the counter was written.",
    ),
    "catalogue.assumed.results": (
        "Bản ghi không có kết quả; đã ghi results = [].",
        "The record has no result; results = [] was written.",
    ),
    "catalogue.assumed.sets": (
        "Bản ghi không nêu số bộ hồ sơ; tạm ghi 1.",
        "The record does not tell the number of sets; 1 was written.",
    ),
    "catalogue.assumed.components": (
        "Bản ghi không nêu thành phần hồ sơ.",
        "The record tells no component.",
    ),
    "catalogue.assumed.deadline": (
        "Bản ghi không nêu thời hạn.",
        "The record tells no deadline.",
    ),
    "catalogue.assumed.by-case": (
        "Thời hạn “{text}” được hiểu là {term}, theo các trường hợp trong bản ghi.",
        "The deadline “{text}” was read as {term}, by the cases of the record.",
    ),
    "catalogue.assumed.no-act": (
        "Bản ghi không nêu căn cứ pháp lý.",
        "The record tells no legal basis.",
    ),
    "catalogue.assumed.signed": (
        "Ngày ký được dùng thay ngày hiệu lực: {acts}.",
        "The day of signing stands in for the day of effect: {acts}.",
    ),
    "catalogue.assumed.year": (
        "Chỉ biết năm của văn bản, chưa biết ngày hiệu lực: {acts}.",
        "Only the year is known, not the day of effect: {acts}.",
    ),
    "catalogue.assumed.no-day": (
        "Không biết ngày của văn bản: {acts}.",
        "No day is known: {acts}.",
    ),
    "catalogue.assumed.bound-presence": (
        "Khai một phần vì bản ghi buộc có mặt: “{words}”.",
        "Declared partial, for the record asks for presence: “{words}”.",
    ),
    "catalogue.assumed.bound-on-site": (
        "Khai một phần vì bản ghi có kiểm tra thực địa: “{words}”.",
        "Declared partial, for the record has an inspection on site: “{words}”.",
    ),
    "catalogue.unparsed.code": (
        "Mã thủ tục “{code}” không đúng dạng 1.001612.",
        "Expected a code such as 1.001612, but found “{code}”.",
    ),
    "catalogue.unparsed.channel": (
        "Không hiểu hình thức nộp “{channel}”.",
        "The manner “{channel}” is not known.",
    ),
    "catalogue.unparsed.deadline": (
        "Thời hạn “{text}” không đọc được thành số; trong trình tự có nhắc: {steps}.",
        "The deadline “{text}” could not be read as a length; the steps mention: {steps}.",
    ),
    "catalogue.unparsed.several": (
        "Cách nộp {channel} nêu nhiều thời hạn theo trường hợp: {terms}.",
        "Filing {channel} names several lengths for cases: {terms}.",
    ),
    "catalogue.unparsed.set-elsewhere": (
        "Mức thu khi nộp {channel} do văn bản khác quy định: “{text}”.",
        "The fee for filing {channel} is set elsewhere: “{text}”.",
    ),
    "catalogue.unparsed.fraction": (
        "Mức thu {amount} khi nộp {channel} không phải số đồng nguyên.",
        "Expected whole đồng, but the fee for filing {channel} is {amount}.",
    ),
    "catalogue.unparsed.original": (
        "Có giấy tờ phải xuất trình bản chính: “{words}”.",
        "An original is shown for some paper: “{words}”.",
    ),
    "catalogue.unparsed.line": (
        "Dòng không thuộc mục nào: “{text}”.",
        "A line that belongs nowhere: “{text}”.",
    ),
    "catalogue.contradiction.deadline": (
        "Nộp {channel}: dữ liệu ghi {told}, lời văn ghi {named}.",
        "Filing {channel}: the data says {told}, the words say {named}.",
    ),
    "catalogue.contradiction.case": (
        "Cách thức thực hiện ghi {told}, trường hợp {case} ghi {named}.",
        "The manners say {told}, case {case} says {named}.",
    ),
    "catalogue.contradiction.zero": (
        "Nộp {channel}: dữ liệu ghi 0 đồng, lời văn ghi {named} đồng.",
        "Filing {channel}: the data says 0 đồng, the words say {named}.",
    ),
    "catalogue.contradiction.small": (
        "Nộp {channel}: mức thu {amount} đồng thấp bất thường.",
        "Filing {channel}: a fee of {amount} đồng is unlikely.",
    ),
    "catalogue.contradiction.amount": (
        "Nộp {channel}: dữ liệu ghi {amount} đồng, lời văn ghi {named} đồng.",
        "Filing {channel}: the data says {amount} đồng, the words say {named}.",
    ),
    "catalogue.contradiction.called-full": (
        "Danh mục gọi là toàn trình, nhưng lời văn có: “{words}”.",
        "The catalogue calls it full, but the words say: “{words}”.",
    ),
    "catalogue.contradiction.called-partial": (
        "Danh mục không gọi là toàn trình, nhưng lời văn không có gì ngăn.",
        "The catalogue does not call it full, but nothing in the words hinders it.",
    ),
}
