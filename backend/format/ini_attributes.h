#pragma once

#include "backend/format/ini_layout.h"
#include "backend/format/utf8_text.h"

namespace relaytab {

/// What the lines of one section say about its rows, wherever in the section they stand. Collected while it is read,
/// and given to the rows when it ends.
class IniAttributes
{
public:
    /// Both outlive it.
    IniAttributes(std::string_view bytes, PlaceFinder &places) : m_bytes(bytes), m_places(places) { }

    /// Another row `ruleN`, which is not yet in the section's numbers.
    void takeRow(std::uint32_t number, const IniSection &section)
    {
        m_ascending = m_ascending && (section.numbers.empty() || number > section.numbers.back());
    }
    /// A line about the row `ruleN`; the attribute's row is how many rows stand before it. `value` lies in the bytes.
    void take(const IniAttribute &attribute, std::uint32_t number, std::string_view value)
    {
        m_pending.push_back({attribute, number, value});
    }

    /// The section ends: gives the rows their notes and switches, and forgets them. Errors: a number or an attribute
    /// that is there twice (DuplicateKey), one of a row that is not there (MissingKey).
    [[nodiscard]] Expected<void, FormatError> giveTo(RuleList &rows, IniSection &section);

private:
    struct Pending {
        IniAttribute attribute;
        std::uint32_t number = 0;
        std::string_view value;
    };

    [[nodiscard]] Unexpected<FormatError> failure(FormatErrorCode code, std::uint32_t offset, std::string_view fact);
    [[nodiscard]] Expected<void, FormatError> checkNumbers(const IniSection &section);
    [[nodiscard]] Expected<void, FormatError> findRows(const IniSection &section);
    [[nodiscard]] Expected<std::uint32_t, FormatError> rowOf(const Pending &pending, const IniSection &section);

    std::string_view m_bytes;
    PlaceFinder &m_places;
    std::vector<Pending> m_pending;
    bool m_ascending = true; ///< the numbers so far, so that none is there twice
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_byNumber; ///< number and row, when they are needed
};

} // namespace relaytab
