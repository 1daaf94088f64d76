#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "backend/format/format.h"
#include "backend/format/text_patches.h"

namespace relaytab {

/// How a list stands in the file: `deny:` without a value is Empty.
enum class YamlShape : std::uint8_t { Absent, Empty, Flow, Block };

/// A list of the file. An item begins at its dash (Block) or its own first byte (Flow) and ends behind its last value;
/// of a block scalar the line break that ends it does not count.
struct YamlListLayout {
    YamlShape shape = YamlShape::Absent;
    std::vector<TextSpan> items;

    friend bool operator==(const YamlListLayout &, const YamlListLayout &) = default;
};

/// The keys of the file's outermost mapping; Own is `routing` or begins with `x-`.
enum class YamlKey : std::uint8_t { Version, Flags, UnknownFlags, Deny, Allow, Local, Expect, Own };

struct YamlEntry {
    YamlKey key = YamlKey::Own;
    TextSpan name;
    TextSpan value;

    friend constexpr bool operator==(const YamlEntry &, const YamlEntry &) = default;
};

/// Where everything stands that an edit may touch.
struct YamlLayout {
    YamlShape rootShape = YamlShape::Block;
    TextSpan root;
    std::vector<YamlEntry> entries; ///< in file order
    YamlListLayout flags;
    std::vector<std::uint32_t> flagBits; ///< of the words in `flags`, in file order
    YamlListLayout deny;
    YamlListLayout allow;
    YamlListLayout local;
    YamlListLayout expect;

    std::vector<BlockScalar> blockScalars; ///< in file order

    [[nodiscard]] YamlListLayout &list(ListKind kind)
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }
    [[nodiscard]] const YamlListLayout &list(ListKind kind) const
    {
        return kind == ListKind::Deny ? deny : kind == ListKind::Allow ? allow : local;
    }

    friend bool operator==(const YamlLayout &, const YamlLayout &) = default;
};

/// A project file as read.
struct YamlFile {
    ParsedPolicy parsed;
    YamlLayout layout;
};

} // namespace relaytab
