#pragma once

#include <array>
#include <map>

#include "backend/format/reg_data.h"
#include "backend/format/reg_text.h"

namespace relaytab {

/// The bytes of rows that cannot be written again from what the model holds of them, by origin.
using RegSpellings = std::map<RuleList::Origin, std::string>;

/// A REG_MULTI_SZ as the rows of a list.
struct RegList {
    RuleList rows;
    std::vector<FormatNote> notes;
    RegSpellings spellings; ///< filled only when asked for
};

enum class KeepSpellings : std::uint8_t { No, Yes };

/// Turns the bytes of a REG_MULTI_SZ into rows, one after the other, as they are read.
class RegMultiString final : public RegBytes
{
public:
    RegMultiString(RegList &list, ListKind kind, RegEncoding strings, KeepSpellings keep)
        : m_list(&list), m_kind(kind), m_strings(strings), m_keep(keep)
    { }

    void byte(unsigned char byte, TextPlace place) override;
    TextRun takePlain(std::string_view text, RegEncoding encoding, TextPlace place) override;

    /// The data has ended; `place` is where it began.
    void end(TextPlace place);

private:
    static constexpr std::size_t plainLimit = 64;

    template <std::size_t TextUnit>
    TextRun takeBlocks(std::string_view text, TextPlace place);
    template <typename PlaceOf>
    void endStrings(std::string_view text, const PlaceOf &placeOf);
    void character(char16_t unit, TextPlace place);
    void endString();
    void endRow(std::string_view text);
    void append(const RuleEntry &entry, std::string_view text);
    std::string rawString() const;

    RegList *m_list;
    ListKind m_kind;
    RegEncoding m_strings;
    KeepSpellings m_keep;
    bool m_hasLow = false; ///< the first byte of a UTF-16 character is there
    unsigned char m_low = 0;
    TextPlace m_lowPlace = {};
    std::array<char, plainLimit> m_plain{}; ///< the string so far, while it is ASCII and short
    std::size_t m_plainSize = 0;
    std::u16string m_wide; ///< the string so far, once it is not
    TextPlace m_start = {}; ///< of the string
    bool m_ended = false; ///< an empty string came: Windows programs stop reading there
    std::string m_hidden; ///< what follows it, shortened
};

} // namespace relaytab
