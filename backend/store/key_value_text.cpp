#include "backend/store/key_value_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace relaytab {

namespace {

QString escaped(const QString &value)
{
    QString text = value;
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'\n', QLatin1String("\\n"));
    return text.replace(u'\r', QLatin1String("\\r"));
}

QString unescaped(QStringView text)
{
    QString value;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            value += text[i];
            continue;
        }
        ++i;
        value += text[i] == u'n' ? QChar(u'\n') : text[i] == u'r' ? QChar(u'\r') : text[i];
    }
    return value;
}

} // namespace

KeyValueText KeyValueText::parse(const QByteArray &bytes)
{
    KeyValueText result;
    auto lines = bytes.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        QString text = decoder(line);
        if (text.endsWith(u'\r'))
            text.chop(1);
        const qsizetype equals = text.indexOf(u'=');
        if (decoder.hasError() || text.contains(QChar::Null))
            result.m_isWhole = false;
        else if (text.trimmed().isEmpty() || text.startsWith(u'#'))
            result.m_lines.append({.key = {}, .text = text});
        else if (equals > 0)
            result.m_lines.append({.key = text.left(equals), .text = unescaped(QStringView(text).mid(equals + 1))});
        else
            result.m_isWhole = false;
    }
    return result;
}

QByteArray KeyValueText::render() const
{
    QByteArray bytes;
    for (const Line &line : m_lines) {
        if (!line.key.isEmpty())
            bytes += line.key.toUtf8() + '=' + escaped(line.text).toUtf8() + '\n';
        else
            bytes += line.text.toUtf8() + '\n';
    }
    return bytes;
}

QStringList KeyValueText::values(QLatin1String key) const
{
    QStringList found;
    for (const Line &line : m_lines) {
        if (line.key == key)
            found.append(line.text);
    }
    return found;
}

void KeyValueText::setValues(QLatin1String key, const QStringList &values)
{
    const auto isKey = [&](const Line &line) { return line.key == key; };
    auto at = std::find_if(m_lines.begin(), m_lines.end(), isKey) - m_lines.begin();
    m_lines.removeIf(isKey);
    for (const QString &value : values)
        m_lines.insert(at++, {.key = key, .text = value});
}

} // namespace relaytab
