"""Checks certificates that statements cannot all be true, and witnesses that they can: python verify.py FILE...

A FILE holds one certificate, a list of them, or {"system": ..., "certificates": [...], "witnesses": [...]}; with a
system, each line is also compared with the constraint that it names. Exit code: 0 all hold, 1 one does not.
"""
import json
import sys
from fractions import Fraction


def certificate_holds(certificate, system=None):
    """Multiplies the lines, adds them, and sees that every unknown cancels and that what is left is false."""
    unknown, room, opened = {}, Fraction(0), False  # room: the upper bounds less the lower bounds
    for line in certificate["lines"] + certificate["definitions"]:
        defined = "equals" in line
        ends = ["lower", "upper"] if defined else [line["side"]]
        bound, times = Fraction(line["equals" if defined else "bound"]), Fraction(line["times"])
        if ends[0] not in ("lower", "upper") or (not defined and times <= 0):
            return False
        if system and not belongs(line, ends, bound, system):
            return False
        factor = -times if not defined and line["side"] == "lower" else times
        for name, c in line["terms"]:
            unknown[name] = unknown.get(name, 0) + factor * Fraction(c)
        room += factor * bound
        opened = opened or (not defined and line["open"])
    return not any(unknown.values()) and (room < 0 or (room == 0 and opened))


def belongs(line, ends, bound, system):
    """Whether a line is the constraint that it names: the same terms, bound and openness."""
    constraint = next((c for c in system["constraints"] if c["id"] == line["id"]), {"terms": []})
    own = [(system["variables"][term["variable"]], Fraction(term["times"])) for term in constraint["terms"]]
    left = {}
    for name, c in own + [(name, -Fraction(c)) for name, c in line["terms"]]:
        left[name] = left.get(name, 0) + c
    found = [constraint.get(e) for e in ends]
    same = all(e and Fraction(e["value"]) == bound and e["open"] == line.get("open", False) for e in found)
    return same and not any(left.values())


def witness_holds(witness, system):
    """Whether the values, in the order of the variables, make every constraint true."""
    for c in system["constraints"]:
        total = sum(Fraction(t["times"]) * Fraction(witness[t["variable"]]) for t in c["terms"])
        rooms = [(e, s * (total - Fraction(c[e]["value"]))) for e, s in (("lower", 1), ("upper", -1)) if c.get(e)]
        if any(room < 0 or (room == 0 and c[e]["open"]) for e, room in rooms):
            return False
    return True


if __name__ == "__main__":
    results = []
    for path in sys.argv[1:]:
        read = json.load(open(path, encoding="utf-8"))
        found = read if "certificates" in read else {"certificates": read if isinstance(read, list) else [read]}
        results += [certificate_holds(c, found.get("system")) for c in found["certificates"]]
        results += [witness_holds(w, found["system"]) for w in found.get("witnesses", [])]
    print(f"{sum(results)} of {len(results)} hold")
    sys.exit(0 if results and all(results) else 1)
