"""What a terminal would take for a command, taken out of all that is printed on it."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from corroborate.cli.harmless import harmless


class Taming(RenderHook):
    """Makes whatever a console prints harmless, piece by piece: styles are its own, words may be a stranger's."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what prints the same without such signs."""
        return [_Tamed(one) for one in renderables]


class _Tamed:
    """One thing to be printed."""

    def __init__(self, wild: ConsoleRenderable) -> None:
        self._wild = wild

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        """Yield its pieces."""
        for segment in console.render(self._wild, options):
            yield segment if segment.control else segment._replace(text=harmless(segment.text))
