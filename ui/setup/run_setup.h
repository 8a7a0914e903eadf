// What has been set up so far, right or wrong: the values, the texts that could not be taken, and what is
// wrong with them. The fields of the page write here and are filled from here.
#pragma once

#include "settings/settings_table.h"
#include "settings/settings_validation.h"
#include "settings/study_options.h"

#include <QObject>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace iotbench::ui {

inline constexpr std::uint16_t kUsualPort = 10'000; // as the original's

enum class StudyKind : std::uint8_t { Run, Search, Repeat, Sweep }; // Run: none

class RunSetup : public QObject {
    Q_OBJECT
public:
    explicit RunSetup(QObject* parent = nullptr);

    const Settings& values() const { return m_values; }
    void replace(const Settings& values); // presets, saved settings: whatever was wrong is forgotten
    void change(const std::function<void(Settings&)>& change); // several at once

    // `typed` as a field has it: numbers in the language's spelling, everything else as the command line
    // takes it; "" unsets what can be unset. What cannot be taken is marked, and the value stays as it was.
    void type(const Setting& setting, const QString& typed);

    // What is made in place of a single run. Presets and other roles than loopback end it.
    StudyKind kind() const { return m_kind; }
    const StudyOptions& study() const { return m_study; } // of that kind alone
    // That is made, once or with each combination of a sweep.
    const SearchOptions& search() const { return m_study.search; }
    // What `propose` changes for it lasts as long as that kind: after it, it is as it was before.
    void setStudy(
        StudyKind kind, const StudyOptions& study,
        const std::function<void(Settings&)>& propose = [](Settings&) {});
    Settings ofOneRun() const; // the values without what has been proposed
    void changeStudy(const std::function<void(StudyOptions&)>& change); // of the same kind
    // What the user has, to tell how much is to spare; 0 = not said.
    std::uint64_t ownCameras() const { return m_ownCameras; }
    void setOwnCameras(std::uint64_t cameras) { m_ownCameras = cameras; }

    // What no rule of core's can know: a model file that cannot be read, an engine that is not there. An
    // empty message takes it back. `key`: of the settings table.
    void mark(const std::string& key, const Message& reason);

    // A text that is typed for an option of studies and cannot be taken, as type() marks one of a setting.
    // An empty message takes it back.
    void typeWrong(const std::string& key, const Message& reason);

    // What the model at the other end wants, where we only send: the mean goes off unless that is set by
    // hand.
    void sendFor(Normalisation wanted);

    // What went wrong at the last try and may go well at the next: shown, but Start stays on. Any change of
    // the settings takes it back, and so does an empty message.
    void remark(const std::string& key, const Message& reason);

    // As the command line would say it, and what comes of that.
    AskedSettings asked() const; // of a study: before it is applied
    const ValidatedSettings& validated() const { return m_validated; } // `effective` only where all is well
    bool typedWrong(std::string_view key) const { return m_typedWrong.find(key) != m_typedWrong.end(); }
    const SettingIssue* errorAt(std::string_view key) const;
    const SettingIssue* warningAt(std::string_view key) const;

signals:
    void changed();

private:
    void validate();
    bool applies(std::string_view key) const;
    std::string valueAt(std::string_view key) const;
    std::optional<SettingIssue> missingOfStudy() const;

    Settings m_values;
    Settings m_before, m_proposed; // as the kind found the values and left them
    StudyKind m_kind = StudyKind::Run;
    StudyOptions m_study;
    std::uint64_t m_ownCameras = 0;
    // Lives while its field shows and the value that it left is not changed by anything else.
    struct WrongText {
        SettingIssue issue;
        std::string left;
    };
    std::map<std::string, WrongText, std::less<>> m_typedWrong;
    std::map<std::string, SettingIssue, std::less<>> m_marked;
    std::optional<SettingIssue> m_remark;
    Normalisation m_receiverWants = Normalisation::Unit;
    ValidatedSettings m_validated;
};

} // namespace iotbench::ui
