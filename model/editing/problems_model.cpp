#include "model/editing/problems_model.h"

#include <algorithm>
#include <tuple>

#include "model/editing/fixes.h"
#include "model/editing/rule_table_model.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// Nobody reads more than this.
constexpr std::size_t readable = 2000;
/// More changes than this at a time are told as a reset.
constexpr std::size_t tellable = 100;

/// For each of `refs` whether `others` has it, each of those counted once.
std::vector<bool> foundIn(const std::vector<FindingRef> &refs, const std::vector<FindingRef> &others)
{
    using Key = std::tuple<FindingCode, bool, ListKind, std::size_t>;
    const auto keyOf = [](const FindingRef &ref) {
        const RowPlace place = ref.row.value_or(RowPlace{});
        return Key{ref.code, ref.row.has_value(), place.list, place.row};
    };
    std::vector<std::pair<Key, bool>> keys; // and whether it is taken
    for (const FindingRef &other : others)
        keys.emplace_back(keyOf(other), false);
    std::sort(keys.begin(), keys.end());
    std::vector<bool> found;
    for (const FindingRef &ref : refs) {
        // The key alone is compared: whether others of it are taken says nothing about the order.
        auto free = std::lower_bound(keys.begin(), keys.end(), keyOf(ref),
                                     [](const auto &entry, const Key &key) { return entry.first < key; });
        while (free != keys.end() && free->first == keyOf(ref) && free->second)
            ++free;
        const bool has = free != keys.end() && free->first == keyOf(ref);
        if (has)
            free->second = true;
        found.push_back(has);
    }
    return found;
}

QString placeText(const Finding &finding)
{
    if (finding.row)
        return Wording::place(*finding.row);
    return finding.list ? Wording::listName(*finding.list) : QString();
}

} // namespace

ProblemsModel::ProblemsModel(PolicyDocument &document, const DocumentAnalysis &analysis, QObject *parent)
    : QAbstractListModel(parent), m_document(document), m_analysis(analysis)
{
    connect(&analysis, &DocumentAnalysis::findingsChanged, this, &ProblemsModel::follow);
    follow();
}

void ProblemsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_refs.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_refs.size());
}

Finding ProblemsModel::finding(const QModelIndex &index) const
{
    return m_facts.at(m_refs[static_cast<std::size_t>(index.row())]);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    // Views ask for more than there is, and facts take a while to work out.
    if (!index.isValid() || !checkIndex(index)
        || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role < Qt::UserRole))
        return {};
    const Finding finding = this->finding(index);
    const Wording wording(m_locale);
    switch (role) {
    case Qt::DisplayRole: {
        const QString place = placeText(finding);
        return place.isEmpty() ? wording.finding(finding)
                               //: %1 is for example "Allow, row 4", %2 a sentence
                               : tr("%1: %2").arg(place, wording.finding(finding));
    }
    case Qt::AccessibleTextRole: {
        const QString severity = Wording::severity(severityOf(finding.code));
        const QString place = placeText(finding);
        return place.isEmpty()
            //: Read aloud; %1 is for example "Warning", %2 a sentence
            ? tr("%1: %2").arg(severity, wording.finding(finding))
            //: Read aloud; %1 is for example "Warning", %2 is for example "Allow, row 4", %3 a sentence
            : tr("%1, %2: %3").arg(severity, place, wording.finding(finding));
    }
    case SeverityRole: return static_cast<int>(severityOf(finding.code));
    case PlaceTextRole: return placeText(finding);
    case MessageRole: return wording.finding(finding);
    case FixTextsRole: {
        QStringList texts;
        for (const Fix &fix : finding.fixes)
            texts.append(wording.fix(finding, fix));
        return texts;
    }
    case PlaceRole: return finding.row ? QVariant::fromValue(*finding.row) : QVariant();
    default: return {};
    }
}

void ProblemsModel::applyFix(const QModelIndex &index, int fix)
{
    if (!index.isValid())
        return;
    const Finding finding = this->finding(index);
    if (fix < 0 || static_cast<std::size_t>(fix) >= finding.fixes.size())
        return;
    const Fix &chosen = finding.fixes[static_cast<std::size_t>(fix)];
    if (isEdit(chosen.kind))
        relaytab::applyFix(m_document, finding, chosen);
    else if (chosen.kind == FixKind::ShowRow && chosen.place)
        Q_EMIT showRowRequested(*chosen.place);
    else if (chosen.kind == FixKind::SaveProject)
        Q_EMIT projectRequested();
    else if (chosen.kind == FixKind::Explain && finding.row)
        Q_EMIT explainRequested(*finding.row);
}

