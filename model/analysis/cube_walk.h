#pragma once

#include <array>
#include <optional>

#include "model/analysis/prefix_forest.h"
#include "model/policy/rule.h"

namespace relaytab {

/// The addresses that a rule matches, whatever its mask, in ascending order: to walk along and to count in.
template <AddressWord Word>
class CubeWalk
{
public:
    /// The rule is of this family and can match.
    explicit CubeWalk(const Rule &rule);

    /// The least match that is not below `from`.
    [[nodiscard]] std::optional<Word> next(Word from) const;
    /// How many matches there are up to and with `last`.
    [[nodiscard]] Measure<Word> countUpTo(Word last) const;
    /// How many there are within the intervals.
    [[nodiscard]] Measure<Word> countIn(const IntervalSet<Word> &intervals) const;

private:
    [[nodiscard]] Word packed(Word address) const;

    Word m_net;
    Word m_mask;
    /// [i][v]: the free bits of byte i, the lowest byte first, where packed() has them when the byte is v.
    std::array<std::array<Word, 256>, sizeof(Word)> m_packed;
};

extern template class CubeWalk<std::uint32_t>;
extern template class CubeWalk<Bits>;

} // namespace relaytab
