#include "ui/tester/tester_panel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include "model/editing/tester.h"
#include "ui/look/fonts.h"
#include "ui/look/tinted_label.h"
#include "ui/tester/client_edit.h"
#include "ui/tester/step_list.h"
#include "ui/tester/verdict_line.h"
#include "ui/tester/verdict_look.h"

namespace relaytab {

namespace {

constexpr int historySize = 20;
constexpr int alwaysShownSteps = 4; ///< Deny, Allow, Local, authentication; the others only when they decide
constexpr auto allowedKeyboard = Qt::TextBrowserInteraction;

VerdictLook lookOf(TesterAnswer::Kind kind)
{
    switch (kind) {
    case TesterAnswer::Kind::Allowed: return relaytab::lookOf(ClientVerdict::Allowed);
    case TesterAnswer::Kind::Refused: return relaytab::lookOf(ClientVerdict::Refused);
    case TesterAnswer::Kind::Depends: return relaytab::lookOf(ClientVerdict::Depends);
    case TesterAnswer::Kind::Mixed: return relaytab::lookOf(ClientVerdict::Mixed);
    case TesterAnswer::Kind::Pending:
    case TesterAnswer::Kind::Nothing: break;
    }
    return {};
}

QString link(const QString &target, const QString &text)
{
    return u"<a href=\"" + target + u"\">" + text.toHtmlEscaped() + u"</a>";
}

void setShown(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

TesterPanel::TesterPanel(Tester &tester, QWidget *parent) : QScrollArea(parent), m_tester(tester)
{
    setObjectName(QStringLiteral("testerPanel"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(6);
    buildFields(content, *layout);
    buildAnswer(content, *layout);
    setWidget(content);
    setFocusProxy(m_client);
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);

    connect(m_client, &QLineEdit::textChanged, this, &TesterPanel::ask);
    connect(m_client, &QLineEdit::editingFinished, this, &TesterPanel::remember);
    connect(m_client, &ClientEdit::listPasted, this, &TesterPanel::listPasted);
    connect(m_many, &QPushButton::clicked, this, &TesterPanel::listRequested);
    connect(m_server, &QLineEdit::textChanged, this, &TesterPanel::ask);
    connect(m_authenticated, &QCheckBox::toggled, this, &TesterPanel::ask);
    connect(&tester, &Tester::answerChanged, this, &TesterPanel::showAnswer);
    connect(m_reason, &QLabel::linkActivated, this, [this] {
        if (const auto row = m_tester.answer().row)
            Q_EMIT rowRequested(*row);
    });
    connect(m_nearest, &QLabel::linkActivated, this, [this] {
        if (const auto row = m_tester.answer().nearestRow)
            Q_EMIT rowRequested(*row);
    });
    connect(m_examples, &QLabel::linkActivated, this, [this](const QString &example) { setClient(example); });
    connect(m_allowHost, &QPushButton::clicked, this, [this] {
        if (const auto place = m_tester.allowOnlyThisHost())
            Q_EMIT hostAllowed(*place);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_tester.asText()); });
    connect(m_pin, &QPushButton::clicked, this, &TesterPanel::pin);
    retranslate();
}

void TesterPanel::buildFields(QWidget *content, QVBoxLayout &layout)
{
    m_title = new QLabel(content);
    m_clientLabel = new TintedLabel(content);
    m_many = new QPushButton(content);
    m_client = new ClientEdit(content);
    m_clientError = new TintedLabel(content);
    m_serverLabel = new TintedLabel(content);
    m_server = new QLineEdit(content);
    m_serverError = new TintedLabel(content);
    m_authenticated = new QCheckBox(content);
    m_many->setObjectName(QStringLiteral("manyClients"));
    m_client->setObjectName(QStringLiteral("clientIp"));
    m_server->setObjectName(QStringLiteral("serverIp"));
    m_authenticated->setObjectName(QStringLiteral("authenticated"));
    m_clientError->setObjectName(QStringLiteral("clientError"));
    m_serverError->setObjectName(QStringLiteral("serverError"));
    m_client->setClearButtonEnabled(true);
    m_client->installEventFilter(this);
    m_clientLabel->setBuddy(m_client);
    m_serverLabel->setBuddy(m_server);
    for (TintedLabel *error : {m_clientError, m_serverError}) {
        error->setRole(ColorRole::Danger);
        error->setWordWrap(true);
        error->hide();
    }
    auto *titleLine = new QHBoxLayout;
    titleLine->addWidget(m_title, 1);
    titleLine->addWidget(m_many);
    layout.addLayout(titleLine);
    layout.addSpacing(4);
    layout.addWidget(m_clientLabel);
    layout.addWidget(m_client);
    layout.addWidget(m_clientError);
    layout.addSpacing(2);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_serverLabel, m_server, m_serverError, m_authenticated})
        layout.addWidget(widget);
    layout.addSpacing(8);
}

void TesterPanel::buildAnswer(QWidget *content, QVBoxLayout &layout)
{
    m_verdict = new VerdictLine(content);
    m_reason = new SpokenLabel(content);
    m_rule = new SpokenLabel(content);
    m_counts = new SpokenLabel(content);
    m_examples = new SpokenLabel(content);
    m_steps = new StepList(content);
    m_nearest = new SpokenLabel(content);
    m_note = new TintedLabel(content);
    m_reply = new QLabel(content);
    m_allowHost = new QPushButton(content);
    m_copy = new QPushButton(content);
    m_pin = new QPushButton(content);
    m_pinned = new SpokenLabel(content);
    m_limits = new TintedLabel(content);
    m_reason->setObjectName(QStringLiteral("verdictReason"));
    m_rule->setObjectName(QStringLiteral("verdictRule"));
    m_counts->setObjectName(QStringLiteral("verdictCounts"));
    m_examples->setObjectName(QStringLiteral("verdictExamples"));
    m_steps->setObjectName(QStringLiteral("steps"));
    m_nearest->setObjectName(QStringLiteral("nearestMiss"));
    m_note->setObjectName(QStringLiteral("verdictNote"));
    m_reply->setObjectName(QStringLiteral("reply"));
    m_allowHost->setObjectName(QStringLiteral("allowOnlyThisHost"));
    m_copy->setObjectName(QStringLiteral("copyAnswer"));
    m_pin->setObjectName(QStringLiteral("pinExpectation"));
    m_pinned->setObjectName(QStringLiteral("pinned"));
    m_pinned->hide();
    for (QLabel *label :
         std::initializer_list<QLabel *>{m_reason, m_rule, m_counts, m_examples, m_nearest, m_note, m_limits, m_pinned})
        label->setWordWrap(true);
    for (QLabel *label : {m_reason, m_nearest, m_examples})
        label->setTextInteractionFlags(allowedKeyboard);
    m_note->setRole(ColorRole::Note);
    m_reply->setFrameShape(QFrame::StyledPanel);
    m_reply->setBackgroundRole(QPalette::Base);
    m_reply->setAutoFillBackground(true);
    m_reply->setMargin(8);
    m_reply->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_allowHost);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_verdict, m_reason, m_rule, m_counts, m_examples})
        layout.addWidget(widget);
    layout.addSpacing(8);
    layout.addWidget(m_steps);
    layout.addSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_nearest, m_note, m_reply})
        layout.addWidget(widget);
    layout.addSpacing(8);
    layout.addLayout(buttons);
    auto *pinning = new QHBoxLayout;
    pinning->addWidget(m_pin);
    pinning->addStretch(1);
    layout.addLayout(pinning);
    layout.addWidget(m_pinned);
    layout.addStretch(1);
    layout.addWidget(m_limits);
}

