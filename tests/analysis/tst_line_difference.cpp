#include <QTest>

#include <random>

#include "model/analysis/line_difference.h"

using namespace relaytab;

namespace {

using Texts = std::vector<std::string_view>;

/// A letter is a line.
Texts linesOf(std::string_view letters)
{
    Texts lines;
    for (std::size_t i = 0; i < letters.size(); ++i)
        lines.push_back(letters.substr(i, 1));
    return lines;
}

/// "2-1+3": at line 2 one goes and three come.
QString picture(const std::vector<LineChange> &changes)
{
    QStringList words;
    for (const LineChange &change : changes)
        words.append(QStringLiteral("%1-%2+%3").arg(change.before).arg(change.removed).arg(change.added));
    return words.join(u' ');
}

Texts applied(const Texts &before, const Texts &after, const std::vector<LineChange> &changes)
{
    Texts result;
    std::size_t at = 0;
    for (const LineChange &change : changes) {
        while (at < change.before)
            result.push_back(before[at++]);
        at += change.removed;
        for (std::size_t i = 0; i < change.added; ++i)
            result.push_back(after[change.after + i]);
    }
    while (at < before.size())
        result.push_back(before[at++]);
    return result;
}

/// Length of the longest common subsequence, by the table in the textbooks.
std::size_t commonLines(const Texts &a, const Texts &b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i < a.size(); ++i)
        for (std::size_t j = 0; j < b.size(); ++j)
            table[i + 1][j + 1] = a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
    return table[a.size()][b.size()];
}

std::size_t changedLines(const std::vector<LineChange> &changes)
{
    std::size_t count = 0;
    for (const LineChange &change : changes)
        count += change.removed + change.added;
    return count;
}

} // namespace

class TestLineDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("changes");
        const auto add = [](const char *before, const char *after, const char *changes) {
            QTest::addRow("%s to %s", before, after)
                << QByteArray(before) << QByteArray(after) << QString::fromLatin1(changes);
        };
        add("", "", "");
        add("abc", "abc", "");
        add("", "ab", "0-0+2");
        add("ab", "", "0-2+0");
        add("abc", "axc", "1-1+1");
        add("abc", "abcd", "3-0+1");
        add("abcd", "bcd", "0-1+0");
        add("abcde", "axcye", "1-1+1 3-1+1");
        add("aaa", "aa", "2-1+0");
    }
    void changes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, changes);
        const std::string a = before.toStdString();
        const std::string b = after.toStdString();
        QCOMPARE(picture(lineDifference(linesOf(a), linesOf(b))), changes);
    }
    void isShortestForSmallTexts()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 2000; ++round) {
            const auto text = [&] {
                std::string letters(random() % 14, ' ');
                for (char &letter : letters)
                    letter = static_cast<char>('a' + random() % static_cast<unsigned>(2 + round % 5));
                return letters;
            };
            const std::string a = text();
            const std::string b = text();
            const Texts before = linesOf(a);
            const Texts after = linesOf(b);
            const auto changes = lineDifference(before, after);
            QVERIFY2(applied(before, after, changes) == after, (a + " to " + b).c_str());
            QCOMPARE(changedLines(changes), before.size() + after.size() - 2 * commonLines(before, after));
        }
    }
    /// Too much changed for the shortest way: anchored by the lines that each text holds once.
    void largeTextsAreAnchored()
    {
        std::mt19937 random(8);
        std::vector<std::string> pool;
        for (int i = 0; i < 6000; ++i)
            pool.push_back("line " + std::to_string(i));
        Texts before;
        Texts after;
        for (const std::string &line : pool) {
            const auto die = random() % 10;
            if (die < 8)
                before.push_back(line);
            if (die > 1)
                after.push_back(line);
            if (die == 5)
                before.emplace_back("}");
            if (die == 6)
                after.emplace_back("}");
        }
        const auto changes = lineDifference(before, after);
        QVERIFY(applied(before, after, changes) == after);
        QVERIFY(changedLines(changes) < 4000);
    }
    void nothingInCommon()
    {
        const Texts before(1000, "a");
        const Texts after(2000, "b");
        QCOMPARE(picture(lineDifference(before, after)), QStringLiteral("0-1000+2000"));
    }
};

QTEST_APPLESS_MAIN(TestLineDifference)
#include "tst_line_difference.moc"
