"""Beside the stages. A record in, the same record out, without what people marked as confidential.

Names, addresses and words of sources and reports that a person marked are replaced by pseudonyms, or blacked out; what
was counted, linked and graded stays. It is done once, to the values, before anything is shown or handed on: whoever
takes the record from a case gets it so.
"""

from corroborate.veil.marks import Known, Marks, Reach, marks_of, reach_of
from corroborate.veil.pseudonyms import Pseudonyms
from corroborate.veil.spellings import Spellings
from corroborate.veil.veiling import Veil

__all__ = ["Known", "Marks", "Pseudonyms", "Reach", "Spellings", "Veil", "marks_of", "reach_of"]
