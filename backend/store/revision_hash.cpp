#include "backend/store/revision_hash.h"

namespace relaytab {

Revision revisionOf(QByteArrayView bytes)
{
    RevisionHash hash;
    hash.add({bytes.data(), std::size_t(bytes.size())});
    return hash.revision();
}

} // namespace relaytab
