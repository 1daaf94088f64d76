#include "model/editing/rule_table_model.h"

#include <QPoint>

#include <algorithm>

#include "model/analysis/public_space.h"
#include "model/editing/document_analysis.h"
#include "model/editing/rule_row_state.h"
#include "model/editing/typed_text.h"
#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// The column whose text is at fault.
std::optional<RuleTableModel::Column> faultColumn(const Finding &finding)
{
    if (finding.error)
        return finding.error->code == EntryErrorCode::Mask ? RuleTableModel::Mask : RuleTableModel::Net;
    switch (finding.code) {
    case FindingCode::EmptyNet:
    case FindingCode::NotAnAddress:
    case FindingCode::OctetTooLarge:
    case FindingCode::LeadingZero:
    case FindingCode::NeverMatches:
    case FindingCode::Swapped: return RuleTableModel::Net;
    case FindingCode::NotAMask:
    case FindingCode::WildcardMask:
    case FindingCode::MaskWithGaps:
    case FindingCode::KbMaskRecipe: return RuleTableModel::Mask;
    default: return std::nullopt;
    }
}

/// The first character and how many, of what the finding blames in a cell's text.
QPoint spanOf(const Finding &finding, const QString &cell)
{
    const QPoint whole(0, static_cast<int>(cell.size()));
    if (!finding.error || !finding.error->rule)
        return whole;
    const auto span = [&](std::size_t position, const std::string &part) {
        const std::string utf8 = cell.toStdString();
        const auto before = text(std::string_view(utf8).substr(0, position)).size();
        const auto length = std::max<qsizetype>(text(part).size(), 1);
        return before + length > cell.size() ? whole : QPoint(static_cast<int>(before), static_cast<int>(length));
    };
    if (const auto *net = std::get_if<AddressError>(&finding.error->rule->why)) {
        switch (net->code) {
        case AddressErrorCode::UnexpectedCharacter:
        case AddressErrorCode::EmptyPart:
        case AddressErrorCode::OctetTooLarge:
        case AddressErrorCode::LeadingZero:
        case AddressErrorCode::NotAGroup: return span(net->position, net->part);
        default: return whole;
        }
    }
    const auto &mask = std::get<MaskError>(finding.error->rule->why);
    return mask.code == MaskErrorCode::LeadingZero || mask.code == MaskErrorCode::PrefixTooLong
        ? span(mask.position, mask.part)
        : whole;
}

/// What a mask that was left out stands for.
QString wholeMask(const RuleEntry &entry)
{
    const auto *rule = std::get_if<Rule>(&entry);
    const Family family = rule != nullptr ? rule->net.family : Family::IPv4;
    return text(toText(Mask::prefix(family, width(family))));
}

std::vector<ListKind> kindsOf(RuleTableModel::Scope scope)
{
    switch (scope) {
    case RuleTableModel::Scope::Deny: return {ListKind::Deny};
    case RuleTableModel::Scope::Allow: return {ListKind::Allow};
    case RuleTableModel::Scope::Local: return {ListKind::Local};
    case RuleTableModel::Scope::All: break;
    }
    return {allLists.begin(), allLists.end()};
}

} // namespace

RuleTableModel::RuleTableModel(PolicyDocument &document, Scope scope, QObject *parent)
    : QAbstractTableModel(parent),
      m_document(document),
      m_scope(scope),
      m_rows(kindsOf(scope)),
      m_state(std::make_unique<RowState>())
{
    connect(&document, &PolicyDocument::policyReset, this, &RuleTableModel::reset);
    connect(&document, &PolicyDocument::listChanged, this, &RuleTableModel::applyChange);
    connect(&document, &PolicyDocument::flagsChanged, this, &RuleTableModel::refresh);
    // After its changes were told, share the document's rows again instead of keeping a twin of them.
    connect(&document, &PolicyDocument::changed, this, [this] { m_rows.take(m_document.policy()); });
    reset();
}

RuleTableModel::~RuleTableModel() = default;

void RuleTableModel::setAnalysis(const DocumentAnalysis &analysis)
{
    m_analysis = &analysis;
    connect(&analysis, &DocumentAnalysis::findingsChanged, this, &RuleTableModel::refreshFindings);
    refreshFindings();
}

void RuleTableModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int RuleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shownCount()) + (m_blank >= 0 ? 1 : 0);
}

int RuleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_scope == Scope::All ? List + 1 : Comment + 1;
}

Qt::ItemFlags RuleTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !checkIndex(index))
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    switch (index.column()) {
    case On:
        if (index.row() != m_blank)
            flags |= Qt::ItemIsUserCheckable;
        break;
    case Net:
    case Mask:
    case Comment: flags |= Qt::ItemIsEditable; break;
    default: break;
    }
    return flags;
}

