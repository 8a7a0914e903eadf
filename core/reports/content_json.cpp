#include "reports/content_json.h"

#include "reports/json_reading.h"
#include "reports/json_values.h"

namespace iotbench {

using json::count;
using json::value;

namespace {

std::uint8_t classFrom(const QJsonValue& from)
{
    return static_cast<std::uint8_t>(count(from));
}

std::uint32_t imageFrom(const QJsonObject& object)
{
    return static_cast<std::uint32_t>(count(object["test_image"]));
}

} // namespace

QJsonObject contentJson(const ContentFacts& content)
{
    QJsonArray others;
    for (const OtherLabel& other : content.firstOtherLabels)
        others.append(QJsonObject{{"test_image", value(other.testImage)}, {"label", int(other.label)},
            {"set_label", int(other.setLabel)}});
    const DistinctCounts& distinct = content.distinct;
    return {{"distinct", value(distinct.images)}, {"distinct_is_estimate", distinct.isEstimate()},
        {"distinct_error_pct", json::percent(distinct.relativeError())},
        {"distinct_kept", value(distinct.kept)}, {"kept_correct", value(distinct.correct)},
        {"kept_by_label", json::array(distinct.byLabel)}, {"in_test_set", value(content.inTestSet)},
        {"in_own_set", value(content.inOwnSet)}, {"in_no_set", value(content.inNoSet)},
        {"other_labels", value(content.otherLabels)}, {"first_other_labels", others}};
}

ContentFacts contentFrom(const QJsonObject& object)
{
    ContentFacts content;
    content.distinct.images = count(object["distinct"]);
    content.distinct.kept = count(object["distinct_kept"]);
    content.distinct.correct = count(object["kept_correct"]);
    const QJsonArray byLabel = object["kept_by_label"].toArray();
    for (std::size_t label = 0; label < kClassCount; ++label)
        content.distinct.byLabel[label] = count(byLabel.at(static_cast<qsizetype>(label)));
    content.inTestSet = count(object["in_test_set"]);
    content.inOwnSet = count(object["in_own_set"]);
    content.inNoSet = count(object["in_no_set"]);
    content.otherLabels = count(object["other_labels"]);
    for (const QJsonValue element : object["first_other_labels"].toArray()) {
        const QJsonObject other = element.toObject();
        if (content.firstOtherLabels.size() < ContentFacts::kOtherLabelsKept)
            content.firstOtherLabels.push_back(
                {imageFrom(other), classFrom(other["label"]), classFrom(other["set_label"])});
    }
    return content;
}

QJsonValue cardJson(const std::optional<CardAgreement>& card)
{
    if (!card)
        return QJsonValue::Null;
    QJsonArray differences;
    for (const CardAgreement::Difference& difference : card->firstDifferences)
        differences.append(
            QJsonObject{{"test_image", value(difference.testImage)}, {"label", int(difference.label)},
                {"predicted", int(difference.predicted)}, {"card_predicted", int(difference.cardPredicted)}});
    return QJsonObject{{"compared", value(card->compared)}, {"agreed", value(card->agreed)},
        {"right", value(card->right)}, {"card_right", value(card->cardRight)},
        {"first_differences", differences}};
}

std::optional<CardAgreement> cardFrom(const QJsonValue& from)
{
    if (!from.isObject())
        return std::nullopt;
    const QJsonObject object = from.toObject();
    CardAgreement card{count(object["compared"]), count(object["agreed"]), count(object["right"]),
        count(object["card_right"]), {}};
    for (const QJsonValue element : object["first_differences"].toArray()) {
        const QJsonObject difference = element.toObject();
        if (card.firstDifferences.size() < CardAgreement::kDifferencesKept)
            card.firstDifferences.push_back({imageFrom(difference), classFrom(difference["label"]),
                classFrom(difference["predicted"]), classFrom(difference["card_predicted"])});
    }
    return card;
}

} // namespace iotbench
