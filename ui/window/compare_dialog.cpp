#include "ui/window/compare_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "model/analysis/difference.h"
#include "model/analysis/row_difference.h"
#include "model/policy/entry_text.h"
#include "model/wording/wording.h"
#include "ui/look/fonts.h"

namespace relaytab {

namespace {

constexpr qsizetype shownLines = 2000;

QString rowText(const RuleList &list, std::size_t index)
{
    const RuleRow row = list.row(index);
    QString text = QString::fromStdString(registryText(row.entry));
    if (!row.comment.empty())
        text += u" # " + QString::fromStdString(row.comment);
    return text;
}

QString flagsText(const std::optional<std::uint32_t> &flags)
{
    return flags ? QString::number(*flags) : QStringLiteral("–");
}

} // namespace

CompareDialog::CompareDialog(const RelayPolicy &onDisk, const RelayPolicy &mine, Reading reading, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("compareDialog"));
    setWindowTitle(tr("Compare with the file"));
    auto *effect = new QLabel(effectLine(onDisk, mine, reading), this);
    effect->setFont(titleFont());
    effect->setWordWrap(true);
    QStringList lines = rowLines(onDisk, mine);
    if (const QString flags = flagsLine(onDisk, mine); !flags.isEmpty())
        lines.prepend(flags);
    if (lines.isEmpty())
        lines.append(tr("Both say the same."));
    if (lines.size() > shownLines) {
        const auto more = static_cast<int>(lines.size() - shownLines);
        lines = lines.first(shownLines);
        lines.append(tr("And %Ln more.", "", more));
    }
    auto *text = new QPlainTextEdit(lines.join(u'\n'), this);
    text->setObjectName(QStringLiteral("compareLines"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(addressFont());
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(tr("Differences"));
    text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    auto *legend = new QLabel(tr("− only on disk    + only in this window"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(effect);
    layout->addWidget(text, 1);
    layout->addWidget(legend);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 26);
}

QString CompareDialog::effectLine(const RelayPolicy &onDisk, const RelayPolicy &mine, Reading reading)
{
    if (equalEffect(onDisk, mine, reading))
        return tr("No client would notice: both policies decide alike.");
    const Difference difference = differenceOf(onDisk, mine, ClientClass{}, reading);
    const Wording wording;
    const auto addresses = [&](const AddressSet &set) {
        return wording.addresses(set.count(Family::IPv4), set.count(Family::IPv6));
    };
    if (difference.isEmpty())
        return tr("They differ only for clients that authenticate, or by server address.");
    //: %1 and %2 are for example "8 addresses"
    return tr("Without authenticating, %1 may relay only by this window and %2 only by the file.")
        .arg(addresses(difference.gained), addresses(difference.lost));
}

QString CompareDialog::flagsLine(const RelayPolicy &onDisk, const RelayPolicy &mine)
{
    if (onDisk.flags == mine.flags)
        return {};
    return QStringLiteral("RelayFlags: − %1  + %2").arg(flagsText(onDisk.flags), flagsText(mine.flags));
}

QStringList CompareDialog::rowLines(const RelayPolicy &onDisk, const RelayPolicy &mine)
{
    QStringList lines;
    for (const ListKind list : allLists) {
        for (const RowChange &change : rowDifference(onDisk.list(list), mine.list(list))) {
            if (change.before)
                lines.append(u"− " + Wording::place({list, *change.before}) + u": "
                             + rowText(onDisk.list(list), *change.before));
            if (change.after)
                lines.append(u"+ " + Wording::place({list, *change.after}) + u": "
                             + rowText(mine.list(list), *change.after));
        }
    }
    return lines;
}

} // namespace relaytab
