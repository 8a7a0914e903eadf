// The fast paths of every vector set give the same bits as the general path, and take nothing that it
// refuses: on all images, and on seeded damage.
//
// IOTBENCH_WIRE_DAMAGES=N asks for another number of damaged lines for each format (10000000 for a thorough
// run, which takes half an hour), IOTBENCH_VECTORS=NAME for one vector set instead of all.
#include "damage.h"
#include "sanitized.h"
#include "wire_data.h"

#include <cstdlib>

using namespace iotbench;
using namespace iotbench::test;

namespace {

std::size_t damagesAsked()
{
    const char* const asked = std::getenv("IOTBENCH_WIRE_DAMAGES");
    return asked ? std::strtoul(asked, nullptr, 10) : kSanitized ? 4'000 : 100'000;
}

std::vector<const VectorKernels*> setsUnderTest()
{
    if (std::getenv("IOTBENCH_VECTORS"))
        return {&vectorKernels()};
    const auto all = availableVectorKernels();
    return {all.begin(), all.end()};
}

// All test images where the reference folder is, else the two of the repository.
ImageSet someImages()
{
    const QString all = sharedPath("reference/cifar10_test_batch.bin");
    if (!QFileInfo::exists(all))
        return imagesOf(readFile(dataPath("wire/cifar_2.bin")));
    const std::string records = readFile(all);
    return imagesOf(kSanitized ? records.substr(0, 300 * kCifarRecordBytes) : records);
}

bool sameValues(WireFormat format, const DecodedRecord& a, const DecodedRecord& b)
{
    return a.label == b.label
        && (carriesFloats(format)
                ? std::memcmp(a.floats.data(), b.floats.data(), cifar10::kImageValues * sizeof(float)) == 0
                : std::memcmp(a.bytes.data(), b.bytes.data(), cifar10::kImageValues) == 0);
}

// Room for a line that changes and grows, with what decoders may read around it.
class Workplace {
public:
    std::span<const char> place(std::string_view line)
    {
        m_bytes.assign(kReadableBefore, ' ');
        m_bytes += line;
        m_bytes.append(kReadableAfter, '4');
        return {m_bytes.data() + kReadableBefore, line.size()};
    }

private:
    std::string m_bytes;
};

void addStreams()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<bool>("meanSubtracted");
    QTest::newRow("keras") << int(WireFormat::Keras) << false;
    QTest::newRow("keras, mean subtracted") << int(WireFormat::Keras) << true;
    QTest::newRow("spark") << int(WireFormat::Spark) << false;
    QTest::newRow("scala") << int(WireFormat::Scala) << false;
}

} // namespace

class TestWireAgreement : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_images = someImages();
        m_sets = setsUnderTest();
    }
    void images_data() { addStreams(); }
    void images();
    void damages_data() { addStreams(); }
    void damages();
    void normalisation();
    void bytesFromFloats();

private:
    ImageSet m_images;
    std::vector<const VectorKernels*> m_sets;
};

// Every line that our own encoder prints is taken by the fast path of every set.
void TestWireAgreement::images()
{
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    const auto wire = static_cast<WireFormat>(format);
    const RecordEncoder encoder(wire, meanSubtracted, originalSenderMean());
    Workplace workplace;
    DecodedRecord general;
    DecodedRecord fast;
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const auto record = workplace.place(encoded(encoder, m_images, i));
        QCOMPARE(words(decodeRecordGeneral(wire, record, general)), "accepted");
        for (const VectorKernels* kernels : m_sets) {
            QVERIFY2(decodeFast(*kernels, wire, record, fast), kernels->name.data());
            QVERIFY2(sameValues(wire, fast, general), kernels->name.data());
        }
    }
}

