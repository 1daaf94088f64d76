#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "model/analysis/expectation_check.h"
#include "model/policy/decision.h"

namespace relaytab {

/// Sentences about expectations, once, in the user's language.
class ExpectationWording
{
    Q_DECLARE_TR_FUNCTIONS(ExpectationWording)

public:
    explicit ExpectationWording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// "Holds", "Broken", ...
    [[nodiscard]] static QString state(ExpectationState state);
    /// "203.0.113.0/24, authenticated, is refused": what is expected.
    [[nodiscard]] static QString expected(const Expectation &expectation);
    /// How it came out, in a few words: "Holds", "Broken: 203.0.113.0 is allowed by Allow, row 4". `decision` is what
    /// happens to the witness of a broken one.
    [[nodiscard]] static QString outcome(const ExpectationCheck &check, const std::optional<Decision> &decision);
    /// All of them together: "All 3 expectations hold."
    [[nodiscard]] QString summary(std::size_t holding, std::size_t of) const;
    /// How it came out, in one sentence; `number` from 0.
    [[nodiscard]] QString result(std::size_t number, const Expectation &expectation,
                                 const ExpectationCheck &check) const;

private:
    QLocale m_locale;
};

} // namespace relaytab
