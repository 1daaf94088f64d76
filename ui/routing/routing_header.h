#pragma once

#include <QWidget>

#include "ui/look/tinted_label.h"

namespace relaytab {

class ExposureBadge;

/// What the policy does, in words, and how open that is.
class RoutingHeader : public QWidget
{
    Q_OBJECT

public:
    explicit RoutingHeader(QWidget *parent = nullptr);

    [[nodiscard]] ExposureBadge *badge() const { return m_badge; }
    /// `details` is the quiet second line; it may be empty.
    void setWords(const QString &sentence, const QString &details);

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    SpokenLabel *m_sentence;
    TintedLabel *m_details;
    ExposureBadge *m_badge;
};

} // namespace relaytab
