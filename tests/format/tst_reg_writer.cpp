#include <QFile>
#include <QTest>

#include "backend/format/reg.h"
#include "tests/format/random_policy.h"

using namespace relaytab;
using namespace relaytab::testing;

namespace {

const QString section =
    QStringLiteral("[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\MSExchangeIMC\\Parameters]\n");
const QString version5 = QStringLiteral("Windows Registry Editor Version 5.00\n\n");
const QString regedit4 = QStringLiteral("REGEDIT4\n\n");

/// A line end as the file has it, written "\n" here.
std::string utf16(QString text)
{
    text.replace(u'\n', QStringLiteral("\r\n"));
    std::string bytes = "\xFF\xFE";
    for (const QChar c : text) {
        bytes += static_cast<char>(c.cell());
        bytes += static_cast<char>(c.row());
    }
    return bytes;
}

std::string ansi(QString text)
{
    return text.replace(u'\n', QStringLiteral("\r\n")).toLatin1().toStdString();
}

/// The reverse of either, for a readable failure.
QString readable(const std::string &bytes)
{
    QString text;
    if (bytes.starts_with("\xFF\xFE")) {
        for (std::size_t i = 2; i + 1 < bytes.size(); i += 2)
            text += QChar{static_cast<uchar>(bytes[i]), static_cast<uchar>(bytes[i + 1])};
    } else {
        text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    }
    return text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
}

RelayPolicy policyOf(const std::string &bytes)
{
    return parseReg(bytes, {}).value().policy;
}

QString rendered(const RelayPolicy &policy, const std::string &original = {})
{
    return readable(renderReg(policy, original, {}).value().bytes);
}

Rule host(std::uint32_t bits)
{
    return Rule::host(Address::v4(bits));
}

} // namespace

class RegWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFileIsWrittenAsRegeditDoes()
    {
        QFile file{QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/reg/version-5.reg")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string bytes = file.readAll().toStdString();
        QCOMPARE(rendered(policyOf(bytes)), readable(bytes));
        QCOMPARE(renderReg(policyOf(bytes), {}, {}).value().bytes, bytes);
    }

    void aNewFileSetsAllFourValues()
    {
        QCOMPARE(rendered({}),
                 version5 + section
                     + QStringLiteral("\"RelayFlags\"=-\n\"RelayDenyList\"=hex(7):00,00\n"
                                      "\"RelayAllowList\"=hex(7):00,00\n\"RelayLocalIPList\"=hex(7):00,00\n\n"));
        QCOMPARE(rendered({.flags = 0xFFFFFFFE}).section(u'\n', 3, 3), QStringLiteral("\"RelayFlags\"=dword:fffffffe"));
    }

    void linesAreFoldedAtTheSameColumn()
    {
        std::mt19937 random{3};
        const QStringList lines = rendered({.flags = 2, .allow = randomList(random, 50)}).split(u'\n');
        int folded = 0;
        for (const QString &line : lines) {
            if (line.endsWith(u'\\')) {
                QVERIFY(line.size() >= 77 && line.size() <= 79);
                QVERIFY(line.startsWith(u'"') || line.size() == 78);
                ++folded;
            }
        }
        QVERIFY(folded > 50);
    }

    void flagsChangeTheirDigitsOnly()
    {
        const QString text = regedit4 + section + QStringLiteral("; by hand\n  \"relayflags\" =\tdword:2 ; allow\n");
        RelayPolicy policy = policyOf(ansi(text));
        policy.flags = 10;
        QCOMPARE(rendered(policy, ansi(text)),
                 QString{text}.replace(QStringLiteral("dword:2"), QStringLiteral("dword:0000000a")));
        policy.flags.reset();
        QCOMPARE(rendered(policy, ansi(text)), QString{text}.replace(QStringLiteral("dword:2"), QStringLiteral("-")));
    }

    void aListChangesItsDataOnly()
    {
        const QString text = version5 + section
            + QStringLiteral("\"RelayDenyList\"=hex(7):31,00,30,00,2e,00,30,00,2e,00,30,00,2e,00,31,00,00,00,\\\n"
                             "  00,00 ; one host\n\"Other\"=hex(7):00,00\n\"RelayFlags\"=dword:1\n");
        RelayPolicy policy = policyOf(utf16(text));
        QCOMPARE(policy.deny.size(), 1U);
        policy.deny = {};
        QCOMPARE(rendered(policy, utf16(text)),
                 version5 + section
                     + QStringLiteral("\"RelayDenyList\"=hex(7):00,00 ; one host\n\"Other\"=hex(7):00,00\n"
                                      "\"RelayFlags\"=dword:1\n"));
    }

    void theEncodingAndTheHeaderStay()
    {
        RelayPolicy policy{.flags = 1};
        policy.deny.append(host(0x01020304));
        const QString ansiData = QStringLiteral("\"RelayFlags\"=dword:00000001\n"
                                                "\"RelayDenyList\"=hex(7):31,2e,32,2e,33,2e,34,00,00\n");
        const QString wideData = QStringLiteral("\"RelayFlags\"=dword:00000001\n\"RelayDenyList\"=hex(7):"
                                                "31,00,2e,00,32,00,2e,00,33,00,2e,00,34,00,00,00,00,00\n");
        QCOMPARE(renderReg(policy, ansi(regedit4 + section), {}).value().bytes, ansi(regedit4 + section + ansiData));
        QCOMPARE(renderReg(policy, ansi(version5 + section), {}).value().bytes, ansi(version5 + section + wideData));
        QCOMPARE(renderReg(policy, utf16(regedit4 + section), {}).value().bytes, utf16(regedit4 + section + ansiData));
        const std::string unixFile = QString{version5 + section}.toStdString();
        QCOMPARE(renderReg(policy, unixFile, {}).value().bytes, QString{version5 + section + wideData}.toStdString());
    }

    void listsAreStoredAsTheFileIsRead()
    {
        RelayPolicy policy{.flags = 1};
        policy.deny.append(host(0x01020304));
        const QString flags = QStringLiteral("\"RelayFlags\"=dword:00000001\n\"RelayDenyList\"=hex(7):");
        const QString ansiData = flags + QStringLiteral("31,2e,32,2e,33,2e,34,00,00\n");
        const QString wideData = flags + QStringLiteral("31,00,2e,00,32,00,2e,00,33,00,2e,00,34,00,00,00,00,00\n");
        const ParseOptions byEncoding{.regReading = RegReading::ByEncoding};
        const auto written = [&](const std::string &original) {
            const Format &format = *formatById("reg");
            return renderChecked(format, policy, {&format, original}, byEncoding).value().bytes;
        };
        QCOMPARE(written(ansi(version5 + section)), ansi(version5 + section + ansiData));
        QCOMPARE(written(utf16(regedit4 + section)), utf16(regedit4 + section + wideData));
        QCOMPARE(written(ansi(regedit4 + section)), ansi(regedit4 + section + ansiData));
        QCOMPARE(written(utf16(version5 + section)), utf16(version5 + section + wideData));
        QCOMPARE(written({}), renderReg(policy, {}, {}).value().bytes);
    }

    void commentsInsideTheDataStandAboveIt()
    {
        const QString text = regedit4 + section
            + QStringLiteral("\"RelayDenyList\"=hex(7):31,2e,32,\\ ; first\n# second\n\n  2e,33,2e,34,00,00 ; third\n");
        RelayPolicy policy = policyOf(ansi(text));
        policy.deny = {};
        QCOMPARE(rendered(policy, ansi(text)),
                 regedit4 + section + QStringLiteral("; first\n# second\n\"RelayDenyList\"=hex(7):00 ; third\n"));
    }

    void theLastLineThatSetsAValueIsEdited()
    {
        const QString text = regedit4 + section + QStringLiteral("\"RelayFlags\"=dword:1\n\"RelayFlags\"=-\n\n")
            + section + QStringLiteral("\"RelayFlags\"=dword:3\n\"RelayDenyList\"=hex(7):00\n\"RelayDenyList\"=-\n");
        RelayPolicy policy = policyOf(ansi(text));
        policy.flags = 4;
        policy.deny.append(host(1));
        QCOMPARE(rendered(policy, ansi(text)),
                 QString{text}
                     .replace(QStringLiteral("dword:3"), QStringLiteral("dword:00000004"))
                     .replace(QStringLiteral("List\"=-"), QStringLiteral("List\"=hex(7):30,2e,30,2e,30,2e,31,00,00")));
    }

    void aMissingValueIsAddedToItsSection()
    {
        const QString head = regedit4 + section + QStringLiteral("\"RootDir\"=\"C:\\\\imc\"\n");
        const QString tail = QStringLiteral("; the end of the section\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\n");
        RelayPolicy policy = policyOf(ansi(head + tail));
        policy.flags = 8;
        QCOMPARE(rendered(policy, ansi(head + tail)), head + QStringLiteral("\"RelayFlags\"=dword:00000008\n") + tail);
    }

    void aMissingSectionIsAddedAtTheEnd()
    {
        for (const QString &end : {QString{}, QStringLiteral("\n")}) {
            const QString head = version5 + QStringLiteral("[HKEY_LOCAL_MACHINE\\SOFTWARE\\Other]\n\"x\"=\"y\"");
            const std::string original = utf16(head + end);
            QCOMPARE(rendered({.flags = 8}, original),
                     head + QStringLiteral("\n\n") + section
                         + QStringLiteral("\"RelayFlags\"=dword:00000008\n\"RelayDenyList\"=hex(7):00,00\n"
                                          "\"RelayAllowList\"=hex(7):00,00\n\"RelayLocalIPList\"=hex(7):00,00\n\n"));
            QCOMPARE(policyOf(renderReg({.flags = 8}, original, {}).value().bytes).flags.value(), 8U);
        }
    }

    void theLastLineGetsItsEndBeforeAnotherFollows()
    {
        const QString text = regedit4 + section + QStringLiteral("\"RelayFlags\"=dword:00000001");
        RelayPolicy policy = policyOf(ansi(text));
        policy.deny.append(host(1));
        QCOMPARE(rendered(policy, ansi(text)),
                 text + QStringLiteral("\n\"RelayDenyList\"=hex(7):30,2e,30,2e,30,2e,31,00,00\n"));
    }

    void anEditedFileSaysServices()
    {
        const QString wrong = QString{section}.replace(QStringLiteral("Services"), QStringLiteral("SERVICE"));
        const QString text = regedit4 + wrong + QStringLiteral("\"RelayFlags\"=dword:1\n\n") + wrong;
        RelayPolicy policy = policyOf(ansi(text));
        QCOMPARE(rendered(policy, ansi(text)), text);
        policy.flags = 2;
        QCOMPARE(rendered(policy, ansi(text)),
                 QString{text}
                     .replace(QStringLiteral("SERVICE"), QStringLiteral("SERVICEs"))
                     .replace(QStringLiteral("dword:1"), QStringLiteral("dword:00000002")));
    }

    void ofBothKeysTheRightOneIsEdited()
    {
        const QString wrong = QString{section}.replace(QStringLiteral("Services"), QStringLiteral("Service"));
        const QString text = regedit4 + wrong + QStringLiteral("\"RelayFlags\"=dword:1\n\n") + section
            + QStringLiteral("\"RelayFlags\"=dword:2\n");
        RelayPolicy policy = policyOf(ansi(text));
        policy.flags = 3;
        QCOMPARE(rendered(policy, ansi(text)),
                 QString{text}.replace(QStringLiteral("dword:2"), QStringLiteral("dword:00000003")));
    }

    void aDeletedKeyIsSetAnewBehindItsDeletion()
    {
        const QString text = regedit4 + section + QStringLiteral("\"RelayFlags\"=dword:1\n\n[-") + section.mid(1);
        RelayPolicy policy = policyOf(ansi(text));
        QVERIFY(!policy.flags);
        policy.flags = 3;
        QCOMPARE(rendered(policy, ansi(text)),
                 text + u'\n' + section
                     + QStringLiteral("\"RelayFlags\"=dword:00000003\n\"RelayDenyList\"=hex(7):00\n"
                                      "\"RelayAllowList\"=hex(7):00\n\"RelayLocalIPList\"=hex(7):00\n\n"));
    }

    void aValueOfAnotherTypeStaysUntilItIsEdited()
    {
        const QString text = regedit4 + section
            + QStringLiteral("\"RelayFlags\"=\"2\"\n\"RelayDenyList\"=\"10.0.0.1\"\n\"RelayAllowList\"=hex:00\n");
        RelayPolicy policy = policyOf(ansi(text));
        policy.flags = 2;
        policy.deny.append(host(1));
        QCOMPARE(rendered(policy, ansi(text)),
                 QString{text}
                     .replace(QStringLiteral("\"2\""), QStringLiteral("dword:00000002"))
                     .replace(QStringLiteral("\"10.0.0.1\""), QStringLiteral("hex(7):30,2e,30,2e,30,2e,31,00,00")));
    }

    void whatHidesBehindAnEmptyStringGoesWithAnEdit()
    {
        const QString text = regedit4 + section + QStringLiteral("\"RelayDenyList\"=hex(7):31,00,00,32,00,00\n");
        RelayPolicy policy = policyOf(ansi(text));
        QCOMPARE(rendered(policy, ansi(text)), text);
        policy.deny.append(host(1));
        const RenderedPolicy result = renderReg(policy, ansi(text), {}).value();
        const std::vector<Loss> losses{{LossCode::ForeignContent, RowPlace{ListKind::Deny, 0}, "2"}};
        QCOMPARE(result.losses, losses);
        QVERIFY(policyOf(result.bytes) == policy);
    }

    void oldRowsKeepTheirSpelling()
    {
        // Upper-case IPv6, half a surrogate pair, and rows no one can read: none is for us to change.
        const auto string = [](QStringView text) {
            QString hex;
            for (const QChar c : text)
                hex += QStringLiteral("%1,%2,")
                           .arg(c.cell(), 2, 16, QLatin1Char('0'))
                           .arg(c.row(), 2, 16, QLatin1Char('0'));
            return QString{hex + QStringLiteral("00,00,")};
        };
        const QString rows =
            string(u"2001:DB8::") + string(QString{QString{QChar{0xD83D}} + u'x'}) + string(u"10.0.0.300");
        const QString text =
            version5 + section + QStringLiteral("\"RelayDenyList\"=hex(7):") + rows + QStringLiteral("00,00\n");
        RelayPolicy policy = policyOf(utf16(text));
        QCOMPARE(policy.deny.size(), 3U);
        policy.deny.append(host(1));
        const RenderedPolicy result = renderReg(policy, utf16(text), {}).value();
        QCOMPARE(result.losses.size(), 0U);
        const QString written = readable(result.bytes).remove(QStringLiteral("\\\n  "));
        QVERIFY(written.contains(rows + string(u"0.0.0.1") + QStringLiteral("00,00\n")));
    }

    void lossesAreNamed()
    {
        RelayPolicy policy{.flags = 15};
        policy.deny = RuleList{RuleRow{host(1), false, "guest"}, RuleRow{host(2), true, "printer"}};
        policy.allow =
            RuleList{RuleRow{Rule::host(Address::v6(0, 1))}, RuleRow{RuleText{"10.0.0.300", {}, MaskForm::LeftOut}},
                     RuleRow{RuleText{{}, {}, MaskForm::LeftOut}},
                     RuleRow{RuleText{"10.0.0.0;255.0.0.0", {}, MaskForm::LeftOut}},
                     RuleRow{RuleText{std::string{"1\0", 2}, {}, MaskForm::LeftOut}}};
        policy.expectations = {{.client = host(3)}};
        const RenderedPolicy result = renderReg(policy, {}, {}).value();
        const std::vector<Loss> losses{
            {LossCode::Expectation, {}, "0.0.0.3"},
            {LossCode::DisabledRow, RowPlace{ListKind::Deny, 0}, "0.0.0.1"},
            {LossCode::Comment, RowPlace{ListKind::Deny, 1}, "printer"},
            {LossCode::IPv6Row, RowPlace{ListKind::Allow, 0}, "::1"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 2}, ""},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 3}, "10.0.0.0;255.0.0.0"},
            {LossCode::InvalidRow, RowPlace{ListKind::Allow, 4}, std::string{"1\0", 2}},
        };
        QCOMPARE(result.losses, losses);
        RelayPolicy left{.flags = 15};
        left.deny.append(host(2));
        left.allow = RuleList{RuleRow{RuleText{"10.0.0.300", {}, MaskForm::LeftOut}}};
        QVERIFY(policyOf(result.bytes) == left);
    }

    void ansiCannotHoldEveryLetter()
    {
        RelayPolicy policy;
        policy.deny = RuleList{RuleRow{RuleText{"\xE2\x82\xAC", {}, MaskForm::LeftOut}},
                               RuleRow{RuleText{"\xE6\xBC\xA2", {}, MaskForm::LeftOut}}};
        const RenderedPolicy result = renderReg(policy, ansi(regedit4), {}).value();
        const std::vector<Loss> losses{{LossCode::InvalidRow, RowPlace{ListKind::Deny, 1}, "\xE6\xBC\xA2"}};
        QCOMPARE(result.losses, losses);
        QVERIFY(readable(result.bytes).contains(QStringLiteral("=hex(7):80,00,00\n")));
    }

    void whatIsWrittenIsReadBack()
    {
        std::mt19937 random{4};
        for (int i = 0; i < 200; ++i) {
            const RelayPolicy policy = randomPolicy(random, 30);
            std::string bytes = renderReg(policy, {}, {}).value().bytes;
            QVERIFY(policyOf(bytes) == policy);
            for (const QString &header : {version5, regedit4}) {
                const std::string other = renderReg(policy, ansi(header), {}).value().bytes;
                QVERIFY(policyOf(other) == policy);
            }
            RelayPolicy edited = policyOf(bytes);
            editRandomly(random, edited.deny);
            editRandomly(random, edited.allow);
            bytes = renderReg(edited, bytes, {}).value().bytes;
            QVERIFY(policyOf(bytes) == edited);
        }
    }

    void anEditOfOneListTouchesNoOtherLine()
    {
        std::mt19937 random{5};
        for (int i = 0; i < 100; ++i) {
            RelayPolicy policy = randomPolicy(random, 30);
            const std::string before = renderReg(policy, {}, {}).value().bytes;
            RelayPolicy edited = policyOf(before);
            editRandomly(random, edited.allow);
            const QString then = readable(before);
            const QString now = rendered(edited, before);
            const auto rest = [](const QString &text) -> QString {
                return text.section(QStringLiteral("\"RelayAllowList\""), 0, 0)
                    + text.mid(text.indexOf(QStringLiteral("\"RelayLocalIPList\"")));
            };
            QCOMPARE(rest(now), rest(then));
        }
    }

    void pieceBoundariesDoNotMatter()
    {
        std::mt19937 random{6};
        const RelayPolicy policy{.flags = 3, .deny = randomList(random, 400), .allow = randomList(random, 400)};
        const std::string bytes = renderReg(policy, {}, {}).value().bytes;
        for (int i = 0; i < 20; ++i) {
            std::size_t at = 0;
            const ByteSource source = [&] {
                const std::size_t size = std::min<std::size_t>(1 + random() % 500, bytes.size() - at);
                const std::span<const char> piece{bytes.data() + at, size};
                at += size;
                return piece;
            };
            QVERIFY(parseRegStream(source, {}).value().policy == policy);
        }
    }
};

QTEST_APPLESS_MAIN(RegWriterTest)
#include "tst_reg_writer.moc"
