#pragma once

#include <QAbstractTableModel>
#include <QItemSelection>

#include "model/editing/client_list_text.h"

namespace relaytab {

/// A report about many clients, a line a row; all of them, or those of one verdict.
class ClientListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Client, Verdict, Reason, RuleText, ColumnCount };
    enum Role {
        VerdictRole = Qt::UserRole, ///< ClientVerdict as int
        PlaceRole, ///< RowPlace of the deciding row, or of that of a net's example; nothing when no row decided
        ClientRole, ///< QString for the tester; empty when the line is no client
        SentenceRole, ///< the whole line, read aloud
    };

    explicit ClientListModel(QObject *parent = nullptr);

    /// Null: nothing to show. A report about the same list keeps rows and selection as far as it can.
    void setReport(const std::shared_ptr<const ClientReport> &report);
    /// Only the lines of this verdict; nothing: all.
    void setShown(std::optional<ClientVerdict> verdict);
    [[nodiscard]] std::optional<ClientVerdict> shown() const { return m_shown; }
    /// Numbers are grouped by this locale; all texts are asked anew.
    void setLocale(const QLocale &locale);

    /// The lines of the rows that are selected, from the top.
    [[nodiscard]] ClientLines selectedLines(const QItemSelection &selection) const;
    /// All that are shown, below the titles of the columns.
    [[nodiscard]] ClientLines shownLines() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] std::vector<std::uint32_t> linesShown() const;
    [[nodiscard]] std::size_t lineAt(int row) const;

    std::shared_ptr<const ClientReport> m_report;
    std::optional<ClientVerdict> m_shown;
    std::vector<std::uint32_t> m_lines; ///< indices into the list; only while m_shown says which
    QLocale m_locale;
};

} // namespace relaytab
