// What the page says of a search, from its state alone.
#pragma once

#include "ui/base/figure_text.h"
#include "ui/capacity/capacity_state.h"

#include <QString>

namespace iotbench::ui {

FigureText answerFigure(const CapacityState& state); // so far, or at the end
FigureText probeFigure(const CapacityState& state); // the one under way; at the end what is to spare
FigureText timeFigure(const CapacityState& state); // that is left; at the end that it took

Judgement answerJudgement(const CapacityState& state); // Weak where nothing was confirmed
QString answerSentence(const CapacityState& state); // "" while it goes on
QString criteriaWords(const CapacityState& state); // what a load must do to hold
QString loadText(const SearchGoal& goal, double load); // "62", "487"
QString loadWords(const SearchGoal& goal, double load); // "62 cameras", "487 images/s"
QString seriesSummary(const CapacityState& state); // for those who cannot see the plot

} // namespace iotbench::ui
