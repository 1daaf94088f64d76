#include "tests/fuzz/format_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace relaytab;
    const auto *text = reinterpret_cast<const char *>(data);
    const std::string_view bytes{text, size};
    const Format &format = *formatById("reg");
    const ParseOptions byEncoding{.regReading = RegReading::ByEncoding};
    fuzz::requireFormatLaws(format, bytes, fuzz::choiceOf(bytes));
    const fuzz::Outcome read = format.parse(bytes, {});
    const bool isMixed = read && std::ranges::any_of(read->notes, [](const FormatNote &note) {
                             return note.code == FormatNoteCode::HeaderEncoding;
                         });
    if (isMixed)
        fuzz::requireFormatLaws(format, bytes, fuzz::choiceOf(bytes), byEncoding);
    else
        fuzz::require(fuzz::sameOutcome(format.parse(bytes, byEncoding), read),
                      "there is one way to read a file whose header and encoding agree");
    return 0;
}
