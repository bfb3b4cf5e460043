from importlib.resources import files

import pytest

from corroborate.model.document import PassageKind
from corroborate.read.passages import passages

REST = "three people were killed on Monday when shells hit the old town, rescuers said."


def parts(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages(text)]


@pytest.mark.parametrize(
    "line",
    [
        # a stamp
        "Shells kill three in Kassala | AFP Friday 3 May 2013 Three people were killed near the port.",
        "Shells kill three in Kassala State media | Reuters Monday 6 May 2013 Shells have hit the old town.",
        "Shells kill three in Kassala | Date of publication 6 May 2013 Shells have hit the old town.",
        "Shells Kill Three in Kassala | Posted: Monday, May 6, 2013 2:10 PM EDT Shells have hit the old town.",
        "Shells Kill Three in Kassala | 06-05-2013 Shells have hit the old town.",
        # a dateline
        "Shelling Kills Five in Kassala | KHARTOUM (Reuters) - Five people were killed on Monday.",
        "Shelling kills five in Kassala | Khartoum, Sudan (AP) -- Five people were killed on Monday.",
        "Shelling kills five in Kassala | KHARTOUM, Sudan — Five people were killed on Monday.",
        "Shelling kills five in Kassala | Khartoum, SANA - Five people were killed on Monday.",
        "Shelling kills five in Kassala countryside | Kassala province: Five people were killed on Monday.",
        # a word that opens a sentence
        f"Car bomb kills 12 in Kassala market | At least {REST}",
        f"Car bomb kills 12 in Kassala | A suicide bomber blew up his car where {REST}",
        f"Car Bomb Kills 12 at Kassala Gate | In the town of Kassala {REST}",
        f"Car bomb kills 12 in market | On Monday {REST}",
        "Car bomb kills 12 in market | A Sudanese army convoy was passing when the bomb went off.",
        "Car bomb kills 12 in market | The Sudanese Red Crescent has counted the dead.",
        "Car bomb kills 12 in market | Two Sudanese soldiers were among the dead.",
        "Car Bomb Kills Twelve in Deir Noor | Syrian troops have closed the road to the market.",
        "Car Bomb Kills Twelve at Noor Gate | Officials said that the road was closed.",
        "Car Bomb Kills Twelve Soldiers | Officials said that the road was closed.",
        "Car bomb kills twelve in western Noor | SOHR activists have counted the dead.",
        "Car bomb kills 12 in market | Police have closed the road.",
        "Fresh violence in border town | Heavy shelling killed nine people on Monday.",
        # a headline that is said again, its beginning at the least
        "Car bomb kills 12 in market | Car bomb kills 12 in market, and the road was closed.",
        "9 dead in raid on Noor camp Monitor | 9 dead in raid on Noor camp.",
        "Noor police seek gunman after raid | Noor police have closed the road.",
        # capitals that turn to small letters
        "TURKISH JETS HIT POST NEAR BORDER | Turkish warplanes struck a post on Monday.",
        "SHELLING KILLS FIVE IN THE OLD TOWN | A mortar shell killed five people on Monday.",
        "SHELLING KILLS FIVE IN THE OLD TOWN | ANKARA (Reuters) - A mortar shell killed five people.",
        # the page and its shelf
        f"Rebels advance - Daily Example / World | Two soldiers and {REST}",
        "Rebels advance - Daily Example / World | Rebels took two villages on Monday.",
        # several
        "Shells kill three | AFP Friday 3 May 2013 Shells kill three in town | At least three people were killed.",
    ],
)
def test_a_headline_that_ran_into_its_report_is_a_passage_of_its_own(line: str) -> None:
    assert [" ".join(parts(line.replace(" | ", " ")))] == [line.replace(" | ", " ")]
    assert parts(line.replace(" | ", " "))[: line.count(" | ") + 1] == line.split(" | ")


@pytest.mark.parametrize(
    "sentence",
    [
        "Judges of the court in The Hague have sentenced two men for the killing of nine people.",
        "An officer told The Associated Press that nine people were killed.",
        "The raid that killed nine was shown by Al Jazeera English and by The Daily Example on Monday.",
        "Soldiers of the regiment's A Company were killed in the raid.",
        "Nine soldiers of Group A were killed in the raid on the camp.",
        "Shells that were fired from In Salah and At Tall have killed nine people.",
        "The foreign minister Bush said that nine people were killed by the army.",
        "The militant group Solidarity and its allies have killed nine people.",
        "In the north of Aleppo Syrian forces were shelled by rebels, and nine people died.",
        "Rebels of the Free Syrian Army have killed nine soldiers in the town of Noor.",
        "Fighters of the Islamic State group have killed nine people near the office of Shiite Houthi rebels.",
        "Nine people of the Konduga Local Government area were killed on Monday.",
        "The charity ACTED -- Agency for Technical Cooperation -- said that nine of its staff were killed.",
        "Nine people died on 3 May 2013 Colonel Noor said, and others were wounded.",
        "Nine people were killed in District Three of the city on Monday.",
        'The driver said "nobody was hurt The road was closed" and that nine cars had been burnt.',
        "Shares of Series A preferred stock were sold.",
        "LIMA, 9 JAN 90 (EFE) -- [TEXT] NINE PEOPLE WERE KILLED IN A BOMB ATTACK IN LIMA ON MONDAY.",
        "SANTA NOOR, California A gunman killed six people and wounded seven others on Monday.",
        "Nine dead.",
    ],
)
def test_a_sentence_with_capitals_in_its_middle_stays_whole(sentence: str) -> None:
    assert parts(sentence) == [sentence]


def test_the_headline_is_one_only_at_the_head_of_a_report() -> None:
    glued = "Car bomb kills 12 in market At least 12 people were killed on Monday."
    kinds = [passage.kind for passage in passages(f"{glued}\n\nThe road was closed.\n\n{glued}")]
    body = PassageKind.BODY
    assert kinds == [PassageKind.HEADLINE, body, body, body, body]


def test_a_headline_in_capitals_is_spelled_as_the_report_that_it_ran_into() -> None:
    text = "SHELLS KILL NINE IN THE TOWN OF NOOR The town of Noor was shelled on Monday."
    headline = next(passages(text))
    assert [token.text for token in headline.tokens] == "Shells kill nine in the town of Noor".split()


def test_every_row_of_the_table_is_a_class_and_an_expression() -> None:
    table = files("corroborate.read").joinpath("data/seams.tsv").read_text(encoding="utf-8").splitlines()
    rows = [row.split("\t") for row in table if row and not row.startswith("#")]
    assert all(len(row) == 2 and all(row) for row in rows)
