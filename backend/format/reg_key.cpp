#include "backend/format/reg_key.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace relaytab {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> hives{{
    {"HKEY_LOCAL_MACHINE", "HKLM"},
    {"HKEY_CURRENT_USER", "HKCU"},
    {"HKEY_CLASSES_ROOT", "HKCR"},
    {"HKEY_USERS", "HKU"},
    {"HKEY_CURRENT_CONFIG", "HKCC"},
    {"HKEY_DYN_DATA", "HKDD"},
}};

std::string lowered(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), lowerAscii);
    return result;
}

/// ASCII as it is, everything else as something that no name of ours holds.
std::string asciiOf(std::u16string_view path)
{
    std::string text;
    text.reserve(path.size());
    for (const char16_t c : path)
        text += c < 0x80 ? static_cast<char>(c) : '?';
    if (text.ends_with('\\'))
        text.pop_back();
    return text;
}

constexpr std::string_view root = "hkey_local_machine\\system\\";
constexpr std::string_view tail = "\\msexchangeimc\\parameters";
constexpr std::string_view numberedPrefix = "controlset";

bool takeFront(std::string_view &text, std::string_view front)
{
    if (!text.starts_with(front))
        return false;
    text.remove_prefix(front.size());
    return true;
}

/// The number of a ControlSetNNN, or nothing for another name.
std::optional<std::uint32_t> controlSetNumber(std::string_view name)
{
    if (!takeFront(name, numberedPrefix))
        return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (name.empty() || error != std::errc{} || end != name.data() + name.size())
        return std::nullopt;
    return number;
}

/// True when deleting `path` deletes `key`.
bool covers(std::string_view path, std::string_view key)
{
    return takeFront(key, path) && (key.empty() || key.starts_with('\\')) && path.find('\\') != std::string_view::npos;
}

} // namespace

void RegKey::forget(RegValueName name)
{
    const auto index = static_cast<std::size_t>(name);
    notes[index].clear();
    places[index] = {};
    if (name == RegValueName::Flags)
        flags.reset();
    else
        lists[index - 1] = {};
}

void RegKey::remove(FormatNote note)
{
    std::vector<std::size_t> headers = std::move(misspelled);
    std::vector<FormatNote> before = std::move(deletions);
    *this = {};
    misspelled = std::move(headers);
    deletions = std::move(before);
    deletions.push_back(std::move(note));
}

FoundKey RegKeys::find(std::u16string_view path)
{
    const std::string text = asciiOf(path);
    const std::string key = lowered(text);
    std::string_view rest = key;
    if (!takeFront(rest, root))
        return {};
    const std::string_view setName = rest.substr(0, rest.find('\\'));
    rest.remove_prefix(setName.size());
    if (!takeFront(rest, "\\service"))
        return {};
    const bool correct = takeFront(rest, "s");
    if (rest != tail)
        return {};

    ControlSet *set = &m_current;
    if (setName != m_current.name) {
        const auto number = controlSetNumber(setName);
        if (!number)
            return {};
        const auto lowest = controlSetNumber(m_numbered.name);
        const bool unset = !m_numbered.services.present && !m_numbered.service.present;
        if (setName != m_numbered.name && (unset || !lowest || *number < *lowest)) {
            m_numbered = {.name = std::string{setName}, .services = {}, .service = {}};
            m_numberedText = text.substr(root.size(), setName.size());
        }
        if (setName != m_numbered.name)
            return {};
        set = &m_numbered;
    }
    if (correct)
        return {&set->services};
    return {&set->service, root.size() + setName.size() + std::string_view{"\\service"}.size()};
}

void RegKeys::remove(std::u16string_view path, const FormatNote &note)
{
    const std::string deleted = lowered(asciiOf(path));
    for (ControlSet *set : {&m_current, &m_numbered}) {
        const std::string base = std::string{root} + set->name;
        if (covers(deleted, base + "\\services" + std::string{tail}))
            set->services.remove(note);
        if (covers(deleted, base + "\\service" + std::string{tail}))
            set->service.remove(note);
    }
}

RegKey *RegKeys::choose(std::vector<FormatNote> &notes)
{
    const bool numbered = !m_current.services.present && !m_current.service.present
        && (m_numbered.services.present || m_numbered.service.present);
    ControlSet &set = numbered ? m_numbered : m_current;
    if (numbered)
        notes.push_back({.code = FormatNoteCode::ControlSetKey,
                         .place = set.services.present ? set.services.section : set.service.section,
                         .fact = m_numberedText});
    if (set.service.present)
        notes.push_back({.code = set.services.present ? FormatNoteCode::BothKeys : FormatNoteCode::ServiceKey,
                         .place = set.service.section});
    if (set.services.present)
        return &set.services;
    if (set.service.present)
        return &set.service;
    // Nothing is set; but a line that deletes the key is worth saying.
    if (!set.services.deletions.empty())
        return &set.services;
    notes.push_back({.code = FormatNoteCode::NoRelayKey});
    return nullptr;
}

std::optional<std::string> hiveSuggestion(std::u16string_view path)
{
    const std::string name = asciiOf(path.substr(0, path.find(u'\\')));
    for (const auto &[full, abbreviation] : hives) {
        if (lowered(name) == lowered(full))
            return std::string{};
        if (lowered(name) == lowered(abbreviation))
            return std::string{full};
    }
    return std::nullopt;
}

} // namespace relaytab
