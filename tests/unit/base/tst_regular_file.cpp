// Files that people name: read where they are files, refused at once where reading would wait or do
// something.
#include "base/regular_file.h"
#include "base/text_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cstring>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace iotbench;

class TestRegularFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ten bytes\n") == 10);
        file.close();
        QVERIFY(QFile(path("empty")).open(QIODevice::WriteOnly));
        QVERIFY(::mkfifo(named("pipe").c_str(), 0600) == 0);
        QVERIFY(::mkdir(named("folder").c_str(), 0700) == 0);
        QVERIFY(::symlink("file", named("link").c_str()) == 0);
        QVERIFY(::symlink("pipe", named("link to a pipe").c_str()) == 0);
        QVERIFY(::symlink("circle", named("circle").c_str()) == 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, named("socket").c_str(), sizeof address.sun_path - 1);
        m_socket = FileDescriptor(::socket(AF_UNIX, SOCK_STREAM, 0));
        QVERIFY(::bind(m_socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }

    void reads()
    {
        for (const char* name : {"file", "link"}) {
            const auto bytes = readRegularFile(named(name), 10);
            QVERIFY2(bytes, bytes.error().english().c_str());
            QCOMPARE(asText(*bytes), std::string_view("ten bytes\n"));
        }
        const auto empty = readRegularFile(named("empty"), 0);
        QVERIFY(empty && empty->empty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* reason) { QTest::newRow(name) << name << reason; };
        row("absent", "does not exist");
        row("file/within", "does not exist");
        row("folder", "is a folder");
        row("pipe", "is a named pipe, not a file"); // that nobody writes to
        row("link to a pipe", "is a named pipe, not a file");
        row("socket", "is a socket, not a file");
        row("/dev/zero", "is a device, not a file");
        row("circle", "cannot be opened: Too many levels of symbolic links");
    }
    void refuses()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const std::string file = QDir(m_folder.path()).filePath(name).toStdString(); // or absolute as it is
        const auto bytes = readRegularFile(file, 100);
        QVERIFY(!bytes);
        QCOMPARE(QString::fromStdString(bytes.error().english()), reason);
        QCOMPARE(openRegularFile(file).error(), bytes.error());
    }

    void refusesWhatIsTooLarge()
    {
        QFile large(path("large"));
        QVERIFY(
            large.open(QIODevice::WriteOnly) && large.resize((qint64{3} << 20) + 1)); // takes no room on disk
        const auto bytes = readRegularFile(named("large"), std::uint64_t{3} << 20U);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().english(), std::string("has over 3 MB, more than any file of its kind"));
    }

    void cancelled()
    {
        QFile large(path("four megabytes"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64{4} << 20));
        int asked = 0;
        const auto bytes = readRegularFile(
            named("four megabytes"), std::uint64_t{4} << 20U, [&asked] { return ++asked == 3; });
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().english(), std::string("reading was cancelled"));
        QCOMPARE(asked, 3);
        QCOMPARE(
            readRegularFile(named("four megabytes"), std::uint64_t{4} << 20U)->size(), std::size_t{4} << 20U);
    }

    // As /proc does of a process that has gone: it opens, and reading fails.
    void textThatFailsWhileItIsRead()
    {
        QCOMPARE(readTextFile(named("file")), std::string("ten bytes"));
        QCOMPARE(readTextFile(named("folder")), std::string());
        QCOMPARE(readTextFile("/proc/self/mem"), std::string());
        QVERIFY(!readNumberFile(named("folder")));
    }

private:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    std::string named(const char* name) const { return path(name).toStdString(); }

    QTemporaryDir m_folder;
    FileDescriptor m_socket;
};

QTEST_APPLESS_MAIN(TestRegularFile)
#include "tst_regular_file.moc"
