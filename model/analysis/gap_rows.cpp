#include "model/analysis/gap_rows.h"

#include <algorithm>
#include <array>
#include <bit>

namespace relaytab {

namespace {

constexpr std::size_t byteValues = 256;

template <AddressWord Word>
constexpr std::uint8_t byteAt(Word word, std::size_t byte)
{
    return static_cast<std::uint8_t>(word >> (8 * (sizeof(Word) - 1 - byte)));
}

} // namespace

template <AddressWord Word>
GapRows<Word>::GapRows(std::span<const GapRow> rows)
{
    std::vector<Rule> rules;
    for (const GapRow &row : rows) {
        if (row.rule.net.family != familyOf<Word>)
            continue;
        rules.push_back(row.rule);
        m_rows.push_back(row.row);
    }
    m_blocks = (rules.size() + 2 * blockRows - 1) / (2 * blockRows) * 2;
    m_sets.assign(byteCount * byteValues * m_blocks, 0);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (std::size_t byte = 0; byte < byteCount; ++byte) {
            const std::uint8_t net = byteAt(static_cast<Word>(rules[i].net.bits), byte);
            const std::uint8_t free = static_cast<std::uint8_t>(~byteAt(static_cast<Word>(rules[i].mask.bits), byte));
            // The values that the byte may have: the net's, with every choice of the free bits.
            for (unsigned choice = free;; choice = (choice - 1) & free) {
                const std::size_t set = byte * byteValues + (net | choice);
                m_sets[set * m_blocks + i / blockRows] |= Block{1} << (i % blockRows);
                if (choice == 0)
                    break;
            }
        }
    }
}

template <AddressWord Word>
RowNumber GapRows<Word>::find(Word address, RowNumber before) const
{
    std::array<const Block *, byteCount> sets;
    for (std::size_t byte = 0; byte < byteCount; ++byte)
        sets[byte] = m_sets.data() + (byte * byteValues + byteAt(address, byte)) * m_blocks;
    for (std::size_t block = 0; block < m_blocks; block += 2) {
        Block first = sets[0][block];
        Block second = sets[0][block + 1];
        for (std::size_t byte = 1; byte < byteCount; ++byte) {
            first &= sets[byte][block];
            second &= sets[byte][block + 1];
        }
        if ((first | second) == 0)
            continue;
        const std::size_t bit = first != 0 ? static_cast<std::size_t>(std::countr_zero(first))
                                           : blockRows + static_cast<std::size_t>(std::countr_zero(second));
        return std::min(before, m_rows[block * blockRows + bit]);
    }
    return before;
}

template <AddressWord Word>
std::size_t GapRows<Word>::bytes() const
{
    return m_sets.capacity() * sizeof(Block) + m_rows.capacity() * sizeof(RowNumber);
}

template class GapRows<std::uint32_t>;
template class GapRows<Bits>;

} // namespace relaytab
