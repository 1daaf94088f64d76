#include <QAccessible>
#include <QLineEdit>
#include <QTest>

#include "ui/look/spoken_label.h"

using namespace relaytab;

/// What assistive technology is told of a label.
class TestSpokenLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installAccessibility(); }

    void isReadOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("leadsToField");
        QTest::addColumn<QString>("spokenName");
        QTest::addColumn<QString>("spokenContent");
        const auto row = [](const char *what, const char *name, const char *text, bool leadsToField,
                            const char *spokenName, const char *spokenContent) {
            QTest::newRow(what) << QString::fromUtf8(name) << QString::fromUtf8(text) << leadsToField
                                << QString::fromUtf8(spokenName) << QString::fromUtf8(spokenContent);
        };
        row("named", "Verdict", "Allowed", false, "Verdict", "Allowed");
        row("without a name", "", "4 rules", false, "4 rules", "4 rules");
        row("with a key", "", "Clie&nt IP", true, "Client IP", "Client IP");
        row("with an ampersand", "", "Rules && lists", true, "Rules & lists", "Rules & lists");
        row("an ampersand and no field", "", "a & b", false, "a & b", "a & b");
        row("with markup", "Verdict", "<a href=\"row\">Allow, row 1</a>", false, "Verdict", "Allow, row 1");
    }

    void isReadOut()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(bool, leadsToField);
        SpokenLabel label;
        label.setAccessibleName(name);
        label.setText(text);
        QLineEdit field;
        if (leadsToField)
            label.setBuddy(&field);
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&label);
        QVERIFY(spoken != nullptr);
        QTEST(spoken->text(QAccessible::Name), "spokenName");
        QTEST(spoken->text(QAccessible::Value), "spokenContent");
        QCOMPARE(spoken->text(QAccessible::Description), name.isEmpty() ? QString() : label.spokenText());
    }
};

QTEST_MAIN(TestSpokenLabel)
#include "tst_spoken_label.moc"
