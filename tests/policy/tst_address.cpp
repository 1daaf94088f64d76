#include <QTest>

#include <random>

#include "model/policy/address.h"

using namespace relaytab;
using Code = AddressErrorCode;

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepted_data()
    {
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *text, const char *canonical) {
            QTest::newRow(text) << QString::fromLatin1(canonical);
        };
        row("0.0.0.0", "0.0.0.0");
        row("255.255.255.255", "255.255.255.255");
        row("192.168.1.17", "192.168.1.17");
        row("::", "::");
        row("::1", "::1");
        row("1::", "1::");
        row("2001:DB8::", "2001:db8::");
        row("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1");
        row("1:0:0:2:0:0:0:3", "1:0:0:2::3");
        row("1:0:0:2:0:0:3:4", "1::2:0:0:3:4");
        row("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7");
        row("1::3:4:5:6:7:8", "1:0:3:4:5:6:7:8");
        row("64:ff9b::192.0.2.1", "64:ff9b::c000:201");
        row("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }
    void accepted()
    {
        QFETCH(QString, canonical);
        const auto address = parseAddress(QTest::currentDataTag());
        QVERIFY(address);
        QCOMPARE(QString::fromStdString(toText(*address)), canonical);
        QCOMPARE(parseAddress(toText(*address)).value(), *address);
    }

    void refused_data()
    {
        QTest::addColumn<Code>("code");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("suggestion");
        const auto row = [](const char *text, Code code, int position, const char *part = "", const char *hint = "") {
            QTest::newRow(text) << code << position << QString::fromUtf8(part) << QString::fromUtf8(hint);
        };
        row("", Code::Empty, 0);
        row("10", Code::NotFourParts, 2);
        row("10.1", Code::NotFourParts, 4);
        row("167772161", Code::OctetTooLarge, 0, "167772161");
        row("10.0.0", Code::NotFourParts, 6);
        row("10.0.0.1.2", Code::NotFourParts, 8);
        row("10.0.0.300", Code::OctetTooLarge, 7, "300");
        row("10.0.0.99999999999999999999", Code::OctetTooLarge, 7, "99999999999999999999");
        row("010.1.1.1", Code::LeadingZero, 0, "010", "10.1.1.1");
        row("10.0.0.08", Code::LeadingZero, 7, "08", "10.0.0.8");
        row("10.00.001.1", Code::LeadingZero, 3, "00", "10.0.1.1");
        row("10.0.0.0999", Code::LeadingZero, 7, "0999", "");
        row("0x0a.1", Code::UnexpectedCharacter, 1);
        row(" 1.2.3.4", Code::UnexpectedCharacter, 0);
        row("1.2.3.4 ", Code::UnexpectedCharacter, 7);
        row("1.2.3. 4", Code::UnexpectedCharacter, 6);
        row("+1.2.3.4", Code::UnexpectedCharacter, 0);
        row("-1.2.3.4", Code::UnexpectedCharacter, 0);
        row("1.2.3.4\n", Code::UnexpectedCharacter, 7);
        row("1.2.3.4 x", Code::UnexpectedCharacter, 7);
        row("1..2.3", Code::EmptyPart, 2);
        row(".1.2.3", Code::EmptyPart, 0);
        row("1.2.3.", Code::EmptyPart, 6);
        row("fe80", Code::UnexpectedCharacter, 0);
        row("::ffff:10.0.0.1", Code::MappedIPv4, 0, "", "10.0.0.1");
        row("::ffff:a00:1", Code::MappedIPv4, 0, "", "10.0.0.1");
        row("fe80::1%eth0", Code::Zone, 7, "%eth0", "fe80::1");
        row("fe80::1%", Code::Zone, 7, "%", "fe80::1");
        row("1:2:3", Code::WrongGroupCount, 5);
        row("1:2:3:4:5:6:7:8:9", Code::WrongGroupCount, 16);
        row("::1:2:3:4:5:6:7:8", Code::WrongGroupCount, 17);
        row("1::2::3", Code::TwoGaps, 4);
        row(":1", Code::NotAGroup, 0);
        row("1:", Code::NotAGroup, 2);
        row(":::", Code::NotAGroup, 2);
        row("12345::", Code::NotAGroup, 0, "12345");
        row("1:2:3:4:5:6:7:1.2.3.4", Code::WrongGroupCount, 14);
        row("::1.2.3.300", Code::OctetTooLarge, 8, "300");
        row("g::", Code::UnexpectedCharacter, 0);
        row("[::1]", Code::UnexpectedCharacter, 0);
    }
    void refused()
    {
        QFETCH(Code, code);
        QFETCH(int, position);
        QFETCH(QString, part);
        QFETCH(QString, suggestion);
        const auto address = parseAddress(QTest::currentDataTag());
        QVERIFY(!address);
        QCOMPARE(address.error().code, code);
        QCOMPARE(int(address.error().position), position);
        QCOMPARE(QString::fromStdString(address.error().part), part);
        QCOMPARE(QString::fromStdString(address.error().suggestion), suggestion);
    }

    void namesTheForeignCodePoint_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<uint>("codePoint");
        QTest::addColumn<int>("position");
        QTest::newRow("full-width digit") << QByteArray("\xEF\xBC\x91.2.3.4") << 0xFF11U << 0;
        QTest::newRow("Arabic digit") << QByteArray("1.2.3.\xD9\xA4") << 0x664U << 6;
        QTest::newRow("ideographic full stop") << QByteArray("1\xE3\x80\x82"
                                                             "2.3.4")
                                               << 0x3002U << 1;
        QTest::newRow("zero width space") << QByteArray("1.2.3.4\xE2\x80\x8B") << 0x200BU << 7;
        QTest::newRow("emoji") << QByteArray("\xF0\x9F\x93\xA0") << 0x1F4E0U << 0;
        QTest::newRow("NUL") << QByteArray("10.0.0.1\0", 9) << 0U << 8;
        QTest::newRow("broken UTF-8") << QByteArray("1.2.3.\xE3\x80") << 0xE3U << 6;
        QTest::newRow("lone continuation byte") << QByteArray("\x80.2.3.4") << 0x80U << 0;
    }
    void namesTheForeignCodePoint()
    {
        QFETCH(QByteArray, text);
        QFETCH(uint, codePoint);
        QFETCH(int, position);
        const auto address = parseAddress({text.data(), std::size_t(text.size())});
        QVERIFY(!address);
        QCOMPARE(address.error().code, Code::UnexpectedCharacter);
        QCOMPARE(uint(address.error().codePoint), codePoint);
        QCOMPARE(int(address.error().position), position);
    }

    /// Every address has one text, and the text is that address again.
    void textAndBackAgain()
    {
        std::mt19937_64 random(1);
        for (int i = 0; i < 200'000; ++i) {
            const Address v4 = Address::v4(static_cast<std::uint32_t>(random()));
            QCOMPARE(parseAddress(toText(v4)).value(), v4);
            // Zero groups are what the short form is about: blank out some.
            std::uint64_t high = random();
            std::uint64_t low = random();
            const std::uint64_t blanks = random();
            for (unsigned group = 0; group < 4; ++group) {
                if (((blanks >> group) & 1) != 0)
                    high &= ~(0xFFFFULL << (16 * group));
                if (((blanks >> (8 + group)) & 1) != 0)
                    low &= ~(0xFFFFULL << (16 * group));
            }
            const Address v6 = Address::v6(high, low);
            if (high == 0 && (low >> 32) == 0xFFFF)
                continue;
            QCOMPARE(parseAddress(toText(v6)).value(), v6);
        }
    }

    void ordersByFamilyThenNumber()
    {
        QVERIFY(Address::v4(1) < Address::v4(2));
        QVERIFY(Address::v4(0xFFFFFFFF) < Address::v6(0, 0));
        QVERIFY(Address::v6(0, ~0ULL) < Address::v6(1, 0));
        QVERIFY(!(Address::v4(1) < Address::v4(1)));
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "tst_address.moc"
