#include <QtTest>

#include <random>

#include "model/analysis/nearest_miss.h"
#include "model/policy/entry_text.h"

using namespace relaytab;

namespace {

RuleList listOf(const QByteArrayList &entries)
{
    RuleList list;
    for (const QByteArray &text : entries) {
        const bool off = text.startsWith('!');
        list.append(RuleRow{.entry = parseRegistryEntry(text.mid(off ? 1 : 0).toStdString()), .enabled = !off});
    }
    return list;
}

/// "row 0, part 2 of 1: 3 & 255 instead of 2".
QByteArray picture(const std::optional<NearestMiss> &nearest)
{
    if (!nearest)
        return "none";
    const Miss &miss = nearest->miss;
    return "row " + QByteArray::number(qulonglong{nearest->row}) + ", " + QByteArray::number(miss.parts)
        + " differ, part " + QByteArray::number(miss.part) + ": " + QByteArray::number(miss.given) + " & "
        + QByteArray::number(miss.mask) + " instead of " + QByteArray::number(miss.wanted);
}

} // namespace

class TestNearestMiss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
    void amongManyAsOneByOne();
};

void TestNearestMiss::nearest_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArrayList>("rows");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *client, const QByteArrayList &rows, const char *expected) {
        QTest::newRow(name) << QByteArray(client) << rows << QByteArray(expected);
    };
    row("the scanner of floor 3", "10.20.3.77", {"127.0.0.1", "10.20.2.0;255.255.255.0"},
        "row 1, 1 differ, part 2: 3 & 255 instead of 2");
    row("empty list", "10.0.0.1", {}, "none");
    row("fewest parts", "10.1.2.3", {"10.9.9.3", "10.1.9.9", "10.1.2.9"},
        "row 2, 1 differ, part 3: 3 & 255 instead of 9");
    row("latest part", "10.1.2.3", {"99.1.2.3", "10.1.2.99"}, "row 1, 1 differ, part 3: 3 & 255 instead of 99");
    row("nearest number", "10.1.2.3", {"10.1.2.9", "10.1.2.1", "10.1.2.8"},
        "row 1, 1 differ, part 3: 3 & 255 instead of 1");
    row("first of equals", "10.1.2.3", {"10.1.2.2", "10.1.2.4"}, "row 0, 1 differ, part 3: 3 & 255 instead of 2");
    row("part of an octet", "10.1.2.77", {"10.1.2.32;255.255.255.224"},
        "row 0, 1 differ, part 3: 77 & 224 instead of 32");
    row("gaps", "10.1.2.4", {"10.0.2.1;255.0.255.1"}, "row 0, 1 differ, part 3: 4 & 1 instead of 1");
    row("what matches is no miss", "10.1.2.3", {"10.1.2.3", "10.1.2.7"},
        "row 1, 1 differ, part 3: 3 & 255 instead of 7");
    row("what cannot match is no help", "10.1.2.3", {"10.1.2.3;255.255.255.0", "10.1.0.0;255.255.255.0"},
        "row 1, 1 differ, part 2: 2 & 255 instead of 0");
    row("disabled, text and the other family", "10.1.2.3", {"!10.1.2.4", "10.1.2", "2001:db8::1", "9.9.9.9"},
        "row 3, 4 differ, part 0: 10 & 255 instead of 9");
    row("groups of IPv6", "2001:db8:0:7::1", {"2001:db8::;ffff:ffff:ffff:ffff::", "fe80::1"},
        "row 0, 1 differ, part 3: 7 & 65535 instead of 0");
}

void TestNearestMiss::nearest()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArrayList, rows);
    QTEST(picture(nearestMiss(listOf(rows), parseAddress(client.toStdString()).value())), "expected");
}

void TestNearestMiss::amongManyAsOneByOne()
{
    std::mt19937 random(12);
    const auto bits = [&random] { return static_cast<std::uint32_t>(random()); };
    for (int round = 0; round < 300; ++round) {
        // Few values an octet, so that many rows are near and some match.
        const std::uint32_t values = round % 3 == 0 ? 0x03030303U : round % 3 == 1 ? 0x000707FFU : ~0U;
        RuleList list;
        for (auto count = random() % 400; count > 0; --count) {
            Rule rule{Address::v4(bits() & values), Mask::v4(random() % 3 == 0 ? bits() | bits() : ~0U)};
            if (random() % 4 != 0)
                rule.net.bits &= rule.mask.bits;
            RuleRow row{.entry = rule, .enabled = random() % 8 != 0};
            if (random() % 16 == 0)
                row.entry = Rule::host(Address::v6(0, bits() & values));
            list.append(row);
        }
        const Address client = round % 7 == 0 ? Address::v6(0, bits() & values) : Address::v4(bits() & values);
        // By the words of the header.
        std::optional<NearestMiss> expected;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto rule = list.view(i).activeRule();
            const auto miss = rule ? missOf(*rule, client) : std::nullopt;
            if (!miss)
                continue;
            const auto away = [](const Miss &m) { return std::abs(int(m.given & m.mask) - int(m.wanted)); };
            const bool nearer = !expected || miss->parts < expected->miss.parts
                || (miss->parts == expected->miss.parts
                    && (miss->part > expected->miss.part
                        || (miss->part == expected->miss.part && away(*miss) < away(expected->miss))));
            if (nearer)
                expected = NearestMiss{i, *miss};
        }
        QCOMPARE(picture(nearestMiss(list, client)), picture(expected));
    }
}

QTEST_APPLESS_MAIN(TestNearestMiss)
#include "tst_nearest_miss.moc"
