#pragma once

#include <optional>

#include "backend/store/safe_file.h"

namespace relaytab {

/// A document that is not saved, as it would be written now.
struct Draft {
    QString path; ///< of the file under edit; empty: it has none yet
    QString format; ///< id of the format of `bytes`
    Revision base; ///< what the edit started from
    QByteArray bytes;

    friend bool operator==(const Draft &, const Draft &) = default;
};

/// Keeps the draft of one document while it is open, in `recovery` below the data folder, for the case that the
/// program dies. Its end, like discard(), is a clean close: the draft is gone. One thread at a time.
class DraftKeeper
{
public:
    explicit DraftKeeper(const QString &dataFolder) : m_dataFolder(dataFolder) { }
    ~DraftKeeper() { discard(); }

    /// Replaces what was kept before. On failure that is still there.
    [[nodiscard]] Expected<void, StoreError> keep(const Draft &draft);
    void discard();

private:
    Q_DISABLE_COPY_MOVE(DraftKeeper)

    QString m_dataFolder;
    std::optional<SafeFile> m_file; ///< its lock tells others that we live
};

/// A draft whose program died.
struct AbandonedDraft {
    Draft draft;
    QDateTime time; ///< UTC, when it was kept
    Revision current; ///< of the file now; unlike `draft.base` when someone else changed it since
    QString file; ///< for removeDraft()
};

/// The newest first. A draft that equals its file by now is removed and not told.
[[nodiscard]] QList<AbandonedDraft> abandonedDrafts(const QString &dataFolder);

/// After the draft was taken up or turned down.
void removeDraft(const AbandonedDraft &draft);

} // namespace relaytab
