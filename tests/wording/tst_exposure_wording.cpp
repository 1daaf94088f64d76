#include <QTest>

#include "model/wording/wording.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// A policy and what is known about it, as far as the words need it.
struct Case {
    std::uint32_t flags = 0;
    Exposure exposure = {};
};

} // namespace
Q_DECLARE_METATYPE(Case)

class TestExposureWording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_catalogue.use(QStringLiteral("en")); }
    void words_data();
    void words();
    void german();

private:
    Catalogue m_catalogue;
};

void TestExposureWording::words_data()
{
    QTest::addColumn<Case>("policy");
    QTest::addColumn<QString>("badge");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *name, const Case &policy, const char *badge, const char *sentence,
                        const char *reason) {
        QTest::newRow(name) << policy << QString::fromUtf8(badge) << QString::fromUtf8(sentence)
                            << QString::fromUtf8(reason);
    };
    using enum ExposureLevel;
    const Count some = Count::of(248);
    const Count one = Count::of(1);
    const Count wide = Count::of(65536);
    const Count six = Count::power(96);
    const Count all = Count::power(32);

    add("closed", {2, {.level = Closed}}, "Closed", "Nobody may relay.",
        "Nobody can send through this server without authenticating.");
    add("only authenticated", {8, {.level = Closed, .authenticated = true}}, "Closed",
        "Only authenticated clients may relay.", "Nobody can send through this server without authenticating.");
    add("only local", {4, {.level = Closed, .local = true}}, "Closed",
        "Only clients that connect to a Local address may relay.",
        "Only clients that connect to a Local address can send through this server without authenticating.");
    add("authenticated or local", {12, {.level = Closed, .authenticated = true, .local = true}}, "Closed",
        "Only authenticated clients and clients that connect to a Local address may relay.",
        "Only clients that connect to a Local address can send through this server without authenticating.");
    add("one address", {2, {.level = Restricted, .reason = ExposureReason::AllowList, .ipv4 = one}},
        "Restricted · 1 address", "Only 1 address may relay.",
        "1 address can send through this server without authenticating.");
    add("J1", {11, {.level = Restricted, .reason = ExposureReason::AllowList, .ipv4 = some, .authenticated = true}},
        "Restricted · 248 addresses", "Only 248 addresses and authenticated clients may relay.",
        "248 addresses can send through this server without authenticating.");
    add("addresses or local",
        {6, {.level = Restricted, .reason = ExposureReason::AllowList, .ipv4 = some, .local = true}},
        "Restricted · 248 addresses", "Only 248 addresses and clients that connect to a Local address may relay.",
        "248 addresses can send through this server without authenticating.");
    add("all three",
        {14,
         {.level = Restricted,
          .reason = ExposureReason::AllowList,
          .ipv4 = some,
          .authenticated = true,
          .local = true}},
        "Restricted · 248 addresses",
        "Only 248 addresses, authenticated clients and clients that connect to a Local address may relay.",
        "248 addresses can send through this server without authenticating.");
    add("both families", {2, {.level = Restricted, .reason = ExposureReason::AllowList, .ipv4 = some, .ipv6 = six}},
        "Restricted · 248 addresses and 2^96 IPv6 addresses", "Only 248 addresses and 2^96 IPv6 addresses may relay.",
        "248 addresses and 2^96 IPv6 addresses can send through this server without authenticating.");
    add("IPv6 only", {2, {.level = Restricted, .reason = ExposureReason::AllowList, .ipv6 = one}},
        "Restricted · 1 IPv6 address", "Only 1 IPv6 address may relay.",
        "1 IPv6 address can send through this server without authenticating.");
    add("wide", {2, {.level = Wide, .reason = ExposureReason::AllowList, .ipv4 = wide, .publicIpv4 = wide}},
        "Wide · 65,536 addresses", "Only 65,536 addresses may relay.",
        "65,536 addresses on the Internet can send through this server without authenticating.");
    add("flags 0", {0, {.level = Open, .reason = ExposureReason::NoRestriction, .ipv4 = all}},
        "OPEN RELAY – no restriction is active", "Everyone may relay: no restriction is active.",
        "Anyone on the Internet can send through this server: no restriction is active.");
    add("flags 1", {1, {.level = Open, .reason = ExposureReason::OnlyDeny, .ipv4 = all, .deniedIpv4 = some}},
        "OPEN RELAY – Deny is the only restriction", "Everyone may relay except 248 addresses in Deny.",
        "Anyone on the Internet whom Deny does not list can send through this server: Deny is the only restriction.");
    add("flags 1, empty", {1, {.level = Open, .reason = ExposureReason::OnlyDeny, .ipv4 = all}},
        "OPEN RELAY – Deny is the only restriction",
        "Everyone may relay: Deny is the only restriction, and it matches nobody.",
        "Anyone on the Internet whom Deny does not list can send through this server: Deny is the only restriction.");
    add("everyone in Allow", {2, {.level = Open, .reason = ExposureReason::HugeAllowList, .ipv4 = all}},
        "OPEN RELAY – everyone is allowed", "Everyone may relay: Allow matches every address.",
        "Anyone on the Internet can send through this server: Allow matches every address.");
    add("most of them", {2, {.level = Open, .reason = ExposureReason::HugeAllowList, .ipv4 = Count::of(3000000000)}},
        "OPEN RELAY – more than half of the Internet is allowed",
        "3,000,000,000 addresses may relay, more than half of the Internet.",
        "More than half of the Internet can send through this server: Allow is that wide.");
    add("any Local", {4, {.level = Open, .reason = ExposureReason::LocalAny, .local = true}},
        "OPEN RELAY – Local matches every server address", "Everyone may relay: Local matches every server address.",
        "Anyone on the Internet can send through this server: a Local row matches every server address.");
}

void TestExposureWording::words()
{
    QFETCH(Case, policy);
    const Wording wording(QLocale(QLocale::English));
    QTEST(wording.exposureBadge(policy.exposure), "badge");
    QTEST(wording.policyInWords({.flags = policy.flags}, policy.exposure), "sentence");
    QTEST(wording.exposureReason(policy.exposure), "reason");
}

void TestExposureWording::german()
{
    m_catalogue.use(QStringLiteral("de"));
    const Wording wording{QLocale(QLocale::German)};
    const Exposure one{.level = ExposureLevel::Restricted, .reason = ExposureReason::AllowList, .ipv4 = Count::of(1)};
    QCOMPARE(wording.policyInWords({.flags = 2}, one), QStringLiteral("Nur 1 Adresse darf weiterleiten."));
    const Exposure wide{.level = ExposureLevel::Wide, .reason = ExposureReason::AllowList, .ipv4 = Count::of(65536)};
    QCOMPARE(wording.exposureBadge(wide), QStringLiteral("Weit · 65.536 Adressen"));
}

QTEST_GUILESS_MAIN(TestExposureWording)
#include "tst_exposure_wording.moc"
