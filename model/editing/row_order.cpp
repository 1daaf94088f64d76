#include "model/editing/row_order.h"

#include <QCollator>
#include <QLocale>
#include <QString>

#include <algorithm>
#include <unordered_map>

#include "model/analysis/radix_sort.h"

namespace relaytab {

namespace {

struct Key {
    quint64 key = 0;
    quint32 position = 0;
};

/// Beyond this many different comments, the collator's rules for a language take longer than a person waits.
constexpr std::size_t collatedComments = 20'000;

/// IPv4 before IPv6, then the bits as far as they fit; 31 bits more for what breaks ties.
quint64 keyOf(Family family, Bits bits, Bits tie)
{
    return family == Family::IPv4 ? static_cast<quint64>(bits) << 31 | static_cast<quint64>(tie >> 1)
                                  : quint64{1} << 63 | static_cast<quint64>(bits >> 65);
}

template <typename T>
int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

/// The numbers that comments have in the order of the user's language.
class CommentNumbers
{
public:
    explicit CommentNumbers(const ScopedRows &rows)
    {
        rows.visit([this](quint32, RowPlace, const RuleList::RowView &row) {
            if (!row.comment().empty())
                m_numbers.try_emplace(row.comment(), 0);
        });
        if (m_numbers.size() <= collatedComments)
            number(collated());
        else
            number(folded());
    }

    [[nodiscard]] quint64 operator()(std::string_view comment) const { return m_numbers.at(comment); }

private:
    using Entry = std::pair<const std::string_view, quint64>;

    static QString text(std::string_view utf8)
    {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    }

    std::vector<std::pair<QCollatorSortKey, Entry *>> collated()
    {
        QCollator collator{QLocale()};
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<std::pair<QCollatorSortKey, Entry *>> keyed;
        keyed.reserve(m_numbers.size());
        for (Entry &entry : m_numbers)
            keyed.emplace_back(collator.sortKey(text(entry.first)), &entry);
        return keyed;
    }

    std::vector<std::pair<QString, Entry *>> folded()
    {
        std::vector<std::pair<QString, Entry *>> keyed;
        keyed.reserve(m_numbers.size());
        for (Entry &entry : m_numbers)
            keyed.emplace_back(text(entry.first).toCaseFolded(), &entry);
        return keyed;
    }

    template <typename SortKey>
    void number(std::vector<std::pair<SortKey, Entry *>> keyed)
    {
        std::sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) {
            return a.first < b.first || (!(b.first < a.first) && a.second->first < b.second->first);
        });
        quint64 next = 0;
        for (auto &[key, entry] : keyed)
            entry->second = next++;
    }

    std::unordered_map<std::string_view, quint64> m_numbers;
};

/// True for the keys that keyOf() makes of IPv4 without a tie: they hold all there is to compare.
bool isWhole(quint64 key)
{
    return (key >> 63) == 0;
}

using Tie = std::function<int(quint32, quint32)>;

/// Puts keys that are equal but do not hold all there is to compare into the order of `tie`.
void breakTies(HugeVector<Key> &keys, bool ascending, const Tie &tie, bool (*whole)(quint64))
{
    for (auto run = keys.begin(); run != keys.end();) {
        const auto end = std::find_if(run, keys.end(), [run](const Key &key) { return key.key != run->key; });
        const quint64 key = ascending ? run->key : ~run->key;
        if (end - run > 1 && (whole == nullptr || !whole(key)))
            std::stable_sort(run, end, [&](const Key &a, const Key &b) {
                const int compared = tie(a.position, b.position);
                return ascending ? compared < 0 : compared > 0;
            });
        run = end;
    }
}

