#include "app/commands/address_stream.h"

#include <charconv>
#include <cstring>

#include "app/commands/quad_lines.h"
#include "app/commands/words.h"

namespace relaytab {

namespace {

/// A line that begins in one block and ends in another: only its first word is kept, and of that only the begin.
class OpenLine
{
public:
    /// `piece` holds no line end.
    void take(std::string_view piece)
    {
        m_begun = m_begun || !piece.empty();
        for (const char c : piece) {
            if (isBlank(c))
                m_wordEnded = m_wordEnded || !m_word.empty();
            else if (!m_wordEnded && m_word.size() < longestWord)
                m_word += c;
        }
    }
    [[nodiscard]] bool begun() const { return m_begun; }
    [[nodiscard]] const std::string &word() const { return m_word; }
    void close()
    {
        m_word.clear();
        m_wordEnded = false;
        m_begun = false;
    }

private:
    std::string m_word;
    bool m_wordEnded = false;
    bool m_begun = false;
};

/// The first word of a whole line, as OpenLine would keep it.
std::string_view firstWord(std::string_view line)
{
    std::size_t begin = 0;
    while (begin < line.size() && isBlank(line[begin]))
        ++begin;
    std::size_t end = begin;
    while (end < line.size() && end - begin < longestWord && !isBlank(line[end]))
        ++end;
    return line.substr(begin, end - begin);
}

/// What follows the address on its line: "\tallowed\tallow-list\tallow:", or the whole rest with the line's end. Copied
/// in one piece of fixed size.
struct Tail {
    static constexpr std::size_t capacity = 48;

    std::array<char, capacity> text{};
    std::size_t length = 0;

    Tail(const BriefDecision &decision, std::string_view row)
    {
        std::string tail;
        tail.append(1, '\t').append(wordOf(decision.verdict)).append(1, '\t').append(wordOf(decision.reason));
        tail.append(1, '\t').append(row);
        length = tail.copy(text.data(), capacity);
    }
};

/// Writes a number from 1 to 2^32; up to 8 bytes behind its end are overwritten.
char *writeNumber(char *to, std::uint64_t number)
{
    if (number >= 100'000'000)
        return std::to_chars(to, to + 10, number).ptr;
    // Eight digits at once: halves, then quarters, then single digits, each in its own lane; the first in the lowest.
    const std::uint64_t halves = number / 10'000 | (number % 10'000) << 32;
    const std::uint64_t hundreds = ((halves * 10'486) >> 20) & 0x0000'007F'0000'007F;
    const std::uint64_t pairs = hundreds | (halves - hundreds * 100) << 16;
    const std::uint64_t tens = ((pairs * 103) >> 10) & 0x000F'000F'000F'000F;
    const std::uint64_t digits = tens | (pairs - tens * 10) << 8;
    const int zeros = __builtin_ctzll(digits) / 8; // in front; the number is not 0
    const std::uint64_t text = (digits | 0x3030'3030'3030'3030) >> (8 * zeros);
    std::memcpy(to, &text, sizeof text);
    return to + (8 - zeros);
}

/// Writes plain answers about many IPv4 addresses at a time.
class BulkAnswer
{
public:
    explicit BulkAnswer(AddressAnswer &answer)
        : m_answer(answer),
          m_deny({Verdict::Refused, Reason::DenyList}, "deny:"),
          m_allow({Verdict::Allowed, Reason::AllowList}, "allow:"),
          m_restRefuses(restOf(answer).verdict == Verdict::Refused),
          m_rest(restOf(answer), restOf(answer).row ? rowWord(*restOf(answer).row) + '\n' : "-\n"),
          m_block(QuadLines::most * longestLine)
    { }

    /// Answers the lines from `at` as far as they begin with IPv4, and moves `at` behind them.
    void take(const char *&at, const char *end, Output &out)
    {
        do {
            scanQuadLines(at, end, m_lines);
            const std::size_t count = m_lines.count;
            m_answer.check().findIPv4({m_lines.addresses.data(), count}, {m_denyRows.data(), count},
                                      {m_allowRows.data(), count});
            out.write(write(end));
        } while (m_lines.count == QuadLines::most);
    }

private:
    /// An address, a tail, ten digits and a line end fit, and what is copied too much.
    static constexpr std::size_t longestLine = 96;

    static const BriefDecision &restOf(const AddressAnswer &answer) { return answer.check().rest(); }

    std::string_view write(const char *end)
    {
        char *to = m_block.data();
        std::uint64_t refused = 0;
        for (std::size_t i = 0; i < m_lines.count; ++i) {
            const char *word = m_lines.words[i];
            std::memcpy(to, word, end - word >= 16 ? 16 : m_lines.lengths[i]);
            to += m_lines.lengths[i];
            const RowNumber deny = m_denyRows[i];
            const RowNumber allow = m_allowRows[i];
            const bool denied = deny != noRow;
            const bool listed = denied || allow != noRow;
            const Tail &tail = denied ? m_deny : listed ? m_allow : m_rest;
            std::memcpy(to, tail.text.data(), Tail::capacity);
            to += tail.length;
            refused += denied || (!listed && m_restRefuses) ? 1U : 0U;
            if (listed) {
                to = writeNumber(to, std::uint64_t{denied ? deny : allow} + 1);
                *to++ = '\n';
            }
        }
        m_answer.countRefused(refused);
        return {m_block.data(), static_cast<std::size_t>(to - m_block.data())};
    }

    AddressAnswer &m_answer;
    Tail m_deny;
    Tail m_allow;
    bool m_restRefuses;
    Tail m_rest;
    QuadLines m_lines;
    std::array<RowNumber, QuadLines::most> m_denyRows;
    std::array<RowNumber, QuadLines::most> m_allowRows;
    std::vector<char> m_block;
};

/// Whole lines, the last one with its end.
void answerLines(std::string_view text, AddressAnswer &answer, BulkAnswer *bulk, Output &out)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        if (bulk != nullptr) {
            bulk->take(at, end, out);
            if (at == end)
                return;
        }
        const auto *lineEnd = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
        out.write(answer.to(firstWord({at, static_cast<std::size_t>(lineEnd - at)})));
        at = lineEnd + 1;
    }
}

} // namespace

Expected<void, StoreError> answerStream(AddressAnswer &answer, Io &io)
{
    std::optional<BulkAnswer> bulk;
    if (answer.isPlain())
        bulk.emplace(answer);
    OpenLine open;
    const auto closeLine = [&] {
        io.out.write(answer.to(open.word()));
        open.close();
    };
    while (true) {
        const auto block = io.in();
        if (!block)
            return Unexpected<StoreError>(block.error());
        if (block->empty())
            break;
        std::string_view text{block->data(), block->size()};
        if (open.begun()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            open.take(text.substr(0, end));
            if (end == text.size())
                continue;
            closeLine();
            text.remove_prefix(end + 1);
        }
        const std::size_t whole = text.rfind('\n') + 1; // 0 when there is no line end
        answerLines(text.substr(0, whole), answer, bulk ? &*bulk : nullptr, io.out);
        open.take(text.substr(whole));
        // Whoever feeds us line by line waits for the answer; and nobody reads on behind a broken pipe.
        io.out.flush();
        if (io.out.failed())
            return {};
    }
    if (open.begun())
        closeLine();
    return {};
}

} // namespace relaytab
