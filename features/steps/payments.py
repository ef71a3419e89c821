"""Tiền nộp không khớp: công dân nộp khác đi, và Bộ phận thu phí xử lý."""

from decimal import Decimal

from pytest_bdd import parsers, then

from .when import act


@act(parsers.re(r"công dân nộp (?P<amount>[\d.]+) đồng"))
def citizen_pays_amount(office, amount):
    office.pay_amount(Decimal(amount.replace(".", "")))


@act(parsers.parse("công dân nộp lệ phí thêm một lần"))
def citizen_pays_again(office):
    office.pay_again()


@act(parsers.parse('cán bộ "{who}" xử lý khoản thu bằng cách "{resolution}"'))
def officer_decides(office, who, resolution):
    office.decide_matter(who, resolution)


@act(parsers.parse("sao kê ngân hàng được đối soát với:"))
def statement_comes(office, docstring):
    office.settle(docstring)


@then(parsers.parse('"{who}" có khoản thu cần xử lý: "{title}"'))
def matter_waits(office, who, title):
    assert (who, title) in office.matters(), f"the matters are {office.matters()}"


@then(parsers.parse("không có khoản thu cần xử lý"))
def no_matter_waits(office):
    assert office.matters() == []


@then(parsers.parse('khoản thu ở tình trạng "{state}"'))
def order_is(office, state):
    assert office.order_state() == state, f"the order is {office.order_state()}"


@then(parsers.re(r'biên lai điện tử số "(?P<number>\d+)" được lập'))
def receipt_is_issued(office, number):
    assert office.variable("eReceipt.number") == number
