#include "app/commands/policy_input.h"

#include <algorithm>

#include "app/commands/arguments.h"
#include "app/commands/words.h"
#include "model/wording/file_wording.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// More messages of one file than this are only counted.
constexpr int messagesShown = 20;

bool changesMeaning(FormatNoteCode code)
{
    switch (code) {
    case FormatNoteCode::ServiceKey:
    case FormatNoteCode::BothKeys:
    case FormatNoteCode::NoRelayKey:
    case FormatNoteCode::ControlSetKey:
    case FormatNoteCode::HeaderEncoding:
    case FormatNoteCode::EncodingOverHeader:
    case FormatNoteCode::EmbeddedEmptyString:
    case FormatNoteCode::OddByteCount:
    case FormatNoteCode::WrongValueType:
    case FormatNoteCode::DeletedValue: return true;
    case FormatNoteCode::InvalidRow:
    case FormatNoteCode::LongLine:
    case FormatNoteCode::CommentWithEquals:
    case FormatNoteCode::MissingNewline:
    case FormatNoteCode::ListHasOwnFlags: break;
    }
    return false;
}

QString placed(const QString &name, TextPlace place)
{
    return place == TextPlace{} ? name : QStringLiteral("%1:%2:%3").arg(name).arg(place.line).arg(place.column);
}

/// The blocks of one input, the first of which can be looked at beforehand. Remembers why reading failed.
class Input
{
public:
    explicit Input(BlockSource source) : m_source(std::move(source)) { }

    std::string_view peek()
    {
        if (m_first.empty())
            m_first = read();
        return {m_first.data(), m_first.size()};
    }
    std::span<const char> next() { return m_first.empty() ? read() : std::exchange(m_first, {}); }
    /// The source begins again: what was looked at comes from there once more.
    void restart() { m_first = {}; }
    [[nodiscard]] const std::optional<StoreError> &error() const { return m_error; }

private:
    std::span<const char> read()
    {
        const auto block = m_source();
        if (!block)
            m_error = block.error();
        return block ? *block : std::span<const char>{};
    }

    BlockSource m_source;
    std::span<const char> m_first;
    std::optional<StoreError> m_error;
};

ExitStatus complainOfStore(Io &io, const StoreError &error)
{
    complain(io, {}, FileWording::storeError(error.code, error.path, error.systemError, error.fact));
    return ExitStatus::BadInput;
}

const Format *formatOf(const QString &name, const InputOptions &options, Input &input)
{
    if (options.format != nullptr)
        return options.format;
    if (name != u"-")
        if (const Format *format = formatBySuffix(name.toStdString()))
            return format;
    return formatByContent(input.peek());
}

/// The policy of a file that is nothing but its rows, so that its bytes need not be kept: a million of them take longer
/// to keep than to read. Nothing for any other file, which is then at its begin again, and for what is read only once.
std::optional<ParsedPolicy> parseCanonical(const Format &format, const ParseOptions &options, BlockReader &file,
                                           Input &input)
{
    if (format.parseCanonical == nullptr || !file.rewind())
        return std::nullopt;
    input.restart();
    auto parsed = format.parseCanonical([&input] { return input.next(); }, options);
    if (!input.error() && !parsed && file.rewind())
        input.restart();
    return parsed;
}

/// A note that is about no row, and what can be done about it here.
QString noteText(const FormatNote &note)
{
    QString text = FileWording::formatNote(note);
    if (note.code == FormatNoteCode::HeaderEncoding)
        text += u' ' + CommandText::tr("--reg-data file follows the encoding.");
    return text;
}

/// Says what the reader noticed; the number of invalid rows.
std::size_t sayNotes(const QString &name, const ParsedPolicy &parsed, const InputNeeds &needs, Io &io)
{
    const Wording wording(io.locale);
    std::size_t invalid = 0;
    int said = 0;
    for (const FormatNote &note : parsed.notes) {
        const bool isRow = note.code == FormatNoteCode::InvalidRow && note.row;
        if (isRow)
            ++invalid;
        if (isRow ? needs.invalidRows == InvalidRows::Accepted && needs.notes != Notes::All
                  : needs.notes == Notes::OfMeaning && !changesMeaning(note.code))
            continue;
        if (++said > messagesShown)
            continue;
        if (!isRow) {
            complain(io, placed(name, note.place), noteText(note));
            continue;
        }
        const RuleRow row = parsed.policy.list(note.row->list).row(note.row->row);
        const auto findings = rowFindings(row, *note.row);
        complain(io, placed(name, note.place),
                 findings.empty() ? FileWording::formatNote(note)
                                  : QString(Wording::place(*note.row) + u": " + wording.finding(findings.front())));
    }
    if (said > messagesShown)
        complain(io, name, CommandText::tr("and %n more.", nullptr, said - messagesShown));
    return invalid;
}

} // namespace

Expected<const Format *, ExitStatus> formatNamedBy(const Arguments &arguments, QLatin1String option, Io &io)
{
    const auto id = arguments.value(option);
    if (!id)
        return nullptr;
    const Format *format = formatById(id->toStdString());
    if (format != nullptr)
        return format;
    QStringList ids;
    for (const Format &known : formats())
        ids.append(latin1(known.id));
    //: %1 is what was given, %2 a list of formats
    return Unexpected<ExitStatus>(
        usageError(io, CommandText::tr("There is no format “%1”, only: %2.").arg(*id, ids.join(QStringLiteral(", ")))));
}

