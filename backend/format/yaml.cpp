#include "backend/format/yaml.h"

#include "backend/format/yaml_events.h"
#include "backend/format/yaml_reader.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;

} // namespace

Expected<ParsedPolicy, FormatError> parseYaml(std::string_view bytes, const ParseOptions &)
{
    if (auto checked = checkYamlText(bytes); !checked)
        return Failure{std::move(checked.error())};
    auto file = readYaml(bytes, WithLayout::No);
    if (!file)
        return Failure{std::move(file.error())};
    return std::move(file->parsed);
}

} // namespace relaytab
