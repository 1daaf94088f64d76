#include "model/analysis/count.h"

#include <algorithm>

namespace relaytab {

std::string toText(const Count &count)
{
    if (count.full)
        return "340282366920938463463374607431768211456";
    std::string digits;
    Bits rest = count.low;
    do {
        digits += static_cast<char>('0' + static_cast<int>(rest % 10));
        rest /= 10;
    } while (rest != 0);
    std::ranges::reverse(digits);
    return digits;
}

} // namespace relaytab
