#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "model/analysis/exposure.h"
#include "model/analysis/finding.h"
#include "model/analysis/nearest_miss.h"
#include "model/policy/decision.h"

namespace relaytab {

/// Every sentence about a policy, once, in the user's language; numbers grouped by the locale, addresses as they are.
/// The translation context of all of them is "Wording". Sentences about files are in FileWording.
///
/// A count of addresses can pass every integer, so it stands in a sentence as %1, already written out; the number that
/// tr() is given only picks the plural form.
class Wording
{
    Q_DECLARE_TR_FUNCTIONS(Wording)

public:
    explicit Wording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// "Deny", "Allow", "Local".
    [[nodiscard]] static QString listName(ListKind list);
    /// "Allow, row 4".
    [[nodiscard]] static QString place(RowPlace place);
    /// A rule as short as can be: "10.0.0.0/8", "10.0.0.1" for one host, "10.0.0.1;255.0.0.255" where the mask has
    /// gaps.
    [[nodiscard]] static QString entry(const RuleEntry &entry);
    /// "Allowed", "Refused".
    [[nodiscard]] static QString verdict(Verdict verdict);
    /// "Depends", when some server address would change the verdict.
    [[nodiscard]] static QString depends();
    /// What "Depends" means here, in one sentence.
    [[nodiscard]] static QString dependsReason();
    /// "by Deny, row 1", "no rule applies", ...
    [[nodiscard]] static QString reason(const Decision &decision);
    /// One line of the trace; `step` from 0.
    [[nodiscard]] static QString step(const Decision &decision, std::size_t step);
    /// How the nearest row differs from an address: "Row 1 (10.20.2.0;255.255.255.0) differs only in the third octet
    /// (3 instead of 2)." `rule` is that row's.
    [[nodiscard]] QString nearestMiss(const Rule &rule, const NearestMiss &nearest) const;
    /// Said where the literal and the observed reading decide differently.
    [[nodiscard]] static QString readingsDiffer();
    /// "observed reading", "literal reading".
    [[nodiscard]] static QString reading(Reading reading);
    /// What the server answers to a refused client. Never translated.
    [[nodiscard]] static QString refusalReply();

    /// A few words for the Status column: "never matches".
    [[nodiscard]] QString shortFinding(const Finding &finding) const;
    /// The whole message of the Problems panel, without the place.
    [[nodiscard]] QString finding(const Finding &finding) const;
    /// "Use network 192.168.5.0".
    [[nodiscard]] QString fix(const Finding &finding, const Fix &fix) const;
    [[nodiscard]] static QString severity(Severity severity);

    [[nodiscard]] QString addressError(const AddressError &error) const;
    [[nodiscard]] QString maskError(const MaskError &error) const;
    [[nodiscard]] QString ruleError(const RuleError &error) const;
    [[nodiscard]] QString entryError(const EntryError &error) const;

    /// "Closed", "Restricted", "Wide", "OPEN RELAY".
    [[nodiscard]] static QString exposureLevel(ExposureLevel level);
    /// The badge: "Restricted · 248 addresses".
    [[nodiscard]] QString exposureBadge(const Exposure &exposure) const;
    /// Who may relay without authenticating, and why: the text of the danger banner.
    [[nodiscard]] QString exposureReason(const Exposure &exposure) const;
    /// The policy in words, one sentence: "Only 248 addresses and authenticated clients may relay."
    [[nodiscard]] QString policyInWords(const RelayPolicy &policy, const Exposure &exposure) const;
    /// The line below it: whether those addresses are on the Internet, and how many are always refused. May be empty.
    [[nodiscard]] QString policyDetails(const RelayPolicy &policy, const Exposure &exposure) const;

    /// Grouped by the locale up to 2^64, "2^n" or "about 2^n" from there on.
    [[nodiscard]] QString count(const Count &count) const;
    /// "248 addresses", "1 address".
    [[nodiscard]] QString addresses(const Count &count) const;
    /// "248 addresses", "2^96 IPv6 addresses", or both.
    [[nodiscard]] QString addresses(const Count &ipv4, const Count &ipv6) const;

    /// The number that picks the plural form for a count of any size.
    [[nodiscard]] static int pluralOf(const Count &count);

private:
    [[nodiscard]] QString rowsOf(const std::vector<std::size_t> &rows) const;
    [[nodiscard]] QString covered(const Finding &finding) const;
    [[nodiscard]] QString denied(const Finding &finding) const;
    [[nodiscard]] static QString flagsFix(const Finding &finding, const Fix &fix);
    [[nodiscard]] static QString replaceFix(const Finding &finding, const Fix &fix);

    QLocale m_locale;
};

} // namespace relaytab
