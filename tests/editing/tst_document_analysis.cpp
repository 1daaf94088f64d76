#include <QSignalSpy>
#include <QTest>

#include "model/editing/document_analysis.h"
#include "tests/editing/rows.h"

using namespace relaytab;

namespace {

/// More rows than are answered on the spot.
RelayPolicy large()
{
    RelayPolicy policy{.flags = 3};
    for (std::uint32_t i = 0; i < 3000; ++i)
        policy.allow.append(Rule::host(Address::v4(0x0A000000U + 2 * i)));
    return policy;
}

QStringList codes(const FindingStore &store)
{
    QStringList words;
    for (const FindingRef &ref : store.worst(1'000'000)) {
        const std::string_view word = wordOf(ref.code);
        words.append(QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()))
                     + (ref.row ? QString::number(ref.row->row + 1) : QString()));
    }
    return words;
}

void verifyRight(const DocumentAnalysis &analysis, const RelayPolicy &policy)
{
    QVERIFY(analysis.isComplete());
    QVERIFY(analysis.knowsExposure());
    QVERIFY(analysis.sets() == policySetsOf(policy));
    QCOMPARE(analysis.exposure(), exposureOf(policy, analysis.reading()));
    QCOMPARE(codes(analysis.findings()), codes(FindingStore(*policyFindings(policy))));
}

} // namespace

class TestDocumentAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void smallPoliciesAreAnsweredAtOnce()
    {
        PolicyDocument document;
        document.reset({.flags = 0, .allow = listOf({"10.0.0.1", "10.0.0.1"})});
        const DocumentAnalysis analysis(document);
        QCOMPARE(analysis.exposure().level, ExposureLevel::Open);
        QSignalSpy exposure(&analysis, &DocumentAnalysis::exposureChanged);
        QSignalSpy findings(&analysis, &DocumentAnalysis::findingsChanged);
        document.setFlag(flag::allow, true);
        QCOMPARE(analysis.exposure().ipv4, Count::of(1));
        QCOMPARE(exposure.size(), 1);
        QCOMPARE(findings.size(), 1);
        verifyRight(analysis, document.policy());
    }

    /// Random verbs: after each, everything is as if it were worked out anew.
    void smallPoliciesStayRight()
    {
        std::mt19937 random(8);
        const auto below = [&random](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random() % n); };
        PolicyDocument document;
        document.reset({.deny = randomList(random, 5), .allow = randomList(random, 10)});
        const DocumentAnalysis analysis(document);
        for (int i = 0; i < 80; ++i) {
            const ListKind list = allLists[below(3)];
            const std::size_t size = document.policy().list(list).size();
            switch (below(4)) {
            case 0: document.setFlags(static_cast<std::uint32_t>(below(16))); break;
            case 1: document.insertRows(list, below(size + 1), randomList(random, 2)); break;
            case 2: document.removeRows(list, {{below(size), 1}}); break;
            default: document.undoStack()->undo();
            }
            verifyRight(analysis, document.policy());
        }
    }

    void largePoliciesAreAnsweredByAWorker()
    {
        PolicyDocument document;
        document.reset(large());
        const DocumentAnalysis analysis(document);
        QVERIFY(!analysis.isComplete());
        QSignalSpy progress(&analysis, &DocumentAnalysis::progressChanged);
        QTRY_VERIFY(analysis.isComplete());
        QCOMPARE(progress.first().first().toInt(), 0);
        QCOMPARE(progress.last().first().toInt(), 100);
        verifyRight(analysis, document.policy());
    }

    void smallEditsOfLargePoliciesAreKnownAtOnce()
    {
        PolicyDocument document;
        document.reset(large());
        const DocumentAnalysis analysis(document);
        QTRY_VERIFY(analysis.isComplete());

        document.setRow({ListKind::Allow, 1000}, rowOf("10.0.0.300"));
        QVERIFY(!analysis.isComplete());
        QVERIFY(analysis.knowsExposure());
        QCOMPARE(analysis.exposure(), exposureOf(document.policy()));
        QCOMPARE(analysis.exposure().ipv4, Count::of(2999));
        QCOMPARE(codes(analysis.findings()).first(), QStringLiteral("octet-too-large1001"));
        QCOMPARE(analysis.findings().count(ListKind::Allow, Severity::Error), std::size_t{1});

        document.insertRows(ListKind::Allow, 0, listOf({"10.0.0.0;255.255.255.0"}));
        QCOMPARE(analysis.exposure(), exposureOf(document.policy()));
        QCOMPARE(codes(analysis.findings()).first(), QStringLiteral("octet-too-large1002"));
        document.removeRows(ListKind::Allow, {{0, 1}, {1001, 1}});
        QCOMPARE(analysis.exposure(), exposureOf(document.policy()));
        QTRY_VERIFY(analysis.isComplete());
        verifyRight(analysis, document.policy());
    }

    /// Whatever the masks are: thousands with gaps, IPv6, rows that everyone matches.
    void randomEditsOfLargePoliciesAreKnownAtOnce()
    {
        std::mt19937 random(9);
        const auto below = [&random](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        RelayPolicy policy = large();
        for (std::uint32_t i = 0; i < 300; ++i)
            policy.deny.append(Rule{Address::v4(i & 0xF0FU), Mask::v4(0xFF000F0FU)});
        PolicyDocument document;
        document.reset(policy);
        const DocumentAnalysis analysis(document);
        QTRY_VERIFY(analysis.isComplete());
        const RuleList rows = listOf({"10.0.0.1;255.0.0.1", "2001:db8::;ffff:ffff::", "8.8.8.8",
                                      "10.0.3.0;255.255.255.0", "10.0.0.300", "0.0.0.5;0.0.0.255", "::1"});
        for (int i = 0; i < 40; ++i) {
            const ListKind list = i % 5 == 4 ? ListKind::Deny : ListKind::Allow;
            const std::size_t size = document.policy().list(list).size();
            if (i % 7 == 6)
                document.setFlags(static_cast<std::uint32_t>(below(16)));
            else if (i % 6 == 5)
                document.undoStack()->undo();
            else if (i % 3 == 0)
                document.insertRows(list, below(size), rows.slice(below(rows.size()), 1));
            else
                document.setRow({list, below(size)}, rows.row(below(rows.size())));
            QVERIFY(analysis.knowsExposure());
            QCOMPARE(analysis.exposure(), exposureOf(document.policy()));
        }
        QTRY_VERIFY(analysis.isComplete());
        verifyRight(analysis, document.policy());
    }

    void aRowForEveryoneIsKnownAtOnce()
    {
        PolicyDocument document;
        RelayPolicy policy = large();
        for (std::uint32_t i = 0; i < 3000; ++i)
            policy.allow.append(Rule::host(Address::v4(0x0B000000U + 2 * i)));
        document.reset(policy);
        const DocumentAnalysis analysis(document);
        QTRY_VERIFY(analysis.isComplete());
        document.insertRows(ListKind::Allow, 0, listOf({"0.0.0.0;0.0.0.0"})); // it meets more rows than are looked up
        QVERIFY(!analysis.isComplete());
        QVERIFY(analysis.knowsExposure());
        QCOMPARE(analysis.exposure(), exposureOf(document.policy()));
        QCOMPARE(analysis.exposure().level, ExposureLevel::Open);
        document.undoStack()->undo();
        QVERIFY(!analysis.knowsExposure()); // the sets from before this edit are still being made
        QTRY_VERIFY(analysis.isComplete());
        verifyRight(analysis, document.policy());
    }

    void anEditedRowIsToldOfTheOthersAtOnce()
    {
        PolicyDocument document;
        document.reset(large());
        const DocumentAnalysis analysis(document);
        QTRY_VERIFY(analysis.isComplete());
        document.insertRows(ListKind::Deny, 0, listOf({"172.16.0.0;255.240.0.0"}));
        QTRY_VERIFY(analysis.isComplete());

        document.setRow({ListKind::Allow, 1000}, rowOf("10.0.0.2")); // what row 2 says
        QVERIFY(!analysis.isComplete());
        QVERIFY(codes(analysis.findings()).contains(QStringLiteral("duplicate1001")));
        document.setRow({ListKind::Allow, 1000}, rowOf("172.16.5.5"));
        QVERIFY(!analysis.isComplete());
        QVERIFY(!codes(analysis.findings()).contains(QStringLiteral("duplicate1001")));
        QVERIFY(codes(analysis.findings()).contains(QStringLiteral("overridden-by-deny1001")));
        QTRY_VERIFY(analysis.isComplete());
        verifyRight(analysis, document.policy());
    }

    void answersForOlderRevisionsAreDropped()
    {
        PolicyDocument document;
        document.reset(large());
        const DocumentAnalysis analysis(document);
        for (int i = 0; i < 20; ++i)
            document.insertRows(ListKind::Allow, 0, listOf({"10.0.0.0"})); // a duplicate of row 1
        QSignalSpy findings(&analysis, &DocumentAnalysis::findingsChanged);
        QTRY_VERIFY(analysis.isComplete());
        QCOMPARE(findings.size(), 1);
        verifyRight(analysis, document.policy());
    }

    void waitingGivesTheAnswerNow()
    {
        PolicyDocument document;
        document.reset(large());
        DocumentAnalysis analysis(document);
        analysis.wait();
        verifyRight(analysis, document.policy());
    }

    void closingDoesNotWaitForever()
    {
        PolicyDocument document;
        document.reset(large());
        auto analysis = std::make_unique<DocumentAnalysis>(document);
        analysis.reset();
        QCoreApplication::processEvents(); // what the worker posted finds nobody
        QVERIFY(!analysis);
    }

    void optionsAndReadingAskAnew()
    {
        PolicyDocument document;
        document.reset({.flags = 0, .allow = listOf({"2001:db8::"})});
        DocumentAnalysis analysis(document);
        QVERIFY(!codes(analysis.findings()).contains(QStringLiteral("ipv6-in-registry1")));
        analysis.setOptions({.registryTarget = true});
        QVERIFY(codes(analysis.findings()).contains(QStringLiteral("ipv6-in-registry1")));
        QCOMPARE(analysis.exposure().level, ExposureLevel::Open);
        analysis.setReading(Reading::Literal);
        QCOMPARE(analysis.exposure().level, ExposureLevel::Closed);
    }
};

QTEST_GUILESS_MAIN(TestDocumentAnalysis)
#include "tst_document_analysis.moc"
