"""How fast reprints are found, and how many: `python -m benchmark.reprints [REPORTS]`.

Synthetic reports of one incident, of some 500 words each: of three in ten, half to nine tenths is cut from an earlier
report, with one word in twenty changed by its editor; the others are written apart.
"""

import random
import sys
import time

from corroborate.reconcile.copies import reprints, sketch

_WORDS = [f"{a}{b}{c}" for a in "bcdfghklmnprst" for b in ("a", "ei", "o", "u") for c in ("ldor", "mat", "nish", "rek")]
_SENTENCE, _SENTENCES = 20, 25


def made(number: int, seed: int = 7) -> tuple[list[list[str]], dict[int, int]]:
    """Return reports as lists of sentences, always the same for a seed, and which is cut from which."""
    chance = random.Random(seed)  # noqa: S311  # synthetic text, no secret
    reports: list[list[str]] = []
    sources: dict[int, int] = {}
    for at in range(number):
        own = [" ".join(chance.choices(_WORDS, k=_SENTENCE)) for _ in range(_SENTENCES)]
        if at and chance.random() < 0.3:
            earlier = chance.randrange(at)
            sources[at] = earlier
            cut = chance.randrange(_SENTENCES * 6 // 10, _SENTENCES * 9 // 10)
            own[:cut] = [_edited(sentence, chance) for sentence in reports[earlier][:cut]]
        reports.append(own)
    return reports, sources


def _edited(sentence: str, chance: random.Random) -> str:
    return " ".join(chance.choice(_WORDS) if chance.random() < 0.05 else word for word in sentence.split())


def main() -> None:
    """Print times and what was found, for a number of reports, 2,000 unless told."""
    texts, sources = made(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
    started = time.process_time()
    sketches = [sketch(text) for text in texts]
    sketched = time.process_time()
    found = reprints(sketches, range(len(texts)), whole=True)
    compared = time.process_time()
    wrong = sum(at not in sources for at in found)
    print(
        f"{len(texts):,} reports: {len(texts) / (sketched - started):,.0f} sketched a second, all compared in"
        f" {compared - sketched:.2f} s; {sum(at in found for at in sources)} of {len(sources)} reprints found,"
        f" {wrong} that are none"
    )


if __name__ == "__main__":
    main()
