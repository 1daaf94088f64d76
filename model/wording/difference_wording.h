#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "model/analysis/change_report.h"

namespace relaytab {

/// One line below a heading of a difference.
struct DifferenceLine {
    QString text; ///< begins with + or − where it is one side of the difference
    QString count = {}; ///< how many addresses, or nothing
    std::optional<RowPlace> place = {}; ///< the row of the new policy it speaks of
    bool isWritten = false; ///< an address or a row as written, to be shown in the fixed font

    friend bool operator==(const DifferenceLine &, const DifferenceLine &) = default;
};

struct DifferenceSection {
    QString text;
    std::vector<DifferenceLine> lines = {};

    friend bool operator==(const DifferenceSection &, const DifferenceSection &) = default;
};

/// What a change of policy does, in the user's language.
class DifferenceWording
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceWording)

public:
    explicit DifferenceWording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// The most important of it in one line: "All clients: lost 64,768 addresses, gained 0 (65,536 → 768)".
    [[nodiscard]] QString summary(const ChangeReport &report) const;
    /// A section for each class of clients, and one for what is written. Long ones end in "and 12 more".
    [[nodiscard]] std::vector<DifferenceSection> sections(const ChangeReport &report) const;
    /// The sections as plain text, a line each.
    [[nodiscard]] static QString asText(const std::vector<DifferenceSection> &sections);

    /// "Allow: 12 rows become 5".
    [[nodiscard]] QString merged(ListKind list, std::size_t before, std::size_t after) const;
    [[nodiscard]] static QString mergeProof();
    [[nodiscard]] static QString nothingToMerge(ListKind list);
    /// "The masks of 3 rows are repaired".
    [[nodiscard]] QString repaired(std::size_t rows) const;
    /// "3 rows are repaired", whatever is wrong with them.
    [[nodiscard]] QString repairedRows(std::size_t rows) const;
    [[nodiscard]] static QString nothingToRepair();

private:
    [[nodiscard]] static QString className(const ClassChange &change, bool onlyGroup);
    [[nodiscard]] QString classLine(const ClassChange &change, bool onlyGroup) const;
    [[nodiscard]] DifferenceSection classSection(const ClassChange &change, bool onlyGroup) const;
    [[nodiscard]] DifferenceSection writtenSection(const ChangeReport &report) const;
    [[nodiscard]] QString rowText(const RuleList &list, std::size_t row) const;
    [[nodiscard]] QString amount(const FamilyCounts &counts) const;

    QLocale m_locale;
};

} // namespace relaytab