/// keyOfRow: the row's key, or nothing for rows that come last.
template <typename KeyOfRow>
void sortBy(std::vector<quint32> &positions, const ScopedRows &rows, Qt::SortOrder order, KeyOfRow keyOfRow,
            const Tie &tie, bool (*whole)(quint64) = nullptr)
{
    const bool ascending = order == Qt::AscendingOrder;
    const bool all = positions.size() == rows.size();
    std::vector<bool> wanted(all ? 0 : rows.size());
    if (!all)
        for (const quint32 position : positions)
            wanted[position] = true;
    HugeVector<Key> keys;
    std::vector<quint32> last;
    keys.reserve(positions.size());
    // In file order, which equal keys keep.
    rows.visit([&](quint32 position, RowPlace place, const RuleList::RowView &row) {
        if (!all && !wanted[position])
            return;
        if (const std::optional<quint64> key = keyOfRow(place, row))
            keys.push_back({ascending ? *key : ~*key, position});
        else
            last.push_back(position);
    });
    sortByKey(keys, [](const Key &key) { return key.key; });
    if (tie)
        breakTies(keys, ascending, tie, whole);
    const auto end =
        std::transform(keys.begin(), keys.end(), positions.begin(), [](const Key &k) { return k.position; });
    std::copy(last.begin(), last.end(), end);
}

} // namespace

void sortRows(std::vector<quint32> &positions, const ScopedRows &rows, RowKey key, Qt::SortOrder order,
              const RowRank &rank)
{
    using View = RuleList::RowView;
    using MaybeKey = std::optional<quint64>;
    const auto tieOf = [&rows](auto member) {
        return [&rows, member](quint32 a, quint32 b) {
            const std::optional<Rule> left = rows.view(a).rule();
            const std::optional<Rule> right = rows.view(b).rule();
            return left && right ? member(*left, *right) : 0;
        };
    };
    switch (key) {
    case RowKey::File:
        if (order == Qt::AscendingOrder)
            std::sort(positions.begin(), positions.end());
        else
            std::sort(positions.begin(), positions.end(), std::greater<>());
        return;
    case RowKey::On:
        sortBy(positions, rows, order, [](RowPlace, const View &row) -> MaybeKey { return row.enabled() ? 0 : 1; }, {});
        return;
    case RowKey::Net:
        sortBy(
            positions, rows, order,
            [](RowPlace, const View &row) -> MaybeKey {
                const auto rule = row.rule();
                return rule ? MaybeKey{keyOf(rule->net.family, rule->net.bits, rule->mask.bits)} : std::nullopt;
            },
            tieOf([](const Rule &a, const Rule &b) {
                const int nets = compare(a.net.bits, b.net.bits);
                return nets != 0 ? nets : compare(a.mask.bits, b.mask.bits);
            }));
        return;
    case RowKey::Mask:
        sortBy(
            positions, rows, order,
            [](RowPlace, const View &row) -> MaybeKey {
                const auto rule = row.rule();
                return rule ? MaybeKey{keyOf(rule->mask.family, rule->mask.bits, 0)} : std::nullopt;
            },
            tieOf([](const Rule &a, const Rule &b) { return compare(a.mask.bits, b.mask.bits); }), isWhole);
        return;
    case RowKey::Matches:
        sortBy(positions, rows, order,
               [](RowPlace, const View &row) -> MaybeKey {
                   const auto rule = row.rule();
                   if (!rule)
                       return std::nullopt;
                   return canMatch(*rule) ? static_cast<quint64>(freeBits(rule->mask)) + 1 : 0;
               },
               {});
        return;
    case RowKey::Status:
        sortBy(positions, rows, order,
               [&rank](RowPlace place, const View &row) -> MaybeKey { return ~quint64{rank(place, row)}; }, {});
        return;
    case RowKey::Comment: {
        const CommentNumbers numbers(rows);
        sortBy(positions, rows, order,
               [&numbers](RowPlace, const View &row) -> MaybeKey {
                   return row.comment().empty() ? MaybeKey{} : numbers(row.comment());
               },
               {});
        return;
    }
    case RowKey::List:
        sortBy(positions, rows, order,
               [](RowPlace place, const View &) -> MaybeKey { return static_cast<quint64>(place.list); }, {});
        return;
    }
}

} // namespace relaytab
