#include <bit>

#include "model/wording/wording.h"

namespace relaytab {

QString Wording::listName(ListKind list)
{
    switch (list) {
    case ListKind::Deny:
        //: Name of the list of clients that are always refused (RelayDenyList)
        return tr("Deny");
    case ListKind::Allow:
        //: Name of the list of clients that may relay (RelayAllowList)
        return tr("Allow");
    case ListKind::Local:
        //: Name of the list of the server's own addresses (RelayLocalIPList)
        return tr("Local");
    }
    return {};
}

QString Wording::place(RowPlace place)
{
    //: %1 is the name of a list, %2 the number of a row
    return tr("%1, row %2").arg(listName(place.list), QString::number(place.row + 1));
}

QString Wording::entry(const RuleEntry &entry)
{
    if (const auto *rule = std::get_if<Rule>(&entry)) {
        const auto length = prefixLength(rule->mask);
        if (length == width(rule->net.family))
            return QString::fromStdString(toText(rule->net));
        if (length)
            return QString::fromStdString(toText(rule->net)) + u'/' + QString::number(*length);
    }
    return QString::fromStdString(registryText(entry));
}

QString Wording::severity(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        //: Severity of a finding, the mildest of four
        return tr("Note");
    case Severity::Warning:
        //: Severity of a finding, the second of four
        return tr("Warning");
    case Severity::Error:
        //: Severity of a finding, the third of four: the row cannot be used
        return tr("Error");
    case Severity::Danger:
        //: Severity of a finding, the gravest of four: the relay is open
        return tr("Danger");
    }
    return {};
}

QString Wording::count(const Count &count) const
{
    const Bits number = count.low;
    if (!count.full && (number >> 64) == 0)
        return m_locale.toString(static_cast<qulonglong>(number));
    const int exponent = count.full ? 128 : 127 - std::countl_zero(static_cast<std::uint64_t>(number >> 64));
    const QString power = QStringLiteral("2^%1").arg(exponent);
    if (count == Count::power(exponent))
        return power;
    //: %1 is a power of two such as 2^96, rounded down
    return tr("about %1").arg(power);
}

QString Wording::addresses(const Count &count) const
{
    //: %1 is how many, for example 1,024 or 2^96
    return tr("%1 address(es)", nullptr, pluralOf(count)).arg(this->count(count));
}

QString Wording::addresses(const Count &ipv4, const Count &ipv6) const
{
    if (ipv6.isZero())
        return addresses(ipv4);
    //: %1 is how many, for example 1,024 or 2^96
    const QString wide = tr("%1 IPv6 address(es)", nullptr, pluralOf(ipv6)).arg(count(ipv6));
    if (ipv4.isZero())
        return wide;
    //: %1 is for example "377 addresses", %2 is for example "2^96 IPv6 addresses"
    return tr("%1 and %2").arg(addresses(ipv4), wide);
}

int Wording::pluralOf(const Count &count)
{
    // Plural rules look at the number itself while it is small, and at its last digits beyond: keep both.
    constexpr int period = 1'000'000;
    if (count.full || count.low >= period)
        return period + static_cast<int>(count.low % period);
    return static_cast<int>(count.low);
}

QString Wording::rowsOf(const std::vector<std::size_t> &rows) const
{
    QStringList numbers;
    for (const std::size_t row : rows)
        numbers.append(QString::number(row + 1));
    return m_locale.createSeparatedList(numbers);
}

} // namespace relaytab
