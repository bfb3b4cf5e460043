"""The dossier in a real Chromium: it runs without error, asks for nothing, and can be read."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from corroborate.publish.dossier import dossier
from tests.unit.publish.handmade import RECORD

_FOUND = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
_CHROMIUM = next((path for path in _FOUND if path), "")
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions",
    "--disable-domain-reliability", "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars",
)  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not _CHROMIUM, reason="no Chromium on this machine: apt-get install chromium"),
]

# Run inside the page: what is wider than the window, and what text has too little contrast with its ground.
_PROBE = """
<script>
addEventListener("load", function () {
  function parse(colour) { return (colour.match(/[\\d.]+/g) || []).map(Number); }
  function light(c) {
    var v = c.slice(0, 3).map(function (x) {
      x /= 255;
      return x <= .04045 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4);
    });
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2];
  }
  function ground(node) {
    for (; node; node = node.parentElement) {
      var c = parse(getComputedStyle(node).backgroundColor);
      if (c.length === 3 || c[3] > .5) return c;
    }
    return [255, 255, 255];
  }
  var faint = {}, seen = 0;
  document.querySelectorAll("body *").forEach(function (node) {
    var own = Array.from(node.childNodes).some(function (n) { return n.nodeType === 3 && n.data.trim(); });
    if (!own || node.closest("svg, script, style") || !node.getClientRects().length) return;
    seen += 1;
    var a = light(parse(getComputedStyle(node).color)), b = light(ground(node));
    var ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) faint[node.tagName + "." + node.className] = Math.round(ratio * 10) / 10;
  });
  var arabic = document.querySelector('blockquote[lang="ar"]');
  document.body.insertAdjacentHTML("beforeend", '<pre id="probe"></pre>');
  document.getElementById("probe").textContent = JSON.stringify({
    seen: seen, faint: faint,
    wide: document.documentElement.scrollWidth - innerWidth,
    arabic: arabic ? getComputedStyle(arabic).direction : "none",
    loaded: performance.getEntriesByType("resource").map(function (entry) { return entry.name; }),
    folds: document.querySelectorAll("details").length,
    tools: !document.getElementById("unfold").parentNode.hidden
  });
});
</script>
"""


def _run(folder: Path, page: str, *options: str) -> subprocess.CompletedProcess[str]:
    file = folder / "dossier.html"
    file.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    return subprocess.run(
        [_CHROMIUM, *_QUIET, profile, "--enable-logging=stderr", *options, file.as_uri()],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip


def _probe(folder: Path, *options: str) -> dict[str, object]:
    page = dossier(RECORD).replace("</body>", _PROBE + "</body>")
    dumped = _run(folder, page, "--dump-dom", *options).stdout
    found = re.findall(r'<pre id="probe">(\{.*?)</pre>', dumped, flags=re.DOTALL)
    assert found, "the probe did not run"
    result: dict[str, object] = json.loads(unescape(found[-1]))
    return result


def test_it_runs_without_a_word_on_the_console_and_loads_nothing(tmp_path: Path) -> None:
    assert "CONSOLE" not in _run(tmp_path, dossier(RECORD), "--dump-dom").stderr
    assert _probe(tmp_path)["loaded"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_on_the_page_has_contrast_enough(tmp_path: Path, scheme: str) -> None:
    options = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    probed = _probe(tmp_path, *options)
    assert probed["faint"] == {}
    assert isinstance(probed["seen"], int)
    assert probed["seen"] > 200


@pytest.mark.parametrize("width", [1280, 700, 500])
def test_nothing_runs_over_the_edge_of_the_window(tmp_path: Path, width: int) -> None:
    wide = _probe(tmp_path, f"--window-size={width},900")["wide"]
    assert isinstance(wide, int)
    assert wide <= 0


def test_arabic_runs_from_right_to_left_and_the_folds_have_their_button(tmp_path: Path) -> None:
    probed = _probe(tmp_path)
    assert probed["arabic"] == "rtl"
    assert probed["tools"] is True


def test_it_prints_with_every_fold_open(tmp_path: Path) -> None:
    pdf = tmp_path / "dossier.pdf"
    _run(tmp_path, dossier(RECORD), f"--print-to-pdf={pdf}", "--no-pdf-header-footer")
    pypdf = pytest.importorskip("pypdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(pdf).pages)
    assert "people had died" in re.sub(r"\s+", " ", text)
