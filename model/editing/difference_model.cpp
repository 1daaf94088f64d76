#include "model/editing/difference_model.h"

namespace relaytab {

namespace {

/// The internal id of a section; that of a line is its section's row plus one.
constexpr quintptr sectionId = 0;

} // namespace

void DifferenceModel::setSections(std::vector<DifferenceSection> sections)
{
    if (sections == m_sections)
        return;
    beginResetModel();
    m_sections = std::move(sections);
    endResetModel();
}

void DifferenceModel::setHeading(const QString &heading)
{
    m_heading = heading;
    Q_EMIT headerDataChanged(Qt::Horizontal, Text, Addresses);
}

QModelIndex DifferenceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : sectionId);
}

QModelIndex DifferenceModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == sectionId)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, sectionId);
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_sections.size());
    if (parent.internalId() != sectionId || parent.column() != 0)
        return 0;
    return static_cast<int>(m_sections[static_cast<std::size_t>(parent.row())].lines.size());
}

int DifferenceModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

const DifferenceSection &DifferenceModel::sectionOf(const QModelIndex &line) const
{
    return m_sections[line.internalId() - 1];
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == Addresses ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (index.internalId() == sectionId)
        return role == Qt::DisplayRole && index.column() == Text
            ? QVariant(m_sections[static_cast<std::size_t>(index.row())].text)
            : QVariant();
    const DifferenceLine &line = sectionOf(index).lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return index.column() == Text ? line.text : line.count;
    case Qt::ToolTipRole: return index.column() == Text ? QVariant(line.text) : QVariant();
    case PlaceRole: return line.place ? QVariant::fromValue(*line.place) : QVariant();
    case WrittenRole: return line.isWritten;
    default: return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Addresses ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return section == Addresses ? tr("Addresses") : m_heading;
    return {};
}

} // namespace relaytab
