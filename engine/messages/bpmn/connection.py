"""About what flows join, and where they lead."""

from __future__ import annotations

CONNECTION: dict[str, tuple[str, str]] = {
    "bpmn.flow-to-nowhere.source": (
        "Luồng “{element}” không bắt đầu từ một phần tử của quy trình (“{target}”).",
        "Expected flow “{element}” to come from an element, but it comes from “{target}”.",
    ),
    "bpmn.flow-to-nowhere.target": (
        "Luồng “{element}” không dẫn tới phần tử nào của quy trình (“{target}”).",
        "Expected flow “{element}” to lead to an element, but it leads to “{target}”.",
    ),
    "bpmn.flow-across-border": (
        "Luồng “{element}” đi qua biên của quy trình con hoặc của pool.",
        "Expected flow “{element}” to stay inside its process and sub-process, but it crosses "
        "a border.",
    ),
    "bpmn.start-with-incoming": (
        "Sự kiện bắt đầu “{element}” không được có luồng đi vào.",
        "Expected no flow into start event “{element}”, but there is one.",
    ),
    "bpmn.end-with-outgoing": (
        "Sự kiện kết thúc “{element}” không được có luồng đi ra.",
        "Expected no flow out of end event “{element}”, but there is one.",
    ),
    "bpmn.start-without-outgoing": (
        "Sự kiện bắt đầu “{element}” không dẫn tới đâu.",
        "Start event “{element}” leads nowhere.",
    ),
    "bpmn.start-and-end.end": (
        "“{element}” có sự kiện bắt đầu nhưng không có sự kiện kết thúc.",
        "“{element}” has a start event, but no end event.",
    ),
    "bpmn.start-and-end.start": (
        "“{element}” có sự kiện kết thúc nhưng không có sự kiện bắt đầu.",
        "“{element}” has an end event, but no start event.",
    ),
    "bpmn.boundary-with-incoming": (
        "Sự kiện biên “{element}” không được có luồng đi vào.",
        "Expected no flow into boundary event “{element}”, but there is one.",
    ),
    "bpmn.boundary-without-outgoing": (
        "Sự kiện biên “{element}” không dẫn tới đâu: hãy vẽ luồng đi ra.",
        "Expected a flow out of boundary event “{element}”, but there is none.",
    ),
    "bpmn.boundary-host.none": (
        "Sự kiện biên “{element}” không gắn vào hoạt động nào.",
        "Expected boundary event “{element}” to be attached to an activity, but it is "
        "attached to nothing.",
    ),
    "bpmn.boundary-host.wrong": (
        "Sự kiện biên “{element}” phải gắn vào một hoạt động cùng cấp, không phải “{host}”.",
        "Expected boundary event “{element}” to be attached to an activity beside it, but "
        "found “{host}”.",
    ),
    "bpmn.intermediate-unconnected.in": (
        "Sự kiện trung gian “{element}” không có luồng đi vào.",
        "Expected a flow into intermediate event “{element}”, but there is none.",
    ),
    "bpmn.intermediate-unconnected.out": (
        "Sự kiện trung gian “{element}” không có luồng đi ra: nhánh kết thúc tại đây.",
        "Intermediate event “{element}” has no flow out: the path ends there.",
    ),
    "bpmn.without-incoming": (
        "Không có luồng nào dẫn tới “{element}”: phần tử này không bao giờ được thực hiện.",
        "Expected a flow into “{element}”, but there is none: it is never reached.",
    ),
    "bpmn.link.unnamed": (
        "Sự kiện liên kết “{element}” không có tên liên kết.",
        "Expected link event “{element}” to have a link name, but it has none.",
    ),
    "bpmn.link.no-target": (
        "Liên kết “{name}” phát đi từ “{element}” không có điểm đến trong cùng quy trình.",
        "Expected a catching link “{name}” for “{element}” in the same scope, but there is none.",
    ),
    "bpmn.link.no-source": (
        "Không có sự kiện nào dẫn tới liên kết “{name}” của “{element}”.",
        "Expected a throwing link “{name}” for “{element}” in the same scope, but there is none.",
    ),
    "bpmn.link.several": (
        "Liên kết “{name}” có nhiều điểm đến, trong đó có “{element}”.",
        "Expected one catching link “{name}”, but there are several, “{element}” among them.",
    ),
    "bpmn.link.outgoing": (
        "Sự kiện phát liên kết “{element}” không được có luồng đi ra.",
        "Expected no flow out of throwing link “{element}”, but there is one.",
    ),
    "bpmn.link.incoming": (
        "Sự kiện nhận liên kết “{element}” không được có luồng đi vào.",
        "Expected no flow into catching link “{element}”, but there is one.",
    ),
    "bpmn.message-flow.inside": (
        "Luồng thông điệp “{element}” nối hai phần tử trong cùng một pool.",
        "Expected message flow “{element}” to connect two pools, but both ends are in the "
        "same one.",
    ),
    "bpmn.message-flow.source": (
        "Luồng thông điệp “{element}” đi ra từ “{end}”, nhưng phần tử này không gửi được "
        "thông điệp.",
        "Expected message flow “{element}” to come from something that can send, but “{end}” "
        "cannot.",
    ),
    "bpmn.message-flow.target": (
        "Luồng thông điệp “{element}” dẫn tới “{end}”, nhưng phần tử này không nhận được "
        "thông điệp.",
        "Expected message flow “{element}” to lead to something that can receive, but “{end}” "
        "cannot.",
    ),
}
