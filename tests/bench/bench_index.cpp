#include <random>

#include "model/analysis/rule_index.h"
#include "tests/bench/bench_data.h"

// The lists come from the folder RELAYTAB_BENCH_DATA (tests/bench/make_data.py); without it the benchmarks are skipped.
// Queries: half of them within a rule of the list, half anywhere.

using namespace relaytab;
using bench::Names;
using bench::read;

namespace {

std::vector<Bits> queries(const RuleList &list, Family family)
{
    constexpr std::size_t count = std::size_t{1} << 20;
    std::vector<Rule> rules;
    for (const RuleList::RowView view : list)
        if (const auto rule = view.rule(); rule && rule->net.family == family)
            rules.push_back(*rule);
    std::mt19937_64 random(193922);
    std::vector<Bits> result;
    while (result.size() < count) {
        const Bits any = ((Bits{random()} << 64) | random()) & allOnes(family);
        const Rule &rule = rules[random() % rules.size()];
        result.push_back((result.size() % 2) == 0 ? any : rule.net.bits | (any & ~rule.mask.bits));
    }
    return result;
}

void build(benchmark::State &state, Names names)
{
    const RuleList list = read(state, names);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(RuleIndex(list));
    state.counters["bytes/rule"] =
        static_cast<double>(RuleIndex(list).bytes()) / static_cast<double>(std::max<std::size_t>(1, list.size()));
}

void bulk4(benchmark::State &state, Names names)
{
    const RuleList list = read(state, names);
    const RuleIndex index(list);
    std::vector<std::uint32_t> addresses;
    if (!list.isEmpty())
        for (const Bits bits : queries(list, Family::IPv4))
            addresses.push_back(static_cast<std::uint32_t>(bits));
    std::vector<RowNumber> rows(addresses.size());
    for ([[maybe_unused]] auto _ : state) {
        index.findIPv4(addresses, rows);
        benchmark::DoNotOptimize(rows.data());
    }
    state.counters["ns/lookup"] =
        benchmark::Counter(static_cast<double>(addresses.size()) * 1e-9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void bulk6(benchmark::State &state, Names names)
{
    const RuleList list = read(state, names);
    const RuleIndex index(list);
    const std::vector<Bits> addresses = list.isEmpty() ? std::vector<Bits>{} : queries(list, Family::IPv6);
    std::vector<RowNumber> rows(addresses.size());
    for ([[maybe_unused]] auto _ : state) {
        index.findIPv6(addresses, rows);
        benchmark::DoNotOptimize(rows.data());
    }
    state.counters["ns/lookup"] =
        benchmark::Counter(static_cast<double>(addresses.size()) * 1e-9,
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

/// Each lookup waits for the answer of the one before.
void oneByOne(benchmark::State &state, Family family, Names names)
{
    const RuleList list = read(state, names);
    const RuleIndex index(list);
    const std::vector<Bits> addresses = list.isEmpty() ? std::vector<Bits>{0} : queries(list, family);
    std::size_t at = 0;
    RowNumber row = 0;
    for ([[maybe_unused]] auto _ : state) {
        row = index.find({addresses[at] ^ (row & 1), family});
        at = at + 1 == addresses.size() ? 0 : at + 1;
    }
    benchmark::DoNotOptimize(row);
}

} // namespace

BENCHMARK_CAPTURE(build, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build, real6, {"real6-900k.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk4, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk4, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk4, real4_gaps, {"real4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk4, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk6, real6, {"real6-900k.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(bulk6, real6_gaps, {"real6-900k.cidr", "gaps6-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(oneByOne, real4, Family::IPv4, {"real4-1m.cidr"});
BENCHMARK_CAPTURE(oneByOne, sparse4, Family::IPv4, {"sparse4-1m.cidr"});
BENCHMARK_CAPTURE(oneByOne, real6, Family::IPv6, {"real6-900k.cidr"});

BENCHMARK_MAIN();