Expected<InputOptions, ExitStatus> inputOptions(const Arguments &arguments, Io &io)
{
    InputOptions options;
    for (const char *name : {"format", "from"}) {
        const auto format = formatNamedBy(arguments, QLatin1String(name), io);
        if (!format)
            return Unexpected<ExitStatus>(format.error());
        if (*format != nullptr)
            options.format = *format;
    }
    if (const auto list = arguments.value(QLatin1String("list")))
        options.parse.list = listOf(*list).value_or(ListKind::Allow);
    if (const auto text = arguments.value(QLatin1String("flags"))) {
        options.parse.flags = flagsOf(*text);
        if (!options.parse.flags)
            //: %1 is what was given
            return Unexpected<ExitStatus>(usageError(
                io,
                CommandText::tr("--flags does not take “%1”: write 11, 0xB or deny,allow,authenticated.").arg(*text)));
    }
    if (arguments.value(QLatin1String("reg-data")) == QStringLiteral("file"))
        options.parse.regReading = RegReading::ByEncoding;
    return options;
}

bool optionsAreOfUse(const Arguments &arguments, std::initializer_list<const Format *> inputs, Io &io,
                     const Format *output)
{
    const auto allCan = [&](Capability capability) {
        return std::ranges::all_of(inputs, [&](const Format *format) { return format->can(capability); })
            && (output == nullptr || output->can(capability));
    };
    if (arguments.has(QLatin1String("list")) && allCan(Capability::AllLists)) {
        usageError(io, CommandText::tr("--list is for plain lists: here every row is in a list already."));
        return false;
    }
    if (arguments.has(QLatin1String("flags")) && allCan(Capability::Flags)) {
        usageError(io, CommandText::tr("--flags is for CSV tables and plain lists: here the file has RelayFlags."));
        return false;
    }
    if (arguments.has(QLatin1String("reg-data"))
        && std::ranges::none_of(inputs, [](const Format *format) { return format->id == "reg"; })) {
        usageError(io, CommandText::tr("--reg-data is for registry files: here none is read."));
        return false;
    }
    return true;
}

Expected<LoadedPolicy, ExitStatus> loadPolicy(const QString &name, const InputOptions &options, const InputNeeds &needs,
                                              Io &io)
{
    using Failure = Unexpected<ExitStatus>;
    std::optional<BlockReader> file;
    if (name != u"-") {
        auto opened = BlockReader::open(name);
        if (!opened)
            return Failure(complainOfStore(io, opened.error()));
        file = std::move(*opened);
    }
    Input input(file ? BlockSource([&file] { return file->next(); }) : io.in);
    LoadedPolicy loaded;
    loaded.format = formatOf(name, options, input);
    if (input.error())
        return Failure(complainOfStore(io, *input.error()));
    if (loaded.format == nullptr) {
        complain(io, name, CommandText::tr("The format cannot be told from the content. Name it with --from."));
        return Failure(ExitStatus::BadInput);
    }
    if (loaded.format->id == "csv" && !options.parse.flags) {
        return Failure(usageError(
            io, CommandText::tr("A CSV table has no RelayFlags: say with --flags which lists are in effect.")));
    }

    std::optional<ParsedPolicy> canonical;
    if (needs.bytes && file)
        canonical = parseCanonical(*loaded.format, options.parse, *file, input);
    Expected<ParsedPolicy, FormatError> parsed;
    if (canonical) {
        parsed = std::move(*canonical);
    } else if (loaded.format->parseStream != nullptr && !needs.bytes) {
        parsed = loaded.format->parseStream([&input] { return input.next(); }, options.parse);
    } else {
        if (file)
            loaded.bytes.reserve(file->sizeNow());
        for (auto block = input.next(); !block.empty(); block = input.next())
            loaded.bytes.append(block.data(), block.size());
        if (!input.error())
            parsed = loaded.format->parse(loaded.bytes, options.parse);
        if (!needs.bytes)
            loaded.bytes = {};
    }
    if (input.error())
        return Failure(complainOfStore(io, *input.error()));
    if (!parsed) {
        complain(io, placed(name, parsed.error().place), FileWording::formatError(parsed.error()));
        return Failure(ExitStatus::BadInput);
    }
    if (sayNotes(name, *parsed, needs, io) > 0 && needs.invalidRows == InvalidRows::Refused)
        return Failure(ExitStatus::BadInput);
    loaded.policy = std::move(parsed->policy);
    return loaded;
}

Expected<ClientClass, ExitStatus> clientClass(const Arguments &arguments, Io &io)
{
    ClientClass client{.authenticated = arguments.has(QLatin1String("authenticated"))};
    if (const auto text = arguments.value(QLatin1String("server"))) {
        const auto address = parseAddress(text->toStdString());
        if (!address)
            return Unexpected<ExitStatus>(
                usageError(io, QStringLiteral("--server: ") + Wording(io.locale).addressError(address.error())));
        client.server = *address;
    }
    return client;
}

Reading readingOf(const Arguments &arguments)
{
    return arguments.value(QLatin1String("reading")) == QStringLiteral("literal") ? Reading::Literal
                                                                                  : Reading::Observed;
}

} // namespace relaytab
