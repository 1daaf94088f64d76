#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace relaytab {

/// Lines of `key=value`, blank lines and `#` comments, in UTF-8. Order, comments and keys that nobody asks for survive.
/// A key may stand several times: it then has several values. `\\`, `\n` and `\r` in a value stand for a backslash and
/// for the ends of a line.
class KeyValueText
{
public:
    /// Never fails; a line that is none of the three is left out, and isWhole() tells.
    [[nodiscard]] static KeyValueText parse(const QByteArray &bytes);
    [[nodiscard]] QByteArray render() const;

    /// Whether parse() understood every line.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

    [[nodiscard]] QStringList values(QLatin1String key) const;
    /// Writes them where the key stood, or at the end. No values: the key is gone.
    void setValues(QLatin1String key, const QStringList &values);

private:
    struct Line {
        QString key; ///< empty: a comment or a blank line
        QString text; ///< the value, or the line itself
    };

    QList<Line> m_lines;
    bool m_isWhole = true;
};

} // namespace relaytab
