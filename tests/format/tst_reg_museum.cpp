#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>

#include "backend/format/reg.h"
#include "model/policy/entry_text.h"

// Every data/reg/NAME.reg is a registry file with one peculiarity, its name; NAME.txt beside it pictures what is read.
// Where header and encoding disagree, NAME.encoding.txt pictures what is read by the encoding.
// RELAYTAB_APPROVE=1 writes the pictures anew, to be looked at before they are committed.

using namespace relaytab;

namespace {

const QString dataPath = QStringLiteral(RELAYTAB_SOURCE_DIR "/tests/format/data/reg/");

constexpr std::array readings{ParseOptions{.regReading = RegReading::ByHeader},
                              ParseOptions{.regReading = RegReading::ByEncoding}};

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

const char *nameOf(FormatErrorCode code)
{
    switch (code) {
    case FormatErrorCode::WrongEncoding: return "WrongEncoding";
    case FormatErrorCode::NoHeader: return "NoHeader";
    case FormatErrorCode::Syntax: return "Syntax";
    default: return "?";
    }
}

const char *nameOf(FormatNoteCode code)
{
    switch (code) {
    case FormatNoteCode::InvalidRow: return "InvalidRow";
    case FormatNoteCode::ServiceKey: return "ServiceKey";
    case FormatNoteCode::BothKeys: return "BothKeys";
    case FormatNoteCode::NoRelayKey: return "NoRelayKey";
    case FormatNoteCode::ControlSetKey: return "ControlSetKey";
    case FormatNoteCode::HeaderEncoding: return "HeaderEncoding";
    case FormatNoteCode::EncodingOverHeader: return "EncodingOverHeader";
    case FormatNoteCode::EmbeddedEmptyString: return "EmbeddedEmptyString";
    case FormatNoteCode::OddByteCount: return "OddByteCount";
    case FormatNoteCode::WrongValueType: return "WrongValueType";
    case FormatNoteCode::DeletedValue: return "DeletedValue";
    case FormatNoteCode::MissingNewline: return "MissingNewline";
    default: return "?";
    }
}

bool isMixed(const Expected<ParsedPolicy, FormatError> &read)
{
    return read && std::ranges::any_of(read->notes, [](const FormatNote &note) {
               return note.code == FormatNoteCode::HeaderEncoding || note.code == FormatNoteCode::EncodingOverHeader;
           });
}

void compareWithPicture(const QString &picture, const QString &suffix)
{
    const QString path = dataPath + QLatin1String(QTest::currentDataTag()) + suffix;
    if (qEnvironmentVariableIsSet("RELAYTAB_APPROVE")) {
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(picture.toUtf8());
    }
    QCOMPARE(picture, QString::fromUtf8(contentOf(path)));
}

QString picture(TextPlace place)
{
    return QStringLiteral("%1:%2").arg(place.line).arg(place.column);
}

QString picture(const Expected<ParsedPolicy, FormatError> &read)
{
    QStringList lines;
    if (!read) {
        const FormatError &error = read.error();
        lines += QStringLiteral("error %1 %2 '%3'")
                     .arg(picture(error.place), QLatin1String(nameOf(error.code)), QString::fromStdString(error.fact));
        if (!error.suggestion.empty())
            lines.last() += QStringLiteral(" -> '%1'").arg(QString::fromStdString(error.suggestion));
    } else {
        const RelayPolicy &policy = read->policy;
        lines += policy.flags ? QStringLiteral("flags %1").arg(*policy.flags) : QStringLiteral("flags absent");
        constexpr std::array<const char *, 3> names{"deny", "allow", "local"};
        for (const ListKind kind : allLists)
            for (const RuleList::RowView row : policy.list(kind))
                lines += QStringLiteral("%1 '%2'%3")
                             .arg(QLatin1String(names[static_cast<std::size_t>(kind)]),
                                  QString::fromStdString(registryText(row.entry())),
                                  row.rule() ? QString{} : QStringLiteral(" is no rule"));
        for (const FormatNote &note : read->notes) {
            lines += QStringLiteral("note %1 %2").arg(picture(note.place), QLatin1String(nameOf(note.code)));
            if (!note.fact.empty())
                lines.last() += QStringLiteral(" '%1'").arg(QString::fromStdString(note.fact));
            if (note.row)
                lines.last() += QStringLiteral(" %1:%2")
                                    .arg(QLatin1String(names[static_cast<std::size_t>(note.row->list)]))
                                    .arg(note.row->row + 1);
        }
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace

class RegMuseumTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void file_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QStringList files = QDir{dataPath}.entryList({QStringLiteral("*.reg")});
        QVERIFY(files.size() > 100);
        for (const QString &file : files)
            QTest::newRow(qPrintable(file.chopped(4))) << contentOf(dataPath + file);
    }
    void file()
    {
        QFETCH(QByteArray, bytes);
        const auto read = parseReg(view(bytes), {});
        compareWithPicture(picture(read), QStringLiteral(".txt"));
        QCOMPARE(QByteArray{QTest::currentDataTag()}.startsWith("bad-"), !read.has_value());
        const auto byEncoding = parseReg(view(bytes), readings[1]);
        QCOMPARE(isMixed(byEncoding), isMixed(read));
        if (isMixed(read))
            compareWithPicture(picture(byEncoding), QStringLiteral(".encoding.txt"));
        else
            QCOMPARE(picture(byEncoding), picture(read));

        // In pieces of any size the file reads the same.
        for (const std::size_t size : {1U, 2U, 3U, 7U, 64U}) {
            for (const ParseOptions &reading : readings) {
                std::size_t at = 0;
                const ByteSource source = [&] {
                    const auto piece = view(bytes).substr(at, size);
                    at += piece.size();
                    return std::span<const char>{piece.data(), piece.size()};
                };
                QCOMPARE(picture(parseRegStream(source, reading)),
                         picture(reading.regReading == RegReading::ByHeader ? read : byEncoding));
            }
        }
    }

    void untouchedIsIdentical_data() { file_data(); }
    void untouchedIsIdentical()
    {
        QFETCH(QByteArray, bytes);
        for (const ParseOptions &reading : readings) {
            const auto read = parseReg(view(bytes), reading);
            if (!read) {
                QVERIFY(bytes.isEmpty() || renderReg({}, view(bytes), reading).error() == read.error());
                return;
            }
            const RenderedPolicy written = renderReg(read->policy, view(bytes), reading).value();
            QCOMPARE(QByteArray::fromStdString(written.bytes), bytes);
            QCOMPARE(written.losses.size(), 0U);
        }
    }

    void anEditKeepsTheRest_data() { file_data(); }
    void anEditKeepsTheRest()
    {
        QFETCH(QByteArray, bytes);
        for (const ParseOptions &reading : readings) {
            const auto read = parseReg(view(bytes), reading);
            if (!read)
                return;
            RelayPolicy edited = read->policy;
            edited.flags = edited.flags.value_or(0) ^ 15U;
            edited.deny.append(Rule::host(Address::v4(0x0A141E28)));
            edited.local.append(Rule{Address::v4(0x0A000000), Mask::v4(0xFF00FF00), MaskForm::Written});
            const RenderedPolicy written = renderReg(edited, view(bytes), reading).value();
            const auto again = parseReg(written.bytes, reading);
            QVERIFY(again);
            QVERIFY(again->policy == edited);
            QCOMPARE(isMixed(again), isMixed(read));

            // And back: what the values said before stands there again, and nothing else was touched on the way.
            RelayPolicy back = again->policy;
            back.flags = read->policy.flags;
            back.deny = read->policy.deny;
            back.local = read->policy.local;
            const auto restored = parseReg(renderReg(back, written.bytes, reading).value().bytes, reading);
            QVERIFY(restored);
            QVERIFY(restored->policy == read->policy);
        }
    }
};

QTEST_APPLESS_MAIN(RegMuseumTest)
#include "tst_reg_museum.moc"
