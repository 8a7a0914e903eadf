// What every data sheet has in common, whatever it shows.
#pragma once

#include "data_sheet/html_writer.h"
#include "statistics/verdict.h"

#include <string>
#include <string_view>

namespace iotbench {

// Up to the start of <main>: open are html, body and main. `version`: of the program; "": not known.
void beginSheet(HtmlWriter& html, const std::string& title, const std::string& version);

const char* classOf(Judgement judgement); // of the style: its colour

// A section of that heading, which stays open; `remark` beside it, smaller; "": none.
void beginSection(HtmlWriter& html, std::string_view heading, std::string_view remark);

// Broken between words alone: a dash is no place to do it.
void writeCommandLine(HtmlWriter& html, const std::string& command);

} // namespace iotbench
