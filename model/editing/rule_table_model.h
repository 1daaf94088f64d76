#pragma once

#include <QAbstractTableModel>
#include <QItemSelection>
#include <QLocale>

#include <bitset>
#include <memory>

#include "model/analysis/finding.h"
#include "model/editing/finding_store.h"
#include "model/editing/policy_document.h"
#include "model/editing/row_filter.h"
#include "model/editing/row_order.h"

namespace relaytab {

class DocumentAnalysis;

/// Runs of rows, ascending, for each list.
using ListRuns = std::array<QList<RowRun>, allLists.size()>;

/// The rows of one list as a table, with a blank row to type into; or the rows of all three, without it. Sorting and
/// filtering are a view: the file's order and the row numbers stay. Edits go to the document as undo steps; what is
/// typed is never refused. Rows keep their place while they are edited, and rows that come in are shown, until sort()
/// or setFilter() is called again.
class RuleTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Scope : std::uint8_t { Deny, Allow, Local, All };

    enum Column {
        On, ///< a check box
        Net,
        Mask,
        Matches,
        Status,
        Comment,
        List, ///< only in the table of all lists
    };

    enum Role {
        SeverityRole = Qt::UserRole, ///< int, a Severity: of the row's gravest finding; nothing when there is none
        CellSeverityRole, ///< the same for findings that are about this cell's text
        FaultSpanRole, ///< QPoint(first character, count): the part of the cell's text at fault
        FindingTextsRole, ///< QStringList: what there is to say about the row, the gravest first
        FixTextRole, ///< QString: what Alt+Return does, when the row has a fix
        QuietRole, ///< bool: the text is a hint or says that all is well; the quiet colour
        DimmedRole, ///< bool: the row has no effect, because it or its list is off
        BlankRole, ///< bool: the row to type into
        PlaceRole, ///< RowPlace of the row; nothing for the blank row
    };

    RuleTableModel(PolicyDocument &document, Scope scope, QObject *parent = nullptr);
    ~RuleTableModel() override;

    /// Adds what one row alone does not tell: duplicates, covered rows, ... It outlives the model.
    void setAnalysis(const DocumentAnalysis &analysis);
    /// Numbers are grouped by this locale; the default is QLocale().
    void setLocale(const QLocale &locale);

    [[nodiscard]] Scope scope() const { return m_scope; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    /// A column below 0 brings back the order of the file.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }
    /// What RowFilter finds, and rows whose status says so; nothing shows all rows.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filterText; }

    /// Rules shown, without the blank row.
    [[nodiscard]] int visibleRules() const { return static_cast<int>(shownCount()); }
    /// What no row number is larger than, under any sort or filter.
    [[nodiscard]] std::size_t largestRowNumber() const { return m_rows.size(); }
    [[nodiscard]] int blankRow() const { return m_blank; } ///< -1 in the table of all lists
    /// Puts the blank row below another, so that what is typed there comes next to it; an invalid index: at the end.
    void moveBlankBelow(const QModelIndex &index);

    [[nodiscard]] std::optional<RowPlace> placeOf(const QModelIndex &index) const;
    /// Invalid when the filter hides the row.
    [[nodiscard]] QModelIndex indexOf(RowPlace place, int column) const;
    /// Where new rows go when `current` is the current cell: below its row, else at the end of the list (of Allow in
    /// the table of all lists).
    [[nodiscard]] RowPlace insertionPlace(const QModelIndex &current) const;
    [[nodiscard]] ListRuns runsOf(const QItemSelection &selection) const;

    /// What there is to say about the row, the gravest first; empty for the blank row.
    [[nodiscard]] std::vector<Finding> findings(const QModelIndex &index) const;

    /// One undo step each, over all lists that the selection touches.
    void removeSelected(const QItemSelection &selection);
    void setSelectedEnabled(const QItemSelection &selection, bool enabled);
    void duplicateSelected(const QItemSelection &selection);
    /// The selected rules in the order shown; pastes back as they are.
    [[nodiscard]] QString textOf(const QItemSelection &selection) const;

private:
    struct RowState;
    class RowCodes;
    /// Which statuses a filter text speaks of. By their words without numbers: what is filtered is what kind of row.
    struct StatusFilter {
        std::bitset<64> codes = {}; ///< by FindingCode
        bool ok = false;
        bool off = false;
        bool listOff = false;

        [[nodiscard]] bool isEmpty() const { return codes.none() && !ok && !off && !listOff; }
    };
    struct Draft {
        QString mask = {};
        QString comment = {};
    };

    [[nodiscard]] bool isPlain() const { return m_sortColumn < 0 && m_filter.isEmpty(); }
    [[nodiscard]] std::size_t shownCount() const { return m_ordered ? m_order.size() : m_rows.size(); }
    [[nodiscard]] std::size_t positionAt(std::size_t shown) const { return m_ordered ? m_order[shown] : shown; }
    [[nodiscard]] int viewRow(std::size_t shown) const;
    [[nodiscard]] std::optional<std::size_t> shownRow(int viewRow) const;
    [[nodiscard]] std::vector<std::size_t> selectedPositions(const QItemSelection &selection) const;

    [[nodiscard]] const RowState &stateOf(std::size_t position) const;
    [[nodiscard]] std::vector<Finding> findingsOf(RowPlace place, const RuleRow &row) const;
    [[nodiscard]] StatusFilter statusFilterFor(const RowFilter &filter) const;
    [[nodiscard]] QVariant ruleData(const RowState &state, int column, int role) const;
    [[nodiscard]] QVariant blankData(int column, int role) const;
    [[nodiscard]] QString displayText(const RowState &state, int column) const;
    [[nodiscard]] QVariant faultData(const RowState &state, int column, int role) const;
    [[nodiscard]] QString statusText(const RowState &state) const;
    [[nodiscard]] QString accessibleText(const RowState &state, int column) const;

    bool typeIntoBlank(int column, const QString &text);
    void rebuildOrder();
    void resort();
    void sortAgain(std::vector<quint32> &order) const;
    void sendBlankToEnd();
    void tellRowNumbers();
    void takeFlags();
    template <typename Verb, typename Name>
    void inOneStep(const QItemSelection &selection, Verb verb, Name name);

    void reset();
    void applyChange(const ListChange &change);
    void replaceShown(std::size_t first, std::size_t count);
    void rotateShown(const ListChange &change);
    void removeShown(const ListChange &change);
    void insertShown(const ListChange &change);
    void refresh();
    void refreshFindings();
    void forget() const;

    PolicyDocument &m_document;
    const DocumentAnalysis *m_analysis = nullptr;
    FindingFacts m_facts; ///< told last
    std::vector<ListChange> m_changes; ///< since then, two at most
    Scope m_scope;
    QLocale m_locale;
    ScopedRows m_rows; ///< as the views know them: the document's own are ahead while a change is being told
    std::array<bool, allLists.size()> m_inForce{};
    std::vector<quint32> m_order; ///< positions in the order shown, when m_ordered
    bool m_ordered = false; ///< false: all rows in file order
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QString m_filterText;
    RowFilter m_filter;
    StatusFilter m_statusFilter;
    int m_blank = -1; ///< the view row of the blank row
    Draft m_draft; ///< typed into the blank row before its net
    bool m_typingIntoBlank = false;
    mutable std::unique_ptr<RowState> m_state; ///< the row asked for last: a view asks for one row's cells in a row
};

} // namespace relaytab
