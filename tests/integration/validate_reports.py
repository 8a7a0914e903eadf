#!/usr/bin/env python3
"""Checks JSON files against a JSON Schema, with a validator that knows nothing of this program.

    validate_reports.py SCHEMA      then a path a line on standard input; answers "ok" or the first faults, a line each

Of a file whose name ends in .jsonl each line is one value.
"""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
print("ok", flush=True)
for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        values = [json.loads(part) for part in (text.splitlines() if path.endswith(".jsonl") else [text])]
    except ValueError as fault:
        print(f"not JSON: {fault}", flush=True)
        continue
    faults = [f"{'.'.join(map(str, fault.absolute_path))}: {fault.message[:200]}"
              for value in values for fault in validator.iter_errors(value)]
    print("; ".join(faults[:5]).replace("\n", " ") or "ok", flush=True)
