// Whether the desktop wants dark windows, by the settings portal of freedesktop.org (namespace
// org.freedesktop.appearance, key color-scheme: 1 = dark). Where there is no portal it never does.
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace iotbench::ui {

class SystemScheme : public QObject {
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr); // asks at once; the answer comes by changed()

    bool prefersDark() const { return m_prefersDark; }

signals:
    void changed();

private slots:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);

    bool m_prefersDark = false;
};

} // namespace iotbench::ui
