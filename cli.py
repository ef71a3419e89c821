"""The command `procflow`: finds the command that was asked for and turns errors into exit codes.

0 fine · 1 findings · 2 misuse (command line, settings) · 3 the engine said no.
What the commands do is in `commands/`, how the engine is put together in `commands/composition.py`.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from .commands import CHAPTERS, MODULES, NAMES
from .commands.answer import ENGINE_ERROR, FINDINGS, MISUSE
from .commands.base import Choices, Group, common_options


class Root(Group):
    """Imports a command when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(NAMES)

    def chapters(self, ctx: click.Context) -> Mapping[str, Sequence[str]]:  # noqa: ARG002 - the Group's signature
        return CHAPTERS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in NAMES:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        module = import_module(f".commands.{name}", __package__)
        command: click.Command = getattr(module, name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=NAMES, ctx=ctx) from None


procflow = Root("procflow", params=common_options(), no_args_is_help=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line. Returns the exit code; `--debug` lets errors through."""
    choices = Choices()
    try:
        code: int = procflow.main(arguments, "procflow", standalone_mode=False, obj=choices)
    except click.exceptions.NoArgsIsHelpError as help_page:
        help_page.show()
        return MISUSE
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        return _after_broken_pipe()
    except Exception as error:  # the outermost edge: whatever it is, a person gets a sentence
        if choices.debug:
            raise
        from .commands.failure import report

        return report(error, choices)
    return code


def _after_broken_pipe() -> int:
    """The reader of our output went away (`procflow … | head`): nothing more to say to anyone."""
    sys.stderr.close()
    return 0


__all__ = ["ENGINE_ERROR", "FINDINGS", "MISUSE", "main", "procflow"]

if __name__ == "__main__":
    sys.exit(main())
