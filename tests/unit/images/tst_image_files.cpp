// `--images`: CIFAR-10 binary records from files and folders.
#include "images/image_files.h"
#include "test_paths.h"

#include <QTemporaryDir>

#include <cerrno>
#include <system_error>

using namespace iotbench;

namespace {

std::filesystem::path stdPath(const QString& path)
{
    return path.toStdString();
}

// A record whose red, green and blue planes are 1, 2 and 3 everywhere.
QByteArray record(int label)
{
    return QByteArray(1, char(label)) + QByteArray(1024, 1) + QByteArray(1024, 2) + QByteArray(1024, 3);
}

} // namespace

class TestImageFiles : public QObject {
    Q_OBJECT

private slots:
    void init();
    void readsAFile();
    void readsAFolderInOrderOfNames();
    void refuses_data();
    void refuses();
    void refusesAFolderWithoutRecords();
    void refusesWhatIsNotThere();

private:
    QString write(const QString& name, const QByteArray& bytes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestImageFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

QString TestImageFiles::write(const QString& name, const QByteArray& bytes)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestImageFiles::readsAFile()
{
    const QString path = test::dataPath("images/first_20.bin");
    const auto images = loadImageFiles(stdPath(path));
    QVERIFY2(images, images.error().english().c_str());
    QCOMPARE(images->origin, path.toStdString());
    QCOMPARE(images->size(), std::size_t(20));
    QCOMPARE(images->labels[0], std::uint8_t(3));
    QCOMPARE(images->labels[19], std::uint8_t(6));
    const auto cat = images->image(0);
    QCOMPARE(cat[0], std::uint8_t(158));
    QCOMPARE(cat[1], std::uint8_t(112));
    QCOMPARE(cat[2], std::uint8_t(49));
}

void TestImageFiles::readsAFolderInOrderOfNames()
{
    write("b.bin", record(7) + record(8));
    write("a.bin", record(9));
    write("c.txt", "not read");
    QVERIFY(QDir(m_folder->path()).mkdir("d.bin")); // nor is a folder
    const auto images = loadImageFiles(stdPath(m_folder->path()));
    QVERIFY2(images, images.error().english().c_str());
    QCOMPARE(images->labels, (std::vector<std::uint8_t>{9, 7, 8}));
    const auto last = images->image(2);
    QCOMPARE(last[3069], std::uint8_t(1));
    QCOMPARE(last[3070], std::uint8_t(2));
    QCOMPARE(last[3071], std::uint8_t(3));
}

void TestImageFiles::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray() << "the file is empty";
    QTest::newRow("a byte short") << record(1).first(3072)
                                  << "not CIFAR-10 binary records: 3072 bytes are not a multiple of 3073";
    QTest::newRow("a byte over") << record(1) + 'x'
                                 << "not CIFAR-10 binary records: 3074 bytes are not a multiple of 3073";
    QTest::newRow("label") << record(1) + record(10)
                           << "not CIFAR-10 binary records: record 2 has the label 10";
}

void TestImageFiles::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const QString path = write("bad.bin", bytes);
    QCOMPARE(QString::fromStdString(loadImageFiles(stdPath(path)).error().english()), path + ": " + reason);
    // In a folder it is the file that is named.
    QCOMPARE(QString::fromStdString(loadImageFiles(stdPath(m_folder->path())).error().english()),
        path + ": " + reason);
}

void TestImageFiles::refusesAFolderWithoutRecords()
{
    write("notes.txt", "x");
    QCOMPARE(loadImageFiles(stdPath(m_folder->path())).error().english(),
        m_folder->path().toStdString() + ": no *.bin file in this folder");
}

void TestImageFiles::refusesWhatIsNotThere()
{
    const QString path = m_folder->filePath("absent.bin");
    QCOMPARE(loadImageFiles(stdPath(path)).error().english(),
        path.toStdString() + ": " + std::generic_category().message(ENOENT));
    QVERIFY2(!loadImageFiles("/dev/null"), "a device is no file of records");
}

QTEST_GUILESS_MAIN(TestImageFiles)
#include "tst_image_files.moc"
