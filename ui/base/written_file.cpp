#include "ui/base/written_file.h"

#include <QSaveFile>

namespace iotbench::ui {

QString writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return file.errorString();
}

} // namespace iotbench::ui
