"""The words: frozen values that the stages hand on. No I/O happens here."""
