#!/usr/bin/env python3
"""Measures relaytabctl and its engines against their peers and prints the tables of docs/performance.md.

Usage: measure.py BUILD DATA [--runs N] [--rows PATTERN] [--no-inside] [--no-outside] [--no-window]

Outside, each row of the table is two whole processes or more, run in turn so that whatever else the machine does meets
all of them; processor time is user and system time of the process as the kernel counts it, wall time is what passed.
Medians. Before a row is timed, what the two put out is compared where it can be.

The window is measured by a program of its own, in milliseconds of processor time of the window's thread.
"""

import argparse
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Command:
    arguments: list
    stdin: Path = Path("/dev/null")
    out: Path = Path("/dev/null")


@dataclass
class Run:
    cpu: float
    wall: float
    mebibytes: float


def run(command):
    """One process, spawned and waited for with what the kernel counted of it; its least peak is that of this script."""
    files = [os.open(command.stdin, os.O_RDONLY), os.open(command.out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
             os.open("/dev/null", os.O_WRONLY)]
    arguments = [str(argument) for argument in command.arguments]
    begin = time.perf_counter()
    child = os.posix_spawnp(arguments[0], arguments, os.environ,
                            file_actions=[(os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate(files)])
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    for file in files:
        os.close(file)
    if os.waitstatus_to_exitcode(status) not in (0, 1):  # 1 is an answer: no
        sys.exit(f"failed: {' '.join(arguments)}")
    return Run(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


@dataclass
class Row:
    """What is measured: ours first. `ratio` says how a row is read: 'faster' is peer / ours, 'within' ours / peer."""

    name: str
    ours: Command
    peer: Command
    ratio: str
    must: float
    aim: float
    check: object = None
    results: list = field(default_factory=list)

    def measure(self, runs):
        if self.check:
            apart(self.check)
        self.results = [[], []]
        for _ in range(runs):
            for command, results in zip((self.ours, self.peer), self.results):
                results.append(run(command))

    def line(self):
        cpu = [statistics.median(r.cpu for r in results) for results in self.results]
        wall = [statistics.median(r.wall for r in results) for results in self.results]
        memory = [max(r.mebibytes for r in results) for results in self.results]
        share = [ours / peer if self.ratio == "within" else peer / ours for ours, peer in (cpu, wall)]
        reached = share[0] <= self.must if self.ratio == "within" else share[0] >= self.must
        must = (f"≤ {self.must:g}× (≤ {self.aim:g}×)" if self.ratio == "within"
                else f"{self.must:g}× faster ({self.aim:g}×)")
        return (f"| {self.name} | {cpu[0]:.3f} / {cpu[1]:.3f} | **{share[0]:.2f}×** | {wall[0]:.3f} / {wall[1]:.3f} "
                f"| {share[1]:.2f}× | {memory[0]:.0f} / {memory[1]:.0f} | {must} | {'yes' if reached else 'NO'} |")


def output(command):
    """What a command puts out, as bytes. An address list of real size fits."""
    with open(command.stdin, "rb") as stdin:
        done = subprocess.run([str(a) for a in command.arguments], stdin=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
    return done.stdout


def sorted_nets(text):
    return sorted(line.removesuffix(b"/32") for line in text.split())


def must_agree(name, ours, peer):
    if ours != peer:
        sys.exit(f"{name}: the answers differ")


def apart(work):
    """Does it in another process: the least peak of those that are measured is what this one has held."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except SystemExit as end:
            print(end, file=sys.stderr)
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        sys.exit(1)


class Outside:
    def __init__(self, build, data):
        self.build, self.data, self.work = build, data, data / "work"
        self.work.mkdir(exist_ok=True)
        self.ctl = build / "app/relaytabctl"
        os.environ["RELAYTAB_DATA"] = str(self.work / "backups")
        self.size = sum(1 for _ in open(data / "real4-1m.cidr", "rb"))

    def list(self, name):
        return self.data / name

    def converted(self, suffix):
        """The real list as another format, made once."""
        path = self.work / f"real4-1m{suffix}"
        if not path.exists():
            whole = self.work / f"new{suffix}"
            subprocess.run([self.ctl, "convert", self.list("real4-1m.cidr"), whole, "--allow-open-relay"], check=True,
                           stderr=subprocess.DEVNULL)
            whole.rename(path)
        return path

    def peer(self, name, *arguments):
        return [self.build / "tests/bench" / name, *arguments]

    def rows(self):
        queries = self.list("queries4.txt")
        for kind, name, must, aim in (("real", "real4-1m.cidr", 4, 8), ("blocklist-like", "sparse4-1m.cidr", 2.5, 5)):
            ours = Command([self.ctl, "check", self.list(name)], stdin=queries)
            peer = Command(["grepcidr", "-f", self.list(name), queries])
            yield Row(f"check, {kind}, against grepcidr", ours, peer, "faster", must, aim,
                      lambda ours=ours, peer=peer: self.same_matches(ours, peer))
            bare = Command(self.peer("peer_parse_only"), stdin=queries)
            yield Row(f"check, {kind}, against parse-only", ours, bare, "within", 5, 3)
        for kind, name in (("real", "real4-1m.cidr"), ("blocklist-like", "sparse4-1m.cidr")):
            ours = Command([self.ctl, "minimize", self.list(name)])
            peer = Command(["iprange", "--optimize", self.list(name)])
            yield Row(f"minimize, {kind}, against iprange --optimize", ours, peer, "faster", 3, 6,
                      lambda ours=ours, peer=peer: must_agree("minimize", sorted_nets(output(ours)),
                                                             sorted_nets(output(peer))))
        for kind, before, after in (("real", "real4-1m.cidr", "changed4-1m.cidr"),
                                    ("blocklist-like", "sparse4-1m.cidr", "changed-sparse4-1m.cidr")):
            limit = "4000000000"
            ours = Command([self.ctl, "diff", self.list(before), self.list(after), "--limit", limit])
            peer = Command(["iprange", self.list(before), "--diff", self.list(after)])
            yield Row(f"diff, {kind}, against iprange --diff", ours, peer, "faster", 3, 6,
                      lambda ours=ours, peer=peer: self.same_difference(ours, peer))
        yaml = self.converted(".yaml")
        yield Row("load YAML, against libyaml's events", Command([self.ctl, "check", yaml, "192.0.2.1"]),
                  Command(self.peer("peer_yaml_walk", yaml)), "within", 1.2, 0.7)
        ini = self.converted(".ini")
        yield Row("load and save INI, against QSettings",
                  Command([self.ctl, "convert", ini, self.work / "ours.ini", "--allow-open-relay"]),
                  Command(self.peer("peer_qsettings", ini, self.work / "theirs.ini")), "faster", 10, 25,
                  lambda: (self.work / "theirs.ini").unlink(missing_ok=True))
        reg = self.converted(".reg")
        yield Row(f"load .reg of {reg.stat().st_size / 1e6:.0f} MB, against cat",
                  Command([self.ctl, "check", reg, "192.0.2.1"]), Command(["cat", reg]), "within", 8, 5)

    def same_matches(self, ours, peer):
        allowed = sum(1 for line in output(ours).split(b"\n") if b"\tallowed\t" in line)
        must_agree("check", allowed, output(peer).count(b"\n"))

    def same_difference(self, ours, peer):
        """iprange gives both directions as one set: the addresses are counted."""
        def addresses(nets):
            return sum(1 << 32 - int(net.partition(b"/")[2] or 32) for net in nets)
        lines = [line.split() for line in output(ours).split(b"\n")]
        must_agree("diff", addresses(line[1] for line in lines if line and line[0] in (b"+", b"-")),
                   addresses(output(peer).split()))

    def memory(self):
        """Lines about memory: what grows, and with what."""
        policy = self.list("sparse4-1m.cidr")
        queries = self.list("queries4.txt")
        some = self.work / "some.txt"
        with open(queries, "rb") as lines:
            with open(some, "wb") as few:
                few.writelines(next(lines) for _ in range(self.size // 10))
        few, many = (run(Command([self.ctl, "check", policy], stdin=path)).mebibytes for path in (some, queries))
        yield f"| memory of check, {self.size // 10:,} / {self.size * 10:,} addresses | {few:.0f} / {many:.0f} MiB |"
        as_list, as_reg = (run(Command([self.ctl, "check", path, "192.0.2.1"])).mebibytes
                           for path in (self.list("real4-1m.cidr"), self.converted(".reg")))
        yield f"| memory of load: list / .reg | {as_list:.0f} / {as_reg:.0f} MiB |"


def outside(build, data, runs, pattern):
    print(f"\nWhole processes, {runs} runs in turn, medians; ours / peer. cpu is user + system time.\n")
    print("| work | cpu s | by cpu | wall s | by wall | peak MiB | must (aim) | reached |")
    print("|---|---|---|---|---|---|---|---|")
    work = Outside(build, data)
    for row in work.rows():
        if re.search(pattern, row.name):
            row.measure(runs)
            print(row.line(), flush=True)
    if re.search(pattern, "memory"):
        print("\n| memory | peak |\n|---|---|")
        for line in work.memory():
            print(line, flush=True)


def inside(build, data, runs, pattern):
    print(f"\nInside, one thread, {runs} repetitions, medians of processor time.\n")
    print("| benchmark | time | more |")
    print("|---|---|---|")
    environment = dict(os.environ, RELAYTAB_BENCH_DATA=str(data))
    for program in ("bench_index", "bench_sets", "bench_findings"):
        done = subprocess.run([build / "tests/bench" / program, f"--benchmark_repetitions={runs}",
                               f"--benchmark_filter={pattern}", "--benchmark_format=json", "--benchmark_min_time=0.05",
                               "--benchmark_enable_random_interleaving=true", "--benchmark_report_aggregates_only=true"],
                              env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        known = {"family_index", "per_family_instance_index"}
        for result in json.loads(done.stdout or '{"benchmarks": []}')["benchmarks"]:
            if result.get("aggregate_name") != "median":
                continue
            more = [f"{value:.1f} {key}" for key, value in result.items()
                    if isinstance(value, float) and key not in known | {"cpu_time", "real_time"}]
            print(f"| {result['run_name']} | {result['cpu_time']:.1f} {result['time_unit']} | {', '.join(more)} |",
                  flush=True)


# What a person does in the window, its benchmark, which of its figures counts, and the milliseconds that it must reach.
WINDOW = (
    ("show a million rules", "show", "median", 300, 200),
    ("scroll anywhere, 95 of 100 frames", "scrollTo", "p95", 16, 8),
    ("scroll by page, 95 of 100 frames", "scrollByPage", "p95", 16, 8),
    ("sort by net", "sort/net", "median", 400, 250),
    ("sort by status", "sort/status", "median", 400, 250),
    ("sort by comment", "sort/comment", "median", 400, 250),
    ("filter by text", "filter/text", "median", 200, 100),
    ("filter by digits", "filter/digits", "median", 200, 100),
    ("filter by address", "filter/address", "median", 200, 100),
    ("filter by net", "filter/net", "median", 200, 100),
    ("filter by status", "filter/status", "median", 200, 100),
    ("show all again", "filterAway", "median", 200, 100),
    ("paste 100,000 lines", "paste/in_file_order", "median", 300, 150),
    ("the same under a sort", "paste/sorted", "median", 300, 150),
    ("take the paste back", "undoPaste/in_file_order", "median", 300, 150),
    ("the same under a sort", "undoPaste/sorted", "median", 300, 150),
    ("remove 100,000 rows", "remove/in_file_order", "median", 300, 150),
    ("the same under a sort", "remove/sorted", "median", 300, 150),
    ("take that back", "undoRemove/in_file_order", "median", 300, 150),
    ("the same under a sort", "undoRemove/sorted", "median", 300, 150),
    ("one edit: status, exposure and the tester's answer", "edit/settled", "median", 16, None),
    ("the same while the last is still looked at", "edit/in_a_row", "median", 16, None),
    ("the same with 1,000 masks with gaps", "edit/with_1000_gap_masks", "median", 16, None),
    ("another address in the tester, which no row decides", "askTester/undecided", "median", 16, None),
    ("a /8 in the tester", "askTester/net", "median", 16, None),
)


def window(build, size, pattern):
    print(f"\nThe window with {size:,} rules, milliseconds of processor time of its thread, each to the painted window.\n")
    print("| what | ms | p95 | must (aim) | reached |")
    print("|---|---|---|---|---|")
    rows = [row for row in WINDOW if re.search(pattern, row[0]) or re.search(pattern, row[1])]
    if not rows:
        return
    names = "|".join(row[1] for row in rows)
    done = subprocess.run([build / "tests/bench/bench_window", f"--benchmark_filter=^({names})/", "--benchmark_format=json"],
                          env=dict(os.environ, RELAYTAB_BENCH_ROWS=str(size), QT_QPA_PLATFORM="offscreen"),
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    results = {result["name"].partition("/iterations")[0]: result for result in json.loads(done.stdout)["benchmarks"]}
    for what, name, figure, must, aim in rows:
        result = results[name]
        if result.get("error_occurred"):
            sys.exit(f"{what}: {result['error_message']}")
        print(f"| {what} | {result['median']:.1f} | {result['p95']:.1f} | {must}{f' ({aim})' if aim else ''} "
              f"| {'yes' if result[figure] <= must else 'NO'} |", flush=True)


def surroundings(build):
    """What was on: without it no figure can be compared with another."""
    def first(path, pattern):
        match = re.search(pattern, Path(path).read_text(encoding="ascii", errors="replace"))
        return match.group(1) if match else "unknown"
    flags = first(build / "CMakeCache.txt", r"CMAKE_CXX_FLAGS:STRING=(.*)") or "none"
    kind = first(build / "CMakeCache.txt", r"CMAKE_BUILD_TYPE:STRING=(.*)")
    print(f"{first('/proc/cpuinfo', r'model name.*: (.*)')}, {os.cpu_count()} processors, load "
          f"{os.getloadavg()[0]:.1f}; {platform.system()} {platform.release()}")
    print(f"build: {kind}, further compiler flags: {flags}, portable x86-64 with run-time dispatch")
    print("huge pages: the program asks for them (madvise); the system says "
          + first("/sys/kernel/mm/transparent_hugepage/enabled", r"\[(\w+)\]") + "; peers do not ask")
    print("threads: one")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("build", type=Path)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--rows", default="", help="only rows that this regular expression is found in")
    arguments.add_argument("--no-inside", action="store_true")
    arguments.add_argument("--no-outside", action="store_true")
    arguments.add_argument("--no-window", action="store_true")
    arguments = arguments.parse_args()
    surroundings(arguments.build)
    if not arguments.no_inside:
        inside(arguments.build, arguments.data, arguments.runs, arguments.rows)
    if not arguments.no_outside:
        outside(arguments.build, arguments.data, arguments.runs, arguments.rows)
    if not arguments.no_window:
        size = sum(1 for _ in open(arguments.data / "sparse4-1m.cidr", "rb"))
        window(arguments.build, size, arguments.rows)


if __name__ == "__main__":
    main()
