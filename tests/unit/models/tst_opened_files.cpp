// Importing a model opens nothing: the kernel ends whoever opens a file, starts a program or makes a socket
// while a file is read that would have it do so.
#include "hdf5_writer.h"

#include "models/keras/keras_import.h"
#include "models/onnx_facts.h"
#include "models/onnx_reading.h"

#include "test_paths.h"

#include <QDir>
#include <QFile>

#include <array>
#include <csignal>
#include <cstddef>
#include <ctime>
#include <functional>
#include <optional>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr int kNoFilter = 77; // exit status of a child that the kernel let nothing forbid

// From here on these calls end the process. False where the kernel does not do that (an emulator).
bool forbidOpening()
{
    constexpr auto forbidden = std::to_array<unsigned>({
#ifdef __NR_open
        __NR_open, __NR_creat,
#endif
        __NR_openat, __NR_openat2, __NR_execve, __NR_execveat, __NR_socket, __NR_connect});
    std::vector<sock_filter> filter{BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
    for (std::size_t i = 0; i < forbidden.size(); ++i) // to the last statement
        filter.push_back(
            BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], static_cast<__u8>(forbidden.size() - i), 0));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
        && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// The wait status of a child that forbids itself to open anything and then does `work`.
int statusOf(const std::function<void()>& work)
{
    const pid_t child = fork();
    if (child == 0) {
        if (!forbidOpening())
            _exit(kNoFilter);
        work();
        _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status;
}

Bytes readAll(const QString& path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {bytes.begin(), bytes.end()};
}

} // namespace

class TestOpenedFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // The C library reads the system's time zone once in a process, where libzip makes sense of a
        // member's date.
        tzset();
        const int status = statusOf([] {});
        if (WIFEXITED(status) && WEXITSTATUS(status) == kNoFilter)
            QSKIP("the kernel filters no system calls here: run it on a system with seccomp");
    }

    void openingEndsTheProcess()
    {
        const int status = statusOf([] { static_cast<void>(open("/dev/null", O_RDONLY)); });
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGSYS);
    }

    void importsOpenNothing_data()
    {
        QTest::addColumn<Bytes>("bytes");
        for (const char* name :
            {"every_layer_keras2.h5", "every_layer_keras3.h5", "logits_keras2.h5", "logits_keras3.h5"})
            QTest::newRow(name) << readAll(dataPath(QStringLiteral("models/") + QLatin1String(name)));
        for (const char* corpus : {"fuzz_keras_hdf5", "fuzz_keras_archive"}) {
            const QDir hostile(sourcePath(QStringLiteral("tests/fuzz/corpus/") + QLatin1String(corpus)));
            for (const QString& name : hostile.entryList(QDir::Files))
                QTest::newRow(qPrintable(name)) << readAll(hostile.filePath(name));
        }
        const auto row
            = [](const char* name, const std::function<void(Hdf5Writer&, const char* kernel)>& put) {
                  Hdf5Writer file(StringKind::Variable, H5F_LIBVER_LATEST);
                  file.text("/", "model_config", R"({"class_name": "Sequential", "config": {"layers": [
                {"class_name": "Dense", "config": {"name": "dense", "batch_input_shape": [null, 2], "units": 3}}]}})");
                  file.group("/model_weights/dense/dense");
                  file.texts("/model_weights", "layer_names", {"dense"});
                  file.texts("/model_weights/dense", "weight_names", {"dense/kernel:0"});
                  put(file, "/model_weights/dense/dense/kernel:0");
                  QTest::newRow(name) << file.bytes();
              };
        row("external storage", [](Hdf5Writer& file, const char* kernel) {
            const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
            H5Pset_external(properties, "/etc/passwd", 0, 24);
            file.unwritten(kernel, H5T_IEEE_F32LE, {2, 3}, properties);
        });
        row("virtual data set", [](Hdf5Writer& file, const char* kernel) {
            const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
            const std::array<hsize_t, 2> sizes{2, 3};
            const hid_t space = H5Screate_simple(2, sizes.data(), nullptr);
            H5Pset_virtual(properties, space, "/etc/passwd", "/set", space);
            file.unwritten(kernel, H5T_IEEE_F32LE, {2, 3}, properties);
        });
        row("external link", [](Hdf5Writer& file, const char* kernel) {
            H5Lcreate_external("/etc/passwd", "/set", file.file(), kernel, H5P_DEFAULT, H5P_DEFAULT);
        });
    }
    void importsOpenNothing()
    {
        QFETCH(Bytes, bytes);
        QVERIFY(!bytes.empty());
        const int status = statusOf([&bytes] {
            const bool packed = keras::looksLikeZip(bytes);
            if (const auto onnx = packed ? keras::importKerasArchive(bytes) : keras::importKerasHdf5(bytes))
                static_cast<void>(readOnnxFacts(parsedOnnx(*onnx)));
        });
        QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0,
            qPrintable(QStringLiteral("wait status %1").arg(status)));
    }

    void onnxFilesOpenNothing_data()
    {
        QTest::addColumn<Bytes>("bytes");
        for (const char* name : {"cnn.onnx", "resnet8.onnx", "resnet8-int8.onnx"})
            QTest::newRow(name) << readAll(sourcePath(QStringLiteral("models/")) + QLatin1String(name));
        const QDir hostile(sourcePath(QStringLiteral("tests/fuzz/corpus/fuzz_onnx_facts")));
        for (const QString& name : hostile.entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << readAll(hostile.filePath(name));
    }
    void onnxFilesOpenNothing()
    {
        QFETCH(Bytes, bytes);
        QVERIFY(!bytes.empty());
        const int status = statusOf([&bytes] { static_cast<void>(readOnnxFacts(parsedOnnx(bytes))); });
        QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0,
            qPrintable(QStringLiteral("wait status %1").arg(status)));
    }
};

QTEST_APPLESS_MAIN(TestOpenedFiles)
#include "tst_opened_files.moc"
