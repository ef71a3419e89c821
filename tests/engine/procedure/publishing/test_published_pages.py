"""The shipped procedures as pages: every mandatory part, nothing from elsewhere, for everybody."""

import csv
import io
import json
import posixpath
from itertools import pairwise

import pytest
from lxml import etree, html

PARTS = (
    "Trình tự thực hiện",
    "Cách thức thực hiện",
    "Thành phần, số lượng hồ sơ",
    "Thời hạn giải quyết",
    "Đối tượng thực hiện",
    "Cơ quan thực hiện",
    "Kết quả thực hiện",
    "Mẫu đơn, tờ khai",
    "Yêu cầu, điều kiện",
    "Phí, lệ phí",
    "Căn cứ pháp lý",
    "Mức độ dịch vụ công trực tuyến",
    "Sơ đồ giải quyết",
)
CONSTRUCTION, BUSINESS = "thu-tuc/1.013225.html", "thu-tuc/1.001612.html"


@pytest.fixture(scope="session")
def pages(shipped):
    return {
        name: html.document_fromstring(content.decode())
        for name, content in shipped.files.items()
        if name.endswith(".html")
    }


def text_of(page, section):
    (found,) = page.xpath("//section[h2[@id=$id]]", id=section)
    return " ".join(found.text_content().split())


def test_the_shipped_procedures_have_no_gap(shipped):
    assert shipped.findings == ()


def test_a_page_has_all_mandatory_parts(pages):
    for name in (CONSTRUCTION, BUSINESS):
        headings = [each.text_content() for each in pages[name].xpath("//main//h2")]
        assert headings[: len(PARTS)] == list(PARTS)
        assert "Chưa công bố" not in pages[name].text_content()


def test_a_partial_service_publishes_its_reason_and_law(pages):
    told = text_of(pages[CONSTRUCTION], "muc-do")
    assert "Một phần" in told
    assert "Cơ quan phải kiểm tra, xác minh tại thực địa theo luật" in told
    assert "Điều 14 Nghị định 224/2026/NĐ-CP" in told
    assert "Lý do" not in text_of(pages[BUSINESS], "muc-do")


def test_amounts_deadlines_and_conditions_are_told_in_words(pages):
    page = pages[CONSTRUCTION]
    assert "75.000 đồng" in text_of(page, "phi")
    assert "“Loại công trình” là “Nhà ở riêng lẻ” 7 ngày làm việc" in text_of(page, "thoi-han")
    assert "Đang có hiệu lực, từ 30/12/2024" in text_of(page, "can-cu")
    assert "structureType" not in page.text_content()


def test_nothing_is_loaded_from_elsewhere_and_every_link_leads_somewhere(shipped, pages):
    for name, page in pages.items():
        for address in page.xpath("//@href | //@src"):
            if not address.startswith("#"):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(name), address))
                assert place in shipped.files, f"{name}: {address}"
    style = shipped.files["tai-nguyen/trang.css"].decode()
    assert "url(" not in style and "@import" not in style
    assert b"http" not in shipped.files["tai-nguyen/tim-kiem.js"]


def test_pages_are_for_everybody(pages):
    for name, page in pages.items():
        assert page.get("lang") == "vi" and page.findtext("head/title"), name
        assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1, name
        first = page.xpath("//body//a")[0]
        assert page.xpath("//main[@id=$id]", id=first.get("href")[1:]), name
        levels = [int(each.tag[1]) for each in page.xpath("//*[self::h1 or self::h2 or self::h3]")]
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert all(page.xpath("//img/@alt")) and len(page.xpath("//img[not(@alt)]")) == 0
        assert not page.xpath("//th[not(@scope)] | //table[not(caption)]"), name
        for asked in page.xpath("//input"):
            assert page.xpath("//label[@for=$id]", id=asked.get("id"))
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_ink_stands_out_from_its_ground(shipped):
    """WCAG 2.0, 1.4.3: a contrast of 4.5 to 1."""
    rules = shipped.files["tai-nguyen/trang.css"].decode().partition("}")[0].partition("{")[2]
    colours = dict(each.strip().split(": ") for each in rules.split(";") if each.strip())
    for name in ("--ink", "--quiet", "--link", "--alarm"):
        for ground in ("#ffffff", colours["--ground"]):
            assert contrast(colours[name], ground) >= 4.5, name
    assert contrast(colours["--rule"], "#ffffff") >= 3


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_diagram_is_a_picture_with_the_citizens_steps_in_it_and_beside_it(shipped, pages):
    picture = etree.fromstring(shipped.files["so-do/1.001612-1.svg"])
    assert picture.tag.endswith("svg")
    assert "Việc của người nộp hồ sơ" in "".join(picture.itertext())
    told = text_of(pages[BUSINESS], "so-do")
    assert "Những bước của người nộp hồ sơ" in told
    assert "Nộp phí, lệ phí" in told
    assert "Nhận kết quả: bản điện tử" in told


def test_officers_work_is_folded_into_phases(shipped):
    picture = etree.fromstring(shipped.files["so-do/1.013225-1.svg"])
    words = " ".join(" ".join(picture.itertext()).split())
    assert "Giải quyết hồ sơ" in words
    assert "Kiểm tra thực địa" in words  # the citizen sees it come
    assert "Vào sổ, cấp số" not in words
    assert "Thẩm định" not in words


def test_what_a_machine_does_in_the_citizens_lane_is_not_the_citizens_work(shipped, pages):
    picture = etree.fromstring(shipped.files["so-do/1.001612-1.svg"])
    assert "Kiểm tra danh tính" not in " ".join(" ".join(picture.itertext()).split())
    assert "Kiểm tra danh tính" not in pages[BUSINESS].text_content()


def test_forms_can_be_printed_and_downloaded(shipped, pages):
    stem = "bieu-mau/1.001612/giay-de-nghi-dang-ky-ho-kinh-doanh"
    assert json.loads(shipped.files[f"{stem}.form"])["type"] == "default"
    told = pages[f"{stem}.html"].text_content()
    assert "Họ, chữ đệm và tên" in told and "(bắt buộc)" in told


def test_json_and_csv_say_the_same_procedures(shipped):
    told = json.loads(shipped.files["thu-tuc.json"])["procedures"]
    rows = list(csv.DictReader(io.StringIO(shipped.files["thu-tuc.csv"].decode("utf-8-sig"))))
    assert [each["code"] for each in told] == [each["Mã thủ tục"] for each in rows]
    assert {each["code"]: each["service"] for each in told} == {
        "1.001612": "Toàn trình",
        "1.013225": "Một phần",
    }
    (business,) = [each for each in told if each["code"] == "1.001612"]
    assert business["fees"][0]["amount"] == "150.000 đồng"
    assert len(business["legalBasis"]) == 5
    assert {each["page"] for each in told} <= set(shipped.files)
