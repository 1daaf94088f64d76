#pragma once

#include "model/policy/relay_policy.h"

namespace relaytab {

/// The rows of one list, or of all three one after the other, as a snapshot. A position counts from 0 over all of
/// them.
class ScopedRows
{
public:
    explicit ScopedRows(std::vector<ListKind> kinds) : m_kinds(std::move(kinds)) { }

    void take(const RelayPolicy &policy)
    {
        for (const ListKind kind : m_kinds)
            take(kind, policy.list(kind));
    }
    void take(ListKind kind, const RuleList &list) { m_lists[static_cast<std::size_t>(kind)] = list; }

    [[nodiscard]] const std::vector<ListKind> &kinds() const { return m_kinds; }
    [[nodiscard]] bool holds(ListKind kind) const
    {
        for (const ListKind held : m_kinds)
            if (held == kind)
                return true;
        return false;
    }
    [[nodiscard]] const RuleList &list(ListKind kind) const { return m_lists[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] RuleList &list(ListKind kind) { return m_lists[static_cast<std::size_t>(kind)]; }

    [[nodiscard]] std::size_t size() const
    {
        std::size_t size = 0;
        for (const ListKind kind : m_kinds)
            size += list(kind).size();
        return size;
    }

    /// Where a list begins; the list is held.
    [[nodiscard]] std::size_t begin(ListKind kind) const
    {
        std::size_t first = 0;
        for (const ListKind held : m_kinds) {
            if (held == kind)
                break;
            first += list(held).size();
        }
        return first;
    }
    [[nodiscard]] std::size_t positionOf(RowPlace place) const { return begin(place.list) + place.row; }

    /// position < size().
    [[nodiscard]] RowPlace placeOf(std::size_t position) const
    {
        std::size_t kind = 0;
        while (position >= list(m_kinds[kind]).size())
            position -= list(m_kinds[kind++]).size();
        return {m_kinds[kind], position};
    }
    [[nodiscard]] RuleList::RowView view(std::size_t position) const
    {
        const RowPlace place = placeOf(position);
        return list(place.list).view(place.row);
    }

    /// visit(position, place, row) in order of position.
    template <typename Visit>
    void visit(Visit visit) const
    {
        std::uint32_t position = 0;
        for (const ListKind kind : m_kinds) {
            std::size_t row = 0;
            for (const RuleList::RowView view : list(kind))
                visit(position++, RowPlace{kind, row++}, view);
        }
    }

private:
    std::vector<ListKind> m_kinds;
    std::array<RuleList, allLists.size()> m_lists;
};

} // namespace relaytab