QVariant RuleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole || section < 0 || section >= rowCount())
            return {};
        const auto shown = shownRow(section);
        return shown ? QVariant(static_cast<qulonglong>(m_rows.placeOf(positionAt(*shown)).row + 1)) : QVariant();
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Matches ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    //: Column of check boxes: the rule takes part
    case On: return tr("On");
    //: Column: the address of a net or host
    case Net: return tr("Net");
    //: Column: which bits of an address are compared
    case Mask: return tr("Mask");
    //: Column: how many addresses a rule matches
    case Matches: return tr("Matches");
    case Status: return tr("Status");
    case Comment: return tr("Comment");
    //: Column: Deny, Allow or Local
    case List: return tr("List");
    default: return {};
    }
}

/// The row's state; kept until another row is asked for, because a view asks for all cells of a row together.
const RuleTableModel::RowState &RuleTableModel::stateOf(std::size_t position) const
{
    if (m_state->position == position && m_state->rowsInList > 0)
        return *m_state;
    RowState &state = *m_state;
    state.position = position;
    state.place = m_rows.placeOf(position);
    state.rowsInList = m_rows.list(state.place.list).size();
    state.row = m_rows.view(position).row();
    state.listOn = m_inForce[static_cast<std::size_t>(state.place.list)];
    state.findings = findingsOf(state.place, state.row);
    return state;
}

void RuleTableModel::forget() const
{
    m_state->rowsInList = 0;
}

QVariant RuleTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    if (role == BlankRole)
        return index.row() == m_blank;
    if (role == Qt::TextAlignmentRole)
        return QVariant((index.column() == Matches ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const auto shown = shownRow(index.row());
    return shown ? ruleData(stateOf(positionAt(*shown)), index.column(), role) : blankData(index.column(), role);
}

QVariant RuleTableModel::blankData(int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == Net)
            //: In the empty row at the end of the table
            return tr("type or paste here");
        [[fallthrough]];
    case Qt::EditRole:
        switch (column) {
        case Net: return QString();
        case Mask: return m_draft.mask;
        case Comment: return m_draft.comment;
        default: return {};
        }
    case QuietRole: return column == Net;
    case DimmedRole: return false;
    case Qt::AccessibleTextRole:
        //: Read aloud; %1 is the name of a list, %2 the title of a column
        return tr("%1, new row, %2: type or paste here")
            .arg(Wording::listName(m_rows.kinds().front()),
                 headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    default: return {};
    }
}

