#pragma once

#include <iterator>
#include <memory>
#include <utility>

#include "model/analysis/finding.h"
#include "model/analysis/progress.h"

namespace relaytab {

/// What the findings of a policy depend on beside the policy.
struct FindingOptions {
    bool registryTarget = false; ///< the document is, or becomes, a registry file: IPv6 rows cannot be kept (V05)
    bool losesComments = false; ///< what the file that it is saved to cannot hold (V28)
    bool losesDisabledRows = false;
    bool losesExpectations = false;
    bool beforeSp1 = false; ///< the server has no service pack: several Allow rows crash it (V26)
    std::vector<Address> gateways =
        {}; ///< addresses behind which many clients may hide (V25), beside the well-known ones

    friend bool operator==(const FindingOptions &, const FindingOptions &) = default;
};

/// All findings of a policy: those about the policy and its lists first, then by list (Deny, Allow, Local) and row.
/// Held as codes and places, twelve bytes each; facts, related rows and fixes are worked out when a finding is asked
/// for. A value, cheap to copy; any number of threads may ask.
class PolicyFindings
{
public:
    class const_iterator;

    PolicyFindings() = default;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] Finding operator[](std::size_t index) const;
    /// The code alone, without working out the rest.
    [[nodiscard]] FindingCode code(std::size_t index) const;
    /// The row it speaks of; nothing for the policy and for a whole list.
    [[nodiscard]] std::optional<RowPlace> row(std::size_t index) const;
    /// The findings of a row: [first, second).
    [[nodiscard]] std::pair<std::size_t, std::size_t> ofRow(RowPlace place) const;
    [[nodiscard]] std::size_t count(Severity severity) const;

    [[nodiscard]] const_iterator begin() const;
    [[nodiscard]] const_iterator end() const;

private:
    friend class FindingSearch;
    struct Data;
    explicit PolicyFindings(std::shared_ptr<const Data> data) : m_data(std::move(data)) { }

    std::shared_ptr<const Data> m_data;
};

/// V05, V12 to V22, V24 to V26, V28 and what rowFindings() says of each row: exact, for any mask and any size. Of a row
/// that is not enabled only that it is no rule. Duplicate and Covered hold in every list, in force or not; a row that
/// is a duplicate is told nothing else about other rows. PartlyDenied is not told of a covered row, and names 100 rows
/// at most. Nothing when it was cancelled.
[[nodiscard]] std::optional<PolicyFindings>
policyFindings(const RelayPolicy &policy, const FindingOptions &options = {}, const Progress &progress = {});

class PolicyFindings::const_iterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Finding;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = Finding;

    const_iterator() = default;
    const_iterator(const PolicyFindings &findings, std::size_t index) : m_findings(&findings), m_index(index) { }

    Finding operator*() const { return (*m_findings)[m_index]; }
    const_iterator &operator++()
    {
        ++m_index;
        return *this;
    }
    const_iterator operator++(int)
    {
        const const_iterator before = *this;
        ++m_index;
        return before;
    }
    friend bool operator==(const const_iterator &, const const_iterator &) = default;

private:
    const PolicyFindings *m_findings = nullptr;
    std::size_t m_index = 0;
};

inline PolicyFindings::const_iterator PolicyFindings::begin() const
{
    return {*this, 0};
}
inline PolicyFindings::const_iterator PolicyFindings::end() const
{
    return {*this, size()};
}

} // namespace relaytab
