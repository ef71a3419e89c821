"""VNPAY 2.1.0, written from its protocol: the payment page, the IPN it would send, and the merchant
interface with `querydr` and `refund`.
"""

import hashlib
import hmac
import json
from dataclasses import replace
from urllib.parse import parse_qs, quote_plus, urlsplit

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

SECRET = b"vnpay-secret-of-the-tests-32-char"
MERCHANT = "PROCFLOW"
QUERY = "RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo"
REFUND = (
    "RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate"
    " CreateBy CreateDate IpAddr OrderInfo"
)
ANSWER = (
    "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo"
    " TransactionType TransactionStatus OrderInfo"
)


def sha512(text):
    return hmac.new(SECRET, text.encode(), hashlib.sha512).hexdigest()


def encoded(fields):
    pairs = sorted((name, value) for name, value in fields.items() if value)
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs)


class VnpaySpeaker(Speaker):
    def __init__(self):
        self.orders = {}
        self.numbers = 14_000_000
        self.requests = set()
        self.refunds = []

    def answer(self, asked: Asked) -> Said:
        if asked.path == "/paymentv2/vpcpay.html":
            return self.page(asked)
        if asked.path == "/merchant_webapi/api/transaction" and asked.method == "POST":
            return self.transaction(asked.json)
        return Said.text("VNPAY", 404)

    def page(self, asked):
        fields = dict(asked.query)
        given = fields.pop("vnp_SecureHash", "")
        if given != sha512(encoded(fields)):
            return Said.text("code 70: wrong signature", 400)
        wrong = [name for name in ("vnp_SecureHashType",) if name in fields]
        if wrong or fields["vnp_TmnCode"] != MERCHANT or fields["vnp_Version"] != "2.1.0":
            return Said.text("code 71", 400)
        self.orders.setdefault(
            fields["vnp_TxnRef"],
            {
                "amount": int(fields["vnp_Amount"]),
                "created": fields["vnp_CreateDate"],
                "expires": fields["vnp_ExpireDate"],
                "info": fields["vnp_OrderInfo"],
                "status": "01",
                "type": "01",
                "number": "0",
                "paid": "",
                "refunded": 0,
            },
        )
        return Said.text("choose a bank")

    def tell(self, what, given):
        """What the payer does at VNPAY; the query string of the IPN."""
        order = self.orders.setdefault(
            given["reference"],
            {"created": "", "info": "", "type": "01", "refunded": 0, "amount": given.get("amount")},
        )
        if what == "declared":
            return order.update(status=given["status"], type=given.get("type", "01"))
        self.numbers += 1
        code = {"pay": "00", "decline": "24", "suspect": "07"}[what]
        status = {"pay": "00", "decline": "02", "suspect": "07"}[what]
        order.update(
            status=status,
            number=str(self.numbers) if what != "decline" else "0",
            paid=given["at"],
            amount=given.get("amount") or order["amount"],
        )
        fields = {
            "vnp_Amount": str(order["amount"]),
            "vnp_BankCode": "NCB",
            "vnp_BankTranNo": "" if what == "decline" else f"VNP{self.numbers}",
            "vnp_CardType": "ATM",
            "vnp_OrderInfo": order["info"],
            "vnp_PayDate": given["at"],
            "vnp_ResponseCode": code,
            "vnp_TmnCode": MERCHANT,
            "vnp_TransactionNo": order["number"],
            "vnp_TransactionStatus": status,
            "vnp_TxnRef": given["reference"],
        }
        text = encoded(fields)
        return f"{text}&vnp_SecureHash={sha512(text)}"

    def transaction(self, asked):
        names = REFUND if asked.get("vnp_Command") == "refund" else QUERY
        text = "|".join(asked.get(f"vnp_{name}", "") for name in names.split())
        if asked.get("vnp_SecureHash") != sha512(text):
            return self.said(asked, "97", "Checksum failed")
        if asked["vnp_RequestId"] in self.requests:
            return self.said(asked, "94", "Request is duplicated")
        self.requests.add(asked["vnp_RequestId"])
        order = self.orders.get(asked["vnp_TxnRef"])
        if order is None or asked["vnp_TransactionDate"] != order["created"]:
            return self.said(asked, "91", "Transaction not found")
        if asked["vnp_Command"] == "refund":
            return self.refund(asked, order)
        return self.said(asked, "00", "QueryDR Success", order)

    def refund(self, asked, order):
        amount = int(asked["vnp_Amount"])
        whole = asked["vnp_TransactionType"] == "02"
        if order["status"] not in ("00", "05") or asked["vnp_TransactionNo"] != order["number"]:
            return self.said(asked, "95", "Transaction failed at VNPAY")
        if (amount != order["amount"]) if whole else (order["refunded"] + amount > order["amount"]):
            return self.said(asked, "03", "Invalid amount")
        order["refunded"] += amount
        order.update(type=asked["vnp_TransactionType"], status="05")
        self.refunds.append([asked["vnp_TxnRef"], amount])
        return self.said(asked, "00", "Refund Success", order)

    def said(self, asked, code, message, order=None):
        order = order or {}
        self.numbers += 1
        known = {
            "ResponseId": f"{self.numbers:032d}",
            "Command": asked.get("vnp_Command", ""),
            "ResponseCode": code,
            "Message": message,
            "TmnCode": MERCHANT,
            "TxnRef": asked.get("vnp_TxnRef", ""),
            "Amount": str(order.get("amount", "")),
            "BankCode": "NCB" if order else "",
            "PayDate": order.get("paid", ""),
            "TransactionNo": order.get("number", ""),
            "TransactionType": order.get("type", ""),
            "TransactionStatus": order.get("status", ""),
            "OrderInfo": order.get("info", ""),
        }
        text = "|".join(known[name] for name in ANSWER.split())
        if asked.get("vnp_Command") != "refund":
            text += "||"
        answer = {f"vnp_{name}": value for name, value in known.items() if value}
        return Said.json(answer | {"vnp_SecureHash": sha512(text)})

    def forged(self, said: Said) -> Said:
        answer = json.loads(said.body)
        answer["vnp_TransactionStatus"] = "00"
        answer["vnp_SecureHash"] = "0" * 128
        return replace(said, body=json.dumps(answer).encode())

    def skewed(self, said: Said) -> Said:
        """Its clock is hours off: the moment it was paid at, signed as it says it."""
        answer = json.loads(said.body)
        answer["vnp_PayDate"] = "20260303040000"
        text = "|".join(answer.get(f"vnp_{name}", "") for name in ANSWER.split())
        if answer.get("vnp_Command") != "refund":
            text += "||"
        answer["vnp_SecureHash"] = sha512(text)
        return replace(said, body=json.dumps(answer).encode())

    def state(self):
        return {"orders": self.orders, "refunds": self.refunds}


def reference_of(url):
    return parse_qs(urlsplit(url).query)["vnp_TxnRef"][0]


if __name__ == "__main__":
    run(VnpaySpeaker)
