#include <QElapsedTimer>
#include <QScrollBar>

#include <benchmark/benchmark.h>
#include <ctime>
#include <random>

#include "backend/format/format.h"
#include "model/editing/document_analysis.h"
#include "model/editing/tester.h"
#include "tests/ui/window_fixture.h"

// The window with a million rules: what a person waits for, in the GUI thread, from the key to the painted window. The
// worker that looks for findings runs beside it where it would. `Time` is what passed, which other programs make
// longer; `median` and `p95` are milliseconds of processor time of the window's thread. `CPU` means nothing here.
// RELAYTAB_BENCH_ROWS asks for another number of rules.

using namespace relaytab;
using relaytab::test::WindowFixture;

namespace {

const auto rows = static_cast<std::size_t>(
    std::max(1000, qEnvironmentVariable("RELAYTAB_BENCH_ROWS", QStringLiteral("1000000")).toInt()));
const std::size_t many = rows / 10;

/// As docs/examples/make_large.py, with comments at every tenth row.
RelayPolicy largePolicy()
{
    std::mt19937 random(193922);
    RelayPolicy policy{.flags = flag::deny | flag::allow | flag::authenticated};
    policy.deny.append(Rule{Address::v4(0xC0A80100U), Mask::prefix(Family::IPv4, 29)});
    std::discrete_distribution<std::size_t> lengths({70, 20, 5, 5});
    for (std::size_t i = 0; i < rows; ++i) {
        const Mask mask = Mask::prefix(Family::IPv4, std::array{32, 24, 20, 28}[lengths(random)]);
        const Address net = Address::v4(static_cast<std::uint32_t>(random()) & static_cast<std::uint32_t>(mask.bits));
        RuleRow row{mask.bits == 0xFFFFFFFFU ? Rule::host(net) : Rule{net, mask}};
        if (i % 10 == 0)
            row.comment = "Customer " + std::to_string(random() % 5000);
        policy.allow.append(row);
    }
    return policy;
}

/// One window for all that is measured.
class LargeWindow
{
public:
    explicit LargeWindow(const AutosaveTimes &autosave = {}) : m_policy(largePolicy()), m_window(autosave)
    {
        m_window.press(Qt::Key_N, Qt::ControlModifier);
        document().reset(m_policy);
        settle();
    }

    [[nodiscard]] const RelayPolicy &policy() const { return m_policy; }
    [[nodiscard]] PolicyDocument &document() { return *m_window.window().findChild<PolicyDocument *>(); }
    [[nodiscard]] DocumentAnalysis &analysis() { return *m_window.window().findChild<DocumentAnalysis *>(); }
    [[nodiscard]] Tester &tester() { return *m_window.window().findChild<Tester *>(); }
    [[nodiscard]] RuleGrid &grid() { return *m_window.grid("allowRules"); }
    [[nodiscard]] QLineEdit &filter() { return *m_window.find<QLineEdit>("filter"); }
    [[nodiscard]] WindowFixture &fixture() { return m_window; }

    /// All that was asked for is on the screen.
    void paint()
    {
        QCoreApplication::processEvents();
        m_window.window().repaint();
    }
    /// Nothing goes on behind the window any more.
    void settle()
    {
        paint();
        while (!analysis().isComplete())
            QTest::qWait(5);
        paint();
    }
    void startAnew()
    {
        filter().clear();
        grid().sortByColumn(-1, Qt::AscendingOrder);
        document().reset(m_policy);
        settle();
    }

private:
    RelayPolicy m_policy;
    WindowFixture m_window;
};

LargeWindow *window = nullptr;

/// Times of one benchmark: how long it took, and what of it the thread of the window worked.
class Times
{
public:
    template <typename Action>
    void measure(benchmark::State &state, Action action)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = worked();
        action();
        window->paint();
        m_worked.push_back(worked() - before);
        state.SetIterationTime(static_cast<double>(timer.nsecsElapsed()) / 1e9);
    }
    void tell(benchmark::State &state)
    {
        std::sort(m_worked.begin(), m_worked.end());
        state.counters["median"] = m_worked[m_worked.size() / 2];
        state.counters["p95"] = m_worked[m_worked.size() * 95 / 100];
    }

private:
    /// Milliseconds of processor time of this thread.
    static double worked()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    std::vector<double> m_worked;
};

