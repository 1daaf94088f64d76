// Two policies, and whether all that is said about their difference is what decide() says of single clients.

#include <algorithm>
#include <random>

#include "model/analysis/change_report.h"
#include "model/policy/decision.h"
#include "tests/fuzz/policy_bytes.h"
#include "tests/fuzz/require.h"

using namespace relaytab;
using fuzz::require;
using fuzz::TwoPolicies;

namespace {

constexpr std::size_t reportedNets = 6;

/// Both ends of a block, and what lies beyond them.
void addEnds(std::vector<Address> &addresses, Bits first, Bits last, Family family)
{
    for (const Bits bits : {first - 1, first, first + 1, last - 1, last, last + 1})
        addresses.push_back({bits & allOnes(family), family});
}

/// Where rows begin and end, and somewhere among the addresses of each; `dice` decides where.
void addRows(std::vector<Address> &addresses, const RuleList &list, std::mt19937_64 &dice)
{
    for (const RuleList::RowView row : list) {
        const auto rule = row.rule();
        if (!rule)
            continue;
        const Family family = rule->net.family;
        const Bits free = ~rule->mask.bits & allOnes(family);
        addEnds(addresses, rule->net.bits, rule->net.bits | free, family);
        const Bits any = (Bits{dice()} << 64) | dice();
        addresses.push_back({rule->net.bits | (any & free), family});
        const Bits oneOff = Bits{1} << (dice() % static_cast<unsigned>(width(family)));
        addresses.push_back({(rule->net.bits | (any & free)) ^ oneOff, family});
    }
}

void addReported(std::vector<Address> &addresses, const std::vector<Prefix> &nets)
{
    for (const Prefix &net : nets) {
        const Family family = net.net.family;
        const Bits last = net.net.bits | (~Mask::prefix(family, net.length).bits & allOnes(family));
        addEnds(addresses, net.net.bits, last, family);
    }
}

void sortOut(std::vector<Address> &addresses)
{
    std::ranges::sort(addresses, [](const Address &a, const Address &b) { return a < b; });
    addresses.erase(std::unique(addresses.begin(), addresses.end()), addresses.end());
}

/// Everything that was written or reported, and some addresses that were not.
std::vector<Address> addressesOf(const TwoPolicies &two, const ChangeReport &report, std::mt19937_64 &dice)
{
    std::vector<Address> addresses;
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        addEnds(addresses, 0, allOnes(family), family);
        for (int i = 0; i < 4; ++i)
            addresses.push_back({((Bits{dice()} << 64) | dice()) & allOnes(family), family});
    }
    for (const RelayPolicy *policy : {&two.before, &two.after})
        for (const ListKind list : {ListKind::Deny, ListKind::Allow})
            addRows(addresses, policy->list(list), dice);
    for (const ClassChange &change : report.classes)
        for (const SetDigest *digest : {&change.gained, &change.lost})
            addReported(addresses, digest->nets);
    sortOut(addresses);
    return addresses;
}

std::vector<Address> serversOf(const TwoPolicies &two, std::mt19937_64 &dice)
{
    std::vector<Address> servers{Address::v4(0), Address::v6(0, 0)};
    for (const RelayPolicy *policy : {&two.before, &two.after})
        addRows(servers, policy->local, dice);
    sortOut(servers);
    return servers;
}

bool isAllowed(const RelayPolicy &policy, const Client &client, Reading reading)
{
    return decide(policy, client, reading).verdict == Verdict::Allowed;
}

/// True when some client gets another verdict.
bool requireVerdicts(const TwoPolicies &two, const Difference &difference, const ClientClass &clients,
                     const std::vector<Address> &addresses)
{
    bool anyChange = false;
    for (const Address &address : addresses) {
        const Client client{address, clients.server, clients.authenticated};
        const bool was = isAllowed(two.before, client, two.reading);
        const bool is = isAllowed(two.after, client, two.reading);
        require(difference.gained.contains(address) == (is && !was), "gained is refused before and allowed after");
        require(difference.lost.contains(address) == (was && !is), "lost is allowed before and refused after");
        anyChange = anyChange || was != is;
    }
    return anyChange;
}

/// A witness is there exactly when there is a difference, and is one.
void requireWitness(const TwoPolicies &two, const ClassDifference &one)
{
    for (const AddressSet *set : {&one.difference.gained, &one.difference.lost}) {
        const auto witness = set->first();
        require(witness.has_value() != set->isEmpty(), "a set that is not empty has a first address");
        if (!witness)
            continue;
        const Client client{*witness, one.client.server, one.client.authenticated};
        require(isAllowed(two.before, client, two.reading) != isAllowed(two.after, client, two.reading),
                "a witness gets another verdict");
    }
    require(!one.difference.gained.overlaps(one.difference.lost), "nothing is gained and lost at a time");
}

