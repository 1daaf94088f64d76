#pragma once

#include <benchmark/benchmark.h>
#include <cstdlib>
#include <fstream>
#include <initializer_list>

#include "model/policy/entry_text.h"
#include "model/policy/rule_list.h"

namespace relaytab::bench {

using Names = std::initializer_list<const char *>;

/// The lists of the folder RELAYTAB_BENCH_DATA (tests/bench/make_data.py) as one; without it the benchmark is skipped.
inline RuleList read(benchmark::State &state, Names names)
{
    RuleList list;
    const char *const folder = std::getenv("RELAYTAB_BENCH_DATA");
    for (const char *name : names) {
        std::ifstream file(std::string{folder == nullptr ? "." : folder} + '/' + name);
        for (std::string line; std::getline(file, line);)
            if (const auto entry = parseEntry(line))
                for (const Rule &rule : entry->rules)
                    list.append(rule);
    }
    if (list.isEmpty())
        state.SkipWithError("no data: set RELAYTAB_BENCH_DATA");
    return list;
}

} // namespace relaytab::bench
