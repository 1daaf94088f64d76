#include "ui/window/empty_state.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/tinted_label.h"
#include "ui/window/file_dialogs.h"

namespace relaytab {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_hint(new TintedLabel(this)),
      m_new(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_import(new QPushButton(this)),
      m_buttons(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_recentTitle(new QLabel(this)),
      m_recent(new QVBoxLayout)
{
    setObjectName(QStringLiteral("emptyState"));
    m_new->setObjectName(QStringLiteral("emptyNew"));
    m_open->setObjectName(QStringLiteral("emptyOpen"));
    m_import->setObjectName(QStringLiteral("emptyImport"));
    m_new->setIcon(icon(IconName::New));
    m_open->setIcon(icon(IconName::Open));
    m_import->setIcon(icon(IconName::Import));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_title->setAlignment(Qt::AlignHCenter);
    m_recentTitle->setAlignment(Qt::AlignHCenter);
    m_recent->setSpacing(0);

    m_buttons->setSpacing(8);
    m_buttons->addStretch(1);
    for (QPushButton *button : {m_new, m_open, m_import}) {
        button->setAutoDefault(true); // Enter presses the one that has the focus
        m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    }
    m_buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addSpacing(16);
    layout->addLayout(m_buttons);
    layout->addSpacing(24);
    layout->addWidget(m_recentTitle);
    layout->addLayout(m_recent);
    layout->addStretch(3);

    connect(m_new, &QPushButton::clicked, this, &EmptyState::newRequested);
    connect(m_open, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(m_import, &QPushButton::clicked, this, &EmptyState::importRequested);
    retranslate();
    setRecentFiles({});
}

void EmptyState::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &path : paths) {
        auto *button = new QPushButton(nameAndFolder(path), this);
        button->setFlat(true);
        button->setAutoDefault(true);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT fileRequested(path); });
        m_recent->addWidget(button, 0, Qt::AlignHCenter);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

/// In a row where it fits, else in a column.
void EmptyState::placeButtons()
{
    const QMargins margins = layout()->contentsMargins();
    int row = margins.left() + margins.right() + 2 * m_buttons->spacing();
    for (const QPushButton *button : {m_new, m_open, m_import})
        row += button->sizeHint().width();
    m_buttons->setDirection(row > width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void EmptyState::retranslate()
{
    m_title->setText(tr("No policy is open"));
    m_title->setFont(headingFont());
    m_hint->setText(
        tr("Start a new relay policy, or open the one your mail server has: a registry file, INI or YAML."));
    m_new->setText(tr("&New policy"));
    m_open->setText(tr("&Open…"));
    m_open->setToolTip(tr("Edit a policy file"));
    m_import->setText(tr("&Import from an old server…"));
    m_import->setToolTip(tr("Read a policy as the start of a new one; the file itself is never written"));
    m_recentTitle->setText(tr("Recent files"));
    m_recentTitle->setFont(titleFont());
    placeButtons();
}

} // namespace relaytab
