// Report folders and CSV files with the columns that a test gives.
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <string>
#include <vector>

namespace iotbench::test {

using Columns = std::map<QByteArray, QByteArray>;

// Of a good run on an ordinary machine, each with a run_id of its own; what is given replaces it or is added.
inline Columns run(const Columns& given)
{
    static int runs = 0;
    Columns all{{"run_id", "run-" + QByteArray::number(++runs)}, {"start_time", "2026-05-01T10:00:00.000Z"},
        {"label", ""}, {"machine_host_name", "gateway"}, {"verdict_overall", "VALID"},
        {"verdict_complete", "VALID"}, {"verdict_accuracy", "VALID"}, {"verdict_throughput", "VALID"},
        {"verdict_latency", "VALID"}, {"engine_name", "opencv"}, {"engine_precision", "fp32"},
        {"engine_workers", "2"}, {"model_name", "resnet8"}, {"model_sha256", QByteArray(64, 'a')},
        {"images_per_s", "600"}, {"images_per_s_low", ""}, {"images_per_s_high", ""}, {"latency_p50_ms", ""},
        {"latency_p99_ms", ""}, {"cpu_us_per_image", ""}};
    for (const auto& [name, value] : given)
        all[name] = value;
    return all;
}

class KeptReports {
public:
    std::string path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

    void file(const QString& name, const QByteArray& text) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    void csv(const QString& name, const std::vector<Columns>& runs) const
    {
        QByteArray header, rows;
        for (const auto& column : runs.front())
            header += (header.isEmpty() ? "" : ",") + column.first;
        for (const Columns& each : runs) {
            QByteArray row;
            for (const auto& column : each)
                row += "," + column.second;
            rows += row.mid(1) + "\n";
        }
        file(name, header + "\n" + rows);
    }
    void report(const QString& name, const Columns& given) const { csv(name + "/summary.csv", {run(given)}); }

private:
    QTemporaryDir m_folder;
};

} // namespace iotbench::test
