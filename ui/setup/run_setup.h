// What has been set up so far, right or wrong: the values, the texts that could not be taken, and what is
// wrong with them. The fields of the page write here and are filled from here.
#pragma once

#include "settings/settings_table.h"
#include "settings/settings_validation.h"

#include <QObject>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace iotbench::ui {

class RunSetup : public QObject {
    Q_OBJECT
public:
    explicit RunSetup(QObject* parent = nullptr);

    const Settings& values() const { return m_values; }
    void replace(const Settings& values); // presets, saved settings: whatever was wrong is forgotten
    void change(const std::function<void(Settings&)>& change); // several at once

    // `typed` as a field has it: numbers in the language's spelling, everything else as the command line
    // takes it;
    // "" unsets what can be unset. What cannot be taken is marked, and the value stays as it was.
    void type(const Setting& setting, const QString& typed);

    // What no rule of core's can know: a model file that cannot be read, an engine that is not there. An
    // empty message takes it back.
    void mark(const std::string& key, const Message& reason);

    // What went wrong at the last try and may go well at the next: shown, but Start stays on. Any change of
    // the settings takes it back.
    void remark(const std::string& key, const Message& reason);

    // As the command line would say it, and what comes of that.
    AskedSettings asked() const;
    const ValidatedSettings& validated() const { return m_validated; } // `effective` only where all is well
    bool typedWrong(std::string_view key) const { return m_typedWrong.find(key) != m_typedWrong.end(); }
    const SettingIssue* errorAt(std::string_view key) const;
    const SettingIssue* warningAt(std::string_view key) const;

signals:
    void changed();

private:
    void validate();

    Settings m_values;
    std::map<std::string, SettingIssue, std::less<>> m_typedWrong;
    std::map<std::string, SettingIssue, std::less<>> m_marked;
    std::optional<SettingIssue> m_remark;
    ValidatedSettings m_validated;
};

} // namespace iotbench::ui
