#pragma once

#include <array>
#include <limits>
#include <vector>

#include "backend/format/format.h"
#include "backend/format/text_lines.h"

namespace relaytab {

/// Largest file read, in bytes.
inline constexpr std::size_t iniMaxBytes = std::size_t{1} << 30;

/// N of `ruleN` is at most this.
inline constexpr std::uint32_t iniMaxNumber = 999'999'999;

/// `ruleN` itself.
inline constexpr std::uint32_t iniRule = std::numeric_limits<std::uint32_t>::max();

/// `ruleN-enabled`, and `ruleN-note`, `ruleN-note2`, ... by their number; `ruleN-note` is 1.
inline constexpr std::uint32_t iniEnabled = 0;

/// A line that says something about a row: which, what, and where.
struct IniAttribute {
    std::uint32_t row = 0; ///< in its list, from 0
    std::uint32_t what = iniEnabled;
    std::uint32_t line = 0; ///< byte offset of the line
};

/// A section of ours.
struct IniSection {
    bool present = false;
    std::uint32_t contentEnd = 0; ///< behind its last line that is not empty
    std::vector<std::uint32_t> numbers; ///< N of each row
    std::vector<std::uint32_t> lines; ///< byte offset of each row's `ruleN` line
    std::vector<IniAttribute> attributes; ///< by row, then by what they are
};

struct IniLayout {
    IniSection relay;
    std::uint32_t formatLine = 0;
    std::optional<std::uint32_t> flagsLine = {};
    std::array<IniSection, allLists.size()> lists = {}; ///< by ListKind

    [[nodiscard]] IniSection &list(ListKind kind) { return lists[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const IniSection &list(ListKind kind) const { return lists[static_cast<std::size_t>(kind)]; }
};

struct IniFile {
    ParsedPolicy parsed;
    IniLayout layout;
};

/// The parts of a line `key = value`, without the blanks around them; byte offsets.
struct IniPair {
    TextSpan key;
    TextSpan value;
};

/// The pair of the line that begins at `line`; nothing when it has no `=`.
[[nodiscard]] std::optional<IniPair> iniPairAt(std::string_view text, std::uint32_t line);

/// Reads a file; the layout is filled in.
[[nodiscard]] Expected<IniFile, FormatError> readIni(std::string_view bytes);

/// A new file, and the file as read changed so that it says `policy`. All text must be UTF-8.
[[nodiscard]] std::string writeIni(const RelayPolicy &policy);
/// Whether `text` is just what writeIni() makes of the policy; told without making it.
[[nodiscard]] bool isIniOf(const RelayPolicy &policy, std::string_view text);
[[nodiscard]] std::string editIni(const RelayPolicy &policy, std::string_view text, const IniFile &file);

} // namespace relaytab
