#include <QSettings>

#include <cstdio>

// QSettings reads every key of an INI file and writes them to another one.

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    const QSettings from(QString::fromLocal8Bit(argv[1]), QSettings::IniFormat);
    QSettings to(QString::fromLocal8Bit(argv[2]), QSettings::IniFormat);
    const QStringList keys = from.allKeys();
    for (const QString &key : keys)
        to.setValue(key, from.value(key));
    to.sync();
    std::printf("%lld\n", static_cast<long long>(keys.size()));
    return to.status() == QSettings::NoError ? 0 : 1;
}
