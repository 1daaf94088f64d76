#include "backend/format/format.h"

#include <algorithm>
#include <array>

#include "backend/format/csv.h"
#include "backend/format/ini.h"
#include "backend/format/list.h"
#include "backend/format/reg.h"
#include "backend/format/yaml.h"

namespace relaytab {

namespace {

constexpr std::array<std::string_view, 2> yamlSuffixes{".yaml", ".yml"};
constexpr std::array yamlHolds{Capability::Comments, Capability::DisabledRows, Capability::Expectations,
                               Capability::IPv6,     Capability::InvalidRows,  Capability::Flags,
                               Capability::AllLists};

constexpr std::array<std::string_view, 1> regSuffixes{".reg"};
constexpr std::array regHolds{Capability::InvalidRows, Capability::Flags, Capability::AllLists};

constexpr std::array<std::string_view, 1> iniSuffixes{".ini"};
constexpr std::array iniHolds{Capability::Comments,    Capability::DisabledRows, Capability::IPv6,
                              Capability::InvalidRows, Capability::Flags,        Capability::AllLists};

constexpr std::array<std::string_view, 1> csvSuffixes{".csv"};
constexpr std::array csvHolds{Capability::Comments, Capability::DisabledRows, Capability::IPv6, Capability::InvalidRows,
                              Capability::AllLists};

constexpr std::array<std::string_view, 2> listSuffixes{".list", ".cidr"}; // .txt may be anything: see the content
constexpr std::array listHolds{Capability::Comments, Capability::IPv6, Capability::InvalidRows};

const std::array table{
    Format{.id = "yaml",
           .suffixes = yamlSuffixes,
           .holds = yamlHolds,
           .parse = parseYaml,
           .render = renderYaml,
           .parseStream = nullptr,
           .parseCanonical = nullptr},
    Format{.id = "reg",
           .suffixes = regSuffixes,
           .holds = regHolds,
           .parse = parseReg,
           .render = renderReg,
           .parseStream = parseRegStream,
           .parseCanonical = nullptr},
    Format{.id = "ini",
           .suffixes = iniSuffixes,
           .holds = iniHolds,
           .parse = parseIni,
           .render = renderIni,
           .parseStream = nullptr,
           .parseCanonical = nullptr},
    Format{.id = "csv",
           .suffixes = csvSuffixes,
           .holds = csvHolds,
           .parse = parseCsv,
           .render = renderCsv,
           .parseStream = nullptr,
           .parseCanonical = nullptr},
    Format{.id = "list",
           .suffixes = listSuffixes,
           .holds = listHolds,
           .parse = parseList,
           .render = renderList,
           .parseStream = parseListStream,
           .parseCanonical = parseCanonicalList},
};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool endsWithIgnoringCase(std::string_view text, std::string_view suffix)
{
    return text.size() > suffix.size()
        && std::equal(suffix.begin(), suffix.end(), text.end() - static_cast<std::ptrdiff_t>(suffix.size()),
                      [](char a, char b) { return lower(a) == lower(b); });
}

} // namespace

bool Format::can(Capability capability) const
{
    return std::find(holds.begin(), holds.end(), capability) != holds.end();
}

std::span<const Format> formats()
{
    return table;
}

const Format *formatById(std::string_view id)
{
    const auto found = std::find_if(table.begin(), table.end(), [id](const Format &format) { return format.id == id; });
    return found == table.end() ? nullptr : &*found;
}

const Format *formatBySuffix(std::string_view fileName)
{
    for (const Format &format : table)
        for (const std::string_view suffix : format.suffixes)
            if (endsWithIgnoringCase(fileName, suffix))
                return &format;
    return nullptr;
}

} // namespace relaytab
