// What a study of several runs came to, of which the sheet shows the last run.
#pragma once

#include "data_sheet/html_writer.h"
#include "data_sheet/sheet_probe.h"
#include "data_sheet/sheet_words.h"
#include "reports/study_facts.h"

#include <optional>
#include <span>
#include <string>

namespace iotbench {

std::string studyTitle(const StudyFacts& study); // "How many cameras?", "How sure is the rate?", …
// The main figure of the study, which stands before those of the run; empty: it came to none.
std::optional<SheetFigure> studyFigure(const StudyFacts& study);
// A <section>: the facts of the answer; of a search its probes; of a sweep its combinations, the fastest
// first.
void writeStudy(HtmlWriter& html, const StudyFacts& study, std::span<const SheetProbe> probes);
// Whether it has a table that takes the whole width.
bool isWide(const StudyFacts& study, std::span<const SheetProbe> probes);

} // namespace iotbench
