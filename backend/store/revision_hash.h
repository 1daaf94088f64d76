#pragma once

#include <memory>
#include <span>

#include "backend/store/store.h"

struct XXH3_state_s;

namespace relaytab {

/// A revision in the making, block by block: XXH3 of 128 bits. It has to tell contents apart that people and programs
/// write, which chance confuses once in 2^128. Who could forge a content could write to the file as well.
class RevisionHash
{
public:
    RevisionHash();
    void add(std::span<const char> block);
    [[nodiscard]] Revision revision() const;

private:
    struct Freed {
        void operator()(XXH3_state_s *state) const;
    };
    std::unique_ptr<XXH3_state_s, Freed> m_state;
};

} // namespace relaytab
