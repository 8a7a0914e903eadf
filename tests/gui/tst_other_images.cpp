// Pages and dialogs show images of any shape in any number of classes.
#include "ui/live/pictures_panel.h"
#include "ui/pictures/picture_dialog.h"
#include "ui/pictures/picture_list.h"
#include "ui/pictures/picture_model.h"
#include "ui/result/cell_dialog.h"
#include "ui/result/confusion_view.h"
#include "ui/result/result_figures.h"
#include "unit/statistics/example_run.h"
#include "window_test.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QImage>
#include <QtTest>

using namespace iotbench;
using namespace iotbench::ui;

namespace {

const auto kFacts = std::make_shared<const ImageFacts>(
    ImageFacts{{.width = 8, .height = 6, .channels = 1}, {"cat", "Kätzchen", "fox"}});

Picture picture(std::uint64_t ordinal, std::uint8_t label, std::uint8_t predicted)
{
    Picture picture{.ordinal = ordinal, .label = label, .predicted = predicted, .facts = kFacts};
    picture.probabilities = {0.125F, 0.25F, 0.625F};
    picture.pixels.assign(kFacts->shape.values(), 200);
    return picture;
}

RunResult runOfThreeClasses()
{
    RunResult run = test::exampleRun();
    run.imageFacts = *kFacts;
    run.confusion = Confusion(3);
    run.confusion.add(1, 1, 60);
    run.confusion.add(1, 2, 20);
    run.confusion.add(2, 2, 5);
    return run;
}

} // namespace

class TestOtherImages : public QObject {
    Q_OBJECT

private slots:
    void confusionAndRecallHaveARowForEachClass()
    {
        ConfusionModel confusion;
        ClassBarsModel recalls;
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
        const QAbstractItemModelTester confusionRules(&confusion, fatal);
        const QAbstractItemModelTester recallRules(&recalls, fatal);
        confusion.show(test::exampleRun());
        recalls.show(recallsOf(test::exampleRun()));
        const RunResult run = runOfThreeClasses();
        confusion.show(run);
        recalls.show(recallsOf(run));
        QCOMPARE(confusion.rowCount(), 3);
        QCOMPARE(confusion.columnCount(), 3);
        QCOMPARE(confusion.headerData(1, Qt::Vertical).toString(), QStringLiteral("Kätzchen"));
        QVERIFY(!confusion.headerData(3, Qt::Vertical).isValid());
        QCOMPARE(confusion.index(1, 2).data(ConfusionModel::ShareRole).toDouble(), 0.25);
        QCOMPARE(confusion.index(1, 2).data(Qt::ToolTipRole).toString(),
            QStringLiteral("20 of 80 images of Kätzchen classified as fox"));
        QCOMPARE(confusion.index(0, 2).data(ConfusionModel::ShareRole).toDouble(), 0.0);
        QCOMPARE(recalls.rowCount(), 3);
        QCOMPARE(recalls.index(1, ClassBarsModel::Class).data().toString(), QStringLiteral("Kätzchen"));
        QCOMPARE(recalls.index(1, ClassBarsModel::Bar).data(ClassBarsModel::ShareRole).toDouble(), 0.75);
        QVERIFY(!recalls.index(0, ClassBarsModel::Bar).data(ClassBarsModel::ShareRole).isValid());
    }

    void tablesFillTheirHeightWhateverTheClasses()
    {
        ConfusionModel confusion;
        ClassBarsModel recalls;
        ConfusionView confusionView(confusion);
        ClassBarsView recallView(recalls);
        confusionView.show();
        recallView.show();
        for (const RunResult& run : {test::exampleRun(), runOfThreeClasses()}) {
            confusion.show(run);
            recalls.show(recallsOf(run));
            const int classes = static_cast<int>(run.imageFacts.classes.size());
            confusionView.resize(confusionView.minimumSizeHint());
            QVERIFY(confusionView.verticalHeader()->length() <= confusionView.height());
            QVERIFY(confusionView.horizontalHeader()->length() <= confusionView.width());
            QCOMPARE(confusionView.verticalHeader()->count(), classes);
            recallView.resize(recallView.minimumSizeHint());
            QVERIFY(recallView.verticalHeader()->length() <= recallView.height());
        }
        QVERIFY(confusionView.verticalHeader()->sizeHint().width()
            >= QFontMetrics(confusionView.font()).horizontalAdvance(QStringLiteral("Kätzchen")));
    }

