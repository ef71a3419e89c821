"""The national portal's dossier sync, written from the facts in its public adapters.

It is naive on purpose: the status it shows is the one it was told last, whatever the moments say.
"""

import re
import secrets
from datetime import datetime

from procflow.tests.speakers.speaker import Asked, Said, Speaker, run

USER, PASSWORD, AGENCY, ROUTE = "mot-cua", "planted-portal-password", "H56.14", "VN:GOV:TEST"
MOMENTS = (
    "NgayNopHoSo",
    "NgayTiepNhan",
    "NgayHenTra",
    "NgayTuChoi",
    "NgayKetThucXuLy",
    "NgayTra",
    "ThoiDiemXuLy",
    "NgayBatDau",
    "NgayKetThucTheoQuyDinh",
)
CHOICES = {
    "KenhThucHien": "123",
    "LoaiDoiTuong": "1234",
    "HinhThuc": "01",
    "NoiNopHoSo": "12",
    "DuocThanhToanTrucTuyen": "123",
}


class PortalSpeaker(Speaker):
    def __init__(self) -> None:
        self.sessions = set()
        self.logins = 0
        self.dossiers = {}
        self.steps = {}
        self.status = {}
        self.refused = {}
        self.open = True

    def answer(self, asked: Asked) -> Said:
        if asked.headers.get("dstcode") != ROUTE:
            return Said.text("no route", 404)
        if asked.path == "/mapi/login":
            return self.login(asked.json)
        if asked.path == "/mapi/g":
            return self.serve(asked.json)
        return Said.text("nothing here", 404)

    def login(self, given) -> Said:
        if not self.open or given != {"username": USER, "password": PASSWORD}:
            return refusal("-1", "Sai tên đăng nhập hoặc mật khẩu")
        session = secrets.token_hex(8)
        self.sessions.add(session)
        self.logins += 1
        return Said.json({"error_code": "0", "message": "", "session": session})

    def serve(self, given) -> Said:
        if given["session"] not in self.sessions:
            return refusal("-2", "Phiên làm việc đã hết hạn")
        if given["madonvi"] != AGENCY:
            return refusal("-3", "Sai mã đơn vị")
        serve = getattr(self, given["service"], None)
        return serve(given) if serve else refusal("-4", "Không có dịch vụ này")

    def DongBoHoSoMC(self, given) -> Said:
        (entry,) = given["data"]
        code = entry["MaHoSo"]
        if code in self.refused:
            return refusal("-5", self.refused[code])
        if problem := fault_in(entry):
            return refusal("-6", problem)
        known = code in self.dossiers
        if given["isUpdating"] not in ("True", "False"):
            return refusal("-6", "isUpdating")
        if known and given["isUpdating"] == "False":
            return refusal("-7", f"Hồ sơ {code} đã tồn tại")
        if not known and given["isUpdating"] == "True":
            return refusal("-8", f"Hồ sơ {code} không tồn tại")
        self.dossiers[code] = entry
        self.status[code] = entry["TrangThaiHoSo"]
        return Said.json({"error_code": "00", "message": "Thành công"})

    def CapNhatTienDoHoSoMC(self, given) -> Said:
        for entry in given["data"]:
            code = entry["MaHoSo"]
            if code not in self.dossiers:
                return refusal("-8", f"Hồ sơ {code} không tồn tại")
            if problem := fault_in(entry):
                return refusal("-6", problem)
            steps = self.steps.setdefault(code, [])
            if entry not in steps:
                steps.append(entry)
            self.status[code] = entry["TrangThai"]
        return Said.json({"error_code": "0", "message": "Thành công"})

    def TraCuuHoSo(self, given) -> Said:
        entry = self.dossiers.get(given["mahoso"])
        if entry is None:
            return refusal("-8", "Hồ sơ không tồn tại")
        return found([{**entry, "TrangThaiHoSo": self.status[given["mahoso"]]}])

    def LayDanhSachTTHC(self, given) -> Said:
        return found([{"MATTHC": "1.001612", "TENTTHC": "Đăng ký thành lập hộ kinh doanh"}])

    def LayThuTuc(self, given) -> Said:
        rows = [{"MATTHC": given["maTTHC"]}] if given["maTTHC"] == "1.001612" else []
        return found(rows)

    def LayDanhMucCoQuan(self, given) -> Said:
        return found([{"MADONVI": AGENCY, "TENDONVI": "Sở thử"}])

    def LayDanhMucLinhVuc(self, given) -> Said:
        return found([{"MALINHVUC": "G12-KD", "TENLINHVUC": "Hộ kinh doanh"}])

    def state(self):
        return {
            "dossiers": self.dossiers,
            "steps": self.steps,
            "status": self.status,
            "logins": self.logins,
        }

    def tell(self, what, given):
        match what:
            case "end sessions":
                self.sessions.clear()
            case "refuse":
                self.refused[given] = "Thiếu mã lĩnh vực"
            case "take":
                self.refused.pop(given, None)
            case "lock out":
                self.sessions.clear()
                self.open = False
            case "let in":
                self.open = True
            case "forget":
                self.dossiers.pop(given)


def fault_in(entry):
    """What the portal would not take: a moment of another form, a choice it does not know."""
    for name in MOMENTS:
        if (text := entry.get(name)) and not is_moment(text):
            return name
    for name, known in CHOICES.items():
        if name in entry and entry[name] not in set(known):
            return name
    status = entry.get("TrangThaiHoSo") or entry.get("TrangThai")
    if status not in {str(number) for number in range(1, 11)}:
        return "TrangThai"
    return None


def is_moment(text):
    if not re.fullmatch(r"\d{14}", text):
        return False
    datetime.strptime(text, "%Y%m%d%H%M%S")
    return True


def refusal(code, words) -> Said:
    return Said.json({"error_code": code, "message": words})


def found(rows) -> Said:
    return Said.json({"error_code": "00", "message": "", "result": rows})


if __name__ == "__main__":
    run(PortalSpeaker)
