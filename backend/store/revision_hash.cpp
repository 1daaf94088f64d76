#include "backend/store/revision_hash.h"

#include <QtGlobal>

#include <xxhash.h>

namespace relaytab {

RevisionHash::RevisionHash() : m_state(XXH3_createState())
{
    Q_CHECK_PTR(m_state.get());
    XXH3_128bits_reset(m_state.get());
}

void RevisionHash::add(std::span<const char> block)
{
    XXH3_128bits_update(m_state.get(), block.data(), block.size());
}

Revision RevisionHash::revision() const
{
    XXH128_canonical_t canonical; // the same bytes on every machine: drafts keep it
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(m_state.get()));
    return {QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest)};
}

void RevisionHash::Freed::operator()(XXH3_state_s *state) const
{
    XXH3_freeState(state);
}

Revision revisionOf(QByteArrayView bytes)
{
    RevisionHash hash;
    hash.add({bytes.data(), std::size_t(bytes.size())});
    return hash.revision();
}

} // namespace relaytab
