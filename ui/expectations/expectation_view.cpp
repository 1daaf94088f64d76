#include "ui/expectations/expectation_view.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QValidator>

#include "model/editing/expectations_model.h"
#include "model/wording/wording.h"
#include "ui/grid/inline_note.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/line_header.h"

namespace relaytab {

namespace {

struct StateLook {
    IconName icon;
    ColorRole role;
};

StateLook lookOf(const QVariant &state)
{
    if (!state.isValid())
        return {IconName::Dot, ColorRole::Note};
    switch (static_cast<ExpectationState>(state.toInt())) {
    case ExpectationState::Holds: return {IconName::Good, ColorRole::Good};
    case ExpectationState::Broken: return {IconName::Refused, ColorRole::Danger};
    case ExpectationState::NoRule:
    case ExpectationState::NoAddress: break;
    }
    return {IconName::Warning, ColorRole::Warning};
}

/// Says no to what the model would refuse, so that Enter leaves the editor open.
class CellValidator : public QValidator
{
public:
    CellValidator(const ExpectationsModel &model, const QModelIndex &index, QObject *parent)
        : QValidator(parent), m_model(model), m_index(index)
    { }

    State validate(QString &input, int & /*position*/) const override
    {
        return m_model.whyNot(m_index, input).isEmpty() ? Acceptable : Intermediate;
    }

private:
    const ExpectationsModel &m_model;
    QPersistentModelIndex m_index;
};

class ExpectationDelegate : public QStyledItemDelegate
{
public:
    ExpectationDelegate(ExpectationsModel &model, InlineNote &note, QAbstractItemView *view)
        : QStyledItemDelegate(view), m_model(model), m_note(note), m_view(view)
    { }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                          const QModelIndex &index) const override
    {
        const QString name = m_model.headerData(index.column(), Qt::Horizontal).toString();
        if (index.column() == ExpectationsModel::Expected) {
            auto *box = new QComboBox(parent);
            box->setAccessibleName(name);
            for (const Verdict verdict : {Verdict::Allowed, Verdict::Refused})
                box->addItem(Wording::verdict(verdict), static_cast<int>(verdict));
            connect(box, &QComboBox::activated, this, [this, box] {
                auto *self = const_cast<ExpectationDelegate *>(this);
                Q_EMIT self->commitData(box);
                Q_EMIT self->closeEditor(box);
            });
            return box;
        }
        auto *edit = new QLineEdit(parent);
        edit->setAccessibleName(name);
        edit->setFrame(false);
        edit->setAutoFillBackground(true);
        if (index.column() != ExpectationsModel::Comment)
            edit->setFont(addressFont());
        edit->setValidator(new CellValidator(m_model, index, edit));
        connect(edit, &QLineEdit::textChanged, this, [this, edit, place = QPersistentModelIndex(index)] {
            const QString why = m_model.whyNot(place, edit->text());
            LiveCheck check{.message = why};
            if (!why.isEmpty())
                check.severity = Severity::Error;
            edit->setAccessibleDescription(why);
            m_note.showCheck(check, m_view->visualRect(place));
        });
        connect(edit, &QObject::destroyed, &m_note, &QWidget::hide);
        return edit;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const QVariant value = index.data(Qt::EditRole);
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(box->findData(value));
        else if (auto *edit = qobject_cast<QLineEdit *>(editor); edit != nullptr && !edit->isModified())
            edit->setText(value.toString()); // not while typing: a result may come meanwhile
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *box = qobject_cast<QComboBox *>(editor)) {
            model->setData(index, box->currentData());
            return;
        }
        const int row = index.row();
        const bool isNew = row == m_model.blankRow();
        model->setData(index, static_cast<QLineEdit *>(editor)->text());
        if (isNew && m_model.blankRow() > row)
            m_newRow = row;
    }

    /// The current row is the new one, not the blank one below it. To be called when the view is through with the
    /// editor.
    void goToNewRow()
    {
        if (m_newRow >= 0)
            m_view->setCurrentIndex(m_model.index(m_newRow, m_view->currentIndex().column()));
        m_newRow = -1;
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isBlank = index.row() == m_model.blankRow();
        const bool isSelected = option->state & QStyle::State_Selected;
        const QColor ground = option->palette.color(isSelected ? QPalette::Highlight : QPalette::Base);
        const auto color = [&](const QColor &text) {
            option->palette.setColor(QPalette::Text, text);
            option->palette.setColor(QPalette::HighlightedText, text);
        };
        if (isBlank) {
            color(quietColor(option->palette, ground));
        } else if (index.column() == ExpectationsModel::Client || index.column() == ExpectationsModel::Server) {
            option->font = addressFont();
            option->fontMetrics = QFontMetrics(option->font);
        } else if (index.column() == ExpectationsModel::Result) {
            const QVariant state = index.data(ExpectationsModel::StateRole);
            const StateLook look = lookOf(state);
            const QColor tint = roleColor(look.role, option->palette, ground);
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = {smallIcon, smallIcon};
            option->icon = QIcon(iconPixmap(look.icon, smallIcon, tint, m_view->devicePixelRatioF()));
            if (state.isValid() && static_cast<ExpectationState>(state.toInt()) == ExpectationState::Broken)
                color(tint);
        }
    }

private:
    ExpectationsModel &m_model;
    InlineNote &m_note;
    QAbstractItemView *m_view;
    mutable int m_newRow = -1; ///< made of what was typed into the blank row, while its editor closes
};

} // namespace

