#include "model/editing/finding_store.h"

#include <algorithm>

namespace relaytab {

namespace {

constexpr auto byRow = [](const auto &entry, std::size_t row) { return entry.row < row; };

} // namespace

bool isAboutOneRow(FindingCode code)
{
    switch (code) {
    case FindingCode::EmptyNet:
    case FindingCode::NotAnAddress:
    case FindingCode::OctetTooLarge:
    case FindingCode::LeadingZero:
    case FindingCode::NotAMask:
    case FindingCode::NeverMatches:
    case FindingCode::WildcardMask:
    case FindingCode::Swapped:
    case FindingCode::MaskWithGaps:
    case FindingCode::KbMaskRecipe:
    case FindingCode::EveryoneAllowed:
    case FindingCode::WidePublicNet:
    case FindingCode::LocalAny:
    case FindingCode::CoversNetworkAddress: return true;
    default: return false;
    }
}

void FindingStore::clear()
{
    *this = {};
}

FindingStore::Entry FindingStore::keep(Finding finding)
{
    const Entry entry{.row = finding.row ? static_cast<std::uint32_t>(finding.row->row) : 0,
                      .finding = static_cast<std::uint32_t>(m_findings.size()),
                      .severity = severityOf(finding.code)};
    if (finding.row)
        ++counter(finding.row->list, entry.severity);
    m_findings.push_back(std::move(finding));
    return entry;
}

void FindingStore::assign(std::vector<Finding> findings)
{
    clear();
    m_findings.reserve(findings.size());
    for (Finding &finding : findings) {
        const auto row = finding.row;
        const Entry entry = keep(std::move(finding));
        if (row)
            m_rows[static_cast<std::size_t>(row->list)].push_back(entry);
        else
            m_general.push_back(entry);
    }
    for (std::vector<Entry> &rows : m_rows)
        std::stable_sort(rows.begin(), rows.end(), [](const Entry &a, const Entry &b) { return a.row < b.row; });
}

void FindingStore::apply(const ListChange &change, std::vector<Finding> added)
{
    std::vector<Entry> &rows = m_rows[static_cast<std::size_t>(change.list)];
    const auto first = std::lower_bound(rows.begin(), rows.end(), change.first, byRow);
    const auto last = std::lower_bound(first, rows.end(), change.first + change.removed, byRow);
    for (auto entry = first; entry != last; ++entry)
        --counter(change.list, entry->severity);
    for (auto entry = last; entry != rows.end(); ++entry)
        entry->row = static_cast<std::uint32_t>(entry->row - change.removed + change.inserted);
    const auto at = rows.erase(first, last);
    std::vector<Entry> entries;
    entries.reserve(added.size());
    for (Finding &finding : added)
        entries.push_back(keep(std::move(finding)));
    rows.insert(at, entries.begin(), entries.end());
}

std::size_t FindingStore::size() const
{
    std::size_t size = m_general.size();
    for (const std::vector<Entry> &rows : m_rows)
        size += rows.size();
    return size;
}

Finding FindingStore::at(ListKind list, const Entry &entry) const
{
    Finding finding = m_findings[entry.finding];
    if (finding.row)
        finding.row = RowPlace{list, entry.row};
    return finding;
}

std::vector<Finding> FindingStore::of(RowPlace place) const
{
    const std::vector<Entry> &rows = m_rows[static_cast<std::size_t>(place.list)];
    std::vector<Finding> findings;
    for (auto entry = std::lower_bound(rows.begin(), rows.end(), place.row, byRow);
         entry != rows.end() && entry->row == place.row; ++entry)
        findings.push_back(at(place.list, *entry));
    return findings;
}

std::vector<Finding> FindingStore::ofCode(FindingCode code) const
{
    std::vector<Finding> findings;
    for (const ListKind list : allLists)
        for (const Entry &entry : m_rows[static_cast<std::size_t>(list)])
            if (m_findings[entry.finding].code == code)
                findings.push_back(at(list, entry));
    for (const Entry &entry : m_general)
        if (m_findings[entry.finding].code == code)
            findings.push_back(m_findings[entry.finding]);
    return findings;
}

std::vector<Finding> FindingStore::worst(std::size_t limit) const
{
    std::vector<Finding> findings;
    for (const Severity severity : {Severity::Danger, Severity::Error, Severity::Warning, Severity::Note}) {
        const auto take = [&](ListKind list, const std::vector<Entry> &entries) {
            for (const Entry &entry : entries)
                if (entry.severity == severity && findings.size() < limit)
                    findings.push_back(at(list, entry));
        };
        take({}, m_general);
        for (const ListKind list : allLists)
            if (count(list, severity) > 0)
                take(list, m_rows[static_cast<std::size_t>(list)]);
    }
    return findings;
}

std::optional<std::size_t> FindingStore::rowAfter(ListKind list, std::optional<std::size_t> row) const
{
    const std::vector<Entry> &rows = m_rows[static_cast<std::size_t>(list)];
    const auto entry = row ? std::lower_bound(rows.begin(), rows.end(), *row + 1, byRow) : rows.begin();
    return entry == rows.end() ? std::nullopt : std::optional<std::size_t>{entry->row};
}

std::optional<std::size_t> FindingStore::rowBefore(ListKind list, std::optional<std::size_t> row) const
{
    const std::vector<Entry> &rows = m_rows[static_cast<std::size_t>(list)];
    const auto entry = row ? std::lower_bound(rows.begin(), rows.end(), *row, byRow) : rows.end();
    return entry == rows.begin() ? std::nullopt : std::optional<std::size_t>{std::prev(entry)->row};
}

} // namespace relaytab
