#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "model/policy/relay_policy.h"

namespace relaytab::testing {

/// Which edits a script makes: those that take nothing away must leave every comment and own key in the file.
enum class Script : std::uint8_t { Any, KeepsAll };

/// Edits of every kind and mix, with texts that formats find hard to hold.
class Edits
{
public:
    Edits(std::mt19937 &random, Script script) : m_random(random), m_script(script) { }

    void run(RelayPolicy &policy)
    {
        for (std::size_t steps = 1 + below(6); steps > 0; --steps)
            step(policy);
    }

private:
    std::size_t below(std::size_t n) { return m_random() % n; }
    bool chance(unsigned oneIn) { return m_random() % oneIn == 0; }

    RuleEntry entry()
    {
        const Address net = Address::v4(static_cast<std::uint32_t>(m_random()));
        switch (below(8)) {
        case 0: return RuleText{"10.0.0.300", "255.0.0.0", MaskForm::Written};
        case 1: return Rule{Address::v6(m_random(), 0), Mask::prefix(Family::IPv6, 32), MaskForm::Written};
        case 2: return Rule::host(net);
        case 3: return RuleText{"2001:DB8::", "/129", MaskForm::Written};
        case 4: return RuleText{"10.0.0.0/8", "", MaskForm::LeftOut};
        default: return Rule{net, Mask::v4(static_cast<std::uint32_t>(m_random())), MaskForm::Written};
        }
    }

    std::string comment()
    {
        static const std::vector<std::string> texts{
            "Printers",    "x: y # z",     "two\nlines\n",          "\"quoted\" \\",
            "caf\xC3\xA9", "\xE2\x80\xA8", std::string{"nul\0", 4}, " ",
            "true"};
        return texts[below(texts.size())];
    }

    void change(RuleRow &row)
    {
        switch (below(5)) {
        case 0: row.enabled = !row.enabled; break;
        case 1:
            if (m_script == Script::Any || !row.comment.empty())
                row.comment = comment();
            break;
        case 2:
            if (m_script == Script::Any)
                row.comment.clear();
            break;
        default:
            if (m_script == Script::Any)
                row.entry = entry();
            else if (auto *rule = std::get_if<Rule>(&row.entry)) // the same keys with other values
                rule->net.bits ^= 1;
        }
    }

    void edit(RuleList &list)
    {
        const std::size_t at = list.isEmpty() ? 0 : below(list.size());
        switch (below(6)) {
        case 0: list.splice(at, 0, RuleList{{entry(), !chance(3), chance(2) ? comment() : ""}}); break;
        case 1: list.append(RuleRow{entry()}); break;
        case 2:
            if (!list.isEmpty()) {
                RuleRow row = list.row(at);
                change(row);
                list.set(at, row);
            }
            break;
        case 3:
            if (!list.isEmpty()) {
                const RuleList row = list.splice(at, 1, {});
                list.splice(below(list.size() + 1), 0, row);
            }
            break;
        case 4:
            if (m_script == Script::Any)
                list.splice(at, std::min(list.size() - at, below(4)), {});
            break;
        default:
            if (!list.isEmpty() && m_script == Script::Any)
                list.splice(below(list.size() + 1), 0, list.slice(at, 1)); // a copy with its origin
        }
    }

    void step(RelayPolicy &policy)
    {
        const std::size_t what = below(10);
        if (what < 7) {
            edit(policy.list(allLists[below(3)]));
        } else if (what < 8) {
            if (m_script == Script::KeepsAll)
                policy.flags = policy.flags.value_or(0) | static_cast<std::uint32_t>(below(16));
            else if (chance(4))
                policy.flags.reset();
            else
                policy.flags = below(16) + (chance(3) ? 512 : 0);
        } else {
            editExpectations(policy.expectations);
        }
    }

    void editExpectations(std::vector<Expectation> &list)
    {
        const std::size_t at = list.empty() ? 0 : below(list.size());
        const auto place = list.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(4)) {
        case 0: list.insert(place, {.client = Rule::host(Address::v4(7)), .verdict = Verdict::Allowed}); break;
        case 1:
            if (!list.empty())
                place->verdict = place->verdict == Verdict::Allowed ? Verdict::Refused : Verdict::Allowed;
            break;
        case 2:
            if (!list.empty() && m_script == Script::Any)
                list.erase(place);
            break;
        default:
            if (!list.empty() && m_script == Script::Any) {
                place->server = chance(2) ? std::optional{Address::v4(9)} : std::nullopt;
                place->comment = chance(2) ? comment() : "";
                place->authenticated = chance(2);
            }
        }
    }

    std::mt19937 &m_random;
    Script m_script;
};

} // namespace relaytab::testing
