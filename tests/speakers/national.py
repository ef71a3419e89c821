"""The national payment platform, written from its protocol: INIT, QUERY, and the call-back."""

import hashlib
import json
from dataclasses import replace

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

SECRET = "national-secret-of-the-tests"
PARTNER = "PROCFLOW"
TOKEN = "national-token-of-the-tests"
INIT = (
    "LoaiBanTin PhienBan MaDoiTac MaThamChieu SoTien LoaiHinhThanhToan MaKenhThanhToan MaThietBi"
    " NgonNgu MaTienTe MaNganHang ThongTinGiaoDich ThoiGianGD Ip"
)
CONFIRM = (
    "LoaiBanTin MaLoi MaDoiTac MaThamChieu SoTien MaTienTe MaGiaoDich MaNganHang ThoiGianGD"
    " ThongTinGiaoDich"
)
QUERY = "LoaiBanTin PhienBan MaDoiTac MaThamChieu ThoiGianGD"


def signature(said, names):
    text = "|".join([*(str(said.get(name, "")) for name in names.split()), SECRET])
    return hashlib.sha256(text.encode()).hexdigest()


class NationalSpeaker(Speaker):
    def __init__(self):
        self.orders = {}
        self.numbers = 900_000

    def answer(self, asked: Asked) -> Said:
        if asked.path != "/payment" or asked.method != "POST":
            return Said.text("platform", 404)
        if asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return Said.json({"error_code": "401", "message": "token"}, 401)
        said = asked.json
        names = {"INIT": INIT, "QUERY": QUERY}[said["LoaiBanTin"]]
        if said["MaXacThuc"] != signature(said, names) or said["MaDoiTac"] != PARTNER:
            return Said.json({"error_code": "97", "message": "MaXacThuc"})
        return self.init(said) if said["LoaiBanTin"] == "INIT" else self.query(said)

    def init(self, said):
        reference = said["MaThamChieu"]
        receipt = said["ThongTinBienLai"]
        total = sum(int(each["SoTien"]) for each in receipt["PhiLePhi"])
        if total != int(said["SoTien"]) or not receipt["TKThuHuong"]:
            return Said.json({"error_code": "3", "message": "ThongTinBienLai"})
        self.orders.setdefault(
            reference, {"amount": said["SoTien"], "info": said["ThongTinGiaoDich"], "told": None}
        )
        self.orders[reference]["receipt"] = receipt
        url = f"{self.url}/pay/{reference}"
        return Said.json({"error_code": "0", "message": json.dumps({"UrlThanhToan": url})})

    def query(self, said):
        order = self.orders.get(said["MaThamChieu"])
        if order is None or order["told"] is None:
            return Said.json({"error_code": "1", "message": ""})
        return Said.json({"error_code": "0", "message": order["told"]})

    def tell(self, what, given):
        """What the payer does; the body of the call-back."""
        if what == "forget":
            return self.orders.clear()
        order = self.orders.setdefault(given["reference"], {"amount": "0", "info": ""})
        self.numbers += 1
        told = {
            "LoaiBanTin": "CONFIRM",
            "MaLoi": {"pay": "00", "decline": "02"}[what],
            "MaDoiTac": PARTNER,
            "MaThamChieu": given["reference"],
            "SoTien": str(given.get("amount") or order["amount"]),
            "MaTienTe": "VND",
            "MaGiaoDich": f"QG{self.numbers}",
            "MaNganHang": "VCB",
            "ThoiGianGD": given["at"],
            "ThongTinGiaoDich": order["info"],
        }
        order["told"] = told | {"MaXacThuc": signature(told, CONFIRM)}
        return json.dumps(order["told"])

    def forged(self, said: Said) -> Said:
        answer = json.loads(said.body)
        if isinstance(answer["message"], dict):
            answer["message"]["MaXacThuc"] = "0" * 64
        return replace(said, body=json.dumps(answer).encode())

    def skewed(self, said: Said) -> Said:
        answer = json.loads(said.body)
        if isinstance(answer["message"], dict):
            told = answer["message"] | {"ThoiGianGD": "20260303040000"}
            answer["message"] = told | {"MaXacThuc": signature(told, CONFIRM)}
        return replace(said, body=json.dumps(answer).encode())

    def state(self):
        return self.orders


if __name__ == "__main__":
    run(NationalSpeaker)
