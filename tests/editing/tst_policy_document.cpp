#include <QSignalSpy>
#include <QTest>

#include "model/editing/policy_document.h"
#include "tests/editing/rows.h"

using namespace relaytab;

namespace {

RelayPolicy office()
{
    return {.flags = 3,
            .deny = listOf({"192.168.1.0;255.255.255.248"}),
            .allow = listOf({"192.168.1.0;255.255.255.0", "10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"})};
}

/// Follows the document by its signals alone, as a model does.
class Follower : public QObject
{
public:
    explicit Follower(const PolicyDocument &document) : m_document(document)
    {
        reload();
        connect(&document, &PolicyDocument::policyReset, this, &Follower::reload);
        connect(&document, &PolicyDocument::listChanged, this, [this](const ListChange &change) {
            std::vector<RuleRow> &rows = lists[static_cast<std::size_t>(change.list)];
            const auto first = rows.begin() + static_cast<std::ptrdiff_t>(change.first);
            if (change.rotated != 0) {
                std::rotate(first, first + static_cast<std::ptrdiff_t>(change.rotated),
                            first + static_cast<std::ptrdiff_t>(change.removed));
                return;
            }
            rows.erase(first, first + static_cast<std::ptrdiff_t>(change.removed));
            const auto now = vectorOf(m_document.policy().list(change.list).slice(change.first, change.inserted));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(change.first), now.begin(), now.end());
        });
    }

    void reload()
    {
        for (const ListKind list : allLists)
            lists[static_cast<std::size_t>(list)] = vectorOf(m_document.policy().list(list));
    }

    [[nodiscard]] bool agrees() const
    {
        return std::all_of(allLists.begin(), allLists.end(), [this](ListKind list) {
            return lists[static_cast<std::size_t>(list)] == vectorOf(m_document.policy().list(list));
        });
    }

    std::array<std::vector<RuleRow>, 3> lists;

private:
    const PolicyDocument &m_document;
};

} // namespace

class TestPolicyDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCleanAfterReset()
    {
        PolicyDocument document;
        document.setFlags(1);
        const quint64 before = document.revision();
        document.reset(office());
        QVERIFY(!document.isModified());
        QVERIFY(!document.undoStack()->canUndo());
        QCOMPARE(document.policy(), office());
        QVERIFY(document.revision() > before);
    }

    void namesEveryStep_data()
    {
        using Verb = std::function<void(PolicyDocument &)>;
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text, const Verb &verb) {
            QTest::newRow(name) << verb << QString::fromLatin1(text);
        };
        row("tick authenticated", "Let authenticated clients relay",
            [](auto &d) { d.setFlag(flag::authenticated, true); });
        row("untick allow", "Turn off Allow list", [](auto &d) { d.setFlag(flag::allow, false); });
        row("tick local", "Turn on Local list", [](auto &d) { d.setFlag(flag::local, true); });
        row("type flags", "Set RelayFlags to 12", [](auto &d) { d.setFlags(12); });
        row("remove flags", "Remove RelayFlags", [](auto &d) { d.setFlags(std::nullopt); });
        row("net", "Change net of Allow, row 1", [](auto &d) {
            d.setRow({ListKind::Allow, 0}, rowOf("192.168.0.0;255.255.255.0"));
        });
        row("mask", "Change mask of Deny, row 1", [](auto &d) {
            d.setRow({ListKind::Deny, 0}, rowOf("192.168.1.0;255.255.255.0"));
        });
        row("comment", "Change comment of Allow, row 2", [](auto &d) {
            d.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1", "Scanner"));
        });
        row("off", "Turn off Allow, row 2", [](auto &d) {
            d.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1", {}, false));
        });
        row("net and mask", "Change Allow, row 2", [](auto &d) {
            d.setRow({ListKind::Allow, 1}, rowOf("1.0.0.0;255.0.0.0"));
        });
        row("repair", "Repair Allow, row 2", [](auto &d) {
            d.setRow({ListKind::Allow, 1}, rowOf("1.0.0.0"), EditCause::Repaired);
        });
        row("repair all", "Repair 2 rule(s)", [](auto &d) {
            d.setRows({{{ListKind::Allow, 4}, rowOf("1.0.0.1")}, {{ListKind::Deny, 0}, rowOf("1.0.0.2")}});
        });
        row("add", "Add 1 rule(s) to Local", [](auto &d) { d.insertRows(ListKind::Local, 0, listOf({"10.9.9.9"})); });
        row("paste", "Paste 2 rule(s) into Deny", [](auto &d) {
            d.insertRows(ListKind::Deny, 1, listOf({"1.1.1.1", "2.2.2.2"}), RowSource::Pasted);
        });
        row("replace", "Replace 2 rule(s) in Allow", [](auto &d) {
            d.replaceRows(ListKind::Allow, {1, 2}, listOf({"9.9.9.9"}));
        });
        row("remove", "Remove 3 rule(s) from Allow", [](auto &d) { d.removeRows(ListKind::Allow, {{4, 1}, {1, 2}}); });
        row("turn off", "Turn off 2 rule(s) in Allow", [](auto &d) { d.setEnabled(ListKind::Allow, {{1, 2}}, false); });
        row("duplicate", "Duplicate 2 rule(s) in Allow", [](auto &d) {
            d.duplicateRows(ListKind::Allow, {{0, 1}, {3, 1}});
        });
        row("move", "Move 2 rule(s) in Allow", [](auto &d) { d.moveRows(ListKind::Allow, {0, 2}, 1); });
        row("add expectation", "Add expectation 0.0.0.1",
            [](auto &d) { d.insertExpectations(0, {{.client = Rule::host(Address::v4(1))}}); });
        row("add expectations", "Add 2 expectation(s)", [](auto &d) {
            d.insertExpectations(0, {{.client = Rule::host(Address::v4(1))}, {.client = Rule::host(Address::v4(2))}});
        });
    }
    void namesEveryStep()
    {
        QFETCH(std::function<void(PolicyDocument &)>, verb);
        QFETCH(QString, text);
        PolicyDocument document;
        document.reset(office());
        QSignalSpy changed(&document, &PolicyDocument::changed);
        verb(document);
        const RelayPolicy after = document.policy();
        QCOMPARE(document.undoStack()->undoText(), text);
        QVERIFY(document.isModified());
        QVERIFY(!(after == office()));
        document.undoStack()->undo();
        QCOMPARE(document.policy(), office());
        QVERIFY(!document.isModified());
        document.undoStack()->redo();
        QCOMPARE(document.policy(), after);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(document.undoStack()->count(), 1);
    }

    void verbsDoWhatTheySay()
    {
        PolicyDocument document;
        document.reset({.allow = listOf({"1.0.0.1", "1.0.0.2", "1.0.0.3", "1.0.0.4", "1.0.0.5"})});
        const auto allow = [&] { return picture(document.policy().allow); };
        document.moveRows(ListKind::Allow, {0, 2}, 2);
        QCOMPARE(allow(), QStringLiteral("1.0.0.3 1.0.0.4 1.0.0.1 1.0.0.2 1.0.0.5"));
        document.moveRows(ListKind::Allow, {4, 1}, 0);
        QCOMPARE(allow(), QStringLiteral("1.0.0.5 1.0.0.3 1.0.0.4 1.0.0.1 1.0.0.2"));
        document.removeRows(ListKind::Allow, {{4, 1}, {0, 1}, {4, 9}});
        QCOMPARE(allow(), QStringLiteral("1.0.0.3 1.0.0.4 1.0.0.1"));
        document.duplicateRows(ListKind::Allow, {{0, 2}});
        QCOMPARE(allow(), QStringLiteral("1.0.0.3 1.0.0.4 1.0.0.3 1.0.0.4 1.0.0.1"));
        document.setEnabled(ListKind::Allow, {{4, 1}, {0, 1}}, false);
        QCOMPARE(allow(), QStringLiteral("-1.0.0.3 1.0.0.4 1.0.0.3 1.0.0.4 -1.0.0.1"));
        document.replaceRows(ListKind::Allow, {1, 3}, listOf({"2.0.0.0;255.0.0.0"}));
        QCOMPARE(allow(), QStringLiteral("-1.0.0.3 2.0.0.0;255.0.0.0 -1.0.0.1"));
        document.setRows({{{ListKind::Allow, 2}, rowOf("3.0.0.3", "new")}, {{ListKind::Allow, 0}, rowOf("x")}});
        QCOMPARE(allow(), QStringLiteral("x 2.0.0.0;255.0.0.0 3.0.0.3#new"));
    }

    void editsExpectations()
    {
        const auto expect = [](std::uint32_t client) { return Expectation{.client = Rule::host(Address::v4(client))}; };
        PolicyDocument document;
        document.reset({.expectations = {expect(1), expect(2), expect(3)}});
        const QSignalSpy told(&document, &PolicyDocument::expectationsChanged);
        using Expectations = std::vector<Expectation>;
        document.replaceExpectation(1, {expect(2)});
        QCOMPARE(document.undoStack()->count(), 0);
        document.replaceExpectation(1, {expect(7), expect(8)});
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Change expectation 2"));
        QCOMPARE(document.policy().expectations, (Expectations{expect(1), expect(7), expect(8), expect(3)}));
        document.removeExpectations({{3, 9}, {0, 2}});
        QCOMPARE(document.undoStack()->undoText(), QStringLiteral("Remove 3 expectation(s)"));
        QCOMPARE(document.policy().expectations, Expectations{expect(8)});
        document.insertExpectations(1, {expect(9)});
        QCOMPARE(document.policy().expectations, (Expectations{expect(8), expect(9)}));
        QCOMPARE(told.size(), 3);
        while (document.undoStack()->canUndo())
            document.undoStack()->undo();
        QCOMPARE(document.policy().expectations, (Expectations{expect(1), expect(2), expect(3)}));
        // Taking back what was just typed leaves no step.
        document.replaceExpectation(0, {expect(4)});
        document.replaceExpectation(0, {expect(1)});
        QVERIFY(!document.isModified());
    }

    void leavesNoStepForNoChange()
    {
        PolicyDocument document;
        document.reset(office());
        document.setFlags(3);
        document.setFlag(flag::deny, true);
        document.setFlag(flag::local, false);
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"));
        document.setRows({{{ListKind::Allow, 1}, rowOf("10.0.0.1")}});
        document.insertRows(ListKind::Allow, 0, {});
        document.replaceRows(ListKind::Allow, {1, 1}, listOf({"10.0.0.1"}));
        document.removeRows(ListKind::Allow, {});
        document.removeRows(ListKind::Local, {{0, 4}});
        document.setEnabled(ListKind::Allow, {{0, 5}}, true);
        document.duplicateRows(ListKind::Local, {{0, 1}});
        document.moveRows(ListKind::Allow, {1, 1}, 1);
        document.insertExpectations(0, {});
        document.removeExpectations({{0, 1}});
        QCOMPARE(document.undoStack()->count(), 0);
    }

    void absentFlagsStayAbsentWhenNothingIsSwitched()
    {
        PolicyDocument document;
        document.setFlag(flag::allow, false);
        QVERIFY(!document.policy().flags);
        document.setFlag(flag::allow, true);
        document.setFlag(flag::allow, false);
        QCOMPARE(document.policy().flags, std::optional{0U}); // decisions: absent comes back only by undo
        document.undoStack()->undo();
        document.undoStack()->undo();
        QVERIFY(!document.policy().flags);
    }

    void keepsUnknownFlagBits()
    {
        PolicyDocument document;
        document.reset({.flags = 0x102});
        document.setFlag(flag::allow, false);
        QCOMPARE(document.policy().flags, std::optional{0x100U});
    }

    void typingBackLeavesNoStep()
    {
        PolicyDocument document;
        document.reset(office());
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.9"));
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"));
        QCOMPARE(document.undoStack()->count(), 0);
        QVERIFY(!document.isModified());

        document.setFlag(flag::authenticated, true);
        document.setFlag(flag::authenticated, false);
        document.setEnabled(ListKind::Allow, {{0, 3}}, false);
        document.setEnabled(ListKind::Allow, {{0, 3}}, true);
        document.moveRows(ListKind::Allow, {0, 1}, 1);
        document.moveRows(ListKind::Allow, {1, 1}, 0);
        QCOMPARE(document.undoStack()->count(), 0);
        QCOMPARE(document.policy(), office());
    }

    void otherEditsInBetweenKeepTheirSteps()
    {
        PolicyDocument document;
        document.reset(office());
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.9"));
        document.setRow({ListKind::Allow, 2}, rowOf("10.0.0.8"));
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"));
        QCOMPARE(document.undoStack()->count(), 3);
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.7"));
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.6"));
        QCOMPARE(document.undoStack()->count(), 5);
    }

    void typingBackASavedEditIsAChange()
    {
        PolicyDocument document;
        document.reset(office());
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.9"));
        document.undoStack()->setClean();
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"));
        QCOMPARE(document.undoStack()->count(), 2);
        QVERIFY(document.isModified());
    }

    void undoTakesBackARepairAlone()
    {
        PolicyDocument document;
        document.reset(office());
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.300"));
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.1"), EditCause::Repaired);
        document.undoStack()->undo();
        QCOMPARE(picture(document.policy().allow.slice(1, 1)), QStringLiteral("10.0.0.300"));
    }

    void editsKeepWhereARowCameFrom()
    {
        RelayPolicy policy;
        policy.allow.append(rowOf("10.0.0.1"), 7);
        policy.allow.append(rowOf("10.0.0.2"), 8);
        PolicyDocument document;
        document.reset(policy);
        document.setRow({ListKind::Allow, 1}, rowOf("10.0.0.3"));
        document.setEnabled(ListKind::Allow, {{0, 1}}, false);
        document.moveRows(ListKind::Allow, {0, 1}, 1);
        document.duplicateRows(ListKind::Allow, {{1, 1}});
        QCOMPARE(document.policy().allow.origin(0), 8U);
        QCOMPARE(document.policy().allow.origin(1), 7U);
        QCOMPARE(document.policy().allow.origin(2), 0U);
    }

    void signalsComeInOrder()
    {
        PolicyDocument document;
        document.reset(office());
        QList<ListChange> changes;
        QStringList order;
        connect(&document, &PolicyDocument::listChanged, this, [&](const ListChange &change) {
            changes.append(change);
            order.append(QStringLiteral("list"));
        });
        connect(&document, &PolicyDocument::changed, this, [&] { order.append(QStringLiteral("changed")); });
        document.removeRows(ListKind::Allow, {{0, 1}, {2, 2}});
        QCOMPARE(changes, (QList<ListChange>{{ListKind::Allow, 0, 1, 0}, {ListKind::Allow, 1, 2, 0}}));
        QCOMPARE(order, (QStringList{QStringLiteral("list"), QStringLiteral("list"), QStringLiteral("changed")}));
        changes.clear();
        document.undoStack()->undo();
        QCOMPARE(changes, (QList<ListChange>{{ListKind::Allow, 0, 0, 1}, {ListKind::Allow, 2, 0, 2}}));
    }

    /// Random verbs, undo and redo against plain vectors kept for every state the undo stack can go to.
    void agreesWithPlainHistory_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void agreesWithPlainHistory()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto below = [&random](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
        PolicyDocument document;
        document.reset({.deny = randomList(random, 5), .allow = randomList(random, 30)});
        const Follower follower(document);
        std::vector<RelayPolicy> history{document.policy()};
        for (int i = 0; i < 600; ++i) {
            const ListKind kind = allLists[below(3)];
            std::vector<RuleRow> rows = vectorOf(document.policy().list(kind));
            const int before = document.undoStack()->count() > 0 ? document.undoStack()->index() : 0;
            const auto runIn = [&] {
                const std::size_t first = below(rows.size());
                return RowRun{first, below(rows.size() - first + 1)};
            };
            const auto at = [&rows](std::size_t n) { return rows.begin() + static_cast<std::ptrdiff_t>(n); };
            const std::size_t verb = below(9);
            if (verb == 0 && document.undoStack()->canUndo()) {
                document.undoStack()->undo();
                QCOMPARE(document.policy(), history[static_cast<std::size_t>(before) - 1]);
                QVERIFY(follower.agrees());
                continue;
            }
            if (verb == 1 && document.undoStack()->canRedo()) {
                document.undoStack()->redo();
                QCOMPARE(document.policy(), history[static_cast<std::size_t>(before) + 1]);
                QVERIFY(follower.agrees());
                continue;
            }
            if (verb == 2 && !rows.empty()) {
                const std::size_t row = below(rows.size());
                rows[row] = randomRow(random);
                document.setRow({kind, row}, rows[row]);
            } else if (verb == 3 && !rows.empty()) {
                const QList<RowRun> runs{runIn(), runIn(), runIn()};
                std::vector<bool> gone(rows.size());
                for (const RowRun &run : runs)
                    std::fill_n(gone.begin() + static_cast<std::ptrdiff_t>(run.first), run.count, true);
                std::vector<RuleRow> kept;
                for (std::size_t n = 0; n < rows.size(); ++n)
                    if (!gone[n])
                        kept.push_back(rows[n]);
                rows = kept;
                document.removeRows(kind, runs);
            } else if (verb == 4 && !rows.empty()) {
                const RowRun run = runIn();
                const bool enabled = below(2) == 0;
                for (std::size_t n = run.first; n < run.first + run.count; ++n)
                    rows[n].enabled = enabled;
                document.setEnabled(kind, {run}, enabled);
            } else if (verb == 5 && !rows.empty()) {
                const RowRun run = runIn();
                const std::size_t to = below(rows.size() - run.count + 1);
                const std::vector<RuleRow> moved(at(run.first), at(run.first + run.count));
                rows.erase(at(run.first), at(run.first + run.count));
                rows.insert(at(to), moved.begin(), moved.end());
                document.moveRows(kind, run, to);
            } else if (verb == 6 && !rows.empty()) {
                const RowRun run = runIn();
                const std::vector<RuleRow> copy(at(run.first), at(run.first + run.count));
                rows.insert(at(run.first + run.count), copy.begin(), copy.end());
                document.duplicateRows(kind, {run});
            } else if (verb == 7) {
                document.setFlag(flagOf(kind), below(2) == 0);
            } else {
                const std::size_t place = below(rows.size() + 1);
                const RuleList added = randomList(random, 1 + below(6));
                const auto plain = vectorOf(added);
                rows.insert(at(place), plain.begin(), plain.end());
                document.insertRows(kind, place, added);
            }
            QCOMPARE(vectorOf(document.policy().list(kind)), rows);
            QVERIFY(follower.agrees());
            const auto now = static_cast<std::size_t>(document.undoStack()->index());
            if (now > static_cast<std::size_t>(before)) {
                history.resize(now);
                history.push_back(document.policy());
            } else {
                QCOMPARE(document.policy(), history[now]);
            }
        }
    }

    void removesScatteredRowsOfAMillion()
    {
        RelayPolicy policy;
        for (std::uint32_t i = 0; i < 1'000'000; ++i)
            policy.allow.append(Rule::host(Address::v4(i)), i + 1);
        PolicyDocument document;
        document.reset(policy);
        QList<RowRun> runs;
        for (std::size_t row = 0; row < 1'000'000; row += 10)
            runs.append({row, 1});
        QSignalSpy reset(&document, &PolicyDocument::policyReset);
        QSignalSpy told(&document, &PolicyDocument::listChanged);
        document.removeRows(ListKind::Allow, runs);
        QCOMPARE(document.policy().allow.size(), std::size_t{900'000});
        QCOMPARE(document.policy().allow.origin(9), 12U);
        document.undoStack()->undo();
        QCOMPARE(document.policy().allow.size(), std::size_t{1'000'000});
        QCOMPARE(document.policy().allow.origin(10), 11U);
        QCOMPARE(reset.size(), 2);
        QCOMPARE(told.size(), 0);
        QBENCHMARK_ONCE
        {
            document.removeRows(ListKind::Allow, runs);
            document.undoStack()->undo();
        }
    }
};

QTEST_GUILESS_MAIN(TestPolicyDocument)
#include "tst_policy_document.moc"
