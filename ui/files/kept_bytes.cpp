#include "ui/files/kept_bytes.h"

namespace relaytab {

namespace {

/// Below this, compressing saves nothing that anybody would notice.
constexpr qsizetype plainLimit = qsizetype(32) << 20;

} // namespace

KeptBytes::KeptBytes(const QByteArray &bytes)
    : m_stored(bytes.size() > plainLimit ? qCompress(bytes, 1) : bytes), m_compressed(bytes.size() > plainLimit)
{ }

QByteArray KeptBytes::bytes() const
{
    return m_compressed ? qUncompress(m_stored) : m_stored;
}

} // namespace relaytab
