#include "ui/window/file_notices.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>

#include "model/wording/file_wording.h"
#include "ui/window/banner.h"
#include "ui/window/fault_text.h"

namespace relaytab {

namespace {

constexpr std::size_t shownNotes = 4;

/// What the reader noticed beyond rows that are no rules: those stand in the list of problems.
QStringList noteTexts(const std::vector<FormatNote> &notes)
{
    QStringList texts;
    for (const FormatNote &note : notes) {
        const QString text = FileWording::formatNote(note);
        if (note.code != FormatNoteCode::InvalidRow && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

/// As many of them as a banner has room for.
QStringList shortened(const QStringList &texts)
{
    if (static_cast<std::size_t>(texts.size()) <= shownNotes)
        return texts;
    const auto more = static_cast<int>(texts.size() - static_cast<qsizetype>(shownNotes));
    return texts.first(static_cast<qsizetype>(shownNotes)) << FileNotices::tr("And %Ln more.", "", more);
}

} // namespace

FileNotices::FileNotices(Banner &banner, PolicyFile &file, QAction &readOtherWay, QObject *parent)
    : QObject(parent), m_banner(banner), m_file(file), m_readOtherWay(readOtherWay)
{
    connect(&file, &PolicyFile::diskChanged, this, [this](DiskContent content) {
        m_disk = content;
        if (content != DiskContent::Known)
            show(Notice::DiskChanged);
        else if (m_notice == Notice::DiskChanged)
            clear();
    });
}

void FileNotices::showFault(const FileFault &fault)
{
    m_fault = fault;
    const auto *store = std::get_if<StoreError>(&fault.why);
    if (store != nullptr && store->code == StoreErrorCode::ChangedUnderneath) {
        // The watch tells it as well, and knows the way out.
        m_file.checkDisk();
        m_disk = DiskContent::Changed;
        show(Notice::DiskChanged);
        return;
    }
    show(Notice::Fault);
}

void FileNotices::showOpened()
{
    if (!m_file.isWritable())
        show(Notice::ReadOnly);
    else if (!noteTexts(m_file.notes()).isEmpty())
        show(Notice::Notes);
    else
        clear();
}

void FileNotices::showSaved()
{
    if (m_file.format() != nullptr && m_file.format()->id == "reg")
        show(Notice::RestartNeeded);
    else
        clear();
}

void FileNotices::showRemark(const std::function<QString()> &text)
{
    m_remark = text;
    if (m_notice != Notice::Remark)
        m_underRemark = m_notice;
    show(Notice::Remark);
}

void FileNotices::clear()
{
    m_notice = Notice::None;
    m_banner.hide();
}

void FileNotices::retranslate()
{
    show(m_notice);
}

void FileNotices::show(Notice notice)
{
    m_notice = notice;
    switch (notice) {
    case Notice::None: m_banner.hide(); return;
    case Notice::Fault:
        m_banner.showMessage(ColorRole::Danger, faultText(m_fault));
        addDismiss();
        return;
    case Notice::Remark:
        m_banner.showMessage(ColorRole::Note, m_remark());
        addDismiss();
        return;
    case Notice::DiskChanged: showDiskChanged(); return;
    case Notice::ReadOnly: {
        QStringList texts{tr("Opened to read only: %1").arg(faultText({m_file.path(), m_file.readOnlyReason()}))};
        texts += shortened(noteTexts(m_file.notes()));
        m_banner.showMessage(ColorRole::Note, texts.join(u'\n'));
        offerOtherReading();
        QPushButton *saveAs = m_banner.addButton(tr("Save as…"));
        connect(saveAs, &QPushButton::clicked, this, &FileNotices::saveAsRequested);
        addDismiss();
        return;
    }
    case Notice::Notes:
        m_banner.showMessage(ColorRole::Note, shortened(noteTexts(m_file.notes())).join(u'\n'));
        offerOtherReading();
        addDismiss();
        return;
    case Notice::RestartNeeded: {
        m_banner.showMessage(ColorRole::Note, FileWording::restartHint());
        QPushButton *copy = m_banner.addButton(tr("Copy commands"));
        copy->setToolTip(FileWording::restartCommands());
        connect(copy, &QPushButton::clicked, this,
                [] { QGuiApplication::clipboard()->setText(FileWording::restartCommands()); });
        addDismiss();
        return;
    }
    }
}

void FileNotices::showDiskChanged()
{
    const QString name = QFileInfo(m_file.path()).fileName();
    switch (m_disk) {
    case DiskContent::Known: clear(); return;
    case DiskContent::Changed: {
        m_banner.showMessage(ColorRole::Warning, tr("Another program changed %1.").arg(name));
        QPushButton *reload = m_banner.addButton(tr("Reload"));
        QPushButton *compare = m_banner.addButton(tr("Compare"));
        QPushButton *keep = m_banner.addButton(tr("Keep mine"));
        reload->setToolTip(tr("Take what is on disk; edits in this window are lost"));
        keep->setToolTip(tr("The next save replaces what is on disk; a backup of it is kept"));
        connect(reload, &QPushButton::clicked, this, &FileNotices::reloadRequested);
        connect(compare, &QPushButton::clicked, this, &FileNotices::compareRequested);
        connect(keep, &QPushButton::clicked, this, [this] {
            m_file.keepMine();
            clear();
        });
        return;
    }
    case DiskContent::Missing: {
        m_banner.showMessage(ColorRole::Warning, tr("%1 is gone. Saving writes it anew.").arg(name));
        QPushButton *keep = m_banner.addButton(tr("Keep mine"));
        connect(keep, &QPushButton::clicked, this, [this] {
            m_file.keepMine();
            clear();
        });
        return;
    }
    case DiskContent::Unreadable:
        m_banner.showMessage(ColorRole::Warning, tr("%1 cannot be read any more.").arg(name));
        addDismiss();
        return;
    }
}

void FileNotices::offerOtherReading()
{
    if (!m_readOtherWay.isVisible())
        return;
    QPushButton *button = m_banner.addButton(m_readOtherWay.text());
    button->setObjectName(QStringLiteral("readOtherWay"));
    button->setToolTip(m_readOtherWay.toolTip());
    connect(button, &QPushButton::clicked, &m_readOtherWay, &QAction::trigger);
}

void FileNotices::addDismiss()
{
    QPushButton *dismiss = m_banner.addButton(tr("Dismiss"));
    connect(dismiss, &QPushButton::clicked, this,
            [this] { show(m_notice == Notice::Remark ? m_underRemark : Notice::None); });
}

} // namespace relaytab
