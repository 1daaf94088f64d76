#pragma once

#include <QObject>

#include "ui/files/policy_file.h"

namespace relaytab {

class DifferencePanel;
class PolicyComparison;
class PolicyView;

/// Decides what the document is compared with, and shows it below the lists.
class ComparisonFlow : public QObject
{
    Q_OBJECT

public:
    ComparisonFlow(PolicyDocument &document, PolicyFile &file, PolicyView &view, QWidget *window);

    void setReading(Reading reading);
    /// Shows the panel and gives it the focus.
    void show();
    /// Asks for a file and compares with it.
    void chooseFile();
    /// Compares with what is on disk now.
    void compareWithDisk();

Q_SIGNALS:
    void failed(const relaytab::FileFault &fault);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Base : std::uint8_t { Stored, OnDisk, Foreign };

    void compareWith(const QString &path, Base base);
    void compareWithStored();
    void showBase();

    PolicyFile &m_file;
    PolicyView &m_view;
    QWidget *m_window;
    PolicyComparison *m_comparison;
    DifferencePanel *m_panel;
    Base m_base = Base::Stored;
    QString m_foreignPath;
};

} // namespace relaytab
