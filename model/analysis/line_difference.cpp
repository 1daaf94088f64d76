#include "model/analysis/line_difference.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace relaytab {

namespace {

using Line = std::uint32_t; ///< equal lines have equal numbers
using Lines = std::vector<Line>;

/// The shortest way is looked for up to this many changed lines in one piece; its cost is the square of that.
constexpr std::ptrdiff_t mostEdits = 400;

/// The same stretch of both texts.
struct Piece {
    std::size_t before = 0;
    std::size_t beforeEnd = 0;
    std::size_t after = 0;
    std::size_t afterEnd = 0;
};

struct Match {
    std::size_t before = 0;
    std::size_t after = 0;
};

class Comparison
{
public:
    Comparison(Lines before, Lines after) : m_before(std::move(before)), m_after(std::move(after)) { }

    std::vector<LineChange> changes()
    {
        compare({0, m_before.size(), 0, m_after.size()});
        return std::move(m_changes);
    }

private:
    void compare(Piece piece);
    [[nodiscard]] std::optional<std::vector<Match>> shortest(const Piece &piece) const;
    [[nodiscard]] std::vector<Match> anchors(const Piece &piece) const;
    void add(const Piece &piece);

    Lines m_before;
    Lines m_after;
    std::vector<LineChange> m_changes;
};

void Comparison::add(const Piece &piece)
{
    const std::size_t removed = piece.beforeEnd - piece.before;
    const std::size_t added = piece.afterEnd - piece.after;
    if (removed + added == 0)
        return;
    if (!m_changes.empty()) {
        LineChange &last = m_changes.back();
        if (last.before + last.removed == piece.before && last.after + last.added == piece.after) {
            last.removed += removed;
            last.added += added;
            return;
        }
    }
    m_changes.push_back({piece.before, removed, piece.after, added});
}

void Comparison::compare(Piece piece)
{
    while (piece.before < piece.beforeEnd && piece.after < piece.afterEnd
           && m_before[piece.before] == m_after[piece.after]) {
        ++piece.before;
        ++piece.after;
    }
    while (piece.before < piece.beforeEnd && piece.after < piece.afterEnd
           && m_before[piece.beforeEnd - 1] == m_after[piece.afterEnd - 1]) {
        --piece.beforeEnd;
        --piece.afterEnd;
    }
    if (piece.before == piece.beforeEnd || piece.after == piece.afterEnd)
        return add(piece);

    const auto way = shortest(piece);
    Piece gap = piece;
    for (const Match &match : way ? *way : anchors(piece)) {
        gap.beforeEnd = match.before;
        gap.afterEnd = match.after;
        if (way)
            add(gap);
        else
            compare(gap);
        gap.before = match.before + 1;
        gap.after = match.after + 1;
    }
    gap.beforeEnd = piece.beforeEnd;
    gap.afterEnd = piece.afterEnd;
    if (way || (gap.before == piece.before && gap.after == piece.after))
        add(gap);
    else
        compare(gap);
}

/// Myers' greedy algorithm: how far each diagonal gets with 0, 1, 2, ... changed lines. The lines that stay.
std::optional<std::vector<Match>> Comparison::shortest(const Piece &piece) const
{
    const auto rows = static_cast<std::ptrdiff_t>(piece.beforeEnd - piece.before);
    const auto columns = static_cast<std::ptrdiff_t>(piece.afterEnd - piece.after);
    const Line *before = m_before.data() + piece.before;
    const Line *after = m_after.data() + piece.after;
    std::vector<std::vector<std::ptrdiff_t>> trace; // by number of changes: rows reached, by diagonal from -changes
    for (std::ptrdiff_t edits = 0; edits <= std::min(mostEdits, rows + columns); ++edits) {
        std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * edits + 1));
        for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
            std::ptrdiff_t row = 0;
            if (edits > 0) {
                const auto &last = trace.back();
                const auto at = [&](std::ptrdiff_t diagonal) {
                    return last[static_cast<std::size_t>(diagonal + edits - 1)];
                };
                const bool added = k == -edits || (k != edits && at(k - 1) < at(k + 1));
                row = added ? at(k + 1) : at(k - 1) + 1;
            }
            std::ptrdiff_t column = row - k;
            while (row < rows && column < columns && before[row] == after[column]) {
                ++row;
                ++column;
            }
            reach[static_cast<std::size_t>(k + edits)] = row;
            if (row < rows || column < columns)
                continue;
            // There: the way back.
            std::vector<Match> matches;
            const auto takeRun = [&](std::ptrdiff_t fromRow) {
                while (row > fromRow) {
                    --row;
                    --column;
                    matches.push_back(
                        {piece.before + static_cast<std::size_t>(row), piece.after + static_cast<std::size_t>(column)});
                }
            };
            for (std::ptrdiff_t step = edits; step > 0; --step) {
                const std::ptrdiff_t diagonal = row - column;
                const auto &last = trace[static_cast<std::size_t>(step - 1)];
                const auto at = [&](std::ptrdiff_t wanted) {
                    return last[static_cast<std::size_t>(wanted + step - 1)];
                };
                const bool added = diagonal == -step || (diagonal != step && at(diagonal - 1) < at(diagonal + 1));
                takeRun(added ? at(diagonal + 1) : at(diagonal - 1) + 1);
                (added ? column : row) -= 1;
            }
            takeRun(0);
            std::reverse(matches.begin(), matches.end());
            return matches;
        }
        trace.push_back(std::move(reach));
    }
    return std::nullopt;
}

