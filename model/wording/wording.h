#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "model/analysis/exposure.h"
#include "model/analysis/finding.h"
#include "model/policy/decision.h"

namespace relaytab {

/// Every sentence about a policy, once, in the user's language; numbers grouped by the locale, addresses as they are.
/// The translation context of all of them is "Wording".
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)

public:
    explicit Wording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// "Deny", "Allow", "Local".
    [[nodiscard]] static QString listName(ListKind list);
    /// "Allow, row 4".
    [[nodiscard]] static QString place(RowPlace place);
    /// "Allowed", "Refused".
    [[nodiscard]] static QString verdict(Verdict verdict);
    /// "by Deny, row 1", "no rule applies", ...
    [[nodiscard]] static QString reason(const Decision &decision);
    /// One line of the trace; `step` from 0.
    [[nodiscard]] static QString step(const Decision &decision, std::size_t step);

    /// A few words for the Status column: "never matches".
    [[nodiscard]] QString shortFinding(const Finding &finding) const;
    /// The whole message of the Problems panel, without the place.
    [[nodiscard]] QString finding(const Finding &finding) const;
    /// "Use network 192.168.5.0".
    [[nodiscard]] QString fix(const Finding &finding, const Fix &fix) const;
    [[nodiscard]] static QString severity(Severity severity);

    [[nodiscard]] QString ruleError(const RuleError &error) const;
    [[nodiscard]] QString entryError(const EntryError &error) const;

    /// "Closed", "Restricted", "Wide", "OPEN RELAY".
    [[nodiscard]] static QString exposureLevel(ExposureLevel level);
    /// The badge: "Restricted · 248 addresses".
    [[nodiscard]] QString exposureBadge(const Exposure &exposure) const;
    [[nodiscard]] QString exposureReason(const Exposure &exposure) const;
    /// The policy in words, one sentence: "Only 248 addresses and authenticated clients may relay."
    [[nodiscard]] QString policyInWords(const RelayPolicy &policy, const Exposure &exposure) const;

    /// Grouped by the locale up to 2^64, "2^n" or "about 2^n" above.
    [[nodiscard]] QString count(const Count &count) const;

private:
    QLocale m_locale;
};

} // namespace relaytab
