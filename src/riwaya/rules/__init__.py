"""The rule engine: tables, patterns, matching. Knows no language."""
