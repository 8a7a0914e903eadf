// Half precision as IEEE 754 has it: what rounds up, what down, and what becomes infinite.
#include "engines/onnxruntime/float16.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace iotbench::engines;

class TestFloat16 : public QObject {
    Q_OBJECT

private slots:
    void float16_data()
    {
        constexpr float kInfinite = std::numeric_limits<float>::infinity();
        QTest::addColumn<float>("value");
        QTest::addColumn<int>("bits");
        QTest::newRow("zero") << 0.0F << 0x0000;
        QTest::newRow("negative zero") << -0.0F << 0x8000;
        QTest::newRow("one") << 1.0F << 0x3C00;
        QTest::newRow("minus two") << -2.0F << 0xC000;
        QTest::newRow("tie to even below") << 1.0F + 0x1p-11F << 0x3C00;
        QTest::newRow("tie to even above") << 1.0F + 0x3p-11F << 0x3C02;
        QTest::newRow("largest") << 65504.0F << 0x7BFF;
        QTest::newRow("just below too large") << 65519.996F << 0x7BFF;
        QTest::newRow("too large") << 65520.0F << 0x7C00;
        QTest::newRow("infinite") << -kInfinite << 0xFC00;
        QTest::newRow("smallest normal") << 0x1p-14F << 0x0400;
        QTest::newRow("largest below it") << 0x1p-14F - 0x1p-24F << 0x03FF;
        QTest::newRow("rounded up to it") << 0x1p-14F - 0x1p-25F << 0x0400;
        QTest::newRow("smallest") << 0x1p-24F << 0x0001;
        QTest::newRow("half of it: tie to zero") << 0x1p-25F << 0x0000;
        QTest::newRow("one and a half of it: tie to two") << -0x3p-25F << 0x8002;
        QTest::newRow("not a number") << std::numeric_limits<float>::quiet_NaN() << 0x7E00;
    }
    void float16()
    {
        QFETCH(float, value);
        QFETCH(int, bits);
        QCOMPARE(int(toFloat16(value)), bits);
    }

    void everyFloat16GoesThereAndBack()
    {
        for (unsigned bits = 0; bits <= 0xFFFFU; ++bits) {
            const auto half = static_cast<std::uint16_t>(bits);
            const float value = fromFloat16(half);
            if (std::isnan(value)) {
                QVERIFY((bits & 0x7FFFU) > 0x7C00U);
            } else {
                QCOMPARE(toFloat16(value), half);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFloat16)
#include "tst_float16.moc"
