#include <QAbstractItemModelTester>
#include <QTest>

#include <set>

#include "model/editing/document_analysis.h"
#include "model/editing/rule_table_model.h"
#include "tests/editing/rows.h"

using namespace relaytab;
using Model = RuleTableModel;

namespace {

/// The numbers of the rows shown, from 1, blank row left out.
QString shown(const Model &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        if (const auto place = model.placeOf(model.index(row, 0)))
            rows.append(QString::number(place->row + 1));
    return rows.join(u' ');
}

/// Every row of the table once, and its text is the document's.
void verifyFaithful(const Model &model, const PolicyDocument &document, bool all)
{
    std::set<std::pair<ListKind, std::size_t>> seen;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto place = model.placeOf(model.index(row, 0));
        if (!place) {
            QCOMPARE(row, model.blankRow());
            continue;
        }
        QVERIFY(seen.insert({place->list, place->row}).second);
        const RuleRow expected = document.policy().list(place->list).row(place->row);
        const auto text = [&](int column) {
            return model.index(row, column).data(Qt::EditRole).toString().toStdString();
        };
        QCOMPARE(text(Model::Net), netText(expected.entry));
        QCOMPARE(text(Model::Mask), maskText(expected.entry));
        QCOMPARE(text(Model::Comment), expected.comment);
        QCOMPARE(model.indexOf(*place, Model::Net), model.index(row, Model::Net));
    }
    if (all) {
        std::size_t size = 0;
        for (const ListKind list : allLists)
            if (model.scope() == Model::Scope::All || static_cast<int>(model.scope()) == static_cast<int>(list))
                size += document.policy().list(list).size();
        QCOMPARE(seen.size(), size);
    }
}

/// What sorting by a column means, as a slow and obvious key: texts are compared from left to right.
QString slowKey(const RuleRow &row, int column, bool *last)
{
    const auto *rule = std::get_if<Rule>(&row.entry);
    const auto digits = [](Family family, Bits bits) {
        QString text = QString::number(static_cast<int>(family));
        for (int shift = 120; shift >= 0; shift -= 8)
            text += QStringLiteral(".%1").arg(static_cast<int>((bits >> shift) & 0xFF), 3, 10, QLatin1Char('0'));
        return text;
    };
    *last = rule == nullptr && column != Model::On && column != Model::Comment;
    switch (column) {
    case Model::On: return row.enabled ? QStringLiteral("0") : QStringLiteral("1");
    case Model::Net:
        return rule ? digits(rule->net.family, rule->net.bits) + digits(rule->net.family, rule->mask.bits) : QString();
    case Model::Mask: return rule ? digits(rule->net.family, rule->mask.bits) : QString();
    case Model::Matches:
        return rule ? QStringLiteral("%1").arg(canMatch(*rule) ? freeBits(rule->mask) + 1 : 0, 3, 10, QLatin1Char('0'))
                    : QString();
    case Model::Comment:
        *last = row.comment.empty();
        // "note 7" before "note 12": numbers by value
        return row.comment.empty()
            ? QString()
            : QStringLiteral("%1").arg(std::stoi(row.comment.substr(5)), 5, 10, QLatin1Char('0'));
    default: return {};
    }
}

} // namespace

class TestRuleTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::English); }

    void sortsByNumber()
    {
        PolicyDocument document;
        document.reset(
            {.allow = listOf({"10.0.0.10", "9.0.0.0;255.0.0.0", "x", "2001:db8::", "10.0.0.9", "10.0.0.9"})});
        Model model(document, Model::Scope::Allow);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.sort(Model::Net);
        QCOMPARE(shown(model), QStringLiteral("2 5 6 1 4 3"));
        model.sort(Model::Net, Qt::DescendingOrder);
        QCOMPARE(shown(model), QStringLiteral("4 1 5 6 2 3"));
        QCOMPARE(model.blankRow(), 6);
        model.sort(-1);
        QCOMPARE(shown(model), QStringLiteral("1 2 3 4 5 6"));
    }

    void statusSortsTheWorstFirst()
    {
        PolicyDocument document;
        document.reset(
            {.flags = 2,
             .allow = listOf({"10.0.0.1", "10.0.0.1;255.0.0.255", "10.0.0.1;255.0.0.0", "0.0.0.0;0.0.0.0"})});
        Model model(document, Model::Scope::Allow);
        model.sort(Model::Status);
        QCOMPARE(shown(model), QStringLiteral("4 3 2 1"));
    }

    void sortsAsTheObviousSort_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<bool>("ascending");
        for (const int column : {Model::On, Model::Net, Model::Mask, Model::Matches, Model::Comment})
            for (const bool ascending : {true, false})
                QTest::addRow("column %d %s", column, ascending ? "up" : "down") << column << ascending;
    }
    void sortsAsTheObviousSort()
    {
        QFETCH(int, column);
        QFETCH(bool, ascending);
        std::mt19937 random(static_cast<unsigned>(column) * 2 + ascending);
        PolicyDocument document;
        document.reset({.deny = randomList(random, 400), .allow = randomList(random, 1500)});
        Model model(document, Model::Scope::All);
        model.sort(column, ascending ? Qt::AscendingOrder : Qt::DescendingOrder);

        struct Keyed {
            bool last = false;
            QString key = {};
            RowPlace place = {};
        };
        std::vector<Keyed> rows;
        for (const ListKind list : allLists) {
            std::size_t row = 0;
            for (const RuleRow &each : vectorOf(document.policy().list(list))) {
                Keyed keyed{.place = {list, row++}};
                keyed.key = slowKey(each, column, &keyed.last);
                rows.push_back(keyed);
            }
        }
        std::stable_sort(rows.begin(), rows.end(), [&](const Keyed &a, const Keyed &b) {
            return a.last != b.last ? b.last : a.last ? false : ascending ? a.key < b.key : b.key < a.key;
        });
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(*model.placeOf(model.index(row, 0)), rows[static_cast<std::size_t>(row)].place);
        verifyFaithful(model, document, true);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *text, const char *rows) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(rows);
        };
        row("", "1 2 3 4 5 6 7");
        row("192.168.1.77", "1 2 7"); // matches 1 and 2, and 7 speaks of it
        row("192.168.5.17", "1 4"); // 4 matches nothing, but is what stands there
        row("255.255.255.0", "2 4"); // an address that is a mask here
        row("10.", "3 5");
        row("192.168.0.0/16", "1 2 4");
        row("2001:db8::5", "6");
        row("OFFICE", "2");
        row("büro", "3");
        row("BÜRO", "3");
        row("300", "5");
        row("nowhere", "");
        row("  office ", "2");
    }
    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        PolicyDocument document;
        document.reset(
            {.allow = {rowOf("192.168.0.0;255.255.0.0", {}, false), rowOf("192.168.1.0;255.255.255.0", "Main office"),
                       rowOf("10.0.0.1", "Büro"), rowOf("192.168.5.17;255.255.255.0"), rowOf("10.0.0.300"),
                       rowOf("2001:db8::;ffff:ffff::"), rowOf("1.2.3.4", "was 192.168.1.77")}});
        Model model(document, Model::Scope::Allow);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFilter(text);
        QCOMPARE(shown(model), rows);
        QCOMPARE(model.blankRow(), model.visibleRules());
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), rows.section(u' ', 0, 0));
        model.setFilter({});
        QCOMPARE(shown(model), QStringLiteral("1 2 3 4 5 6 7"));
    }

    void filtersByStatus_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rows");
        QTest::newRow("never matches") << QStringLiteral("never") << QStringLiteral("2");
        QTest::newRow("a row that is off") << QStringLiteral("OFF") << QStringLiteral("3");
        QTest::newRow("too short") << QStringLiteral("ok") << QString();
        QTest::newRow("duplicate") << QStringLiteral("duplicate") << QStringLiteral("4");
        QTest::newRow("no status says so") << QStringLiteral("crash") << QString();
    }
    void filtersByStatus()
    {
        QFETCH(QString, text);
        QFETCH(QString, rows);
        PolicyDocument document;
        document.reset({.flags = 2,
                        .allow = {rowOf("10.0.0.1"), rowOf("192.168.5.17;255.255.255.0"), rowOf("10.0.0.7", {}, false),
                                  rowOf("10.0.0.1"), rowOf("10.0.0.9", "Boris' room")}});
        const DocumentAnalysis analysis(document);
        Model model(document, Model::Scope::Allow);
        model.setAnalysis(analysis);
        model.setFilter(text);
        QCOMPARE(shown(model), rows);
    }

    void filtersAsTheObviousFilter_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"1", "10.0", ".25", "255.0.0.0", "note 1", "NOTE", "f", ":", "300", "zz"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void filtersAsTheObviousFilter()
    {
        QFETCH(QString, text);
        std::mt19937 random(9);
        PolicyDocument document;
        document.reset({.allow = randomList(random, 2000)});
        Model model(document, Model::Scope::Allow);
        model.setFilter(text);
        const auto address = parseAddress(text.toStdString());
        QStringList expected;
        std::size_t number = 0;
        for (const RuleRow &row : vectorOf(document.policy().allow)) {
            ++number;
            const auto has = [&](const std::string &cell) {
                return QString::fromStdString(cell).contains(text, Qt::CaseInsensitive);
            };
            const auto *rule = std::get_if<Rule>(&row.entry);
            const bool hit = address && rule ? matches(*rule, *address) || netText(row.entry) == text.toStdString()
                    || maskText(row.entry) == text.toStdString()
                                             : has(netText(row.entry)) || has(maskText(row.entry));
            if (hit || has(row.comment))
                expected.append(QString::number(number));
        }
        QCOMPARE(shown(model), expected.join(u' '));
    }

    void rowsKeepTheirPlaceWhileTheyAreEdited()
    {
        PolicyDocument document;
        document.reset({.allow = listOf({"10.0.0.3", "10.0.0.1", "10.0.0.2"})});
        Model model(document, Model::Scope::Allow);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.sort(Model::Net);
        const QPersistentModelIndex cursor = model.index(0, Model::Net);
        model.setData(cursor, QStringLiteral("10.0.0.9"));
        QCOMPARE(shown(model), QStringLiteral("2 3 1"));
        QCOMPARE(cursor.row(), 0);
        model.setData(model.index(3, Model::Net), QStringLiteral("10.0.0.0")); // the blank row
        QCOMPARE(shown(model), QStringLiteral("2 3 1 4"));
        document.insertRows(ListKind::Allow, 0, listOf({"10.0.0.5"}), RowSource::Pasted); // and now all is in order
        QCOMPARE(shown(model), QStringLiteral("5 4 2 1 3"));
    }

    void rowsThatComeInAreShownInspiteOfTheFilter()
    {
        PolicyDocument document;
        document.reset({.allow = listOf({"10.0.0.3", "11.0.0.1", "10.0.0.2"})});
        Model model(document, Model::Scope::Allow);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setFilter(QStringLiteral("10."));
        QCOMPARE(shown(model), QStringLiteral("1 3"));
        document.insertRows(ListKind::Allow, 1, listOf({"12.0.0.1"}));
        QCOMPARE(shown(model), QStringLiteral("1 2 4"));
        document.moveRows(ListKind::Allow, {3, 1}, 0);
        QCOMPARE(shown(model), QStringLiteral("1 2 3"));
        QCOMPARE(model.index(0, Model::Net).data().toString(), QStringLiteral("10.0.0.2"));
    }

    /// Random verbs, undo, sorting and filtering; the table stays faithful, and indexes that views hold stay with their
    /// row as long as they are valid.
    void staysFaithful_data()
    {
        QTest::addColumn<int>("scope");
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed) {
            QTest::addRow("allow %u", seed) << static_cast<int>(Model::Scope::Allow) << seed;
            QTest::addRow("all %u", seed) << static_cast<int>(Model::Scope::All) << seed;
        }
    }
    void staysFaithful()
    {
        QFETCH(int, scope);
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&random](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
        int serial = 0;
        const auto numbered = [&](std::size_t size) {
            RuleList list;
            for (std::size_t i = 0; i < size; ++i) {
                RuleRow row = randomRow(random);
                row.comment = "note " + std::to_string(++serial);
                list.append(row);
            }
            return list;
        };
        PolicyDocument document;
        document.reset({.deny = numbered(6), .allow = numbered(30)});
        Model model(document, static_cast<Model::Scope>(scope));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        bool filtered = false;
        for (int i = 0; i < 400; ++i) {
            const ListKind list = allLists[below(3)];
            const std::size_t size = document.policy().list(list).size();
            const std::size_t first = below(size);
            const RowRun run{first, std::min<std::size_t>(below(5) + 1, size - first)};
            std::vector<std::pair<QPersistentModelIndex, QString>> held;
            for (int row = 0; row < model.rowCount(); row += 7) {
                const QModelIndex index = model.index(row, Model::Comment);
                held.emplace_back(index, index.data().toString());
            }
            const std::size_t verb = below(11);
            switch (verb) {
            case 0: document.undoStack()->undo(); break;
            case 1: document.undoStack()->redo(); break;
            case 2:
                if (size < 60)
                    document.insertRows(list, below(size + 1), numbered(1 + below(4)));
                break;
            case 3: document.removeRows(list, {run, {below(size), 1}}); break;
            case 4:
                if (size > 0)
                    document.moveRows(list, run, below(size - run.count + 1));
                break;
            case 5: document.setEnabled(list, {run}, below(2) == 0); break;
            case 6:
                model.sort(static_cast<int>(below(8)) - 1, below(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
                break;
            case 7:
                filtered = below(3) != 0;
                model.setFilter(filtered ? QString::number(below(100)) : QString());
                break;
            case 8:
                if (model.blankRow() >= 0)
                    model.setData(model.index(model.blankRow(), Model::Net),
                                  QStringLiteral("10.0.0.0-10.0.0.2 # note %1").arg(++serial));
                break;
            case 9: model.moveBlankBelow(model.index(static_cast<int>(below(40)), 0)); break;
            default:
                if (size > 0)
                    document.replaceRows(list, {first, 1}, numbered(below(3)));
            }
            verifyFaithful(model, document, !filtered);
            if (verb < 2 || verb > 6)
                continue; // rows may have been replaced, or everything reset
            for (const auto &[index, comment] : held) {
                QVERIFY(index.isValid() || verb == 3);
                if (index.isValid())
                    QCOMPARE(index.data().toString(), comment);
            }
        }
    }

    void selectionFollowsTheRows()
    {
        PolicyDocument document;
        document.reset({.allow = listOf({"10.0.0.3", "10.0.0.1", "10.0.0.2", "10.0.0.4"})});
        Model model(document, Model::Scope::Allow);
        const QPersistentModelIndex two = model.index(2, Model::Net);
        const auto cell = [&] { return two.data().toString(); };
        model.sort(Model::Net, Qt::DescendingOrder);
        QCOMPARE(cell(), QStringLiteral("10.0.0.2"));
        document.removeRows(ListKind::Allow, {{0, 1}});
        QCOMPARE(cell(), QStringLiteral("10.0.0.2"));
        document.undoStack()->undo();
        QCOMPARE(cell(), QStringLiteral("10.0.0.2"));
        model.sort(-1);
        document.moveRows(ListKind::Allow, {2, 1}, 0);
        QCOMPARE(two.row(), 0);
        QCOMPARE(cell(), QStringLiteral("10.0.0.2"));
        document.undoStack()->undo();
        QCOMPARE(two.row(), 2);
        QCOMPARE(cell(), QStringLiteral("10.0.0.2"));
    }
};

QTEST_GUILESS_MAIN(TestRuleTableView)
#include "tst_rule_table_view.moc"
