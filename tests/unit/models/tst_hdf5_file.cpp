// Files that HDF5's own library writes, in its versions and layouts, and those that were made to do harm.
#include "hdf5_writer.h"

#include "models/keras/hdf5_file.h"

#include "test_paths.h"

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

#include <zlib.h>

using namespace iotbench;
using namespace iotbench::test;
using keras::Hdf5DataSet;
using keras::Hdf5File;

namespace {

using Bytes = std::vector<std::uint8_t>;
using Floats = std::vector<float>;
using Write = std::function<void(Hdf5Writer&)>;

Floats counted(std::size_t count)
{
    Floats values(count);
    std::iota(values.begin(), values.end(), 1.0F);
    return values;
}

hid_t halfType()
{
    const hid_t type = H5Tcopy(H5T_IEEE_F32LE);
    H5Tset_fields(type, 15, 10, 5, 0, 10);
    H5Tset_size(type, 2);
    H5Tset_ebias(type, 15);
    return type;
}

// Properties of a data set in chunks, packed by what `pack` adds.
hid_t chunks(const std::vector<hsize_t>& sizes, const std::function<void(hid_t)>& pack = {})
{
    const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_chunk(properties, static_cast<int>(sizes.size()), sizes.data());
    if (pack) {
        pack(properties);
    }
    return properties;
}

// Why the values of "/set" cannot be had; "" where they can.
std::string refusalOf(const Bytes& bytes)
{
    try {
        const Hdf5File file(bytes);
        const std::optional<Hdf5DataSet> set = file.dataSet("/group/set");
        if (!set) {
            return "none";
        }
        file.floats(*set);
        return "";
    } catch (const Refusal& refusal) {
        return refusal.reason().english();
    }
}

// A file whose every place is another one's once, by a fixed sequence.
class Damage {
public:
    unsigned next(unsigned below)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<unsigned>((m_state >> 33U) % below);
    }

private:
    std::uint64_t m_state = 1;
};

} // namespace

Q_DECLARE_METATYPE(H5F_libver_t)

