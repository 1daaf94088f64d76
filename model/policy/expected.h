#pragma once

#include <tl/expected.hpp>

namespace relaytab {

/// A value, or the error that says why there is none. One alias, so that std::expected can take over in one place.
template <typename T, typename E>
using Expected = tl::expected<T, E>;

template <typename E>
using Unexpected = tl::unexpected<E>;

} // namespace relaytab
