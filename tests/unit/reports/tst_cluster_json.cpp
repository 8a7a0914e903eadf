// The key `cluster` of report.json: its form, and that it comes back.
#include "reports/cluster_json.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace iotbench;

class TestClusterJson : public QObject {
    Q_OBJECT

private slots:
    void isNullWhereThereWasNone()
    {
        QVERIFY(clusterJson(std::nullopt).isNull());
        QVERIFY(!clusterFrom(QJsonValue::Null));
        QVERIFY(!clusterFrom(QJsonValue::Undefined));
    }

    void saysWhoClassified()
    {
        ClusterFacts cluster;
        cluster.master = "spark://10.0.0.1:7077";
        cluster.sparkVersion = "4.0.1";
        cluster.javaVersion = "17.0.13";
        cluster.pythonVersion = "3.11.2";
        cluster.tasksAtOnce = 8;
        cluster.taskCpus = 2;
        cluster.executors = {{"10.0.0.2", 3, 6'100}, {"10.0.0.3", 1, 3'900}};
        cluster.tasks = 20;
        cluster.tasksRepeated = 1;
        cluster.lostUnknown = true;
        const QJsonValue json = clusterJson(cluster);
        QCOMPARE(QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact),
            QByteArray(R"({"executors":[{"classifiers":3,"host":"10.0.0.2","images":6100},)"
                       R"({"classifiers":1,"host":"10.0.0.3","images":3900}],"java_version":"17.0.13",)"
                       R"("lost_unknown":true,"master":"spark://10.0.0.1:7077","python_version":"3.11.2",)"
                       R"("slots":8,"spark_version":"4.0.1","task_cpus":2,"tasks":20,"tasks_repeated":1})"));
        QVERIFY(clusterFrom(json) == cluster);
    }
};

QTEST_APPLESS_MAIN(TestClusterJson)
#include "tst_cluster_json.moc"
