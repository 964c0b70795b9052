r"""What a validation found.

>>> describe(Report())
'The graph conforms: no finding.\n'
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing that is wrong: which check says so, of which node, and in which words."""

    check: str
    node: str
    message: str
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings, sorted; a graph without any conforms."""

    findings: tuple[Finding, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def describe(report: Report) -> str:
    """Return a report in lines for people, control characters escaped."""
    if report.conforms:
        return "The graph conforms: no finding.\n"
    lines = [_line(finding) for finding in report.findings]
    count = len(lines)
    lines.append(f"{count} finding{'' if count == 1 else 's'}.")
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding) -> str:
    value = f" ({finding.value})" if finding.value else ""
    line = f"{finding.check}: {finding.node}: {finding.message}{value}"
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in line
    )
