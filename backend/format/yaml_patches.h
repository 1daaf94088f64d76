#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backend/format/yaml_layout.h"

namespace relaytab {

/// Where a line begins, and where the next one does: behind LF, CRLF or CR, or at the end of the text.
[[nodiscard]] std::uint32_t lineBegin(std::string_view text, std::uint32_t offset);
[[nodiscard]] std::uint32_t lineEnd(std::string_view text, std::uint32_t offset);

/// The line end in use before `offset`: that of the line before, else the file's first, else LF.
[[nodiscard]] std::string_view lineBreakBefore(std::string_view text, std::uint32_t offset);

/// Changes of a project file, kept until all are known. They must not overlap; those at one place stand in the order
/// they were made. What nobody named comes out byte for byte, and neither it nor what is put in becomes part of a block
/// scalar that stood elsewhere.
class YamlPatches
{
public:
    YamlPatches(std::string_view text, const YamlLayout &layout) : m_text(text), m_layout(layout) { }

    /// Bytes within a line, or whole values.
    void replace(YamlSpan span, std::string text);
    /// Whole lines, with their ends; `at` is the begin of a line or the end of the text.
    void insertLines(std::uint32_t at, std::string lines);
    void removeLines(YamlSpan lines) { replace(lines, {}); }
    /// Lines that stood elsewhere, with changes of their own that lie within them.
    void insertMoved(std::uint32_t at, YamlSpan lines, const YamlPatches &inner);

    /// No changes yet, of the same file.
    [[nodiscard]] YamlPatches emptyCopy() const { return {m_text, m_layout}; }

    [[nodiscard]] std::string apply() const;

private:
    struct Patch {
        YamlSpan span;
        std::string text;
        bool lines = false;
        const YamlLayout::BlockScalar *endsIn = nullptr; ///< the block scalar with which the text ends
    };
    struct Output;

    [[nodiscard]] const YamlLayout::BlockScalar *scalarEndingAt(std::uint32_t end) const;
    [[nodiscard]] const YamlLayout::BlockScalar *unterminated() const;
    void seal(const YamlLayout::BlockScalar &scalar);
    Output build(YamlSpan range) const;
    void copy(Output &out, YamlSpan span) const;
    void endLine(std::string &text, std::string_view lineBreak) const;
    void separate(Output &out, std::string_view next) const;

    std::string_view m_text;
    const YamlLayout &m_layout;
    std::vector<Patch> m_patches;
    bool m_sealed = false;
};

} // namespace relaytab
