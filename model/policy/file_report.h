#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/policy/relay_policy.h"

namespace relaytab {

// What readers and writers of files report: code, place and facts. Here, and not in backend/format, so that wording can
// make sentences of it.

/// A place in a text: both count from 1, the column in characters (code points), a tab as one. {0, 0}: the whole file.
struct TextPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend constexpr bool operator==(const TextPlace &, const TextPlace &) = default;
};

/// Why a file cannot be read: faults of structure only. A rule that is no rule is a row, not an error.
enum class FormatErrorCode : std::uint8_t {
    NotUtf8, ///< bytes that are no UTF-8
    WrongEncoding, ///< UTF-16BE, UTF-16 without BOM, UTF-8 BOM where the format takes none
    NoHeader, ///< .reg, CSV: the first line is no known header; CSV: `suggestion` is the right one
    Syntax, ///< the format's own grammar; `fact` is the text at fault, `suggestion` what would be right, if known
    UnknownKey, ///< `fact` is the key, `suggestion` the nearest known one
    DuplicateKey, ///< `fact` is the key
    WrongType, ///< a value of another kind than the key holds; `fact` is the key
    BadFlags, ///< RelayFlags is no number, or not one of the flag words; `fact` is the text
    BadSwitch, ///< true/false or 0/1 was needed; `fact` is the text
    BadVersion, ///< `relaytab: 2`, `format = 2`; `fact` is the text
    NotSupported, ///< YAML anchors, aliases, tags, merge keys, several documents, directives; `fact` names it
    TooDeep,
    TooLarge,
    MissingKey, ///< `fact` is the key
    BadExpectation, ///< `fact` is the text at fault
    NotReadBack, ///< writing: what was to be written does not say the policy again; `fact` is the first text at fault
    CannotHold, ///< writing: `fact` names what the format cannot express at all
};

struct FormatError {
    FormatErrorCode code = FormatErrorCode::Syntax;
    TextPlace place = {};
    std::string fact = {};
    std::string suggestion = {};

    friend bool operator==(const FormatError &, const FormatError &) = default;
};

/// What a reader wants said though it could read on.
enum class FormatNoteCode : std::uint8_t {
    InvalidRow, ///< a row that is no rule; `fact` is its text
    ServiceKey, ///< .reg: the key is spelled "Service"; it will be written as "Services"
    BothKeys, ///< .reg: both spellings are there; "Services" won
    NoRelayKey, ///< .reg: neither spelling of the key is there, so nothing was read
    ControlSetKey, ///< .reg: read from ControlSetNNN, there being no CurrentControlSet
    HeaderEncoding, ///< .reg: header and encoding of the file disagree; the header was followed
    EncodingOverHeader, ///< .reg: the same, but the encoding was followed, as was asked for
    EmbeddedEmptyString, ///< .reg: what follows an empty string in a list is hidden from Windows programs
    OddByteCount, ///< .reg: a list of an odd number of bytes
    WrongValueType, ///< .reg: RelayFlags or a list has another registry type; `fact` is the value's name
    DeletedValue, ///< .reg: a `-` line removes a value or key; `fact` is its name
    LongLine, ///< INI: a line over 199 bytes, which some programs cut
    CommentWithEquals, ///< INI: a `#` comment with `=`, which some programs take for a key
    MissingNewline, ///< the last line does not end
    ListHasOwnFlags, ///< list, CSV: the format has no flags; `fact` says which were taken
};

struct FormatNote {
    FormatNoteCode code = FormatNoteCode::InvalidRow;
    TextPlace place = {};
    std::string fact = {};
    std::optional<RowPlace> row = {};

    friend bool operator==(const FormatNote &, const FormatNote &) = default;
};

/// What a writer could not carry over (decisions: comments, disabled rows, expectations, IPv6, invalid rows, flags).
enum class LossCode : std::uint8_t {
    Comment,
    DisabledRow,
    Expectation,
    IPv6Row,
    InvalidRow,
    Flags,
    List, ///< the list format holds one list; `row->list` is the one left out
    ForeignContent, ///< file comments, x- keys, foreign sections of the file that was read: a note, no refusal
};

struct Loss {
    LossCode code = LossCode::Comment;
    std::optional<RowPlace> row = {};
    std::string fact = {};

    friend bool operator==(const Loss &, const Loss &) = default;
};

/// A loss that `convert` refuses without --allow-loss and the editor asks about.
[[nodiscard]] constexpr bool isRefused(LossCode code)
{
    return code != LossCode::ForeignContent;
}

} // namespace relaytab
