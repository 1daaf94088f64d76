#include <QtTest>

#include "model/analysis/finding.h"

using namespace relaytab;

class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAndSeverities_data();
    void wordsAndSeverities();
    void severitiesGrow();
};

void TestFinding::wordsAndSeverities_data()
{
    QTest::addColumn<FindingCode>("code");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](FindingCode code, const char *line) { QTest::newRow(line) << code << QByteArray(line); };
    row(FindingCode::EmptyNet, "error: empty-net");
    row(FindingCode::NotAnAddress, "error: not-an-address");
    row(FindingCode::OctetTooLarge, "error: octet-too-large");
    row(FindingCode::LeadingZero, "error: leading-zero");
    row(FindingCode::IPv6InRegistry, "warning: ipv6-in-registry");
    row(FindingCode::NotAMask, "error: not-a-mask");
    row(FindingCode::NeverMatches, "error: never-matches");
    row(FindingCode::WildcardMask, "error: wildcard-mask");
    row(FindingCode::Swapped, "error: swapped");
    row(FindingCode::MaskWithGaps, "warning: mask-with-gaps");
    row(FindingCode::KbMaskRecipe, "warning: kb-mask-recipe");
    row(FindingCode::Duplicate, "warning: duplicate");
    row(FindingCode::Covered, "note: covered");
    row(FindingCode::OverriddenByDeny, "warning: overridden-by-deny");
    row(FindingCode::PartlyDenied, "note: partly-denied");
    row(FindingCode::EveryoneAllowed, "danger: everyone-allowed");
    row(FindingCode::WidePublicNet, "warning: wide-public-net");
    row(FindingCode::ListOff, "note: list-off");
    row(FindingCode::EmptyListOn, "note: empty-list-on");
    row(FindingCode::NoRestriction, "danger: no-restriction");
    row(FindingCode::OnlyDeny, "danger: only-deny");
    row(FindingCode::UnknownFlagBits, "warning: unknown-flag-bits");
    row(FindingCode::NotRerouting, "warning: not-rerouting");
    row(FindingCode::LocalAny, "danger: local-any");
    row(FindingCode::GatewayAllowed, "warning: gateway-allowed");
    row(FindingCode::BeforeSp1, "note: before-sp1");
    row(FindingCode::Expired, "warning: expired");
    row(FindingCode::NotStorable, "warning: not-storable");
    row(FindingCode::CoversNetworkAddress, "note: covers-network-address");
}

void TestFinding::wordsAndSeverities()
{
    QFETCH(FindingCode, code);
    const std::string line = std::string{wordOf(severityOf(code))} + ": " + std::string{wordOf(code)};
    QTEST(QByteArray::fromStdString(line), "line");
}

void TestFinding::severitiesGrow()
{
    QVERIFY(Severity::Note < Severity::Warning);
    QVERIFY(Severity::Warning < Severity::Error);
    QVERIFY(Severity::Error < Severity::Danger);
}

QTEST_APPLESS_MAIN(TestFinding)
#include "tst_finding.moc"
