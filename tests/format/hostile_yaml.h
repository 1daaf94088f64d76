#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

namespace relaytab::testing {

/// Writes project files as nobody should but somebody will: every scalar style, flow and block, odd indents, comments
/// everywhere, blank and white lines, any line end, with and without the last one. What it writes can be read; what it
/// says is the reader's to tell. Every comment and every value of an own key holds a mark, `m1.`, `m2.`, ...
class HostileYaml
{
public:
    explicit HostileYaml(std::mt19937 &random) : m_random(random) { }

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

    void trivia(int indent);
    void endLine();
    std::string net();
    std::string mask();
    std::string scalar(const std::string &text, int indent, bool flow);
    std::string flowValue(int depth);
    std::string ownValue(int indent);
    std::string flowItem(bool expectation);
    void blockItem(int indent, bool expectation);
    void list(const std::string &name, bool expectation);
    std::string flowList(bool expectation, bool lines);
    std::vector<std::array<std::string, 2>> itemFields(bool expectation);
    std::string flowDocument();

    std::mt19937 &m_random;
    std::string m_out;
    int m_marks = 0;
    int m_top = 0; ///< indent of the outermost keys
};

inline void HostileYaml::trivia(int indent)
{
    while (chance(4)) {
        switch (below(5)) {
        case 0: m_out += "\n"; break;
        case 1: m_out += std::string(below(12), ' ') + "\n"; break;
        case 2: m_out += "# " + mark() + "\n"; break;
        default: m_out += std::string(static_cast<std::size_t>(indent), ' ') + "# " + mark() + " net: \"1.2.3.4\"\n";
        }
    }
}

/// Sometimes with a comment, sometimes with blanks.
inline void HostileYaml::endLine()
{
    if (chance(6))
        m_out += "  # " + mark();
    else if (chance(8))
        m_out += "   ";
    m_out += '\n';
}

inline std::string HostileYaml::net()
{
    static constexpr std::array odd{"10.0.0.0/8", "10.0",          "",   "010.0.0.1", "fe80",
                                    "10.0.0.300", "2001:DB8:0::1", "::", "x y"};
    if (chance(6))
        return pick(odd);
    return std::to_string(below(256)) + '.' + std::to_string(below(4)) + ".0." + std::to_string(below(256));
}

inline std::string HostileYaml::mask()
{
    static constexpr std::array masks{
        "255.255.255.0", "/8", "/32", "255.0.255.0", "24", "ffff::", "0.0.0.0", "/99", ""};
    return pick(masks);
}

inline std::string HostileYaml::scalar(const std::string &text, int indent, bool flow)
{
    std::string quoted;
    bool simple = !text.empty();
    bool printable = true;
    for (const char c : text) {
        const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '.';
        simple = simple && (word || c == '/' || (c == ' ' && &c != &text.front() && &c != &text.back()));
        printable = printable && static_cast<unsigned char>(c) >= ' ' && c != '\x7f';
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (static_cast<unsigned char>(c) < ' ') {
            static constexpr auto digits = "0123456789abcdef";
            quoted += std::string{"\\x"} + digits[c >> 4] + digits[c & 15];
        } else {
            quoted += c;
        }
    }
    const std::string pad(static_cast<std::size_t>(indent), ' ');
    switch (below(8)) {
    case 0:
        if (simple)
            return text;
        break;
    case 1:
        if (printable && text.find('\'') == std::string::npos)
            return '\'' + text + '\'';
        break;
    case 2:
    case 3:
        if (!flow && !text.empty() && text[0] != ' ' && text[0] != '\n' && text.find('\r') == std::string::npos
            && text.find('\t') == std::string::npos && text.find('\x07') == std::string::npos) {
            static constexpr std::array headers{"|", "|-", "|+", ">", ">-", ">+"};
            const std::string more(1 + below(4), ' ');
            std::string block = pick(headers) + std::string{chance(4) ? " # " + mark() : ""} + '\n' + pad + more;
            for (const char c : text) {
                block += c;
                if (c == '\n')
                    block += pad + more;
            }
            return block; // the line end follows
        }
        break;
    case 4:
        if (!quoted.empty() && quoted.find(' ') == std::string::npos && quoted.find('\\') == std::string::npos)
            return '"' + quoted.substr(0, 1) + "\\\n" + pad + "  " + quoted.substr(1) + '"'; // over two lines
        break;
    default: break;
    }
    return '"' + quoted + '"';
}

inline std::string HostileYaml::flowValue(int depth)
{
    switch (below(depth > 0 ? 5 : 3)) {
    case 0: return mark();
    case 1: return "\"" + mark() + " # no: comment\"";
    case 2: return "'" + mark() + "'";
    case 3: return "[" + flowValue(depth - 1) + ", " + flowValue(depth - 1) + "]";
    default: return "{a: " + flowValue(depth - 1) + ", b: " + mark() + "}";
    }
}

inline std::string HostileYaml::ownValue(int indent)
{
    const std::string pad(static_cast<std::size_t>(indent) + 2, ' ');
    switch (below(8)) {
    case 0: return "|\n" + pad + mark() + " # text\n" + pad + "- net: x";
    case 1: return ">+\n" + pad + mark() + "\n\n";
    case 2: return "|2-\n" + pad + "  " + mark();
    case 3: return "\n" + pad + "- " + mark() + "\n" + pad + "- a: b";
    case 4: return "\n" + pad + "a: 1\n" + pad + "deny: " + mark();
    case 5: return "plain " + mark() + "\n" + pad + "over lines";
    case 6: return "";
    default: return flowValue(2);
    }
}

inline std::vector<std::array<std::string, 2>> HostileYaml::itemFields(bool expectation)
{
    static const std::array<std::string, 10> comments{"Printers",
                                                      "say \"hi\" \\ #1",
                                                      "two\nlines\n",
                                                      "",
                                                      "more\n\nlines\n\n\n",
                                                      " leading",
                                                      "caf\xC3\xA9 \xE6\x97\xA5\xF0\x9F\x98\x80",
                                                      "bell\x07\r\n\ttab",
                                                      "a: b",
                                                      "no"};
    std::vector<std::array<std::string, 2>> fields;
    if (expectation) {
        static const std::array<std::string, 4> clients{"10.0.0.1", "10.0.0.0/8", "2001:db8::/32",
                                                        "10.0.0.0/255.0.255.0"};
        fields.push_back({"client", "=" + pick(clients)});
        fields.push_back({"verdict", chance(2) ? "=allowed" : "='refused'"});
        if (chance(3))
            fields.push_back({"server", chance(2) ? "=10.0.0.2" : "=\"10.0.\\\n         0.2\""});
        if (chance(3))
            fields.push_back({"authenticated", chance(2) ? "=true" : "=false"});
    } else {
        fields.push_back({"net", net()});
        if (chance(2))
            fields.push_back({"mask", mask()});
        if (chance(3))
            fields.push_back({"enabled", chance(2) ? "=true" : "=false"});
        if (chance(6))
            fields.push_back({"owner", "*"});
        if (chance(8))
            fields.push_back({"tags", "*"});
    }
    if (chance(2))
        fields.push_back({"comment", pick(comments)});
    if (chance(5))
        fields.push_back({"x-a", "*"});
    if (chance(8))
        fields.push_back({"x-b", "*"});
    if (chance(3))
        std::shuffle(fields.begin(), fields.end(), m_random);
    return fields;
}

inline std::string HostileYaml::flowItem(bool expectation)
{
    const auto fields = itemFields(expectation);
    const bool lines = chance(6);
    std::string out = "{";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto &[key, value] = fields[i];
        if (i > 0)
            out += chance(4) ? " , " : ", ";
        if (lines && chance(2))
            out += chance(2) ? "# " + mark() + "\n      " : "\n   ";
        const bool quotedKey = chance(6);
        out += quotedKey ? '"' + key + '"' : key;
        if (value == "*" && chance(6) && !quotedKey)
            continue; // a key alone
        out += ": ";
        out += value[0] == '=' ? value.substr(1) : value == "*" ? flowValue(1) : scalar(value, 6, true);
    }
    if (chance(6))
        out += ',';
    return out + (chance(3) ? " }" : "}");
}