void TesterPanel::setClient(const QString &client)
{
    m_client->setText(client);
    focusClient();
}

void TesterPanel::setQuery(const TesterQuery &query)
{
    m_server->setText(query.server);
    m_authenticated->setChecked(query.authenticated);
    setClient(query.client);
}

void TesterPanel::focusClient()
{
    m_client->setFocus(Qt::ShortcutFocusReason);
    m_client->selectAll();
    ensureWidgetVisible(m_client);
}

QSize TesterPanel::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 44, 400};
}

QSize TesterPanel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 28, 80};
}

void TesterPanel::pin()
{
    const QString words = m_tester.pin();
    setShown(m_pinned, words);
    if (!words.isEmpty())
        announce(m_pinned, Announcement::Polite);
}

void TesterPanel::ask()
{
    m_pinned->hide();
    m_tester.setQuery(
        {.client = m_client->text(), .server = m_server->text(), .authenticated = m_authenticated->isChecked()});
    showAnswer();
}

void TesterPanel::remember()
{
    const QString client = m_client->text().trimmed();
    m_recalled = -1;
    if (client.isEmpty() || m_tester.answer().kind == TesterAnswer::Kind::Nothing)
        return;
    m_history.removeAll(client);
    m_history.prepend(client);
    while (m_history.size() > historySize)
        m_history.removeLast();
}

