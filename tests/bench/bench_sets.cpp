#include <random>

#include "model/analysis/difference.h"
#include "model/analysis/expectation_check.h"
#include "model/analysis/exposure.h"
#include "model/analysis/minimize.h"
#include "tests/bench/bench_data.h"

// Sets, differences and what stands on them, for lists of a million rows. Each figure is the whole question, from rows
// to answer.

using namespace relaytab;
using bench::Names;
using bench::read;

namespace {

void setOf(benchmark::State &state, Names names)
{
    const RuleList list = read(state, names);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(AddressSet::ofRules(list));
}

/// Distinct masks with every bit as likely as not, the hardest there are: nothing in them is shared.
void setOfRandomMasks(benchmark::State &state, Family family)
{
    std::mt19937_64 random(193922);
    const auto bits = [&] { return ((Bits{random()} << 64) | random()) & allOnes(family); };
    RuleList list;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        const Bits mask = bits();
        list.append(Rule{{bits() & mask, family}, {mask, family}});
    }
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(AddressSet::ofRules(list));
}

/// Every tenth row another host.
RuleList changed(const RuleList &list)
{
    std::mt19937 random(193922);
    RuleList result;
    for (const RuleList::RowView row : list) {
        if (random() % 10 == 0)
            result.append(Rule::host(Address::v4(static_cast<std::uint32_t>(random()))));
        else
            result.append(*row.rule());
    }
    return result;
}

void difference(benchmark::State &state, Names names)
{
    const RelayPolicy before{.flags = flag::allow, .allow = read(state, names)};
    const RelayPolicy after{.flags = flag::allow, .allow = changed(before.allow)};
    for ([[maybe_unused]] auto _ : state) {
        const Difference answer = differenceOf(before, after, {});
        benchmark::DoNotOptimize(answer.gained.count(Family::IPv4));
        benchmark::DoNotOptimize(answer.lost.count(Family::IPv4));
    }
}

void minimize(benchmark::State &state, Names names)
{
    const RuleList list = read(state, names);
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(minimizedList(list));
}

/// One row taken out of the middle, and everything about who may relay is right again.
void exposureAfterEdit(benchmark::State &state, Names names)
{
    RelayPolicy policy{.flags = flag::deny | flag::allow, .allow = read(state, names)};
    const PolicyCounts counts = countsOf(policySetsOf(policy));
    const std::size_t row = policy.allow.size() / 2;
    const ListEdit edit{.list = ListKind::Allow, .first = row, .removed = policy.allow.splice(row, 1, {})};
    for ([[maybe_unused]] auto _ : state) {
        const std::vector<Rule> touched = rulesTouched(policy, edit);
        const auto near = rowsMeeting(policy, allLists, touched, policy.allow.size());
        benchmark::DoNotOptimize(
            exposureOf(policy.flags, countsAfterEdit(counts, edit, touched, near.value()), Reading::Observed));
    }
}

/// A /8 that must not relay, against a million rows.
void expectation(benchmark::State &state, Names names)
{
    const RelayPolicy policy{.flags = flag::allow, .allow = read(state, names)};
    const PolicySets sets = policySetsOf(policy);
    const Expectation expected{.client = Rule{Address::v4(0x0A000000U), Mask::prefix(Family::IPv4, 8)}};
    for ([[maybe_unused]] auto _ : state)
        benchmark::DoNotOptimize(checkExpectation(expected, sets));
}

} // namespace

BENCHMARK_CAPTURE(setOf, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, real6, {"real6-900k.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, gaps4, {"gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, gaps6, {"gaps6-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, real4_gaps, {"real4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOf, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOfRandomMasks, IPv4, Family::IPv4)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(setOfRandomMasks, IPv6, Family::IPv6)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(difference, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(difference, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(difference, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimize, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimize, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimize, real6, {"real6-900k.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimize, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exposureAfterEdit, real4, {"real4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exposureAfterEdit, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exposureAfterEdit, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(expectation, sparse4, {"sparse4-1m.cidr"})->Unit(benchmark::kMicrosecond);

BENCHMARK_MAIN();
