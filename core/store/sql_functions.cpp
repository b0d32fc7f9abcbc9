// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sql_functions.h"

#include "core/store/json_text.h"
#include "core/store/packing.h"
#include "core/store/search_text.h"

#include <sqlite3.h>

namespace sohoa {

namespace {

QByteArray bytesOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return {bytes, sqlite3_value_bytes(value)};
}

void giveBlob(sqlite3_context *context, const QByteArray &bytes)
{
    // A null pointer would be NULL.
    sqlite3_result_blob(context, bytes.isNull() ? "" : bytes.constData(), static_cast<int>(bytes.size()),
                        SQLITE_TRANSIENT);
}

void giveText(sqlite3_context *context, const QByteArray &utf8)
{
    sqlite3_result_text(context, utf8.isNull() ? "" : utf8.constData(), static_cast<int>(utf8.size()),
                        SQLITE_TRANSIENT);
}

bool isNull(sqlite3_value *value)
{
    return sqlite3_value_type(value) == SQLITE_NULL;
}

void pack(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    if (!isNull(values[0]))
        giveBlob(context, packBytes(bytesOf(values[0])));
}

void unpack(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    if (isNull(values[0]))
        return;
    if (const auto text = unpackBytes(bytesOf(values[0])))
        giveText(context, *text);
    else
        sqlite3_result_error_code(context, SQLITE_CORRUPT);
}

void packOldWords(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    if (isNull(values[0]))
        return;
    const QByteArray old = bytesOf(values[0]);
    const auto list = old.isEmpty() ? std::optional(QJsonArray()) : jsonArray(qUncompress(old));
    if (!list)
        return sqlite3_result_error_code(context, SQLITE_CORRUPT);
    std::vector<Word> words;
    for (const QJsonValue &value : *list) {
        const auto box = boxFromJson(value[QLatin1String("box")]);
        if (!box)
            return sqlite3_result_error_code(context, SQLITE_CORRUPT);
        words.push_back({value[QLatin1String("t")].toString(), *box, value[QLatin1String("c")].toDouble(),
                         value[QLatin1String("l")].toInt()});
    }
    giveBlob(context, packWords(words, QString::fromUtf8(bytesOf(values[1]))));
}

void searchColumn(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    if (!isNull(values[0]))
        giveText(context, searchColumnOf(QString::fromUtf8(bytesOf(values[0]))).toUtf8());
}

} // namespace

int registerSqlFunctions(sqlite3 *connection)
{
    struct Function {
        const char *name;
        int arguments;
        void (*call)(sqlite3_context *, int, sqlite3_value **);
    };
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (const Function &function :
         {Function{"pack", 1, pack}, Function{"unpack", 1, unpack}, Function{"pack_words", 2, packOldWords},
          Function{"search_column", 1, searchColumn}})
        if (const int code = sqlite3_create_function_v2(connection, function.name, function.arguments, flags,
                                                        nullptr, function.call, nullptr, nullptr, nullptr);
            code != SQLITE_OK)
            return code;
    return SQLITE_OK;
}

} // namespace sohoa
