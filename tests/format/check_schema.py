#!/usr/bin/env python3
"""Holds docs/relaytab.schema.json and the reader to each other: check_schema.py YAML_VERDICT SOURCE_DIR.

Every document is judged twice: by PyYAML and the schema, and by the reader. Clean means that the reader takes it and
finds no invalid row. They must agree, but for the documents named below: those Python's reader lets pass where YAML
readers differ, which no schema can see. Each of these must differ indeed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema
import yaml

# What PyYAML takes silently and the reader refuses.
UNSEEN = {
    "alias-of-anchor", "anchor", "anchor-on-scalar", "directive-tag", "directive-unknown", "directive-yaml",
    "duplicate-deep-own-key", "duplicate-own-key", "duplicate-row-key", "duplicate-top-key", "enabled-FALSE",
    "enabled-True", "enabled-no", "enabled-off", "enabled-on", "enabled-yes", "expectation-authenticated-yes",
    "expectation-client", "key-over-lines", "line-separator-u2028", "merge-key", "merge-key-in-own", "next-line-u0085",
    "question-mark-key", "tag", "too-deep", "unknown-flags-hex", "utf16be", "utf16le",
}

ROW = "relaytab: 1\nallow:\n  - net: %s\n"
DOCUMENTS = {
    "least": "relaytab: 1\n",
    "all": """relaytab: 1
flags: [deny, allow, authenticated]
unknown-flags: 256
deny:
  - net: "192.168.1.0"
    mask: "255.255.255.248"
    comment: Printers
    enabled: false
    owner: bob
    tags: [a, b]
    x-id: 7
allow:
local: []
expect:
  - {client: "203.0.113.0/24", verdict: refused, server: "10.0.0.1", authenticated: true, comment: 2026-11-24}
routing: {a: 1}
x-site: [1, 2]
""",
    "plain-host": ROW % "10.0.0.1",
    "ipv6": ROW % '"2001:db8::"\n    mask: "ffff:ffff::"',
    "ipv6-length": ROW % '"2001:db8::"\n    mask: /128',
    "gaps": ROW % '10.0.0.0\n    mask: "255.0.255.0"',
    "length": ROW % "10.0.0.0\n    mask: /0",
    "length-33": ROW % "10.0.0.0\n    mask: /33",
    "length-08": ROW % "10.0.0.0\n    mask: /08",
    "bare-length": ROW % "10.0.0.0\n    mask: 24",
    "mask-of-other-family": ROW % '10.0.0.0\n    mask: "ffff::"',
    "float": ROW % "10.0",
    "number": ROW % "167772161",
    "leading-zero": ROW % "010.0.0.1",
    "octet-too-large": ROW % "10.0.0.256",
    "prefix-in-net": ROW % "10.0.0.0/8",
    "final-newline": ROW % '"10.0.0.1\\n"',
    "empty-net": ROW % '""',
    "null-net": ROW % "~",
    "null-mask": ROW % "10.0.0.0\n    mask:",
    "bits-beyond-32": "relaytab: 1\nflags: []\nunknown-flags: 4294967296\n",
    "largest-bits": "relaytab: 1\nflags: []\nunknown-flags: 4294967280\n",
    "json": '{"relaytab": 1, "deny": [{"net": "10.0.0.0", "mask": "255.0.0.0"}]}',
    "alias-of-anchor": "relaytab: 1\nx-a: &a 1\nx-b: *a\n",
}


def accepted(validator, data):
    try:
        document = yaml.safe_load(data)
    except (yaml.YAMLError, UnicodeError, ValueError):
        return False
    return validator.is_valid(document)


def main():
    verdict, source = sys.argv[1], pathlib.Path(sys.argv[2])
    schema = json.loads((source / "docs/relaytab.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        paths = sorted((source / "tests/format/data/yaml").glob("*.yaml"))
        for name, text in DOCUMENTS.items():
            paths.append(pathlib.Path(folder) / (name + ".yaml"))
            paths[-1].write_text(text)
        paths += sorted((source / "docs/examples").glob("*.yaml"))
        lines = subprocess.run([verdict, *map(str, paths)], check=True, capture_output=True, text=True).stdout.split()
        for path, line in zip(paths, lines, strict=True):
            agree = accepted(validator, path.read_bytes()) == (line == "clean")
            if agree == (path.stem in UNSEEN):
                print(f"{path.name}: the reader says {line}, the schema {'the same' if agree else 'otherwise'}")
                failed += 1
    print(f"{len(paths)} documents, {failed} wrong")
    return 1 if failed else 0


sys.exit(main())
