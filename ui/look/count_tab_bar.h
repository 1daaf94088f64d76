#pragma once

#include <QTabBar>

#include <optional>

#include "model/analysis/finding.h"

namespace relaytab {

/// Tabs that carry a count, and the shape of the worst thing found behind them. Keyboard and mouse are QTabBar's.
class CountTabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit CountTabBar(QWidget *parent = nullptr);

    /// `count` stands in a pill behind the text; empty: no pill.
    void setCount(int index, const QString &count);
    void setSeverity(int index, std::optional<Severity> severity);

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;
    void tabInserted(int index) override;
    void tabRemoved(int index) override;

private:
    struct Extra {
        QString count;
        std::optional<Severity> severity;
    };

    void paintTab(QPainter &painter, int index) const;
    [[nodiscard]] int pillWidth(const QString &count) const;

    QList<Extra> m_extras;
};

} // namespace relaytab
