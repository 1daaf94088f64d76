#pragma once

#include <QLocale>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/analysis/bulk_check.h"

namespace relaytab {

enum class AnswerStyle { Line, Json };
enum class AnswerDepth { Brief, Explained };

/// How many of the addresses so far were refused, and how many words were no address.
struct AnswerTally {
    std::uint64_t refused = 0;
    std::uint64_t invalid = 0;

    friend bool operator==(const AnswerTally &, const AnswerTally &) = default;
};

/// Answers `relaytabctl check`: a word that may be an address becomes a line of output. The policy must outlive it.
class AddressAnswer
{
public:
    AddressAnswer(const RelayPolicy &policy, const BulkClient &client, Reading reading, AnswerStyle style,
                  AnswerDepth depth, const QLocale &locale);

    /// The line for one word, with its end; with AnswerDepth::Explained several lines. Valid until the next call.
    [[nodiscard]] std::string_view to(std::string_view word);

    [[nodiscard]] const AnswerTally &tally() const { return m_tally; }

    /// Whether every answer is one plain line, so that they may be made in bulk by check() alone.
    [[nodiscard]] bool isPlain() const { return m_style == AnswerStyle::Line && m_depth == AnswerDepth::Brief; }
    [[nodiscard]] const BulkCheck &check() const { return m_check; }
    /// Counts addresses that were refused elsewhere.
    void countRefused(std::uint64_t number) { m_tally.refused += number; }

private:
    void invalid(std::string_view word, AddressErrorCode code);
    void line(std::string_view word, const BriefDecision &decision);
    void object(std::string_view word, const BriefDecision &decision, const Address &address);
    void explanation(const Address &address);
    [[nodiscard]] Decision fullDecision(const Address &address, Reading reading);

    const RelayPolicy &m_policy;
    BulkClient m_client;
    Reading m_reading;
    AnswerStyle m_style;
    AnswerDepth m_depth;
    QLocale m_locale;
    BulkCheck m_check;
    std::optional<PolicyIndex> m_index; ///< made when the first explanation is asked for
    AnswerTally m_tally;
    std::string m_text;
};

} // namespace relaytab
