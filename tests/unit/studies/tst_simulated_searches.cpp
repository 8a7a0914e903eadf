// Whole searches on simulated boxes against the truth. A few boxes: bench_studies has a thousand of each
// kind.
#include "simulated_study.h"
#include "test_paths.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace iotbench;
using namespace iotbench::test;

class TestSimulatedSearches : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void quietBoxes();
    void boxesWithInterference();
    void cameras();
    void lengthOfProbes();

private:
    static constexpr std::size_t kBoxes = 24;
    // Of each box, with another noise and another longest probe: how far its answer is from the truth.
    std::vector<double> errors(Noise noise, double mostProbeS);

    ServiceTimes m_service;
    std::vector<double> m_truths;
    double m_probes = 0; // of the searches of the last errors(), at the median
};

void TestSimulatedSearches::initTestCase()
{
    m_service = ServiceTimes::read(dataPath("studies/service_opencv_fp32.csv").toStdString());
    for (std::size_t i = 0; i < kBoxes; ++i)
        m_truths.push_back(trueLoad(drawBox(BoxKind::OpenCv, m_service, Noise::Quiet, i), i + 1, 400));
}

std::vector<double> TestSimulatedSearches::errors(Noise noise, double mostProbeS)
{
    std::vector<double> result, probes;
    for (std::size_t i = 0; i < kBoxes; ++i) {
        StudiedBox box = drawBox(BoxKind::OpenCv, m_service, noise, i);
        box.mostProbeS = mostProbeS;
        const PlayedStudy study = playSearch(box, i + 1);
        result.push_back(study.answer.holdsAt / m_truths[i] - 1);
        probes.push_back(study.answer.probes);
    }
    std::ranges::sort(probes);
    m_probes = probes[kBoxes / 2];
    return result;
}

void TestSimulatedSearches::quietBoxes()
{
    const std::vector<double> all = errors(Noise::Quiet, 60);
    QVERIFY(std::ranges::count_if(all, [](double error) { return std::abs(error) <= 0.05; }) >= 20);
    QVERIFY(std::ranges::count_if(all, [](double error) { return error > 0.05; }) <= 1);
    QVERIFY2(m_probes <= 9, qPrintable(QString::number(m_probes)));
}

void TestSimulatedSearches::boxesWithInterference()
{
    const std::vector<double> all = errors(Noise::Bursts, 60);
    QVERIFY(std::ranges::count_if(all, [](double error) { return std::abs(error) <= 0.1; }) >= 20);
    QVERIFY(std::ranges::count_if(all, [](double error) { return error > 0.05; }) <= 1);
}

// Whole cameras of 15 images/s.
void TestSimulatedSearches::cameras()
{
    for (std::size_t i = 0; i < 6; ++i) {
        StudiedBox box = drawBox(BoxKind::OpenCv, m_service, Noise::Quiet, i);
        box.cameraRatePerS = 15;
        const double truth = trueLoad(box, i + 1, 200);
        const PlayedStudy study = playSearch(box, i + 1);
        QCOMPARE(study.answer.holdsAt, std::floor(study.answer.holdsAt));
        QVERIFY2(std::abs(study.answer.holdsAt - truth) <= std::max(2.0, 0.06 * truth),
            qPrintable(QString("%1 of %2").arg(study.answer.holdsAt).arg(truth)));
    }
}

// Shorter probes take less time, and leave the answer less sure.
void TestSimulatedSearches::lengthOfProbes()
{
    const std::vector<double> all = errors(Noise::Quiet, 10);
    QVERIFY(std::ranges::count_if(all, [](double error) { return std::abs(error) <= 0.1; }) >= 20);
}

QTEST_GUILESS_MAIN(TestSimulatedSearches)
#include "tst_simulated_searches.moc"
