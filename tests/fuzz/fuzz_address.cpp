#include <string_view>

#include "model/policy/rule.h"
#include "tests/fuzz/require.h"

using namespace relaytab;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char *>(data), size};
    if (const auto address = parseAddress(text)) {
        const std::string canonical = toText(*address);
        const auto again = parseAddress(canonical);
        fuzz::require(again && *again == *address, "an address is read back from its text");
        fuzz::require(address->family == Family::IPv6 || canonical == text, "an IPv4 address has one spelling");
        fuzz::require((address->bits & ~allOnes(address->family)) == 0, "an address fits its family");
    } else {
        const AddressError &error = address.error();
        fuzz::require(error.position <= size, "the fault is in the text");
        fuzz::require(error.suggestion.empty() || parseAddress(error.suggestion).has_value(),
                      "what is suggested is an address");
    }
    for (const Family family : {Family::IPv4, Family::IPv6}) {
        if (const auto mask = parseMask(text, family)) {
            fuzz::require(mask->family == family, "a mask is of its net's family");
            const auto again = parseMask(toText(*mask), family);
            fuzz::require(again && *again == *mask, "a mask is read back from its text");
        } else {
            fuzz::require(mask.error().position <= size, "the fault is in the text");
        }
    }
    return 0;
}
