#include "ui/window/policy_view.h"

#include <QApplication>
#include <QEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include "model/editing/problems_model.h"
#include "model/editing/tester.h"
#include "ui/grid/paste_report.h"
#include "ui/grid/rule_lists.h"
#include "ui/problems/problems_panel.h"
#include "ui/routing/flags_panel.h"
#include "ui/tester/tester_panel.h"
#include "ui/window/bottom_panel.h"

namespace relaytab {

namespace {

/// The gravest thing that rows of a list say.
std::optional<Severity> worstOf(const FindingStore &findings, ListKind list)
{
    for (const Severity severity : {Severity::Danger, Severity::Error, Severity::Warning}) {
        if (findings.count(list, severity) > 0)
            return severity;
    }
    return std::nullopt;
}

} // namespace

PolicyView::PolicyView(PolicyDocument &document, DocumentAnalysis &analysis, ProblemsModel &problems, Tester &tester,
                       QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_problemsModel(problems),
      m_flags(new FlagsPanel(document, this)),
      m_lists(new RuleLists(document, this)),
      m_bottom(new BottomPanel(this)),
      m_problems(new ProblemsPanel(problems, this)),
      m_pasteReport(new PasteReport(this)),
      m_tester(new TesterPanel(tester, this)),
      m_columns(new QSplitter(Qt::Horizontal, this)),
      m_rows(new QSplitter(Qt::Vertical, this))
{
    auto *policy = new QWidget(this);
    auto *policyLayout = new QVBoxLayout(policy);
    policyLayout->setContentsMargins(0, 0, 0, 0);
    policyLayout->setSpacing(0);
    policyLayout->addWidget(m_flags);
    policyLayout->addWidget(m_lists, 1);
    m_bottom->addPage(m_problems);
    m_pasteReport->hide();
    m_rows->addWidget(policy);
    m_rows->addWidget(m_bottom);
    m_rows->setChildrenCollapsible(false);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 0);
    m_rows->setSizes({480, 160});
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_tester);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(0, 1);
    m_columns->setStretchFactor(1, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);

    for (ListPage *page : m_lists->pages()) {
        page->grid()->rules().setAnalysis(analysis);
        connect(page, &ListPage::testRequested, this, &PolicyView::testAddress);
        connect(page->grid(), &RuleGrid::pasted, this, &PolicyView::showPaste);
    }
    connectParts(problems, analysis);
    retranslate();
}

void PolicyView::connectParts(ProblemsModel &problems, DocumentAnalysis &analysis)
{
    connect(&problems, &ProblemsModel::showRowRequested, this, [this](RowPlace place) { m_lists->showRow(place); });
    connect(m_problems, &ProblemsPanel::rowRequested, this, [this](RowPlace place) { m_lists->showRow(place); });
    connect(m_problems, &ProblemsPanel::repairAllRequested, this, &PolicyView::repairAllRequested);
    connect(m_tester, &TesterPanel::rowRequested, this, [this](RowPlace place) { m_lists->showRow(place); });
    connect(m_tester, &TesterPanel::hostAllowed, this, [this](RowPlace place) {
        m_lists->showRow(place, RuleTableModel::Comment);
        m_lists->currentGrid()->editCell(place, RuleTableModel::Comment);
    });
    connect(m_pasteReport, &PasteReport::suggestionsAccepted, this, [this](ListKind list, const RuleList &rows) {
        m_document.insertRows(list, m_document.policy().list(list).size(), rows, RowSource::Pasted);
        retranslate();
    });
    connect(m_pasteReport, &PasteReport::dismissed, this, [this] {
        m_bottom->removePage(m_pasteReport);
        m_pasteReport->hide();
        m_lists->currentGrid()->setFocus();
    });
    connect(&analysis, &DocumentAnalysis::progressChanged, m_problems, &ProblemsPanel::setProgress);
    connect(&analysis, &DocumentAnalysis::findingsChanged, this, [this, &analysis] { showSeverities(analysis); });
    showSeverities(analysis);
}

void PolicyView::showTester()
{
    m_bottom->showPage(m_tester);
    m_tester->focusClient();
}

void PolicyView::testAddress(const QString &address)
{
    m_bottom->showPage(m_tester);
    m_tester->setClient(address);
}

void PolicyView::test(const TesterQuery &query)
{
    m_bottom->showPage(m_tester);
    m_tester->setQuery(query);
}

void PolicyView::makeRoomBelow()
{
    const QList<int> sizes = m_rows->sizes();
    const int wanted = std::min((sizes.at(0) + sizes.at(1)) / 2, 18 * fontMetrics().height());
    if (sizes.at(1) < wanted)
        m_rows->setSizes({sizes.at(0) + sizes.at(1) - wanted, wanted});
}

void PolicyView::focusNextPane(int step)
{
    QList<QWidget *> panes{m_lists->currentGrid()};
    panes.append(m_bottom->pages());
    if (!panes.contains(m_tester))
        panes.append(m_tester);
    panes.append(m_flags);
    const QWidget *focused = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused != nullptr && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            at = i;
    }
    QWidget *next = panes.at(at < 0 ? 0 : (at + step + panes.size()) % panes.size());
    m_bottom->showPage(next);
    if (next == m_tester)
        m_tester->focusClient();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

void PolicyView::showPaste(ListKind list, const Paste &paste)
{
    if (paste.badLines.empty())
        return;
    m_pasteReport->setPaste(list, paste);
    if (!m_bottom->holds(m_pasteReport))
        m_bottom->addPage(m_pasteReport);
    retranslate();
    m_bottom->showPage(m_pasteReport);
}

void PolicyView::showSeverities(const DocumentAnalysis &analysis)
{
    for (const ListKind list : allLists)
        m_lists->setSeverity(list, worstOf(analysis.findings(), list));
    m_bottom->setCount(m_problems, QLocale().toString(static_cast<qulonglong>(m_problemsModel.total())));
}

void PolicyView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeTester();
}

void PolicyView::placeTester()
{
    // In characters, so that large text makes a window narrow too: about 1000 px at 100 %.
    const bool isNarrow = width() < 165 * fontMetrics().averageCharWidth();
    if (isNarrow == m_bottom->holds(m_tester))
        return;
    const bool hadFocus = m_tester->isAncestorOf(QApplication::focusWidget());
    if (isNarrow) {
        m_bottom->addPage(m_tester);
    } else {
        m_bottom->removePage(m_tester);
        m_columns->addWidget(m_tester);
        m_columns->setStretchFactor(1, 0);
        m_tester->show();
    }
    retranslate();
    if (hadFocus)
        showTester();
}

QByteArray PolicyView::columnsState() const
{
    return m_columns->saveState();
}

QByteArray PolicyView::rowsState() const
{
    return m_rows->saveState();
}

void PolicyView::restoreSplits(const QByteArray &columns, const QByteArray &rows)
{
    m_columns->restoreState(columns);
    m_rows->restoreState(rows);
}

void PolicyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PolicyView::retranslate()
{
    m_bottom->setTitle(m_problems, tr("Problems"));
    m_bottom->setTitle(m_tester, tr("Tester"));
    m_bottom->setTitle(m_pasteReport, tr("Not pasted"));
    m_bottom->setCount(m_pasteReport, QLocale().toString(m_pasteReport->badLines()));
}

} // namespace relaytab
