"""Corroborate turns conflict reporting into an attributed, corroborated incident record."""