/// The longest run, in the order of both texts, of lines that each text holds once.
std::vector<Match> Comparison::anchors(const Piece &piece) const
{
    struct Seen {
        std::size_t before = 0;
        std::size_t after = 0;
        std::uint32_t timesBefore = 0;
        std::uint32_t timesAfter = 0;
    };
    std::unordered_map<Line, Seen> seen;
    for (std::size_t i = piece.before; i < piece.beforeEnd; ++i) {
        Seen &line = seen[m_before[i]];
        line.before = i;
        ++line.timesBefore;
    }
    for (std::size_t i = piece.after; i < piece.afterEnd; ++i) {
        if (const auto found = seen.find(m_after[i]); found != seen.end()) {
            found->second.after = i;
            ++found->second.timesAfter;
        }
    }
    std::vector<Match> unique;
    for (std::size_t i = piece.before; i < piece.beforeEnd; ++i)
        if (const Seen &line = seen[m_before[i]]; line.timesBefore == 1 && line.timesAfter == 1)
            unique.push_back({i, line.after});

    // Longest increasing run by patience sorting: tops[n] ends the run of n + 1 lines that ends earliest.
    std::vector<std::size_t> tops;
    std::vector<std::optional<std::size_t>> previous(unique.size());
    for (std::size_t i = 0; i < unique.size(); ++i) {
        const auto place =
            std::ranges::lower_bound(tops, unique[i].after, {}, [&](std::size_t top) { return unique[top].after; });
        if (place != tops.begin())
            previous[i] = *std::prev(place);
        if (place == tops.end())
            tops.push_back(i);
        else
            *place = i;
    }
    std::vector<Match> run;
    for (std::optional<std::size_t> i = tops.empty() ? std::nullopt : std::optional(tops.back()); i; i = previous[*i])
        run.push_back(unique[*i]);
    std::reverse(run.begin(), run.end());
    return run;
}

} // namespace

std::vector<LineChange> lineDifference(const std::vector<std::string_view> &before,
                                       const std::vector<std::string_view> &after)
{
    std::unordered_map<std::string_view, Line> numbers;
    const auto numbered = [&](const std::vector<std::string_view> &texts) {
        Lines lines;
        lines.reserve(texts.size());
        for (const std::string_view text : texts)
            lines.push_back(numbers.try_emplace(text, static_cast<Line>(numbers.size())).first->second);
        return lines;
    };
    Lines old = numbered(before);
    Lines now = numbered(after);
    return Comparison(std::move(old), std::move(now)).changes();
}

} // namespace relaytab
