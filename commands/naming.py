"""How a new procedure is called: its national code, its name, and the id made of that."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

import click

from .desk import Desk

CODE = re.compile(r"\d\.\d{6}")
LONGEST = 60
PREFIX = "thu-tuc-"


def slug_of(name: str) -> str:
    """`Đăng ký khai sinh` is `dang-ky-khai-sinh`: an id BPMN, files and the web accept."""
    plain = "".join(letter for letter in normalize("NFD", name.lower()) if not combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("đ", "d")).strip("-")


def short_slug_of(name: str) -> str:
    """The same, without the word “thủ tục” before it, cut where it is long."""
    slug = slug_of(name).removeprefix(PREFIX)
    return slug if len(slug) <= LONGEST else slug[:LONGEST].rpartition("-")[0]


def check_code(desk: Desk, code: str) -> None:
    if not CODE.fullmatch(code):
        raise click.BadParameter(desk.text("new.bad-code", code=code), param_hint="CODE")


def check_name(desk: Desk, name: str) -> None:
    if not slug_of(name) or slug_of(name)[0].isdigit():
        raise click.BadParameter(desk.text("new.bad-name", name=name), param_hint="NAME")
