#include "reports/cluster_json.h"

#include "reports/json_reading.h"
#include "reports/json_values.h"

namespace iotbench {

using json::count;
using json::text;
using json::value;

QJsonValue clusterJson(const std::optional<ClusterFacts>& cluster)
{
    if (!cluster)
        return QJsonValue::Null;
    QJsonArray executors;
    for (const ClusterFacts::Executor& executor : cluster->executors)
        executors.append(QJsonObject{{"host", value(executor.host)},
            {"classifiers", value(executor.classifiers)}, {"images", value(executor.images)}});
    return QJsonObject{{"master", value(cluster->master)}, {"spark_version", value(cluster->sparkVersion)},
        {"java_version", value(cluster->javaVersion)}, {"python_version", value(cluster->pythonVersion)},
        {"slots", value(cluster->tasksAtOnce)}, {"task_cpus", value(cluster->taskCpus)},
        {"executors", executors}, {"tasks", value(cluster->tasks)},
        {"tasks_repeated", value(cluster->tasksRepeated)}, {"lost_unknown", cluster->lostUnknown}};
}

std::optional<ClusterFacts> clusterFrom(const QJsonValue& from)
{
    if (!from.isObject())
        return std::nullopt;
    const QJsonObject object = from.toObject();
    ClusterFacts cluster;
    cluster.master = text(object["master"]);
    cluster.sparkVersion = text(object["spark_version"]);
    cluster.javaVersion = text(object["java_version"]);
    cluster.pythonVersion = text(object["python_version"]);
    cluster.tasksAtOnce = static_cast<unsigned>(count(object["slots"]));
    cluster.taskCpus = static_cast<unsigned>(count(object["task_cpus"]));
    for (const QJsonValue element : object["executors"].toArray()) {
        const QJsonObject executor = element.toObject();
        cluster.executors.push_back({text(executor["host"]),
            static_cast<unsigned>(count(executor["classifiers"])), count(executor["images"])});
    }
    cluster.tasks = count(object["tasks"]);
    cluster.tasksRepeated = count(object["tasks_repeated"]);
    cluster.lostUnknown = object["lost_unknown"].toBool();
    return cluster;
}

} // namespace iotbench
