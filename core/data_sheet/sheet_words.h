// What a data sheet says of a run in words: its title, its one sentence, its main figures, and what ran.
#pragma once

#include "reports/report.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench {

// A main figure, with what it rests on.
struct SheetFigure {
    std::string name, value, unit, remark;
};

// A property with its value, and what is said of it in smaller type.
struct SheetFact {
    std::string name, value, remark;
};

std::string sheetTitle(const RunResult& result); // the label, else the model and the box
// "gateway · 2.5 of 4 cores · resnet20 with opencv fp32 · 31 January 2019, 02:44 UTC"
std::string sheetSubtitle(const RunResult& result);
// "This machine kept up with 1,000 images a second for 10 s: 99 % of the results came within 3.00 ms, 92.1 %
// were correct, and no image was lost." Claims no more than was measured, and no latency that is not judged:
// that tells how deep a queue was, or how long the run.
std::string sheetSentence(const Report& report);
std::vector<SheetFigure> sheetFigures(const Report& report); // those that are known
std::vector<SheetFact> sheetFacts(const RunResult& result);
// "1.29 ms waiting, …": where the time of an image goes; "" where nothing was classified.
std::string stagesText(const StageTimes& stages);
// What a page like this has, and this run does not tell: "Not known: …"; "" where all is.
std::string unknownText(const RunResult& result);

std::string lastedText(double seconds); // "42 s", "10 min", "3 h 20 min"

std::string signText(Judgement judgement); // ✓, ▲, ✗, –
std::string judgementWord(Judgement judgement); // "Valid", "Weak", "Not valid", "Not judged"
std::string claimsHeldText(const Verdict& verdict); // "all 4 claims hold"

} // namespace iotbench
