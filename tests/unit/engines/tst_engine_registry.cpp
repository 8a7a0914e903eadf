// Which engines there are, and what is said of those that cannot be used.
#include "engines/engine_registry.h"

#include "test_paths.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>

using namespace iotbench;
using namespace iotbench::engines;

namespace {

QString module(const char* name)
{
    return test::buildPath("tests/unit/engines/modules/") + name;
}

} // namespace

class TestEngineRegistry : public QObject {
    Q_OBJECT

private:
    const std::array<std::filesystem::path, 1> m_folders{module("").toStdString()};
    const EngineRegistry m_registry{m_folders};

    const EngineEntry* entry(const std::string& name) const
    {
        for (const EngineEntry& entry : m_registry.list()) {
            if (entry.name == name) {
                return &entry;
            }
        }
        return nullptr;
    }

private slots:
    void builtInEnginesComeFirst()
    {
        QCOMPARE(m_registry.list().size(), std::size_t{8});
        QCOMPARE(m_registry.list()[0].name, std::string("opencv"));
        QCOMPARE(m_registry.list()[1].name, std::string("null"));
        QVERIFY(m_registry.list()[0].available);
        QVERIFY(m_registry.list()[0].needsModel);
        QVERIFY(m_registry.list()[0].version.starts_with("4."));
        QCOMPARE(m_registry.list()[0].origin, std::string("built in"));
        QVERIFY(!m_registry.list()[1].needsModel);
        QVERIFY(m_registry.find("opencv"));
    }

    void aGoodModuleRuns()
    {
        const EngineEntry* good = entry("good");
        QVERIFY(good != nullptr);
        QVERIFY2(good->available, good->reason.english().c_str());
        QCOMPARE(good->version, std::string("7.1"));
        QCOMPARE(good->devices, std::vector<std::string>{"POND"});
        QCOMPARE(good->unusableDevices.size(), std::size_t{1});
        QCOMPARE(good->unusableDevices.front().name, std::string("SWAMP"));
        QCOMPARE(good->unusableDevices.front().reason.english(), std::string("has dried up"));
        QCOMPARE(good->origin, module("iotbench_engine_good.so").toStdString());
        const auto engine = m_registry.find("good");
        QVERIFY(engine);
        const CompileResult compiled = (*engine)->compile({}, {});
        const SessionResult session = compiled.model->createSession(2);
        const float* scores = session.session->infer();
        QCOMPARE(scores[6], 1.0F);
        QCOMPARE(scores[16], 1.0F);
        QCOMPARE(scores[0], 0.0F);
    }

    void unusableModulesAreListedWithTheirReason_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::newRow("wrong tag") << "foreign"
                                   << "was built for another interface (\"iotbench-engine-0 libc++\"";
        QTest::newRow("missing library") << "orphan"
                                         << "libiotbench_nowhere.so.1: cannot open shared object file";
        QTest::newRow("cannot run here") << "unwilling"
                                         << "needs a device that is not here";
    }
    void unusableModulesAreListedWithTheirReason()
    {
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const EngineEntry* unusable = entry(name.toStdString());
        QVERIFY(unusable != nullptr);
        QVERIFY(!unusable->available);
        const std::string why = unusable->reason.english();
        QVERIFY2(QString::fromStdString(why).contains(reason), why.c_str());
        const auto found = m_registry.find(name.toStdString());
        QVERIFY(!found);
        QVERIFY2(QString::fromStdString(found.error().english()).contains(reason),
            found.error().english().c_str());
    }

    void enginesThatWereNotBuiltAreListedLast_data()
    {
        QTest::addColumn<int>("fromTheEnd");
        QTest::addColumn<QString>("reason");
        QTest::newRow("openvino")
            << 2
            << "this program was built without OpenVINO: build it with installer/run.sh "
               "--with-openvino";
        QTest::newRow("onnxruntime") << 1
                                     << "this program was built without ONNX Runtime: build it with "
                                        "installer/run.sh --with-onnxruntime";
    }
    void enginesThatWereNotBuiltAreListedLast()
    {
        QFETCH(int, fromTheEnd);
        QFETCH(QString, reason);
        const EngineEntry& absent = m_registry.list()[m_registry.list().size() - std::size_t(fromTheEnd)];
        QCOMPARE(absent.name, std::string(QTest::currentDataTag()));
        QVERIFY(!absent.available);
        QCOMPARE(absent.reason.english(), reason.toStdString());
        QCOMPARE(m_registry.find(absent.name).error().english(),
            "engine \"" + absent.name + "\" is not available; " + absent.reason.english());
    }

    void unknownEngineNamesTheKnownOnes()
    {
        const auto found = m_registry.find("openvin");
        QVERIFY(!found);
        QCOMPARE(found.error().english(),
            std::string("there is no engine \"openvin\"; available: opencv, null, good"));
    }

    void filesThatAreNoLibraries()
    {
        const QTemporaryDir folder;
        for (const char* name :
            {"iotbench_engine_text.so", "iotbench_engine_.so", "other.so", "iotbench_engine_x.txt"}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("not a library");
        }
        const std::array<std::filesystem::path, 2> folders{folder.path().toStdString(), "/no/such/folder"};
        const EngineRegistry registry(folders);
        QCOMPARE(registry.list().size(), std::size_t{5});
        QCOMPARE(registry.list()[2].name, std::string("text"));
        QVERIFY(registry.list()[2].reason.english().starts_with("cannot be loaded: "));
    }

    void aLibraryThatIsNoEngine()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(test::buildPath("tests/unit/engines/libiotbench_test_library.so"),
            folder.filePath("iotbench_engine_other.so")));
        const std::array<std::filesystem::path, 1> folders{folder.path().toStdString()};
        const EngineRegistry registry(folders);
        QCOMPARE(registry.list()[2].name, std::string("other"));
        QVERIFY(!registry.list()[2].available);
        QCOMPARE(registry.list()[2].reason.english(),
            std::string("is not an engine: exports no function iotbench_engine_module"));
    }

    void anEarlierFolderWins()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(module("iotbench_engine_good.so"), folder.filePath("iotbench_engine_good.so")));
        const std::array<std::filesystem::path, 2> folders{
            folder.path().toStdString(), module("").toStdString()};
        const EngineRegistry registry(folders);
        QCOMPARE(registry.list().size(), std::size_t{8});
        QCOMPARE(registry.list()[2].origin, folder.filePath("iotbench_engine_good.so").toStdString());
    }

    // A module that calls its engine something else would stand under two names.
    void aRenamedModuleIsRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(module("iotbench_engine_good.so"), folder.filePath("iotbench_engine_best.so")));
        const std::array<std::filesystem::path, 1> folders{folder.path().toStdString()};
        const EngineRegistry registry(folders);
        QCOMPARE(registry.list()[2].reason.english(),
            std::string("calls its engine \"good\", which is not the file's name"));
    }

    void theEnvironmentNamesFoldersFirst()
    {
        qputenv("IOTBENCH_ENGINE_PATH", "/first::/second");
        const auto folders = engineModuleFolders();
        qunsetenv("IOTBENCH_ENGINE_PATH");
        QCOMPARE(folders.size(), std::size_t{4});
        QCOMPARE(folders[0].string(), std::string("/first"));
        QCOMPARE(folders[1].string(), std::string("/second"));
        QVERIFY(folders[2].string().ends_with("/iotbench/engines"));
    }
};

QTEST_APPLESS_MAIN(TestEngineRegistry)
#include "tst_engine_registry.moc"
