#pragma once

#include "ui/files/policy_io.h"

namespace relaytab {

/// The document as a draft: in the format of its file where that holds all of it, so that the draft is what a save
/// would write. Else as a project, with the file it came from and the row of it that each row was. Blocking, no disk.
[[nodiscard]] Expected<Draft, FileFault> renderDraft(const RelayPolicy &policy, const KeptFile &source,
                                                     const ParseOptions &options, const QString &path,
                                                     const Revision &base);

/// A document as its program left it.
struct RestoredPolicy {
    QString path; ///< of its file; empty: it has none
    ReadPolicy read; ///< `revision` is what the edit started from; no format: the document is new
    RelayPolicy stored; ///< what its file holds now; empty when there is none that can be read
    std::shared_ptr<DraftKeeper> keeper; ///< of the draft it comes from
};

/// Takes a draft up. On a fault it is there as before. Blocking.
[[nodiscard]] Expected<RestoredPolicy, FileFault> restorePolicy(Store &store, DraftStore &drafts,
                                                                const AbandonedDraft &draft);

} // namespace relaytab
