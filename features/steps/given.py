"""Biết …: thủ tục, thời điểm, hồ sơ đã nộp."""

import json

from pytest_bdd import given, parsers, when

from .tables import moment, variables


@given(parsers.parse('thủ tục "{procedure}" đã được triển khai'))
def deployed(office, procedure):
    office.deploy(procedure)


@given(parsers.parse('bây giờ là "{time}"'))
def now_is(office, time):
    office.begin_at(moment(time))


@given(parsers.parse("công dân chưa đăng nhập"))
def not_logged_in(office):
    office.logged_in = False


FILES = r"(?:công dân|người nộp)(?: \"(?P<who>[^\"]+)\")?(?: đã)? nộp hồ sơ \"(?P<process>[^\"]+)\""
WHERE = r"(?: tại \"(?P<start>[^\"]+)\")?(?: lúc \"(?P<time>[^\"]+)\")?"


@given(parsers.re(FILES + WHERE))
@when(parsers.re(FILES + WHERE))
def filed(office, who, process, start, time):
    file(office, who, process, start, time, {})


@given(parsers.re(FILES + WHERE + " với:"))
@when(parsers.re(FILES + WHERE + " với:"))
def filed_with(office, who, process, start, time, datatable):
    file(office, who, process, start, time, variables(datatable))


@given(parsers.re(FILES + WHERE + " với JSON:"))
@when(parsers.re(FILES + WHERE + " với JSON:"))
def filed_with_json(office, who, process, start, time, docstring):
    file(office, who, process, start, time, json.loads(docstring))


def file(office, who, process, start, time, given_variables):
    if time is not None:
        office.begin_at(moment(time))
    office.file(process, given_variables, who=who or "cong-dan", at=start)
