#include "models/model_card.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace iotbench;

namespace {

const QByteArray kCard = R"({
  "schema_version": 1,
  "name": "tiny",
  "description": "A card for tests.",
  "architecture": "none",
  "input": {"shape": [3, 32, 32], "normalisation": "mean-subtracted"},
  "classes": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
  "parameters": 271690,
  "macs": 40813184,
  "origin": "here",
  "licence": "Apache-2.0",
  "recipe": "",
  "training": {
    "epochs": 80,
    "seed": 7,
    "date": "2026-11-24",
    "versions": "PyTorch 2.15.0"
  },
  "variants": [
    {
      "precision": "fp32",
      "file": "tiny.onnx",
      "sha256": "f9a7209111345183bab4b261587a548ef5eb218a5b872dfed809b835514267a9",
      "accuracy": {"images": 5, "right": 4},
      "predictions": "38806"
    },
    {
      "precision": "int8",
      "file": "tiny.int8.onnx",
      "sha256": "0000000000000000000000000000000000000000000000000000000000000001"
    }
  ]
}
)";

Result<ModelCard> parse(const QByteArray& json)
{
    return parseModelCard(std::string_view(json.data(), static_cast<std::size_t>(json.size())));
}

} // namespace

class TestModelCard : public QObject {
    Q_OBJECT

private slots:
    // A user's own model may be quantised and nothing else, and its card says where it was made.
    void aCardOfAUsersOwn()
    {
        ModelCard card = *parse(kCard);
        card.variants.erase(card.variants.begin() + 1);
        card.variants[0].precision = engines::Precision::Int8;
        card.variants[0].instructionSets = "avx2 fma";
        const Result<ModelCard> again = parseModelCard(toJson(card));
        QVERIFY2(again, again.error().english().c_str());
        QCOMPARE(again->variants[0].instructionSets, std::string("avx2 fma"));
        QCOMPARE(toJson(*again), toJson(card));
    }

