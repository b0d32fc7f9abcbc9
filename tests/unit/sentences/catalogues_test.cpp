// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogues themselves: nothing left to translate, and no placeholder lost on the way.
#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>

#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString source;
    QStringList translations;
    bool unfinished = false;
};

std::vector<Message> readCatalogue(const QString &name)
{
    QFile file(qEnvironmentVariable("SOHOA_TRANSLATIONS") + u'/' + name);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message") {
            messages.emplace_back();
        } else if (xml.name() == u"source") {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.back().unfinished = xml.attributes().hasAttribute(u"type"_s);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.back().translations.append(text);
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

QSet<QString> placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%(\\d|n)|\\{\\w+\\}"_s);
    QSet<QString> found;
    for (auto all = placeholder.globalMatch(text); all.hasNext();)
        found.insert(all.next().captured());
    return found;
}

} // namespace

TEST_CASE("The Vietnamese catalogues are complete", "[translations]")
{
    for (const QString &name : {u"sohoa_vi.ts"_s, u"qtbase_vi.ts"_s}) {
        const auto messages = readCatalogue(name);
        CHECK(messages.size() > 100);
        for (const Message &message : messages) {
            INFO(name.toStdString() << ": " << message.source.toStdString());
            CHECK_FALSE(message.unfinished);
            CHECK_FALSE(message.translations.join(QString()).isEmpty());
        }
    }
}

TEST_CASE("No translation loses or invents a placeholder", "[translations]")
{
    for (const QString &name : {u"sohoa_vi.ts"_s, u"qtbase_vi.ts"_s, u"sohoa_en.ts"_s})
        for (const Message &message : readCatalogue(name)) {
            INFO(name.toStdString() << ": " << message.source.toStdString());
            for (const QString &translation : message.translations)
                CHECK(placeholders(translation) == placeholders(message.source));
        }
}
