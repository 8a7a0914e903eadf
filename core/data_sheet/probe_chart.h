// The probes of a search, by the load that each tried.
#pragma once

#include "data_sheet/html_writer.h"
#include "data_sheet/sheet_probe.h"
#include "reports/study_facts.h"

#include <span>
#include <string>

namespace iotbench {

std::string loadText(const StudyFacts& study, double load); // "62" cameras, "4,870" images/s

bool hasProbeChart(std::span<const SheetProbe> probes);
// An <svg>: p99 over load, with the limit, and where the answer lies. Numbers are those of the table.
void writeProbeChart(HtmlWriter& html, std::span<const SheetProbe> probes, const StudyFacts& study);
// A <table>, a row each, in order.
void writeProbes(HtmlWriter& html, std::span<const SheetProbe> probes, const StudyFacts& study);

} // namespace iotbench
