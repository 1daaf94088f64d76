#include <QTest>

#include "backend/format/nearest_word.h"
#include "backend/format/row_pairing.h"

using namespace relaytab;

namespace {

RuleRow host(std::uint32_t bits)
{
    return {Rule::host(Address::v4(bits))};
}

/// Three rows of a file: 1, 2, 3.
RuleList file()
{
    RuleList rows;
    for (std::uint32_t i = 1; i <= 3; ++i)
        rows.append(host(i), i);
    return rows;
}

/// `1 -2* new`: origins, a star for a changed row, a minus for one that is moved.
QString shown(const std::vector<PairedRow> &pairs)
{
    const std::vector<bool> stays = stayingRows(pairs);
    QStringList words;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        words += pairs[i].origin == 0 ? QStringLiteral("new")
                                      : (stays[i] ? QString{} : QStringLiteral("-")) + QString::number(pairs[i].origin)
                + (pairs[i].changed ? QStringLiteral("*") : QString{});
    return words.join(u' ');
}

} // namespace

class RowPairingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouched() { QCOMPARE(shown(pairRows(file(), file())), QStringLiteral("1 2 3")); }

    void changedMovedAndNew()
    {
        RuleList rows = file();
        rows.set(1, host(9));
        rows.append(rows.splice(0, 1, {}));
        rows.splice(1, 0, RuleList{host(7)});
        QCOMPARE(shown(pairRows(rows, file())), QStringLiteral("2* new 3 -1"));
    }

    void aCopyIsNew()
    {
        RuleList rows = file();
        rows.splice(0, 0, rows.slice(2, 1));
        QCOMPARE(shown(pairRows(rows, file())), QStringLiteral("-3 1 2 new"));
        rows.set(0, host(9)); // now the original keeps its lines
        QCOMPARE(shown(pairRows(rows, file())), QStringLiteral("new 1 2 3"));
    }

    void anOriginTheFileHasNot()
    {
        RuleList rows = file();
        rows.append(host(4), 40);
        QCOMPARE(shown(pairRows(rows, file())), QStringLiteral("1 2 3 new"));
    }

    void expectationsGoByWhatTheySay()
    {
        const auto about = [](std::uint32_t client, const char *comment) {
            return Expectation{.client = Rule::host(Address::v4(client)), .comment = comment};
        };
        const std::vector inFile{about(1, "a"), about(2, "b"), about(3, "c")};
        const std::vector moved{about(3, "c"), about(1, "a"), about(2, "b")};
        QCOMPARE(shown(pairExpectations(moved, inFile)), QStringLiteral("-3 1 2"));
        const std::vector edited{about(1, "a"), about(9, "new"), about(2, "other"), about(3, "c")};
        QCOMPARE(shown(pairExpectations(edited, inFile)), QStringLiteral("1 new 2* 3"));
        const std::vector replaced{about(1, "a"), about(9, "b"), about(3, "c")};
        QCOMPARE(shown(pairExpectations(replaced, inFile)), QStringLiteral("1 2* 3"));
    }

    void nearestWords_data()
    {
        QTest::addColumn<QString>("nearest");
        QTest::newRow("maks") << QStringLiteral("mask");
        QTest::newRow("Net") << QStringLiteral("net");
        QTest::newRow("comments") << QStringLiteral("comment");
        QTest::newRow("auth") << QStringLiteral("authenticated");
        QTest::newRow("x") << QString{};
        QTest::newRow("whitelist") << QString{};
        QTest::newRow("") << QString{};
    }
    void nearestWords()
    {
        QFETCH(QString, nearest);
        static constexpr std::array<std::string_view, 4> words{"net", "mask", "comment", "authenticated"};
        QCOMPARE(QString::fromStdString(nearestWord(QTest::currentDataTag(), words)), nearest);
    }
};

QTEST_APPLESS_MAIN(RowPairingTest)
#include "tst_row_pairing.moc"
