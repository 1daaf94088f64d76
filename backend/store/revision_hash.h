#pragma once

#include <QCryptographicHash>

#include <span>

#include "backend/store/store.h"

namespace relaytab {

/// A revision in the making, block by block. BLAKE2b: the fastest of Qt's hashes for which no collision is known.
class RevisionHash
{
public:
    void add(std::span<const char> block) { m_hash.addData({block.data(), qsizetype(block.size())}); }
    [[nodiscard]] Revision revision() const { return {m_hash.result()}; }

private:
    QCryptographicHash m_hash{QCryptographicHash::Blake2b_256};
};

} // namespace relaytab
