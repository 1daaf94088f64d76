#pragma once

#include <QWidget>

#include "model/analysis/finding.h"
#include "model/editing/paste.h"
#include "model/policy/relay_policy.h"

class QSplitter;

namespace relaytab {

class BottomPanel;
class DocumentAnalysis;
class FlagsPanel;
class PasteReport;
class PolicyDocument;
class ProblemsModel;
class ProblemsPanel;
class RuleLists;
class Tester;
class TesterPanel;
struct TesterQuery;

/// What is between header and status bar: switches, lists and problems at the left, the tester at the right. Where the
/// window is narrow the tester is a tab beside the problems.
class PolicyView : public QWidget
{
    Q_OBJECT

public:
    PolicyView(PolicyDocument &document, DocumentAnalysis &analysis, ProblemsModel &problems, Tester &tester,
               QWidget *parent = nullptr);

    [[nodiscard]] RuleLists *lists() const { return m_lists; }
    [[nodiscard]] BottomPanel *bottom() const { return m_bottom; }
    void showTester();
    void testAddress(const QString &address);
    void test(const TesterQuery &query);
    /// Lets the pages below the lists have room for a list of their own, if there is any.
    void makeRoomBelow();
    [[nodiscard]] TesterPanel *tester() const { return m_tester; }
    /// Cycles the focus through grid, the pages below it, tester, switches.
    void focusNextPane(int step);

    [[nodiscard]] QByteArray columnsState() const;
    [[nodiscard]] QByteArray rowsState() const;
    void restoreSplits(const QByteArray &columns, const QByteArray &rows);

Q_SIGNALS:
    void rowRequested(relaytab::RowPlace place);
    /// Every row with this problem is to be repaired.
    void repairAllRequested(relaytab::FindingCode code);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts(ProblemsModel &problems, DocumentAnalysis &analysis);
    void placeTester();
    void showPaste(ListKind list, const Paste &paste);
    void showSeverities(const DocumentAnalysis &analysis);
    void retranslate();

    PolicyDocument &m_document;
    ProblemsModel &m_problemsModel;
    FlagsPanel *m_flags;
    RuleLists *m_lists;
    BottomPanel *m_bottom;
    ProblemsPanel *m_problems;
    PasteReport *m_pasteReport;
    TesterPanel *m_tester;
    QSplitter *m_columns;
    QSplitter *m_rows;
};

} // namespace relaytab
