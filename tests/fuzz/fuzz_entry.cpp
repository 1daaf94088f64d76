#include <string_view>

#include "backend/format/list_line.h"
#include "model/policy/entry_text.h"
#include "tests/fuzz/require.h"

using namespace relaytab;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char *>(data), size};
    const auto entry = parseEntry(text);
    if (entry) {
        fuzz::require(!entry->rules.empty() && entry->rules.size() <= 254, "an entry is one rule or a range");
        for (const Rule &rule : entry->rules) {
            const auto again = parseEntry(entryTextOf(rule));
            fuzz::require(again && again->rules.size() == 1 && again->rules.front() == rule,
                          "a rule is read back from its text");
        }
    } else {
        fuzz::require(entry.error().position <= size, "the fault is in the text");
    }

    const RuleEntry stored = parseRegistryEntry(text);
    if (std::holds_alternative<RuleText>(stored))
        fuzz::require(registryText(stored) == text, "a registry string that is no rule is kept word for word");
    fuzz::require(parseRegistryEntry(registryText(stored)) == stored, "a registry string is read back");

    const std::vector<RuleRow> rows = rowsOfLine(text);
    for (const RuleRow &row : rows)
        if (const auto line = lineOfRow(row))
            fuzz::require(rowsOfLine(*line) == std::vector{row}, "a line is read back");
    return 0;
}
