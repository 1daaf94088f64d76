#include "backend/format/yaml.h"

#include "backend/format/yaml_events.h"
#include "backend/format/yaml_lines.h"
#include "backend/format/yaml_reader.h"
#include "backend/format/yaml_wish.h"
#include "backend/format/yaml_writer.h"

namespace relaytab {

namespace {

using Failure = Unexpected<FormatError>;

Expected<YamlFile, FormatError> read(std::string_view bytes, WithLayout withLayout)
{
    if (auto checked = checkYamlText(bytes); !checked)
        return Failure{std::move(checked.error())};
    if (auto file = readYamlLines(bytes, withLayout))
        return std::move(*file);
    return readYaml(bytes, withLayout);
}

} // namespace

Expected<ParsedPolicy, FormatError> parseYaml(std::string_view bytes, const ParseOptions &)
{
    auto file = read(bytes, WithLayout::No);
    if (!file)
        return Failure{std::move(file.error())};
    return std::move(file->parsed);
}

Expected<RenderedPolicy, FormatError> renderYaml(const RelayPolicy &policy, std::string_view original,
                                                 const ParseOptions &)
{
    if (auto storable = checkStorable(policy); !storable)
        return Failure{std::move(storable.error())};
    if (original.empty())
        return RenderedPolicy{writeYaml(policy), {}};
    const auto file = read(original, WithLayout::Yes);
    if (!file)
        return Failure{file.error()};
    auto edited = editYaml(policy, original, *file);
    if (!edited)
        return Failure{std::move(edited.error())};
    return RenderedPolicy{std::move(*edited), {}};
}

} // namespace relaytab
