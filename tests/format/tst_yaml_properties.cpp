#include <QTest>

#include <algorithm>
#include <random>

#include "backend/format/yaml.h"
#include "backend/format/yaml_events.h"
#include "backend/format/yaml_lines.h"
#include "tests/format/error_text.h"
#include "tests/format/hostile_yaml.h"
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

} // namespace

class YamlPropertiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void untouchedIsIdentical();
    void editsSayWhatTheyShall();
    void editsKeepWhatIsNotTheirs();
    void newFilesSayAll();
    void bothReadersAgree();
};

void YamlPropertiesTest::untouchedIsIdentical()
{
    std::mt19937 random{1};
    HostileYaml hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        const std::string text = hostile.document();
        const auto parsed = parseYaml(text, {});
        if (!(parsed))
            QFAIL(story(i, text, {}, parsed).c_str());
        const auto rendered = renderYaml(parsed->policy, text, {});
        QVERIFY(rendered);
        if (!(rendered->bytes == text))
            QFAIL(story(i, text, rendered->bytes, parsed).c_str());
    }
}

/// Whatever is done, in several rounds: the file says exactly the policy.
void YamlPropertiesTest::editsSayWhatTheyShall()
{
    std::mt19937 random{2};
    HostileYaml hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        std::string text = hostile.document();
        auto parsed = parseYaml(text, {});
        QVERIFY(parsed);
        for (int round = 0; round < 3; ++round) {
            RelayPolicy policy = parsed->policy;
            Edits{random, Script::Any}.run(policy);
            const auto rendered = renderYaml(policy, text, {});
            QVERIFY2(rendered, rendered ? "" : qPrintable(errorText(rendered.error())));
            parsed = parseYaml(rendered->bytes, {});
            if (!(parsed && parsed->policy == policy))
                QFAIL(story(i, text, rendered->bytes, parsed).c_str());
            text = rendered->bytes;
        }
    }
}

/// Rows added, moved and changed: every comment and every own key is there once.
void YamlPropertiesTest::editsKeepWhatIsNotTheirs()
{
    std::mt19937 random{3};
    HostileYaml hostile{random};
    for (unsigned i = 0; i < documents; ++i) {
        const std::string text = hostile.document();
        const auto parsed = parseYaml(text, {});
        QVERIFY(parsed);
        RelayPolicy policy = parsed->policy;
        Edits{random, Script::KeepsAll}.run(policy);
        const auto rendered = renderYaml(policy, text, {});
        QVERIFY(rendered);
        const auto again = parseYaml(rendered->bytes, {});
        if (!(again && again->policy == policy))
            QFAIL(story(i, text, rendered->bytes, again).c_str());
        for (int mark = 1; mark <= hostile.marks(); ++mark) {
            const std::string needle = 'm' + std::to_string(mark) + '.';
            const std::size_t at = rendered->bytes.find(needle);
            if (!(at != std::string::npos && rendered->bytes.find(needle, at + 1) == std::string::npos))
                QFAIL((needle + story(i, text, rendered->bytes, again)).c_str());
        }
    }
}

void YamlPropertiesTest::newFilesSayAll()
{
    std::mt19937 random{4};
    for (unsigned i = 0; i < documents; ++i) {
        RelayPolicy policy;
        for (int round = 0; round < 4; ++round)
            Edits{random, Script::Any}.run(policy);
        const auto rendered = renderYaml(policy, {}, {});
        QVERIFY(rendered);
        const auto parsed = parseYaml(rendered->bytes, {});
        if (!(parsed && parsed->policy == policy))
            QFAIL(story(i, {}, rendered->bytes, parsed).c_str());
    }
}

/// What is read line by line is what libyaml makes of it, places included; and that is most files that are neat.
void YamlPropertiesTest::bothReadersAgree()
{
    std::mt19937 random{5};
    HostileYaml hostile{random};
    static constexpr std::string_view signs = " \n\n\"'#:-,[]{}1a.\\|?\r\t";
    unsigned byLine = 0;
    for (unsigned i = 0; i < 10 * documents; ++i) {
        std::string text;
        if (i % 8 == 0) {
            text = hostile.document();
        } else {
            RelayPolicy policy;
            for (std::size_t round = random() % 4; round > 0; --round)
                Edits{random, Script::Any}.run(policy);
            text = renderYaml(policy, {}, {}).value().bytes;
            for (std::size_t changes = random() % 4; changes > 0; --changes) {
                const std::size_t at = random() % (text.size() + 1);
                const std::size_t count = random() % 3;
                text.replace(at, std::min(count, text.size() - at),
                             std::string{signs.substr(random() % signs.size(), random() % 3)});
            }
        }
        if (!checkYamlText(text))
            continue;
        const auto lines = readYamlLines(text, WithLayout::Yes);
        if (!lines)
            continue;
        ++byLine;
        const auto events = readYaml(text, WithLayout::Yes);
        if (!events)
            QFAIL((text + errorText(events.error()).toStdString()).c_str());
        if (events->parsed.policy != lines->parsed.policy || events->parsed.notes != lines->parsed.notes
            || events->layout != lines->layout)
            QFAIL(text.c_str());
    }
    QVERIFY2(byLine > documents * 2, std::to_string(byLine).c_str());
}

QTEST_APPLESS_MAIN(YamlPropertiesTest)
#include "tst_yaml_properties.moc"
