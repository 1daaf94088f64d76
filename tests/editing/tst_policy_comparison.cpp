#include <QSignalSpy>
#include <QTest>

#include "model/editing/policy_comparison.h"
#include "model/editing/policy_document.h"
#include "tests/editing/rows.h"

using namespace relaytab;

class TestPolicyComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_document = std::make_unique<PolicyDocument>();
        m_document->reset({.flags = 2, .allow = listOf({"10.0.0.0;255.0.0.0"})});
    }
    void nothingIsWorkedOutWhileNobodyLooks()
    {
        PolicyComparison comparison(*m_document);
        QSignalSpy started(&comparison, &PolicyComparison::started);
        m_document->setFlags(0);
        QCOMPARE(started.size(), 0);
        comparison.setWanted(true);
        QCOMPARE(started.size(), 1);
        QTRY_VERIFY(comparison.isCurrent());
        QVERIFY(!comparison.report()->isEqualEffect());
        comparison.setWanted(true);
        QCOMPARE(started.size(), 1);
    }
    void followsEdits()
    {
        PolicyComparison comparison(*m_document);
        comparison.setWanted(true);
        QTRY_VERIFY(comparison.isCurrent());
        QVERIFY(comparison.report()->isWrittenAlike());
        m_document->setRow({ListKind::Allow, 0}, rowOf("10.0.0.0;255.255.0.0"));
        QVERIFY(!comparison.isCurrent());
        QTRY_VERIFY(comparison.isCurrent());
        QCOMPARE(comparison.report()->classes.front().after.ipv4, Count::of(65536));
        m_document->undoStack()->undo();
        QTRY_VERIFY(comparison.isCurrent());
        QVERIFY(comparison.report()->isWrittenAlike());
    }
    void onlyTheLastOfManyEditsIsAnswered()
    {
        PolicyComparison comparison(*m_document);
        comparison.setWanted(true);
        QSignalSpy finished(&comparison, &PolicyComparison::finished);
        for (int length = 9; length <= 24; ++length)
            m_document->setRow({ListKind::Allow, 0},
                               {.entry = Rule{Address::v4(0x0A000000U), Mask::prefix(Family::IPv4, length)}});
        QTRY_VERIFY(comparison.isCurrent());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(comparison.report()->classes.front().after.ipv4, Count::of(256));
    }
    void anotherBaseOrReadingIsAnotherAnswer()
    {
        PolicyComparison comparison(*m_document);
        comparison.setWanted(true);
        comparison.setBase({.flags = 0});
        QTRY_VERIFY(comparison.isCurrent());
        QVERIFY(!comparison.report()->classes.front().lost.addresses.isZero());
        comparison.setReading(Reading::Literal);
        QVERIFY(!comparison.isCurrent());
        QTRY_VERIFY(comparison.isCurrent());
        QVERIFY(comparison.report()->classes.front().lost.addresses.isZero());
    }
    void cancelledStaysUnanswered()
    {
        PolicyComparison comparison(*m_document);
        QSignalSpy finished(&comparison, &PolicyComparison::finished);
        QSignalSpy cancelled(&comparison, &PolicyComparison::cancelled);
        comparison.setWanted(true);
        comparison.cancel();
        QCOMPARE(cancelled.size(), 1);
        QTest::qWait(50);
        QCOMPARE(finished.size(), 0);
        QVERIFY(!comparison.isCurrent());
        comparison.compare();
        QTRY_VERIFY(comparison.isCurrent());
    }
    void mayGoWhileItWorks()
    {
        for (int round = 0; round < 20; ++round) {
            PolicyComparison comparison(*m_document);
            comparison.setWanted(true);
        }
    }

private:
    std::unique_ptr<PolicyDocument> m_document;
};

QTEST_GUILESS_MAIN(TestPolicyComparison)
#include "tst_policy_comparison.moc"
