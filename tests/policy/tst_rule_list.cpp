#include <QTest>

#include <random>

#include "model/policy/entry_text.h"
#include "model/policy/rule_list.h"
#include "tests/support/random_lists.h"

using namespace relaytab;

namespace {

std::uint32_t bits32(std::mt19937_64 &random)
{
    return static_cast<std::uint32_t>(random());
}

/// A row of any kind: IPv4, host, IPv6, text; with and without comment; on and off.
RuleRow randomRow(std::mt19937_64 &random)
{
    RuleRow row;
    switch (random() % 5) {
    case 0:
    case 1: row.entry = Rule{Address::v4(bits32(random)), Mask::v4(bits32(random)), MaskForm::Written}; break;
    case 2: row.entry = Rule::host(Address::v4(bits32(random))); break;
    case 3: row.entry = Rule{Address::v6(random(), random()), Mask::prefix(Family::IPv6, 64), MaskForm::Written}; break;
    default: row.entry = RuleText{"10.0.0." + std::to_string(random()), "x", MaskForm::Written}; break;
    }
    row.enabled = random() % 4 != 0;
    if (random() % 3 == 0)
        row.comment = "row " + std::to_string(random());
    return row;
}

/// What a list should be: rows with their origins, in a plain vector.
using Plain = std::vector<std::pair<RuleRow, RuleList::Origin>>;

void compare(const RuleList &list, const Plain &plain)
{
    QCOMPARE(list.size(), plain.size());
    QCOMPARE(list.isEmpty(), plain.empty());
    std::size_t i = 0;
    for (const RuleList::RowView view : list) {
        QVERIFY(view.row() == plain[i].first);
        QCOMPARE(view.origin(), plain[i].second);
        ++i;
    }
    QCOMPARE(i, plain.size());
}

} // namespace

class RuleListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesManyAtOnceLikeOneByOne()
    {
        std::mt19937_64 random(5);
        for (int round = 0; round < 20; ++round) {
            RuleList list;
            Plain plain;
            while (plain.size() < 3000) {
                if (random() % 3 == 0) {
                    const RuleRow row = randomRow(random);
                    const auto origin = static_cast<RuleList::Origin>(random() % 2 == 0 ? plain.size() + 1 : 0);
                    list.append(row, origin);
                    plain.emplace_back(row, origin);
                }
                std::vector<RuleList::IPv4Words> rows;
                std::vector<MaskForm> forms;
                const auto first = static_cast<RuleList::Origin>(random() % 3 == 0 ? 7 : plain.size() + 1);
                for (auto count = random() % 1500; count > 0; --count) {
                    const bool host = random() % 2 == 0;
                    rows.push_back({bits32(random), host ? ~0U : bits32(random)});
                    forms.push_back(host ? MaskForm::LeftOut : MaskForm::Written);
                    const Rule rule{Address::v4(rows.back().net), Mask::v4(rows.back().mask), forms.back()};
                    plain.emplace_back(RuleRow{.entry = rule}, first + static_cast<RuleList::Origin>(rows.size() - 1));
                }
                const RuleList shared = list; // what another list holds, too, is not changed
                list.appendIPv4(rows, forms, first);
                QCOMPARE(shared.size() + rows.size(), list.size());
            }
            compare(list, plain);
        }
    }

    void findsWhatMeetsARuleAmongMany()
    {
        std::mt19937_64 random(6);
        for (int round = 0; round < 50; ++round) {
            RuleList list;
            for (int i = 0; i < 500; ++i) {
                RuleRow row = randomRow(random);
                if (auto *rule = std::get_if<Rule>(&row.entry); rule != nullptr && random() % 2 == 0)
                    rule->net.bits &= rule->mask.bits;
                list.append(row);
            }
            Rule asked = round % 3 == 0 ? Rule::host(Address::v6(random(), random()))
                                        : Rule{Address::v4(bits32(random)), Mask::v4(bits32(random) & bits32(random))};
            if (round % 3 == 0)
                asked.mask.bits <<= 100;
            asked.net.bits &= asked.mask.bits;
            std::vector<std::size_t> expected;
            for (std::size_t i = 0; i < list.size(); ++i)
                if (const auto rule = list.view(i).activeRule(); rule && overlap(*rule, asked))
                    expected.push_back(i);
            std::vector<std::size_t> met;
            list.visitMeeting(asked, [&met](std::size_t row, const Rule &) {
                met.push_back(row);
                return true;
            });
            QCOMPARE(met, expected);
        }
    }

    void storesEveryKindOfRow()
    {
        std::mt19937_64 random(3);
        RuleList list;
        Plain plain;
        for (std::uint32_t i = 0; i < 3000; ++i) {
            plain.emplace_back(randomRow(random), i + 1);
            list.append(plain.back().first, i + 1);
        }
        compare(list, plain);
        for (std::size_t i = 0; i < plain.size(); i += 97) {
            QVERIFY(list.row(i) == plain[i].first);
            QCOMPARE(list.origin(i), plain[i].second);
        }
    }

    /// Random edits against a vector, sizes on both sides of a chunk; every old copy stays as it was.
    void editsLikeAVector()
    {
        std::mt19937_64 random(4);
        RuleList list;
        Plain plain;
        std::vector<std::pair<RuleList, Plain>> snapshots;
        for (int step = 0; step < 600; ++step) {
            const std::size_t size = plain.size();
            const std::size_t first = size == 0 ? 0 : random() % (size + 1);
            const std::size_t count = random() % (std::min<std::size_t>(size - first, step % 7 == 0 ? 1500 : 5) + 1);
            RuleList rows;
            Plain plainRows;
            const std::size_t more = random() % (step % 5 == 0 ? 2500 : 4);
            for (std::size_t i = 0; i < more; ++i) {
                plainRows.emplace_back(randomRow(random), 0);
                rows.append(plainRows.back().first);
            }
            const RuleList removed = list.splice(first, count, rows);
            const auto begin = plain.begin() + std::ptrdiff_t(first);
            compare(removed, Plain(begin, begin + std::ptrdiff_t(count)));
            plain.erase(begin, begin + std::ptrdiff_t(count));
            plain.insert(plain.begin() + std::ptrdiff_t(first), plainRows.begin(), plainRows.end());
            if (!plain.empty()) {
                const std::size_t at = random() % plain.size();
                plain[at].first = randomRow(random);
                list.set(at, plain[at].first);
            }
            if (step % 50 == 0)
                snapshots.emplace_back(list, plain);
        }
        compare(list, plain);
        for (const auto &[old, oldPlain] : snapshots)
            compare(old, oldPlain);
    }

    void appendingToACopyLeavesTheOther()
    {
        RuleList one{{Rule::host(Address::v4(1))}};
        RuleList two = one;
        two.append(Rule::host(Address::v4(2)));
        one.append(RuleRow{RuleText{"x"}});
        QCOMPARE(one.size(), std::size_t{2});
        QCOMPARE(two.size(), std::size_t{2});
        QVERIFY(std::holds_alternative<RuleText>(one.row(1).entry));
        QVERIFY(two.row(1).entry == RuleEntry{Rule::host(Address::v4(2))});
    }

    void appendsRowsOfAnotherListWithTheirOrigin()
    {
        std::mt19937_64 random(5);
        RuleList list;
        for (std::uint32_t i = 0; i < 3000; ++i)
            list.append(randomRow(random), i + 1);
        RuleList odd;
        Plain plain;
        std::uint32_t number = 0;
        for (const RuleList::RowView row : list)
            if (++number % 2 == 1) {
                odd.append(row);
                plain.emplace_back(row.row(), number);
            }
        compare(odd, plain);
    }

    void setKeepsTheOrigin()
    {
        RuleList list;
        list.append(RuleRow{RuleText{"old"}}, 7);
        list.set(0, RuleRow{Rule::host(Address::v4(9)), false, "new"});
        QCOMPARE(list.origin(0), RuleList::Origin{7});
        QVERIFY(list.row(0) == (RuleRow{Rule::host(Address::v4(9)), false, "new"}));
    }

    void equalityLooksAtRowsNotAtOrigins()
    {
        RuleList one;
        RuleList two;
        one.append(RuleRow{Rule::host(Address::v4(1)), true, "a"}, 1);
        two.append(RuleRow{Rule::host(Address::v4(1)), true, "a"}, 2);
        QVERIFY(one == two);
        two.set(0, RuleRow{Rule::host(Address::v4(1)), true, "b"});
        QVERIFY(!(one == two));
        two.set(0, RuleRow{Rule{Address::v4(1), Mask::v4(~0U), MaskForm::Written}, true, "a"});
        QVERIFY(!(one == two)); // the same addresses, but another text
    }

    /// Against a look at every row, which for a few addresses says the same as a try of each.
    void visitsTheRowsThatMeetARule()
    {
        dice::Random random(6);
        for (const dice::Space &space : {dice::toyIPv4, dice::toyIPv6}) {
            RuleList list;
            for (std::uint32_t i = 0; i < 1500; ++i)
                list.append(dice::row(random, i % 3 == 0 ? dice::toyIPv6 : dice::toyIPv4));
            std::size_t met = 0;
            for (int i = 0; i < 25; ++i) {
                const RuleRow asked = dice::row(random, space, {.neverMatching = 0, .disabled = 0, .text = 0});
                const Rule rule = std::get<Rule>(asked.entry);
                std::vector<std::size_t> expected;
                std::size_t number = 0;
                for (const RuleList::RowView row : list) {
                    for (Bits low = 0; low < 16 && row.activeRule(); ++low) {
                        const Bits bits = space.family == Family::IPv4 ? space.base | low : space.base | (low << 62);
                        if (matches(rule, {bits, space.family}) && matches(*row.rule(), {bits, space.family})) {
                            expected.push_back(number);
                            break;
                        }
                    }
                    ++number;
                }
                std::vector<std::size_t> visited;
                const std::size_t enough = i % 2 == 0 ? list.size() : 5;
                list.visitMeeting(rule, [&](std::size_t row, const Rule &found) {
                    visited.push_back(row);
                    return list.row(row).entry == RuleEntry{found} && visited.size() < enough;
                });
                const Bits above = space.family == Family::IPv4 ? ~Bits{0xF} : ~((Bits{1} << 66) - 1);
                if ((~rule.mask.bits & above & allOnes(space.family)) != 0)
                    continue; // they may meet outside the toy space
                expected.resize(std::min(expected.size(), enough));
                QCOMPARE(visited, expected);
                met += visited.size();
            }
            QVERIFY(met > 1000);
        }
    }

    void aLongHistoryOfSmallEditsKeepsChunksWhole()
    {
        RuleList list;
        for (std::uint32_t i = 0; i < 100'000; ++i)
            list.append(Rule::host(Address::v4(i)));
        std::mt19937_64 random(5);
        for (int i = 0; i < 5000; ++i)
            list.splice(random() % list.size(), 1, RuleList{{Rule::host(Address::v4(bits32(random)))}});
        QCOMPARE(list.size(), std::size_t{100'000});
        std::size_t rows = 0;
        for (const RuleList::RowView view : list)
            rows += view.rule() ? 1U : 0U;
        QCOMPARE(rows, std::size_t{100'000});
    }
};

QTEST_APPLESS_MAIN(RuleListTest)
#include "tst_rule_list.moc"
