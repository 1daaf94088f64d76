#pragma once

#include "model/analysis/nearest_miss.h"
#include "model/editing/policy_document.h"
#include "model/policy/decision.h"

namespace relaytab {

/// What was looked up in the lists of a document for a few addresses, kept right while it is edited: an edit is
/// compared with what is known, and only a row that was the answer and goes makes for another pass over its list.
/// GUI thread only.
class KeptLookups final : public RowFinder
{
public:
    /// The document outlives the lookups.
    explicit KeptLookups(const PolicyDocument &document) : m_document(document) { }

    [[nodiscard]] std::optional<std::size_t> firstMatch(ListKind list, const Address &address) const override;
    [[nodiscard]] std::optional<NearestMiss> nearestMiss(ListKind list, const Address &address) const;

    /// As the document tells it.
    void follow(const ListChange &change);
    /// For other addresses, or another policy.
    void forget() { m_kept.clear(); }

private:
    /// Outer nothing: not looked up, or no longer known.
    struct Kept {
        ListKind list = ListKind::Deny;
        Address address;
        std::optional<std::optional<std::size_t>> first = {};
        std::optional<std::optional<NearestMiss>> nearest = {};
    };

    [[nodiscard]] Kept &keptOf(ListKind list, const Address &address) const;

    const PolicyDocument &m_document;
    mutable std::vector<Kept> m_kept;
};

} // namespace relaytab
