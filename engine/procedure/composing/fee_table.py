"""The decision table of a fee, by the channel a dossier is filed through."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from xml.sax.saxutils import escape

from ..facts import Channel
from .charge import Charge
from .names import decision_id
from .plan import Plan

SPACES = (
    'xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"'
    ' xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/"'
    ' xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/"'
)
TABLE = """<?xml version="1.0" encoding="UTF-8"?>
<definitions {spaces} id="bang-phi" name="Phí, lệ phí" namespace="urn:procflow:{id}">
  <inputData id="kenh-nop" name="channel">
    <variable id="kenh-nop-bien" name="channel" typeRef="string" />
  </inputData>
  <decision id="{id}" name="Phí, lệ phí">
    <description>{words}</description>
    <variable id="muc-thu" name="amount" typeRef="number" />
    <informationRequirement id="can-kenh-nop">
      <requiredInput href="#kenh-nop" />
    </informationRequirement>
    <decisionTable id="bang" hitPolicy="UNIQUE">
      <input id="cot-kenh" label="Kênh nộp">
        <inputExpression id="cot-kenh-bieu-thuc" typeRef="string">
          <text>channel</text>
        </inputExpression>
        <inputValues id="cot-kenh-gia-tri"><text>{channels}</text></inputValues>
      </input>
      <output id="cot-phi" label="Phải nộp (đồng)" name="amount" typeRef="number" />
{rules}
    </decisionTable>
  </decision>
  <dmndi:DMNDI>
    <dmndi:DMNDiagram id="so-do">
      <dmndi:DMNShape id="so-do-quyet-dinh" dmnElementRef="{id}">
        <dc:Bounds height="80" width="180" x="160" y="80" />
      </dmndi:DMNShape>
      <dmndi:DMNShape id="so-do-kenh" dmnElementRef="kenh-nop">
        <dc:Bounds height="45" width="125" x="187" y="220" />
      </dmndi:DMNShape>
    </dmndi:DMNDiagram>
  </dmndi:DMNDI>
</definitions>
"""
RULE = """      <rule id="luat-{number}">
        <inputEntry id="luat-{number}-khi"><text>{channels}</text></inputEntry>
        <outputEntry id="luat-{number}-thi"><text>{amount}</text></outputEntry>
      </rule>"""


def fee_table(plan: Plan) -> str:
    charge = plan.charge
    return TABLE.format(
        spaces=SPACES,
        id=decision_id(plan.slug),
        words=escape(charge.words),
        channels=_quoted(list(charge.amounts)),
        rules="\n".join(_rules(charge)),
    )


def _rules(charge: Charge) -> Iterator[str]:
    by_amount: dict[Decimal, list[Channel]] = {}
    for channel, amount in charge.amounts.items():
        by_amount.setdefault(amount, []).append(channel)
    for number, (amount, channels) in enumerate(by_amount.items(), 1):
        yield RULE.format(number=number, channels=_quoted(channels), amount=f"{amount:f}")


def _quoted(channels: list[Channel]) -> str:
    return escape(", ".join(f'"{channel.value}"' for channel in channels))