    void everyFieldIsRead()
    {
        const Result<ModelCard> card = parse(kCard);
        QVERIFY2(card, card.error().english().c_str());
        QCOMPARE(card->name, std::string("tiny"));
        QVERIFY(card->normalisation == Normalisation::MeanSubtracted);
        QVERIFY((card->images.shape == ImageShape{32, 32, 3}));
        QCOMPARE(card->images.classes.size(), std::size_t{10});
        QCOMPARE(card->images.classes[9], std::string("j"));
        QCOMPARE(card->parameters, std::uint64_t{271'690});
        QCOMPARE(card->macs, std::uint64_t{40'813'184});
        QVERIFY(card->training.has_value());
        QCOMPARE(card->training->epochs, 80U);
        QCOMPARE(card->training->seed, std::uint64_t{7});
        QCOMPARE(card->training->date, std::string("2026-11-24"));
        QCOMPARE(card->training->versions, std::string("PyTorch 2.15.0"));
        QCOMPARE(card->variants.size(), std::size_t{2});
        QCOMPARE(card->variants[0].images, 5U);
        QCOMPARE(card->variants[0].correct, 4U);
        QCOMPARE(card->variants[0].predictions, std::string("38806"));
        QCOMPARE(card->variants[1].images, 0U);
    }

    void writingGivesTheSameAgain()
    {
        const Result<ModelCard> card = parse(kCard);
        QVERIFY(card);
        QCOMPARE(QByteArray::fromStdString(toJson(*card)), kCard);
    }

    void trainingMayBeUnknown()
    {
        QJsonObject card = QJsonDocument::fromJson(kCard).object();
        card.remove("training");
        const Result<ModelCard> parsed = parse(QJsonDocument(card).toJson());
        QVERIFY2(parsed, parsed.error().english().c_str());
        QVERIFY(!parsed->training);
        QVERIFY(toJson(*parsed).find("training") == std::string::npos);
    }

    void textOfAnyKindSurvives()
    {
        Result<ModelCard> card = parse(kCard);
        QVERIFY(card);
        card->description = "\"quoted\" \\ two\nlines, 3 × 3";
        const Result<ModelCard> again = parse(QByteArray::fromStdString(toJson(*card)));
        QVERIFY2(again, again.error().english().c_str());
        QCOMPARE(again->description, card->description);
    }

    void variants()
    {
        const Result<ModelCard> card = parse(kCard);
        QVERIFY(card);
        QCOMPARE(card->variant(engines::Precision::Int8).file, std::string("tiny.int8.onnx"));
        QCOMPARE(
            card->variant(engines::Precision::Bf16).file, std::string("tiny.onnx")); // runs on the fp32 file
        QCOMPARE(card->variantWithSha256("0000000000000000000000000000000000000000000000000000000000000001")
                     ->precision,
            engines::Precision::Int8);
        QVERIFY(card->variantWithSha256("1") == nullptr);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>(
            "field"); // of the card, or of its first variant where it begins with "variants."
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("reason");
        QTest::newRow("schema") << "schema_version" << QJsonValue(2) << "schema_version must be 1";
        QTest::newRow("missing") << "origin" << QJsonValue(QJsonValue::Undefined) << "origin is missing";
        QTest::newRow("misspelt") << "license" << QJsonValue("MIT") << "license is not a field known here";
        QTest::newRow("name") << "name" << QJsonValue("a/b") << "name must be a name without '/'";
        QTest::newRow("classes") << "classes" << QJsonValue(QJsonArray{"a"})
                                 << "classes must be 2 to 256 names";
        QTest::newRow("class") << "classes" << QJsonValue(QJsonArray{1}) << "classes[0] must be a text";
        QTest::newRow("macs") << "macs" << QJsonValue(1.5)
                              << "macs must be a whole number from 0 to 1000000000000000";
        QTest::newRow("input") << "input"
                               << QJsonValue(QJsonObject{
                                      {"shape", QJsonArray{3, 32, 32}}, {"normalisation", "none"}})
                               << "input.normalisation is \"none\", must be unit, mean-subtracted or raw";
        QTest::newRow("shape") << "input"
                               << QJsonValue(
                                      QJsonObject{{"shape", QJsonArray{1, 28, 0}}, {"normalisation", "unit"}})
                               << "input.shape must be channels, height and width, as [3, 32, 32]";
        QTest::newRow("training") << "training"
                                  << QJsonValue(QJsonObject{{"epochs", 80}, {"seed", 7},
                                         {"date", "in autumn"}, {"versions", ""}})
                                  << "training.date must be a day, as 2026-11-24";
        const char* const kFp32First
            = "variants must be one at least, with fp32 as the first where it is there";
        QTest::newRow("no variant") << "variants" << QJsonValue(QJsonArray{}) << kFp32First;
        const auto variant = [](const char* precision) {
            return QJsonObject{
                {"precision", precision}, {"file", "tiny.onnx"}, {"sha256", QString(64, u'0')}};
        };
        QTest::newRow("fp32 second") << "variants" << QJsonValue(QJsonArray{variant("int8"), variant("fp32")})
                                     << kFp32First;
        QTest::newRow("precision") << "variants.precision" << QJsonValue("fp16")
                                   << "variants[0].precision is \"fp16\", must be fp32, bf16 or int8";
        QTest::newRow("digest") << "variants.sha256" << QJsonValue("F9A7")
                                << "variants[0].sha256 must be 64 lower-case hexadecimal digits";
        QTest::newRow("folder") << "variants.file" << QJsonValue("../x.onnx")
                                << "variants[0].file must be the name of a file beside the card";
        QTest::newRow("predictions")
            << "variants.predictions" << QJsonValue("3880")
            << "variants[0].predictions must be one digit for each of the accuracy's images";
        QTest::newRow("letters")
            << "variants.predictions" << QJsonValue("3880x")
            << "variants[0].predictions must be one digit for each of the accuracy's images";
        QTest::newRow("accuracy") << "variants.accuracy"
                                  << QJsonValue(QJsonObject{{"images", 5}, {"right", 6}})
                                  << "variants[0].accuracy.right must be a whole number from 0 to 5";
    }
    void refuses()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, reason);
        QJsonObject card = QJsonDocument::fromJson(kCard).object();
        if (field.startsWith("variants.")) {
            QJsonArray variants = card["variants"].toArray();
            QJsonObject first = variants[0].toObject();
            first[field.mid(9)] = value;
            variants[0] = first;
            card["variants"] = variants;
        } else {
            card[field] = value;
        }
        const Result<ModelCard> parsed = parse(QJsonDocument(card).toJson());
        QVERIFY(!parsed);
        QCOMPARE(QString::fromStdString(parsed.error().english()), reason);
    }

    void refusesWhatIsNoJson()
    {
        QCOMPARE(parse("{\"name\": ").error().english(),
            std::string("is no JSON object: unterminated object at byte 9"));
        QCOMPARE(parse("[]").error().english(), std::string("is no JSON object: not an object at byte 0"));
    }
};

QTEST_APPLESS_MAIN(TestModelCard)
#include "tst_model_card.moc"
