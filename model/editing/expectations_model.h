#pragma once

#include <QAbstractTableModel>
#include <QLocale>

#include "model/editing/expectation_checks.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

class PolicyDocument;

/// The expectations of a document, one a row, and a blank row below them to type the next one into. Every edit is one
/// undo step of the document.
class ExpectationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Client, Server, Authenticated, Expected, Result, Comment, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, ///< ExpectationState as int; nothing while it was not checked
        SentenceRole, ///< how it came out, one sentence
    };

    /// Both outlive the model.
    ExpectationsModel(PolicyDocument &document, const ExpectationChecks &checks, QObject *parent = nullptr);

    /// Numbers are grouped by this locale; all texts are asked anew.
    void setLocale(const QLocale &locale);

    [[nodiscard]] int blankRow() const { return static_cast<int>(m_shown.size()); }
    /// The expectation of the row; nothing for the blank row.
    [[nodiscard]] const Expectation *expectationAt(const QModelIndex &index) const;
    [[nodiscard]] const ExpectationResult *resultAt(const QModelIndex &index) const;
    /// Why `text` cannot stand in the cell, in the user's language; empty when it can.
    [[nodiscard]] QString whyNot(const QModelIndex &index, const QString &text) const;
    void remove(const QModelIndexList &rows);
    /// Tab separated, a line a row.
    [[nodiscard]] QString asText(const QModelIndexList &rows) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// The verdict is a Verdict as int, the others are texts; what whyNot() speaks against is refused.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void takeExpectations();
    [[nodiscard]] QVariant blankData(int column, int role) const;
    [[nodiscard]] QString displayText(const QModelIndex &index) const;
    [[nodiscard]] QString editText(const Expectation &expectation, int column) const;
    bool setClient(int row, const QString &text);

    PolicyDocument &m_document;
    const ExpectationChecks &m_checks;
    QLocale m_locale;
    std::vector<Expectation> m_shown; ///< as views know them
};

} // namespace relaytab
