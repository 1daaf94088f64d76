#include <QTest>

#include "model/analysis/row_difference.h"
#include "model/policy/entry_text.h"
#include "tests/support/toy_space.h"

namespace relaytab {

namespace {

/// "10.0.0.1 10.0.0.2#comment -10.0.0.3": a row a word, `-` for one that is not enabled.
RuleList listOf(const QByteArray &rows)
{
    RuleList list;
    for (QByteArray text : rows.split(' ')) {
        if (text.isEmpty())
            continue;
        RuleRow row;
        row.enabled = !text.startsWith('-');
        if (!row.enabled)
            text.remove(0, 1);
        if (const auto hash = text.indexOf('#'); hash >= 0) {
            row.comment = text.mid(hash + 1).toStdString();
            text.truncate(hash);
        }
        row.entry = parseRegistryEntry(text.toStdString());
        list.append(row);
    }
    return list;
}

/// "+2 -1 3>4": rows counted from 1, as people see them.
QByteArray text(const std::vector<RowChange> &changes)
{
    QByteArrayList words;
    for (const RowChange &change : changes) {
        switch (change.kind()) {
        case RowChangeKind::Added: words.append('+' + QByteArray::number(qulonglong{*change.after + 1})); break;
        case RowChangeKind::Removed: words.append('-' + QByteArray::number(qulonglong{*change.before + 1})); break;
        case RowChangeKind::Changed:
            words.append(QByteArray::number(qulonglong{*change.before + 1}) + '>'
                         + QByteArray::number(qulonglong{*change.after + 1}));
            break;
        }
    }
    return words.join(' ');
}

} // namespace

class TestRowDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data();
    void rows();
    void accountsForEveryRow();
};

void TestRowDifference::rows_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("changes");

    QTest::newRow("nothing") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray();
    QTest::newRow("from nothing") << QByteArray() << QByteArray("10.0.0.1") << QByteArray("+1");
    QTest::newRow("to nothing") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray() << QByteArray("-1 -2");
    QTest::newRow("added in the middle") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("10.0.0.1 10.0.0.9 10.0.0.2")
                                         << QByteArray("+2");
    QTest::newRow("removed in the middle")
        << QByteArray("10.0.0.1 10.0.0.9 10.0.0.2") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("-2");
    QTest::newRow("moved") << QByteArray("10.0.0.1 10.0.0.2 10.0.0.3") << QByteArray("10.0.0.3 10.0.0.1 10.0.0.2")
                           << QByteArray();
    QTest::newRow("mask edited") << QByteArray("10.0.0.1 10.0.0.0;255.0.0.0 10.0.0.3")
                                 << QByteArray("10.0.0.1 10.0.0.0;255.255.0.0 10.0.0.3") << QByteArray("2>2");
    QTest::newRow("first row edited") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("10.0.0.7 10.0.0.2")
                                      << QByteArray("1>1");
    QTest::newRow("two rows edited") << QByteArray("10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4")
                                     << QByteArray("10.0.0.1 10.0.0.5 10.0.0.6 10.0.0.4") << QByteArray("2>2 3>3");
    QTest::newRow("switched off") << QByteArray("10.0.0.1 10.0.0.2") << QByteArray("10.0.0.1 -10.0.0.2")
                                  << QByteArray("2>2");
    QTest::newRow("comment, and moved") << QByteArray("10.0.0.1 10.0.0.2#old") << QByteArray("10.0.0.2#new 10.0.0.1")
                                        << QByteArray("2>1");
    QTest::newRow("mask written out") << QByteArray("10.0.0.1") << QByteArray("10.0.0.1;255.255.255.255")
                                      << QByteArray("1>1");
    QTest::newRow("one of two alike removed")
        << QByteArray("10.0.0.1#a 10.0.0.1#b") << QByteArray("10.0.0.1#b") << QByteArray("-1");
    QTest::newRow("text repaired") << QByteArray("10.0.0.1 10.0.0.300") << QByteArray("10.0.0.1 10.0.0.30")
                                   << QByteArray("2>2");
}

void TestRowDifference::rows()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, changes);
    QCOMPARE(text(rowDifference(listOf(before), listOf(after))), changes);
}

void TestRowDifference::accountsForEveryRow()
{
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        const RuleList before = test::ToySpace::list(random, 12);
        RuleList after = before;
        const std::size_t first = random() % (after.size() + 1);
        static_cast<void>(after.splice(first, random() % (after.size() - first + 1), test::ToySpace::list(random, 4)));
        const auto changes = rowDifference(before, after);
        // What is left when the changes are taken out is the same rows, whatever their order.
        std::vector<std::string> old;
        std::vector<std::string> now;
        const auto gather = [](const RuleList &list, std::vector<std::string> &into) {
            for (const RuleList::RowView row : list)
                into.push_back(registryText(row.entry()) + (row.enabled() ? "" : " off ") + std::string(row.comment()));
        };
        gather(before, old);
        gather(after, now);
        for (const RowChange &change : changes) {
            if (change.before)
                old[*change.before].clear();
            if (change.after)
                now[*change.after].clear();
        }
        const auto tidy = [](std::vector<std::string> &texts) {
            std::erase(texts, std::string());
            std::ranges::sort(texts);
        };
        tidy(old);
        tidy(now);
        QCOMPARE(old, now);
        // And nothing is named that stayed: the same rows in another order are no change.
        RuleList turned;
        for (std::size_t row = before.size(); row > 0; --row)
            turned.append(before.row(row - 1));
        QVERIFY(rowDifference(before, turned).empty());
    }
}

} // namespace relaytab

QTEST_APPLESS_MAIN(relaytab::TestRowDifference)
#include "tst_row_difference.moc"
