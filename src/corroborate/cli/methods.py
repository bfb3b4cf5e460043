"""`methodology`: by which published rules incidents are graded."""

import click


@click.group()
def methodology() -> None:
    """List the grading methodologies, or show one."""
