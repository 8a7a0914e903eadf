// The buttons of the bar, of panels' heads and of segment bars: a text, and the keys that do the same,
// smaller beside it.
#pragma once

#include <QKeySequence>
#include <QPushButton>

namespace iotbench::ui {

class BarButton : public QPushButton {
    Q_OBJECT
public:
    enum class Look {
        Plain,
        Primary, // filled: what one does next
        Stop, // outlined in the colour of what is wrong
        Segment, // one of a SegmentBar, which draws the frame
    };

    explicit BarButton(Look look = Look::Plain, QWidget* parent = nullptr);

    void setLook(Look look);
    void setKeys(const QKeySequence& keys); // shown, not acted upon
    const QKeySequence& keys() const { return m_keys; }
    void setKeysShown(bool shown); // where there is no room for them
    void setSign(QChar sign); // before the text: ▶ ■
    // Room is kept for the widest of these, so that the bar does not move when the text changes.
    void reserve(const QStringList& texts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont mainFont() const;
    int widthOf(const QString& text) const;
    QColor paintGround(QPainter& painter) const;
    QString keysText() const;

    Look m_look;
    QKeySequence m_keys;
    bool m_keysShown = true;
    QChar m_sign;
    QStringList m_reserved;
};

} // namespace iotbench::ui
