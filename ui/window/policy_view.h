#pragma once

#include <QWidget>

#include "model/policy/decision_words.h"

class QSplitter;
class QTabWidget;

namespace relaytab {

class FlagsPanel;
class PolicyDocument;
class RuleLists;

/// What is between header and status bar: switches, lists and problems at the left, the tester at the right. Where the
/// window is narrow the tester is a tab beside the problems.
class PolicyView : public QWidget
{
    Q_OBJECT

public:
    explicit PolicyView(PolicyDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] RuleLists *lists() const { return m_lists; }

    [[nodiscard]] QByteArray columnsState() const;
    [[nodiscard]] QByteArray rowsState() const;
    void restoreSplits(const QByteArray &columns, const QByteArray &rows);

private:
    FlagsPanel *m_flags;
    RuleLists *m_lists;
    QSplitter *m_columns;
    QSplitter *m_rows;
};

} // namespace relaytab
