#pragma once

#include <variant>

#include "backend/format/format.h"
#include "backend/store/store.h"
#include "model/analysis/policy_findings.h"
#include "ui/files/kept_bytes.h"

namespace relaytab {

/// Bytes as the formats take them.
[[nodiscard]] inline std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// No reader takes the file.
struct UnknownFormat {
    friend bool operator==(const UnknownFormat &, const UnknownFormat &) = default;
};

/// Why a policy was not read or not written. Nothing on disk was changed (except for SavedNotDurable).
struct FileFault {
    QString path;
    std::variant<StoreError, FormatError, UnknownFormat> why;

    friend bool operator==(const FileFault &, const FileFault &) = default;
};

[[nodiscard]] FileFault cancelledFault(const QString &path);
/// True for a fault that is the user's own wish.
[[nodiscard]] bool isCancelled(const FileFault &fault);

struct ReadPolicy {
    RelayPolicy policy;
    std::vector<FormatNote> notes;
    const Format *format = nullptr;
    ParseOptions options = {}; ///< that it was read with
    KeptBytes original;
    Revision revision;
    bool writable = true;
    StoreError reason = {}; ///< why it is not writable
};

/// Loads and parses: the format by the name's suffix, else by what the bytes look like. Blocking.
[[nodiscard]] Expected<ReadPolicy, FileFault> readPolicy(Store &store, const QString &path, const ParseOptions &options,
                                                         const LoadControl &control);

/// What the findings of a policy in such a file depend on; null: it is in no file yet.
[[nodiscard]] FindingOptions findingOptionsOf(const Format *format);

/// What is to be written, and what it cannot hold.
struct RenderedFile {
    QByteArray bytes;
    RelayPolicy policy; ///< as the bytes say it
    std::vector<Loss> losses;
};

/// What a document was read from; no format: it is new.
struct KeptFile {
    const Format *format = nullptr;
    KeptBytes bytes = {};
};

/// Renders and reads back: bytes are handed out only if they say the policy again. Blocking, no disk.
[[nodiscard]] Expected<RenderedFile, FileFault> renderFile(const Format &format, const RelayPolicy &policy,
                                                           const KeptFile &source, const ParseOptions &options,
                                                           const QString &path);

/// What saving would do to the bytes.
struct FilePreview {
    QByteArray written; ///< as it would be written
    QByteArray onDisk; ///< what is there now; empty when there is no file
    bool isOurs = true; ///< what is on disk is what was read or saved
};

/// Writes nothing. Blocking.
[[nodiscard]] Expected<FilePreview, FileFault> previewFile(Store &store, const Format &format,
                                                           const RelayPolicy &policy, const KeptBytes &original,
                                                           const ParseOptions &options, const QString &path,
                                                           const Revision &ours);

} // namespace relaytab
