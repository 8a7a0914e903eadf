// The pictures of a kept run come back as they were, and files that do not belong together are refused by
// name.
#include "images/cifar10.h"
#include "run/gallery_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace iotbench;

namespace {

const auto kFacts = std::make_shared<const ImageFacts>(cifar10::facts());

// Every picture has other pixels, at its first place, its last and in between.
Picture picture(std::uint64_t ordinal, std::uint8_t label, std::uint8_t predicted)
{
    Picture picture;
    picture.facts = kFacts;
    picture.probabilities.resize(cifar10::kClassCount);
    picture.pixels.resize(cifar10::kImageValues);
    picture.ordinal = ordinal;
    picture.sequence = ordinal / 2;
    picture.source = static_cast<std::uint32_t>(ordinal % 2);
    picture.label = label;
    picture.predicted = predicted;
    picture.probabilities[predicted] = 0.75F;
    picture.probabilities[9] += 0.25F;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        picture.pixels[i] = static_cast<std::uint8_t>(i * 31 + ordinal * 7);
    return picture;
}

// Over two rows of the sheet.
GalleryContents someContents()
{
    GalleryContents contents(kFacts);
    for (std::uint64_t ordinal = 80; ordinal > 10; --ordinal)
        contents.cell(ordinal % 3, 4).push_back(picture(ordinal, static_cast<std::uint8_t>(ordinal % 3), 4));
    contents.mostConfidentErrors = {picture(3, 8, 9), picture(5, 0, 1)};
    return contents;
}

void compare(const std::vector<Picture>& actual, const std::vector<Picture>& expected)
{
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        QCOMPARE(actual[i].ordinal, expected[i].ordinal);
        QCOMPARE(actual[i].sequence, expected[i].sequence);
        QCOMPARE(actual[i].source, expected[i].source);
        QCOMPARE(actual[i].label, expected[i].label);
        QCOMPARE(actual[i].predicted, expected[i].predicted);
        QVERIFY(actual[i].probabilities == expected[i].probabilities);
        QVERIFY(actual[i].pixels == expected[i].pixels);
    }
}

void rewrite(const QString& path, const std::function<QByteArray(QByteArray)>& change)
{
    QFile file(path);
    const QByteArray before = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    file.close();
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(change(before));
}

} // namespace

class GalleryFilesTest : public QObject {
    Q_OBJECT
private slots:
    void comeBack()
    {
        const QTemporaryDir folder;
        const GalleryContents contents = someContents();
        QVERIFY(!writeGallery(contents, folder.path().toStdString()));
        const Result<GalleryContents> back = readGallery(folder.path().toStdString(), *kFacts);
        QVERIFY2(back, back ? "" : back.error().english().c_str());
        QCOMPARE(back->cells.size(), contents.cells.size());
        for (std::size_t cell = 0; cell < contents.cells.size(); ++cell)
            compare(back->cells[cell], contents.cells[cell]);
        compare(back->mostConfidentErrors, contents.mostConfidentErrors);
    }