void TesterPanel::recall(int step)
{
    const int wanted = std::clamp(m_recalled + step, -1, static_cast<int>(m_history.size()) - 1);
    if (wanted == m_recalled)
        return;
    m_recalled = wanted;
    m_client->setText(wanted < 0 ? QString() : m_history.at(wanted));
}

bool TesterPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_client && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            recall(key == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

void TesterPanel::showAnswer()
{
    const TesterAnswer &answer = m_tester.answer();
    const VerdictLook look = lookOf(answer.kind);
    setShown(m_clientError, answer.clientError);
    setShown(m_serverError, answer.serverError);
    const bool isAsked = answer.kind != TesterAnswer::Kind::Nothing;
    m_verdict->setVerdict(answer.kind == TesterAnswer::Kind::Pending ? tr("Working it out…") : answer.verdict,
                          look.shape, look.role);
    m_verdict->setVisible(isAsked);
    showReason();
    setShown(m_counts, answer.counts);
    showExamples();
    QList<StepList::Step> steps;
    for (qsizetype i = 0; i < answer.steps.size(); ++i) {
        if (i < alwaysShownSteps || i == answer.decidingStep)
            steps.append({.text = answer.steps.at(i), .decided = i == answer.decidingStep});
    }
    m_steps->setSteps(steps, look.role.value_or(ColorRole::Note));
    m_steps->setVisible(!steps.isEmpty());
    setShown(m_nearest,
             answer.nearestMiss.isEmpty() || !answer.nearestRow ? answer.nearestMiss.toHtmlEscaped()
                                                                : link(QStringLiteral("row"), answer.nearestMiss));
    setShown(m_note, answer.note);
    setShown(m_reply, answer.reply);
    m_allowHost->setVisible(answer.canAllowHost);
    m_copy->setVisible(isAsked);
    m_pin->setVisible(answer.canPin);
}

void TesterPanel::showReason()
{
    const TesterAnswer &answer = m_tester.answer();
    setShown(m_reason, answer.row ? link(QStringLiteral("row"), answer.reason) : answer.reason.toHtmlEscaped());
    setShown(m_rule, answer.rule);
}

void TesterPanel::showExamples()
{
    QStringList lines;
    for (const TesterAnswer::Example &example : m_tester.answer().examples)
        lines.append(link(example.text.left(example.text.indexOf(u": ")), example.text));
    setShown(m_examples, lines.join(QStringLiteral("<br>")));
}

void TesterPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void TesterPanel::retranslate()
{
    m_title->setText(tr("What happens to…"));
    m_title->setFont(titleFont());
    m_clientLabel->setText(tr("Clie&nt IP"));
    m_client->setAccessibleName(tr("Client IP"));
    m_client->setPlaceholderText(QStringLiteral("192.168.1.5"));
    m_client->setToolTip(tr("An address, a net or a range; paste a list to test many"));
    //: Button beside Client IP: many clients at once
    m_many->setText(tr("Many…"));
    m_many->setToolTip(tr("Test a list of addresses and nets"));
    m_many->setAccessibleName(tr("Test many clients"));
    m_serverLabel->setText(tr("Server &IP"));
    m_server->setAccessibleName(tr("Server IP"));
    //: Instead of a server address: it is not known, or does not matter.
    m_server->setPlaceholderText(tr("any"));
    m_authenticated->setText(tr("&Authenticated"));
    m_authenticated->setAccessibleName(tr("Authenticated"));
    m_verdict->setVerdictName(tr("Verdict"));
    m_reason->setAccessibleName(tr("Reason"));
    m_rule->setAccessibleName(tr("Deciding rule"));
    m_counts->setAccessibleName(tr("Counts"));
    m_examples->setAccessibleName(tr("Examples"));
    m_steps->setAccessibleName(tr("Steps"));
    m_nearest->setAccessibleName(tr("Nearest row"));
    m_note->setAccessibleName(tr("Note"));
    m_reply->setAccessibleDescription(tr("What the server answers"));
    m_allowHost->setText(tr("Allow only this host"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy question and answer as text"));
    m_pin->setText(tr("Pin as expectation"));
    m_pin->setToolTip(tr("Keep this answer as an expectation of the policy"));
    m_pinned->setAccessibleName(tr("Expectation"));
    m_limits->setText(tr("Judges addresses and authentication only, not what a message contains."));
    m_limits->setFont(quietFont());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_client, m_server, m_reply, m_rule})
        widget->setFont(addressFont());
    m_tester.setLocale(QLocale());
    showAnswer();
}

} // namespace relaytab
