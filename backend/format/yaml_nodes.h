#pragma once

#include <set>
#include <span>

#include "backend/format/yaml_events.h"

namespace relaytab {

/// A scalar that outlives its event.
struct YamlScalar {
    std::string text;
    YamlStyle style = YamlStyle::Plain;
    std::uint32_t offset = 0; ///< in bytes
};

/// Which keys of one mapping were there.
struct YamlSeenKeys {
    std::uint32_t known = 0; ///< a bit each
    std::set<std::string, std::less<>> own = {};
};

/// The events of a project file, taken as its keys and values. What every mapping of it obeys is held here: known keys
/// or the user's own, none twice, and words for switches that all YAML readers read alike.
class YamlNodes
{
public:
    /// `text` must pass checkYamlText and outlive this.
    explicit YamlNodes(std::string_view text) : m_events(text) { }

    [[nodiscard]] Expected<YamlEvent, FormatError> next() { return m_events.next(); }
    [[nodiscard]] std::uint32_t contentEnd() const { return m_events.contentEnd(); }
    [[nodiscard]] const std::vector<BlockScalar> &blockScalars() const { return m_events.blockScalars(); }

    /// The key as its place in `words`, or their number for the user's own. Errors: a key twice, an unknown key.
    [[nodiscard]] Expected<std::size_t, FormatError>
    takeKey(const YamlEvent &event, std::span<const std::string_view> words, YamlSeenKeys &seen) const;
    /// The value of `key`, which must be a scalar.
    [[nodiscard]] Expected<void, FormatError> takeScalar(std::string_view key, YamlScalar &into);
    /// Takes a value that is the user's own; `begin` is where it begins.
    [[nodiscard]] Expected<void, FormatError> skipValue(std::uint32_t &begin);
    /// `true` or `false` as they stand: YAML 1.1 and 1.2 disagree about yes, no, on and off.
    [[nodiscard]] Expected<bool, FormatError> switchOf(const YamlScalar &scalar) const;

    [[nodiscard]] Unexpected<FormatError> failure(FormatErrorCode code, std::size_t offset, std::string_view fact,
                                                  std::string suggestion = {}) const
    {
        return Unexpected<FormatError>{m_events.error(code, offset, std::string{fact}, std::move(suggestion))};
    }

private:
    YamlEvents m_events;
};

} // namespace relaytab