    void picturesOfOtherImagesComeBack_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("channels");
        QTest::newRow("small and grey") << 8 << 8 << 1;
        QTest::newRow("wide") << 20 << 6 << 3;
        QTest::newRow("high") << 3 << 40 << 3;
    }
    void picturesOfOtherImagesComeBack()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, channels);
        const ImageFacts facts{{static_cast<std::size_t>(width), static_cast<std::size_t>(height),
                                   static_cast<std::size_t>(channels)},
            {"cat, wild", "dog", "fox"}};
        GalleryContents contents(std::make_shared<const ImageFacts>(facts));
        for (std::uint64_t ordinal = 70; ordinal > 0; --ordinal) { // over two rows of the sheet
            Picture one{.ordinal = ordinal, .label = 2, .predicted = 1, .facts = contents.facts};
            one.probabilities = {0, 0.75F, 0.25F};
            one.pixels.resize(facts.shape.values());
            for (std::size_t i = 0; i < one.pixels.size(); ++i)
                one.pixels[i] = static_cast<std::uint8_t>(i * 31 + ordinal * 7);
            contents.cell(2, 1).push_back(one);
        }
        const QTemporaryDir folder;
        QVERIFY(!writeGallery(contents, folder.path().toStdString()));
        const Result<GalleryContents> back = readGallery(folder.path().toStdString(), facts);
        QVERIFY2(back, back.error().english().c_str());
        QVERIFY(*back->facts == facts);
        compare(back->cell(2, 1), contents.cell(2, 1));
        QVERIFY(back->cell(1, 2).empty());

        ImageFacts others = facts;
        others.classes.back() = "wolf";
        QCOMPARE(readGallery(folder.path().toStdString(), others).error().english(),
            folder.path().toStdString() + "/gallery.csv has other classes than the report of the run");
        others = facts;
        ++others.shape.height;
        QCOMPARE(readGallery(folder.path().toStdString(), others).error().english(),
            folder.path().toStdString() + "/gallery.png does not belong to gallery.csv");
    }

    void noPicturesComeBackAsNone()
    {
        const QTemporaryDir folder;
        QVERIFY(!writeGallery(GalleryContents(kFacts), folder.path().toStdString()));
        const Result<GalleryContents> back = readGallery(folder.path().toStdString(), *kFacts);
        QVERIFY2(back, back ? "" : back.error().english().c_str());
        QVERIFY(back->mostConfidentErrors.empty());
        QVERIFY(back->cell(3, 3).empty());
    }

    void cannotBeWrittenToAFolderThatIsNotThere()
    {
        const QTemporaryDir folder;
        const auto error = writeGallery(someContents(), folder.filePath("none").toStdString());
        QVERIFY(error);
        const std::string words = error->message.english();
        QVERIFY2(words.starts_with("cannot write " + folder.path().toStdString() + "/none/gallery.png: "),
            words.c_str());
    }

    void refuses_data()
    {
        using Spoil = std::function<void(const QString&)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("reason"); // %1: the folder
        const auto row = [](const char* name, const Spoil& spoil, const char* reason) {
            QTest::newRow(name) << spoil << reason;
        };
        const auto table = [](const std::function<QByteArray(QByteArray)>& change) {
            return [change](const QString& folder) { rewrite(folder + "/gallery.csv", change); };
        };
        row(
            "no table", [](const QString& folder) { QFile::remove(folder + "/gallery.csv"); },
            "cannot read %1/gallery.csv");
        row(
            "no sheet", [](const QString& folder) { QFile::remove(folder + "/gallery.png"); },
            "cannot read %1/gallery.png: ");
        row("a class that there is not", table([](QByteArray text) {
            return text.replace("most_confident_error,3,1,1,8,9", "most_confident_error,3,1,1,8,10");
        }),
            "%1/gallery.csv: line 72 is none of a gallery");
        row("a share over one", table([](QByteArray text) { return text.replace("0.75", "1.75"); }),
            "%1/gallery.csv: line 2 is none of a gallery");
        row("half a line", table([](const QByteArray& text) { return text.first(text.size() - 20); }),
            "%1/gallery.csv: line 73 is none of a gallery");
        row("more lines than fit onto the sheet",
            table([](const QByteArray& text) { return text + text.sliced(text.indexOf('\n') + 1); }),
            "%1/gallery.png does not belong to gallery.csv");
        row("more lines than any gallery has",
            table([](const QByteArray& text) { return text + QByteArray("x\n").repeated(4'000); }),
            "%1/gallery.csv has more lines than a gallery has pictures");
        row(
            "a sheet cut short",
            [](const QString& folder) {
                rewrite(
                    folder + "/gallery.png", [](const QByteArray& png) { return png.first(png.size() / 2); });
            },
            "%1/gallery.png is damaged: ");
    }
    void refuses()
    {
        QFETCH(std::function<void(const QString&)>, spoil);
        QFETCH(QString, reason);
        const QTemporaryDir folder;
        QVERIFY(!writeGallery(someContents(), folder.path().toStdString()));
        spoil(folder.path());
        const Result<GalleryContents> back = readGallery(folder.path().toStdString(), *kFacts);
        QVERIFY(!back);
        QVERIFY2(QString::fromStdString(back.error().english()).startsWith(reason.arg(folder.path())),
            back.error().english().c_str());
    }
};

QTEST_APPLESS_MAIN(GalleryFilesTest)
#include "tst_gallery_files.moc"