    void picturesHaveTheirShapeAndNames()
    {
        PictureModel pictures;
        pictures.setClasses(kFacts->classes);
        pictures.setPictures({picture(1, 1, 2)});
        QCOMPARE(pictures.index(0).data(Qt::DisplayRole).toString(), QStringLiteral("fox"));
        QVERIFY(pictures.index(0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Kätzchen")));
        const QImage image = pictures.index(0).data(PictureModel::ImageRole).value<QImage>();
        QCOMPARE(image.size(), QSize(8, 6));
        QCOMPARE(image.pixel(7, 5), qRgb(200, 200, 200));
    }

    void placesMakeRoomForTheLongestName()
    {
        PictureModel pictures;
        PictureList list(pictures);
        list.resize(2'000, 600);
        const int columns = list.columns();
        pictures.setClasses({"cat", std::string(60, 'w')});
        QVERIFY(list.columns() < columns);
    }

    void aDialogHasABarForEachClass()
    {
        PictureDialog dialog(picture(4, 1, 2), true, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const auto* bars = dialog.findChild<ClassBarsView*>()->model();
        QStringList told;
        for (int row = 0; row < bars->rowCount(); ++row)
            told << bars->index(row, ClassBarsModel::Class).data().toString() + u' '
                    + bars->index(row, ClassBarsModel::Percent).data().toString();
        QCOMPARE(told.join(u", "), QStringLiteral("cat 12.5 %, ✓ Kätzchen 25.0 %, ✗ fox 62.5 %"));
        QVERIFY(!dialog.grab().isNull());
    }

    void aDialogFitsTheScreenWhateverTheClasses()
    {
        Picture of200 = picture(4, 1, 2);
        of200.facts = std::make_shared<const ImageFacts>(
            ImageFacts{kFacts->shape, std::vector<std::string>(200, "kitten")});
        of200.probabilities.assign(200, 0.005F);
        PictureDialog dialog(of200, true, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY2(dialog.minimumSizeHint().height() < 540,
            qPrintable(QString::number(dialog.minimumSizeHint().height())));
    }

    void aCellShowsItsOwnPictures()
    {
        GalleryContents contents(kFacts);
        contents.cell(1, 2) = {picture(8, 1, 2), picture(7, 1, 2)};
        contents.cell(2, 1) = {picture(6, 2, 1)};
        CellDialog dialog(1, 2, 2, contents, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(dialog.windowTitle(), QStringLiteral("Kätzchen, classified as fox"));
        QCOMPARE(dialog.model().pictures().size(), std::size_t(2));
        QCOMPARE(dialog.model().pictures().front().ordinal, std::uint64_t(8));
    }

    void thePanelTakesTheGallerysImages()
    {
        Gallery gallery(true, *kFacts);
        Sample sample;
        sample.label = 1;
        sample.predicted = 1;
        sample.classified = true;
        QVERIFY(gallery.wants(sample));
        sample.picture = gallery.take();
        gallery.keep(sample);
        PicturesPanel panel;
        panel.resize(700, 700);
        panel.begin(&gallery);
        panel.finish();
        QCOMPARE(panel.pictures().classes(), kFacts->classes);
        QCOMPARE(panel.pictures().index(0).data(Qt::DisplayRole).toString(), QStringLiteral("Kätzchen"));
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestOtherImages>(argc, argv);
}

#include "tst_other_images.moc"
