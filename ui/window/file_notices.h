#pragma once

#include <QObject>

#include "ui/files/policy_file.h"

class QAction;

namespace relaytab {

class Banner;

/// What the banner below the menu says about the file: that it changed, failed, is read-only, or what to do after it
/// was saved. One notice at a time, the latest; each can be put away.
class FileNotices : public QObject
{
    Q_OBJECT

public:
    /// `readOtherWay` is offered while it is visible.
    FileNotices(Banner &banner, PolicyFile &file, QAction &readOtherWay, QObject *parent = nullptr);

    void showFault(const FileFault &fault);
    /// After opening: read-only, or what the reader noticed.
    void showOpened();
    /// After saving: what the mail server needs to see the change.
    void showSaved();
    /// What an action found, where it had nothing to do; `text` makes the sentence in the language of now.
    void showRemark(const std::function<QString()> &text);
    void clear();
    /// Says it again, in another language.
    void retranslate();

Q_SIGNALS:
    void reloadRequested();
    void compareRequested();
    void saveAsRequested();

private:
    enum class Notice : std::uint8_t { None, Fault, DiskChanged, ReadOnly, Notes, RestartNeeded, Remark };

    void show(Notice notice);
    void showDiskChanged();
    void offerOtherReading();
    void addDismiss();

    Banner &m_banner;
    PolicyFile &m_file;
    QAction &m_readOtherWay;
    Notice m_notice = Notice::None;
    FileFault m_fault;
    std::function<QString()> m_remark;
    Notice m_underRemark = Notice::None; ///< comes back when the remark is put away
    DiskContent m_disk = DiskContent::Known;
};

} // namespace relaytab
