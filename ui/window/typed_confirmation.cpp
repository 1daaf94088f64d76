#include "ui/window/typed_confirmation.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/roles.h"

namespace relaytab {

TypedConfirmation::TypedConfirmation(const QString &title, const QString &harm, const QString &phrase,
                                     const QString &action, QWidget *parent)
    : QDialog(parent), m_typed(new QLineEdit(this))
{
    setObjectName(QStringLiteral("typedConfirmation"));
    setWindowTitle(title);
    setWindowModality(Qt::WindowModal);
    auto *shape = new QLabel(this);
    shape->setPixmap(iconPixmap(IconName::Danger, 32,
                                roleColor(ColorRole::Danger, palette(), palette().color(QPalette::Window)),
                                devicePixelRatioF()));
    auto *heading = new QLabel(title, this);
    heading->setFont(titleFont());
    auto *text = new QLabel(harm, this);
    text->setWordWrap(true);
    text->setMinimumWidth(50 * fontMetrics().averageCharWidth());
    auto *label = new QLabel(tr("Type “%1” to save it all the same:").arg(phrase), this);
    label->setWordWrap(true);
    m_typed->setObjectName(QStringLiteral("typedPhrase"));
    m_typed->setAccessibleName(label->text());
    label->setBuddy(m_typed);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    QPushButton *save = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    save->setObjectName(QStringLiteral("typedAccept"));
    save->setEnabled(false);
    save->setAutoDefault(false);
    cancel->setDefault(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(10);
    words->addWidget(heading);
    words->addWidget(text);
    words->addSpacing(4);
    words->addWidget(label);
    words->addWidget(m_typed);
    words->addSpacing(6);
    words->addWidget(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(shape, 0, Qt::AlignTop);
    layout->addLayout(words, 1);

    connect(m_typed, &QLineEdit::textChanged, this, [save, cancel, phrase](const QString &typed) {
        const bool matches = typed.trimmed() == phrase;
        save->setEnabled(matches);
        save->setDefault(matches); // Enter after the whole phrase means it
        cancel->setDefault(!matches);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_typed->setFocus();
}

} // namespace relaytab
