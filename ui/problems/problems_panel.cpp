#include "ui/problems/problems_panel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "model/editing/problems_model.h"
#include "ui/look/tinted_label.h"
#include "ui/problems/problem_delegate.h"

namespace relaytab {

namespace {

/// A list view that tells where its items lie.
class LinkView : public QListView
{
public:
    using QListView::QListView;

    [[nodiscard]] QStyleOptionViewItem optionFor(const QModelIndex &index) const
    {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = visualRect(index);
        return option;
    }
};

} // namespace

ProblemsPanel::ProblemsPanel(ProblemsModel &model, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_view(new LinkView(this)),
      m_delegate(new ProblemDelegate(this)),
      m_state(new TintedLabel(this))
{
    m_view->setObjectName(QStringLiteral("problems"));
    m_state->setObjectName(QStringLiteral("problemsState"));
    m_view->setModel(&model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust); // sentences may take a second line
    m_view->setLayoutMode(QListView::Batched); // there may be thousands
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->viewport()->setBackgroundRole(QPalette::Window);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_state->setContentsMargins(18, 8, 18, 8);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_state);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { setActiveLink(0); });
    connect(m_view, &QWidget::customContextMenuRequested, this, &ProblemsPanel::showMenu);
    connect(&model, &QAbstractItemModel::modelReset, this, &ProblemsPanel::showState);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ProblemsPanel::showState);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ProblemsPanel::showState);
    retranslate();
}

void ProblemsPanel::setProgress(int percent)
{
    m_progress = percent;
    showState();
}

void ProblemsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool ProblemsPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_view->viewport()
        && (event->type() == QEvent::MouseButtonRelease || event->type() == QEvent::MouseMove)) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        const auto link = index.isValid()
            ? m_delegate->linkAt(mouse->pos(), static_cast<LinkView *>(m_view)->optionFor(index), index)
            : std::nullopt;
        m_view->viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (event->type() == QEvent::MouseButtonRelease && mouse->button() == Qt::LeftButton && link) {
            // The model may drop the row; the view must be through with its click first.
            QMetaObject::invokeMethod(
                this, [this, row = QPersistentModelIndex(index), link] { follow(row, *link); }, Qt::QueuedConnection);
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool ProblemsPanel::handleKey(int key)
{
    const QModelIndex current = m_view->currentIndex();
    const auto fixes = static_cast<int>(current.data(ProblemsModel::FixTextsRole).toStringList().size());
    switch (key) {
    case Qt::Key_Left: setActiveLink(std::max(0, m_activeLink - 1)); return true;
    case Qt::Key_Right: setActiveLink(std::min(fixes, m_activeLink + 1)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: follow(current, m_activeLink); return true;
    default: return false;
    }
}

void ProblemsPanel::setActiveLink(int link)
{
    m_activeLink = link;
    m_delegate->setActiveLink(link);
    m_view->viewport()->update();
}

void ProblemsPanel::follow(const QModelIndex &index, int link)
{
    if (!index.isValid())
        return;
    if (link > 0) {
        m_model.applyFix(index, link - 1);
    } else if (const QVariant place = index.data(ProblemsModel::PlaceRole); place.isValid()) {
        Q_EMIT rowRequested(place.value<RowPlace>());
    }
}

void ProblemsPanel::showMenu(const QPoint &position)
{
    const QPersistentModelIndex index(m_view->currentIndex());
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList fixes = index.data(ProblemsModel::FixTextsRole).toStringList();
    for (int i = 0; i < fixes.size(); ++i)
        connect(menu->addAction(fixes.at(i)), &QAction::triggered, this, [this, index, i] { follow(index, i + 1); });
    if (m_model.canRepairAllLike(index)) {
        menu->addSeparator();
        connect(menu->addAction(tr("Repair all of this kind…")), &QAction::triggered, this,
                [this, code = m_model.finding(index).code] { Q_EMIT repairAllRequested(code); });
    }
    if (!menu->isEmpty())
        menu->popup(m_view->viewport()->mapToGlobal(position));
}

void ProblemsPanel::showState()
{
    const auto shown = static_cast<std::size_t>(m_model.rowCount());
    const QLocale locale;
    QString text;
    if (m_progress < 100)
        text = tr("Looking for problems… %1 %").arg(locale.toString(m_progress));
    else if (shown == 0)
        text = tr("No problems found.");
    else if (m_model.total() > shown)
        text = tr("The worst %1 of %2 problems:")
                   .arg(locale.toString(static_cast<qulonglong>(shown)),
                        locale.toString(static_cast<qulonglong>(m_model.total())));
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
}

void ProblemsPanel::retranslate()
{
    m_view->setAccessibleName(tr("Problems"));
    m_model.setLocale(QLocale());
    showState();
}

} // namespace relaytab
