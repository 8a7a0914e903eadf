#include "reports/schema_writer.h"

#include "settings/settings_json.h"

namespace iotbench::fields {

void SchemaWriter::settings(const char* name, const Settings&)
{
    insert(name, settingsSchema());
}

} // namespace iotbench::fields
