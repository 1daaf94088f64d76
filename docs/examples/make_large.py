#!/usr/bin/env python3
"""Writes a large policy for trying the editor at scale."""
import argparse
import random
import sys

arguments = argparse.ArgumentParser(description=__doc__, epilog='example: make_large.py 1000000 > large.yaml')
arguments.add_argument('rows', type=int, nargs='?', default=1_000_000, help='rows in Allow (default: %(default)s)')
rows = arguments.parse_args().rows
if rows < 0:
    arguments.error('rows cannot be negative')
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
