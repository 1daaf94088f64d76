#pragma once

#include "backend/store/store.h"

namespace relaytab {

/// Policies in files. Holds nothing but the place of the backups: any thread.
class FileStore final : public Store
{
public:
    /// Backups go below `dataFolder`: see data_folder.h.
    explicit FileStore(const QString &dataFolder) : m_dataFolder(dataFolder) { }

    using Store::load;
    [[nodiscard]] Expected<StoredBytes, StoreError> load(const QString &path, const LoadControl &control) override;
    [[nodiscard]] Expected<Revision, StoreError> save(const QString &path, const QByteArray &bytes,
                                                      const Revision &expected, const QString &reason) override;
    [[nodiscard]] Expected<Revision, StoreError> currentRevision(const QString &path) override;
    [[nodiscard]] QList<Backup> backups(const QString &path) override;

private:
    QString m_dataFolder;
};

} // namespace relaytab
