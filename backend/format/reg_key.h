#pragma once

#include "backend/format/reg_multi_string.h"

namespace relaytab {

/// The four values of KB Q193922.
enum class RegValueName : std::uint8_t { Flags, Deny, Allow, Local };
inline constexpr std::array<std::string_view, 4> regValueNames{"RelayFlags", "RelayDenyList", "RelayAllowList",
                                                               "RelayLocalIPList"};

constexpr char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr RegValueName valueOf(ListKind kind)
{
    return kind == ListKind::Deny ? RegValueName::Deny
        : kind == ListKind::Allow ? RegValueName::Allow
                                  : RegValueName::Local;
}

/// The path that is written. Exchange reads "Services"; the article's "Service" is a typing error.
inline constexpr std::string_view regKeyPath =
    R"(HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\MSExchangeIMC\Parameters)";

/// Where the line that decides about a value stands: the last one that sets or deletes it.
struct RegValuePlace {
    bool present = false;
    std::size_t lineBegin = 0; ///< where its first line begins, in bytes
    ByteSpan data; ///< from the keyword or the minus to the last digit
    std::size_t column = 0; ///< characters of the line before the data
    std::vector<ByteSpan> comments; ///< whole comments between the folded lines of the data
};

/// One of the keys that may hold the policy, as the lines read so far leave it.
struct RegKey {
    bool present = false; ///< there is a section for it that no later line deletes
    TextPlace section = {}; ///< the first of them
    std::optional<std::uint32_t> flags;
    std::array<RegList, allLists.size()> lists; ///< by ListKind
    std::array<std::vector<FormatNote>, regValueNames.size()> notes; ///< by RegValueName
    std::vector<FormatNote> deletions; ///< lines that delete the key
    std::array<RegValuePlace, regValueNames.size()> places; ///< by RegValueName
    std::size_t insertAt = 0; ///< behind the last line of its last section: where a value may be added
    std::vector<std::size_t> misspelled; ///< where "Service" lacks its last letter, one for each section

    [[nodiscard]] RegList &list(ListKind kind) { return lists[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const RegValuePlace &place(RegValueName name) const { return places[static_cast<std::size_t>(name)]; }
    /// Forgets the value, because a line sets it anew or deletes it.
    void forget(RegValueName name);
    /// A line deletes the key and all its values.
    void remove(FormatNote note);
};

/// The key that a section is about.
struct FoundKey {
    RegKey *key = nullptr; ///< null: a foreign one
    std::optional<std::size_t> misspelled = {}; ///< characters of the path before the missing letter of "Service"
};

/// Finds out which key a section is about. A path is the text between the brackets.
class RegKeys
{
public:
    [[nodiscard]] FoundKey find(std::u16string_view path);
    /// Removes all keys that `[-path]` deletes.
    void remove(std::u16string_view path, const FormatNote &note);
    /// The key that holds the policy: CurrentControlSet before the lowest ControlSetNNN, "Services" before "Service".
    /// Says in `notes` what there was to choose. Null when there is none.
    [[nodiscard]] RegKey *choose(std::vector<FormatNote> &notes);

private:
    struct ControlSet {
        std::string name; ///< lower case
        RegKey services;
        RegKey service;
    };

    ControlSet m_current{.name = "currentcontrolset", .services = {}, .service = {}};
    ControlSet m_numbered; ///< ControlSetNNN, the lowest so far
    std::string m_numberedText; ///< its name as the file spells it
};

/// The hive's full name when the path begins with a short one ("HKLM"), empty when it begins with a full one, nothing
/// when it begins with no hive.
[[nodiscard]] std::optional<std::string> hiveSuggestion(std::u16string_view path);

} // namespace relaytab
