#pragma once

#include "backend/store/store.h"

namespace relaytab {

/// Drafts as files in `recovery` below the data folder, for their owner's eyes only. The lock of a draft tells that its
/// program lives.
class FileDrafts final : public DraftStore
{
public:
    explicit FileDrafts(const QString &dataFolder) : m_dataFolder(dataFolder) { }

    [[nodiscard]] std::unique_ptr<DraftKeeper> makeKeeper() override;
    [[nodiscard]] QList<AbandonedDraft> abandoned() override;
    [[nodiscard]] Expected<Taken, StoreError> take(const AbandonedDraft &draft) override;
    void remove(const AbandonedDraft &draft) override;

private:
    QString m_dataFolder;
};

} // namespace relaytab
