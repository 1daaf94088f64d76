#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/relay_policy.h"

namespace relaytab {

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
    NoHeader, ///< .reg: the first line is no known header
    Syntax, ///< the format's own grammar; `fact` is the text at fault, or the parser's word for it
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
    ControlSetKey, ///< .reg: read from ControlSetNNN, there being no CurrentControlSet
    HeaderEncoding, ///< .reg: header and encoding of the file disagree; the header was followed
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

struct ParsedPolicy {
    RelayPolicy policy;
    std::vector<FormatNote> notes;
};

struct RenderedPolicy {
    std::string bytes;
    std::vector<Loss> losses;
};

/// What the list and CSV formats cannot say themselves.
struct ParseOptions {
    ListKind list = ListKind::Allow; ///< list: which list the entries belong to
    std::optional<std::uint32_t> flags = {}; ///< CSV: RelayFlags (needed to use it as a policy); list: overrides
};

enum class Capability : std::uint8_t { Comments, DisabledRows, Expectations, IPv6, InvalidRows, Flags, AllLists };

/// Pulls the next bytes of an input; an empty span is its end. The bytes live until the next call.
using ByteSource = std::function<std::span<const char>()>;

/// A row of the table of formats. What a format cannot do is absent. Pure functions: no I/O, any thread.
struct Format {
    std::string_view id; ///< reg ini yaml list csv; never translated
    std::span<const std::string_view> suffixes; ///< with the dot, lower case, the first is the preferred one
    std::span<const Capability> holds;

    /// Reads a whole file. Rows carry their origin: the row's number in its list, from 1.
    Expected<ParsedPolicy, FormatError> (*parse)(std::string_view bytes, const ParseOptions &options);

    /// Writes the policy. `original` is the file it was read from, or empty for a new one: a policy that did not
    /// change gives the same bytes, a changed row changes only its own lines. Rows find their lines by their origin.
    Expected<RenderedPolicy, FormatError> (*render)(const RelayPolicy &policy, std::string_view original,
                                                    const ParseOptions &options);

    /// Reads in pieces, with memory that does not grow with the file beyond the rules; null when the format cannot.
    Expected<ParsedPolicy, FormatError> (*parseStream)(const ByteSource &source, const ParseOptions &options);

    [[nodiscard]] bool can(Capability capability) const;
};

/// All formats, in the order they are offered: yaml, reg, ini, csv, list.
[[nodiscard]] std::span<const Format> formats();

/// By id ("reg"), or null.
[[nodiscard]] const Format *formatById(std::string_view id);

/// By the file name's suffix, or null.
[[nodiscard]] const Format *formatBySuffix(std::string_view fileName);

/// By what the first bytes look like; `list` when nothing else fits and the text looks like entries, else null.
[[nodiscard]] const Format *formatByContent(std::string_view firstBytes);

} // namespace relaytab
