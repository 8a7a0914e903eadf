// Where installed data are looked for.
#include "base/data_files.h"
#include "test_paths.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

using namespace iotbench;

class TestDataFiles : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { qunsetenv("IOTBENCH_DATA_DIR"); }
    void knowsTheExecutable();
    void findsTheSourceTree();
    void prefersTheEnvironment();
    void namesThePlacesLookedIn();
    void theUsersOwnComeLast();
    void theUsersFoldersAreWhereTheSpecificationHasThem();
};

void TestDataFiles::knowsTheExecutable()
{
    QCOMPARE(executableFolder().string(), QCoreApplication::applicationDirPath().toStdString());
}

void TestDataFiles::findsTheSourceTree()
{
    const auto file = resourceFile("cifar10/test_labels.txt");
    QVERIFY2(file, file.error().english().c_str());
    QCOMPARE(file->string(), test::sourcePath("resources/cifar10/test_labels.txt").toStdString());
    const auto folders = modelFolders();
    QVERIFY(std::ranges::find(folders, std::filesystem::path(test::sourcePath("models").toStdString()))
        != folders.end());
}

void TestDataFiles::prefersTheEnvironment()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath("cifar10"));
    QVERIFY(QDir(folder.path()).mkpath("models"));
    QFile labels(folder.filePath("cifar10/test_labels.txt"));
    QVERIFY(labels.open(QIODevice::WriteOnly));
    qputenv("IOTBENCH_DATA_DIR", folder.path().toUtf8());

    QCOMPARE(resourceFile("cifar10/test_labels.txt")->string(), labels.fileName().toStdString());
    QCOMPARE(modelFolders().front().string(), folder.filePath("models").toStdString());
    // What that folder lacks is found further on.
    QCOMPARE(resourceFile("cifar10/test_set_1.png")->string(),
        test::sourcePath("resources/cifar10/test_set_1.png").toStdString());
}

void TestDataFiles::namesThePlacesLookedIn()
{
    qputenv("IOTBENCH_DATA_DIR", "/nowhere");
    const std::string error = resourceFile("cifar10/absent.png").error().english();
    QVERIFY2(
        error.starts_with("data file 'cifar10/absent.png' not found; looked in /nowhere, "), error.c_str());
    QVERIFY2(error.ends_with("(set IOTBENCH_DATA_DIR to the folder that holds it)"), error.c_str());
}

void TestDataFiles::theUsersOwnComeLast()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.path().toUtf8());
    const std::string own = home.filePath("iotbench/models").toStdString();
    QCOMPARE(userModelFolder().string(), own);
    QVERIFY(modelFolders().back().string() != own); // it is not there yet
    QVERIFY(QDir(home.path()).mkpath("iotbench/models"));
    QCOMPARE(modelFolders().back().string(), own);
    qunsetenv("XDG_DATA_HOME");
}

void TestDataFiles::theUsersFoldersAreWhereTheSpecificationHasThem()
{
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/home/ann");
    qputenv("XDG_CACHE_HOME", "not/absolute");
    QCOMPARE(userModelFolder().string(), std::string("/home/ann/.local/share/iotbench/models"));
    QCOMPARE(userCacheFolder().string(), std::string("/home/ann/.cache/iotbench"));
    qputenv("XDG_CACHE_HOME", "/fast");
    QCOMPARE(userCacheFolder().string(), std::string("/fast/iotbench"));
    qunsetenv("XDG_CACHE_HOME");
    qunsetenv("HOME");
    QVERIFY(userModelFolder().empty());
    QVERIFY(userCacheFolder().empty());
    qputenv("HOME", home);
}

QTEST_GUILESS_MAIN(TestDataFiles)
#include "tst_data_files.moc"
