#pragma once

#include <algorithm>

#include "backend/format/format.h"
#include "tests/fuzz/require.h"

namespace relaytab::fuzz {

using Outcome = Expected<ParsedPolicy, FormatError>;

inline bool sameOutcome(const Outcome &a, const Outcome &b)
{
    if (!a || !b)
        return !a && !b && a.error() == b.error();
    return a->policy == b->policy && a->notes == b->notes;
}

/// Writes the policy and reads it back, which says it again but for what was lost.
inline void requireReadBack(const Format &format, const RelayPolicy &policy, std::string_view original,
                            const ParseOptions &options)
{
    const auto written = renderChecked(format, policy, {&format, original}, options);
    require(written.has_value(), "a policy that was read can be written, and reads back");
    if (std::none_of(written->losses.begin(), written->losses.end(),
                     [](const Loss &loss) { return isRefused(loss.code); }))
        require(written->readBack == policy, "what is written is read back");
}

/// A number that the input decides but does not spell: a seed is a whole file (FNV-1a).
inline std::uint32_t choiceOf(std::string_view bytes)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// What holds for every format and every file. `choice` picks the edit and the size of pieces.
inline void requireFormatLaws(const Format &format, std::string_view bytes, std::uint32_t choice,
                              const ParseOptions &options = {})
{
    const Outcome read = format.parse(bytes, options);
    if (format.parseStream != nullptr) {
        std::size_t at = 0;
        const std::size_t size = 1 + choice % 200;
        const ByteSource source = [&] {
            const std::string_view piece = bytes.substr(at, size);
            at += piece.size();
            return std::span<const char>{piece.data(), piece.size()};
        };
        require(sameOutcome(format.parseStream(source, options), read), "pieces read as the whole does");
    }
    if (!read) {
        const auto written = format.render({}, bytes, options);
        require(bytes.empty() || (!written && written.error() == read.error()),
                "a file that cannot be read is not written over");
        return;
    }
    const auto untouched = format.render(read->policy, bytes, options);
    require(untouched.has_value() && untouched->bytes == bytes && untouched->losses.empty(),
            "untouched gives the same bytes");
    requireReadBack(format, read->policy, {}, options);

    RelayPolicy edited = read->policy;
    RuleList &list = edited.list(allLists[choice % allLists.size()]);
    const std::size_t row = list.isEmpty() ? 0 : choice / 3 % list.size();
    RuleList made;
    made.append(Rule{Address::v4(choice & 0xFFFFFF00U), Mask::v4(0xFFFFFF00), MaskForm::Written});
    switch (choice % 5) {
    case 0: list.splice(row, 0, made); break;
    case 1: list.append(made); break;
    case 2: edited.flags = edited.flags.value_or(0) ^ 15U; break;
    case 3:
        if (!list.isEmpty())
            list.splice(row, 1, {});
        break;
    default:
        if (!list.isEmpty())
            list.splice(list.size() - 1, 0, list.splice(row, 1, {}));
    }
    requireReadBack(format, edited, bytes, options);
}

} // namespace relaytab::fuzz
