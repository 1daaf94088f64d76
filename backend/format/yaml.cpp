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

RelayPolicy withoutRows(RelayPolicy policy, const std::vector<Loss> &rows)
{
    for (auto lost = rows.rbegin(); lost != rows.rend(); ++lost) // from the back, so that numbers stay right
        policy.list(lost->row->list).splice(lost->row->row, 1, {});
    return policy;
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
    auto losses = unstorableRows(policy);
    if (!losses)
        return Failure{std::move(losses.error())};
    const RelayPolicy storable = withoutRows(policy, *losses);
    if (original.empty())
        return RenderedPolicy{writeYaml(storable), std::move(*losses)};
    const auto file = read(original, WithLayout::Yes);
    if (!file)
        return Failure{file.error()};
    auto edited = editYaml(storable, original, *file);
    if (!edited)
        return Failure{std::move(edited.error())};
    return RenderedPolicy{std::move(*edited), std::move(*losses)};
}

} // namespace relaytab
