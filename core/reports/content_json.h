// What the classified images were, by their content, and how their predictions compare with the model's card:
// the keys `content` and `accuracy.card` of report.json.
#pragma once

#include "statistics/content_facts.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace iotbench {

QJsonObject contentJson(const ContentFacts& content);
ContentFacts contentFrom(const QJsonObject& object);

QJsonValue cardJson(const std::optional<CardAgreement>& card);
std::optional<CardAgreement> cardFrom(const QJsonValue& value);

} // namespace iotbench
