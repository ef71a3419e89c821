"""Khi …: cán bộ, công dân, ngân hàng, các hệ thống khác và thời gian."""

import json

from pytest_bdd import given, parsers, when

from .tables import duration, moment, variables


def act(sentence):
    """What somebody does: after Khi, or after Biết as something done before."""

    def both(function):
        return given(sentence, stacklevel=2)(when(sentence, stacklevel=2)(function))

    return both


@act(parsers.parse('cán bộ "{who}" hoàn thành bước "{step}"'))
def completes(office, who, step):
    office.complete(step, {}, who=who)


@act(parsers.parse('cán bộ "{who}" hoàn thành bước "{step}" với:'))
def completes_with(office, who, step, datatable):
    office.complete(step, variables(datatable), who=who)


@act(parsers.parse('cán bộ "{who}" hoàn thành bước "{step}" với JSON:'))
def completes_with_json(office, who, step, docstring):
    office.complete(step, json.loads(docstring), who=who)


@act(parsers.parse('cán bộ "{who}" nhận việc "{step}"'))
def claims(office, who, step):
    office.claim(step, who=who)


@act(parsers.parse('công dân hoàn thành bước "{step}"'))
def citizen_completes(office, step):
    office.complete(step, {}, who=None)


@act(parsers.parse('công dân hoàn thành bước "{step}" với:'))
def citizen_completes_with(office, step, datatable):
    office.complete(step, variables(datatable), who=None)


@act(parsers.parse("công dân thanh toán"))
def citizen_pays(office):
    office.pay()


@act(parsers.parse("cổng thanh toán báo kết quả hai lần"))
def gateway_repeats(office):
    office.pay(callbacks=2)


@act(parsers.parse("công dân thanh toán nhưng cổng thanh toán im lặng"))
def gateway_is_silent(office):
    office.pay(callbacks=0)


@act(parsers.parse("thanh toán bị từ chối"))
def payment_is_declined(office):
    office.decline()


@act(parsers.parse('thông điệp "{name}" đến'))
def message_comes(office, name):
    office.message(name, {})


@act(parsers.parse('thông điệp "{name}" đến với:'))
def message_comes_with(office, name, datatable):
    office.message(name, variables(datatable))


@act(parsers.parse("công dân bổ sung hồ sơ"))
def supplement_comes(office):
    office.message("ho-so-bo-sung", {})


@act(parsers.parse("công dân bổ sung hồ sơ với:"))
def supplement_comes_with(office, datatable):
    office.message("ho-so-bo-sung", variables(datatable))


@act(parsers.parse("công dân rút hồ sơ"))
def citizen_withdraws(office):
    office.message("rut-ho-so", {})


@act(parsers.parse('công dân rút hồ sơ vì "{reason}"'))
def citizen_withdraws_because(office, reason):
    office.message("rut-ho-so", {"reason": reason})


@act(parsers.re(r"(?P<number>\d+) (?P<unit>phút|giờ|ngày|tuần) trôi qua"))
def time_passes(office, number, unit):
    office.pass_time(duration(number, unit))


@act(parsers.re(r"(?P<number>\d+) ngày làm việc trôi qua"))
def working_days_pass(office, number):
    office.pass_working_days(int(number))


@act(parsers.parse('đến "{time}"'))
def until(office, time):
    office.pass_until(moment(time))


@act(parsers.parse("hệ thống khởi động lại"))
def restarts(office):
    office.restart()
