#include "ui/tester/step_list.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/look/contrast.h"
#include "ui/look/fonts.h"

namespace relaytab {

namespace {

/// A number in a circle; filled for the step that decided.
class StepNumber : public QWidget
{
public:
    StepNumber(int number, QWidget *parent) : QWidget(parent), m_number(number)
    {
        const int side = QFontMetrics(quietFont()).height() + 4;
        setFixedSize(side, side);
    }

    void setDecided(bool decided, ColorRole role)
    {
        m_decided = decided;
        m_role = role;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const QColor window = palette().color(QPalette::Window);
        const QColor quiet = quietColor(palette(), window);
        const QColor filled = roleColor(m_role, palette(), window);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_decided ? filled : quiet, 1));
        painter.setBrush(m_decided ? QBrush(filled) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setFont(quietFont());
        painter.setPen(m_decided ? (contrast(filled, Qt::white) >= contrast(filled, Qt::black) ? Qt::white : Qt::black)
                                 : quiet);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    bool m_decided = false;
    ColorRole m_role = ColorRole::Note;
};

/// Number and sentence.
class StepLine : public QWidget
{
public:
    StepLine(int number, QWidget *parent)
        : QWidget(parent),
          m_number(new StepNumber(number, this)),
          m_text(new TintedLabel(this)),
          m_strongText(new SpokenLabel(this))
    {
        m_text->setWordWrap(true);
        m_strongText->setWordWrap(true);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(10);
        layout->addWidget(m_number, 0, Qt::AlignTop);
        layout->addWidget(m_text, 1);
        layout->addWidget(m_strongText, 1);
    }

    void setStep(const StepList::Step &step, ColorRole role)
    {
        m_number->setDecided(step.decided, role);
        m_text->setText(step.text);
        m_strongText->setText(step.text);
        m_text->setVisible(!step.decided);
        m_strongText->setVisible(step.decided);
    }

private:
    StepNumber *m_number;
    TintedLabel *m_text;
    SpokenLabel *m_strongText;
};

} // namespace

StepList::StepList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(7);
}

void StepList::setSteps(const QList<Step> &steps, ColorRole role)
{
    while (m_lines.size() < steps.size()) {
        auto *line = new StepLine(static_cast<int>(m_lines.size()) + 1, this);
        layout()->addWidget(line);
        m_lines.append(line);
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i)->setVisible(i < steps.size());
        if (i < steps.size())
            static_cast<StepLine *>(m_lines.at(i))->setStep(steps.at(i), role);
    }
}

} // namespace relaytab
