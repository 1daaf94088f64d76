#pragma once

#include <span>
#include <string>
#include <vector>

#include "backend/format/text_lines.h"

namespace relaytab {

/// A stretch of a text that takes the empty lines and the comments set deeper that follow it for its own: YAML's block
/// scalars. Its end is before the line break of its last line.
struct BlockScalar {
    TextSpan span;
    bool keep = false; ///< with `+`: all empty lines that follow are its own

    friend constexpr bool operator==(const BlockScalar &, const BlockScalar &) = default;
};

/// Changes of a text, kept until all are known. They must not overlap; those at one place stand in the order they were
/// made. What nobody named comes out byte for byte, and neither it nor what is put in becomes part of a block scalar
/// that stood elsewhere. A text that did not end with a line end still does not.
class TextPatches
{
public:
    /// Text and block scalars, which are in the order of the text, must outlive this.
    explicit TextPatches(std::string_view text, std::span<const BlockScalar> scalars = {})
        : m_text(text), m_scalars(scalars)
    { }

    /// Bytes within a line, or whole values.
    void replace(TextSpan span, std::string text);
    /// Whole lines, with their ends; `at` is the begin of a line or the end of the text.
    void insertLines(std::uint32_t at, std::string lines);
    void removeLines(TextSpan lines) { replace(lines, {}); }
    /// Lines that stood elsewhere, with changes of their own that lie within them.
    void insertMoved(std::uint32_t at, TextSpan lines, const TextPatches &inner);

    /// No changes yet, of the same file.
    [[nodiscard]] TextPatches emptyCopy() const { return TextPatches{m_text, m_scalars}; }

    [[nodiscard]] std::string apply() const;

private:
    struct Patch {
        TextSpan span;
        std::string text;
        bool lines = false;
        const BlockScalar *endsIn = nullptr; ///< the block scalar with which the text ends
    };
    struct Output;

    [[nodiscard]] const BlockScalar *scalarEndingAt(std::uint32_t end) const;
    [[nodiscard]] const BlockScalar *unterminated() const;
    void seal(const BlockScalar &scalar);
    Output build(TextSpan range) const;
    void copy(Output &out, TextSpan span) const;
    void endLine(std::string &text, std::string_view lineBreak) const;
    void separate(Output &out, std::string_view next) const;

    std::string_view m_text;
    std::span<const BlockScalar> m_scalars;
    std::vector<Patch> m_patches;
    bool m_sealed = false;
};

} // namespace relaytab