inline void HostileYaml::blockItem(int indent, bool expectation)
{
    m_out += std::string(static_cast<std::size_t>(indent), ' ') + '-';
    if (chance(6)) {
        m_out += ' ' + flowItem(expectation);
        endLine();
        return;
    }
    int column = indent + 2;
    if (chance(8)) {
        column += static_cast<int>(below(3));
        endLine();
        trivia(column);
        m_out += std::string(static_cast<std::size_t>(column), ' ');
    } else {
        column += chance(5) ? 2 : 0;
        m_out += std::string(static_cast<std::size_t>(column - indent - 1), ' ');
    }
    bool first = true;
    for (const auto &[key, value] : itemFields(expectation)) {
        if (!first) {
            if (chance(4))
                trivia(column);
            m_out += std::string(static_cast<std::size_t>(column), ' ');
        }
        first = false;
        m_out += chance(8) ? '\'' + key + "' :" : key + ':';
        if (value.empty() && chance(2)) {
            endLine();
            continue;
        }
        const std::string text = value.starts_with('=') ? value.substr(1)
            : value == "*"                              ? ownValue(column)
                                                        : scalar(value, column, false);
        if (text.find('\n') == std::string::npos && !text.empty() && chance(10)) {
            m_out += '\n' + std::string(static_cast<std::size_t>(column) + 2, ' ') + text;
            endLine();
            continue;
        }
        m_out += ' ' + text;
        if (text.find('\n') == std::string::npos)
            endLine();
        else
            m_out += '\n';
    }
}

