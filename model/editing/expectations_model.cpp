#include "model/editing/expectations_model.h"

#include <algorithm>

#include "model/editing/policy_document.h"
#include "model/editing/typed_text.h"
#include "model/policy/entry_text.h"
#include "model/wording/expectation_wording.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// The addresses that are meant: 10.0.0.5/24 stands for the net that the host is in.
std::vector<Rule> netsMeant(std::vector<Rule> rules)
{
    for (Rule &rule : rules)
        rule.net.bits &= rule.mask.bits;
    return rules;
}

/// Another spelling of the same client is no change.
bool isAsBefore(const std::vector<Expectation> &wanted, const Expectation &before)
{
    const auto *client = std::get_if<Rule>(&before.client);
    return wanted.size() == 1 && wanted.front().comment == before.comment && client != nullptr
        && sameMatches(std::get<Rule>(wanted.front().client), *client);
}

/// Nothing, or the word for it: the server address is not known.
bool isAnyServer(const QString &cleaned)
{
    return cleaned.isEmpty() || cleaned.compare(u"any", Qt::CaseInsensitive) == 0;
}

} // namespace

ExpectationsModel::ExpectationsModel(PolicyDocument &document, const ExpectationChecks &checks, QObject *parent)
    : QAbstractTableModel(parent), m_document(document), m_checks(checks), m_shown(document.policy().expectations)
{
    connect(&document, &PolicyDocument::expectationsChanged, this, &ExpectationsModel::takeExpectations);
    connect(&document, &PolicyDocument::policyReset, this, &ExpectationsModel::takeExpectations);
    connect(&checks, &ExpectationChecks::checked, this, [this] {
        if (!m_shown.empty())
            Q_EMIT dataChanged(index(0, 0), index(blankRow() - 1, ColumnCount - 1));
    });
}

void ExpectationsModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    Q_EMIT dataChanged(index(0, 0), index(blankRow(), ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

/// Tells only what differs, so that the selection survives undo and redo.
void ExpectationsModel::takeExpectations()
{
    const std::vector<Expectation> &now = m_document.policy().expectations;
    const auto [mineFirst, nowFirst] = std::ranges::mismatch(m_shown, now);
    auto mineEnd = m_shown.end();
    auto nowEnd = now.end();
    while (mineEnd != mineFirst && nowEnd != nowFirst && *std::prev(mineEnd) == *std::prev(nowEnd)) {
        --mineEnd;
        --nowEnd;
    }
    const auto first = static_cast<int>(mineFirst - m_shown.begin());
    const auto removed = static_cast<int>(mineEnd - mineFirst);
    const auto inserted = static_cast<int>(nowEnd - nowFirst);
    const int kept = std::min(removed, inserted);
    std::copy_n(nowFirst, kept, mineFirst);
    if (removed > kept) {
        beginRemoveRows({}, first + kept, first + removed - 1);
        m_shown.erase(mineFirst + kept, mineEnd);
        endRemoveRows();
    } else if (inserted > kept) {
        beginInsertRows({}, first + kept, first + inserted - 1);
        m_shown.insert(mineEnd, nowFirst + kept, nowEnd);
        endInsertRows();
    }
    if (kept > 0)
        Q_EMIT dataChanged(index(first, 0), index(first + kept - 1, ColumnCount - 1));
}

const Expectation *ExpectationsModel::expectationAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < blankRow() ? &m_shown[static_cast<std::size_t>(index.row())] : nullptr;
}

const ExpectationResult *ExpectationsModel::resultAt(const QModelIndex &index) const
{
    return index.isValid() ? m_checks.resultAt(static_cast<std::size_t>(index.row())) : nullptr;
}

int ExpectationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : blankRow() + 1;
}

int ExpectationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags ExpectationsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags seen = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (index.row() == blankRow())
        return index.column() == Client ? seen | Qt::ItemIsEditable : seen;
    switch (index.column()) {
    case Authenticated: return seen | Qt::ItemIsUserCheckable;
    case Result: return seen;
    default: return seen | Qt::ItemIsEditable;
    }
}

QString ExpectationsModel::editText(const Expectation &expectation, int column) const
{
    switch (column) {
    case Client: return Wording::entry(expectation.client);
    case Server: return expectation.server ? text(toText(*expectation.server)) : QString();
    case Comment: return text(expectation.comment);
    default: return {};
    }
}

QString ExpectationsModel::displayText(const QModelIndex &index) const
{
    const Expectation &expectation = *expectationAt(index);
    switch (index.column()) {
    case Server:
        //: Instead of a server address: it is not known, or does not matter.
        return expectation.server ? editText(expectation, Server) : tr("any");
    case Expected: return Wording::verdict(expectation.verdict);
    case Result: {
        const ExpectationResult *result = resultAt(index);
        return result != nullptr ? ExpectationWording::outcome(result->check, result->decision) : tr("Checking…");
    }
    default: return editText(expectation, index.column());
    }
}

QVariant ExpectationsModel::blankData(int column, int role) const
{
    //: In the blank row below the expectations
    const QString invitation = tr("Type an address or net");
    switch (role) {
    case Qt::DisplayRole: return column == Client ? invitation : QString();
    case Qt::AccessibleTextRole:
        //: Read aloud; %1 is the title of a column
        return tr("New expectation, %1").arg(headerData(column, Qt::Horizontal).toString());
    case Qt::AccessibleDescriptionRole: return invitation;
    default: return {};
    }
}

