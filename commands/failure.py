"""What went wrong, as one sentence for a person or one JSON document for a program."""

from __future__ import annotations

import sys
from typing import Any

import click
from click import exceptions as misuse

from ..engine.errors import (
    BadConfiguration,
    BadDrawing,
    InvalidVariables,
    ProcflowError,
    Refused,
)
from ..engine.expressions.errors import FeelSyntaxError
from ..engine.messages import Language, message
from .answer import ENGINE_ERROR, MISUSE, Answer, Line
from .base import Choices, language_of
from .findings import findings_answer
from .screen import Screen


def report(error: Exception, choices: Choices) -> int:
    """Say what went wrong. Returns the exit code."""
    language = _language(choices)
    answer = _answer(error, language)
    if choices.as_json:
        Screen(as_json=True).show(answer)
    else:
        Screen(out=sys.stderr).tell(*answer.blocks)
    return answer.code


def _language(choices: Choices) -> Language:
    return language_of(click.Context(click.Command("procflow"), obj=choices))


def _answer(error: Exception, language: Language) -> Answer:
    match error:
        case Refused():
            return findings_answer(error.findings, language)
        case BadDrawing():
            return findings_answer([error.finding], language)
        case click.ClickException():
            return _said(error, _usage_sentence(error, language), MISUSE)
        case BadConfiguration() | FeelSyntaxError():
            return _said(error, error.sentence(language), MISUSE)
        case InvalidVariables():
            return _with_problems(error, language)
        case ProcflowError():
            return _said(error, error.sentence(language), ENGINE_ERROR)
        case OSError():
            text = message("command.error.file", language, file=error.filename, why=error.strerror)
            return _said(error, text, MISUSE)
    text = message("command.error.unexpected", language, kind=type(error).__name__, text=error)
    return _said(error, text, ENGINE_ERROR)


def _said(error: Exception, sentence: str, code: int, **more: Any) -> Answer:
    kind = type(error).__name__
    value = {"error": {"kind": kind, "message": sentence, **more}}
    return Answer(value, [Line(sentence, "bad")], code)


def _with_problems(error: InvalidVariables, language: Language) -> Answer:
    answer = _said(error, error.sentence(language), ENGINE_ERROR, problems=error.problems)
    fields = [Line(f"  {name}: {problem}") for name, problem in error.problems.items()]
    return Answer(answer.value, [*answer.blocks, *fields], answer.code)


def _usage_sentence(error: click.ClickException, language: Language) -> str:
    """Click's own errors in the house's words."""
    match error:
        case misuse.NoSuchCommand():
            return _with_suggestion("command", error.command_name, error.possibilities, language)
        case misuse.NoSuchOption():
            return _with_suggestion("option", error.option_name, error.possibilities, language)
        case misuse.MissingParameter():
            return message("command.error.missing", language, name=_parameter(error))
        case misuse.BadParameter():
            name, why = _parameter(error), error.message
            return message("command.error.bad-value", language, name=name, why=why)
    return error.format_message()


def _with_suggestion(
    what: str, name: str, possibilities: list[str] | None, language: Language
) -> str:
    sentence = message(f"command.error.no-such-{what}", language, name=name)
    if not possibilities:
        return sentence
    return f"{sentence} {message('command.error.meant', language, name=possibilities[0])}"


def _parameter(error: misuse.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx) if error.ctx else str(error.param.name).upper()
    return error.param.opts[-1]
