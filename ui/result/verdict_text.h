// What a run showed, in words. Claims no more than was measured: what was kept up with is never called a
// capacity.
#pragma once

#include "statistics/run_result.h"
#include "statistics/verdict.h"
#include "ui/base/data_colours.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace iotbench::ui {

// Images waited unread, so that their latency is not known: it is told of the others alone.
bool leavesLatenciesOut(const RunResult& result);

// One sentence: "Valid: this machine kept up with 1,000 images a second; 91.5 % classified correctly, 99 %
// within 4.1 ms."
QString headline(const RunResult& result, const Verdict& verdict);
// A claim that holds, in few words: "all 10,000 arrived once".
QString claimWords(const RunResult& result, Claim claim);
QString claimName(Claim claim); // "complete", …
// "✓" valid, "▲" weak, "✗" invalid, "–" not judged.
QChar signOf(Judgement judgement);
QString verdictWords(Judgement judgement); // "✓ valid", …
QString verdictWords(const std::string& verdict); // the same of a study's facts: "VALID"
DataColour colourOf(Judgement judgement); // of that sign

// What stands in the way of a valid run, a line each with what to do about it; pass criteria that were missed
// too.
struct Remark {
    Judgement judgement = Judgement::Valid;
    QString what;
    QString advice; // may be empty
};
std::vector<Remark> remarks(const Verdict& verdict);

} // namespace iotbench::ui
