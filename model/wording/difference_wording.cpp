#include "model/wording/difference_wording.h"

#include <algorithm>
#include <limits>

#include "model/policy/entry_text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

constexpr std::size_t shownRows = 1000;

QString lost(const QString &what)
{
    return u"− " + what;
}

QString gained(const QString &what)
{
    return u"+ " + what;
}

QString netText(const Prefix &prefix)
{
    return prefix.length == width(prefix.net.family) ? QString::fromStdString(toText(prefix.net))
                                                     : QString::fromStdString(toText(prefix));
}

QString flagsText(const std::optional<std::uint32_t> &flags)
{
    return flags ? QString::number(*flags) : QStringLiteral("–");
}

int pluralOf(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

/// "10.0.0.5, 10.0.1.0/24, …"
QString serversText(const AddressSet &servers)
{
    constexpr std::size_t shown = 2;
    QStringList texts;
    for (const Prefix &prefix : servers.prefixes(shown))
        texts.append(netText(prefix));
    if (Count::of(shown) < servers.prefixCount())
        texts.append(QStringLiteral("…"));
    return texts.join(QStringLiteral(", "));
}

} // namespace

QString DifferenceWording::className(const ClassChange &change, bool onlyGroup)
{
    const QString servers = change.group == ServerGroup::Unlisted ? QString() : serversText(change.servers);
    switch (change.authentication) {
    case Authentication::Without:
        switch (change.group) {
        case ServerGroup::Unlisted:
            return onlyGroup ? tr("Anonymous clients") : tr("Anonymous clients at a server address outside Local");
        case ServerGroup::BeforeOnly:
            //: %1 are server addresses
            return tr("Anonymous clients at a server address that left Local (%1)").arg(servers);
        case ServerGroup::AfterOnly:
            //: %1 are server addresses
            return tr("Anonymous clients at a server address new in Local (%1)").arg(servers);
        case ServerGroup::Both:
            //: %1 are server addresses
            return tr("Anonymous clients at a server address in Local (%1)").arg(servers);
        }
        break;
    case Authentication::With:
        switch (change.group) {
        case ServerGroup::Unlisted:
            return onlyGroup ? tr("Authenticated clients")
                             : tr("Authenticated clients at a server address outside Local");
        case ServerGroup::BeforeOnly:
            //: %1 are server addresses
            return tr("Authenticated clients at a server address that left Local (%1)").arg(servers);
        case ServerGroup::AfterOnly:
            //: %1 are server addresses
            return tr("Authenticated clients at a server address new in Local (%1)").arg(servers);
        case ServerGroup::Both:
            //: %1 are server addresses
            return tr("Authenticated clients at a server address in Local (%1)").arg(servers);
        }
        break;
    case Authentication::Either:
        switch (change.group) {
        case ServerGroup::Unlisted:
            //: Whether they authenticate or not
            return onlyGroup ? tr("All clients") : tr("All clients at a server address outside Local");
        case ServerGroup::BeforeOnly:
            //: %1 are server addresses
            return tr("All clients at a server address that left Local (%1)").arg(servers);
        case ServerGroup::AfterOnly:
            //: %1 are server addresses
            return tr("All clients at a server address new in Local (%1)").arg(servers);
        case ServerGroup::Both:
            //: %1 are server addresses
            return tr("All clients at a server address in Local (%1)").arg(servers);
        }
        break;
    }
    return {};
}

QString DifferenceWording::amount(const FamilyCounts &counts) const
{
    const Wording wording(m_locale);
    return counts.ipv6.isZero() ? wording.count(counts.ipv4) : wording.addresses(counts.ipv4, counts.ipv6);
}

QString DifferenceWording::classLine(const ClassChange &change, bool onlyGroup) const
{
    const QString name = className(change, onlyGroup);
    if (change.isEmpty())
        //: %1 is for example "Authenticated clients": each gets the same verdict as before
        return tr("%1: proven equal").arg(name);
    const FamilyCounts &gone = change.lost.addresses;
    //: %1 is for example "Anonymous clients", %2 "64,768 addresses", %3 "0", %4 and %5 how many may relay before and
    //: after
    return tr("%1: lost %2, gained %3 (%4 → %5)")
        .arg(name, Wording(m_locale).addresses(gone.ipv4, gone.ipv6), amount(change.gained.addresses),
             amount(change.before), amount(change.after));
}

DifferenceSection DifferenceWording::classSection(const ClassChange &change, bool onlyGroup) const
{
    const Wording wording(m_locale);
    DifferenceSection section{.text = classLine(change, onlyGroup)};
    const auto add = [&](const SetDigest &digest, QString (*signedText)(const QString &)) {
        for (const Prefix &prefix : digest.nets)
            section.lines.push_back({.text = signedText(netText(prefix)),
                                     .count = wording.count(Count::power(width(prefix.net.family) - prefix.length)),
                                     .isWritten = true});
        if (Count::of(digest.nets.size()) < digest.netCount) {
            const Count more{digest.netCount.low - digest.nets.size(), false};
            //: %1 is how many nets are not shown
            section.lines.push_back(
                {.text =
                     signedText(tr("and %1 more net(s)", nullptr, Wording::pluralOf(more)).arg(wording.count(more)))});
        }
    };
    if (const auto &witness = change.lost.witness) {
        //: %1 is an address
        section.lines.push_back(
            {.text = tr("For example %1: allowed before, refused now").arg(QString::fromStdString(toText(*witness)))});
        add(change.lost, lost);
    }
    if (const auto &witness = change.gained.witness) {
        //: %1 is an address
        section.lines.push_back(
            {.text = tr("For example %1: refused before, allowed now").arg(QString::fromStdString(toText(*witness)))});
        add(change.gained, gained);
    }
    return section;
}

