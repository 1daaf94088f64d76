#pragma once

#include <QScrollArea>

#include <optional>

class QVBoxLayout;

namespace relaytab {

/// A column of widgets that fills its place, and scrolls up and down where they need more height than there is: large
/// text in a small window. What has the focus stays in view until somebody scrolls it away. Each widget has at least
/// the height its words need at the column's width.
class ScrollColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrollColumn(QWidget *parent = nullptr);
    ~ScrollColumn() override;

    void addWidget(QWidget *widget, int stretch = 0);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    /// Where the focus is, if it is in the column.
    [[nodiscard]] std::optional<QRect> focusPlace() const;
    void showFocus();

    QVBoxLayout *m_layout;
    bool m_isFitting = false;
    bool m_keepsFocus = true; ///< nobody scrolled it away
};

} // namespace relaytab
