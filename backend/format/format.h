#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/policy/file_report.h"

namespace relaytab {

struct ParsedPolicy {
    RelayPolicy policy;
    std::vector<FormatNote> notes;
};

struct RenderedPolicy {
    std::string bytes;
    std::vector<Loss> losses;
};

/// How the strings in the lists of a registry file are stored. It matters only where the file's first line and its
/// encoding disagree: Wine goes by the encoding, most readers by the first line, and Windows never writes such a file.
enum class RegReading : std::uint8_t {
    ByHeader, ///< UTF-16 below the header of version 5, 8-bit below REGEDIT4
    ByEncoding, ///< as the file itself
};

/// What a file cannot say itself. It is read back, and written over, with what it was read with.
struct ParseOptions {
    ListKind list = ListKind::Allow; ///< list: which list the entries belong to
    std::optional<std::uint32_t> flags = {}; ///< CSV: RelayFlags (needed to use it as a policy); list: overrides
    RegReading regReading = RegReading::ByHeader; ///< reg
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

    /// Writes the policy; who wants to keep the bytes calls renderChecked(). `original` is the file it was read from,
    /// or empty for a new one: a policy that did not change gives the same bytes, a changed row changes only its own
    /// lines. Rows find their lines by their origin.
    Expected<RenderedPolicy, FormatError> (*render)(const RelayPolicy &policy, std::string_view original,
                                                    const ParseOptions &options);

    /// Reads in pieces, with memory that does not grow with the file beyond the rules; null when the format cannot.
    Expected<ParsedPolicy, FormatError> (*parseStream)(const ByteSource &source, const ParseOptions &options);

    /// Reads in pieces a file that render() would write just so anew: what is read is then all there is to it, and
    /// `original` need not be kept. Nothing when it is any other file; null when the format has no such files.
    std::optional<ParsedPolicy> (*parseCanonical)(const ByteSource &source, const ParseOptions &options);

    [[nodiscard]] bool can(Capability capability) const;
};

/// The file that a policy was read from.
struct SourceFile {
    const Format *format = nullptr; ///< null: there is none
    std::string_view bytes = {};
};

/// What is to be written, and proven to mean what it should.
struct CheckedPolicy {
    std::string bytes;
    std::vector<Loss> losses;
    RelayPolicy readBack; ///< what the bytes say: the policy without the losses, with the origins that it had
};

/// Renders and reads back: what is handed out says `policy` again but for what `losses` names, which is compared row by
/// row. A source of the same format is patched. One that cannot be patched is written anew, and ForeignContent is among
/// the losses; so it is when a source of another format holds comments of its own, or keys and sections of others.
/// Everything that writes a policy goes through here. Errors: those of render(), and NotReadBack.
[[nodiscard]] Expected<CheckedPolicy, FormatError> renderChecked(const Format &format, const RelayPolicy &policy,
                                                                 const SourceFile &source, const ParseOptions &options);

/// All formats, in the order they are offered: yaml, reg, ini, csv, list.
[[nodiscard]] std::span<const Format> formats();

/// By id ("reg"), or null.
[[nodiscard]] const Format *formatById(std::string_view id);

/// By the file name's suffix, or null.
[[nodiscard]] const Format *formatBySuffix(std::string_view fileName);

/// By what the first bytes look like; `list` when nothing else fits and the text looks like entries, else null.
[[nodiscard]] const Format *formatByContent(std::string_view firstBytes);

} // namespace relaytab
