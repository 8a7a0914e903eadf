// The senders of a run, a row each, in order of arrival; those that have gone stay.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/table_model.h"

#include <vector>

namespace iotbench::ui {

class SourceModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Peer, Format, Received, Classified, Accuracy, Rejected, P50, End };

    using TableModel::TableModel;

    void setSources(std::vector<SourceRow> sources, bool judged);

protected:
    Headings headings() const override;
    bool centresHeadings() const override { return true; }
    std::size_t rows() const override { return m_sources.size(); }

private:
    std::vector<SourceRow> m_sources;
    bool m_judged = true;
};

} // namespace iotbench::ui
