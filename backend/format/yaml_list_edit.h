#pragma once

#include <functional>

#include "backend/format/row_pairing.h"
#include "backend/format/yaml_item.h"

namespace relaytab {

/// Turns a list of the file into what it shall be: which of its items stay, in which order, and what is new.
struct YamlListEdit {
    const YamlListLayout &list;
    const YamlEntry &entry; ///< the list's key
    std::vector<PairedRow> slots = {};
    std::function<YamlWish(std::size_t slot, const YamlItem *item)> wish =
        {}; ///< item: as it stands, null for a new one
    std::span<const std::string_view> known = {}; ///< keys that come and go with the wish
};

/// Patches a list that is in the file. Untouched items keep their bytes and lines; a flow list becomes a block.
[[nodiscard]] Expected<void, FormatError> patchYamlList(std::string_view text, const YamlListEdit &edit,
                                                        TextPatches &patches);

/// The lines of a flow list as a block.
[[nodiscard]] Expected<std::string, FormatError> blockOfFlowList(std::string_view text, const YamlListEdit &edit,
                                                                 const YamlIndent &indent);

/// Makes a list that was empty or is not there: the lines of its items.
[[nodiscard]] std::string newYamlItems(const YamlListEdit &edit, const YamlIndent &indent);

/// The blanks before a key, for lists below it.
[[nodiscard]] YamlIndent indentBelow(std::string_view text, const YamlEntry &entry);

} // namespace relaytab