inline std::string HostileYaml::flowList(bool expectation, bool lines)
{
    std::string out = "[";
    const auto separate = [&] {
        if (lines && chance(2))
            out += chance(2) ? " # " + mark() + "\n    " : "\n  ";
        if (lines && chance(4))
            out += "\n   # " + mark() + "\n    ";
    };
    const std::size_t count = below(5);
    for (std::size_t i = 0; i < count; ++i) {
        separate();
        out += flowItem(expectation);
        separate();
        if (i + 1 < count || chance(4))
            out += ", ";
    }
    separate();
    return out + "]";
}

inline void HostileYaml::list(const std::string &name, bool expectation)
{
    m_out += std::string(static_cast<std::size_t>(m_top), ' ') + (chance(8) ? '"' + name + '"' : name) + ':';
    switch (below(8)) {
    case 0:
        m_out += chance(2) ? "" : " ~";
        endLine();
        return;
    case 1:
        m_out += " []";
        endLine();
        return;
    case 2:
        m_out += ' ' + flowList(expectation, chance(2));
        endLine();
        return;
    default: break;
    }
    endLine();
    const int indent = m_top + (chance(4) ? 0 : chance(4) ? 4 : 2);
    const std::size_t count = 1 + below(6);
    for (std::size_t i = 0; i < count; ++i) {
        trivia(indent + (chance(8) ? 6 : 0));
        blockItem(indent, expectation);
    }
}

inline std::string HostileYaml::flowDocument()
{
    std::string out = chance(3) ? "--- {" : "{";
    const bool lines = chance(2);
    std::vector<std::string> entries{"relaytab: 1"};
    if (chance(2))
        entries.push_back(chance(2) ? "flags: [deny, local]" : "\"flags\": [allow # " + mark() + "\n ]");
    for (const char *name : {"deny", "allow", "local", "expect"})
        if (chance(2))
            entries.push_back(std::string{name} + ": " + flowList(name == std::string{"expect"}, lines));
    if (chance(2))
        entries.push_back("x-own: " + flowValue(2));
    std::shuffle(entries.begin(), entries.end(), m_random);
    for (std::size_t i = 0; i < entries.size(); ++i)
        out += (i > 0 ? ", " : "") + std::string{lines && chance(2) ? "# " + mark() + "\n " : ""} + entries[i];
    return out + (chance(2) ? "}" : "} # " + mark()) + (chance(2) ? "\n# " + mark() : "");
}

inline std::string HostileYaml::document()
{
    m_out.clear();
    m_marks = 0;
    m_top = chance(10) ? 2 : 0;
    if (chance(4))
        m_out += "# " + mark() + "\n\n";
    if (chance(10)) {
        m_out += flowDocument() + '\n';
    } else {
        if (chance(6)) {
            m_out += "---";
            endLine();
        }
        std::vector<std::string> names{"relaytab", "flags",  "unknown-flags", "deny",   "allow",
                                       "local",    "expect", "x-own",         "routing"};
        if (chance(3))
            std::shuffle(names.begin(), names.end(), m_random);
        const bool flags = chance(2);
        const bool bits = chance(4);
        for (const std::string &name : names) {
            const std::string pad(static_cast<std::size_t>(m_top), ' ');
            trivia(m_top);
            if (name == "relaytab") {
                m_out += pad + "relaytab: 1";
                endLine();
            } else if (name == "flags" && flags) {
                static constexpr std::array spellings{" []",
                                                      " [deny]",
                                                      " [ allow, 'local' ]",
                                                      "\n  - deny\n  - \"\\x61llow\"",
                                                      " [deny, allow,\n    local, # here\n authenticated]",
                                                      "\n- local"};
                m_out += pad + "flags:";
                const std::string spelling = pick(spellings);
                m_out += m_top == 2 && spelling == "\n- local" ? " [local]" : spelling;
                endLine();
            } else if (name == "unknown-flags" && flags && bits) {
                m_out += pad + "unknown-flags: 256";
                endLine();
            } else if (name == "x-own" || name == "routing") {
                if (chance(3)) {
                    m_out += pad + name + ": " + ownValue(m_top);
                    m_out += '\n';
                }
            } else if (name != "flags" && name != "unknown-flags" && chance(3) == false) {
                list(name, name == "expect");
            }
        }
        trivia(0);
        if (chance(10))
            m_out += "...\n";
    }
    if (chance(4))
        m_out.pop_back();
    if (const std::size_t lineEnds = below(6); lineEnds < 2) {
        std::string other;
        for (const char c : m_out)
            other += c == '\n' ? (lineEnds == 0 ? std::string{"\r\n"} : std::string{"\r"}) : std::string(1, c);
        m_out = other;
    }
    return (chance(10) ? "\xEF\xBB\xBF" : "") + m_out;
}

} // namespace relaytab::testing