void TestWireAgreement::damages()
{
    QFETCH(int, format);
    QFETCH(bool, meanSubtracted);
    const auto wire = static_cast<WireFormat>(format);
    const RecordEncoder encoder(wire, meanSubtracted, originalSenderMean());
    Damage damage(static_cast<std::uint64_t>(format * 2 + meanSubtracted + 1));
    Workplace workplace;
    DecodedRecord general;
    DecodedRecord fast;
    std::size_t taken = 0;
    const std::size_t count = damagesAsked();
    for (std::size_t i = 0; i < count; ++i) {
        std::string line = encoded(encoder, m_images, i % m_images.size());
        damage.apply(line);
        const auto record = workplace.place(line);
        bool judged = false;
        RejectReason judgement = RejectReason::None;
        for (const VectorKernels* kernels : m_sets) {
            if (!decodeFast(*kernels, wire, record, fast))
                continue;
            if (!judged)
                judgement = decodeRecordGeneral(wire, record, general);
            judged = true;
            if (judgement != RejectReason::None || !sameValues(wire, fast, general))
                QFAIL(qPrintable(
                    QStringLiteral("%1, damage %2: the general path says '%3' or reads other values")
                        .arg(QLatin1String(kernels->name.data()))
                        .arg(i)
                        .arg(words(judgement))));
        }
        taken += judged;
    }
    // Damage that is none (a digit for a digit) and real damage both came up.
    QVERIFY(taken > count / 20);
    QVERIFY(taken < count * 19 / 20);
}

void TestWireAgreement::normalisation()
{
    const PixelMean mean = originalSenderMean();
    std::vector<float> values(cifar10::kImageValues);
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        values[i] = mean[cifar10::kImageValues - 1 - i];
    const VectorKernels& plain = *availableVectorKernels().back();
    QVERIFY(plain.name == "SCALAR");
    std::vector<float> expected(cifar10::kImageValues);
    std::vector<float> actual(cifar10::kImageValues + 1);
    float* const unaligned = actual.data() + 1;
    const auto same = [&] { return std::equal(expected.begin(), expected.end(), unaligned); };
    for (std::size_t i = 0; i < std::min<std::size_t>(m_images.size(), 100); ++i) {
        const std::uint8_t* const bytes = m_images.image(i).data();
        for (const VectorKernels* kernels : m_sets) {
            for (const auto normalisation :
                {Normalisation::Unit, Normalisation::MeanSubtracted, Normalisation::Raw}) {
                plain.normaliseInterleaved(bytes, normalisation, mean.data(), expected.data());
                kernels->normaliseInterleaved(bytes, normalisation, mean.data(), unaligned);
                QVERIFY2(same(), kernels->name.data());
                plain.normalisePlanar(bytes, normalisation, mean.data(), expected.data());
                kernels->normalisePlanar(bytes, normalisation, mean.data(), unaligned);
                QVERIFY2(same(), kernels->name.data());
            }
            plain.planesFromFloats(values.data(), expected.data());
            kernels->planesFromFloats(values.data(), unaligned);
            QVERIFY2(same(), kernels->name.data());

            std::vector<std::uint8_t> expectedBytes(cifar10::kImageValues);
            std::vector<std::uint8_t> actualBytes(cifar10::kImageValues);
            plain.planesFromBytes(bytes, expectedBytes.data());
            kernels->planesFromBytes(bytes, actualBytes.data());
            QVERIFY2(actualBytes == expectedBytes, kernels->name.data());
        }
    }
}

void TestWireAgreement::bytesFromFloats()
{
    const PixelMean mean = originalSenderMean();
    const VectorKernels& plain = *availableVectorKernels().back();
    // From -1.001 to 1.001 in steps that meet bytes, halves between two of them, and both ends.
    std::vector<float> values(cifar10::kImageValues + 1);
    float* const unaligned = values.data() + 1;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        unaligned[i] = std::clamp((static_cast<float>(i) / 6.0F - 256.0F) / 255.0F, -1.001F, 1.001F);
    for (const float* const subtracted : {static_cast<const float*>(nullptr), mean.data()}) {
        std::vector<std::uint8_t> expected(cifar10::kImageValues);
        plain.bytesFromFloats(unaligned, subtracted, expected.data());
        for (std::size_t i = 0; i < cifar10::kImageValues; ++i) {
            const double value = static_cast<double>(unaligned[i]) + (subtracted ? double(mean[i]) : 0);
            const double exact = std::clamp(value * 255, 0.0, 255.0);
            QVERIFY2(std::abs(exact - expected[i]) <= 0.5001, qPrintable(QString::number(exact)));
        }
        for (const VectorKernels* kernels : m_sets) {
            std::vector<std::uint8_t> actual(cifar10::kImageValues + 1);
            kernels->bytesFromFloats(unaligned, subtracted, actual.data() + 1);
            QVERIFY2(std::equal(expected.begin(), expected.end(), actual.begin() + 1), kernels->name.data());
        }
    }
}

QTEST_GUILESS_MAIN(TestWireAgreement)
#include "images/cifar10.h"
#include "tst_wire_agreement.moc"
