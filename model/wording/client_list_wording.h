#pragma once

#include <QCoreApplication>
#include <QLocale>

#include "model/analysis/client_answers.h"

namespace relaytab {

/// The sentences about many clients that are asked about at once.
class ClientListWording
{
    Q_DECLARE_TR_FUNCTIONS(ClientListWording)

public:
    explicit ClientListWording(const QLocale &locale = QLocale()) : m_locale(locale) { }

    /// "Allowed", "Mixed", "Not an address", ...
    [[nodiscard]] static QString verdict(ClientVerdict verdict);
    /// Why: "by Deny, row 1", "all 256 addresses; 10.0.0.0 by Allow, row 2". `share` is that of a net, null for an
    /// address. Empty for a question that is none.
    [[nodiscard]] QString reason(const ClientAnswer &answer, const NetShare *share) const;
    /// "5 clients: 3 allowed, 1 refused and 1 not an address."
    [[nodiscard]] QString summary(const ClientAnswers &answers) const;
    /// What is assumed of all clients: "At server 10.0.0.1, authenticated." Empty when that is nothing.
    [[nodiscard]] static QString assumed(const BulkClient &client);

private:
    QLocale m_locale;
};

} // namespace relaytab