bool ProblemsModel::canRepairAllLike(const QModelIndex &index) const
{
    if (!index.isValid())
        return false;
    const Finding first = finding(index);
    return first.row && !first.fixes.empty() && first.fixes.front().kind == FixKind::ReplaceRow
        && first.fixes.front().further.empty() && m_analysis.findings().ofCode(first.code).size() > 1;
}

std::optional<RowPlace> ProblemsModel::nextProblem(std::optional<RowPlace> from, Direction direction) const
{
    const FindingStore &findings = m_analysis.findings();
    const auto step = [&](ListKind list, std::optional<std::size_t> row) {
        return direction == Direction::Next ? findings.rowAfter(list, row) : findings.rowBefore(list, row);
    };
    if (from)
        if (const auto row = step(from->list, from->row))
            return RowPlace{from->list, *row};
    // The lists after this one, and at last this one again from its other end.
    const std::size_t lists = allLists.size();
    const std::size_t start = from     ? static_cast<std::size_t>(from->list)
        : direction == Direction::Next ? lists - 1
                                       : 0;
    for (std::size_t n = 1; n <= lists; ++n) {
        const ListKind list = allLists[(start + (direction == Direction::Next ? n : lists - n)) % lists];
        if (const auto row = step(list, std::nullopt))
            return RowPlace{list, *row};
    }
    return std::nullopt;
}

/// Tells of the rows that do not say what they said: a view lays out anew for a single one.
template <typename SaysTheSame>
void ProblemsModel::tellChanged(const std::vector<FindingRef> &before, SaysTheSame saysTheSame)
{
    const auto [was, first] = std::ranges::mismatch(before, m_refs, saysTheSame);
    if (first == m_refs.end())
        return;
    auto last = m_refs.end() - 1;
    for (auto old = before.end() - 1; saysTheSame(*old, *last); --old)
        --last;
    Q_EMIT dataChanged(index(static_cast<int>(first - m_refs.begin())), index(static_cast<int>(last - m_refs.begin())));
}

/// Takes the new findings; those that stay stay where they are, so that a selection among them does, too.
void ProblemsModel::follow()
{
    const std::vector<FindingRef> now = m_analysis.findings().worst(readable);
    const FindingFacts &facts = m_analysis.findings().facts();
    const bool isNewAnswer = !m_facts.areOfSameAnswer(facts);
    const auto saysTheSame = [isNewAnswer](const FindingRef &was, const FindingRef &is) {
        return !isNewAnswer && was == is && was.number == is.number;
    };
    if (std::ranges::equal(m_refs, now, saysTheSame))
        return;
    const std::vector<bool> stays = foundIn(m_refs, now);
    const std::vector<bool> wasThere = foundIn(now, m_refs);
    std::vector<FindingRef> common;
    for (std::size_t n = 0; n < now.size(); ++n)
        if (wasThere[n])
            common.push_back(now[n]);
    std::vector<FindingRef> kept;
    for (std::size_t n = 0; n < m_refs.size(); ++n)
        if (stays[n])
            kept.push_back(m_refs[n]);
    if (kept != common || m_refs.size() + now.size() - 2 * kept.size() > tellable) {
        beginResetModel();
        m_refs = now;
        m_facts = facts;
        endResetModel();
        return;
    }
    // What goes, goes with its old facts; then the others get theirs; then what is new comes in.
    for (std::size_t n = stays.size(); n-- > 0;) {
        if (stays[n])
            continue;
        beginRemoveRows({}, static_cast<int>(n), static_cast<int>(n));
        m_refs.erase(m_refs.begin() + static_cast<std::ptrdiff_t>(n));
        endRemoveRows();
    }
    m_refs = common;
    m_facts = facts;
    tellChanged(kept, saysTheSame);
    for (std::size_t n = 0; n < now.size(); ++n) {
        if (wasThere[n])
            continue;
        beginInsertRows({}, static_cast<int>(n), static_cast<int>(n));
        m_refs.insert(m_refs.begin() + static_cast<std::ptrdiff_t>(n), now[n]);
        endInsertRows();
    }
}

} // namespace relaytab
