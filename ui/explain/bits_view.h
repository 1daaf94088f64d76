#pragma once

#include <QWidget>

#include "model/analysis/mask_bits.h"
#include "model/policy/rule.h"

namespace relaytab {

/// Net and mask bit by bit: 32 a line. A bit that is not compared is a dot, one that can never fit an exclamation mark.
class BitsView : public QWidget
{
    Q_OBJECT

public:
    explicit BitsView(QWidget *parent = nullptr);

    void setBits(const MaskBits &bits);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int cell() const;

    MaskBits m_bits;
};

} // namespace relaytab