ExpectationView::ExpectationView(ExpectationsModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_note(new InlineNote(viewport()))
{
    setObjectName(QStringLiteral("expectations"));
    setVerticalHeader(new LineHeader(this));
    setModel(&model);
    auto *delegate = new ExpectationDelegate(model, *m_note, this);
    setItemDelegate(delegate);
    connect(delegate, &QAbstractItemDelegate::closeEditor, this, [delegate] { delegate->goToNewRow(); });
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed | SelectedClicked);
    setHorizontalScrollMode(ScrollPerPixel);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() == ExpectationsModel::Result)
            Q_EMIT resultRequested(index);
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_note, &QWidget::hide);
    dress();
}

void ExpectationView::editNew()
{
    clearSelection();
    setCurrentIndex(m_model.index(m_model.blankRow(), ExpectationsModel::Client));
    setFocus(Qt::ShortcutFocusReason);
    edit(currentIndex());
}

void ExpectationView::removeSelected()
{
    const int row = currentIndex().row();
    const int column = currentIndex().column();
    m_model.remove(selectionModel()->selectedRows());
    setCurrentIndex(m_model.index(std::min(row, m_model.blankRow()), std::max(column, 0)));
}

void ExpectationView::commitEdit()
{
    // An editor gives its text away when it loses the focus.
    if (viewport()->isAncestorOf(QApplication::focusWidget()))
        setFocus();
}

void ExpectationView::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) // the editor passes on what it has no use for
        return QTableView::keyPressEvent(event);
    if (event->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(m_model.asText(selectionModel()->selectedRows()));
        return;
    }
    switch (event->key()) {
    case Qt::Key_Insert: editNew(); return;
    case Qt::Key_Delete: removeSelected(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() != Qt::NoModifier && event->modifiers() != Qt::KeypadModifier)
            break;
        if (currentIndex().column() == ExpectationsModel::Result)
            Q_EMIT resultRequested(currentIndex());
        else if (currentIndex().flags() & Qt::ItemIsEditable)
            edit(currentIndex());
        return;
    default: break;
    }
    QTableView::keyPressEvent(event);
}

void ExpectationView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(m_model.index(0, ExpectationsModel::Client));
}

void ExpectationView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRest();
}

void ExpectationView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        dress();
    QTableView::changeEvent(event);
}

void ExpectationView::dress()
{
    setAccessibleName(tr("Expectations"));
    const int height = rowHeightFor(font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    const int address = QFontMetrics(addressFont()).horizontalAdvance(QStringLiteral("255.255.255.255/32"));
    const auto titled = [this](int column) {
        return fontMetrics().horizontalAdvance(m_model.headerData(column, Qt::Horizontal).toString()) + cellPadding;
    };
    const auto invitation = m_model.index(m_model.blankRow(), ExpectationsModel::Client).data().toString();
    QHeaderView *header = horizontalHeader();
    header->resizeSection(ExpectationsModel::Client,
                          std::max(address, fontMetrics().horizontalAdvance(invitation)) + cellPadding);
    header->resizeSection(ExpectationsModel::Server, std::max(titled(ExpectationsModel::Server), address * 5 / 6));
    header->resizeSection(ExpectationsModel::Authenticated, titled(ExpectationsModel::Authenticated));
    const int verdict = std::max(fontMetrics().horizontalAdvance(Wording::verdict(Verdict::Allowed)),
                                 fontMetrics().horizontalAdvance(Wording::verdict(Verdict::Refused)));
    header->resizeSection(ExpectationsModel::Expected,
                          std::max(titled(ExpectationsModel::Expected), verdict + 2 * cellPadding));
    shareRest();
}

/// Result and comment share what the others leave.
void ExpectationView::shareRest()
{
    QHeaderView *header = horizontalHeader();
    int rest = viewport()->width();
    for (const int column : {ExpectationsModel::Client, ExpectationsModel::Server, ExpectationsModel::Authenticated,
                             ExpectationsModel::Expected})
        rest -= header->sectionSize(column);
    const int character = fontMetrics().averageCharWidth();
    header->resizeSection(ExpectationsModel::Result, std::clamp(rest * 7 / 10, 30 * character, 70 * character));
}

} // namespace relaytab
