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

Finding FindingFacts::at(const FindingRef &ref) const
{
    const std::size_t found = m_found.size();
    Finding finding = ref.number < found ? m_found[ref.number] : (*m_added)[ref.number - found];
    finding.row = ref.row;
    return finding;
}

FindingStore::FindingStore(PolicyFindings findings)
{
    m_facts.m_found = std::move(findings);
    const auto size = static_cast<std::uint32_t>(m_facts.m_found.size());
    for (std::uint32_t number = 0; number < size; ++number) {
        const FindingCode code = m_facts.m_found.code(number);
        if (const auto row = m_facts.m_found.row(number)) {
            m_rows[static_cast<std::size_t>(row->list)].push_back({static_cast<std::uint32_t>(row->row), number, code});
            ++counter(row->list, code);
        } else {
            m_general.push_back({0, number, code});
        }
    }
}

void FindingStore::apply(const ListChange &change, std::vector<Finding> added)
{
    Entries &rows = m_rows[static_cast<std::size_t>(change.list)];
    const auto first = std::lower_bound(rows.begin(), rows.end(), change.first, byRow);
    const auto last = std::lower_bound(first, rows.end(), change.first + change.removed, byRow);
    for (auto entry = first; entry != last; ++entry)
        --counter(change.list, entry->code);
    for (auto entry = last; entry != rows.end() && change.removed != change.inserted; ++entry)
        entry->row = static_cast<std::uint32_t>(entry->row - change.removed + change.inserted);
    const auto at = rows.erase(first, last);
    Entries entries;
    for (Finding &finding : added) {
        ++counter(change.list, finding.code);
        entries.push_back({static_cast<std::uint32_t>(finding.row->row),
                           static_cast<std::uint32_t>(m_facts.m_found.size() + m_facts.m_added->size()), finding.code});
        m_facts.m_added->push_back(std::move(finding));
    }
    rows.insert(at, entries.begin(), entries.end());
}

std::size_t FindingStore::size() const
{
    std::size_t size = m_general.size();
    for (const Entries &rows : m_rows)
        size += rows.size();
    return size;
}

std::vector<FindingRef> FindingStore::of(RowPlace place) const
{
    const Entries &rows = entries(place.list);
    std::vector<FindingRef> refs;
    for (auto entry = std::lower_bound(rows.begin(), rows.end(), place.row, byRow);
         entry != rows.end() && entry->row == place.row; ++entry)
        refs.push_back({entry->code, place, entry->number});
    return refs;
}

std::vector<FindingRef> FindingStore::ofCode(FindingCode code) const
{
    std::vector<FindingRef> refs;
    for (const ListKind list : allLists)
        for (const Entry &entry : entries(list))
            if (entry.code == code)
                refs.push_back({code, RowPlace{list, entry.row}, entry.number});
    return refs;
}

std::vector<FindingRef> FindingStore::worst(std::size_t limit) const
{
    std::vector<FindingRef> refs;
    for (const Severity severity : {Severity::Danger, Severity::Error, Severity::Warning, Severity::Note}) {
        for (const Entry &entry : m_general)
            if (severityOf(entry.code) == severity && refs.size() < limit)
                refs.push_back({entry.code, std::nullopt, entry.number});
        for (const ListKind list : allLists) {
            std::size_t left = count(list, severity);
            for (auto entry = entries(list).begin(); left > 0 && refs.size() < limit; ++entry) {
                if (severityOf(entry->code) != severity)
                    continue;
                refs.push_back({entry->code, RowPlace{list, entry->row}, entry->number});
                --left;
            }
        }
    }
    return refs;
}

std::optional<std::size_t> FindingStore::rowAfter(ListKind list, std::optional<std::size_t> row) const
{
    const Entries &rows = entries(list);
    const auto entry = row ? std::lower_bound(rows.begin(), rows.end(), *row + 1, byRow) : rows.begin();
    return entry == rows.end() ? std::nullopt : std::optional<std::size_t>{entry->row};
}

std::optional<std::size_t> FindingStore::rowBefore(ListKind list, std::optional<std::size_t> row) const
{
    const Entries &rows = entries(list);
    const auto entry = row ? std::lower_bound(rows.begin(), rows.end(), *row, byRow) : rows.end();
    return entry == rows.begin() ? std::nullopt : std::optional<std::size_t>{std::prev(entry)->row};
}

} // namespace relaytab