class TestHdf5File : public QObject {
    Q_OBJECT

private slots:
    void everyVersion_data()
    {
        QTest::addColumn<H5F_libver_t>("oldest");
        QTest::addColumn<int>("groups"); // beside the one that is looked for
        for (const int groups : {0, 20, 2'000}) {
            QTest::addRow("earliest, %d groups", groups) << H5F_LIBVER_EARLIEST << groups;
            QTest::addRow("1.8, %d groups", groups) << H5F_LIBVER_V18 << groups;
            QTest::addRow("latest, %d groups", groups) << H5F_LIBVER_LATEST << groups;
        }
    }
    void everyVersion()
    {
        QFETCH(H5F_libver_t, oldest);
        QFETCH(int, groups);
        Hdf5Writer writer(StringKind::Variable, oldest);
        for (int i = 0; i < groups; ++i) {
            writer.group("/layers/before_" + std::to_string(i));
        }
        writer.group("/layers/here");
        writer.texts("/layers/here", "names", {"one", "", "three"});
        writer.floats("/layers/here/inner/kernel:0", {2, 3}, counted(6));
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        QCOMPARE(file.strings("/layers/here", "names"), (std::vector<std::string>{"one", "", "three"}));
        QVERIFY(!file.strings("/layers/here", "name"));
        QVERIFY(!file.strings("/layers/there", "names"));
        QVERIFY(!file.dataSet("/layers/here/inner"));
        const std::optional<Hdf5DataSet> set = file.dataSet("/layers/here/inner/kernel:0");
        QVERIFY(set);
        QCOMPARE(set->sizes, (std::vector<std::uint64_t>{2, 3}));
        QCOMPARE(file.floats(*set), counted(6));
        for (int i = 0; i < groups; i += 1 + groups / 100) { // wherever in its table or heap a link lies
            QVERIFY(!file.strings("/layers/before_" + std::to_string(i), "names"));
            QVERIFY(!file.dataSet("/layers/before_" + std::to_string(i)));
        }
    }

    void numbersOfAnyWidth_data()
    {
        QTest::addColumn<qint64>("type");
        QTest::newRow("single") << qint64(H5T_IEEE_F32LE);
        QTest::newRow("single, big-endian") << qint64(H5T_IEEE_F32BE);
        QTest::newRow("double") << qint64(H5T_IEEE_F64LE);
        QTest::newRow("double, big-endian") << qint64(H5T_IEEE_F64BE);
        QTest::newRow("half") << qint64(halfType());
    }
    void numbersOfAnyWidth()
    {
        QFETCH(qint64, type);
        // Exact in a half too; the last is subnormal there.
        const Floats values{0, -0.0F, 1, -2.5F, 1024, 65504, 0.333251953125F, std::ldexp(1.0F, -24)};
        Hdf5Writer writer;
        writer.floats("/group/set", {static_cast<std::int64_t>(values.size())}, values, type);
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        const Floats read = file.floats(*file.dataSet("/group/set"));
        QCOMPARE(read, values);
        QVERIFY(std::signbit(read[1]));
    }

    void infinityAndNoNumber()
    {
        const float infinite = std::numeric_limits<float>::infinity();
        Hdf5Writer writer;
        writer.floats("/group/set", {3}, {infinite, -infinite, std::nanf("")}, halfType());
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        const Floats read = file.floats(*file.dataSet("/group/set"));
        QCOMPARE(read[0], infinite);
        QCOMPARE(read[1], -infinite);
        QVERIFY(std::isnan(read[2]));
    }

    void everyLayout_data()
    {
        QTest::addColumn<qint64>("properties");
        QTest::newRow("contiguous") << qint64(H5P_DEFAULT);
        const hid_t compact = H5Pcreate(H5P_DATASET_CREATE);
        H5Pset_layout(compact, H5D_COMPACT);
        QTest::newRow("compact") << qint64(compact);
        QTest::newRow("chunks") << qint64(chunks({2, 3, 4}));
        QTest::newRow("chunks that end beyond it") << qint64(chunks({3, 2, 5}));
        QTest::newRow("many chunks") << qint64(chunks({1, 1, 1}));
        QTest::newRow("deflated") << qint64(
            chunks({3, 2, 5}, [](hid_t properties) { H5Pset_deflate(properties, 6); }));
        QTest::newRow("shuffled") << qint64(
            chunks({3, 2, 5}, [](hid_t properties) { H5Pset_shuffle(properties); }));
        QTest::newRow("shuffled and deflated") << qint64(chunks({3, 2, 5}, [](hid_t properties) {
            H5Pset_shuffle(properties);
            H5Pset_deflate(properties, 9);
        }));
    }
    void everyLayout()
    {
        QFETCH(qint64, properties);
        Hdf5Writer writer;
        const Floats values = counted(4UL * 6 * 12);
        writer.floats("/group/set", {4, 6, 12}, values, H5T_IEEE_F32LE, properties);
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        QCOMPARE(file.floats(*file.dataSet("/group/set")), values);
    }

    void refuses_data()
    {
        QTest::addColumn<Bytes>("bytes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* reason, const Write& write,
                             H5F_libver_t oldest = H5F_LIBVER_EARLIEST) {
            Hdf5Writer writer(StringKind::Variable, oldest);
            writer.group("/group");
            write(writer);
            QTest::newRow(name) << writer.bytes() << reason;
        };

        row("external storage", "\"/group/set\" in the HDF5 file keeps its values in another file",
            [](Hdf5Writer& writer) {
                const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
                H5Pset_external(properties, "/etc/passwd", 0, 24);
                writer.unwritten("/group/set", H5T_IEEE_F32LE, {6}, properties);
            });
        row(
            "virtual data set", "\"/group/set\" in the HDF5 file is a virtual data set",
            [](Hdf5Writer& writer) {
                const hid_t properties = H5Pcreate(H5P_DATASET_CREATE);
                const hsize_t size = 6;
                const hid_t space = H5Screate_simple(1, &size, nullptr);
                H5Pset_virtual(properties, space, "/etc/passwd", "/set", space);
                writer.unwritten("/group/set", H5T_IEEE_F32LE, {6}, properties);
            },
            H5F_LIBVER_LATEST);
        row("external link", "\"/group/set\" in the HDF5 file is a link into another file",
            [](Hdf5Writer& writer) {
                H5Lcreate_external(
                    "/etc/other.h5", "/set", writer.file(), "/group/set", H5P_DEFAULT, H5P_DEFAULT);
            });
        row("external link to a group", "\"/group\" in the HDF5 file is a link into another file",
            [](Hdf5Writer& writer) {
                H5Ldelete(writer.file(), "/group", H5P_DEFAULT);
                H5Lcreate_external("/etc/other.h5", "/", writer.file(), "/group", H5P_DEFAULT, H5P_DEFAULT);
            });
        row("soft link", "\"/group/set\" in the HDF5 file is a soft link", [](Hdf5Writer& writer) {
            H5Lcreate_soft("/elsewhere", writer.file(), "/group/set", H5P_DEFAULT, H5P_DEFAULT);
        });
        row("soft link to itself", "\"/group/set\" in the HDF5 file is a soft link", [](Hdf5Writer& writer) {
            H5Lcreate_soft("/group/set", writer.file(), "/group/set", H5P_DEFAULT, H5P_DEFAULT);
        });
        row(
            "soft link of later versions", "\"/group/set\" in the HDF5 file is a soft link",
            [](Hdf5Writer& writer) {
                H5Lcreate_soft("/elsewhere", writer.file(), "/group/set", H5P_DEFAULT, H5P_DEFAULT);
            },
            H5F_LIBVER_LATEST);
        row("user-defined link", "\"/group/set\" in the HDF5 file is a user-defined link",
            [](Hdf5Writer& writer) {
                H5L_class_t kind{};
                kind.version = H5L_LINK_CLASS_T_VERS;
                kind.id = static_cast<H5L_type_t>(200);
                kind.comment = "ours";
                kind.trav_func
                    = [](const char*, hid_t, const void*, size_t, hid_t, hid_t) -> hid_t { return -1; };
                H5Lregister(&kind);
                H5Lcreate_ud(writer.file(), "/group/set", kind.id, "x", 1, H5P_DEFAULT, H5P_DEFAULT);
                H5Lunregister(kind.id);
            });
        row("another filter", "\"/group/set\" in the HDF5 file is packed by the HDF5 filter 3",
            [](Hdf5Writer& writer) {
                writer.floats("/group/set", {8}, counted(8), H5T_IEEE_F32LE,
                    chunks({4}, [](hid_t properties) { H5Pset_fletcher32(properties); }));
            });
        row("never written", "\"/group/set\" in the HDF5 file holds no values: they were never written",
            [](Hdf5Writer& writer) { writer.unwritten("/group/set", H5T_IEEE_F32LE, {6}); });
        row("chunks that are not there", "the HDF5 file is damaged or not whole",
            [](Hdf5Writer& writer) { writer.unwritten("/group/set", H5T_IEEE_F32LE, {6}, chunks({2})); });
        row(
            "chunks of later versions",
            "\"/group/set\" in the HDF5 file lies in the file in a way of other versions of HDF5",
            [](Hdf5Writer& writer) {
                writer.floats("/group/set", {8}, counted(8), H5T_IEEE_F32LE, chunks({4}));
            },
            H5F_LIBVER_LATEST);
        row("more than anybody has", "its weights take over 2 GB, which no model for these images has",
            [](Hdf5Writer& writer) {
                writer.unwritten("/group/set", H5T_IEEE_F32LE, {std::int64_t{1} << 40, std::int64_t{1} << 40},
                    chunks({1 << 10, 1 << 10}));
            });
        row("a committed type", "\"/group/set\" in the HDF5 file is of a shared type",
            [](Hdf5Writer& writer) {
                const hid_t type = H5Tcopy(H5T_IEEE_F32LE);
                H5Tcommit2(writer.file(), "/type", type, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
                writer.floats("/group/set", {6}, counted(6), type);
            });
        row("object references", "the data set /group/set does not hold floating-point numbers",
            [](Hdf5Writer& writer) { writer.unwritten("/group/set", H5T_STD_REF_OBJ, {6}); });
    }
    void refuses()
    {
        QFETCH(Bytes, bytes);
        QFETCH(QString, reason);
        const std::string refusal = refusalOf(bytes);
        QVERIFY2(QString::fromStdString(refusal).startsWith(reason), refusal.c_str());
    }

    // A group within itself: a path is as long as its own names, however often it comes by.
    void circleOfHardLinks()
    {
        Hdf5Writer writer;
        writer.group("/group");
        H5Lcreate_hard(writer.file(), "/group", writer.file(), "/group/group", H5P_DEFAULT, H5P_DEFAULT);
        writer.floats("/group/set", {1}, {5});
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        QVERIFY(file.dataSet("/group/group/group/group/set"));
        QVERIFY(!file.dataSet("/group/group/group/group/sets"));
    }

    // A few kilobytes of deflate that unpack to 64 MB where the chunk has 24 bytes.
    void fewBytesThatUnpackToMuch()
    {
        const Bytes zeros(std::size_t{64} << 20U);
        Bytes packed(compressBound(zeros.size()));
        uLongf length = packed.size();
        QCOMPARE(compress2(packed.data(), &length, zeros.data(), zeros.size(), 9), Z_OK);
        Hdf5Writer writer;
        writer.unwritten("/group/set", H5T_IEEE_F32LE, {6},
            chunks({6}, [](hid_t properties) { H5Pset_deflate(properties, 9); }));
        const hid_t set = H5Dopen2(writer.file(), "/group/set", H5P_DEFAULT);
        const hsize_t first = 0;
        QVERIFY(H5Dwrite_chunk(set, H5P_DEFAULT, 0, &first, length, packed.data()) >= 0);
        H5Dclose(set);
        QCOMPARE(refusalOf(writer.bytes()), std::string("the HDF5 file is damaged or not whole"));
    }

    // What is read again and again, as the weights of a layer that is called often, counts every time.
    void weightsOfOverTwoGigabytes()
    {
        constexpr std::size_t kValues = std::size_t{1} << 22U; // 16 MB
        Hdf5Writer writer;
        writer.floats("/group/set", {kValues}, Floats(kValues));
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        const std::optional<Hdf5DataSet> set = file.dataSet("/group/set");
        QVERIFY(set);
        for (int i = 0; i < 128; ++i) {
            QCOMPARE(file.floats(*set).size(), kValues);
        }
        QVERIFY_THROWS_EXCEPTION(Refusal, file.floats(*set));
    }

    void textThatIsNone()
    {
        Hdf5Writer writer;
        writer.group("/group");
        writer.numbers("/group", "none", 0);
        writer.numbers("/group", "two", 2);
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        QCOMPARE(file.strings("/group", "none"), std::vector<std::string>{});
        QVERIFY_THROWS_EXCEPTION(Refusal, file.strings("/group", "two"));
    }

    void manyAttributesOfLaterVersions()
    {
        Hdf5Writer writer(StringKind::Variable, H5F_LIBVER_LATEST);
        writer.group("/group");
        for (int i = 0; i < 20; ++i) {
            writer.text("/group", "name " + std::to_string(i), "text");
        }
        const Bytes bytes = writer.bytes();
        const Hdf5File file(bytes);
        try {
            file.strings("/group", "name 3");
            QFAIL("read");
        } catch (const Refusal& refusal) {
            QVERIFY(refusal.reason().english().starts_with(
                "\"/group\" in the HDF5 file keeps its attributes in a heap"));
        }
    }

    void cancelled()
    {
        Hdf5Writer writer;
        writer.floats("/group/set", {1 << 22}, Floats(1 << 22));
        const Bytes bytes = writer.bytes();
        int asked = 0;
        const Hdf5File file(bytes, [&asked] { return ++asked == 2; });
        const std::optional<Hdf5DataSet> set = file.dataSet("/group/set");
        QVERIFY(set);
        QCOMPARE(file.floats(*set).size(), std::size_t{1} << 22U);
        try {
            file.floats(*set);
            QFAIL("not cancelled");
        } catch (const Refusal& refusal) {
            QCOMPARE(refusal.reason().english(), std::string("reading was cancelled"));
        }
    }

    // Some bytes, anywhere, are others: there is an answer, in little time.
    void damagedFiles_data()
    {
        QTest::addColumn<Bytes>("bytes");
        for (const H5F_libver_t oldest : {H5F_LIBVER_EARLIEST, H5F_LIBVER_LATEST}) {
            Hdf5Writer writer(StringKind::Variable, oldest);
            for (int i = 0; i < 30; ++i) {
                writer.group("/group/" + std::to_string(i));
            }
            writer.texts("/group", "names", {"one", "two"});
            writer.floats("/group/set", {4, 6}, counted(24), H5T_IEEE_F64BE,
                oldest == H5F_LIBVER_LATEST ? H5P_DEFAULT : chunks({2, 4}, [](hid_t properties) {
                    H5Pset_shuffle(properties);
                    H5Pset_deflate(properties, 6);
                }));
            QTest::newRow(oldest == H5F_LIBVER_LATEST ? "latest" : "earliest") << writer.bytes();
        }
    }
    void damagedFiles()
    {
        QFETCH(Bytes, bytes);
        Damage damage;
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            Bytes damaged = bytes;
            for (unsigned k = 0; k < 1 + damage.next(4); ++k) {
                damaged[damage.next(static_cast<unsigned>(damaged.size()))]
                    = static_cast<std::uint8_t>(damage.next(2) == 0 ? 0xFF : damage.next(256));
            }
            try {
                const Hdf5File file(damaged);
                file.strings("/group", "names");
                if (const auto set = file.dataSet("/group/set");
                    set && set->sizes == std::vector<std::uint64_t>{4, 6}) {
                    file.floats(*set);
                }
            } catch (const Refusal&) {
                ++refused;
            }
        }
        QVERIFY(refused > 100);
    }
};

QTEST_APPLESS_MAIN(TestHdf5File)
#include "tst_hdf5_file.moc"
