// Reads the fields of a JSON object that people or other programs wrote, and says exactly which one is wrong.
#pragma once

#include "base/refusal.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace iotbench {

// Thrown by JsonFields and its users, caught where a file's reading began.
class BadField : public Refusal {
public:
    // "variants[0].sha256 must be …"
    BadField(std::string field, Message fault)
        : Refusal(TR("%1 %2"), {std::move(field), std::move(fault)})
    {
    }
};

// Every reading function throws BadField where the field is absent or of another type.
class JsonFields {
public:
    // `path`: where the object lies in its file, for messages; "" for the outermost.
    JsonFields(QJsonObject object, std::string path);

    bool has(const char* name) const; // there, and not null
    std::string path(const std::string& name) const; // "variants[0].sha256"
    QJsonValue value(const char* name); // of any type
    std::string text(const char* name);
    double number(const char* name); // finite by JSON's own grammar
    bool boolean(const char* name);
    std::uint64_t count(const char* name, std::uint64_t most); // a whole number, 0 to `most`
    JsonFields object(const char* name);
    std::vector<JsonFields> objects(const char* name);
    std::vector<std::string> texts(const char* name);
    std::vector<double> numbers(const char* name);

    // Fields that are there, are not null, and that nobody asked for.
    std::vector<std::string> unread() const;

    // Throws where the object has a field that nobody asked for: a misspelt one is not passed over in
    // silence.
    void finish() const;

private:
    QJsonObject m_object;
    std::string m_path;
    std::set<std::string> m_asked;
};

} // namespace iotbench
