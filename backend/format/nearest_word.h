#pragma once

#include <span>
#include <string>
#include <string_view>

namespace relaytab {

/// The word that was probably meant: the one with the fewest typing mistakes (a wrong, missing, additional or swapped
/// neighbouring letter; upper and lower case are equal), at most two and fewer than half its length; else one that
/// begins with the text. Empty if there is none.
[[nodiscard]] std::string nearestWord(std::string_view text, std::span<const std::string_view> words);

} // namespace relaytab
