#include "ui/window/fault_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include "model/wording/file_wording.h"

namespace relaytab {

namespace {

class FaultText
{
    Q_DECLARE_TR_FUNCTIONS(FaultText)

public:
    explicit FaultText(const QString &path) : m_path(path) { }

    QString operator()(const StoreError &error) const
    {
        return FileWording::storeError(error.code, m_path, error.systemError, error.fact);
    }
    QString operator()(const FormatError &error) const
    {
        const QString name = QFileInfo(m_path).fileName();
        const QString why = FileWording::formatError(error);
        if (error.place.line == 0)
            //: %1 is a file, %2 a sentence
            return tr("%1: %2").arg(name, why);
        //: %1 is a file, %4 a sentence
        return tr("%1, line %2, column %3: %4").arg(name).arg(error.place.line).arg(error.place.column).arg(why);
    }
    QString operator()(const UnknownFormat & /*fault*/) const
    {
        return tr("%1 is none of the files that Relaytab reads: YAML, registry file, INI, CSV, plain list.")
            .arg(QFileInfo(m_path).fileName());
    }

private:
    QString m_path;
};

} // namespace

QString faultText(const FileFault &fault)
{
    return std::visit(FaultText(fault.path), fault.why);
}

} // namespace relaytab
