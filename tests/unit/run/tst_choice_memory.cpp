// What is remembered comes back as it was, of its own situation only; and whatever lies in the folder,
// nothing else does.
#include "run/choice_memory.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <sys/stat.h>

using namespace iotbench;

namespace {

const RememberedChoice kChoice{"openvino", 2, 16, 1'234.5, "jit_avx512 1.14 brgconv_avx512"};
constexpr auto kSituation = "this processor\nthis model";

} // namespace

class TestChoiceMemory : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsKeptComesBack()
    {
        memory().keep(kSituation, kChoice);
        QVERIFY(memory().find(kSituation) == kChoice);
        QVERIFY(!memory().find("another processor\nthis model"));
    }

    void theNewerReplacesTheOlder()
    {
        memory().keep(kSituation, kChoice);
        RememberedChoice other = kChoice;
        other.batch = 8;
        memory().keep(kSituation, other);
        QVERIFY(memory().find(kSituation) == other);
        QCOMPARE(files().size(), 1);
    }

    void withoutAFolderNothingIsRemembered()
    {
        const ChoiceMemory none{std::filesystem::path()};
        none.keep(kSituation, kChoice);
        QVERIFY(!none.find(kSituation));
    }

    // As for a user whose home is read-only; root can write everywhere but into a device.
    void aFolderThatCannotBeIsNoMatter()
    {
        const ChoiceMemory nowhere{"/dev/null/choices"};
        nowhere.keep(kSituation, kChoice);
        QVERIFY(!nowhere.find(kSituation));
    }

    void damagedFilesAreNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("another situation") << QByteArray("this processor") << QByteArray("that processor");
        QTest::newRow("no workers") << QByteArray("\"workers\": 2") << QByteArray("\"workers\": 0");
        QTest::newRow("half a worker") << QByteArray("\"workers\": 2") << QByteArray("\"workers\": 1.5");
        QTest::newRow("many workers") << QByteArray("\"workers\": 2") << QByteArray("\"workers\": 1e9");
        QTest::newRow("a batch of words") << QByteArray("\"batch\": 16") << QByteArray("\"batch\": \"16\"");
        QTest::newRow("a negative rate") << QByteArray("1234.5") << QByteArray("-1234.5");
        QTest::newRow("an infinite rate") << QByteArray("1234.5") << QByteArray("1e999");
        QTest::newRow("a control character") << QByteArray("jit_") << QByteArray("\\u001b[2J");
        QTest::newRow("a long hint") << QByteArray("jit_") << QByteArray(300, 'x');
        QTest::newRow("cut off") << QByteArray("\"workers\": 2") << QByteArray();
        QTest::newRow("no object") << QByteArray("{") << QByteArray("[");
    }
    void damagedFilesAreNotBelieved()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        memory().keep(kSituation, kChoice);
        QFile file(m_folder->filePath(files().value(0)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        QVERIFY2(text.contains(from), text.constData());
        text.replace(from, to);
        file.resize(0);
        file.write(text);
        file.close();
        QVERIFY(!memory().find(kSituation));
        memory().keep(kSituation, kChoice);
        QVERIFY(memory().find(kSituation) == kChoice);
    }

    void aPipeInItsPlaceIsNotWaitedFor()
    {
        memory().keep(kSituation, kChoice);
        const QByteArray file = QFile::encodeName(m_folder->filePath(files().value(0)));
        QVERIFY(QFile::remove(QFile::decodeName(file)));
        QCOMPARE(mkfifo(file.constData(), 0600), 0);
        QVERIFY(!memory().find(kSituation));
    }

    // Someone else's file at the other end of a link.
    void aLinkInItsPlaceIsReplaced()
    {
        memory().keep(kSituation, kChoice);
        const QString file = m_folder->filePath(files().value(0));
        QVERIFY(QFile::remove(file));
        QTemporaryFile precious;
        QVERIFY(precious.open());
        precious.write("precious");
        precious.close();
        QVERIFY(QFile::link(precious.fileName(), file));
        memory().keep(kSituation, kChoice);
        QVERIFY(memory().find(kSituation) == kChoice);
        QVERIFY(!QFileInfo(file).isSymLink());
        QVERIFY(precious.open());
        QCOMPARE(precious.readAll(), QByteArray("precious"));
    }

    void theOldestGo()
    {
        for (std::size_t i = 0; i < FactMemory::kMostSituations + 10; ++i)
            memory().keep(std::to_string(i), kChoice);
        QCOMPARE(files().size(), qsizetype(FactMemory::kMostSituations));
        QVERIFY(memory().find(std::to_string(FactMemory::kMostSituations + 9)) == kChoice);
    }

private:
    ChoiceMemory memory() const { return ChoiceMemory(m_folder->path().toStdString()); }
    QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::System); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestChoiceMemory)
#include "tst_choice_memory.moc"
