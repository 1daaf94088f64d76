#pragma once

#include <QDialog>

#include "model/policy/relay_policy.h"

namespace relaytab {

/// What is on disk against what is in the window: flags and rows as written, and whether it matters to any client.
class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    CompareDialog(const RelayPolicy &onDisk, const RelayPolicy &mine, Reading reading, QWidget *parent);

private:
    [[nodiscard]] static QStringList rowLines(const RelayPolicy &onDisk, const RelayPolicy &mine);
    [[nodiscard]] static QString flagsLine(const RelayPolicy &onDisk, const RelayPolicy &mine);
    [[nodiscard]] static QString effectLine(const RelayPolicy &onDisk, const RelayPolicy &mine, Reading reading);
};

} // namespace relaytab
