#include <cstdio>
#include <cstring>
#include <memory>
#include <unistd.h>

#include "app/commands/quad_lines.h"

// What no reader of addresses can be faster than: standard input is split into lines and every line into an address,
// by the splitter relaytabctl itself uses, and nothing is done with them but a sum.

int main()
{
    constexpr std::size_t size = std::size_t{256} << 10;
    const auto block = std::make_unique<char[]>(size);
    const auto lines = std::make_unique<relaytab::QuadLines>();
    std::size_t kept = 0; // the begin of a line that goes on
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    for (;;) {
        const auto got = ::read(STDIN_FILENO, block.get() + kept, size - kept);
        if (got <= 0)
            break;
        const char *at = block.get();
        const char *const end = at + kept + got;
        const char *whole = end;
        while (whole != at && whole[-1] != '\n')
            --whole;
        while (at != whole) {
            relaytab::scanQuadLines(at, whole, *lines);
            if (lines->count == 0)
                return 1;
            for (std::size_t i = 0; i < lines->count; ++i)
                sum += lines->addresses[i];
            count += lines->count;
        }
        kept = static_cast<std::size_t>(end - whole);
        std::memmove(block.get(), whole, kept);
    }
    std::printf("%llu %llu\n", static_cast<unsigned long long>(count), static_cast<unsigned long long>(sum));
    return 0;
}
