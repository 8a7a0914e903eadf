#include "ui/setup/setup_page.h"

#include "reports/machine.h"

namespace iotbench::ui {

SetupPage::SetupPage(RunController&, KeptRuns&, const AskedSettings& asked, QWidget* parent)
    : Page(parent)
    , m_asked(asked)
{
}

std::optional<EffectiveSettings> SetupPage::settings() const
{
    return validateSettings(m_asked, static_cast<unsigned>(std::max(1.0, coresAllowed()))).effective;
}

} // namespace iotbench::ui
