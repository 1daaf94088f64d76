#include "backend/format/yaml_events.h"
#include "backend/format/yaml_lines.h"
#include "tests/fuzz/format_laws.h"

using namespace relaytab;

namespace {

/// The line reader reads what libyaml reads, places included, or leaves it alone.
void requireOneReading(std::string_view bytes)
{
    if (!checkYamlText(bytes))
        return;
    const auto lines = readYamlLines(bytes, WithLayout::Yes);
    if (!lines)
        return;
    const auto events = readYaml(bytes, WithLayout::Yes);
    fuzz::require(events.has_value(), "what is read by line can be read");
    fuzz::require(events->parsed.policy == lines->parsed.policy && events->parsed.notes == lines->parsed.notes
                      && events->layout == lines->layout,
                  "both readers agree");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto *text = reinterpret_cast<const char *>(data);
    const std::string_view bytes{text, size};
    fuzz::requireFormatLaws(*formatById("yaml"), bytes, fuzz::choiceOf(bytes));
    requireOneReading(bytes);
    return 0;
}
