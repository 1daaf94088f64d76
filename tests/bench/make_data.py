#!/usr/bin/env python3
"""Makes the address lists that the benchmarks read. Usage: make_data.py FOLDER [--small]

Real ranges come from npm packages (CC0-1.0: geo-whois-asn-country, asn-country; CC-BY-4.0: asn, RouteViews and DB-IP):
    npm install --prefix FOLDER @ip-location-db/asn @ip-location-db/asn-country @ip-location-db/geo-whois-asn-country
Where they are not in FOLDER, ranges as long as real ones are made up.
Written to FOLDER, one entry a line:
    real4-1m.cidr     1,000,000 prefixes: the union of the packages, topped up by halving some of them
    sparse4-1m.cidr   1,000,000 entries as in a blocklist: 70 % hosts, 20 % /24, 10 % real prefixes, in few places
    changed4-1m.cidr  real4-1m.cidr with every tenth entry another host; changed-sparse4-1m.cidr of sparse4-1m.cidr
    real6-900k.cidr   900,000 IPv6 prefixes, topped up in the same way
    gaps4-1k.mask     1,000 rules net;mask with distinct masks with gaps; gaps6-1k.mask the same for IPv6
    queries4.txt      10,000,000 IPv4 addresses, Zipf over a million clients, as a log has them
--small makes a fiftieth of each, under the same names. Seeded: the same packages give the same files. Prints the share
that was topped up.
"""

import argparse
import ipaddress
import random
import sys
from pathlib import Path


def ranges_of(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            first, last = line.split(",", 2)[:2]
            yield first, last


def prefixes_of(first, last, width):
    """The fewest (net, length) that make first..last, both included."""
    while first <= last:
        size = first & -first or 1 << width
        while size > last - first + 1:
            size >>= 1
        yield first, width - size.bit_length() + 1
        first += size


def parse4(text):
    a, b, c, d = text.split(".")
    return int(a) << 24 | int(b) << 16 | int(c) << 8 | int(d)


def text4(number):
    return f"{number >> 24}.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def made_up(count, width, chance):
    """Prefixes as a routing table has them: half of them /24 (IPv6: /48), the others shorter."""
    found = {}
    longest, shortest, top = (24, 12, 0) if width == 32 else (48, 29, 1 << 125)
    while len(found) < count:
        length = longest if chance.random() < 0.5 else chance.randint(shortest, longest)
        found[top + (chance.getrandbits(length if width == 32 else length - 3) << (width - length)), length] = None
    return found


def union(folder, suffix, parse, width):
    found = {}
    for package in ("asn", "asn-country", "geo-whois-asn-country"):
        path = folder / "node_modules/@ip-location-db" / package / f"{package}-{suffix}.csv"
        for first, last in ranges_of(path):
            for prefix in prefixes_of(parse(first), parse(last), width):
                found[prefix] = None
    return found


def top_up(prefixes, wanted, width, chance):
    """Adds halves of prefixes until there are `wanted`; returns them shuffled, and how many are real."""
    real = len(prefixes)
    pool = [p for p in prefixes if p[1] < width]
    while len(prefixes) < wanted:
        net, length = chance.choice(pool)
        half = (net + (chance.getrandbits(1) << (width - length - 1)), length + 1)
        if half not in prefixes:
            prefixes[half] = None
            if half[1] < width:
                pool.append(half)
    rows = list(prefixes)
    chance.shuffle(rows)
    return rows[:wanted], min(real, wanted)


def sparse(real, wanted, chance):
    places = chance.sample(real, max(wanted * 6 // 100, 1))
    rows = {}
    while len(rows) < wanted:
        net, length = places[int(len(places) * chance.random() ** 2)]
        kind = chance.random()
        inside = net + chance.randrange(1 << min(32 - length, 12))
        if kind < 0.7:
            rows[(inside, 32)] = None
        elif kind < 0.9:
            rows[(inside & ~255, 24)] = None
        else:
            rows[chance.choice(real)] = None
    return list(rows)


def gap_rules(count, width, chance):
    rows = {}
    while len(rows) < count:
        mask = chance.getrandbits(width) | chance.getrandbits(width)
        host = ~mask & ((1 << width) - 1)
        if host & (host + 1):
            rows[mask] = chance.getrandbits(width) & mask
    return [(net, mask) for mask, net in rows.items()]


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def changed(rows, chance):
    return [(chance.getrandbits(32), 32) if chance.random() < 0.1 else row for row in rows]


def entries4(rows):
    return (text4(net) if length == 32 else f"{text4(net)}/{length}" for net, length in rows)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--small", action="store_true")
    arguments = arguments.parse_args()
    folder, share = arguments.folder, 50 if arguments.small else 1
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(193922)
    parse6 = lambda text: int(ipaddress.IPv6Address(text))
    text6 = lambda number: str(ipaddress.IPv6Address(number))

    def prefixes(suffix, parse, width, wanted):
        if (folder / "node_modules").exists():
            found = union(folder, suffix, parse, width)
            kind = "real"
        else:
            found = made_up(wanted * 9 // 10, width, chance)
            kind = "made up"
        rows, own = top_up(found, wanted, width, chance)
        print(f"{suffix}: {own} {kind}, {len(rows) - own} topped up")
        return rows

    real4 = prefixes("ipv4", parse4, 32, 1_000_000 // share)
    write(folder / "real4-1m.cidr", entries4(real4))
    sparse4 = sparse(real4, 1_000_000 // share, chance)
    write(folder / "sparse4-1m.cidr", entries4(sparse4))
    real6 = prefixes("ipv6", parse6, 128, 900_000 // share)
    write(folder / "real6-900k.cidr", (f"{text6(net)}/{length}" for net, length in real6))

    write(folder / "gaps4-1k.mask", (f"{text4(net)};{text4(mask)}" for net, mask in gap_rules(1000, 32, chance)))
    write(folder / "gaps6-1k.mask", (f"{text6(net)};{text6(mask)}" for net, mask in gap_rules(1000, 128, chance)))

    count = 1_000_000 // share
    clients = [text4(chance.getrandbits(32)) for _ in range(count)]
    with open(folder / "queries4.txt", "w", encoding="ascii") as out:
        for _ in range(100):
            out.write("\n".join(clients[int(count ** chance.random()) - 1] for _ in range(count // 10)) + "\n")

    write(folder / "changed4-1m.cidr", entries4(changed(real4, chance)))
    write(folder / "changed-sparse4-1m.cidr", entries4(changed(sparse4, chance)))


if __name__ == "__main__":
    main()
