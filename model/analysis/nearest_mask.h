#pragma once

#include <string_view>
#include <vector>

#include "model/policy/mask.h"

namespace relaytab {

/// The prefix masks whose text is nearest to one that is no mask, counted in characters typed wrongly: at most three,
/// the nearest first, of equally near ones the narrower first. Empty when nothing is near.
[[nodiscard]] std::vector<Mask> nearestMasks(std::string_view text, Family family);

} // namespace relaytab
