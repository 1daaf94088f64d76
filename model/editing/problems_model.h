#pragma once

#include <QAbstractListModel>
#include <QLocale>

#include "model/editing/document_analysis.h"

namespace relaytab {

/// What there is to say about the document, the worst first, each with what can be done about it.
class ProblemsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< int, a Severity
        PlaceTextRole, ///< QString: "Allow, row 4", the name of a list, or nothing
        MessageRole, ///< QString: the sentence, without the place
        FixTextsRole, ///< QStringList: what applyFix() can do, by its number
        PlaceRole, ///< RowPlace; nothing when it is about no row
    };
    enum class Direction : std::uint8_t { Next, Previous };

    /// Both outlive the model.
    ProblemsModel(PolicyDocument &document, const DocumentAnalysis &analysis, QObject *parent = nullptr);

    /// Numbers are grouped by this locale; the default is QLocale().
    void setLocale(const QLocale &locale);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// How many there are; more than rowCount() when they are too many to be read.
    [[nodiscard]] std::size_t total() const { return m_analysis.findings().size(); }
    [[nodiscard]] Finding finding(const QModelIndex &index) const;

    /// Changes the policy, or asks for something to be shown by the signals below.
    void applyFix(const QModelIndex &index, int fix);
    /// Whether its first fix makes another row of its row, and other rows have the same problem.
    [[nodiscard]] bool canRepairAllLike(const QModelIndex &index) const;

    /// The nearest row with a problem, through all lists and around; nothing when no row has one. No `from`: the first.
    [[nodiscard]] std::optional<RowPlace> nextProblem(std::optional<RowPlace> from, Direction direction) const;

Q_SIGNALS:
    void showRowRequested(relaytab::RowPlace place);
    void explainRequested(relaytab::RowPlace place);
    /// The policy is to be saved as a project file.
    void projectRequested();

private:
    void follow();
    template <typename SaysTheSame>
    void tellChanged(const std::vector<FindingRef> &before, SaysTheSame saysTheSame);

    PolicyDocument &m_document;
    const DocumentAnalysis &m_analysis;
    QLocale m_locale;
    std::vector<FindingRef> m_refs;
    FindingFacts m_facts; ///< of m_refs: the analysis is ahead while a change is being told
};

} // namespace relaytab
