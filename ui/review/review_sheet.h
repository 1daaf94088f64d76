#pragma once

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

#include "model/analysis/change_report.h"
#include "ui/review/text_difference.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;

namespace relaytab {

class Banner;
class DifferenceView;
class ProgressLine;

/// What a worker and the sheet that waits for it share.
struct ReviewJob {
    std::atomic<bool> cancelled = false;
    std::atomic<int> percent = 0;
};

/// What would change, before it does: by effect, as written, and the text of the file. Opens when there is something to
/// show, or after a moment with a progress bar. It decides nothing: accepted() is the go-ahead.
class ReviewSheet : public QDialog
{
    Q_OBJECT

public:
    /// Makes a sentence in the language of now; asked again when that is another one.
    using Words = std::function<QString()>;

    /// `action` is what its button is called.
    ReviewSheet(const Words &title, const Words &action, QWidget *parent);

    /// A job begins; closing the sheet cancels it.
    void start(const std::shared_ptr<ReviewJob> &job);

    void setHeading(const Words &heading);
    void setDetail(const Words &detail);
    void setWarning(const Words &warning);
    void setReport(const std::shared_ptr<const ChangeReport> &report, const Words &base);
    void setText(const TextDifference &text);
    /// All is there: shows it. `mayAccept`: there is something to do.
    void showResult(bool mayAccept);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Empty: not said yet.
    struct Said {
        Words title;
        Words action;
        Words heading = {};
        Words detail = {};
        Words warning = {};
        Words base = {};
        std::optional<TextDifference> text = {};
    };

    void showText();
    void retranslate();

    Said m_said;
    std::shared_ptr<ReviewJob> m_job;
    QLabel *m_heading;
    QLabel *m_detail;
    Banner *m_warning;
    ProgressLine *m_progress;
    DifferenceView *m_difference;
    QLabel *m_textTitle;
    QPlainTextEdit *m_text;
    QSplitter *m_parts;
    QPushButton *m_accept;
    QTimer m_poll;
};

} // namespace relaytab
