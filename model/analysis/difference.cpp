#include "model/analysis/difference.h"

#include <algorithm>
#include <array>

namespace relaytab {

namespace {

Difference difference(const AddressSet &before, const AddressSet &after)
{
    return {.gained = after.without(before), .lost = before.without(after)};
}

AddressSet listedServers(const PolicySets &sets)
{
    return sets.inForce(ListKind::Local) ? sets.local : AddressSet();
}

/// The few answers a policy has, each made when it is first asked for.
class Answers
{
public:
    Answers(const PolicySets &sets, Reading reading) : m_sets(sets), m_reading(reading) { }

    [[nodiscard]] bool kindOf(const ClientClass &client) const { return everyoneAllowed(m_sets, client, m_reading); }
    const AddressSet &allowed(const ClientClass &client)
    {
        std::optional<AddressSet> &answer = m_allowed[kindOf(client) ? 1 : 0];
        if (!answer)
            answer = allowedSet(m_sets, client, m_reading);
        return *answer;
    }

private:
    const PolicySets &m_sets;
    Reading m_reading;
    std::array<std::optional<AddressSet>, 2> m_allowed;
};

} // namespace

Difference differenceOf(const PolicySets &before, const PolicySets &after, const ClientClass &client, Reading reading)
{
    return difference(allowedSet(before, client, reading), allowedSet(after, client, reading));
}

Difference differenceOf(const RelayPolicy &before, const RelayPolicy &after, const ClientClass &client, Reading reading)
{
    return differenceOf(policySetsOf(before), policySetsOf(after), client, reading);
}

std::vector<ClassDifference> differencesOf(const PolicySets &before, const PolicySets &after, Reading reading)
{
    const AddressSet listedBefore = listedServers(before);
    const AddressSet listedAfter = listedServers(after);
    const AddressSet everywhere = AddressSet::everything(Family::IPv4).unitedWith(AddressSet::everything(Family::IPv6));
    const std::array<std::pair<ServerGroup, AddressSet>, 4> groups{{
        {ServerGroup::Unlisted, everywhere.without(listedBefore).without(listedAfter)},
        {ServerGroup::BeforeOnly, listedBefore.without(listedAfter)},
        {ServerGroup::AfterOnly, listedAfter.without(listedBefore)},
        {ServerGroup::Both, listedBefore.intersectedWith(listedAfter)},
    }};

    Answers answersBefore(before, reading);
    Answers answersAfter(after, reading);
    std::array<std::optional<Difference>, 4> known; // by the kinds of both answers
    std::vector<ClassDifference> result;
    for (const auto &[group, servers] : groups) {
        const bool unlisted = group == ServerGroup::Unlisted;
        if (!unlisted && servers.isEmpty())
            continue;
        for (const bool authenticated : {false, true}) {
            const ClientClass client{unlisted ? std::nullopt : servers.first(), authenticated};
            const std::size_t kinds =
                (answersBefore.kindOf(client) ? 2U : 0U) + (answersAfter.kindOf(client) ? 1U : 0U);
            std::optional<Difference> &answer = known[kinds];
            if (!answer)
                answer = difference(answersBefore.allowed(client), answersAfter.allowed(client));
            result.push_back({group, servers, client, *answer});
        }
    }
    return result;
}

std::vector<ClassDifference> differencesOf(const RelayPolicy &before, const RelayPolicy &after, Reading reading)
{
    return differencesOf(policySetsOf(before), policySetsOf(after), reading);
}

bool equalEffect(const PolicySets &before, const PolicySets &after, Reading reading)
{
    return std::ranges::all_of(differencesOf(before, after, reading),
                               [](const ClassDifference &one) { return one.difference.isEmpty(); });
}

bool equalEffect(const RelayPolicy &before, const RelayPolicy &after, Reading reading)
{
    return equalEffect(policySetsOf(before), policySetsOf(after), reading);
}

} // namespace relaytab
