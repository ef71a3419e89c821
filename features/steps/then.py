"""Thì …: hồ sơ ở đâu, đã qua đâu, giấy tờ, thông báo, hạn."""

import json

from pytest_bdd import parsers, then

from .tables import json_or_text, moment


@then(parsers.parse('hồ sơ ở trạng thái "{status}"'))
def status_is(office, status):
    assert office.status in (status, status.partition(" ")[0]) or office.status_name == status, (
        f"the dossier's status is {office.status} {office.status_name}"
    )


@then(parsers.parse('đang chờ tại "{step}"'))
def waits_at(office, step):
    assert step in office.waiting_at(), f"it waits at {office.waiting_at()}"


@then(parsers.parse('đang chờ "{who}" tại "{step}"'))
def waits_for(office, who, step):
    assert who in office.waiting_for(step), f"“{step}” waits for {office.waiting_for(step)}"


@then(parsers.parse('không chờ tại "{step}"'))
def waits_not_at(office, step):
    assert step not in office.waiting_at()


@then(parsers.parse('đã qua "{step}"'))
def passed(office, step):
    assert step in office.passed(), f"it has passed {office.passed()}"


@then(parsers.re(r'đã qua "(?P<step>[^"]+)" (?P<number>\d+) lần'))
def passed_so_often(office, step, number):
    assert office.passed().count(step) == int(number), f"it has passed {office.passed()}"


@then(parsers.parse('chưa qua "{step}"'))
def passed_not(office, step):
    assert office.knows(step), f"there is no “{step}” in the drawing"
    assert step not in office.passed()


@then(parsers.parse("hồ sơ đã kết thúc"))
def ended(office):
    assert office.ended, f"it waits at {office.waiting_at()}"


@then(parsers.parse('hồ sơ đã kết thúc tại "{end}"'))
def ended_at(office, end):
    assert office.ended, f"it waits at {office.waiting_at()}"
    assert end in office.passed(), f"it has passed {office.passed()}"


@then(parsers.parse("hồ sơ chưa kết thúc"))
def not_ended(office):
    assert not office.ended


@then(parsers.parse('phiếu "{paper}" được phát hành'))
def paper_issued(office, paper):
    assert office.has_paper(paper), f"the papers are {office.papers()}"


@then(parsers.parse('phiếu "{paper}" không được phát hành'))
def paper_not_issued(office, paper):
    assert not office.has_paper(paper), f"the papers are {office.papers()}"


@then(parsers.parse('thông báo "{template}" đã gửi tới "{address}"'))
def notice_sent(office, template, address):
    reached = (to for name, to in office.notices() if name == template)
    assert any(address in to for to in reached), f"the notices are {office.notices()}"


@then(parsers.parse('thông báo "{template}" chưa gửi'))
def notice_not_sent(office, template):
    assert template not in [name for name, _ in office.notices()]


@then(parsers.re(r'thông báo "(?P<template>[^"]+)" đã gửi (?P<number>\d+) lần'))
def notice_sent_so_often(office, template, number):
    sent = [name for name, _ in office.notices()]
    assert sent.count(template) == int(number), f"the notices are {office.notices()}"


@then(parsers.parse('hạn trả kết quả là "{time}"'))
def due_is(office, time):
    assert office.due == moment(time), f"it is due {office.due}"


@then(parsers.parse('hồ sơ hẹn trả kết quả lúc "{time}"'))
def dossier_promises(office, time):
    due = office.dossier().due
    assert due == moment(time), f"the dossier promises {due}"


@then(parsers.parse("chưa có hạn trả kết quả"))
def not_due(office):
    assert office.due is None, f"it is due {office.due}"


@then(parsers.parse("kết quả đã được trả"))
def result_given(office):
    assert office.results(), "no result is attached to the dossier"


@then(parsers.parse('kết quả "{name}" đã được trả'))
def result_named_given(office, name):
    assert name in office.results(), f"the results are {office.results()}"


@then(parsers.parse("chưa có kết quả"))
def no_result(office):
    assert not office.results()


@then(parsers.re(r'biến "(?P<name>[^"]+)" là (?P<text>.+)'))
def variable_is(office, name, text):
    expected = json_or_text(text)
    assert office.variable(name) == expected, f"{name} is {json.dumps(office.variable(name))}"


@then(parsers.parse('có sự cố tại "{step}"'))
def incident_at(office, step):
    office.expects_incidents = True
    assert step in office.incidents(), f"the incidents are {office.incidents()}"


@then(parsers.parse("không có sự cố"))
def no_incident(office):
    assert not office.incidents()


@then(parsers.parse("nhật ký nguyên vẹn"))
def history_is_intact(office):
    assert office.broken_links() == []
