"""Files that lie beside an export, and never what lies elsewhere."""

from pathlib import Path


def inside(folder: Path | None, told: str) -> Path | None:
    """Return the file of the folder that an export names, None where there is none, or no plain one.

    Where the whole path does not lead there, the longest end of it that does: an archiver that ran elsewhere tells
    where it put a file on its own machine. No path, and no link, leads out of the folder.
    """
    if folder is None:
        return None
    parts = [part for part in told.replace("\\", "/").split("/") if part not in {"", "."}]
    found = (_plain(folder, parts[start:]) for start in range(len(parts)))
    return next((path for path in found if path is not None), None)


def _plain(folder: Path, parts: list[str]) -> Path | None:
    try:
        path = folder.joinpath(*parts).resolve()
        return path if path.is_relative_to(folder.resolve()) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a circle of links
        return None