template <typename Prepare, typename Action>
void measure(benchmark::State &state, Prepare prepare, Action action)
{
    Times times;
    for ([[maybe_unused]] auto _ : state) {
        prepare();
        window->settle();
        times.measure(state, action);
    }
    times.tell(state);
}

void show(benchmark::State &state)
{
    measure(
        state, [] { window->document().reset({}); }, [] { window->document().reset(window->policy()); });
}

/// From the file to the rows on the screen; reading is the worker's part, and the window stays alive meanwhile.
void open(benchmark::State &state)
{
    const auto bytes = formatById("yaml")->render(window->policy(), {}, {});
    const QString path = window->fixture().write(
        QStringLiteral("large.yaml"),
        QByteArray::fromRawData(bytes->bytes.data(), static_cast<qsizetype>(bytes->bytes.size())));
    measure(
        state, [] { window->document().reset({}); }, [&] { window->fixture().open(path); });
}

void scrollTo(benchmark::State &state)
{
    std::mt19937 random(7);
    QScrollBar &bar = *window->grid().verticalScrollBar();
    Times times;
    for ([[maybe_unused]] auto _ : state)
        times.measure(state, [&] { bar.setValue(static_cast<int>(random() % static_cast<unsigned>(bar.maximum()))); });
    times.tell(state);
}

void scrollByPage(benchmark::State &state)
{
    QScrollBar &bar = *window->grid().verticalScrollBar();
    bar.setValue(static_cast<int>(rows / 2));
    Times times;
    for ([[maybe_unused]] auto _ : state)
        times.measure(state, [&] { window->fixture().press(Qt::Key_PageDown); });
    times.tell(state);
}

void sort(benchmark::State &state, int column)
{
    Qt::SortOrder order = Qt::DescendingOrder;
    measure(
        state, [] {},
        [&] {
            order = order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
            window->grid().sortByColumn(column, order);
        });
    window->startAnew();
}

void filter(benchmark::State &state, const char *text)
{
    measure(
        state, [] { window->filter().clear(); }, [text] { window->filter().setText(QString::fromLatin1(text)); });
    state.counters["rows"] = window->grid().rules().visibleRules();
    window->startAnew();
}

void filterAway(benchmark::State &state)
{
    measure(
        state, [] { window->filter().setText(QStringLiteral("10.1")); }, [] { window->filter().clear(); });
    window->startAnew();
}

QString pasteText()
{
    QString text;
    std::mt19937 random(8);
    for (std::size_t i = 0; i < many; ++i)
        text += QString::fromStdString(toText(Address::v4(static_cast<std::uint32_t>(random())))) + u'\n';
    return text;
}

enum class Order { File, Sorted };

void orderBy(Order order)
{
    if (order == Order::Sorted)
        window->grid().sortByColumn(RuleTableModel::Net, Qt::AscendingOrder);
}

void paste(benchmark::State &state, Order order)
{
    orderBy(order);
    QGuiApplication::clipboard()->setText(pasteText());
    measure(
        state, [] { window->document().undoStack()->undo(); }, [] { window->grid().pasteRows(); });
    window->startAnew();
}

void undoPaste(benchmark::State &state, Order order)
{
    orderBy(order);
    QGuiApplication::clipboard()->setText(pasteText());
    measure(
        state, [] { window->grid().pasteRows(); }, [] { window->document().undoStack()->undo(); });
    window->startAnew();
}

/// A block of many rows as shown; under the sort they stand all over the file.
void selectMany()
{
    const QAbstractItemModel &model = *window->grid().model();
    const auto first = static_cast<int>(3 * many);
    const auto last = static_cast<int>(4 * many - 1);
    window->grid().setCurrentIndex(model.index(first, RuleTableModel::Net));
    window->grid().selectionModel()->select({model.index(first, 0), model.index(last, model.columnCount() - 1)},
                                            QItemSelectionModel::ClearAndSelect);
}

void remove(benchmark::State &state, Order order)
{
    orderBy(order);
    measure(
        state,
        [] {
            window->document().undoStack()->undo();
            window->settle();
            selectMany();
        },
        [] { window->grid().removeRows(); });
    window->startAnew();
}

void undoRemove(benchmark::State &state, Order order)
{
    orderBy(order);
    measure(
        state,
        [] {
            selectMany();
            window->grid().removeRows();
        },
        [] { window->document().undoStack()->undo(); });
    window->startAnew();
}

