#include <QTest>

#include <random>

#include "model/policy/mask.h"

using namespace relaytab;
using Code = MaskErrorCode;

class MaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<bool>("ipv6");
        QTest::addColumn<QString>("canonical");
        const auto v4 = [](const char *text, const char *mask) {
            QTest::newRow(text) << false << QString::fromLatin1(mask);
        };
        const auto v6 = [](const char *text, const char *mask) {
            QTest::addRow("%s (IPv6)", text) << true << QString::fromLatin1(mask);
        };
        v4("255.255.255.0", "255.255.255.0");
        v4("0.0.0.0", "0.0.0.0");
        v4("255.0.255.0", "255.0.255.0");
        v4("0.0.0.255", "0.0.0.255");
        v4("/0", "0.0.0.0");
        v4("/1", "128.0.0.0");
        v4("/24", "255.255.255.0");
        v4("24", "255.255.255.0");
        v4("/32", "255.255.255.255");
        v6("/0", "::");
        v6("/1", "8000::");
        v6("/32", "ffff:ffff::");
        v6("128", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        v6("ffff::ff", "ffff::ff");
        v6("::ffff:0:0", "::ffff:0:0"); // an IPv4-mapped address, but a mask like any other
        v6("0:0:0:0:0:FFFF:ff00:1", "::ffff:ff00:1");
    }
    void accepted()
    {
        QFETCH(bool, ipv6);
        QFETCH(QString, canonical);
        const std::string text = QByteArray(QTest::currentDataTag()).split(' ').first().toStdString();
        const Family family = ipv6 ? Family::IPv6 : Family::IPv4;
        const auto mask = parseMask(text, family);
        QVERIFY(mask);
        QCOMPARE(QString::fromStdString(toText(*mask)), canonical);
        QCOMPARE(parseMask(toText(*mask), family).value(), *mask);
    }

    void refused_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char *text, Code code, int position, const char *part = "", const char *hint = "") {
            QTest::newRow(text) << code << position << QString::fromLatin1(part) << QString::fromLatin1(hint);
        };
        row("", Code::Empty, 0);
        row("/", Code::NotAMask, 1);
        row("/33", Code::PrefixTooLong, 1, "33");
        row("/4294967297", Code::PrefixTooLong, 1, "4294967297");
        row("/08", Code::LeadingZero, 1, "08", "/8");
        row("08", Code::LeadingZero, 0, "08", "8");
        row("/099", Code::LeadingZero, 1, "099", "");
        row("/0xff000000", Code::NotAMask, 1, "0xff000000");
        row("/-1", Code::NotAMask, 1, "-1");
        row("abc", Code::NotAMask, 0, "abc");
        row("255.255.255", Code::NotAMask, 11, "255.255.255");
        row("255.255.255.256", Code::NotAMask, 12, "255.255.255.256");
        row("255.255.255.00", Code::LeadingZero, 12, "00", "255.255.255.0");
        row("ffff::", Code::OtherFamily, 0, "ffff::");
        row("::ffff:255.255.255.0", Code::NotAMask, 0, "::ffff:255.255.255.0", "255.255.255.0");
        row("::ffff:ff00:0", Code::NotAMask, 0, "::ffff:ff00:0", "255.0.0.0");
    }
    void refused()
    {
        QFETCH(Code, code);
        QFETCH(int, position);
        QFETCH(QString, part);
        QFETCH(QString, suggestion);
        const auto mask = parseMask(QTest::currentDataTag(), Family::IPv4);
        QVERIFY(!mask);
        QCOMPARE(mask.error().code, code);
        QCOMPARE(int(mask.error().position), position);
        QCOMPARE(QString::fromStdString(mask.error().part), part);
        QCOMPARE(QString::fromStdString(mask.error().suggestion), suggestion);
    }

    void anIPv4MaskIsNoneForAnIPv6Net()
    {
        QCOMPARE(parseMask("255.0.0.0", Family::IPv6).error().code, Code::OtherFamily);
        QCOMPARE(parseMask("/129", Family::IPv6).error().code, Code::PrefixTooLong);
        const auto disguised = parseMask("::ffff:255.255.255.0", Family::IPv6);
        QCOMPARE(disguised.error().code, Code::NotAMask);
        QCOMPARE(disguised.error().suggestion, std::string{});
    }

    /// Against counting by hand: a mask is a prefix when its ones come first.
    void prefixLengthAgreesWithCounting()
    {
        std::mt19937_64 random(2);
        for (int i = 0; i < 100'000; ++i) {
            const Family family = (i & 1) != 0 ? Family::IPv6 : Family::IPv4;
            Bits bits = ((Bits{random()} << 64) | random()) & allOnes(family);
            if ((i & 6) == 0)
                bits = Mask::prefix(family, static_cast<int>(random() % static_cast<unsigned>(width(family) + 1))).bits;
            int leading = 0;
            while (leading < width(family) && ((bits >> (width(family) - 1 - leading)) & 1) != 0)
                ++leading;
            int ones = 0;
            for (int bit = 0; bit < width(family); ++bit)
                ones += static_cast<int>((bits >> bit) & 1);
            const auto length = prefixLength({bits, family});
            QCOMPARE(length.has_value(), ones == leading);
            if (length)
                QCOMPARE(*length, leading);
            QCOMPARE(freeBits({bits, family}), width(family) - ones);
        }
    }
};

QTEST_APPLESS_MAIN(MaskTest)
#include "tst_mask.moc"