QVariant RuleTableModel::ruleData(const RowState &state, int column, int role) const
{
    const Wording wording(m_locale);
    switch (role) {
    case Qt::DisplayRole: return column == On ? QVariant() : displayText(state, column);
    case Qt::EditRole:
        switch (column) {
        case Net: return text(netText(state.row.entry));
        case Mask: return text(maskText(state.row.entry));
        default: return column == On ? QVariant(state.row.enabled) : displayText(state, column);
        }
    case Qt::CheckStateRole:
        return column == On ? QVariant(state.row.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case SeverityRole:
        return state.findings.empty() ? QVariant()
                                      : QVariant(static_cast<int>(severityOf(state.findings.front().code)));
    case CellSeverityRole:
    case FaultSpanRole: return faultData(state, column, role);
    case FindingTextsRole: {
        QStringList texts;
        for (const Finding &finding : state.findings)
            texts.append(wording.finding(finding));
        return texts;
    }
    case Qt::ToolTipRole: return ruleData(state, column, FindingTextsRole).toStringList().join(u'\n');
    case FixTextRole:
        for (const Finding &finding : state.findings)
            if (!finding.fixes.empty())
                return wording.fix(finding, finding.fixes.front());
        return {};
    case QuietRole:
        return (column == Mask && maskText(state.row.entry).empty()) || (column == Status && state.findings.empty());
    case DimmedRole: return !state.row.enabled || !state.listOn;
    case PlaceRole: return QVariant::fromValue(state.place);
    case Qt::AccessibleTextRole: return accessibleText(state, column);
    case Qt::AccessibleDescriptionRole: return ruleData(state, column, FindingTextsRole).toStringList().join(u' ');
    default: return {};
    }
}

QString RuleTableModel::displayText(const RowState &state, int column) const
{
    switch (column) {
    case Net: return text(netText(state.row.entry));
    case Mask: {
        const QString mask = text(maskText(state.row.entry));
        return mask.isEmpty() ? wholeMask(state.row.entry) : mask;
    }
    case Matches: {
        const auto *rule = std::get_if<Rule>(&state.row.entry);
        return rule != nullptr ? Wording(m_locale).count(matchCount(*rule)) : QString();
    }
    case Status: return statusText(state);
    case Comment: return text(state.row.comment);
    case List: return Wording::listName(state.place.list);
    default: return {};
    }
}

QVariant RuleTableModel::faultData(const RowState &state, int column, int role) const
{
    for (const Finding &finding : state.findings) {
        const auto at = faultColumn(finding);
        if (at != column && !(finding.code == FindingCode::Swapped && column == Mask))
            continue;
        if (role == CellSeverityRole)
            return static_cast<int>(severityOf(finding.code));
        return spanOf(finding, displayText(state, column));
    }
    return {};
}

QString RuleTableModel::accessibleText(const RowState &state, int column) const
{
    const Wording wording(m_locale);
    const QString list = Wording::listName(state.place.list);
    const QString row = QString::number(state.place.row + 1);
    const QString rows = QString::number(state.rowsInList);
    const QString status = state.findings.empty()
        ? statusText(state)
        //: Read aloud; %1 is for example "Warning", %2 is for example "mask has gaps"
        : tr("%1: %2").arg(Wording::severity(severityOf(state.findings.front().code)), statusText(state));
    switch (column) {
    case On:
        return state.row.enabled
            //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 its status
            ? tr("%1, row %2 of %3, switched on, %4").arg(list, row, rows, status)
            //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many
            : tr("%1, row %2 of %3, switched off").arg(list, row, rows);
    case Net: {
        const QString net = displayText(state, Net);
        const QString mask = displayText(state, Mask);
        if (const auto *rule = std::get_if<Rule>(&state.row.entry))
            //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 and %5 are addresses,
            //: %6 is for example "Warning: mask has gaps", %7 is for example "128 addresses"
            return tr("%1, row %2 of %3, net %4, mask %5, %6, %7")
                .arg(list, row, rows, net, mask, status, wording.addresses(matchCount(*rule)));
        //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 and %5 are what was typed,
        //: %6 is for example "Error: not an address"
        return tr("%1, row %2 of %3, net %4, mask %5, %6").arg(list, row, rows, net, mask, status);
    }
    case Status:
        //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 its status
        return tr("%1, row %2 of %3, %4").arg(list, row, rows, status);
    default:
        //: Read aloud; %1 is the name of a list, %2 the number of a row, %3 of how many, %4 the title of a column, %5
        //: the cell's text, %6 the row's status
        return tr("%1, row %2 of %3, %4: %5, %6")
            .arg(list, row, rows, headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
                 displayText(state, column), status);
    }
}

bool RuleTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || !checkIndex(index))
        return false;
    const auto place = placeOf(index);
    if (!place)
        return role == Qt::EditRole && typeIntoBlank(index.column(), value.toString());
    RuleRow row = m_rows.list(place->list).row(place->row);
    if (role == Qt::CheckStateRole && index.column() == On) {
        row.enabled = value.toInt() == Qt::Checked;
        m_document.setRow(*place, row);
        return true;
    }
    if (role != Qt::EditRole)
        return false;
    switch (index.column()) {
    case Net: {
        // A row that is opened and closed again keeps its mask as it was written.
        if (value.toString() == text(netText(row.entry)))
            return true;
        const std::vector<RuleRow> rows = withNetTyped(row, value.toString());
        if (rows.size() == 1) {
            m_document.setRow(*place, rows.front());
        } else {
            RuleList list;
            for (const RuleRow &each : rows)
                list.append(each);
            m_document.replaceRows(place->list, {place->row, 1}, list);
        }
        return true;
    }
    case Mask:
        if (value.toString() != text(maskText(row.entry)))
            m_document.setRow(*place, withMaskTyped(row, value.toString()));
        return true;
    case Comment:
        row.comment = value.toString().trimmed().toStdString();
        m_document.setRow(*place, row);
        return true;
    default: return false;
    }
}

/// Mask and comment wait for a net; the net makes the row.
bool RuleTableModel::typeIntoBlank(int column, const QString &typed)
{
    switch (column) {
    case Mask: m_draft.mask = typed.trimmed(); break;
    case Comment: m_draft.comment = typed.trimmed(); break;
    case Net: {
        if (typed.trimmed().isEmpty())
            return false;
        const RuleRow draft =
            withMaskTyped({.entry = RuleText{}, .comment = m_draft.comment.toStdString()}, m_draft.mask);
        RuleList rows;
        for (const RuleRow &row : withNetTyped(draft, typed))
            rows.append(row);
        const RowPlace place = insertionPlace(index(m_blank, Net));
        m_draft = {};
        m_typingIntoBlank = true;
        m_document.insertRows(place.list, place.row, rows);
        m_typingIntoBlank = false;
        return true;
    }
    default: return false;
    }
    Q_EMIT dataChanged(index(m_blank, column), index(m_blank, column));
    return true;
}

std::vector<Finding> RuleTableModel::findings(const QModelIndex &index) const
{
    const auto shown = shownRow(index.row());
    return shown ? stateOf(positionAt(*shown)).findings : std::vector<Finding>{};
}

} // namespace relaytab
