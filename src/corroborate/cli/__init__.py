"""The command line. Each command lies in the module of its group and is imported when it is called."""

import os
import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from types import TracebackType

import click

from corroborate import __version__
from corroborate.errors import CorroborateError, UsageError

# Command → its module and what it does; told here so that --help need not import them all.
_COMMANDS = {
    "demo": ("demonstrating", "Run the bundled example reports, end to end, in ./demo-case."),
    "add": ("adding", "Add reports to the case: files, folders, web addresses, archives."),
    "watch": ("watching", "Collect what feeds offer, once or again and again."),
    "extract": ("extracting", "Print the claims of reports, without a case: one JSON line a report."),
    "count": ("counting", "Print how many each report's main incident killed, injured, displaced."),
    "documents": ("listing", "List the reports of the case."),
    "claims": ("listing", "List who said what."),
    "incidents": ("listing", "List what happened, when and where, with ranges and grade."),
    "tallies": ("listing", "List totals over spans of days and areas."),
    "issues": ("listing", "List every doubt that is open."),
    "show": ("showing", "Show a document, claim, incident, tally, issue or judgement."),
    "report": ("reporting", "Write the dossier of the case, or of one incident, as one HTML page."),
    "judge": ("judging", "Decide on claims and incidents, with a reason; undo it."),
    "judgements": ("judging", "List what people decided."),
    "export": ("reporting", "Write the record in a format of the field: tables, maps, linked data."),
    "link-report": ("reporting", "Print one JSON line an incident: the reports that tell of it."),
    "package": ("packaging", "Write the case, evidence and all, as a WACZ for a reviewer."),
    "import": ("importing", "Take over a case or an incident that somebody packaged."),
    "verify": ("checking", "Hash every capture again and walk the custody log."),
    "stamp": ("stamping", "Have time-stamping authorities sign where the custody log stands."),
    "custody": ("checking", "List who did what to the case, and when."),
    "forget": ("forgetting", "Remove reports, and all that was made of them, for good."),
    "lock": ("locking", "Keep a case that is not in use encrypted as a whole."),
    "unlock": ("locking", "Open a locked case again."),
    "evaluate": ("checking", "Score predicted claims against labelled ones."),
    "norms": ("norms", "List what of law and agreements incidents may touch, or show one."),
    "methodology": ("methods", "List the grading methodologies, or show one."),
}


class Failure(click.ClickException):
    """Work that failed: the message tells the user what to do."""

    exit_code = 1


class Misuse(click.ClickException):
    """What was asked for cannot be: the message tells the user what can."""

    exit_code = 2


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a newcomer meets them."""
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name, None where there is none."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"corroborate.cli.{_COMMANDS[cmd_name][0]}")
        name = cmd_name.replace("-", "_")
        command = getattr(module, f"{name}_" if iskeyword(name) else name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what Corroborate raises on purpose becomes a message and an exit code."""
        try:
            return super().invoke(ctx)
        except CorroborateError as error:
            from corroborate.cli.harmless import harmless
            from corroborate.cli.options import veiled

            told = harmless(veiled(ctx, str(error)))
            raise (Misuse if isinstance(error, UsageError) else Failure)(told) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--case",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the case.  [default: CORROBORATE_CASE, else ./case]",
)
@click.version_option(__version__, prog_name="corroborate")
@click.pass_context
def cli(ctx: click.Context, case: Path | None) -> None:
    """Turn conflict reporting into an attributed, corroborated incident record.

    Begin with `corroborate demo`, or `corroborate add REPORTS` and `corroborate incidents`.
    """
    ctx.obj = case


def main() -> None:
    """Run the command line; a defect of the program ends in one line, not in a traceback."""
    sys.excepthook = _tell_defect
    cli(prog_name="corroborate")


def _tell_defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if os.environ.get("CORROBORATE_DEBUG"):
        sys.__excepthook__(kind, error, trace)
        return
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "unknown place"
    print(
        f"Error: a defect in Corroborate ({kind.__name__} at {place}). The case is unharmed."
        " Set CORROBORATE_DEBUG=1 and run again to see more; a report of this is welcome.",
        file=sys.stderr,
    )
