#include <QTest>

#include <set>

#include "backend/format/format.h"
#include "tests/format/random_policy.h"

using namespace relaytab;
using namespace relaytab::testing;

class FormatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableNamesEachFormatOnce()
    {
        std::set<std::string_view> ids;
        std::set<std::string_view> suffixes;
        for (const Format &format : formats()) {
            QVERIFY(ids.insert(format.id).second);
            QCOMPARE(formatById(format.id), &format);
            QVERIFY(format.parse != nullptr && format.render != nullptr);
            QVERIFY(!format.suffixes.empty());
            for (const std::string_view suffix : format.suffixes) {
                QVERIFY(suffix.starts_with('.'));
                QVERIFY(suffixes.insert(suffix).second);
                QCOMPARE(formatBySuffix("/etc/mail/relay" + std::string{suffix}), &format);
            }
        }
        QCOMPARE(formatById("exe"), nullptr);
    }

    void bySuffix_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("relay.reg") << QByteArray{"reg"};
        QTest::newRow("C:\\Export.REG") << QByteArray{"reg"};
        QTest::newRow("a.b.csv") << QByteArray{"csv"};
        QTest::newRow("block.list") << QByteArray{"list"};
        QTest::newRow("block.txt") << QByteArray{};
        QTest::newRow(".reg") << QByteArray{};
        QTest::newRow("reg") << QByteArray{};
        QTest::newRow("relay.reg.bak") << QByteArray{};
        QTest::newRow("-") << QByteArray{};
    }
    void bySuffix()
    {
        QFETCH(QByteArray, id);
        const Format *format = formatBySuffix(QTest::currentDataTag());
        QCOMPARE(format == nullptr ? QByteArray{} : QByteArray::fromStdString(std::string{format->id}), id);
    }

    void byContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("id");
        const auto row = [](const char *name, const QByteArray &bytes, const char *id) {
            QTest::newRow(name) << bytes << QByteArray{id};
        };
        row("UTF-16LE", QByteArray("\xFF\xFEW\0i\0", 6), "reg");
        row("UTF-16BE", QByteArray("\xFE\xFF\0W", 4), "reg");
        row("UTF-16 without mark", QByteArray("W\0i\0", 4), "reg");
        row("REGEDIT4", "REGEDIT4\r\n\r\n[HKEY_", "reg");
        row("version 5 in 8-bit", " Windows Registry Editor Version 5.00\n", "reg");
        row("a key without header", "[HKEY_LOCAL_MACHINE\\SYSTEM]\n", "reg");
        row("csv", "list,net,mask,enabled,comment\ndeny,", "csv");
        row("csv with mark and quotes", "\xEF\xBB\xBF\"list\",\"net\",\"mask\",\"enabled\",\"comment\"\r\n", "csv");
        row("entries", "10.0.0.0/8\n10.0.0.1\n", "list");
        row("entries behind comments", "# blocked\n\n  # more\n2001:db8::/32 # it\n", "list");
        row("one bad entry first", "10.0.0.300\n10.0.0.1\n", "list");
        row("a single address", "10.0.0.1", "list");
        row("nothing", "", "");
        row("only comments", "# nothing\n", "");
        row("prose", "Dear administrator,\nplease relay.\n", "");
        row("a picture", "\x89PNG\r\n\x1a\n", "");
    }
    void byContent()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, id);
        const Format *format = formatByContent({bytes.data(), static_cast<std::size_t>(bytes.size())});
        QCOMPARE(format == nullptr ? QByteArray{} : QByteArray::fromStdString(std::string{format->id}), id);
    }

    void whatIsWrittenIsRecognised()
    {
        std::mt19937 random{8};
        RelayPolicy policy{.flags = 2};
        policy.allow = randomList(random, 10);
        for (const Format &format : formats())
            QCOMPARE(formatByContent(format.render(policy, {}, {}).value().bytes), &format);
    }

    void whatAFormatCannotHoldIsALoss_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < formats().size(); ++i)
            QTest::newRow(std::string{formats()[i].id}.c_str()) << static_cast<int>(i);
    }
    void whatAFormatCannotHoldIsALoss()
    {
        QFETCH(int, index);
        const Format &format = formats()[static_cast<std::size_t>(index)];
        const Rule host = Rule::host(Address::v4(0x0A000001));
        const auto loses = [&](const RelayPolicy &policy) {
            const RenderedPolicy written = format.render(policy, {}, {}).value();
            const bool equal = format.parse(written.bytes, {}).value().policy == policy;
            return equal ? written.losses.empty() ? 0 : 1 : written.losses.empty() ? 2 : 3;
        };
        // Read back and no loss named, or not read back and a loss named: nothing in between.
        const auto check = [&](Capability capability, RelayPolicy policy) {
            policy.flags = capability == Capability::Flags ? 9
                : format.can(Capability::Flags)            ? std::optional{2U}
                : format.can(Capability::AllLists)         ? std::nullopt
                                                           : std::optional{2U};
            QCOMPARE(loses(policy), format.can(capability) ? 0 : 3);
        };
        check(Capability::Comments, {.allow = RuleList{RuleRow{host, true, "printer"}}});
        check(Capability::DisabledRows, {.allow = RuleList{RuleRow{host, false}}});
        check(Capability::Expectations, {.expectations = {{.client = host}}});
        check(Capability::IPv6, {.allow = RuleList{RuleRow{Rule::host(Address::v6(0, 1))}}});
        check(Capability::InvalidRows, {.allow = RuleList{RuleRow{RuleText{"10.0.0.300", {}, MaskForm::LeftOut}}}});
        check(Capability::Flags, {});
        check(Capability::AllLists, {.deny = RuleList{RuleRow{host}}});
    }

    void everyFormatKeepsARandomPolicy_data() { whatAFormatCannotHoldIsALoss_data(); }
    void everyFormatKeepsARandomPolicy()
    {
        QFETCH(int, index);
        const Format &format = formats()[static_cast<std::size_t>(index)];
        std::mt19937 random{9};
        for (int i = 0; i < 50; ++i) {
            RelayPolicy policy = randomPolicy(random, 12);
            if (!format.can(Capability::AllLists))
                policy.deny = policy.local = {};
            const ParseOptions options{.flags = format.can(Capability::Flags) ? std::nullopt : policy.flags};
            if (!format.can(Capability::AllLists) && !policy.flags)
                policy.flags = 2;
            const RenderedPolicy fresh = format.render(policy, {}, options).value();
            const RelayPolicy read = format.parse(fresh.bytes, options).value().policy;
            QVERIFY(read == policy);
            QVERIFY(fresh.losses.empty());
            QCOMPARE(format.render(read, fresh.bytes, options).value().bytes, fresh.bytes);
            QCOMPARE(format.render(policy, fresh.bytes, options).value().bytes, fresh.bytes);
        }
    }
};

QTEST_APPLESS_MAIN(FormatTest)
#include "tst_format.moc"