enum class Pace { Settled, InARow };

/// One row becomes another: its own status, those of the rows beside it, the exposure and what the tester says.
void edit(benchmark::State &state, Pace pace, std::size_t gapMasks)
{
    std::mt19937 random(9);
    for (std::size_t i = 0; i < gapMasks; ++i) {
        const auto mask = static_cast<std::uint32_t>(random()) | 0xFFFF0000U;
        RuleList row;
        row.append(Rule{Address::v4(static_cast<std::uint32_t>(random()) & mask), Mask::v4(mask)});
        window->document().insertRows(ListKind::Allow, random() % rows, row);
    }
    window->settle();
    window->tester().setQuery({.client = QStringLiteral("10.20.30.40")});
    Times times;
    std::uint32_t last = 0;
    for ([[maybe_unused]] auto _ : state) {
        if (pace == Pace::Settled)
            window->settle();
        const RowPlace place{ListKind::Allow, random() % rows};
        last = static_cast<std::uint32_t>(random());
        times.measure(state, [&] { window->document().setRow(place, {Rule::host(Address::v4(last))}); });
        if (!window->analysis().knowsExposure())
            state.SkipWithError("the exposure came late");
    }
    times.tell(state);
    if (window->analysis().exposure() != exposureOf(window->document().policy()))
        state.SkipWithError("the exposure is wrong");
    window->tester().setQuery({});
    window->startAnew();
}

/// Editing while one draft after the other is kept.
void editUnderDrafts(benchmark::State &state)
{
    LargeWindow drafting({.settle = std::chrono::milliseconds(0), .interval = std::chrono::milliseconds(0)});
    LargeWindow *others = std::exchange(window, &drafting);
    std::mt19937 random(10);
    Times times;
    for ([[maybe_unused]] auto _ : state) {
        const RowPlace place{ListKind::Allow, random() % rows};
        const auto host = static_cast<std::uint32_t>(random());
        times.measure(state, [&] { window->document().setRow(place, {Rule::host(Address::v4(host))}); });
        QTest::qWait(20);
    }
    times.tell(state);
    drafting.fixture().jobs().waitForDone();
    const QDir drafts(drafting.fixture().path(QStringLiteral("data/recovery")));
    if (drafts.entryList(QDir::Files).isEmpty())
        state.SkipWithError("no draft was kept");
    window = others;
}

/// What a key in the tester costs: an address that no row decides looks at every row, and for the nearest.
void askTester(benchmark::State &state, const char *address, const char *other)
{
    bool odd = false;
    measure(
        state, [] {},
        [&] {
            odd = !odd;
            window->tester().setQuery({.client = QString::fromLatin1(odd ? address : other)});
        });
    window->tester().setQuery({});
}

} // namespace

BENCHMARK(show)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(scrollTo)->Iterations(200)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(scrollByPage)->Iterations(200)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, net, RuleTableModel::Net)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, status, RuleTableModel::Status)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sort, comment, RuleTableModel::Comment)
    ->Iterations(5)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, text, "customer 12")->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, digits, "10.1")->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, address, "192.168.1.5")->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, net, "10.0.0.0/8")->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filter, status, "covered")->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(filterAway)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paste, in_file_order, Order::File)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(paste, sorted, Order::Sorted)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(undoPaste, in_file_order, Order::File)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(undoPaste, sorted, Order::Sorted)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(remove, in_file_order, Order::File)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(remove, sorted, Order::Sorted)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(undoRemove, in_file_order, Order::File)
    ->Iterations(5)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(undoRemove, sorted, Order::Sorted)->Iterations(5)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(edit, settled, Pace::Settled, 0)->Iterations(20)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(edit, in_a_row, Pace::InARow, 0)->Iterations(40)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(edit, with_1000_gap_masks, Pace::InARow, 1000)
    ->Iterations(40)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(editUnderDrafts)->Iterations(200)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(askTester, undecided, "10.20.30.40", "10.20.30.41")
    ->Iterations(20)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(askTester, net, "10.0.0.0/8", "11.0.0.0/8")
    ->Iterations(20)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK(open)->Iterations(3)->UseManualTime()->Unit(benchmark::kMillisecond);

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    LargeWindow large;
    window = &large;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
