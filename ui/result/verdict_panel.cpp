#include "ui/result/verdict_panel.h"

#include "ui/base/changes.h"
#include "ui/base/figures.h"
#include "ui/base/frame.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/result/verdict_text.h"

#include <QHBoxLayout>
#include <QPainter>

namespace iotbench::ui {
namespace {

QString claimsLine(const ShownRun& run)
{
    QStringList parts;
    for (const ClaimVerdict& claim : run.verdict.claims) {
        if (claim.judgement == Judgement::NotJudged)
            continue;
        // What is not well is told below, with what to do about it.
        const QString words
            = claim.judgement == Judgement::Valid ? claimWords(run.result, claim.claim) : QString();
        parts << claimName(claim.claim) + u' ' + signOf(claim.judgement)
                + (words.isEmpty() ? QString() : QChar(QChar::Nbsp) + words);
    }
    return joined(parts);
}

QString remarkLines(const ShownRun& run)
{
    QStringList lines;
    for (const Remark& remark : remarks(run.verdict)) {
        QString line = remark.judgement == Judgement::NotJudged
            ? QString()
            : signOf(remark.judgement) + QStringLiteral(" ");
        line += remark.what;
        if (!remark.advice.isEmpty())
            line += QStringLiteral(" → ") + remark.advice;
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace

VerdictPanel::VerdictPanel(QWidget* parent)
    : QWidget(parent)
    , m_sign(new TextLabel(TextRole::Figure))
    , m_headline(selectable(TextRole::Heading))
    , m_claims(selectable(TextRole::Remark))
    , m_remarks(selectable(TextRole::Body))
{
    const int unit = spaceUnit(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(unit, unit, unit, unit);
    row->setSpacing(unit);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(unit / 3);
    column->addWidget(m_headline);
    column->addWidget(m_claims);
    column->addWidget(m_remarks);
    column->addStretch();
    row->addLayout(column, 1);
    QFont large = fontFor(TextRole::Heading);
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_headline->setFont(large);
    onChange(this, {QEvent::PaletteChange}, [this] { setSign(); });
}

void VerdictPanel::show(const ShownRun& run)
{
    show(run.verdict.overall, headline(run.result, run.verdict), claimsLine(run), remarkLines(run));
}

void VerdictPanel::show(
    Judgement judgement, const QString& headline, const QString& facts, const QString& remarks)
{
    m_judgement = judgement;
    m_sign->setText(signOf(m_judgement));
    m_headline->setText(headline);
    m_claims->setText(facts);
    m_remarks->setText(remarks);
    m_claims->setVisible(!m_claims->text().isEmpty());
    m_remarks->setVisible(!m_remarks->text().isEmpty());
    setAccessibleName(m_headline->text());
    setAccessibleDescription(text());
    setSign();
    update();
}

QString VerdictPanel::headlineText() const
{
    return m_headline->text();
}

QString VerdictPanel::text() const
{
    return QStringList{m_headline->text(), m_claims->text(), m_remarks->text()}.join(u'\n');
}

// The remarks' grey would be too faint on the coloured ground.
void VerdictPanel::setSign()
{
    QPalette own;
    own.setColor(QPalette::WindowText, dataColour(colourOf(m_judgement), palette()));
    m_sign->setPalette(own);
    m_claims->setForegroundRole(QPalette::Text);
}

void VerdictPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor colour = dataColour(colourOf(m_judgement), palette());
    paintFrame(
        painter, this, QPen(colour, thinLine(this)), mixed(colour, palette().color(QPalette::Base), 0.1));
}

} // namespace iotbench::ui
