"""What stands under a sentence: a table of names and values, or JSON between triple quotes."""

import json
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
MOMENTS = ("%H:%M %d/%m/%Y", "%d/%m/%Y %H:%M", "%d/%m/%Y")
UNITS = {"phút": "minutes", "giờ": "hours", "ngày": "days", "tuần": "weeks"}


def variables(rows):
    """`| applicant.name | An |` is `{"applicant": {"name": "An"}}`; a value is JSON, else text."""
    found = {}
    for name, text in rows:
        *folders, last = name.split(".")
        place = found
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = json_or_text(text)
    return found


def json_or_text(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def moment(text):
    """`09:00 03/03/2026`, `03/03/2026 09:00`, `03/03/2026` or ISO 8601, in Vietnam's time."""
    for pattern in MOMENTS:
        try:
            return datetime.strptime(text, pattern).replace(tzinfo=VIETNAM)
        except ValueError:
            continue
    given = datetime.fromisoformat(text)
    return given if given.tzinfo else given.replace(tzinfo=VIETNAM)


def duration(number, unit):
    return timedelta(**{UNITS[unit]: int(number)})
