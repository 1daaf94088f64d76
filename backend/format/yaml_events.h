#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "backend/format/yaml_layout.h"

namespace relaytab {

/// Largest file read, and how deep collections may nest (the outermost mapping is 1).
inline constexpr std::size_t yamlMaxBytes = std::size_t{256} * 1024 * 1024;
inline constexpr std::size_t yamlMaxDepth = 8;

enum class YamlStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };

struct YamlEvent {
    enum class Kind : std::uint8_t { Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd, End };
    Kind kind = Kind::End;
    YamlStyle style = YamlStyle::Plain; ///< Scalar
    bool flow = false; ///< SequenceStart, MappingStart: written with brackets or braces
    bool key = false; ///< Scalar: the key of a mapping
    std::string_view text = {}; ///< Scalar: what it says; lives until the next event
    TextSpan span = {}; ///< zero bytes long for a value that is not there and for block collections
    std::uint32_t gap = 0; ///< end of the content before this event; from there to `span` stand blanks and comments
};

/// The events of a YAML text, from libyaml, with byte positions, and with everything refused on which YAML readers do
/// not agree: anchors, aliases, tags, merge keys, `?` keys, directives, a second document, U+0085, U+2028 and U+2029
/// outside escapes; also too much depth. What it refuses first ends it.
class YamlEvents
{
public:
    /// `text` must pass checkYamlText and outlive this.
    explicit YamlEvents(std::string_view text);
    ~YamlEvents();
    YamlEvents(const YamlEvents &) = delete;
    YamlEvents &operator=(const YamlEvents &) = delete;
    YamlEvents(YamlEvents &&) = delete;
    YamlEvents &operator=(YamlEvents &&) = delete;

    [[nodiscard]] Expected<YamlEvent, FormatError> next();

    /// Takes the rest of a node whose first event was `first`, with everything inside; a key twice is an error.
    [[nodiscard]] Expected<void, FormatError> skip(const YamlEvent &first);

    /// Where the last content ended: a scalar, a closing bracket, or the colon of an absent value.
    [[nodiscard]] std::uint32_t contentEnd() const { return m_contentEnd; }

    /// The block scalars so far, keys' values inside the user's own keys included.
    [[nodiscard]] const std::vector<BlockScalar> &blockScalars() const { return m_blockScalars; }

    [[nodiscard]] FormatError error(FormatErrorCode code, std::size_t offset, std::string fact,
                                    std::string suggestion = {}) const;

private:
    struct Library;
    struct Level {
        bool mapping = false;
        bool flow = false;
        bool keyNext = false;
    };

    Expected<YamlEvent, FormatError> translate();
    Expected<void, FormatError> checkKey(const YamlEvent &event) const;
    Expected<void, FormatError> open(YamlEvent &event, bool mapping);
    bool takeSlot();
    void noteContent(YamlEvent &event);
    [[nodiscard]] std::string wordAt(std::uint32_t offset) const;
    FormatError libraryError();
    std::uint32_t offsetOf(std::size_t character);

    std::string_view m_text;
    std::size_t m_skipped = 0; ///< bytes of the byte order mark
    std::unique_ptr<Library> m_library;
    std::array<Level, yamlMaxDepth> m_levels{};
    std::size_t m_depth = 0;
    std::uint32_t m_contentEnd = 0;
    std::vector<BlockScalar> m_blockScalars;
    bool m_ascii = false;
    bool m_secondDocument = false; ///< the next document is one too many
    std::size_t m_character = 0; ///< libyaml counts characters; this one ...
    std::size_t m_byte = 0; ///< ... begins at this byte
};

/// Whether the bytes are text that YAML readers read alike: UTF-8, no control characters but tab and line ends, none of
/// the line ends that only YAML 1.1 knows. At most yamlMaxBytes.
[[nodiscard]] Expected<void, FormatError> checkYamlText(std::string_view bytes);

/// The first `wanted` in [begin, end) that stands in no comment, or `end`. The range holds blanks, comments,
/// indicators.
[[nodiscard]] std::uint32_t findOutsideComments(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                                char wanted);

} // namespace relaytab
