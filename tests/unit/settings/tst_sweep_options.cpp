// What --sweep takes, and the combinations that come of it.
#include "study_driver/sweep_combinations.h"

#include <QtTest>

using namespace iotbench;

using Values = std::vector<std::string>;
Q_DECLARE_METATYPE(Values)

namespace {

Message anything(const Settings&)
{
    return {};
}

AskedSettings asked()
{
    AskedSettings asked;
    asked.values.engine = "null";
    return asked;
}

StudyOptions swept(std::initializer_list<const char*> texts)
{
    StudyOptions study;
    for (const char* text : texts) {
        const Result<SweptSetting> one = sweptSetting(text);
        if (!one)
            qFatal("%s", one.error().english().c_str());
        study.sweep.push_back(*one);
    }
    return study;
}

std::vector<std::string> labels(const std::vector<SweepCombination>& combinations)
{
    std::vector<std::string> found;
    for (const SweepCombination& combination : combinations)
        found.push_back(combination.label);
    return found;
}

} // namespace

class TestSweepOptions : public QObject {
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void mistakes_data();
    void mistakes();
    void everyCombination();
    void everyEngine();
    void impossibleOnes();
    void onesThatChangeNothing();
    void ofSearches();
    void tooMany();
    void labelOfTheUser();
    void howLong();
};

void TestSweepOptions::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Values>("values");
    const auto row = [](const char* text, const char* key, const Values& values) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(key) << values;
    };
    row("workers=1", "workers", {"1"});
    row("workers=1,2,4", "workers", {"1", "2", "4"});
    row("workers=1-4", "workers", {"1", "2", "3", "4"});
    row("workers=1-3,8,2", "workers", {"1", "2", "3", "8"});
    row("workers=4-4,auto", "workers", {"4", "auto"});
    row("precision=all", "precision", {"fp32", "bf16", "int8"});
    row("format=all", "format", {"keras", "spark", "scala", "cifar"});
    row("subtractMean=all", "subtractMean", {"false", "true"});
    row("engine=all", "engine", {"all"});
    row("engine=opencv,null", "engine", {"opencv", "null"});
    row("m=resnet8,models/my-model.onnx", "modelPath", {"resnet8", "models/my-model.onnx"});
    row("i=10,max", "imagesPerSec", {"10", "max"});
}

void TestSweepOptions::values()
{
    QFETCH(QByteArray, text);
    const Result<SweptSetting> result = sweptSetting(text.toStdString());
    QVERIFY2(result, result.error().english().c_str());
    QTEST(QByteArray(result->setting->key), "key");
    QTEST(result->values, "values");
}

void TestSweepOptions::mistakes_data()
{
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* text, const char* words) { QTest::newRow(text) << QByteArray(words); };
    row("workers", "takes KEY=VALUE,VALUE");
    row("=1", "takes KEY=VALUE,VALUE");
    row("workers=", "takes KEY=VALUE,VALUE");
    row("wrokers=1", "did you mean workers?");
    row("workers=1,x", "--workers takes a whole number from 0 to 1024 or auto, got \"x\"");
    row("workers=1,,2", "--workers takes a whole number");
    row("workers=4-1", "a range goes upwards");
    row("queue=1-65536", "by 1024 values at most");
    row("workers=1-2000", "by 1024 values at most");
    row("workers=all", "only a setting with a list of values takes all");
    row("precision=fp32,int4", "--precision takes one of fp32, bf16, int8, got \"int4\"");
    row("report=a,b", "cannot vary report");
    row("max-p99=1,2", "cannot vary max-p99");
    row("seed=1,2", "cannot vary seed");
    row("role=send,receive", "cannot vary role");
    row("linger=1,2", "cannot vary linger");
}

void TestSweepOptions::mistakes()
{
    QFETCH(QByteArray, words);
    const Result<SweptSetting> result = sweptSetting(QTest::currentDataTag());
    QVERIFY(!result);
    QVERIFY2(result.error().english().find(words.toStdString()) != std::string::npos,
        result.error().english().c_str());
}

void TestSweepOptions::everyCombination()
{
    const auto found = sweepCombinations(asked(), swept({"workers=1,2", "batch-size=1,8,16"}), {}, anything);
    QVERIFY(found);
    QCOMPARE(labels(found->possible),
        (Values{"workers=1,batch-size=1", "workers=1,batch-size=8", "workers=1,batch-size=16",
            "workers=2,batch-size=1", "workers=2,batch-size=8", "workers=2,batch-size=16"}));
    const Settings& last = *found->possible.back().settings;
    QCOMPARE(last.workers, 2U);
    QCOMPARE(last.batchSize, 16U);
    QCOMPARE(last.label, found->possible.back().label);
    QVERIFY(found->impossible.empty());
}

