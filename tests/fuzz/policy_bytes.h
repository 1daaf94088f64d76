#pragma once

#include <cstdint>
#include <span>

#include "model/policy/relay_policy.h"

/// Policies out of a fuzzer's bytes. Every input is a pair of policies, and bytes that change little change the
/// policies little, so that the fuzzer finds its way. Bytes that are used up read as 0.
namespace relaytab::fuzz {

class Bytes
{
public:
    explicit Bytes(std::span<const std::uint8_t> bytes) : m_bytes(bytes) { }

    std::uint8_t take()
    {
        if (m_at == m_bytes.size())
            return 0;
        return m_bytes[m_at++];
    }
    Bits take(Family family)
    {
        Bits bits = 0;
        for (int i = 0; i < width(family); i += 8)
            bits = (bits << 8) | take();
        return bits;
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
};

/// Where most nets come from, so that rows meet each other: 10.9.8.0/24, and as much in the middle of an IPv6 address,
/// where the halves meet.
struct Toy {
    Bits base;
    int shift; ///< of the eight bits that vary
};

inline Toy toyOf(Family family)
{
    return family == Family::IPv4 ? Toy{0x0A090800U, 0} : Toy{Bits{0x20010DB8U} << 96, 60};
}

inline Mask takeMask(Bytes &bytes, Family family, bool isToy)
{
    const Toy toy = toyOf(family);
    switch (bytes.take() % 4) {
    case 0: return Mask::prefix(family, width(family));
    case 1:
        return Mask::prefix(family,
                            isToy ? width(family) - toy.shift - bytes.take() % 9 : bytes.take() % (width(family) + 1));
    case 2: return {isToy ? allOnes(family) ^ (Bits{bytes.take()} << toy.shift) : bytes.take(family), family};
    default: return Mask::prefix(family, bytes.take() % (width(family) + 1));
    }
}

inline RuleRow takeRow(Bytes &bytes)
{
    const std::uint8_t kind = bytes.take();
    RuleRow row{.entry = RuleText{"10.0.0.300", "255.0.0.0", MaskForm::Written}, .enabled = (kind & 0x0E) != 0x0E};
    if ((kind & 0xF0) == 0xF0)
        return row;
    const Family family = (kind & 1) == 0 ? Family::IPv4 : Family::IPv6;
    const bool isToy = (kind & 0x30) != 0x30;
    const Mask mask = takeMask(bytes, family, isToy);
    const Toy toy = toyOf(family);
    Address net{isToy ? toy.base | (Bits{bytes.take()} << toy.shift) : bytes.take(family), family};
    if ((kind & 0xC0) != 0xC0) // else it may have bits outside its mask
        net.bits &= mask.bits;
    const bool isHost = mask.bits == allOnes(family) && (kind & 0x40) != 0;
    row.entry = Rule{net, mask, isHost ? MaskForm::LeftOut : MaskForm::Written};
    return row;
}

inline std::optional<std::uint32_t> takeFlags(Bytes &bytes)
{
    const std::uint32_t value = bytes.take();
    switch (value >> 4) {
    case 0xF: return std::nullopt;
    case 0xE: return value | 0x80000000U; // bits without a meaning
    default: return value & flag::known;
    }
}

inline RelayPolicy takePolicy(Bytes &bytes)
{
    RelayPolicy policy{.flags = takeFlags(bytes)};
    for (const ListKind list : allLists)
        for (int rows = bytes.take() % 5; rows > 0; --rows)
            policy.list(list).append(takeRow(bytes));
    return policy;
}

/// One of the edits a person makes.
inline void takeEdit(Bytes &bytes, RelayPolicy &policy)
{
    const std::uint8_t choice = bytes.take();
    RuleList &list = policy.list(allLists[choice % allLists.size()]);
    const std::size_t row = list.isEmpty() ? 0 : bytes.take() % list.size();
    switch (choice / 3 % 5) {
    case 0: policy.flags = takeFlags(bytes); break;
    case 1: list.append(takeRow(bytes)); break;
    case 2:
        if (!list.isEmpty())
            list.splice(row, 1, {});
        break;
    case 3:
        if (!list.isEmpty())
            list.set(row, takeRow(bytes));
        break;
    default:
        if (!list.isEmpty()) {
            RuleRow changed = list.row(row);
            changed.enabled = !changed.enabled;
            list.set(row, changed);
        }
    }
}

struct TwoPolicies {
    RelayPolicy before;
    RelayPolicy after;
    Reading reading = Reading::Observed;
};

/// Two policies that have nothing to do with each other, or one and what an edit or a few made of it.
inline TwoPolicies takeTwoPolicies(Bytes &bytes)
{
    TwoPolicies two;
    two.reading = bytes.take() % 2 == 0 ? Reading::Observed : Reading::Literal;
    int edits = bytes.take() % 6;
    two.before = takePolicy(bytes);
    two.after = edits == 0 ? takePolicy(bytes) : two.before;
    for (; edits > 0; --edits)
        takeEdit(bytes, two.after);
    return two;
}

} // namespace relaytab::fuzz
