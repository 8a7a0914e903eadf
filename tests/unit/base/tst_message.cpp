// Messages in English, and that every text of core, app and window marked as one has its German.
#include "base/refusal.h"
#include "base/result.h"

#include "test_paths.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <filesystem>
#include <type_traits>

using namespace iotbench;

// A literal that is not marked makes no message, nor any reason that is handed on or thrown; and no literal
// goes into one as words.
static_assert(!std::is_constructible_v<Message, const char*>);
static_assert(!std::is_constructible_v<Message, std::string>);
static_assert(!std::is_constructible_v<Message, const char*, std::vector<Message::Argument>>);
static_assert(!std::is_convertible_v<const char*, Marked>);
static_assert(!std::is_constructible_v<Error, const char*>);
static_assert(!std::is_constructible_v<Error, std::string>);
static_assert(!std::is_constructible_v<Refusal, const char*>);
static_assert(!std::is_constructible_v<Refusal, std::string>);
static_assert(!std::is_constructible_v<Message::Argument, decltype("words")>);

namespace {

// The texts that have a finished translation, by context.
QMap<QString, QSet<QString>> germanTexts()
{
    QFile file(test::sourcePath("resources/translations/iotbench_de.ts"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be opened", qPrintable(file.fileName()));
    QXmlStreamReader xml(&file);
    QMap<QString, QSet<QString>> texts;
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && !xml.attributes().hasAttribute("type"))
            texts[context].insert(source);
    }
    return texts;
}

struct Source {
    QString name;
    QString code;
};

// Of core, app and window; what the marks are is left out.
std::vector<Source> sources()
{
    std::vector<Source> found;
    const QString top = test::sourcePath("");
    for (const char* room : {"core", "app", "ui"}) {
        for (QDirIterator each(
                 test::sourcePath(room), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
             each.hasNext();) {
            QFile file(each.next());
            if (file.fileName().endsWith("base/message.h"))
                continue;
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be opened", qPrintable(file.fileName()));
            found.push_back({file.fileName().sliced(top.size()), QString::fromUtf8(file.readAll())});
        }
    }
    return found;
}

QString unescaped(QString text)
{
    static const QRegularExpression joint("\"\\s*\"");
    text = text.trimmed();
    text = text.sliced(1, text.size() - 2);
    return text.remove(joint).replace("\\\"", "\"");
}

} // namespace

class TestMessage : public QObject {
    Q_OBJECT
private slots:
    void inEnglish()
    {
        const Message message{TR("%2 of %1, 100 % sure: %3"), {std::string("ten"), 2}};
        QCOMPARE(message.english(), std::string("2 of ten, 100 % sure: %3"));
        QVERIFY(Message().empty());
        QCOMPARE(Message().english(), std::string());
    }

    void phrasesAreMessagesInTheirTurn()
    {
        const Message phrase{TR("%1 is a folder"), {std::filesystem::path("/tmp")}};
        const Message whole{TR("%1; %2"), {phrase, TR("%1 alone")}};
        QCOMPARE(whole.english(), std::string("/tmp is a folder; %1 alone"));
        QVERIFY(whole == Message(TR("%1; %2"), {phrase, TR("%1 alone")}));
        QVERIFY(!(whole == Message(TR("%1; %2"), {phrase, std::string("%1 alone")}))); // words are no phrase
    }

    void wordsThatAreNotOurs()
    {
        QCOMPARE(verbatim("%1 of them").english(), std::string("%1 of them"));
        QVERIFY(verbatim("").empty());
    }

    void everyTextIsInGerman()
    {
        static const QRegularExpression marked(
            "\\b(SETTING_)?TR\\(\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)\\)");
        static const QRegularExpression mark("\\b(?:SETTING_)?TR\\(");
        static const QRegularExpression definition("#define (SETTING_)?TR\\(text\\)");
        const QMap<QString, QSet<QString>> german = germanTexts();
        QStringList english;
        int found = 0;
        for (const Source& source : sources()) {
            int here = 0;
            for (auto each = marked.globalMatch(source.code); each.hasNext(); ++here) {
                const QRegularExpressionMatch match = each.next();
                const QString context = match.captured(1).isEmpty() ? "Message" : "Settings";
                const QString text = unescaped(match.captured(2));
                if (!german[context].contains(text))
                    english << source.name + ": " + text;
            }
            // None was passed over for being written in another way.
            QVERIFY2(
                here == source.code.count(mark) - source.code.count(definition), qPrintable(source.name));
            found += here;
        }
        QVERIFY2(english.isEmpty(), qPrintable("not in German:\n" + english.join('\n')));
        QVERIFY(found > 300);
    }

    // Marked("…") and verbatim("…") would make messages of literals that no translator sees. The terminal
    // speaks English alone.
    void noTextGoesPastTheMarks()
    {
        static const QRegularExpression past("\\b(?:Marked|verbatim)[({]\\s*\"[^\"]");
        for (const Source& source : sources())
            QVERIFY2(!past.match(source.code).hasMatch(), qPrintable(source.name));
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "tst_message.moc"
