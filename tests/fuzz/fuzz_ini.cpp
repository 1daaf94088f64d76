#include "tests/fuzz/format_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace relaytab;
    const auto *text = reinterpret_cast<const char *>(data);
    const std::string_view bytes{text, size};
    fuzz::requireFormatLaws(*formatById("ini"), bytes, fuzz::choiceOf(bytes));
    return 0;
}
