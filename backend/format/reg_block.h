#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

#include "backend/format/reg_hex.h"

namespace relaytab {

/// Zero if the constant text stands at `at`. Whole words without a branch; a memcmp() of this length would be a call.
template <std::size_t Size>
std::uint64_t differs(const char *at, std::string_view text)
{
    using Word = std::conditional_t<(Size >= 8), std::uint64_t, std::uint32_t>;
    static_assert(Size >= sizeof(Word));
    const auto word = [](const char *from) {
        Word value = 0;
        std::memcpy(&value, from, sizeof value);
        return value;
    };
    std::uint64_t difference = 0;
    for (std::size_t i = 0; i + sizeof(Word) <= Size; i += sizeof(Word))
        difference |= word(at + i) ^ word(text.data() + i);
    constexpr std::size_t last = Size - sizeof(Word);
    return difference | (word(at + last) ^ word(text.data() + last));
}

/// Two lines of UTF-16 data as regedit folds them. A line holds 25 bytes, so every second one ends in the middle of a
/// character: 12 characters, one torn by the fold, 12 more, and the fold to the next pair. Nearly all of a large file
/// is such blocks, and they are decoded without a look at each byte. TextUnit: bytes in a character of the file.
template <std::size_t TextUnit>
class RegBlock
{
public:
    static constexpr std::size_t characters = 25;
    static constexpr std::uint32_t lines = 2;
    static constexpr std::size_t size = 160 * TextUnit; ///< bytes of the file
    static constexpr std::size_t needed = size + TextUnit; ///< with the digit that must follow: the data goes on

    /// Decodes the block at `at`, of which `needed` bytes are there, if it is one and holds ASCII only.
    [[nodiscard]] static bool decode(const char *at, char *to)
    {
        const char *const tornAt = at + lineCharacters * group;
        const char *const second = tornAt + digits + torn.size();
        std::uint64_t wrong = differs<torn.size()>(tornAt + digits, torn)
            | differs<fold.size()>(second + lineCharacters * group, fold) | wrongDigit(at + size);
        if (wrong != 0)
            return false;
        for (std::size_t i = 0; i < lineCharacters; ++i) {
            wrong |= decodeGroup(at + i * group, to[i]);
            wrong |= decodeGroup(second + i * group, to[lineCharacters + 1 + i]);
        }
        wrong |= decodeDigits(tornAt, to[lineCharacters]);
        return wrong == 0;
    }

    /// Where a character of the block stands: the line counted from 0, and the column from 0. The block's first
    /// character stands in column 2, behind the blanks of its line.
    struct Place {
        std::uint32_t line = 0;
        std::uint32_t column = 0;
    };
    [[nodiscard]] static constexpr Place placeOf(std::size_t character)
    {
        constexpr std::size_t indent = 2;
        if (character <= lineCharacters)
            return {0, static_cast<std::uint32_t>(indent + 6 * character)};
        return {1, static_cast<std::uint32_t>(indent + 3 + 6 * (character - lineCharacters - 1))};
    }

private:
    static constexpr std::size_t lineCharacters = 12;
    static constexpr std::size_t digits = 2 * TextUnit;
    static constexpr std::size_t group = 6 * TextUnit;
    static constexpr std::string_view tail =
        TextUnit == 1 ? std::string_view{",00,"} : std::string_view{",\0000\0000\0,\0", 8};
    static constexpr std::string_view fold =
        TextUnit == 1 ? std::string_view{"\\\r\n  "} : std::string_view{"\\\0\r\0\n\0 \0 \0", 10};
    static constexpr std::string_view torn =
        TextUnit == 1 ? std::string_view{",\\\r\n  00,"} : std::string_view{",\0\\\0\r\0\n\0 \0 \0000\0000\0,\0", 18};

    static unsigned wrongDigit(const char *at)
    {
        const unsigned wrong = hexDigits[static_cast<unsigned char>(at[0])] & ~15U;
        if constexpr (TextUnit == 2)
            return wrong | static_cast<unsigned char>(at[1]);
        return wrong;
    }

    static unsigned decodeDigits(const char *at, char &to)
    {
        const unsigned high = hexDigits[static_cast<unsigned char>(at[0])];
        const unsigned low = hexDigits[static_cast<unsigned char>(at[TextUnit])];
        to = static_cast<char>(high * 16 + low);
        const unsigned wrong = (high & ~7U) | (low & ~15U);
        if constexpr (TextUnit == 2)
            return wrong | static_cast<unsigned char>(at[1]) | static_cast<unsigned char>(at[3]);
        return wrong;
    }

    static std::uint64_t decodeGroup(const char *at, char &to)
    {
        return differs<tail.size()>(at + digits, tail) | decodeDigits(at, to);
    }
};

} // namespace relaytab
