#include "ui/review/difference_view.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include "ui/look/fonts.h"

namespace relaytab {

namespace {

/// Headings stand out by their weight, addresses line up.
class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), std::max(size.height(), option.fontMetrics.height() + 8)};
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!index.parent().isValid())
            option->font.setWeight(QFont::DemiBold);
        else if (index.column() == DifferenceModel::Text && index.data(DifferenceModel::WrittenRole).toBool())
            option->font = addressFont();
        option->fontMetrics = QFontMetrics(option->font);
    }
};

} // namespace

DifferenceView::DifferenceView(QWidget *parent) : QTreeView(parent), m_model(new DifferenceModel(this))
{
    setObjectName(QStringLiteral("differences"));
    setModel(m_model);
    setItemDelegate(new LineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setExpandsOnDoubleClick(false);
    viewport()->setBackgroundRole(QPalette::Window);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(DifferenceModel::Text, QHeaderView::Stretch);
    header()->setSectionResizeMode(DifferenceModel::Addresses, QHeaderView::Fixed);
    header()->setSectionsClickable(false);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const QVariant place = index.data(DifferenceModel::PlaceRole); place.isValid())
            Q_EMIT rowRequested(place.value<RowPlace>());
    });
    dress();
}

void DifferenceView::setReport(const std::shared_ptr<const ChangeReport> &report)
{
    m_report = report;
    showReport();
}

void DifferenceView::setHeading(const QString &heading)
{
    m_model->setHeading(heading);
}

void DifferenceView::showReport()
{
    m_model->setSections(m_report ? DifferenceWording().sections(*m_report) : std::vector<DifferenceSection>{});
    // What has no count may be as long as the view is wide.
    for (int section = 0; section < m_model->rowCount(); ++section) {
        setFirstColumnSpanned(section, {}, true);
        const QModelIndex parent = m_model->index(section, DifferenceModel::Text);
        for (int line = 0; line < m_model->rowCount(parent); ++line)
            if (m_model->index(line, DifferenceModel::Addresses, parent).data().toString().isEmpty())
                setFirstColumnSpanned(line, parent, true);
    }
    expandAll();
}

QString DifferenceView::text() const
{
    return m_model->headerData(DifferenceModel::Text, Qt::Horizontal).toString() + u'\n'
        + DifferenceWording::asText(m_model->sections());
}

void DifferenceView::copy() const
{
    QStringList lines;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const QString count = index.siblingAtColumn(DifferenceModel::Addresses).data().toString();
        lines.append(index.data().toString() + (count.isEmpty() ? QString() : u'\t' + count));
    }
    QGuiApplication::clipboard()->setText(lines.size() > 1 ? lines.join(u'\n') + u'\n' : text());
}

void DifferenceView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QTreeView::keyPressEvent(event);
}

void DifferenceView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        dress();
    QTreeView::changeEvent(event);
}

void DifferenceView::dress()
{
    setAccessibleName(tr("Difference"));
    header()->resizeSection(DifferenceModel::Addresses, 22 * fontMetrics().averageCharWidth());
    showReport();
}

} // namespace relaytab
