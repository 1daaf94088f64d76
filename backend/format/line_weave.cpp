#include "backend/format/line_weave.h"

#include <algorithm>
#include <limits>

namespace relaytab {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// For each origin the row that stays in the file's order, or `none`.
std::vector<std::uint32_t> anchorsOf(const std::vector<PairedRow> &pairs, std::size_t origins)
{
    std::vector<std::uint32_t> anchors(origins + 1, none);
    const std::vector<bool> stays = stayingRows(pairs);
    for (std::uint32_t i = 0; i < pairs.size(); ++i)
        if (stays[i])
            anchors[pairs[i].origin] = i;
    return anchors;
}

std::string_view lineEndOf(std::string_view line)
{
    if (!line.ends_with('\n'))
        return {};
    return line.substr(line.size() - (line.ends_with("\r\n") ? 2 : 1));
}

class Weaver
{
public:
    Weaver(std::string_view original, const std::vector<LineSpan> &spans,
           const std::array<WovenRows, allLists.size()> &rows, const LineMaker &makeLine)
        : m_original(original), m_spans(spans), m_makeLine(makeLine)
    {
        const std::size_t firstEnd = original.find('\n');
        if (firstEnd != std::string_view::npos)
            m_lineEnd = lineEndOf(original.substr(0, firstEnd + 1));
        for (const ListKind kind : allLists) {
            Lane &lane = laneOf(kind);
            lane.kind = kind;
            lane.rows = &rows[static_cast<std::size_t>(kind)];
        }
        for (std::size_t i = 0; i < spans.size(); ++i) {
            Lane &lane = laneOf(spans[i].list);
            lane.spanOf.insert(lane.spanOf.end(), spans[i].rows, static_cast<std::uint32_t>(i));
        }
        for (Lane &lane : m_lanes)
            lane.anchors = anchorsOf(lane.rows->pairs, lane.spanOf.size());
    }

    std::string weave()
    {
        m_out.reserve(m_original.size());
        for (const LineSpan &span : m_spans) {
            if (span.rows == 0)
                writeText(textOf(span));
            else
                writeRecord(span);
        }
        for (Lane &lane : m_lanes)
            writeRows(lane, lane.rows->rows.size()); // of a list that has no line yet, or nothing
        return std::move(m_out);
    }

private:
    /// One list: what is to be written, and how far that is done.
    struct Lane {
        ListKind kind = ListKind::Deny;
        const WovenRows *rows = nullptr;
        std::vector<std::uint32_t> spanOf; ///< origin - 1 to its span
        std::vector<std::uint32_t> anchors;
        std::size_t written = 0;
    };

    Lane &laneOf(ListKind kind) { return m_lanes[static_cast<std::size_t>(kind)]; }
    std::string_view textOf(const LineSpan &span) const { return m_original.substr(span.begin, span.end - span.begin); }

    void endLine()
    {
        if (!m_out.empty() && m_out.back() != '\n')
            m_out += m_lineEnd;
    }

    void writeText(std::string_view text)
    {
        endLine();
        m_out += text;
    }

    /// A row away from its old place, or where it has none.
    void writeRow(const Lane &lane, std::size_t row)
    {
        endLine();
        if (const PairedRow &pair = lane.rows->pairs[row]; pair.origin != 0 && !pair.changed) {
            const LineSpan &span = m_spans[lane.spanOf[pair.origin - 1]];
            if (span.rows == 1) {
                m_out += textOf(span);
                endLine();
                return;
            }
        }
        m_makeLine(m_out, {lane.kind, lane.rows->rows[row]});
        m_out += m_lineEnd;
    }

    void writeRows(Lane &lane, std::size_t end)
    {
        for (; lane.written < end; ++lane.written)
            writeRow(lane, lane.written);
    }

    /// The rows behind the last one written, up to the next that has a place of its own.
    void writeFollowers(Lane &lane)
    {
        std::size_t end = lane.written;
        while (end < lane.rows->rows.size() && !isAnchor(lane, end))
            ++end;
        writeRows(lane, end);
    }

    static bool isAnchor(const Lane &lane, std::size_t row)
    {
        return lane.anchors[lane.rows->pairs[row].origin] == row; // nothing is at origin 0
    }

    /// True when the rows of the record are still there, together and as they were.
    static bool isWhole(const Lane &lane, const LineSpan &span)
    {
        const std::uint32_t first = lane.anchors[span.firstOrigin];
        if (first == none)
            return false;
        for (std::uint32_t i = 0; i < span.rows; ++i)
            if (lane.anchors[span.firstOrigin + i] != first + i || lane.rows->pairs[first + i].changed)
                return false;
        return true;
    }

    void writeRecord(const LineSpan &span)
    {
        Lane &lane = laneOf(span.list);
        if (isWhole(lane, span)) {
            writeRows(lane, lane.anchors[span.firstOrigin]);
            writeText(textOf(span));
            lane.written += span.rows;
            writeFollowers(lane);
            return;
        }
        for (std::uint32_t i = 0; i < span.rows; ++i) {
            const std::uint32_t row = lane.anchors[span.firstOrigin + i];
            if (row == none)
                continue;
            writeRows(lane, row);
            endLine();
            m_makeLine(m_out, {lane.kind, lane.rows->rows[row]});
            m_out += i + 1 == span.rows ? lineEndOf(textOf(span)) : m_lineEnd;
            ++lane.written;
            writeFollowers(lane);
        }
        // Nothing of the old list stays: the new one begins where the old one did.
        if (span.firstOrigin == 1 && std::all_of(lane.anchors.begin(), lane.anchors.end(), [](std::uint32_t anchor) {
                return anchor == none;
            }))
            writeRows(lane, lane.rows->rows.size());
    }

    std::string_view m_original;
    const std::vector<LineSpan> &m_spans;
    const LineMaker &m_makeLine;
    std::string_view m_lineEnd = "\n";
    std::array<Lane, allLists.size()> m_lanes;
    std::string m_out;
};

} // namespace

std::string weaveLines(std::string_view original, const std::vector<LineSpan> &spans,
                       const std::array<WovenRows, allLists.size()> &rows, const LineMaker &makeLine)
{
    return Weaver{original, spans, rows, makeLine}.weave();
}

} // namespace relaytab
