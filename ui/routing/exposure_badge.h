#pragma once

#include <QLocale>

#include "model/analysis/exposure.h"
#include "ui/look/roles.h"
#include "ui/look/spoken_label.h"

namespace relaytab {

/// How open the policy is, in a word, a count, a shape and a colour.
class ExposureBadge : public SpokenLabel
{
    Q_OBJECT

public:
    explicit ExposureBadge(QWidget *parent = nullptr);

    void setExposure(const Exposure &exposure, const QString &words);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int side() const;

    ExposureLevel m_level = ExposureLevel::Closed;
};

[[nodiscard]] ColorRole colorRoleOf(ExposureLevel level);

} // namespace relaytab
