#include "ui/window/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/window/actions.h"

namespace relaytab {

namespace {

struct Line {
    QString keys;
    QString what;
};

QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'&' || (i + 1 < text.size() && text.at(i + 1) == u'&'))
            plain += text.at(i);
    }
    return plain;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Actions &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<Line> lines;
    for (const QObject *child : actions.children()) {
        const auto *action = qobject_cast<const QAction *>(child);
        if (action == nullptr || action->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const QKeySequence &key : action->shortcuts())
            keys.append(key.toString(QKeySequence::NativeText));
        lines.append({keys.first(std::min<qsizetype>(keys.size(), 2)).join(QStringLiteral(", ")),
                      withoutMnemonic(action->text())});
    }
    // Keys of the grid itself.
    lines.append({QStringLiteral("F2"), tr("Edit the cell; typing begins as well")});
    lines.append({tr("Enter"), tr("Take what was typed and go to the next row")});
    lines.append({tr("Tab"), tr("Take what was typed and go to the next cell")});
    lines.append({tr("Esc"), tr("Leave the cell as it was; in the filter: show every row again")});

    auto *table = new QTableWidget(static_cast<int>(lines.size()), 2, this);
    table->setHorizontalHeaderLabels({tr("Keys"), tr("What they do")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(windowTitle());
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(lines.at(row).keys));
        table->setItem(row, 1, new QTableWidgetItem(lines.at(row).what));
    }
    table->resizeColumnToContents(0);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 32);
}

} // namespace relaytab
