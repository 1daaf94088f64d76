#include <QTest>

#include "model/editing/finding_store.h"
#include "tests/editing/rows.h"

using namespace relaytab;

namespace {

FindingStore storeOf(const RelayPolicy &policy)
{
    return FindingStore(*policyFindings(policy));
}

/// "Allow 3 never-matches", a word a finding.
QString picture(const std::vector<FindingRef> &refs)
{
    QStringList words;
    for (const FindingRef &ref : refs) {
        const std::string_view word = wordOf(ref.code);
        words.append((ref.row ? QString::number(ref.row->row + 1) + u':' : QString())
                     + QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    }
    return words.join(u' ');
}

std::vector<Finding> rowFindingsOf(const RelayPolicy &policy, ListKind list, std::size_t first, std::size_t count)
{
    std::vector<Finding> findings;
    for (std::size_t row = first; row < first + count; ++row)
        for (Finding &finding : rowFindings(policy.list(list).row(row), {list, row},
                                            policy.inForce(list) ? ListEffect::InForce : ListEffect::Off))
            findings.push_back(std::move(finding));
    return findings;
}

} // namespace

class TestFindingStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasFound()
    {
        RelayPolicy policy{.flags = 2, .allow = listOf({"10.0.0.1", "x", "10.0.0.1", "192.168.5.17;255.255.255.0"})};
        const FindingStore store = storeOf(policy);
        QCOMPARE(store.size(), policyFindings(policy)->size());
        QCOMPARE(picture(store.of({ListKind::Allow, 1})), QStringLiteral("2:not-an-address"));
        QCOMPARE(picture(store.of({ListKind::Allow, 2})), QStringLiteral("3:duplicate"));
        QCOMPARE(picture(store.of({ListKind::Deny, 2})), QString());
        QCOMPARE(store.count(ListKind::Allow, Severity::Error), std::size_t{2});
        QCOMPARE(picture(store.worst(2)), QStringLiteral("2:not-an-address 4:never-matches"));
        QCOMPARE(picture(store.ofCode(FindingCode::Duplicate)), QStringLiteral("3:duplicate"));
        const Finding duplicate = store.facts().at(store.ofCode(FindingCode::Duplicate).front());
        QCOMPARE(duplicate.related, std::vector<std::size_t>{0});
        QVERIFY(!duplicate.fixes.empty());
    }

    void findingsMoveWithTheirRows()
    {
        RelayPolicy policy{.flags = 2, .allow = listOf({"x", "10.0.0.1", "y"})};
        FindingStore store = storeOf(policy);
        const FindingFacts before = store.facts();
        const FindingRef second = store.of({ListKind::Allow, 2}).front();
        policy.allow.splice(1, 0, listOf({"z", "10.0.0.2"}));
        store.apply({.list = ListKind::Allow, .first = 1, .inserted = 2}, rowFindingsOf(policy, ListKind::Allow, 1, 2));
        QCOMPARE(picture(store.ofCode(FindingCode::NotAnAddress)),
                 QStringLiteral("1:not-an-address 2:not-an-address 5:not-an-address"));
        const FindingRef moved = store.of({ListKind::Allow, 4}).front();
        QCOMPARE(store.facts().at(moved).text, std::string("y"));
        QCOMPARE(store.facts().at(store.of({ListKind::Allow, 1}).front()).text, std::string("z"));
        QCOMPARE(before.at(second).text, std::string("y")); // what was held before still answers

        store.apply({.list = ListKind::Allow, .first = 0, .removed = 2}, {});
        QCOMPARE(picture(store.ofCode(FindingCode::NotAnAddress)), QStringLiteral("3:not-an-address"));
        QCOMPARE(store.count(ListKind::Allow, Severity::Error), std::size_t{1});
    }

    void stepsFromRowToRow()
    {
        const FindingStore store = storeOf({.flags = 2, .allow = listOf({"10.0.0.9", "x", "10.0.0.1", "y"})});
        QCOMPARE(store.rowAfter(ListKind::Allow, {}), std::optional<std::size_t>{1});
        QCOMPARE(store.rowAfter(ListKind::Allow, 1), std::optional<std::size_t>{3});
        QCOMPARE(store.rowAfter(ListKind::Allow, 3), std::nullopt);
        QCOMPARE(store.rowBefore(ListKind::Allow, {}), std::optional<std::size_t>{3});
        QCOMPARE(store.rowBefore(ListKind::Allow, 3), std::optional<std::size_t>{1});
        QCOMPARE(store.rowBefore(ListKind::Allow, 1), std::nullopt);
        QCOMPARE(store.rowAfter(ListKind::Deny, {}), std::nullopt);
    }

    /// After any edits, what rows say for themselves is what it would be if it were found anew.
    void rowFindingsStayRight()
    {
        std::mt19937 random(4);
        const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        RelayPolicy policy{.flags = 3, .deny = randomList(random, 20), .allow = randomList(random, 40)};
        FindingStore store = storeOf(policy);
        for (int i = 0; i < 300; ++i) {
            const ListKind list = allLists[below(2)];
            RuleList &rows = policy.list(list);
            const std::size_t first = below(rows.size() + 1);
            const ListChange change{
                .list = list, .first = first, .removed = std::min(below(4), rows.size() - first), .inserted = below(4)};
            rows.splice(first, change.removed, randomList(random, change.inserted));
            store.apply(change, rowFindingsOf(policy, list, first, change.inserted));
            for (const ListKind kind : allLists) {
                QStringList kept;
                for (std::size_t row = 0; row < policy.list(kind).size(); ++row)
                    for (const FindingRef &ref : store.of({kind, row}))
                        if (isAboutOneRow(ref.code))
                            kept.append(picture({ref}));
                QStringList anew;
                for (const Finding &finding : rowFindingsOf(policy, kind, 0, policy.list(kind).size()))
                    anew.append(picture({{finding.code, finding.row}}));
                QCOMPARE(kept, anew);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFindingStore)
#include "tst_finding_store.moc"
