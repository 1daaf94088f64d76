#pragma once

#include <string>
#include <vector>

#include "backend/format/text_patches.h"
#include "backend/format/yaml_events.h"

namespace relaytab {

/// A key of a row or an expectation as it stands in the file.
struct YamlField {
    std::string key;
    TextSpan name;
    TextSpan value = {}; ///< zero bytes long when there is none
    bool scalar = true;
    YamlStyle style = YamlStyle::Plain; ///< scalar
    std::string text = {}; ///< scalar: what it says
};

/// A row or an expectation as it stands in the file.
struct YamlItem {
    TextSpan span; ///< as in YamlListLayout
    bool flow = false; ///< in braces, or a lone pair in brackets
    std::vector<YamlField> fields = {}; ///< in file order
};

/// What a key shall say.
struct YamlWanted {
    std::string_view key;
    std::string text;
    enum class Form : std::uint8_t { Quoted, Word } form = Form::Quoted; ///< a Word stands without quotes
    bool (*same)(std::string_view inFile, std::string_view wanted) = nullptr; ///< says the same; null: by its bytes
};

/// The keys of an item in the order they are written.
using YamlWish = std::vector<YamlWanted>;

/// How the items of a block list are set: what stands before the dash and between it and the first key.
struct YamlIndent {
    std::string beforeDash = "  ";
    std::string afterDash = " ";
    std::string lineBreak = "\n";
};

/// Finds the keys of an item of a file that was read without error.
[[nodiscard]] Expected<YamlItem, FormatError> readYamlItem(std::string_view text, TextSpan span, YamlShape shape);

/// Patches the item so that of the keys `known` it has those of the wish, each saying what it shall. An item in braces
/// becomes lines when keys come or go. Keys that are not known stay.
void patchYamlItem(std::string_view text, const YamlItem &item, const YamlWish &wish,
                   std::span<const std::string_view> known, TextPatches &patches);

/// The lines of a new item.
[[nodiscard]] std::string newYamlItem(const YamlWish &wish, const YamlIndent &indent);

/// The lines of an item that stood in a flow list: comments, the keys of the wish, and those that are not known.
[[nodiscard]] std::string blockOfFlowItem(std::string_view text, const YamlItem &item, const YamlWish &wish,
                                          std::span<const std::string_view> known, const YamlIndent &indent);

/// A value from between brackets or braces, with its further lines moved to the right of `indent`.
[[nodiscard]] std::string indentedYaml(std::string_view value, std::string_view indent);

/// The comments that stand between values in [begin, end), each from its `#` to the end of its line.
[[nodiscard]] std::vector<std::string_view> commentsIn(std::string_view text, TextSpan gap);

} // namespace relaytab
