#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

#include "app/commands/command.h"
#include "backend/store/data_folder.h"
#include "backend/store/file_store.h"
#include "model/analysis/huge_pages.h"
#include "translations/catalogue.h"

using namespace relaytab;

namespace {

/// Writes all of it to a file descriptor.
Sink descriptorSink(int descriptor)
{
    return [descriptor](std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = retried([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
            if (written < 0)
                return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    };
}

/// Qt speaks up at start when the locale is not UTF-8, and then helps itself: nothing for our standard error.
void beSilent(QtMsgType, const QMessageLogContext &, const QString &) { }

} // namespace

int main(int argc, char *argv[])
{
    useHugePagesForHeap();
    const auto handler = qInstallMessageHandler(beSilent);
    const QCoreApplication application(argc, argv);
    qInstallMessageHandler(handler);

    Catalogue catalogue;
    const QString language = languageFor(QLocale::system().uiLanguages());
    catalogue.use(language);

    FileStore store(dataFolder());
    std::optional<BlockReader> input;
    const BlockSource standardInput = [&input]() -> Expected<std::span<const char>, StoreError> {
        if (!input) {
            auto opened = BlockReader::openStandardInput();
            if (!opened)
                return Unexpected<StoreError>(opened.error());
            input = std::move(*opened);
        }
        return input->next();
    };
    Io io{.in = standardInput,
          .out = Output(descriptorSink(STDOUT_FILENO)),
          .err = Output(descriptorSink(STDERR_FILENO)),
          .store = store,
          .locale = localeFor(language)};
    return static_cast<int>(runCommandLine(QCoreApplication::arguments().mid(1), io));
}
