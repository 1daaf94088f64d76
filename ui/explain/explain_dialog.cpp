#include "ui/explain/explain_dialog.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "model/analysis/mask_bits.h"
#include "model/editing/rule_table_model.h"
#include "model/wording/mask_wording.h"
#include "model/wording/wording.h"
#include "ui/explain/bits_view.h"
#include "ui/look/fonts.h"
#include "ui/look/spoken_label.h"

namespace relaytab {

ExplainDialog::ExplainDialog(PolicyDocument &document, QWidget *parent)
    : QDialog(parent),
      m_document(document),
      m_heading(new QLabel(this)),
      m_meaning(new SpokenLabel(this)),
      m_findings(new SpokenLabel(this)),
      m_bits(new BitsView(this)),
      m_summary(new SpokenLabel(this)),
      m_runs(new SpokenLabel(this)),
      m_advice(new SpokenLabel(this)),
      m_repair(new QPushButton(this))
{
    setObjectName(QStringLiteral("explain"));
    m_meaning->setObjectName(QStringLiteral("explainMeaning"));
    m_summary->setObjectName(QStringLiteral("explainSummary"));
    m_runs->setObjectName(QStringLiteral("explainRuns"));
    m_advice->setObjectName(QStringLiteral("explainAdvice"));
    m_repair->setObjectName(QStringLiteral("explainRepair"));
    for (QLabel *label : {m_meaning, m_findings, m_summary, m_advice})
        label->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(m_meaning);
    layout->addWidget(m_findings);
    layout->addSpacing(4);
    layout->addWidget(m_bits);
    layout->addWidget(m_summary);
    layout->addWidget(m_runs);
    layout->addWidget(m_advice);
    layout->addWidget(m_repair, 0, Qt::AlignLeft);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_repair, &QPushButton::clicked, this, &ExplainDialog::repair);
    connect(&document, &PolicyDocument::changed, this, &ExplainDialog::showRow);
    connect(&document, &PolicyDocument::policyReset, this, &QDialog::close);
    // Rows that come and go above would make it speak of another row.
    connect(&document, &PolicyDocument::listChanged, this, [this](const ListChange &change) {
        if (m_place && change.list == m_place->list && change.inserted != change.removed
            && change.first <= m_place->row)
            close();
    });
}

void ExplainDialog::explain(std::optional<RowPlace> place, int column)
{
    m_place = place;
    m_column = column;
    showRow();
    show();
    raise();
    activateWindow();
}

void ExplainDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showRow();
    QDialog::changeEvent(event);
}

void ExplainDialog::showRow()
{
    if (m_place && m_place->row >= m_document.policy().list(m_place->list).size())
        m_place.reset();
    setWindowTitle(tr("Explain"));
    m_heading->setText(m_place ? Wording::place(*m_place) : tr("New row"));
    m_heading->setFont(titleFont());
    switch (m_column) {
    case RuleTableModel::On:
        m_meaning->setText(tr("On: whether the rule takes part. A rule that is off matches nothing."));
        break;
    case RuleTableModel::Net:
        m_meaning->setText(tr("Net: the address that remains when the mask has been laid on the client's address. "
                              "192.168.1.0/24, 192.168.1.0;255.255.255.0 and ranges are understood here too."));
        break;
    case RuleTableModel::Mask:
        m_meaning->setText(tr("Mask: which bits of an address are compared. Left out, all of them are: one host."));
        break;
    case RuleTableModel::Matches: m_meaning->setText(tr("Matches: how many addresses the rule matches.")); break;
    case RuleTableModel::Status: m_meaning->setText(tr("Status: the gravest thing to be said about the rule.")); break;
    case RuleTableModel::Comment: m_meaning->setText(tr("Comment: for people. The mail server never sees it.")); break;
    default: m_meaning->setText(tr("List: the list that the rule belongs to.")); break;
    }
    const std::optional<RuleRow> row =
        m_place ? std::optional(m_document.policy().list(m_place->list).row(m_place->row)) : std::nullopt;
    QStringList texts;
    if (row) {
        const Wording wording;
        for (const Finding &finding : rowFindings(*row, *m_place))
            texts.append(wording.finding(finding));
    }
    m_findings->setText(texts.join(u'\n'));
    m_findings->setVisible(!texts.isEmpty());
    const Rule *rule = row ? std::get_if<Rule>(&row->entry) : nullptr;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bits, m_summary, m_runs, m_advice, m_repair})
        widget->setVisible(rule != nullptr);
    if (rule != nullptr)
        showMask(*rule);
    adjustSize();
}

void ExplainDialog::showMask(const Rule &rule)
{
    const MaskBits bits = maskBits(rule);
    const MaskWording wording;
    m_bits->setBits(bits);
    m_bits->setAccessibleName(tr("Bits of the rule"));
    m_summary->setText(wording.summary(bits));
    m_runs->setText(wording.runs(bits).join(u'\n'));
    m_runs->setFont(addressFont());
    m_runs->setVisible(!bits.firstRuns.empty());
    m_advice->setText(wording.advice(bits));
    m_advice->setVisible(!m_advice->text().isEmpty());
    m_repair->setText(wording.repair(bits));
    m_repair->setVisible(bits.repair.has_value());
}

void ExplainDialog::repair()
{
    RuleRow row = m_document.policy().list(m_place->list).row(m_place->row);
    const auto *rule = std::get_if<Rule>(&row.entry);
    if (rule == nullptr)
        return;
    if (const auto repaired = maskBits(*rule).repair) {
        row.entry = *repaired;
        m_document.setRow(*m_place, row, EditCause::Repaired);
    }
}

} // namespace relaytab
