#include "model/analysis/address_set.h"

#include "model/analysis/family_set.h"
#include "model/analysis/sorted_prefixes.h"

namespace relaytab {

namespace {

using SetV4 = FamilySet<std::uint32_t>;
using SetV6 = FamilySet<Bits>;

/// What is gathered of one family before it becomes a set.
template <AddressWord Word>
struct Gathered {
    HugeVector<Interval<Word>> pieces;
    std::vector<Rule> gapRules;

    void add(const Rule &rule)
    {
        if (!canMatch(rule))
            return;
        if (const Word host = ~static_cast<Word>(rule.mask.bits); (host & (host + 1)) == 0)
            pieces.push_back(intervalOf<Word>(rule));
        else
            gapRules.push_back(rule);
    }
    [[nodiscard]] FamilySet<Word> set() && { return FamilySet<Word>(IntervalSet<Word>(std::move(pieces)), gapRules); }
};

template <AddressWord Word>
IntervalSet<Word> intervalsOf(const SortedPrefixes<Word> &prefixes)
{
    IntervalSet<Word> intervals;
    for (std::size_t i = 0; i < prefixes.size(); ++i) {
        const Word net = prefixes.net(i);
        intervals.append({net, net | lowOnes<Word>(wordBits<Word> - prefixes.length(i))});
    }
    return intervals;
}

} // namespace

/// Each family on its own, so that what an operation leaves as it is need not be copied.
struct AddressSet::Data {
    std::shared_ptr<const SetV4> v4;
    std::shared_ptr<const SetV6> v6;
};

namespace {

template <typename Set>
const std::shared_ptr<const Set> &emptySet()
{
    static const auto set = std::make_shared<const Set>();
    return set;
}

template <typename Set>
std::shared_ptr<const Set> shared(Set set)
{
    return set.isEmpty() ? emptySet<Set>() : std::make_shared<const Set>(std::move(set));
}

template <typename Set>
std::shared_ptr<const Set> combined(const std::shared_ptr<const Set> &a, const std::shared_ptr<const Set> &b,
                                    SetOperation operation)
{
    switch (operation) {
    case SetOperation::Unite:
        if (a->isEmpty() || a == b)
            return b;
        if (b->isEmpty())
            return a;
        break;
    case SetOperation::Intersect:
        if (a->isEmpty() || a == b)
            return a;
        if (b->isEmpty())
            return b;
        break;
    case SetOperation::Subtract:
        if (a->isEmpty() || b->isEmpty())
            return a;
        if (a == b)
            return emptySet<Set>();
        break;
    }
    return shared(a->combinedWith(*b, operation));
}

} // namespace

std::string toText(const Prefix &prefix)
{
    return toText(prefix.net) + '/' + std::to_string(prefix.length);
}

AddressSet::AddressSet()
{
    static const auto none = std::make_shared<const Data>(Data{emptySet<SetV4>(), emptySet<SetV6>()});
    m_data = none;
}

AddressSet::AddressSet(std::shared_ptr<const Data> data) : m_data(std::move(data)) { }

AddressSet AddressSet::ofRules(const RuleList &list)
{
    Gathered<std::uint32_t> v4;
    Gathered<Bits> v6;
    v4.pieces.reserve(list.size());
    for (const RuleList::RowView row : list) {
        if (const auto *const words = plainPrefix(row)) {
            v4.pieces.push_back({words->net, words->net | ~words->mask});
            continue;
        }
        const auto rule = row.activeRule();
        if (!rule)
            continue;
        if (rule->net.family == Family::IPv4)
            v4.add(*rule);
        else
            v6.add(*rule);
    }
    return AddressSet(std::make_shared<const Data>(Data{shared(std::move(v4).set()), shared(std::move(v6).set())}));
}

AddressSet AddressSet::ofRules(const FlatList &list)
{
    std::vector<Rule> gaps4;
    std::vector<Rule> gaps6;
    for (const GapRow &row : list.gaps)
        (row.rule.net.family == Family::IPv4 ? gaps4 : gaps6).push_back(row.rule);
    return AddressSet(std::make_shared<const Data>(
        Data{shared(SetV4(intervalsOf(list.ipv4), gaps4)), shared(SetV6(intervalsOf(list.ipv6), gaps6))}));
}

AddressSet AddressSet::ofRule(const Rule &rule)
{
    if (rule.net.family == Family::IPv4) {
        Gathered<std::uint32_t> gathered;
        gathered.add(rule);
        return AddressSet(std::make_shared<const Data>(Data{shared(std::move(gathered).set()), emptySet<SetV6>()}));
    }
    Gathered<Bits> gathered;
    gathered.add(rule);
    return AddressSet(std::make_shared<const Data>(Data{emptySet<SetV4>(), shared(std::move(gathered).set())}));
}

AddressSet AddressSet::ofRange(const AddressRange &range)
{
    const auto make = [&]<AddressWord Word>(Word first, Word last) {
        return std::make_shared<const FamilySet<Word>>(IntervalSet<Word>(Interval<Word>{first, last}));
    };
    if (range.first.family == Family::IPv4)
        return AddressSet(std::make_shared<const Data>(
            Data{make(static_cast<std::uint32_t>(range.first.bits), static_cast<std::uint32_t>(range.last.bits)),
                 emptySet<SetV6>()}));
    return AddressSet(std::make_shared<const Data>(Data{emptySet<SetV4>(), make(range.first.bits, range.last.bits)}));
}

AddressSet AddressSet::everything(Family family)
{
    return ofRange({{0, family}, {allOnes(family), family}});
}

AddressSet AddressSet::unitedWith(const AddressSet &other) const
{
    return AddressSet(std::make_shared<const Data>(Data{combined(m_data->v4, other.m_data->v4, SetOperation::Unite),
                                                        combined(m_data->v6, other.m_data->v6, SetOperation::Unite)}));
}

AddressSet AddressSet::intersectedWith(const AddressSet &other) const
{
    return AddressSet(
        std::make_shared<const Data>(Data{combined(m_data->v4, other.m_data->v4, SetOperation::Intersect),
                                          combined(m_data->v6, other.m_data->v6, SetOperation::Intersect)}));
}

AddressSet AddressSet::without(const AddressSet &other) const
{
    return AddressSet(
        std::make_shared<const Data>(Data{combined(m_data->v4, other.m_data->v4, SetOperation::Subtract),
                                          combined(m_data->v6, other.m_data->v6, SetOperation::Subtract)}));
}

bool AddressSet::isEmpty() const
{
    return m_data->v4->isEmpty() && m_data->v6->isEmpty();
}

bool AddressSet::contains(const Address &address) const
{
    return address.family == Family::IPv4 ? m_data->v4->contains(static_cast<std::uint32_t>(address.bits))
                                          : m_data->v6->contains(address.bits);
}

bool AddressSet::containsAll(const AddressSet &other) const
{
    return m_data->v4->containsAll(*other.m_data->v4) && m_data->v6->containsAll(*other.m_data->v6);
}

bool AddressSet::overlaps(const AddressSet &other) const
{
    return m_data->v4->overlaps(*other.m_data->v4) || m_data->v6->overlaps(*other.m_data->v6);
}

Count AddressSet::count(Family family) const
{
    return family == Family::IPv4 ? m_data->v4->count() : m_data->v6->count();
}

std::optional<Address> AddressSet::first() const
{
    if (!m_data->v4->isEmpty())
        return Address::v4(m_data->v4->first());
    if (!m_data->v6->isEmpty())
        return Address{m_data->v6->first(), Family::IPv6};
    return std::nullopt;
}

void AddressSet::visitPrefixes(const std::function<bool(const Prefix &)> &visit) const
{
    const auto visitorOf = [&](Family family) {
        return [&visit, family](Bits first, int length) { return visit({{first, family}, length}); };
    };
    if (m_data->v4->visitPrefixes(visitorOf(Family::IPv4)))
        m_data->v6->visitPrefixes(visitorOf(Family::IPv6));
}

std::vector<Prefix> AddressSet::prefixes(std::size_t limit) const
{
    std::vector<Prefix> result;
    if (limit > 0)
        visitPrefixes([&](const Prefix &prefix) {
            result.push_back(prefix);
            return result.size() < limit;
        });
    return result;
}

Count AddressSet::prefixCount() const
{
    return Count::of(m_data->v4->prefixCount()) + Count::of(m_data->v6->prefixCount());
}

const FamilySet<std::uint32_t> &AddressSet::ipv4() const
{
    return *m_data->v4;
}

const FamilySet<Bits> &AddressSet::ipv6() const
{
    return *m_data->v6;
}

bool operator==(const AddressSet &a, const AddressSet &b)
{
    return (a.m_data->v4 == b.m_data->v4 || a.m_data->v4->equals(*b.m_data->v4))
        && (a.m_data->v6 == b.m_data->v6 || a.m_data->v6->equals(*b.m_data->v6));
}

} // namespace relaytab
