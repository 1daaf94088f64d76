#pragma once

#include <QTreeView>

#include <memory>

#include "model/editing/difference_model.h"

namespace relaytab {

/// A difference to be read: a heading for each class of clients, its nets below. Ctrl+C copies what is selected, or
/// all.
class DifferenceView : public QTreeView
{
    Q_OBJECT

public:
    explicit DifferenceView(QWidget *parent = nullptr);

    /// Null: nothing to show.
    void setReport(const std::shared_ptr<const ChangeReport> &report);
    /// What the difference is to, above the tree.
    void setHeading(const QString &heading);
    /// All of it, as plain text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Enter on a row of the policy.
    void rowRequested(relaytab::RowPlace place);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copy() const;
    void dress();
    void showReport();

    DifferenceModel *m_model;
    std::shared_ptr<const ChangeReport> m_report;
};

} // namespace relaytab
