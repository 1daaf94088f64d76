#pragma once

#include <vector>

#include "model/analysis/count.h"
#include "model/policy/entry_text.h"
#include "model/policy/relay_policy.h"

namespace relaytab {

enum class Severity : std::uint8_t { Note, Warning, Error, Danger };

/// V01 to V28 of the editor's messages, and the words of `relaytabctl lint`.
enum class FindingCode : std::uint8_t {
    EmptyNet, ///< V01
    NotAnAddress, ///< V02
    OctetTooLarge, ///< V03
    LeadingZero, ///< V04
    IPv6InRegistry, ///< V05, only when the registry format is the target
    NotAMask, ///< V06
    NeverMatches, ///< V07
    WildcardMask, ///< V08
    Swapped, ///< V09
    MaskWithGaps, ///< V10
    KbMaskRecipe, ///< V11
    Duplicate, ///< V12
    Covered, ///< V13
    OverriddenByDeny, ///< V14
    PartlyDenied, ///< V15
    EveryoneAllowed, ///< V16
    WidePublicNet, ///< V17
    ListOff, ///< V18
    EmptyListOn, ///< V19
    NoRestriction, ///< V20
    OnlyDeny, ///< V21
    UnknownFlagBits, ///< V22
    NotRerouting, ///< V23
    LocalAny, ///< V24
    GatewayAllowed, ///< V25
    BeforeSp1, ///< V26
    Expired, ///< V27
    NotStorable, ///< V28
    CoversNetworkAddress, ///< C11
};

[[nodiscard]] Severity severityOf(FindingCode code);

/// The stable word: "never-matches". Never translated.
[[nodiscard]] std::string_view wordOf(FindingCode code);
[[nodiscard]] std::string_view wordOf(Severity severity);

enum class FixKind : std::uint8_t {
    ReplaceRow, ///< put `row` in its place
    RemoveRow,
    DisableRow,
    SetFlags, ///< RelayFlags becomes `flags`
    SaveProject, ///< save as the kind of file that holds everything
    ShowRow, ///< select `place`
    Explain, ///< show the bits of the mask
};

/// Something the editor can do about a finding. The first fix of a finding is the one on Alt+Return.
struct Fix {
    FixKind kind = FixKind::ReplaceRow;
    std::optional<RuleEntry> entry = {}; ///< ReplaceRow
    std::vector<RuleEntry> further = {}; ///< ReplaceRow: entries of rows that follow it (V16, the private nets)
    std::optional<std::uint32_t> flags = {}; ///< SetFlags
    std::optional<RowPlace> place = {}; ///< ShowRow

    friend bool operator==(const Fix &, const Fix &) = default;
};

/// One thing worth saying about a policy: code, place and facts. Sentences are made in model/wording.
struct Finding {
    FindingCode code = FindingCode::EmptyNet;
    std::optional<RowPlace> row = {}; ///< nothing: the policy, or `list` as a whole
    std::optional<ListKind> list = {};
    std::vector<std::size_t> related = {}; ///< rows of `relatedList`, from 0: the fewest that explain it
    std::optional<ListKind> relatedList = {};
    Count count = {}; ///< addresses concerned
    Family family = Family::IPv4; ///< of `count`
    std::string text = {}; ///< the part of the row's text at fault
    std::optional<EntryError> error =
        {}; ///< V01 to V06; its position counts in registryText(), its rule's in the column
    std::vector<Fix> fixes = {};

    friend bool operator==(const Finding &, const Finding &) = default;
};

/// Whether a row's list is in force: RelayFlags has its bit.
enum class ListEffect : std::uint8_t { InForce, Off };

/// What can be said about one row without looking at others: V01 to V04, V06 to V11, V16, V17, V24, C11. At most one
/// about its mask, by the precedence V09, V08, V11, V07, V10. A row that is not enabled is only told that it is no
/// rule, and one of a list that is off not what it would open (V16, V17, V24). Constant time; called while typing.
[[nodiscard]] std::vector<Finding> rowFindings(const RuleRow &row, RowPlace place,
                                               ListEffect effect = ListEffect::InForce);

} // namespace relaytab
