#include <QTest>

#include "model/editing/kept_lookups.h"
#include "tests/editing/rows.h"

using namespace relaytab;

namespace {

constexpr ListKind list = ListKind::Allow;

/// Lookups that follow a document.
struct Desk {
    explicit Desk(const RelayPolicy &policy = {})
    {
        QObject::connect(&document, &PolicyDocument::listChanged, &document,
                         [this](const ListChange &change) { lookups.follow(change); });
        QObject::connect(&document, &PolicyDocument::policyReset, &document, [this] { lookups.forget(); });
        document.reset(policy);
    }

    /// The row that matches and the nearest that does not, from 1; 0 for none.
    QString rows(const char *address) const
    {
        const Address asked = *parseAddress(address);
        const auto first = lookups.firstMatch(list, asked);
        const auto nearest = lookups.nearestMiss(list, asked);
        return QStringLiteral("%1 %2").arg(first ? *first + 1 : 0).arg(nearest ? nearest->row + 1 : 0);
    }

    PolicyDocument document;
    KeptLookups lookups{document};
};

/// Rows with few values an octet, so that many match or come near.
RuleRow nearRow(std::mt19937 &random)
{
    if (random() % 8 == 0)
        return randomRow(random);
    const auto mask = random() % 3 == 0 ? 0xFFFFFF00U : random() % 3 == 0 ? 0xFF00FFFFU : ~0U;
    return {Rule{Address::v4(static_cast<std::uint32_t>(random()) & 0x03030303U & mask), Mask::v4(mask)},
            random() % 8 != 0,
            {}};
}

RuleList nearRows(std::mt19937 &random, std::size_t count)
{
    RuleList rows;
    for (; count > 0; --count)
        rows.append(nearRow(random));
    return rows;
}

void change(PolicyDocument &document, ListKind kind, std::mt19937 &random)
{
    const std::size_t size = document.policy().list(kind).size();
    const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    const RowRun run = size == 0 ? RowRun{} : RowRun{below(size), 1};
    switch (size == 0 ? 0 : below(9)) {
    case 0: document.insertRows(kind, below(size + 1), nearRows(random, 1 + below(3))); break;
    case 1: document.removeRows(kind, {run}); break;
    case 2: document.removeRows(kind, {{run.first, std::min<std::size_t>(size - run.first, 3)}}); break;
    case 3: document.setEnabled(kind, {run}, random() % 2 == 0); break;
    case 4: document.moveRows(kind, run, below(size)); break;
    case 5: document.replaceRows(kind, run, nearRows(random, 1 + below(3))); break;
    case 6: document.undoStack()->undo(); break;
    case 7:
        document.setRows({{{kind, run.first}, nearRow(random)}, {{kind, size - 1 - run.first}, nearRow(random)}});
        break;
    default: document.setRow({kind, run.first}, nearRow(random)); break;
    }
}

} // namespace

class TestKeptLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsThatComeAndGo()
    {
        Desk desk({.allow = listOf({"10.0.0.9", "10.0.0.0;255.255.255.0", "10.0.0.4"})});
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("2 3"));
        desk.document.insertRows(list, 0, listOf({"10.0.0.7"})); // above, and no nearer
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("3 4"));
        desk.document.insertRows(list, 0, listOf({"10.0.0.6"})); // as near, and first
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("4 1"));
        desk.document.setRow({list, 1}, rowOf("10.0.0.5")); // matches earlier
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("2 1"));
        desk.document.removeRows(list, {{0, 2}}); // both answers go
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("2 3"));
        desk.document.removeRows(list, {{0, 3}});
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("0 0"));
        desk.document.insertRows(list, 0, listOf({"10.0.0.5", "10.0.0.9"}));
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("1 2"));
        desk.document.moveRows(list, {0, 1}, 1);
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("2 1"));
        desk.document.reset({});
        QCOMPARE(desk.rows("10.0.0.5"), QStringLiteral("0 0"));
    }

    void asLookedUpAnew()
    {
        std::mt19937 random(17);
        Desk desk;
        const std::array addresses{Address::v4(0x01020301), Address::v4(0x03030303), Address::v4(0),
                                   *parseAddress("::1")};
        for (int round = 0; round < 4000; ++round) {
            if (round % 200 == 0)
                desk.document.reset({.deny = nearRows(random, random() % 12), .allow = nearRows(random, 20)});
            change(desk.document, random() % 4 == 0 ? ListKind::Deny : list, random);
            if (random() % 3 == 0)
                continue; // several changes between two questions
            for (const ListKind kind : {ListKind::Deny, list}) {
                const RuleList &rows = desk.document.policy().list(kind);
                const Address &address = addresses[random() % addresses.size()];
                QCOMPARE(desk.lookups.firstMatch(kind, address), firstMatch(rows, address));
                QCOMPARE(desk.lookups.nearestMiss(kind, address), nearestMiss(rows, address));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestKeptLookups)
#include "tst_kept_lookups.moc"
