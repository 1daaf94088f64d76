#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

namespace relaytab::testing {

/// Writes INI files as people and other programs leave them: notes and switches far from their rule, numbers in any
/// order, sections of others in between, any blanks and line ends. Every comment and own key holds a mark, `m1.`, ...
class HostileIni
{
public:
    explicit HostileIni(std::mt19937 &random) : m_random(random) { }

    std::string document();
    [[nodiscard]] int marks() const { return m_marks; }

private:
    bool chance(int oneIn) { return m_random() % static_cast<unsigned>(oneIn) == 0; }
    std::size_t below(std::size_t n) { return m_random() % n; }
    template <typename T, std::size_t N>
    const T &pick(const std::array<T, N> &from)
    {
        return from[below(N)];
    }
    std::string mark() { return 'm' + std::to_string(++m_marks) + '.'; }

    std::string pair(const std::string &key, const std::string &value);
    std::string trivia();
    std::string list(const std::string &name);
    std::string foreign();

    std::mt19937 &m_random;
    int m_marks = 0;
};

inline std::string HostileIni::pair(const std::string &key, const std::string &value)
{
    static constexpr std::array between{" = ", " = ", "=", "\t=  ", "= "};
    return (chance(8) ? "\t" : "") + key + pick(between) + value + (chance(8) ? "  \n" : "\n");
}

inline std::string HostileIni::trivia()
{
    std::string out;
    while (chance(4)) {
        switch (below(4)) {
        case 0: out += '\n'; break;
        case 1: out += "   \n"; break;
        case 2: out += "  ; " + mark() + " rule1 = 1.2.3.4\n"; break;
        default: out += "# " + mark() + " a = b\n";
        }
    }
    return out;
}

inline std::string HostileIni::list(const std::string &name)
{
    static constexpr std::array rules{"10.0.0.1",
                                      "10.0.0.0/8",
                                      "10.0.0.0/255.0.0.0",
                                      "10.0.0.0;255.0.255.0",
                                      "10.0.0.0 255.0.0.0",
                                      "10.0.0.0,/8",
                                      "10.0.0.300",
                                      "2001:db8::/32",
                                      "",
                                      "10.0.0.1 # no",
                                      "10.0.0.1-10.0.0.9",
                                      "+00310.0.0.0/24",
                                      "\"10.0.0.1\"",
                                      "010.0.0.1/8",
                                      "10.0.0.0/ 8",
                                      "fe80;64"};
    static constexpr std::array notes{
        "Printers", "", "no", "a + b", "+0041+00e9", "+D83D+DE00", "+D83D", "\xC3\xA9t\xC3\xA9; # = x", "C:\\temp"};
    std::string out = (chance(8) ? "  [" : "[") + name + "]\n" + trivia();
    std::vector<std::string> loose; // lines that may stand anywhere
    std::vector<std::string> together;
    std::uint32_t number = 0;
    for (std::size_t count = below(7); count > 0; --count) {
        number += 1 + static_cast<std::uint32_t>(below(4));
        const std::string key = "rule" + std::to_string(number);
        std::string block = trivia() + pair(key, pick(rules));
        const auto add = [&](const std::string &what, const std::string &value) {
            if (chance(6))
                loose.push_back(pair(key + what, value));
            else
                block += pair(key + what, value);
        };
        if (chance(3))
            add("-enabled", chance(2) ? "0" : "1");
        if (chance(2))
            add("-note", pick(notes));
        if (chance(4))
            add("-note2", pick(notes));
        if (chance(8))
            add("-note7", pick(notes));
        together.push_back(block);
    }
    if (chance(8))
        together.push_back(pair("rule999999999", "10.9.9.9"));
    if (chance(3))
        loose.push_back(pair("x-own", mark()));
    if (chance(3))
        std::shuffle(together.begin(), together.end(), m_random);
    for (const std::string &line : loose)
        together.insert(together.begin() + static_cast<std::ptrdiff_t>(below(together.size() + 1)), line);
    for (const std::string &block : together)
        out += block;
    return out + trivia();
}

inline std::string HostileIni::foreign()
{
    static constexpr std::array lines{"key = value",      "just words",   "= nothing",
                                      "rule1 = 10.0.0.1", "caf\xE9=\xFF", "a: b"};
    std::string out = "[other " + mark() + "]\n";
    for (std::size_t count = below(4); count > 0; --count)
        out += std::string{pick(lines)} + ' ' + mark() + '\n';
    return out;
}

inline std::string HostileIni::document()
{
    m_marks = 0;
    std::vector<std::string> sections{"[relay]\n" + trivia() + pair("format", "1")};
    if (chance(2))
        sections.back() += pair("flags", chance(2) ? "0x105" : "5");
    if (chance(4))
        sections.back() += pair("x-site", mark());
    for (const char *name : {"deny", "allow", "local"})
        if (!chance(4))
            sections.push_back(list(name));
    while (chance(3))
        sections.push_back(foreign());
    if (chance(3))
        std::shuffle(sections.begin(), sections.end(), m_random);
    std::string out = trivia();
    for (const std::string &section : sections)
        out += section + (chance(3) ? "" : "\n");
    if (chance(4))
        while (!out.empty() && out.back() == '\n')
            out.pop_back();
    if (const std::size_t lineEnds = below(6); lineEnds < 2) {
        std::string other;
        for (const char c : out)
            other += c == '\n' ? (lineEnds == 0 ? std::string{"\r\n"} : std::string{"\r"}) : std::string(1, c);
        out = other;
    }
    return out;
}

} // namespace relaytab::testing
