#pragma once

#include <QWidget>

#include <optional>

#include "ui/look/tinted_label.h"

class QLineEdit;

namespace relaytab {

/// RelayFlags as a number and in hexadecimal. Both can be typed in and follow each other; Enter or leaving commits,
/// Esc takes back. What is no number stays as it was typed, marked, until it is one.
class RelayFlagsEdit : public QWidget
{
    Q_OBJECT

public:
    explicit RelayFlagsEdit(QWidget *parent = nullptr);

    /// Nothing: the value is absent. Ends an edit that is under way.
    void setFlags(std::optional<std::uint32_t> flags);
    /// The quiet remark behind the fields.
    void setRemark(const QString &remark);

Q_SIGNALS:
    /// A number was committed, other than the one that was set.
    void flagsEdited(std::uint32_t flags);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Base : std::uint8_t { Decimal, Hexadecimal };

    [[nodiscard]] static std::optional<std::uint32_t> parse(const QString &text, Base base);
    [[nodiscard]] static QString decimalText(std::uint32_t flags);
    [[nodiscard]] static QString hexText(std::uint32_t flags);
    void follow(const QString &text, Base from);
    void commit(QLineEdit *field, Base base);
    void restore();
    void showRemark();
    void retranslate();

    std::optional<std::uint32_t> m_flags;
    bool m_isValid = true;
    QString m_remark;
    TintedLabel *m_label;
    QLineEdit *m_decimal;
    QLineEdit *m_hex;
    TintedLabel *m_remarkLabel;
};

} // namespace relaytab
