#include <QTest>

#include "backend/format/reg.h"
#include "tests/format/random_policy.h"

// Large lists are read in blocks of lines. In pieces smaller than a block they are read byte by byte instead: both ways
// must come to the same rows, notes and errors, whatever stands in the lines.

using namespace relaytab;
using namespace relaytab::testing;

namespace {

Expected<ParsedPolicy, FormatError> readInPieces(const std::string &bytes, std::size_t size)
{
    std::size_t at = 0;
    return parseRegStream(
        [&] {
            const std::span<const char> piece{bytes.data() + at, std::min(size, bytes.size() - at)};
            at += piece.size();
            return piece;
        },
        {});
}

bool sameOutcome(const Expected<ParsedPolicy, FormatError> &a, const Expected<ParsedPolicy, FormatError> &b)
{
    if (!a || !b)
        return !a && !b && a.error() == b.error();
    return a->policy == b->policy && a->notes == b->notes;
}

/// Rules with some rows among them that are none: long, empty of sense, not ASCII.
RuleList oddList(std::mt19937 &random, std::size_t rows)
{
    RuleList list;
    for (std::size_t i = 0; i < rows; ++i) {
        switch (random() % 12) {
        case 0: list.append(RuleRow{RuleText{"10.0.0.300", {}, MaskForm::LeftOut}}); break;
        case 1: list.append(RuleRow{RuleText{std::string(random() % 150 + 1, 'x'), {}, MaskForm::LeftOut}}); break;
        case 2: list.append(RuleRow{RuleText{"b\xC3\xBCro", {}, MaskForm::LeftOut}}); break;
        case 3: list.append(RuleRow{RuleText{"10.0.0.1", "255.255.255.256", MaskForm::Written}}); break;
        default: list.append(randomRule(random));
        }
    }
    return list;
}

} // namespace

class RegBlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blocksReadAsBytesDo_data()
    {
        QTest::addColumn<QByteArray>("original");
        QTest::newRow("UTF-16") << QByteArray{};
        QTest::newRow("8-bit") << QByteArray{"Windows Registry Editor Version 5.00\r\n"};
        QTest::newRow("REGEDIT4") << QByteArray{"REGEDIT4\r\n"};
    }
    void blocksReadAsBytesDo()
    {
        QFETCH(QByteArray, original);
        std::mt19937 random{10};
        for (int i = 0; i < 30; ++i) {
            const RelayPolicy policy{.flags = 3, .deny = oddList(random, 60), .allow = oddList(random, random() % 400)};
            const std::string bytes = renderReg(policy, original.toStdString(), {}).value().bytes;
            const auto whole = parseReg(bytes, {});
            QVERIFY(whole);
            QVERIFY(whole->policy == policy);
            QVERIFY(sameOutcome(whole, readInPieces(bytes, 100)));
            QVERIFY(sameOutcome(whole, readInPieces(bytes, 1000)));
            for (const ListKind kind : allLists)
                for (std::size_t row = 0; row < policy.list(kind).size(); ++row)
                    QCOMPARE(whole->policy.list(kind).origin(row), row + 1);
        }
    }

    void damagedBlocksReadAsBytesDo()
    {
        std::mt19937 random{11};
        const RelayPolicy policy{.flags = 3, .deny = oddList(random, 60)};
        const std::string bytes = renderReg(policy, {}, {}).value().bytes;
        int readable = 0;
        for (int i = 0; i < 1500; ++i) {
            std::string damaged = bytes;
            switch (random() % 5) {
            case 0: damaged[random() % bytes.size()] = static_cast<char>(random()); break;
            case 1: damaged[random() % bytes.size() & ~1ULL] = "0123456789abcdef,\\ ;\r\n"[random() % 22]; break;
            case 2: damaged.resize(random() % bytes.size()); break;
            case 3: damaged.erase(random() % bytes.size() & ~1ULL, 2 * (random() % 6)); break;
            default: {
                // A comment between two folded lines, where a block may end.
                const std::string fold{"\\\0\r\0\n\0 \0 \0", 10};
                const std::size_t at = damaged.find(fold, random() % bytes.size());
                if (at != std::string::npos)
                    damaged.insert(at + fold.size(), std::string{";\0x\0\r\0\n\0", 8});
            }
            }
            const auto whole = parseReg(damaged, {});
            readable += whole ? 1 : 0;
            QVERIFY(sameOutcome(whole, readInPieces(damaged, 100)));
        }
        QVERIFY(readable > 300 && readable < 1300);
    }

    void aListThatEndsInAFoldIsCutOff()
    {
        // Whatever the length of the list, the end of the file behind a fold is an error and not the end of the list.
        std::mt19937 random{12};
        const RelayPolicy policy{.flags = 3, .deny = randomList(random, 40)};
        const std::string bytes = renderReg(policy, {}, {}).value().bytes;
        const std::string fold{"\\\0\r\0\n\0 \0 \0", 10};
        int cuts = 0;
        for (std::size_t at = bytes.find(fold); at != std::string::npos; at = bytes.find(fold, at + 1)) {
            const auto cut = parseReg(bytes.substr(0, at + fold.size()), {});
            QVERIFY(!cut);
            QCOMPARE(cut.error().code, FormatErrorCode::Syntax);
            ++cuts;
        }
        QVERIFY(cuts > 50);
    }

    void anEmptyStringInABlockHidesTheRest()
    {
        RelayPolicy policy{.flags = 1, .deny = RuleList{RuleRow{RuleText{"x", {}, MaskForm::LeftOut}}}};
        for (std::uint32_t i = 0; i < 50; ++i) {
            policy.deny.splice(0, 0, RuleList{RuleRow{Rule::host(Address::v4(i))}});
            policy.deny.append(Rule::host(Address::v4(0x0A000000 + i)));
        }
        std::string bytes = renderReg(policy, {}, {}).value().bytes;
        QCOMPARE(parseReg(bytes, {})->policy.deny.size(), 101U);
        const std::size_t at = bytes.find(std::string{"7\0008\0", 4}); // the only 78 is the x
        QVERIFY(at != std::string::npos);
        bytes[at] = bytes[at + 2] = '0';
        const auto hidden = parseReg(bytes, {});
        QVERIFY(sameOutcome(hidden, readInPieces(bytes, 100)));
        QCOMPARE(hidden->policy.deny.size(), 50U);
        QCOMPARE(hidden->notes.front().code, FormatNoteCode::EmbeddedEmptyString);
        QVERIFY(hidden->notes.front().fact.starts_with("10.0.0.0, 10.0.0.1, "));
    }
};

QTEST_APPLESS_MAIN(RegBlocksTest)
#include "tst_reg_blocks.moc"
