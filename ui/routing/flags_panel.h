#pragma once

#include <QWidget>

#include <array>

class QGridLayout;

namespace relaytab {

class FlagSwitch;
class PolicyDocument;
class RelayFlagsEdit;

/// RelayFlags of a document: four switches and the number. What is switched or typed goes to the document.
class FlagsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FlagsPanel(PolicyDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showFlags();
    void arrange();

    PolicyDocument &m_document;
    QGridLayout *m_grid;
    std::array<FlagSwitch *, 4> m_switches{};
    RelayFlagsEdit *m_number;
    int m_columns = 0;
};

} // namespace relaytab