void TestSweepOptions::everyEngine()
{
    AskedSettings of = asked();
    of.values.model = "resnet8";
    const auto found
        = sweepCombinations(of, swept({"engine=all,null"}), {{"opencv", "openvino"}, {}}, anything);
    QVERIFY(found);
    QCOMPARE(labels(found->possible), (Values{"engine=opencv", "engine=openvino", "engine=null"}));
}

// By the rules of the settings, or by what is told besides.
void TestSweepOptions::impossibleOnes()
{
    const auto found = sweepCombinations(
        asked(), swept({"workers=1,2,3", "batch-size=8,512"}), {}, [](const Settings& settings) {
            return settings.workers == 3 ? verbatim("there are two CPUs") : Message();
        });
    QVERIFY(found);
    QCOMPARE(labels(found->possible), (Values{"workers=1,batch-size=8", "workers=2,batch-size=8"}));
    QCOMPARE(found->count(), std::size_t(6));
    QCOMPARE(found->impossible.size(), std::size_t(4));
    QCOMPARE(found->impossible[0].label, std::string("workers=1,batch-size=512"));
    QVERIFY(found->impossible[0].reason.english().starts_with("--batch-size cannot be larger than --queue"));
    QCOMPARE(found->impossible[2].reason.english(), std::string("there are two CPUs"));
}

void TestSweepOptions::onesThatChangeNothing()
{
    const auto ignored = sweepCombinations(asked(), swept({"camera-rate=5,15"}), {}, anything);
    QVERIFY(ignored);
    QVERIFY(ignored->possible.empty());
    QCOMPARE(ignored->impossible[1].reason.english(),
        std::string("--camera-rate is passed over: it applies only with --pacing cameras"));
    const auto twice = sweepCombinations(asked(), swept({"imagesPerSec=100,max,0"}), {}, anything);
    QVERIFY(twice);
    QCOMPARE(labels(twice->possible), (Values{"imagesPerSec=100", "imagesPerSec=max"}));
    QCOMPARE(twice->impossible[0].label, std::string("imagesPerSec=0"));
    QCOMPARE(twice->impossible[0].reason.english(), std::string("is imagesPerSec=max"));
}

// Each combination is as its search would have it; the load of a probe cannot vary.
void TestSweepOptions::ofSearches()
{
    StudyOptions study = swept({"camera-rate=10,15"});
    study.search.find = "cameras";
    const auto found = sweepCombinations(asked(), study, {}, anything);
    QVERIFY(found);
    QCOMPARE(found->possible.size(), std::size_t(2));
    const Settings& last = *found->possible.back().settings;
    QVERIFY(last.pacing == Pacing::Cameras);
    QCOMPARE(last.imagesPerSecond, 15.0);
    QCOMPARE(*last.maxP99Ms, 100.0);
    QCOMPARE(study.repeats(), 1U);

    study = swept({"imagesPerSec=10,15"});
    study.search.find = "cameras";
    const auto loads = sweepCombinations(asked(), study, {}, anything);
    QVERIFY(loads && loads->possible.empty());
    QVERIFY(loads->impossible[0].reason.english().starts_with("--imagesPerSec does not apply with --find"));

    study.repeat = 3;
    QCOMPARE(checkSweep(study, asked())->message.english(),
        std::string("--repeat does not apply with --find, which repeats probes itself"));
}

void TestSweepOptions::tooMany()
{
    const auto found = sweepCombinations(asked(), swept({"workers=1-100", "batch-size=1-41"}), {}, anything);
    QVERIFY(!found);
    QCOMPARE(found.error().english(),
        std::string("--sweep takes up to 4096 combinations; these values have more"));
}

void TestSweepOptions::labelOfTheUser()
{
    AskedSettings of = asked();
    of.values.label = "monday";
    const auto found = sweepCombinations(of, swept({"workers=2"}), {}, anything);
    QVERIFY(found);
    QCOMPARE(found->possible[0].settings->label, std::string("monday,workers=2"));
    QCOMPARE(found->possible[0].label, std::string("workers=2"));
}

void TestSweepOptions::howLong()
{
    Settings settings;
    QVERIFY(!expectedSeconds(settings)); // -t is unset
    settings.totalImages = 200;
    QCOMPARE(expectedSeconds(settings), std::optional(20.0)); // at 10 images/s
    settings.durationS = 5;
    QCOMPARE(expectedSeconds(settings), std::optional(5.0));
    settings.imagesPerSecond = 0;
    QCOMPARE(expectedSeconds(settings), std::optional(5.0));
    settings.durationS = 0;
    QVERIFY(!expectedSeconds(settings));
}

QTEST_GUILESS_MAIN(TestSweepOptions)
#include "tst_sweep_options.moc"
