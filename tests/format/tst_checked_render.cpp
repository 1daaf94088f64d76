#include <QTest>

#include <algorithm>

#include "backend/format/format.h"
#include "tests/format/random_edits.h"

using namespace relaytab;
using namespace relaytab::testing;

Q_DECLARE_METATYPE(decltype(Format::render))
Q_DECLARE_METATYPE(const Format *)
Q_DECLARE_METATYPE(RuleText)

namespace {

const RuleRow first{Rule::host(Address::v4(0x0A000001)), true, "one"};
const RuleRow second{Rule::host(Address::v4(0x0A000002)), false, ""};
const RuleRow third{Rule::host(Address::v4(0x0A000003)), true, ""};

RelayPolicy threeRows()
{
    RelayPolicy policy{.flags = 3};
    policy.allow = RuleList{first, second, third};
    return policy;
}

// Formats that go wrong in one way. Each writes YAML, so that reading works.

Expected<RenderedPolicy, FormatError> writtenAs(const RelayPolicy &policy, std::vector<Loss> losses = {})
{
    auto rendered = formatById("yaml")->render(policy, {}, {});
    rendered->losses = std::move(losses);
    return rendered;
}

Expected<RenderedPolicy, FormatError> dropsARow(const RelayPolicy &policy, std::string_view, const ParseOptions &)
{
    RelayPolicy fewer = policy;
    fewer.allow.splice(1, 1, {});
    return writtenAs(fewer);
}

Expected<RenderedPolicy, FormatError> namesAnotherRow(const RelayPolicy &policy, std::string_view, const ParseOptions &)
{
    RelayPolicy fewer = policy;
    fewer.allow.splice(1, 1, {});
    return writtenAs(fewer, {{.code = LossCode::DisabledRow, .row = RowPlace{ListKind::Allow, 2}}});
}

Expected<RenderedPolicy, FormatError> namesWhatItLoses(const RelayPolicy &policy, std::string_view,
                                                       const ParseOptions &)
{
    RelayPolicy fewer = policy;
    RuleRow bare = policy.allow.row(0);
    bare.comment.clear();
    fewer.allow.set(0, bare);
    fewer.allow.splice(1, 1, {});
    return writtenAs(fewer,
                     {{.code = LossCode::DisabledRow, .row = RowPlace{ListKind::Allow, 1}},
                      {.code = LossCode::Comment, .row = RowPlace{ListKind::Allow, 0}}});
}

Expected<RenderedPolicy, FormatError> losesMoreThanItNames(const RelayPolicy &policy, std::string_view,
                                                           const ParseOptions &)
{
    RelayPolicy fewer = policy;
    fewer.allow.splice(1, 2, {});
    return writtenAs(fewer, {{.code = LossCode::DisabledRow, .row = RowPlace{ListKind::Allow, 1}}});
}

Expected<RenderedPolicy, FormatError> changesFlags(const RelayPolicy &policy, std::string_view, const ParseOptions &)
{
    RelayPolicy other = policy;
    other.flags = 0;
    return writtenAs(other);
}

Expected<RenderedPolicy, FormatError> writesNonsense(const RelayPolicy &, std::string_view, const ParseOptions &)
{
    return RenderedPolicy{"relaytab: [", {}};
}

Expected<RenderedPolicy, FormatError> onlyPatchesWrongly(const RelayPolicy &policy, std::string_view original,
                                                         const ParseOptions &options)
{
    return original.empty() ? writtenAs(policy) : dropsARow(policy, original, options);
}

Expected<RenderedPolicy, FormatError> cannotWrite(const RelayPolicy &, std::string_view, const ParseOptions &)
{
    return Unexpected<FormatError>{{.code = FormatErrorCode::CannotHold, .fact = "it"}};
}

Format writtenBy(decltype(Format::render) render)
{
    Format format = *formatById("yaml");
    format.render = render;
    return format;
}

} // namespace

class CheckedRenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongWriterIsFound_data()
    {
        QTest::addColumn<decltype(Format::render)>("render");
        QTest::addColumn<QByteArray>("fact");
        QTest::newRow("drops a row") << &dropsARow << QByteArray("10.0.0.2");
        QTest::newRow("names another row as lost") << &namesAnotherRow << QByteArray("10.0.0.2");
        QTest::newRow("loses more than it names") << &losesMoreThanItNames << QByteArray("10.0.0.3");
        QTest::newRow("changes the flags") << &changesFlags << QByteArray();
        QTest::newRow("writes what it cannot read") << &writesNonsense << QByteArray();
    }
    void aWrongWriterIsFound()
    {
        QFETCH(decltype(Format::render), render);
        for (const char *original : {"", "relaytab: 1\n"}) {
            const auto checked = renderChecked(writtenBy(render), threeRows(), {formatById("yaml"), original}, {});
            QVERIFY(!checked);
            QCOMPARE(checked.error().code, FormatErrorCode::NotReadBack);
            QFETCH(QByteArray, fact);
            if (render != &writesNonsense)
                QCOMPARE(QByteArray::fromStdString(checked.error().fact), fact);
        }
    }

    void whatIsNamedMayBeMissing()
    {
        const auto checked = renderChecked(writtenBy(&namesWhatItLoses), threeRows(), {}, {});
        QVERIFY(checked);
        QCOMPARE(checked->losses.size(), 2U);
        QVERIFY((checked->readBack.allow == RuleList{RuleRow{first.entry}, third}));
    }

    void aFileThatCannotBePatchedIsWrittenAnew()
    {
        const auto checked = renderChecked(writtenBy(&onlyPatchesWrongly), threeRows(),
                                           {formatById("yaml"), "# mine\nrelaytab: 1\n"}, {});
        QVERIFY(checked);
        QCOMPARE(checked->losses, std::vector<Loss>{{.code = LossCode::ForeignContent}});
        QVERIFY(checked->readBack == threeRows());
    }

    void theWritersOwnErrorsAreKept()
    {
        const auto checked =
            renderChecked(writtenBy(&cannotWrite), threeRows(), {formatById("yaml"), "relaytab: 1\n"}, {});
        QCOMPARE(checked.error(), (FormatError{.code = FormatErrorCode::CannotHold, .fact = "it"}));
    }

    void textThatWouldBeARuleElsewhere_data()
    {
        QTest::addColumn<RuleText>("text");
        const auto row = [](const char *name, RuleText text) { QTest::newRow(name) << std::move(text); };
        row("an address", {"10.0.0.0", {}, MaskForm::LeftOut}); // INI: 10+002E0.0.0
        row("net and mask", {"10.0.0.0", "255.0.0.0", MaskForm::Written}); // INI: an escape in either
        row("net and /n", {"10.0.0.0", "/8", MaskForm::Written}); // registry: 10.0.0.0;/8
        row("net and n", {"10.0.0.0", "8", MaskForm::Written}); // YAML: mask: 8
        row("all in the net", {"10.0.0.0/8", {}, MaskForm::LeftOut}); // YAML: net: 10.0.0.0/8
        row("with a comment", {"10.0.0.0 # x", {}, MaskForm::LeftOut});
    }
    /// A row that is kept as text and would be a rule in another format is text there, too, or named as lost.
    void textThatWouldBeARuleElsewhere()
    {
        QFETCH(RuleText, text);
        RelayPolicy policy = threeRows();
        policy.expectations.clear();
        policy.allow = RuleList{RuleRow{text}, RuleRow{Rule::host(Address::v4(0x0A000001))}};
        policy.flags = 2;
        for (const Format &format : formats()) {
            const auto checked = renderChecked(format, policy, {}, {});
            QVERIFY2(checked, std::string{format.id}.c_str());
            const bool lost = std::ranges::any_of(checked->losses,
                                                  [](const Loss &loss) { return loss.code == LossCode::InvalidRow; });
            QCOMPARE(checked->readBack.allow.size(), lost ? 1U : 2U);
            if (!lost)
                QVERIFY(checked->readBack.allow.row(0).entry == RuleEntry{text});
        }
    }

    void everyFormatNamesAllItLoses_data()
    {
        QTest::addColumn<const Format *>("format");
        for (const Format &format : formats())
            QTest::newRow(std::string{format.id}.c_str()) << &format;
    }
    /// Policies with everything that formats find hard to hold, new and as edits of a file.
    void everyFormatNamesAllItLoses()
    {
        QFETCH(const Format *, format);
        std::mt19937 random(23);
        RelayPolicy policy;
        std::string original;
        for (int i = 0; i < 1000; ++i) {
            if (i % 50 == 0) {
                policy = {};
                original.clear();
            }
            Edits(random, Script::Any).run(policy);
            const ParseOptions options{.list = allLists[random() % 3]};
            auto checked = renderChecked(*format, policy, {format, original}, options);
            QVERIFY2(checked, checked ? "" : checked.error().fact.c_str());
            QCOMPARE(format->parse(checked->bytes, options)->policy, checked->readBack);
            if (checked->losses.empty())
                QVERIFY(checked->readBack == policy);
            if (i % 7 == 0) { // go on from the file
                original = checked->bytes;
                policy = format->parse(original, options)->policy;
            }
        }
    }
};

QTEST_APPLESS_MAIN(CheckedRenderTest)
#include "tst_checked_render.moc"