QVariant ExpectationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Expectation *expectation = expectationAt(index);
    if (expectation == nullptr)
        return blankData(index.column(), role);
    const ExpectationResult *result = resultAt(index);
    const auto sentence = [&] {
        return result == nullptr
            ? QString()
            : ExpectationWording(m_locale).result(static_cast<std::size_t>(index.row()), *expectation, result->check);
    };
    switch (role) {
    case Qt::DisplayRole: return displayText(index);
    case Qt::EditRole:
        return index.column() == Expected ? QVariant(static_cast<int>(expectation->verdict))
                                          : QVariant(editText(*expectation, index.column()));
    case Qt::CheckStateRole:
        return index.column() == Authenticated
            ? QVariant(static_cast<int>(expectation->authenticated ? Qt::Checked : Qt::Unchecked))
            : QVariant();
    case StateRole: return result != nullptr ? QVariant(static_cast<int>(result->check.state)) : QVariant();
    case SentenceRole:
    case Qt::AccessibleDescriptionRole: return sentence();
    case Qt::ToolTipRole: return index.column() == Result ? QVariant(sentence()) : QVariant();
    case Qt::AccessibleTextRole: {
        const QString value = index.column() != Authenticated ? displayText(index)
            //: Read aloud: the client of an expectation has authenticated
            : expectation->authenticated ? tr("yes")
                                         //: Read aloud: the client of an expectation has not authenticated
                                         : tr("no");
        //: Read aloud; %1 and %2 count expectations, %3 is the title of a column, %4 what its cell holds
        return tr("Expectation %1 of %2, %3: %4")
            .arg(m_locale.toString(index.row() + 1), m_locale.toString(blankRow()),
                 headerData(index.column(), Qt::Horizontal).toString(), value);
    }
    default: return {};
    }
}

QVariant ExpectationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < blankRow() ? m_locale.toString(section + 1) : QString();
    switch (section) {
    case Client: return tr("Client IP");
    case Server: return tr("Server IP");
    case Authenticated: return tr("Authenticated");
    //: Title of a column: the verdict that is expected
    case Expected: return tr("Expected");
    case Result: return tr("Result");
    case Comment: return tr("Comment");
    default: return {};
    }
}

QString ExpectationsModel::whyNot(const QModelIndex &index, const QString &typed) const
{
    const QString cleaned = cleanEntry(typed);
    const Wording wording(m_locale);
    if (index.column() == Client && !(cleaned.isEmpty() && index.row() == blankRow())) {
        if (const auto entry = parseEntry(cleaned.toStdString()); !entry)
            return wording.entryError(entry.error());
    }
    if (index.column() == Server && !isAnyServer(cleaned)) {
        if (const auto address = parseAddress(cleaned.toStdString()); !address)
            return wording.addressError(address.error());
    }
    return {};
}

bool ExpectationsModel::setClient(int row, const QString &typed)
{
    const auto entry = parseEntry(cleanEntry(typed).toStdString());
    if (!entry)
        return false;
    const bool isNew = row == blankRow();
    std::vector<Expectation> wanted;
    for (const Rule &net : netsMeant(entry->rules)) {
        Expectation expectation;
        if (isNew) // what the policy does now is what is to stay
            expectation.verdict = decide(m_document.policy(), {.address = net.net}, m_checks.reading()).verdict;
        else
            expectation = m_shown[static_cast<std::size_t>(row)];
        expectation.client = net;
        if (!entry->comment.empty())
            expectation.comment = entry->comment;
        wanted.push_back(std::move(expectation));
    }
    if (isNew)
        m_document.insertExpectations(m_shown.size(), wanted);
    else if (!isAsBefore(wanted, m_shown[static_cast<std::size_t>(row)]))
        m_document.replaceExpectation(static_cast<std::size_t>(row), wanted);
    return true;
}

bool ExpectationsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !whyNot(index, value.toString()).isEmpty())
        return false;
    if (index.column() == Client && role == Qt::EditRole)
        return setClient(index.row(), value.toString());
    const Expectation *before = expectationAt(index);
    if (before == nullptr)
        return false;
    Expectation after = *before;
    if (index.column() == Authenticated && role == Qt::CheckStateRole) {
        after.authenticated = value.toInt() == Qt::Checked;
    } else if (role != Qt::EditRole) {
        return false;
    } else if (index.column() == Server) {
        after.server.reset();
        if (const QString cleaned = cleanEntry(value.toString()); !isAnyServer(cleaned))
            after.server = *parseAddress(cleaned.toStdString());
    } else if (index.column() == Expected) {
        after.verdict = static_cast<Verdict>(value.toInt());
    } else if (index.column() == Comment) {
        after.comment = value.toString().toStdString();
    } else {
        return false;
    }
    m_document.replaceExpectation(static_cast<std::size_t>(index.row()), {after});
    return true;
}

void ExpectationsModel::remove(const QModelIndexList &rows)
{
    QList<RowRun> runs;
    for (const QModelIndex &index : rows) {
        if (index.row() < blankRow())
            runs.append({static_cast<std::size_t>(index.row()), 1});
    }
    m_document.removeExpectations(runs);
}

QString ExpectationsModel::asText(const QModelIndexList &rows) const
{
    QStringList lines;
    for (const QModelIndex &row : rows) {
        if (row.row() == blankRow())
            continue;
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(column == Authenticated ? (expectationAt(row)->authenticated ? tr("yes") : tr("no"))
                                                 : displayText(row.siblingAtColumn(column)));
        lines.append(cells.join(u'\t') + u'\n');
    }
    return lines.join(QString());
}

} // namespace relaytab
