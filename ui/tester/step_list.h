#pragma once

#include <QWidget>

#include "ui/look/tinted_label.h"

namespace relaytab {

/// Numbered steps; the one that decided stands out.
class StepList : public QWidget
{
    Q_OBJECT

public:
    explicit StepList(QWidget *parent = nullptr);

    struct Step {
        QString text;
        bool decided = false;
    };
    /// `role` colours the number of the step that decided.
    void setSteps(const QList<Step> &steps, ColorRole role);

private:
    QList<QWidget *> m_lines;
};

} // namespace relaytab
