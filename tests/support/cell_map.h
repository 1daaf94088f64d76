#pragma once

#include <bitset>
#include <memory>
#include <random>
#include <vector>

#include "model/analysis/address_set.h"

namespace relaytab::test {

/// The slow oracle of the sets: a picture of the address space in 2^16 cells. The cell of an address is 16 of its bits,
/// `shift` bits above its end; the bits above them are those of `base`, and the bits below do not matter. Sets, rules
/// and the fewest prefixes are found by looking at every cell.
class CellMap
{
public:
    static constexpr std::size_t cells = 65536;

    struct Space {
        Family family = Family::IPv4;
        int shift = 16;
        Bits base = 0; ///< its lowest shift + 16 bits are zero

        [[nodiscard]] Bits above() const { return allOnes(family) & ~((Bits{1} << shift << 16) - 1); }
        [[nodiscard]] Address address(std::size_t cell, Bits below = 0) const
        {
            return {base | (Bits{cell} << shift) | below, family};
        }
        /// The rule that compares the bits of `mask` in the cell with `net`, and all bits above the cell.
        [[nodiscard]] Rule rule(std::size_t net, std::size_t mask) const
        {
            return {address(net), {above() | (Bits{mask} << shift), family}};
        }
    };

    explicit CellMap(const Space &space) : m_space(space), m_bits(std::make_unique<std::bitset<cells>>()) { }
    CellMap(const CellMap &other) : m_space(other.m_space), m_bits(std::make_unique<std::bitset<cells>>(*other.m_bits))
    { }
    CellMap &operator=(const CellMap &) = delete;

    void paint(const Rule &rule)
    {
        for (std::size_t cell = 0; cell < cells; ++cell)
            if (matches(rule, m_space.address(cell)))
                m_bits->set(cell);
    }
    void paint(const RuleList &list)
    {
        for (const RuleList::RowView row : list)
            if (const auto rule = row.activeRule())
                paint(*rule);
    }

    [[nodiscard]] std::bitset<cells> &bits() { return *m_bits; }
    [[nodiscard]] const std::bitset<cells> &bits() const { return *m_bits; }
    [[nodiscard]] Count count() const
    {
        const Bits painted = m_bits->count();
        return m_space.shift == 112 && painted == cells ? Count::power(128) : Count::of(painted << m_space.shift);
    }
    [[nodiscard]] std::vector<Prefix> prefixes() const
    {
        std::vector<Prefix> result;
        for (std::size_t cell = 0; cell < cells;) {
            if (!m_bits->test(cell)) {
                ++cell;
                continue;
            }
            std::size_t block = 1;
            while (block < cells && cell % (block * 2) == 0 && isPainted(cell, block * 2))
                block *= 2;
            int length = width(m_space.family) - m_space.shift;
            for (std::size_t size = block; size > 1; size /= 2)
                --length;
            result.push_back({m_space.address(cell), length});
            cell += block;
        }
        return result;
    }

private:
    [[nodiscard]] bool isPainted(std::size_t cell, std::size_t count) const
    {
        for (std::size_t i = cell; i < cell + count; ++i)
            if (!m_bits->test(i))
                return false;
        return true;
    }

    Space m_space;
    std::unique_ptr<std::bitset<cells>> m_bits;
};

/// Which masks a random list has.
enum class Gaps { None, Some, Many };

/// Rules with nets inside a CellMap's space, also a few that match nothing and a few that are not enabled.
inline RuleList randomList(std::mt19937 &random, const CellMap::Space &space, std::size_t rows, Gaps gaps)
{
    RuleList list;
    for (std::size_t i = 0; i < rows; ++i) {
        std::size_t mask = CellMap::cells - (std::size_t{1} << (random() % 10));
        if (gaps == Gaps::Many || (gaps == Gaps::Some && random() % 4 == 0))
            mask = random() % CellMap::cells | random() % CellMap::cells;
        std::size_t net = random() % CellMap::cells & mask;
        if (random() % 32 == 0)
            net = random() % CellMap::cells;
        list.append(RuleRow{space.rule(net, mask), random() % 16 != 0});
    }
    return list;
}

inline const std::vector<std::pair<const char *, CellMap::Space>> &cellSpaces()
{
    static const std::vector<std::pair<const char *, CellMap::Space>> spaces{
        {"IPv4, first two octets", {Family::IPv4, 16, 0}},
        {"IPv4, last two octets", {Family::IPv4, 0, 0xC0A80000U}},
        {"IPv4, octets two and three", {Family::IPv4, 8, 0xFF000000U}},
        {"IPv6, first group", {Family::IPv6, 112, 0}},
        {"IPv6, last group", {Family::IPv6, 0, Address::v6(0x20010DB800000000U, 0).bits}},
        {"IPv6, across the middle", {Family::IPv6, 56, Address::v6(0xFFFFFFFFFFFFFF00U, 0).bits}},
    };
    return spaces;
}

} // namespace relaytab::test
