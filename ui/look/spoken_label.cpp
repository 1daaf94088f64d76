#include "ui/look/spoken_label.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QRegularExpression>
#include <QTextDocumentFragment>

#include <algorithm>

namespace relaytab {

namespace {

/// Name is the accessible name, content the text: QLabel's own interface knows only one of them.
class AccessibleSpokenLabel : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleSpokenLabel(SpokenLabel *label) : QAccessibleWidget(label, QAccessible::StaticText) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        switch (kind) {
        case QAccessible::Name: return isNamed() ? widget()->accessibleName() : content();
        case QAccessible::Value: return content();
        case QAccessible::Description:
            return widget()->accessibleDescription().isEmpty() && isNamed() ? content()
                                                                            : widget()->accessibleDescription();
        default: return QAccessibleWidget::text(kind);
        }
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface *>(this)
                                                  : QAccessibleWidget::interface_cast(type);
    }

    void selection(int /*index*/, int *start, int *end) const override { *start = *end = 0; }
    [[nodiscard]] int selectionCount() const override { return 0; }
    void addSelection(int /*start*/, int /*end*/) override { }
    void removeSelection(int /*index*/) override { }
    void setSelection(int /*index*/, int /*start*/, int /*end*/) override { }
    [[nodiscard]] int cursorPosition() const override { return 0; }
    void setCursorPosition(int /*position*/) override { }
    [[nodiscard]] QString text(int start, int end) const override
    {
        const qsizetype last = end < 0 ? content().size() : end;
        return content().mid(start, last - start);
    }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(content().size()); }
    [[nodiscard]] QRect characterRect(int /*offset*/) const override { return rect(); }
    [[nodiscard]] int offsetAtPoint(const QPoint & /*point*/) const override { return 0; }
    void scrollToSubstring(int /*start*/, int /*end*/) override { }
    [[nodiscard]] QString attributes(int /*offset*/, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] bool isNamed() const { return !widget()->accessibleName().isEmpty(); }
    [[nodiscard]] QString content() const { return static_cast<const SpokenLabel *>(widget())->spokenText(); }
};

QAccessibleInterface *makeInterface(const QString & /*className*/, QObject *object)
{
    auto *label = qobject_cast<SpokenLabel *>(object);
    return label != nullptr ? new AccessibleSpokenLabel(label) : nullptr;
}

} // namespace

SpokenLabel::SpokenLabel(QWidget *parent) : QLabel(parent)
{
    setTextInteractionFlags(Qt::TextSelectableByMouse);
}

QString SpokenLabel::spokenText() const
{
    if (Qt::mightBeRichText(text()))
        return QTextDocumentFragment::fromHtml(text()).toPlainText();
    // The key that leads to the field is no part of what is said.
    static const QRegularExpression mnemonic(QStringLiteral("&(.)"));
    return buddy() != nullptr ? text().replace(mnemonic, QStringLiteral("\\1")) : text();
}

void announce(QWidget *widget, Announcement kind)
{
    if (!QAccessible::isActive())
        return;
    if (kind == Announcement::Alert) {
        QAccessibleEvent alert(widget, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    QAccessibleValueChangeEvent change(widget, interface != nullptr ? interface->text(QAccessible::Value) : QString());
    QAccessible::updateAccessibility(&change);
}

void installAccessibility()
{
    QAccessible::installFactory(makeInterface);
}

} // namespace relaytab
