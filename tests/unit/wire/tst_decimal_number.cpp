// Numbers as Python's float() spells them, judged on their exact decimal value.
#include "wire/decimal_number.h"
#include "wire_data.h"

#include <clocale>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace iotbench;
using namespace iotbench::test;

class TestDecimalNumber : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { std::setlocale(LC_NUMERIC, "C"); } // strtof() is compared with
    void normalisedValue_data();
    void normalisedValue();
    void refusedValue_data();
    void refusedValue();
    void wholeNumber_data();
    void wholeNumber();
    void refusedWholeNumber_data();
    void refusedWholeNumber();
    void equalsStrtof();
};

void TestDecimalNumber::normalisedValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<float>("value");
    const auto row = [](const char* text, float value) { QTest::newRow(text) << QByteArray(text) << value; };
    row("0.619608", 0.619608F);
    row("-0.346516", -0.346516F);
    row("+0.5", 0.5F);
    row("0", 0.0F);
    row("-0.000000", -0.0F);
    row("1", 1.0F);
    row("1.", 1.0F);
    row(".25", 0.25F);
    row("-.25", -0.25F);
    row("00000.5", 0.5F);
    row("5e-1", 0.5F);
    row("5E-1", 0.5F);
    row("0.05e+1", 0.5F);
    row("500000e-6", 0.5F);
    row("0e999999999999", 0.0F);
    row("-0e99", -0.0F);
    row("1.001", 1.001F);
    row("-1.001", -1.001F);
    row("1.00100000000000000000000000000000000000000", 1.001F);
    row("1.0009999999999999999999999999999999", 1.001F);
    row("0.333333333333333333333333333333333333333333333333", 0.333333343F);
    row("1e-45", 1.40129846e-45F); // the smallest float
    row("1e-46", 0.0F);
    row("-1e-400", -0.0F);
    row("1e-99999999999999999999", 0.0F);
    row("0.1_5", 0.15F); // Python takes one underscore between digits
    row("1_0e-1_0", 1e-9F);
}

void TestDecimalNumber::normalisedValue()
{
    QFETCH(QByteArray, text);
    QFETCH(float, value);
    float parsed = 7;
    QCOMPARE(words(parseNormalisedValue(text.toStdString(), parsed)), "accepted");
    QCOMPARE(std::signbit(parsed), std::signbit(value));
    QVERIFY2(parsed == value, qPrintable(QString::number(double(parsed), 'g', 12)));
}

void TestDecimalNumber::refusedValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* text, RejectReason reason) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << words(reason);
    };
    for (const char* text :
        {"", "+", "-", ".", "-.", "e5", "1e", "1e+", "1.2.3", "--1", "+-1", "1-", "0x1p-2", "0,5", "1f",
            "abc", "_1", "1_", "1__0", "0._5", "0_.5", "1e_5", "infinit", "nano", "in", "1 "})
        row(text, RejectReason::NotANumber);
    for (const char* text : {"nan", "NaN", "-nan", "+NAN", "inf", "-inf", "Infinity", "+INFINITY"})
        row(text, RejectReason::NotFinite);
    for (const char* text :
        {"1.0010001", "-1.0010001", "1.001000000000000000000000000000000000000000001", "1.002", "1.01", "1.1",
            "2", "-2", "10", "158", "1e1", "0.1e2", "1e999", "1e99999999999999999999"})
        row(text, RejectReason::OutOfRange);
}

void TestDecimalNumber::refusedValue()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    float parsed = 0;
    QCOMPARE(words(parseNormalisedValue(text.toStdString(), parsed)), reason);
}

void TestDecimalNumber::wholeNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("value");
    const auto row = [](const char* text, int value) { QTest::newRow(text) << QByteArray(text) << value; };
    row("0", 0);
    row("-0", 0);
    row("127", 127);
    row("+127", 127);
    row("-128", -128);
    row("007", 7);
    row("12.0", 12);
    row("12.", 12);
    row("1.2e1", 12);
    row("1200e-2", 12);
    row("0.000e9", 0);
    row("1_2", 12);
}

void TestDecimalNumber::wholeNumber()
{
    QFETCH(QByteArray, text);
    QFETCH(int, value);
    int parsed = 7777;
    QCOMPARE(words(parseWholeNumber(text.toStdString(), -128, 127, parsed)), "accepted");
    QCOMPARE(parsed, value);
}

void TestDecimalNumber::refusedWholeNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* text, RejectReason reason) {
        QTest::newRow(*text ? text : "nothing") << QByteArray(text) << words(reason);
    };
    for (const char* text : {"128", "-129", "255", "1000", "12345", "1e3", "1e999", "12.5", "0.1", "1e-1",
             "126.99999", "-0.001", "127.00000000000000000000000000000000001"})
        row(text, RejectReason::OutOfRange);
    for (const char* text : {"", "-", "x", "1x", "0x10"})
        row(text, RejectReason::NotANumber);
    row("nan", RejectReason::NotFinite);
    row("-inf", RejectReason::NotFinite);
}

void TestDecimalNumber::refusedWholeNumber()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    int parsed = 0;
    QCOMPARE(words(parseWholeNumber(text.toStdString(), -128, 127, parsed)), reason);
}

// Seeded spellings of every length, bit by bit.
void TestDecimalNumber::equalsStrtof()
{
    std::mt19937 random(20190131);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = random() % 2 ? "-0." : "0.";
        for (auto digits = random() % 40 + 1; digits > 0; --digits)
            text += static_cast<char>('0' + random() % 10);
        if (random() % 4 == 0)
            text += "e-" + std::to_string(random() % 50);
        float parsed = 0;
        QCOMPARE(words(parseNormalisedValue(text, parsed)), "accepted");
        const float expected = std::strtof(text.c_str(), nullptr);
        QVERIFY2(std::memcmp(&parsed, &expected, sizeof parsed) == 0, text.c_str());
    }
}

QTEST_GUILESS_MAIN(TestDecimalNumber)
#include "tst_decimal_number.moc"
