#include "model/analysis/policy_findings.h"
#include "tests/bench/bench_data.h"

// All findings of a policy; the lists come from RELAYTAB_BENCH_DATA (tests/bench/bench_data.h).

using namespace relaytab;
using bench::Names;

namespace {

void findings(benchmark::State &state, Names allow, Names deny)
{
    RelayPolicy policy{.flags = flag::allow | flag::deny};
    policy.allow = bench::read(state, allow);
    if (deny.size() > 0)
        policy.deny = bench::read(state, deny);
    std::size_t found = 0;
    for ([[maybe_unused]] auto _ : state)
        found = policyFindings(policy)->size();
    state.counters["findings"] = static_cast<double>(found);
}

} // namespace

BENCHMARK_CAPTURE(findings, real4, {"real4-1m.cidr"}, {})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findings, real4_gaps, {"real4-1m.cidr", "gaps4-1k.mask"}, {})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findings, sparse4_gaps, {"sparse4-1m.cidr", "gaps4-1k.mask"}, {})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findings, real6_gaps, {"real6-900k.cidr", "gaps6-1k.mask"}, {})->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(findings, real4_gaps_denied, {"real4-1m.cidr", "gaps4-1k.mask"}, {"sparse4-1m.cidr"})
    ->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
