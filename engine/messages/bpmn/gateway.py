"""About gateways and conditions."""

from __future__ import annotations

GATEWAY: dict[str, tuple[str, str]] = {
    "bpmn.gateway-direction": (
        "Cổng “{element}” khai báo {direction} nhưng có {arriving} luồng vào và {leaving} "
        "luồng ra.",
        "Expected gateway “{element}” to be {direction}, but it has {arriving} flows in and "
        "{leaving} out.",
    ),
    "bpmn.gateway-without-effect": (
        "Cổng “{element}” không rẽ nhánh cũng không nhập nhánh.",
        "Expected gateway “{element}” to split or to merge, but it does neither.",
    ),
    "bpmn.default-flow.elsewhere": (
        "Luồng mặc định “{flow}” của “{element}” không đi ra từ chính phần tử này.",
        "Expected the default flow of “{element}” to leave it, but “{flow}” does not.",
    ),
    "bpmn.default-flow.condition": (
        "Luồng mặc định “{element}” không được có điều kiện.",
        "Expected no condition on the default flow “{element}”, but it has one.",
    ),
    "bpmn.default-flow.mixed": (
        "“{element}” có luồng mặc định “{flow}” bên cạnh luồng không điều kiện: luồng mặc "
        "định không bao giờ được đi.",
        "Expected conditions on all flows beside the default flow “{flow}” of “{element}”, "
        "but one has none.",
    ),
    "bpmn.condition-misplaced": (
        "Luồng “{element}” không được có điều kiện vì đi ra từ “{source}”.",
        "Expected no condition on flow “{element}”, since “{source}” asks none.",
    ),
    "bpmn.condition-missing": (
        "Luồng “{element}” ra khỏi cổng “{gateway}” phải có điều kiện hoặc là luồng mặc định.",
        "Expected a condition on flow “{element}” out of gateway “{gateway}”, but it has none "
        "and is not the default.",
    ),
    "bpmn.condition-alone": (
        "Luồng có điều kiện “{element}” là luồng duy nhất ra khỏi “{source}”: phải có thêm "
        "luồng khác.",
        "Expected another flow out of “{source}” beside the conditional flow “{element}”, but "
        "there is none.",
    ),
    "bpmn.default-missing": (
        "“{element}” không có luồng mặc định: nếu không điều kiện nào đúng, hồ sơ sẽ dừng lại "
        "vì sự cố.",
        "“{element}” has no default flow: if no condition holds, the instance stops with an "
        "incident.",
    ),
    "bpmn.event-gateway.too-few": (
        "Cổng sự kiện “{element}” phải dẫn tới ít nhất hai sự kiện chờ.",
        "Expected at least two events after event-based gateway “{element}”, but there are fewer.",
    ),
    "bpmn.event-gateway.wrong-target": (
        "Sau cổng sự kiện “{gateway}” phải là sự kiện chờ hoặc công việc nhận thông điệp, "
        "không phải “{element}”.",
        "Expected something to wait for after event-based gateway “{gateway}”, but found "
        "“{element}”.",
    ),
    "bpmn.event-gateway.other-flow": (
        "“{element}” đứng sau cổng sự kiện “{gateway}” nên không được có luồng khác đi vào.",
        "Expected only the flow from event-based gateway “{gateway}” into “{element}”, but "
        "there are more.",
    ),
    "bpmn.event-gateway.boundary": (
        "“{element}” đứng sau cổng sự kiện “{gateway}” nên không được có sự kiện biên.",
        "Expected no boundary event on “{element}” after event-based gateway “{gateway}”, but "
        "there is one.",
    ),
    "bpmn.event-gateway.mixed": (
        "Sau cổng sự kiện “{element}” không được vừa có sự kiện thông điệp vừa có công việc "
        "nhận thông điệp.",
        "Expected either message events or receive tasks after event-based gateway "
        "“{element}”, but found both.",
    ),
    "bpmn.complex-gateway": (
        "Cổng phức hợp “{element}” nhập nhánh nên phải có điều kiện kích hoạt "
        "(activationCondition).",
        "Expected an activation condition for merging complex gateway “{element}”, but there "
        "is none.",
    ),
}
