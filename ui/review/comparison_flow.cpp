#include "ui/review/comparison_flow.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

#include "model/editing/policy_comparison.h"
#include "model/editing/policy_document.h"
#include "ui/grid/rule_lists.h"
#include "ui/review/difference_panel.h"
#include "ui/window/bottom_panel.h"
#include "ui/window/file_dialogs.h"
#include "ui/window/policy_view.h"

namespace relaytab {

ComparisonFlow::ComparisonFlow(PolicyDocument &document, PolicyFile &file, PolicyView &view, QWidget *window)
    : QObject(window),
      m_file(file),
      m_view(view),
      m_window(window),
      m_comparison(new PolicyComparison(document, this)),
      m_panel(new DifferencePanel(*m_comparison, &view))
{
    view.bottom()->addPage(m_panel);
    m_panel->installEventFilter(this);
    connect(&file, &PolicyFile::stateChanged, this, &ComparisonFlow::compareWithStored);
    connect(m_panel, &DifferencePanel::rowRequested, view.lists(), [&document, &view](RowPlace place) {
        if (place.row < document.policy().list(place.list).size())
            view.lists()->showRow(place);
    });
    connect(m_panel, &DifferencePanel::fileRequested, this, &ComparisonFlow::chooseFile);
    connect(m_panel, &DifferencePanel::storedRequested, this, &ComparisonFlow::compareWithStored);
    showBase();
}

void ComparisonFlow::setReading(Reading reading)
{
    m_comparison->setReading(reading);
}

void ComparisonFlow::show()
{
    m_view.bottom()->showPage(m_panel);
    m_panel->setFocus(Qt::ShortcutFocusReason);
}

void ComparisonFlow::chooseFile()
{
    QFileDialog *dialog = makeOpenDialog(m_window, tr("Compare with a file"), m_file.path());
    connect(dialog, &QDialog::finished, this, [this, dialog](int result) {
        dialog->deleteLater();
        if (result == QDialog::Accepted && !dialog->selectedFiles().isEmpty())
            compareWith(dialog->selectedFiles().constFirst(), Base::Foreign);
    });
    dialog->open();
}

void ComparisonFlow::compareWithDisk()
{
    compareWith(m_file.path(), Base::OnDisk);
}

void ComparisonFlow::compareWith(const QString &path, Base base)
{
    if (m_file.isBusy())
        return;
    m_file.peek(path, [this, path, base](const Expected<ReadPolicy, FileFault> &read) {
        if (!read) {
            if (!isCancelled(read.error()))
                Q_EMIT failed(read.error());
            return;
        }
        m_base = base;
        m_foreignPath = path;
        m_comparison->setBase(read->policy);
        showBase();
        show();
    });
}

void ComparisonFlow::compareWithStored()
{
    m_base = Base::Stored;
    m_comparison->setBase(m_file.stored());
    showBase();
}

void ComparisonFlow::showBase()
{
    const QString name = QFileInfo(m_base == Base::Stored ? m_file.path() : m_foreignPath).fileName();
    const QString what = [&] {
        if (m_base == Base::OnDisk)
            //: %1 is the name of a file
            return tr("Compared with %1 as it is on disk").arg(name);
        if (m_base == Base::Foreign)
            //: %1 is the name of a file
            return tr("Compared with %1").arg(name);
        if (m_file.savedAt().isValid())
            //: %1 is the name of a file, %2 a time of the day
            return tr("Compared with %1 as it was saved at %2")
                .arg(name, QLocale().toString(m_file.savedAt().time(), QLocale::ShortFormat));
        if (!m_file.path().isEmpty())
            //: %1 is the name of a file
            return tr("Compared with %1 as it was opened").arg(name);
        return m_file.format() != nullptr ? tr("Compared with what was imported")
                                          : tr("Compared with the empty policy");
    }();
    m_panel->setBase(what, m_base != Base::Stored);
    m_view.bottom()->setTitle(m_panel, tr("Difference"));
}

bool ComparisonFlow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_panel && event->type() == QEvent::LanguageChange)
        showBase();
    return QObject::eventFilter(watched, event);
}

} // namespace relaytab
