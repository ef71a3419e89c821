"""The legal texts the rules cite, and the days they are in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ...messages import Language

KINDS = {
    "NĐ-CP": ("Nghị định", "Decree"),
    "TT-VPCP": ("Thông tư", "Circular"),
    "TT-BTTTT": ("Thông tư", "Circular"),
    "QH15": ("Luật", "Law"),
    "QĐ-TTg": ("Quyết định", "Decision"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A legal text. `until`: its last day. confirmed: whether its days were read in a text."""

    number: str
    from_: date
    until: date | None = None
    confirmed: bool = False

    def in_force(self, day: date) -> bool:
        return self.from_ <= day and (self.until is None or day <= self.until)

    def name(self, language: Language) -> str:
        vietnamese, english = KINDS[self.number.rpartition("/")[2]]
        return f"{vietnamese if language == 'vi' else english} {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """An article of an act. like: the article is that of another act this one replaced, whose own
    number has to be compared before it is quoted."""

    act: Act
    article: str = ""
    like: str = ""

    def cited(self, language: Language) -> str:
        """`Điều 14 Nghị định 224/2026/NĐ-CP`."""
        name = self.act.name(language)
        if self.like:
            words = "tương ứng" if language == "vi" else "corresponding to"
            return f"{name} ({words} {self.like})"
        return f"{self.article} {name}" if self.article else name


def basis_on(bases: Iterable[Basis], day: date) -> Basis | None:
    """The basis in force on a day, the newest act first; None when the law asked nothing then."""
    found = [basis for basis in bases if basis.act.in_force(day)]
    return max(found, key=lambda basis: basis.act.from_, default=None)


ND_63_2010 = Act(number="63/2010/NĐ-CP", from_=date(2010, 10, 14))
ND_43_2011 = Act(number="43/2011/NĐ-CP", from_=date(2011, 8, 1), until=date(2022, 8, 14))
TT_32_2017 = Act(number="32/2017/TT-BTTTT", from_=date(2018, 1, 1), until=date(2022, 8, 14))
ND_61_2018 = Act(number="61/2018/NĐ-CP", from_=date(2018, 6, 21), until=date(2025, 6, 30))
TT_01_2018 = Act(number="01/2018/TT-VPCP", from_=date(2018, 11, 23), until=date(2025, 6, 30))
ND_30_2020 = Act(number="30/2020/NĐ-CP", from_=date(2020, 3, 5))
ND_42_2022 = Act(number="42/2022/NĐ-CP", from_=date(2022, 8, 15), until=date(2026, 6, 30))
ND_118_2025 = Act(number="118/2025/NĐ-CP", from_=date(2025, 7, 1), confirmed=True)
TT_03_2025 = Act(number="03/2025/TT-VPCP", from_=date(2025, 7, 1))
LAW_91_2025 = Act(number="91/2025/QH15", from_=date(2026, 1, 1), confirmed=True)
ND_224_2026 = Act(number="224/2026/NĐ-CP", from_=date(2026, 7, 1), confirmed=True)
QD_29_2026 = Act(number="29/2026/QĐ-TTg", from_=date(2026, 7, 20), confirmed=True)


def one_stop(article: str) -> tuple[Basis, Basis]:
    """An article of the one-stop decree, and the same under the decree that replaced it."""
    like = f"{article} {ND_61_2018.name('vi')}"
    return Basis(act=ND_61_2018, article=article), Basis(act=ND_118_2025, like=like)
