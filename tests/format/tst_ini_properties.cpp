#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "backend/format/ini.h"
#include "tests/format/error_text.h"
#include "tests/format/hostile_ini.h"
#include "tests/format/random_edits.h"

using namespace relaytab;
using namespace relaytab::testing;

namespace {

constexpr unsigned documents = 2500;

/// What a failed case looked like.
std::string story(unsigned document, const std::string &before, const std::string &after,
                  const Expected<ParsedPolicy, FormatError> &parsed)
{
    std::string text = "document " + std::to_string(document) + '\n' + before + "\n===== became\n" + after + '\n';
    if (!parsed)
        text += errorText(parsed.error()).toStdString();
    for (std::size_t at = 0; (at = text.find('\r', at)) != std::string::npos; at += 2)
        text.replace(at, 1, "\\r");
    return text;
}

/// INI does not hold expectations.
RelayPolicy withoutExpectations(RelayPolicy policy)
{
    policy.expectations.clear();
    return policy;
}

} // namespace

class IniPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedIsIdentical();
    void editsSayWhatTheyShall();
    void editsKeepWhatIsNotTheirs();
    void newFilesSayAll();
    void newFilesAreReadAlike();
    void largeFilesChangeOnlyWhereTheyShall_data();
    void largeFilesChangeOnlyWhereTheyShall();
};

void IniPropertiesTest::untouchedIsIdentical()
{
    std::mt19937 random{1};
    HostileIni hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        const std::string text = hostile.document();
        const auto parsed = parseIni(text, {});
        if (!parsed)
            QFAIL(story(i, text, {}, parsed).c_str());
        const auto rendered = renderIni(parsed->policy, text, {});
        QVERIFY(rendered);
        if (rendered->bytes != text)
            QFAIL(story(i, text, rendered->bytes, parsed).c_str());
    }
}

/// Whatever is done, in several rounds: the file says exactly the policy.
void IniPropertiesTest::editsSayWhatTheyShall()
{
    std::mt19937 random{2};
    HostileIni hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        std::string text = hostile.document();
        auto parsed = parseIni(text, {});
        QVERIFY(parsed);
        for (int round = 0; round < 3; ++round) {
            RelayPolicy policy = parsed->policy;
            Edits{random, Script::Any}.run(policy);
            const auto rendered = renderIni(policy, text, {});
            QVERIFY2(rendered, rendered ? "" : qPrintable(errorText(rendered.error())));
            QCOMPARE(rendered->losses.size(), policy.expectations.size());
            parsed = parseIni(rendered->bytes, {});
            if (!parsed || parsed->policy != withoutExpectations(policy))
                QFAIL(story(i, text, rendered->bytes, parsed).c_str());
            text = rendered->bytes;
        }
    }
}

/// Rows added, moved and changed: every comment, own key and foreign line is there once.
void IniPropertiesTest::editsKeepWhatIsNotTheirs()
{
    std::mt19937 random{3};
    HostileIni hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        const std::string text = hostile.document();
        const auto parsed = parseIni(text, {});
        QVERIFY(parsed);
        RelayPolicy policy = parsed->policy;
        Edits{random, Script::KeepsAll}.run(policy);
        const auto rendered = renderIni(policy, text, {});
        QVERIFY(rendered);
        const auto again = parseIni(rendered->bytes, {});
        if (!again || again->policy != withoutExpectations(policy))
            QFAIL(story(i, text, rendered->bytes, again).c_str());
        for (int mark = 1; mark <= hostile.marks(); ++mark) {
            const std::string needle = 'm' + std::to_string(mark) + '.';
            const std::size_t at = rendered->bytes.find(needle);
            if (at == std::string::npos || rendered->bytes.find(needle, at + 1) != std::string::npos)
                QFAIL((needle + story(i, text, rendered->bytes, again)).c_str());
        }
    }
}

void IniPropertiesTest::newFilesSayAll()
{
    std::mt19937 random{4};
    for (unsigned i = 0; i < documents; ++i) {
        RelayPolicy policy;
        for (int round = 0; round < 4; ++round)
            Edits{random, Script::Any}.run(policy);
        const auto rendered = renderIni(policy, {}, {});
        QVERIFY(rendered);
        const auto parsed = parseIni(rendered->bytes, {});
        if (!parsed || parsed->policy != withoutExpectations(policy))
            QFAIL(story(i, {}, rendered->bytes, parsed).c_str());
        for (std::size_t begin = 0; begin < rendered->bytes.size();) {
            const std::size_t end = rendered->bytes.find('\n', begin);
            QVERIFY(end - begin < 200); // the longest line that all readers read
            begin = end + 1;
        }
    }
}

/// Qt's own reader, which cuts, splits and unquotes what it can, sees every value as it stands.
void IniPropertiesTest::newFilesAreReadAlike()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("policy.ini"));
    std::mt19937 random{5};
    for (unsigned i = 0; i < 100; ++i) {
        RelayPolicy policy;
        for (int round = 0; round < 6; ++round)
            Edits{random, Script::Any}.run(policy);
        const auto rendered = renderIni(policy, {}, {});
        QVERIFY(rendered);
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(rendered->bytes.data(), static_cast<qint64>(rendered->bytes.size())),
                 static_cast<qint64>(rendered->bytes.size()));
        file.close();
        const QSettings settings{path, QSettings::IniFormat};
        QString section;
        for (const QByteArray &line : QByteArray::fromStdString(rendered->bytes).split('\n')) {
            const QString text = QString::fromUtf8(line);
            if (text.startsWith(u'['))
                section = text.mid(1, text.size() - 2);
            if (const qsizetype equals = text.indexOf(u" = "); equals > 0)
                QCOMPARE(settings.value(section + u'/' + text.left(equals)).toString(), text.mid(equals + 3));
        }
    }
}

void IniPropertiesTest::largeFilesChangeOnlyWhereTheyShall_data()
{
    QTest::addColumn<int>("row");
    for (const int row : {-1, 0, 1023, 1024, 2048, 2999})
        QTest::addRow("row %d of 3000", row) << row;
}

/// A file as it is written anew is compared in pieces: a change in any of them must be seen.
void IniPropertiesTest::largeFilesChangeOnlyWhereTheyShall()
{
    QFETCH(int, row);
    RelayPolicy policy{.flags = 2};
    for (std::uint32_t i = 0; i < 3000; ++i)
        policy.allow.append(Rule{Address::v4(i << 8), Mask::prefix(Family::IPv4, 24)});
    const std::string text = renderIni(policy, {}, {})->bytes;
    RelayPolicy read = parseIni(text, {})->policy;
    QVERIFY(read == policy);
    if (row < 0) {
        QVERIFY(renderIni(read, text, {})->bytes == text);
        QVERIFY(renderIni(read, text + "; end\n", {})->bytes == text + "; end\n");
        return;
    }
    const auto index = static_cast<std::size_t>(row);
    read.allow.set(index, {Rule::host(Address::v4(1))});
    const std::string key = "rule" + std::to_string(row + 1) + " = ";
    const std::size_t value = text.find(key) + key.size();
    const std::string wanted = text.substr(0, value) + "0.0.0.1" + text.substr(text.find('\n', value));
    QVERIFY(renderIni(read, text, {})->bytes == wanted);
}

QTEST_APPLESS_MAIN(IniPropertiesTest)
#include "tst_ini_properties.moc"
