#include "app/commands/json.h"

#include <QJsonDocument>

namespace relaytab {

void writeJson(Io &io, const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    io.out.write(std::string_view{text.constData(), static_cast<std::size_t>(text.size())});
}

QJsonValue jsonOrNull(const std::optional<std::string> &text)
{
    return text ? QJsonValue(QString::fromStdString(*text)) : QJsonValue(QJsonValue::Null);
}

} // namespace relaytab
