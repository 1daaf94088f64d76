#pragma once

#include <QByteArray>

namespace relaytab {

/// The bytes a policy was read from, kept as long as it is edited: rows find their lines in them, also after the file
/// was saved or changed. Large ones are kept compressed. A value; any thread.
class KeptBytes
{
public:
    KeptBytes() = default;
    /// Takes a while for large bytes: in a worker.
    explicit KeptBytes(const QByteArray &bytes);

    [[nodiscard]] QByteArray bytes() const;

private:
    QByteArray m_stored;
    bool m_compressed = false;
};

} // namespace relaytab
