#include "model/wording/text.h"
#include "model/wording/wording.h"

namespace relaytab {

namespace {

/// U+200B
QString codePointName(char32_t point)
{
    return QStringLiteral("U+%1").arg(static_cast<uint>(point), 4, 16, QLatin1Char('0')).toUpper();
}

QString unexpected(char32_t point)
{
    if (point == U' ')
        return Wording::tr("A space does not belong in an address.");
    if (point == U'/')
        return Wording::tr("“/” does not belong in an address: its mask stands in a place of its own.");
    if (point > U' ' && point < 0x7F)
        //: %1 is a character
        return Wording::tr("“%1” does not belong in an address.").arg(QChar(static_cast<char16_t>(point)));
    if (QChar::isPrint(point))
        //: %1 is a character, %2 its Unicode number such as U+FF11
        return Wording::tr("“%1” (%2) does not belong in an address: plain digits, dots and colons do.")
            .arg(QString::fromUcs4(&point, 1), codePointName(point));
    //: %1 is the Unicode number of an invisible character, such as U+200B
    return Wording::tr("The character %1 does not belong in an address.").arg(codePointName(point));
}

/// What a reader of octal numbers makes of it, or nothing when it is none.
std::optional<int> octal(const std::string &digits)
{
    bool isNumber = false;
    const int value = text(digits).toInt(&isNumber, 8);
    return isNumber ? std::optional{value} : std::nullopt;
}

QString leadingZero(const std::string &part, const std::string &suggestion)
{
    const QString written = text(part);
    QString meant = written;
    while (meant.size() > 1 && meant.startsWith(QLatin1Char('0')))
        meant.remove(0, 1);
    if (suggestion.empty())
        //: %1 is a number that was typed with a leading zero
        return Wording::tr("“%1” is ambiguous: leave out the leading zero.").arg(written);
    if (const auto value = octal(part); value && *value != meant.toInt())
        //: %1 is what was typed, for example 010; %2 what others read, 8; %3 what was probably meant, 10
        return Wording::tr("“%1” is ambiguous: some systems read it as %2. Write %3.")
            .arg(written, QString::number(*value), meant);
    //: %1 is what was typed, for example 08; %2 what was probably meant, 8
    return Wording::tr("“%1” is ambiguous because of its leading zero. Write %2.").arg(written, meant);
}

} // namespace

QString Wording::addressError(const AddressError &error) const
{
    switch (error.code) {
    case AddressErrorCode::Empty: return tr("Enter a network or host address.");
    case AddressErrorCode::UnexpectedCharacter: return unexpected(error.codePoint);
    case AddressErrorCode::NotFourParts: return tr("Four numbers 0–255 are needed, for example 192.168.1.0.");
    case AddressErrorCode::EmptyPart:
        return tr("A number is missing: four numbers 0–255 are needed, for example 192.168.1.0.");
    case AddressErrorCode::OctetTooLarge:
        //: %1 is a number that was typed
        return tr("“%1” is larger than 255.").arg(text(error.part));
    case AddressErrorCode::LeadingZero: return leadingZero(error.part, error.suggestion);
    case AddressErrorCode::NotAGroup:
        return error.part.empty()
            ? tr("A group of the IPv6 address is empty: write 0, or :: once for several zero groups.")
            //: %1 is what was typed between two colons
            : tr("“%1” is too long for a group of an IPv6 address: four hexadecimal digits at most.")
                  .arg(text(error.part));
    case AddressErrorCode::WrongGroupCount:
        return tr("An IPv6 address has eight groups, or fewer with :: in it, for example 2001:db8::1.");
    case AddressErrorCode::TwoGaps: return tr("In an IPv6 address :: may stand only once.");
    case AddressErrorCode::MappedIPv4:
        //: %1 is an IPv4 address
        return tr("This is an IPv4 address in IPv6 form. Write %1.").arg(text(error.suggestion));
    case AddressErrorCode::Zone:
        return error.suggestion.empty()
            //: %1 is the zone behind an IPv6 address, such as %eth0
            ? tr("“%1” names a network card; a rule has none. Leave it out.").arg(text(error.part))
            //: %1 is the zone behind an IPv6 address, such as %eth0; %2 the address without it
            : tr("“%1” names a network card; a rule has none. Write %2.").arg(text(error.part), text(error.suggestion));
    }
    return {};
}

QString Wording::maskError(const MaskError &error) const
{
    switch (error.code) {
    case MaskErrorCode::Empty: return tr("Enter a mask, for example 255.255.255.0 or /24.");
    case MaskErrorCode::NotAMask:
        if (!error.suggestion.empty())
            //: %1 is an IPv4 mask
            return tr("This is an IPv4 mask in IPv6 form. Write %1.").arg(text(error.suggestion));
        return error.part.empty()
            ? tr("A mask is needed here, for example 255.255.255.0 or /24.")
            //: %1 is what was typed
            : tr("“%1” is not a mask. Write one such as 255.255.255.0 or /24.").arg(text(error.part));
    case MaskErrorCode::PrefixTooLong:
        //: %1 is a prefix length that was typed, such as 33
        return tr("/%1 is longer than the address: IPv4 has 32 bits, IPv6 has 128.").arg(text(error.part));
    case MaskErrorCode::LeadingZero: return leadingZero(error.part, error.suggestion);
    case MaskErrorCode::OtherFamily: return tr("Address and mask do not fit: one is IPv4, the other IPv6.");
    }
    return {};
}

QString Wording::ruleError(const RuleError &error) const
{
    const auto *net = std::get_if<AddressError>(&error.why);
    return net != nullptr ? addressError(*net) : maskError(std::get<MaskError>(error.why));
}

QString Wording::entryError(const EntryError &error) const
{
    switch (error.code) {
    case EntryErrorCode::Net:
    case EntryErrorCode::Mask: return ruleError(error.rule.value_or(RuleError{}));
    case EntryErrorCode::RangeReversed: return tr("The range ends before it begins: exchange its two ends.");
    case EntryErrorCode::RangeFamilies: return tr("A range needs two IPv4 or two IPv6 addresses, not one of each.");
    case EntryErrorCode::TooManyWords: return tr("Only an address and a mask are needed. Put a remark behind #.");
    }
    return {};
}

} // namespace relaytab
