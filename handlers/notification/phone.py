"""Vietnamese telephone numbers as networks want them: 84912345678.

Mobile numbers have nine digits after the country code and begin with 3, 5, 7, 8 or 9 since 2018
(plan 798/QĐ-BTTTT); whatever else is a number is a landline or foreign.
"""

from __future__ import annotations

import re

from ...engine.errors import Problem, UnfitInput

SEPARATORS = re.compile(r"[\s.()/-]")
NUMBER = re.compile(r"\+?[0-9]{8,15}")
TO_COUNTRY = re.compile(r"(?:\+84|0084|84|0)(?=[1-9])")
MOBILE = re.compile(r"84[35789][0-9]{8}")


def mobile_number(text: str) -> str | None:
    """The number with its country code; None where no text message goes.

    Raises UnfitInput for what is no telephone number.
    """
    written = SEPARATORS.sub("", text)
    if not NUMBER.fullmatch(written):
        problem = Problem(field="to.phone", key="notification.phone")
        raise UnfitInput(problem.sentence("en"), problem)
    number = TO_COUNTRY.sub("84", written, count=1)
    return number if MOBILE.fullmatch(number) else None
