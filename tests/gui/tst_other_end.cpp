// Beside the form: what a preset is as a command, and what goes at the other end of a stream.
#include "settings/command_text.h"
#include "ui/base/other_end.h"
#include "ui/setup/presets.h"

#include <QtTest>

using namespace iotbench;
using namespace iotbench::ui;

class TestOtherEnd : public QObject {
    Q_OBJECT
private slots:
    void presetsReadAsExpected()
    {
        const std::vector<Preset> presets = builtInPresets();
        const auto line = [&](std::size_t i) { return commandText(askedFor(presets[i].values)); };
        QCOMPARE(line(0), std::string("iotbench --batch -m resnet20 -i 1000 -t 10000"));
        QCOMPARE(line(1), std::string("iotbench --batch -m resnet20 -i 100 -d 5"));
        QCOMPARE(line(2), std::string("iotbench --batch -m resnet20 -i max -d 15"));
        QCOMPARE(
            line(3), std::string("iotbench --batch --role receive -m resnet20 --listen 127.0.0.1:10000"));
    }

    void otherEnd()
    {
        Settings s;
        s.role = Role::Receive;
        s.listen = Endpoint{"127.0.0.1", 10'000};
        QCOMPARE(otherEndLines(s, {"", true}),
            QStringList{
                QStringLiteral("iotbench --batch --role send -s -i 1000 -t 10000 | nc 127.0.0.1 10000")});
        s.format = WireFormat::Cifar; // carries bytes: the receiver subtracts
        QCOMPARE(otherEndLines(s, {"127.0.0.1:40123", true}),
            QStringList{QStringLiteral(
                "iotbench --batch --role send --format cifar -i 1000 -t 10000 | nc 127.0.0.1 40123")});
        s.format.reset();
        s.listen.reset();
        s.connect = Endpoint{"gateway", 9'999};
        QCOMPARE(otherEndLines(s, {}),
            QStringList{QStringLiteral("iotbench --batch --role send -i 1000 -t 10000 | nc -lk 9999")});
        s.role = Role::Send;
        QCOMPARE(otherEndLines(s, {}), // which model takes it we were not told
            QStringList{QStringLiteral("nc -lk 9999 | iotbench --batch --role receive -m MODEL")});
        QCOMPARE(otherEndLines(s, {{}, false, "resnet8"}),
            QStringList{QStringLiteral("nc -lk 9999 | iotbench --batch --role receive -m resnet8")});
        s.subtractMean = true;
        QCOMPARE(otherEndLines(s, {}),
            QStringList{QStringLiteral("nc -lk 9999 | iotbench --batch --role receive -m resnet20")});
        s.role = Role::Loopback;
        QCOMPARE(otherEndLines(s, {}), QStringList());
    }

    void whoCanConnect()
    {
        Settings s;
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"127.0.0.1", 1};
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"::1", 1};
        QVERIFY(!listensToNetwork(s));
        s.listen = Endpoint{"0.0.0.0", 1};
        QVERIFY(listensToNetwork(s));
        s.listen = Endpoint{"192.168.1.5", 1};
        QVERIFY(listensToNetwork(s));
    }
};

QTEST_GUILESS_MAIN(TestOtherEnd)
#include "tst_other_end.moc"
