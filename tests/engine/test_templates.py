"""Element templates and reference pages follow from what a handler declares."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal
from urllib.parse import unquote

import pytest

from procflow.engine.handler import HandlerRegistry, JobContext, handles, label
from procflow.engine.templates import element_template, reference_page, template_name, template_text


@dataclass(frozen=True)
class Person:
    name: str = field(metadata=label("Họ tên", "Name"))
    email: str | None = field(default=None, metadata=label("Thư", "E-mail"))


@dataclass(frozen=True)
class CollectFee:
    """Collect a fee."""

    amount: Decimal = field(metadata=label("Số tiền", "Amount", minimum=1, maximum=9, whole=True))
    code: str = field(
        metadata=label(
            "Mã", "Code", feel="=dossier.code", pattern="[A-Z]+", hint=("chữ hoa", "capitals")
        )
    )
    payer: Person = field(metadata=label("Người nộp", "Payer"))
    channel: Literal["online", "counter"] = field(
        metadata=label(
            "Kênh",
            "Channel",
            choices={"online": ("Trực tuyến", "Online"), "counter": ("Tại quầy", "Counter")},
        )
    )
    status: int = field(
        default=1, metadata=label("Trạng thái", "Status", choices={"1": ("Mới", "New")})
    )
    witnesses: tuple[Person, ...] = ()
    until: datetime | None = None


@dataclass(frozen=True)
class Collected:
    receipt: str = field(metadata=label("Biên lai", "Receipt"))


@handles("fee.collect", version=4, title=("Thu phí", "Collect a fee"), raises=["DECLINED"])
def collect(fee: CollectFee, job: JobContext) -> Collected: ...


@handles("anything")
def anything(variables: Mapping[str, Any], job: JobContext) -> Mapping[str, Any]: ...


FACTS = HandlerRegistry([collect]).facts("fee.collect")


@pytest.fixture
def properties():
    made = element_template(FACTS)["properties"]
    return {each.get("id", each["binding"].get("property")): each for each in made}


def test_the_head():
    template = element_template(FACTS)
    assert template["name"] == "Thu phí"
    assert (template["id"], template["version"]) == ("procflow.fee.collect", 4)
    assert template["elementType"] == {"value": "bpmn:ServiceTask"}
    assert "DECLINED" in template["description"]
    assert template_name(FACTS) == "fee.collect.json"
    assert json.loads(template_text(FACTS)) == template


def test_the_job_type_is_set_and_hidden(properties):
    assert properties["type"]["value"] == "fee.collect"
    assert properties["type"]["type"] == "Hidden"
    assert properties["retries"]["value"] == "3"


def test_a_text_may_be_written_or_computed(properties):
    code = properties["input.code"]
    assert (code["type"], code["feel"], code["value"]) == ("String", "optional", "=dossier.code")
    assert code["binding"] == {"type": "zeebe:input", "name": "code"}
    assert code["description"] == "chữ hoa · Code"
    pattern = re.compile(code["constraints"]["pattern"]["value"])
    assert code["constraints"]["notEmpty"]
    assert pattern.match("=a + b") and pattern.match("ABC") and not pattern.match("abc")


def test_what_is_no_text_is_computed(properties):
    for name in ("amount", "payer", "until", "witnesses"):
        assert properties[f"input.{name}"]["feel"] == "required"
    assert properties["input.payer"]["description"] == "Payer · {name, email?}"


def test_choices_are_a_list_and_numbers_in_it_are_expressions(properties):
    channel = properties["input.channel"]
    assert channel["choices"][1] == {"name": "Tại quầy", "value": "counter"}
    assert "feel" not in channel
    assert properties["input.status"]["choices"] == [{"name": "Mới", "value": "=1"}]


def test_what_may_be_left_out_is_optional(properties):
    assert properties["input.until"]["optional"]
    assert "constraints" not in properties["input.until"]
    assert "optional" not in properties["input.amount"]


def test_output_goes_to_a_variable_of_its_name(properties):
    receipt = properties["output.receipt"]
    assert receipt["binding"] == {"type": "zeebe:output", "source": "=receipt"}
    assert receipt["value"] == "receipt"


def test_the_labels_can_be_english():
    labels = [each.get("label") for each in element_template(FACTS, "en")["properties"]]
    assert "Amount" in labels
    assert "Số tiền" not in labels


def test_the_reference_page_tells_all():
    page = reference_page(FACTS)
    for line in (
        "# Collect a fee",
        "Job type `fee.collect`, version 4.",
        "Collect a fee.",
        "| `amount` | number | yes | Amount | at least 1; at most 9; whole number |",
        "| `code` | string | yes | Code | matches `[A-Z]+`; proposed `=dossier.code` |",
        "| `payer.email` | string | no | E-mail |  |",
        "| `channel` | string | yes | Channel | one of `online`, `counter` |",
        "| `witnesses` | list<context> | no | witnesses |  |",
        "| `witnesses[].name` | string | yes | Name |  |",
        "| `receipt` | string | yes | Receipt |  |",
        "| `DECLINED` | DECLINED |",
    ):
        assert line in page.splitlines()


def test_the_reference_page_in_vietnamese():
    page = reference_page(FACTS, "vi")
    assert "| `amount` | number | có | Số tiền | từ 1; đến 9; số nguyên |" in page.splitlines()


def test_a_handler_without_types_has_a_short_page():
    facts = HandlerRegistry([anything]).facts("anything")
    assert "##" not in reference_page(facts)
    assert len(element_template(facts)["properties"]) == 2


def test_the_picture_is_carried_along():
    drawn = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1"/></svg>'

    class Pictured:
        icon = drawn

        @handles("picture.take")
        def take(self, variables: Mapping[str, Any], job: JobContext) -> Mapping[str, Any]: ...

    contents = element_template(HandlerRegistry([Pictured()]).facts("picture.take"))["icon"]
    assert unquote(contents["contents"]) == f"data:image/svg+xml,{drawn}"
    assert "icon" not in element_template(FACTS)
