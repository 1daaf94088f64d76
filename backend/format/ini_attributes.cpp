#include "backend/format/ini_attributes.h"

#include <algorithm>

#include "backend/format/ini_text.h"

namespace relaytab {

namespace {

using Code = FormatErrorCode;
using Failure = Unexpected<FormatError>;
using Result = Expected<void, FormatError>;

std::vector<std::pair<std::uint32_t, std::uint32_t>> byNumber(const std::vector<std::uint32_t> &numbers)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> sorted;
    sorted.reserve(numbers.size());
    for (std::uint32_t row = 0; row < numbers.size(); ++row)
        sorted.emplace_back(numbers[row], row);
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

} // namespace

Failure IniAttributes::failure(Code code, std::uint32_t offset, std::string_view fact)
{
    return Failure{{.code = code, .place = m_places.place(offset), .fact = std::string{fact}}};
}

/// No number twice.
Result IniAttributes::checkNumbers(const IniSection &section)
{
    if (m_ascending)
        return {};
    m_byNumber = byNumber(section.numbers);
    const auto twice = std::adjacent_find(m_byNumber.begin(), m_byNumber.end(),
                                          [](const auto &a, const auto &b) { return a.first == b.first; });
    if (twice == m_byNumber.end())
        return {};
    return failure(Code::DuplicateKey, section.lines[std::next(twice)->second], "rule" + std::to_string(twice->first));
}

/// Which row is spoken of; mostly the last before the line.
Expected<std::uint32_t, FormatError> IniAttributes::rowOf(const Pending &pending, const IniSection &section)
{
    const std::uint32_t before = pending.attribute.row;
    if (before > 0 && section.numbers[before - 1] == pending.number)
        return before - 1;
    if (m_byNumber.empty())
        m_byNumber = byNumber(section.numbers);
    const auto found = std::lower_bound(m_byNumber.begin(), m_byNumber.end(), std::pair{pending.number, 0U});
    if (found == m_byNumber.end() || found->first != pending.number)
        return failure(Code::MissingKey, pending.attribute.line, "rule" + std::to_string(pending.number));
    return found->second;
}

/// Puts what is pending into the order of the rows; nothing is said twice.
Result IniAttributes::findRows(const IniSection &section)
{
    for (Pending &pending : m_pending) {
        const auto row = rowOf(pending, section);
        if (!row)
            return Failure{row.error()};
        pending.attribute.row = *row;
    }
    const auto before = [](const Pending &a, const Pending &b) {
        return std::pair{a.attribute.row, a.attribute.what} < std::pair{b.attribute.row, b.attribute.what};
    };
    std::stable_sort(m_pending.begin(), m_pending.end(), before);
    const auto twice = std::adjacent_find(m_pending.begin(), m_pending.end(),
                                          [&](const Pending &a, const Pending &b) { return !before(a, b); });
    if (twice == m_pending.end())
        return {};
    const auto pair = iniPairAt(m_bytes, std::next(twice)->attribute.line);
    const TextSpan key = pair ? pair->key : TextSpan{};
    return failure(Code::DuplicateKey, key.begin, m_bytes.substr(key.begin, key.end - key.begin));
}

Result IniAttributes::giveTo(RuleList &rows, IniSection &section)
{
    if (auto checked = checkNumbers(section); !checked)
        return checked;
    if (auto found = findRows(section); !found)
        return found;
    if (!m_pending.empty()) {
        RuleList resolved;
        auto pending = m_pending.begin();
        std::uint32_t index = 0;
        std::string noteText;
        for (const RuleList::RowView view : rows) {
            if (pending == m_pending.end() || pending->attribute.row != index) {
                resolved.append(view);
                ++index;
                continue;
            }
            RuleRow row = view.row();
            noteText.clear();
            for (; pending != m_pending.end() && pending->attribute.row == index; ++pending) {
                section.attributes.push_back(pending->attribute);
                if (pending->attribute.what == iniEnabled)
                    row.enabled = pending->value == "1";
                else
                    noteText += pending->value;
            }
            row.comment = iniUnescaped(noteText);
            resolved.append(row, view.origin());
            ++index;
        }
        rows = std::move(resolved);
    }
    m_pending.clear();
    m_byNumber.clear();
    m_ascending = true;
    return {};
}

} // namespace relaytab
