#include "app/commands/io.h"

namespace relaytab {

namespace {

constexpr std::size_t blockSize = 64 * 1024;

} // namespace

void Output::write(std::string_view bytes)
{
    if (m_pending.size() + bytes.size() > blockSize)
        flush();
    if (bytes.size() > blockSize)
        m_failed = m_failed || !m_sink(bytes);
    else
        m_pending.append(bytes);
}

void Output::write(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    write(std::string_view{utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

void Output::flush()
{
    if (!m_pending.empty() && !m_failed)
        m_failed = !m_sink(m_pending);
    m_pending.clear();
}

} // namespace relaytab
