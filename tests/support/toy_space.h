#pragma once

#include <random>
#include <vector>

#include "model/policy/relay_policy.h"

namespace relaytab::test {

/// Policies about 10.0.0.0/24 and nothing else, small enough to ask about every address there is: the 256 of the net,
/// and one of each family that stands for all the others.
struct ToySpace {
    [[nodiscard]] static Address address(std::uint32_t last) { return Address::v4(0x0A000000U | last); }
    [[nodiscard]] static Rule rule(std::uint32_t net, std::uint32_t mask)
    {
        return {address(net), Mask::v4(0xFFFFFF00U | mask)};
    }
    [[nodiscard]] static std::vector<Address> everyAddress()
    {
        std::vector<Address> all{Address::v4(0x0B000000U), Address::v6(0, 0x0A000001U)};
        for (std::uint32_t last = 0; last < 256; ++last)
            all.push_back(address(last));
        return all;
    }

    /// Up to `most` rows; every kind of mask, few that are not enabled, few that match nothing, few that are no rule.
    [[nodiscard]] static RuleList list(std::mt19937 &random, std::size_t most)
    {
        constexpr std::uint32_t masks[]{0xFF, 0xFE, 0xF0, 0x80, 0x00, 0xFD, 0x0F, 0x81, 0x55, 0xAA, 0x01, 0x7B};
        RuleList rows;
        const std::size_t count = random() % (most + 1);
        for (std::size_t i = 0; i < count; ++i) {
            const auto mask = static_cast<std::uint32_t>(random() % 4 == 0 ? random() % 256 : masks[random() % 12]);
            const auto net = static_cast<std::uint32_t>(random() % 256) & (random() % 16 == 0 ? 0xFFU : mask);
            RuleRow row{rule(net, mask), random() % 8 != 0};
            if (random() % 32 == 0)
                row.entry = RuleText{"10.0.0.300"};
            if (random() % 4 == 0)
                row.comment = "row " + std::to_string(random() % 3);
            rows.append(row, static_cast<RuleList::Origin>(i + 1));
        }
        return rows;
    }
    [[nodiscard]] static RelayPolicy policy(std::mt19937 &random, std::size_t most)
    {
        RelayPolicy policy{.deny = list(random, most), .allow = list(random, most), .local = list(random, most)};
        if (random() % 17 != 0)
            policy.flags = static_cast<std::uint32_t>(random() % 16);
        return policy;
    }
};

} // namespace relaytab::test
