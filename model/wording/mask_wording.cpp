#include "model/wording/mask_wording.h"

#include <algorithm>

#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

QString rangeText(const AddressRange &range)
{
    return range.first == range.last ? text(toText(range.first))
                                     : text(toText(range.first)) + u" – " + text(toText(range.last));
}

} // namespace

QString MaskWording::summary(const MaskBits &bits) const
{
    const Wording wording(m_locale);
    if (bits.count.isZero())
        return tr("This rule matches no address.");
    if (bits.runCount == Count::of(1))
        //: %1 is for example "256 addresses"
        return tr("This rule matches %1, side by side.").arg(wording.addresses(bits.count));
    //: %1 is for example "128 addresses", %2 is a number
    return tr("This rule matches %1, scattered over %2 place(s).", "", Wording::pluralOf(bits.runCount))
        .arg(wording.addresses(bits.count), wording.count(bits.runCount));
}

QStringList MaskWording::runs(const MaskBits &bits) const
{
    QStringList lines;
    for (const AddressRange &range : bits.firstRuns)
        lines.append(rangeText(range));
    const Count listed = Count::of(static_cast<Bits>(bits.firstRuns.size() + bits.lastRuns.size()));
    if (listed < bits.runCount)
        lines.append(QStringLiteral("…"));
    for (const AddressRange &range : bits.lastRuns)
        lines.append(rangeText(range));
    return lines;
}

QString MaskWording::advice(const MaskBits &bits) const
{
    if (std::find(bits.bits.begin(), bits.bits.end(), BitUse::Conflict) != bits.bits.end())
        return tr("The address has ones where the mask compares nothing (marked !): no address can match.");
    if (bits.kbRecipe)
        return tr("An old instruction (Q258140) advised to repeat the host number in the mask. It lets in others as "
                  "well: for one host the mask is all ones.");
    if (bits.repair)
        return tr("Between the compared bits there are some that are not: the mask has gaps.");
    return {};
}

QString MaskWording::repair(const MaskBits &bits) const
{
    //: %1 is a mask
    return bits.repair ? tr("Use %1").arg(text(toText(bits.repair->mask))) : QString();
}

} // namespace relaytab
