#pragma once

#include <QAbstractItemModel>

#include "model/wording/difference_wording.h"

namespace relaytab {

/// A difference as a tree of two levels: a class of clients or "as written", and its lines.
class DifferenceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Text, Addresses, ColumnCount };
    enum Role {
        PlaceRole = Qt::UserRole, ///< RowPlace of the new policy; nothing when it is about no row
        WrittenRole, ///< bool: addresses or rows as they are written
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// What the difference is to, above the first column.
    void setHeading(const QString &heading);
    void setSections(std::vector<DifferenceSection> sections);
    [[nodiscard]] const std::vector<DifferenceSection> &sections() const { return m_sections; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const DifferenceSection &sectionOf(const QModelIndex &line) const;

    QString m_heading;
    std::vector<DifferenceSection> m_sections;
};

} // namespace relaytab