/// Every server, known or not, belongs to one class, and what is said of the class is true at the server.
bool requireClasses(const TwoPolicies &two, const std::vector<ClassDifference> &classes,
                    const std::vector<Address> &addresses, std::mt19937_64 &dice)
{
    bool anyChange = false;
    for (const ClassDifference &one : classes) {
        requireWitness(two, one);
        anyChange = requireVerdicts(two, one.difference, one.client, addresses) || anyChange;
        require(!one.client.server || one.servers.contains(*one.client.server), "a class names one of its servers");
    }
    for (const Address &server : serversOf(two, dice)) {
        for (const bool authenticated : {false, true}) {
            const auto speaksOf = [&](const ClassDifference &one) {
                return one.client.authenticated == authenticated && one.servers.contains(server);
            };
            require(std::ranges::count_if(classes, speaksOf) == 1, "a server belongs to one class");
            std::vector<Address> some;
            for (int i = 0; i < 6; ++i)
                some.push_back(addresses[dice() % addresses.size()]);
            const auto one = std::ranges::find_if(classes, speaksOf);
            anyChange = requireVerdicts(two, one->difference, {server, authenticated}, some) || anyChange;
        }
    }
    return anyChange;
}

Count sizeOf(const Prefix &prefix)
{
    return Count::power(width(prefix.net.family) - prefix.length);
}

void requireDigest(const SetDigest &digest, const AddressSet &set)
{
    require(digest.witness == set.first(), "a digest names the first address");
    require(digest.addresses == FamilyCounts{set.count(Family::IPv4), set.count(Family::IPv6)}, "a digest counts");
    require(digest.netCount == set.prefixCount(), "a digest counts the nets");
    if (digest.netCount == Count::of(digest.nets.size())) {
        FamilyCounts sum;
        for (const Prefix &net : digest.nets) {
            Count &count = net.net.family == Family::IPv4 ? sum.ipv4 : sum.ipv6;
            count = count + sizeOf(net);
        }
        require(sum == digest.addresses, "all nets together are all addresses");
    } else {
        require(digest.nets.size() == reportedNets && Count::of(reportedNets) < digest.netCount, "a digest is cut");
    }
}

/// What people read says the same as the sets.
void requireReport(const ChangeReport &report, const std::vector<ClassDifference> &classes)
{
    std::size_t told = 0;
    for (const ClassChange &change : report.classes) {
        const bool isBoth = change.authentication == Authentication::Either;
        for (int i = 0; i < (isBoth ? 2 : 1); ++i, ++told) {
            require(told < classes.size() && classes[told].group == change.group, "a report tells of every class");
            require(isBoth || (change.authentication == Authentication::With) == classes[told].client.authenticated,
                    "a report tells who authenticates");
            requireDigest(change.gained, classes[told].difference.gained);
            requireDigest(change.lost, classes[told].difference.lost);
        }
        require(change.before.ipv4 + change.gained.addresses.ipv4 == change.after.ipv4 + change.lost.addresses.ipv4
                    && change.before.ipv6 + change.gained.addresses.ipv6
                        == change.after.ipv6 + change.lost.addresses.ipv6,
                "what was and was gained is what is and was lost");
    }
    require(told == classes.size(), "a report tells of no other class");
}

/// The way back gains what the way there lost.
void requireMirrored(const std::vector<ClassDifference> &there, const std::vector<ClassDifference> &back)
{
    require(there.size() == back.size(), "both ways tell the same classes apart");
    for (const ClassDifference &one : there) {
        const auto mirrored = std::ranges::find_if(back, [&](const ClassDifference &other) {
            return other.client.authenticated == one.client.authenticated && other.servers == one.servers
                && (other.group == ServerGroup::Unlisted) == (one.group == ServerGroup::Unlisted);
        });
        require(mirrored != back.end(), "both ways have the same servers");
        require(mirrored->difference.gained == one.difference.lost
                    && mirrored->difference.lost == one.difference.gained,
                "the way back gains what the way there lost");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Bytes bytes({data, size});
    const TwoPolicies two = fuzz::takeTwoPolicies(bytes);
    std::mt19937_64 dice(size);

    const auto classes = differencesOf(two.before, two.after, two.reading);
    const auto report = changeReport(two.before, two.after, two.reading, {}, reportedNets);
    require(report.has_value(), "nobody cancelled");
    requireReport(*report, classes);

    const bool anyChange = requireClasses(two, classes, addressesOf(two, *report, dice), dice);
    const bool isEqual = equalEffect(two.before, two.after, two.reading);
    require(isEqual == !anyChange, "equal is that no client gets another verdict");
    require(report->isEqualEffect() == isEqual, "the report has the same proof");
    require(equalEffect(two.before, two.before, two.reading), "a policy is equal to itself");
    require(!report->isWrittenAlike() || isEqual, "what is written alike is equal");
    requireMirrored(classes, differencesOf(two.after, two.before, two.reading));
    return 0;
}
