#include "ui/grid/paste_report.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include "model/wording/wording.h"
#include "ui/look/fonts.h"
#include "ui/look/spoken_label.h"

namespace relaytab {

PasteReport::PasteReport(QWidget *parent)
    : QWidget(parent),
      m_heading(new SpokenLabel(this)),
      m_lines(new QPlainTextEdit(this)),
      m_accept(new QPushButton(this)),
      m_copy(new QPushButton(this)),
      m_dismiss(new QPushButton(this))
{
    setObjectName(QStringLiteral("pasteReport"));
    m_heading->setObjectName(QStringLiteral("pasteHeading"));
    m_lines->setObjectName(QStringLiteral("badLines"));
    m_heading->setWordWrap(true);
    m_accept->setObjectName(QStringLiteral("acceptSuggestions"));
    m_lines->setReadOnly(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(18, 6, 12, 6);
    top->addWidget(m_heading, 1);
    top->addWidget(m_accept);
    top->addWidget(m_copy);
    top->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_lines, 1);
    setFocusProxy(m_lines);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const BadLine &line : m_paste.badLines)
            lines.append(line.text);
        QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
    });
    connect(m_accept, &QPushButton::clicked, this, &PasteReport::acceptSuggestions);
    connect(m_dismiss, &QPushButton::clicked, this, &PasteReport::dismissed);
    retranslate();
}

void PasteReport::setPaste(ListKind list, const Paste &paste)
{
    m_list = list;
    m_paste = paste;
    retranslate();
    announce(m_heading, Announcement::Polite);
}

void PasteReport::acceptSuggestions()
{
    RuleList rows;
    std::vector<BadLine> others;
    for (const BadLine &line : m_paste.badLines) {
        if (line.suggestion && !line.suggestion->fixes.empty() && line.suggestion->fixes.front().entry)
            rows.append(RuleRow{.entry = *line.suggestion->fixes.front().entry});
        else
            others.push_back(line);
    }
    m_paste.goodLines += static_cast<int>(m_paste.badLines.size() - others.size());
    m_paste.badLines = std::move(others);
    Q_EMIT suggestionsAccepted(m_list, rows);
    if (m_paste.badLines.empty())
        Q_EMIT dismissed();
    else
        retranslate();
}

void PasteReport::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PasteReport::retranslate()
{
    const Wording wording;
    QStringList lines;
    bool hasSuggestion = false;
    for (const BadLine &line : m_paste.badLines) {
        const QString why = line.suggestion ? wording.finding(*line.suggestion) : wording.entryError(line.error);
        //: A pasted line that is no rule: its number, its text, why
        lines.append(tr("Line %1:  %2    – %3").arg(line.line).arg(line.text, why));
        if (!line.suggestion || line.suggestion->fixes.empty())
            continue;
        hasSuggestion = true;
        lines.last() += u' ' + wording.fix(*line.suggestion, line.suggestion->fixes.front()) + u'.';
    }
    m_accept->setVisible(hasSuggestion);
    m_accept->setText(tr("Paste as suggested"));
    m_lines->setPlainText(lines.join(u'\n'));
    m_lines->setFont(addressFont());
    m_lines->setAccessibleName(tr("Lines that were not pasted"));
    //: %1 is for example "6 lines became rules", %2 is for example "2 lines did not"
    m_heading->setText(tr("%1, %2:").arg(tr("%Ln line(s) became rules", "", m_paste.goodLines),
                                         tr("%Ln line(s) did not", "", badLines())));
    m_heading->setAccessibleName(tr("Result of the paste"));
    m_copy->setText(tr("Copy these lines"));
    m_dismiss->setText(tr("Dismiss"));
}

} // namespace relaytab
