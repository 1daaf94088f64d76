#!/usr/bin/env python3
"""Writes a large policy for trying the editor at scale: make_large.py ROWS > large.yaml"""
import random
import sys

rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
random.seed(193922)
out = sys.stdout
out.write('relaytab: 1\nflags: [deny, allow, authenticated]\ndeny:\n  - net: "192.168.1.0"\n    mask: "255.255.255.248"\nallow:\n')
for _ in range(rows):
    length = random.choices((32, 24, 20, 28), (70, 20, 5, 5))[0]
    mask = (0xFFFFFFFF << (32 - length)) & 0xFFFFFFFF
    net = random.getrandbits(32) & mask
    quad = lambda bits: '.'.join(str(bits >> shift & 255) for shift in (24, 16, 8, 0))
    out.write(f'  - net: "{quad(net)}"\n')
    if length < 32:
        out.write(f'    mask: "{quad(mask)}"\n')
out.write('local: []\n')
