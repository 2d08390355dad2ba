"""What serving has to tell: a port that cannot be had, a build that failed by a fault of the program."""

from __future__ import annotations

from teiencode.diagnostic import Code

NO_PORT = Code(
    code="TE971",
    name="port-unavailable",
    group="serving",
    severity="error",
    explanation="teiencode serve listens on a port of this machine. Another program, perhaps another teiencode serve, has it "
    "already, or the system does not give it.",
    cure="end the other program, or choose another port: --port 0 takes any that is free",
)
FAILED = Code(
    code="TE972",
    name="build-failed",
    group="serving",
    severity="error",
    explanation="A build broke off by a fault of teiencode itself. The pages stand as they were, and the next "
    "change is built again.",
    cure="please report it, with the message and the files that may be shared",
)
CODES = (NO_PORT, FAILED)
