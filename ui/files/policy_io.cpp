#include "ui/files/policy_io.h"

namespace relaytab {

namespace {

const Format *formatOf(const QString &path, std::string_view bytes)
{
    constexpr std::size_t enough = 4096;
    const QByteArray name = path.toLower().toUtf8();
    const Format *format = formatBySuffix(viewOf(name));
    return format != nullptr ? format : formatByContent(bytes.substr(0, enough));
}

} // namespace

bool isCancelled(const FileFault &fault)
{
    const auto *store = std::get_if<StoreError>(&fault.why);
    return store != nullptr && store->code == StoreErrorCode::Cancelled;
}

FileFault cancelledFault(const QString &path)
{
    return {path, StoreError{.code = StoreErrorCode::Cancelled, .path = path}};
}

Expected<ReadPolicy, FileFault> readPolicy(Store &store, const QString &path, const ParseOptions &options,
                                           const LoadControl &control)
{
    auto stored = store.load(path, control);
    if (!stored)
        return Unexpected<FileFault>({path, std::move(stored.error())});
    // All is read; parsing takes longer, and does not ask.
    if (control.progress && control.progress(stored->bytes.size(), stored->bytes.size()) == LoadStep::Cancel)
        return Unexpected<FileFault>(cancelledFault(path));
    const std::string_view bytes = viewOf(stored->bytes);
    const Format *format = formatOf(path, bytes);
    if (format == nullptr)
        return Unexpected<FileFault>({path, UnknownFormat{}});
    auto parsed = format->parse(bytes, options);
    if (!parsed)
        return Unexpected<FileFault>({path, std::move(parsed.error())});
    return ReadPolicy{.policy = std::move(parsed->policy),
                      .notes = std::move(parsed->notes),
                      .format = format,
                      .options = options,
                      .original = KeptBytes(stored->bytes),
                      .revision = stored->revision,
                      .writable = stored->writable,
                      .reason = stored->reason};
}

FindingOptions findingOptionsOf(const Format *format)
{
    if (format == nullptr)
        return {};
    return {.registryTarget = !format->can(Capability::IPv6),
            .losesComments = !format->can(Capability::Comments),
            .losesDisabledRows = !format->can(Capability::DisabledRows),
            .losesExpectations = !format->can(Capability::Expectations)};
}

Expected<RenderedFile, FileFault> renderFile(const Format &format, const RelayPolicy &policy, const KeptFile &source,
                                             const ParseOptions &options, const QString &path)
{
    const QByteArray before = source.bytes.bytes();
    auto rendered = renderChecked(format, policy, {source.format, viewOf(before)}, options);
    if (!rendered)
        return Unexpected<FileFault>({path, std::move(rendered.error())});
    return RenderedFile{.bytes = QByteArray::fromStdString(rendered->bytes),
                        .policy = std::move(rendered->readBack),
                        .losses = std::move(rendered->losses)};
}

Expected<FilePreview, FileFault> previewFile(Store &store, const Format &format, const RelayPolicy &policy,
                                             const KeptBytes &original, const ParseOptions &options,
                                             const QString &path, const Revision &ours)
{
    auto rendered = renderFile(format, policy, {&format, original}, options, path);
    if (!rendered)
        return Unexpected<FileFault>(std::move(rendered.error()));
    auto stored = store.load(path);
    if (!stored && stored.error().code != StoreErrorCode::NotFound)
        return Unexpected<FileFault>({path, std::move(stored.error())});
    const Revision revision = stored ? stored->revision : Revision{};
    return FilePreview{.written = std::move(rendered->bytes),
                       .onDisk = stored ? std::move(stored->bytes) : QByteArray(),
                       .isOurs = revision == ours};
}

} // namespace relaytab
