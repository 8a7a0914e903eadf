// The report of a run in the files that options ask for: --json, --html.
#pragma once

#include "base/message.h"
#include "batch/asked_file.h"
#include "batch/output_options.h"
#include "data_sheet/sheet_probe.h"
#include "reports/report.h"

#include <span>
#include <vector>

namespace iotbench {

class AskedReports {
public:
    // Before anything is loaded or measured; error: one of them cannot be written. Until write() they say
    // that the run is not over.
    static Result<AskedReports> open(const OutputOptions& options);

    // What could not be written. Call once. `probes`: see dataSheet().
    std::vector<Message> write(const Report& report, std::span<const SheetProbe> probes = {});

private:
    AskedReports(AskedFile json, AskedFile html)
        : m_json(std::move(json))
        , m_html(std::move(html))
    {
    }

    AskedFile m_json;
    AskedFile m_html;
};

} // namespace iotbench
