#include "compare/comparison_json.h"

#include "compare/difference_text.h"
#include "reports/json_writer.h"
#include "reports/schema_writer.h"

namespace iotbench {

template <>
inline constexpr unsigned kEnumerators<studies::Metric> = 7;
template <>
inline constexpr unsigned kEnumerators<studies::DifferenceWord> = 4;

} // namespace iotbench

namespace iotbench::studies {

std::string_view toString(Metric metric)
{
    switch (metric) {
    case Metric::HeldCameras:
        return "cameras_held";
    case Metric::HeldRate:
        return "images_per_s_held";
    case Metric::Rate:
        return "images_per_s";
    case Metric::LatencyP50:
        return "latency_p50_ms";
    case Metric::LatencyP99:
        return "latency_p99_ms";
    case Metric::Accuracy:
        return "accuracy_pct";
    case Metric::CpuPerImage:
        break;
    }
    return "cpu_us_per_image";
}

std::string_view toString(DifferenceWord word)
{
    switch (word) {
    case DifferenceWord::NoneShown:
        return "none_shown";
    case DifferenceWord::Higher:
        return "higher";
    case DifferenceWord::Lower:
        return "lower";
    case DifferenceWord::NotKnown:
    case DifferenceWord::NotComparable: // has no row in it
        break;
    }
    return "not_known";
}

// Differences and their intervals are in percent of base, those of accuracy in percentage points.
template <typename V>
void describe(V& v, studies::MetricDifference& row)
{
    const auto end = [&](double Interval::*which) {
        return row.interval ? std::optional(*row.interval.*which) : std::nullopt;
    };
    v("metric", row.metric);
    v("base", row.base, fields::kAnyNumber);
    v("new", row.next, fields::kAnyNumber);
    v("difference", row.difference, fields::kAnyNumber);
    v("difference_low", end(&Interval::low), fields::kAnyNumber);
    v("difference_high", end(&Interval::high), fields::kAnyNumber);
    v.where(row.interval.has_value(), "p_value", row.pValue, fields::Limits{.most = 1});
    v.where(row.interval.has_value(), "adjusted_p_value", row.adjustedPValue, fields::Limits{.most = 1});
    v("result", row.word);
    v("images", row.images); // accuracy: the distinct images that both sides have
    v("within_runs", row.withinRuns);
    v("base_fails_at", row.baseFailsAt); // of what is held: `base` and `new` are the loads that hold
    v("new_fails_at", row.nextFailsAt);
}

} // namespace iotbench::studies

namespace iotbench {

template <>
inline constexpr unsigned kEnumerators<CriterionOutcome> = 3;

template <typename V>
void describe(V& v, SetupDifference& difference)
{
    v("what", difference.what);
    v("base", difference.base);
    v("new", difference.next);
}

template <typename V>
void describe(V& v, NotCompared& metric)
{
    v("metric", metric.metric);
    v("reason", metric.why);
}

template <typename V>
void describe(V& v, ComparisonCriterion& criterion)
{
    v("option", criterion.option);
    v("limit", criterion.limit);
    v("metric", criterion.metric);
    v("outcome", criterion.outcome);
}

template <typename V>
void describe(V& v, ComparedPair& pair)
{
    v("name", pair.name);
    v("runs", pair.runs);
    v("verdict", pair.verdict);
    v("judgement", pair.judgement);
    v("sentence", pair.sentence);
    v("interleaved", pair.interleaved);
    v("setup_differences", pair.setup);
    v("equal_setup", pair.equalSetup);
    v("metrics", pair.metrics);
    v("not_compared", pair.notCompared);
    v("cautions", pair.cautions);
    v("notes", pair.notes);
    v("criteria", pair.criteria);
}

template <typename V>
void describe(V& v, ComparisonReport& report)
{
    v.constant("schema_version", kComparisonSchemaVersion);
    v.object("base", [&](V& of) {
        of("name", report.base);
        of("runs", report.baseRuns);
        of("verdict", report.baseVerdict);
    });
    v("comparisons", report.pairs);
    v.derived("exit_code", report.exitCode());
}

QJsonObject comparisonJson(const ComparisonReport& report)
{
    return fields::written(report).object();
}

QJsonObject comparisonSchema()
{
    QJsonObject schema = fields::SchemaWriter::of<ComparisonReport>({});
    schema.insert("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.insert("title", "Comparison of reports of iotbench");
    return schema;
}

} // namespace iotbench
