#pragma once

#include <array>
#include <variant>

#include "model/analysis/bulk_check.h"
#include "model/analysis/count.h"
#include "model/analysis/progress.h"

namespace relaytab {

/// One of many clients to ask about: an address, the rules that make a net or a range, or a line that is neither.
/// Rules can match, and are of one family.
using ClientQuestion = std::variant<std::monostate, Address, std::vector<Rule>>;

enum class ClientVerdict : std::uint8_t {
    Allowed, ///< a net: all of its addresses
    Refused, ///< a net: all of its addresses
    Mixed, ///< a net: some of its addresses may relay
    Depends, ///< on the server address, which is not known
    Neither, ///< the question is none
};
inline constexpr std::array allClientVerdicts{ClientVerdict::Allowed, ClientVerdict::Refused, ClientVerdict::Mixed,
                                              ClientVerdict::Depends, ClientVerdict::Neither};

/// What happens to one client.
struct ClientAnswer {
    static constexpr std::uint32_t noNet = ~std::uint32_t{0};

    ClientVerdict verdict = ClientVerdict::Neither;
    std::uint32_t net = noNet; ///< index into ClientAnswers::nets
    BriefDecision decision = {}; ///< of the address, or of the net's example; nothing to go by for Neither

    friend bool operator==(const ClientAnswer &, const ClientAnswer &) = default;
};

/// How much of a net may relay.
struct NetShare {
    Count allowed = {};
    Count of = {};
    /// One of its addresses: the lowest that is refused; where all may relay, the lowest.
    Address example = {};

    friend bool operator==(const NetShare &, const NetShare &) = default;
};

struct ClientAnswers {
    std::vector<ClientAnswer> answers = {}; ///< one a question
    std::vector<NetShare> nets = {};
    std::array<std::size_t, allClientVerdicts.size()> tally = {}; ///< how many, by ClientVerdict

    friend bool operator==(const ClientAnswers &, const ClientAnswers &) = default;
};

/// What decide() says of every client, by an index of the rules; nets by proof. Nothing when `progress` said to stop.
[[nodiscard]] std::optional<ClientAnswers> answersOf(std::span<const ClientQuestion> questions,
                                                     const RelayPolicy &policy, const BulkClient &client,
                                                     Reading reading, const Progress &progress = {});

} // namespace relaytab
