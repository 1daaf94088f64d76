#include "backend/format/nearest_word.h"

#include <algorithm>
#include <vector>

namespace relaytab {

namespace {

constexpr std::size_t mostMistakes = 2;
constexpr std::size_t shortestBeginning = 3;

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Optimal string alignment: Levenshtein with swapped neighbours.
std::size_t mistakes(std::string_view a, std::string_view b)
{
    const std::size_t columns = b.size() + 1;
    std::vector<std::size_t> table((a.size() + 1) * columns);
    const auto at = [&](std::size_t i, std::size_t j) -> std::size_t & { return table[i * columns + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i)
        at(i, 0) = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        at(0, j) = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)});
            if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return table.back();
}

} // namespace

std::string nearestWord(std::string_view text, std::span<const std::string_view> words)
{
    std::string_view best;
    std::size_t fewest = mostMistakes + 1;
    for (const std::string_view word : words) {
        if (text.size() > word.size() + mostMistakes || word.size() > text.size() + mostMistakes)
            continue;
        const std::size_t count = mistakes(text, word);
        if (count < fewest && count * 2 < word.size()) {
            fewest = count;
            best = word;
        }
    }
    if (best.empty() && text.size() >= shortestBeginning)
        for (const std::string_view word : words)
            if (word.starts_with(text))
                return std::string{word};
    return std::string{best};
}

} // namespace relaytab
