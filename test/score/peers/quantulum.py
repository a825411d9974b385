"""Reads texts, one JSON string a line, with quantulum3; writes one JSON list a line."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")
from quantulum3 import parser  # noqa: E402

for line in sys.stdin:
    found = []
    try:
        for q in parser.parse(json.loads(line)):
            found.append(
                {
                    "start": q.span[0],
                    "end": q.span[1],
                    "value": repr(q.value) if q.value is not None else None,
                    "spread": repr(q.uncertainty) if q.uncertainty else None,
                    "unit": q.unit.name,
                    "entity": q.unit.entity.name,
                    "code": q.unit.currency_code,
                }
            )
    except Exception as error:
        print(json.dumps({"failed": f"{type(error).__name__}: {error}"}), flush=True)
        continue
    print(json.dumps(found), flush=True)