QString DifferenceWording::rowText(const RuleList &list, std::size_t row) const
{
    const RuleRow written = list.row(row);
    QString text = QString::fromStdString(registryText(written.entry));
    if (!written.enabled)
        //: Behind a rule that is switched off
        text += u' ' + tr("(off)");
    if (!written.comment.empty())
        text += u" # " + QString::fromStdString(written.comment).simplified();
    return text;
}

DifferenceSection DifferenceWording::writtenSection(const ChangeReport &report) const
{
    std::array<std::size_t, 3> counts{}; // by RowChangeKind
    DifferenceSection section;
    if (report.before.flags != report.after.flags) {
        section.lines.push_back(
            {.text = lost(QStringLiteral("RelayFlags: %1").arg(flagsText(report.before.flags))), .isWritten = true});
        section.lines.push_back(
            {.text = gained(QStringLiteral("RelayFlags: %1").arg(flagsText(report.after.flags))), .isWritten = true});
    }
    std::size_t shown = 0;
    for (const ListKind list : allLists) {
        for (const RowChange &change : report.rows[static_cast<std::size_t>(list)]) {
            ++counts[static_cast<std::size_t>(change.kind())];
            if (++shown > shownRows)
                continue;
            const std::optional<RowPlace> place =
                change.after ? std::optional(RowPlace{list, *change.after}) : std::nullopt;
            //: %1 is for example "Allow, row 4", %2 a rule
            const QString line = tr("%1: %2");
            if (change.before)
                section.lines.push_back({.text = lost(line.arg(Wording::place({list, *change.before}),
                                                               rowText(report.before.list(list), *change.before))),
                                         .place = place,
                                         .isWritten = true});
            if (change.after)
                section.lines.push_back({.text = gained(line.arg(Wording::place({list, *change.after}),
                                                                 rowText(report.after.list(list), *change.after))),
                                         .place = place,
                                         .isWritten = true});
        }
    }
    if (shown > shownRows)
        //: %1 is how many rows are not shown
        section.lines.push_back({.text = tr("and %1 more row(s)", nullptr, pluralOf(shown - shownRows))
                                             .arg(m_locale.toString(static_cast<qulonglong>(shown - shownRows)))});
    if (report.before.expectations != report.after.expectations)
        section.lines.push_back({.text = tr("The expectations are others")});
    if (report.isWrittenAlike()) {
        section.text = tr("As written: no row changed");
        return section;
    }
    const auto number = [&](RowChangeKind kind) {
        return m_locale.toString(static_cast<qulonglong>(counts[static_cast<std::size_t>(kind)]));
    };
    //: How many rows were added, removed and changed
    section.text =
        tr("As written: rows added %1, removed %2, changed %3")
            .arg(number(RowChangeKind::Added), number(RowChangeKind::Removed), number(RowChangeKind::Changed));
    return section;
}

std::vector<DifferenceSection> DifferenceWording::sections(const ChangeReport &report) const
{
    const bool onlyGroup = std::ranges::all_of(
        report.classes, [](const ClassChange &change) { return change.group == ServerGroup::Unlisted; });
    std::vector<DifferenceSection> sections;
    for (const ClassChange &change : report.classes)
        sections.push_back(classSection(change, onlyGroup));
    sections.push_back(writtenSection(report));
    return sections;
}

QString DifferenceWording::summary(const ChangeReport &report) const
{
    if (report.isEqualEffect())
        return report.isWrittenAlike() ? tr("Nothing changed.") : tr("Proven equal: no client gets another verdict.");
    const ClassChange &first = report.classes.front();
    if (first.isEmpty())
        return tr("Only some clients get another verdict: those that authenticate, or by the server address.");
    return classLine(first, std::ranges::all_of(report.classes, [](const ClassChange &change) {
                         return change.group == ServerGroup::Unlisted;
                     }));
}

QString DifferenceWording::asText(const std::vector<DifferenceSection> &sections)
{
    QString text;
    for (const DifferenceSection &section : sections) {
        text += section.text + u'\n';
        for (const DifferenceLine &line : section.lines)
            text += u"  " + line.text + (line.count.isEmpty() ? QString() : u'\t' + line.count) + u'\n';
    }
    return text;
}

QString DifferenceWording::merged(ListKind list, std::size_t before, std::size_t after) const
{
    //: %1 is the name of a list, %2 and %3 are how many rows it has and will have
    return tr("%1: %2 row(s) become %3", nullptr, pluralOf(before))
        .arg(Wording::listName(list), m_locale.toString(static_cast<qulonglong>(before)),
             m_locale.toString(static_cast<qulonglong>(after)));
}

QString DifferenceWording::mergeProof()
{
    return tr("Proven: the list matches the same addresses before and after. Comments stay with the row that stands "
              "for theirs.");
}

QString DifferenceWording::nothingToMerge(ListKind list)
{
    //: %1 is the name of a list
    return tr("Nothing to merge in %1: no shorter list matches the same addresses.").arg(Wording::listName(list));
}

QString DifferenceWording::repaired(std::size_t rows) const
{
    //: %1 is how many
    return tr("The masks of %1 row(s) are repaired", nullptr, pluralOf(rows))
        .arg(m_locale.toString(static_cast<qulonglong>(rows)));
}

QString DifferenceWording::repairedRows(std::size_t rows) const
{
    const Count count = Count::of(rows);
    //: %1 is a number
    return tr("%1 row(s) are repaired", nullptr, Wording::pluralOf(count)).arg(Wording(m_locale).count(count));
}

QString DifferenceWording::nothingToRepair()
{
    return tr("Nothing to repair: no mask has a fault with a certain remedy.");
}

} // namespace relaytab
