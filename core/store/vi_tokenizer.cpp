// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vi_tokenizer.h"

#include <sqlite3.h>

#include <array>
#include <memory>
#include <new>
#include <string>
#include <string_view>

namespace sohoa {

namespace {

constexpr std::string_view dWithStroke = "\xC4\x91"; ///< đ in UTF-8; unicode61 has already lowered Đ.

using TokenCallback = int (*)(void *, int, const char *, int, int, int);

/// unicode61 and one of its instances.
struct ViTokenizer {
    fts5_tokenizer unicode61{};
    Fts5Tokenizer *instance = nullptr;

    ViTokenizer() = default;
    ViTokenizer(const ViTokenizer &) = delete;
    ViTokenizer &operator=(const ViTokenizer &) = delete;
    ~ViTokenizer()
    {
        if (instance)
            unicode61.xDelete(instance);
    }
};

struct Relay {
    void *context;
    TokenCallback callback;
};

int relayToken(void *context, int flags, const char *token, int size, int start, int end)
{
    const auto &relay = *static_cast<const Relay *>(context);
    const std::string_view text(token, static_cast<size_t>(size));
    size_t at = text.find(dWithStroke);
    if (at == std::string_view::npos)
        return relay.callback(relay.context, flags, token, size, start, end);
    try {
        std::string folded(text);
        for (; at != std::string::npos; at = folded.find(dWithStroke, at))
            folded.replace(at, dWithStroke.size(), 1, 'd');
        return relay.callback(relay.context, flags, folded.data(), static_cast<int>(folded.size()), start, end);
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

int create(void *context, const char ** /*arguments*/, int /*count*/, Fts5Tokenizer **made)
{
    auto *api = static_cast<fts5_api *>(context);
    std::unique_ptr<ViTokenizer> tokenizer(new (std::nothrow) ViTokenizer);
    if (!tokenizer)
        return SQLITE_NOMEM;
    void *unicode61Context = nullptr;
    if (const int code = api->xFindTokenizer(api, "unicode61", &unicode61Context, &tokenizer->unicode61);
        code != SQLITE_OK)
        return code;
    std::array<const char *, 2> arguments{"remove_diacritics", "2"};
    if (const int code = tokenizer->unicode61.xCreate(unicode61Context, arguments.data(),
                                                      static_cast<int>(arguments.size()), &tokenizer->instance);
        code != SQLITE_OK)
        return code;
    *made = reinterpret_cast<Fts5Tokenizer *>(tokenizer.release());
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer *tokenizer)
{
    delete reinterpret_cast<ViTokenizer *>(tokenizer);
}

int tokenize(Fts5Tokenizer *self, void *context, int flags, const char *text, int size, TokenCallback callback)
{
    const auto *tokenizer = reinterpret_cast<const ViTokenizer *>(self);
    Relay relay{context, callback};
    return tokenizer->unicode61.xTokenize(tokenizer->instance, &relay, flags, text, size, relayToken);
}

} // namespace

int registerViTokenizer(sqlite3 *connection)
{
    sqlite3_stmt *statement = nullptr;
    fts5_api *api = nullptr;
    int code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_bind_pointer(statement, 1, static_cast<void *>(&api), "fts5_api_ptr", nullptr);
    if (code == SQLITE_OK)
        sqlite3_step(statement);
    const int finalized = sqlite3_finalize(statement);
    if (code == SQLITE_OK)
        code = finalized;
    if (code != SQLITE_OK)
        return code;
    if (!api)
        return SQLITE_ERROR;
    fts5_tokenizer vi{create, destroy, tokenize};
    return api->xCreateTokenizer(api, "vi", api, &vi, nullptr);
}

} // namespace sohoa
