#include "ui/review/review_sheet.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

#include <chrono>

#include "ui/look/fonts.h"
#include "ui/look/roles.h"
#include "ui/look/spoken_label.h"
#include "ui/review/difference_view.h"
#include "ui/review/progress_line.h"
#include "ui/window/banner.h"

namespace relaytab {

using namespace std::chrono_literals;

namespace {

/// What was removed and added stands out by its sign, and by a colour besides.
class SignColors : public QSyntaxHighlighter
{
public:
    explicit SignColors(QPlainTextEdit *text) : QSyntaxHighlighter(text->document()), m_text(text) { }

protected:
    void highlightBlock(const QString &line) override
    {
        const QPalette &palette = m_text->palette();
        const QColor ground = palette.color(QPalette::Base);
        const auto length = static_cast<int>(line.size());
        if (line.startsWith(u'−'))
            setFormat(0, length, roleColor(ColorRole::Danger, palette, ground));
        else if (line.startsWith(u'+'))
            setFormat(0, length, roleColor(ColorRole::Good, palette, ground));
        else
            setFormat(0, length, quietColor(palette, ground));
    }

private:
    QPlainTextEdit *m_text;
};

QString signedLine(const TextDifference::Line &line)
{
    switch (line.sign) {
    case TextDifference::Sign::Same: break;
    case TextDifference::Sign::Removed: return u"− " + line.text;
    case TextDifference::Sign::Added: return u"+ " + line.text;
    case TextDifference::Sign::Skipped: return QStringLiteral("  …");
    }
    return u"  " + line.text;
}

} // namespace

ReviewSheet::ReviewSheet(const Words &title, const Words &action, QWidget *parent)
    : QDialog(parent),
      m_said{.title = title, .action = action},
      m_heading(new SpokenLabel(this)),
      m_detail(new SpokenLabel(this)),
      m_warning(new Banner(this)),
      m_progress(new ProgressLine(QStringLiteral("reviewProgress"), ProgressLine::Task::Comparing, this)),
      m_difference(new DifferenceView(this)),
      m_textTitle(new QLabel(this)),
      m_text(new QPlainTextEdit(this)),
      m_parts(new QSplitter(Qt::Vertical, this))
{
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_heading->setObjectName(QStringLiteral("reviewHeading"));
    m_detail->setObjectName(QStringLiteral("reviewDetail"));
    m_warning->setObjectName(QStringLiteral("reviewWarning"));
    m_difference->setObjectName(QStringLiteral("reviewDifference"));
    m_text->setObjectName(QStringLiteral("reviewText"));
    m_heading->setFont(titleFont());
    for (QLabel *label : {m_heading, m_detail}) {
        label->setWordWrap(true);
        label->hide();
    }
    m_warning->hide();
    m_textTitle->setBuddy(m_text);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(addressFont());
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    new SignColors(m_text);

    auto *file = new QWidget(this);
    auto *fileLayout = new QVBoxLayout(file);
    fileLayout->setContentsMargins(0, 8, 0, 0);
    fileLayout->setSpacing(4);
    fileLayout->addWidget(m_textTitle);
    fileLayout->addWidget(m_text, 1);
    m_parts->addWidget(m_difference);
    m_parts->addWidget(file);
    m_parts->setChildrenCollapsible(false);
    m_parts->setSizes({300, 220});
    file->hide();
    m_parts->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("reviewAccept"));
    m_accept->setEnabled(false);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_detail);
    layout->addWidget(m_warning);
    layout->addWidget(m_progress);
    layout->addWidget(m_parts, 1);
    layout->addStretch(0);
    layout->addWidget(buttons);
    resize(QSize(110 * fontMetrics().averageCharWidth(), 34 * fontMetrics().height())
               .boundedTo(parent->size() - QSize(48, 48)));

    connect(m_progress, &ProgressLine::appeared, this, [this, cancel] {
        cancel->setFocus();
        open();
    });
    connect(m_progress, &ProgressLine::cancelRequested, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        if (m_job)
            m_job->cancelled = true;
    });
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] { m_progress->setPercent(m_job->percent); });
    retranslate();
}

void ReviewSheet::start(const std::shared_ptr<ReviewJob> &job)
{
    m_job = job;
    m_progress->start();
    m_poll.start();
}

void ReviewSheet::setHeading(const Words &heading)
{
    m_said.heading = heading;
    m_heading->setText(heading());
    m_heading->show();
}

void ReviewSheet::setDetail(const Words &detail)
{
    m_said.detail = detail;
    m_detail->setText(detail());
    m_detail->show();
}

void ReviewSheet::setWarning(const Words &warning)
{
    m_said.warning = warning;
    m_warning->showMessage(ColorRole::Warning, warning());
}

void ReviewSheet::setReport(const std::shared_ptr<const ChangeReport> &report, const Words &base)
{
    m_said.base = base;
    m_difference->setHeading(base());
    m_difference->setReport(report);
    m_parts->show();
}

void ReviewSheet::setText(const TextDifference &text)
{
    m_said.text = text;
    showText();
    m_text->parentWidget()->show();
}

void ReviewSheet::showText()
{
    const TextDifference &text = *m_said.text;
    QStringList lines;
    for (const TextDifference::Line &line : text.lines)
        lines.append(signedLine(line));
    if (text.isCut)
        lines.append(tr("… and more"));
    if (text.isTooLarge)
        lines.append(tr("The file is too large to be compared line by line."));
    else if (lines.isEmpty())
        lines.append(tr("The file would stay as it is, byte for byte."));
    const int place = m_text->verticalScrollBar()->value();
    m_text->setPlainText(lines.join(u'\n'));
    m_text->verticalScrollBar()->setValue(place);
}

void ReviewSheet::showResult(bool mayAccept)
{
    m_poll.stop();
    m_progress->stop();
    m_accept->setEnabled(mayAccept);
    if (!isVisible())
        open();
    if (mayAccept)
        m_accept->setFocus();
    else
        m_difference->setFocus();
}

void ReviewSheet::keyPressEvent(QKeyEvent *event)
{
    // Enter presses the button that has the focus, and no other.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QPushButton *>(focusWidget()))
            button->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ReviewSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ReviewSheet::retranslate()
{
    setWindowTitle(m_said.title());
    m_heading->setAccessibleName(m_said.title());
    m_detail->setAccessibleName(m_said.title());
    m_accept->setText(m_said.action());
    m_textTitle->setText(tr("The file, line by &line"));
    m_text->setAccessibleName(tr("The file, line by line"));
    if (m_said.heading)
        m_heading->setText(m_said.heading());
    if (m_said.detail)
        m_detail->setText(m_said.detail());
    if (m_said.warning)
        m_warning->showMessage(ColorRole::Warning, m_said.warning());
    if (m_said.base)
        m_difference->setHeading(m_said.base());
    if (m_said.text)
        showText();
}

} // namespace relaytab
