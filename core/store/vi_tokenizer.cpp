// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/vi_tokenizer.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa {

namespace {

constexpr std::string_view dWithStroke = "\xC4\x91"; ///< đ in UTF-8; unicode61 has already lowered Đ.
constexpr size_t mostParts = 8;                      ///< Longer chains are tables of contents, not numbers.
constexpr size_t longestNumber = 64;

using TokenCallback = int (*)(void *, int, const char *, int, int, int);

/// unicode61 and one of its instances.
struct ViTokenizer {
    fts5_tokenizer unicode61{};
    Fts5Tokenizer *instance = nullptr;
    bool numbers = false;

    ViTokenizer() = default;
    ViTokenizer(const ViTokenizer &) = delete;
    ViTokenizer &operator=(const ViTokenizer &) = delete;
    ~ViTokenizer()
    {
        if (instance)
            unicode61.xDelete(instance);
    }
};

bool isNumber(std::string_view token)
{
    for (const char c : token)
        if (std::isdigit(static_cast<unsigned char>(c)) == 0)
            return false;
    return !token.empty();
}

bool hasDigit(std::string_view token)
{
    return token.find_first_of("0123456789") != std::string_view::npos;
}

/// "8" as "08", so that a day has one spelling.
std::string twoDigits(const std::string &token)
{
    return token.size() == 1 ? '0' + token : token;
}

/// yyyy/mm/dd when day, month and year can be those of a date; else empty.
std::string dateToken(const std::string &day, const std::string &month, const std::string &year)
{
    const bool isDate = isNumber(day) && isNumber(month) && isNumber(year) && day.size() <= 2 &&
                        month.size() <= 2 && year.size() == 4;
    return isDate ? year + '/' + twoDigits(month) + '/' + twoDigits(day) : std::string();
}

/// Passes tokens on with đ folded; for the index of all words also joins what stands together in numbers, codes
/// and dates ("12/2023", "14/08/2023", "ngày 14 tháng 8 năm 2023").
class Relay {
public:
    Relay(void *context, TokenCallback callback, std::string_view text, bool numbers, bool query)
        : m_context(context)
        , m_callback(callback)
        , m_text(text)
        , m_numbers(numbers)
        , m_query(query)
    {
    }

    static int take(void *self, int flags, const char *token, int size, int start, int end)
    {
        try {
            return static_cast<Relay *>(self)->take(flags, std::string_view(token, static_cast<size_t>(size)),
                                                    start, end);
        } catch (const std::bad_alloc &) {
            return SQLITE_NOMEM;
        }
    }

    /// To be called behind the last token.
    int finish()
    {
        int code = SQLITE_OK;
        if (m_parts.size() > 1 && partsHoldDigit()) {
            const std::string date =
                m_parts.size() == 3 ? dateToken(m_parts[0].text, m_parts[1].text, m_parts[2].text) : std::string();
            code = m_query ? passAll({date.empty() ? joined(0, m_parts.size()) : date}, 0)
                           : passAll(documentTokens(date), FTS5_TOKEN_COLOCATED);
        } else if (m_query) {
            for (const Part &part : m_parts)
                if (code == SQLITE_OK)
                    code = pass(0, part.text, part.start, part.end);
        }
        m_parts.clear();
        return code;
    }

private:
    struct Part {
        std::string text;
        int start;
        int end;
    };

    int take(int flags, std::string_view token, int start, int end)
    {
        if (!m_numbers && token.find(dWithStroke) == std::string_view::npos)
            return pass(flags, token, start, end);
        std::string folded(token);
        for (size_t at = folded.find(dWithStroke); at != std::string::npos; at = folded.find(dWithStroke, at))
            folded.replace(at, dWithStroke.size(), 1, 'd');
        return m_numbers ? takePart(flags, std::move(folded), start, end) : pass(flags, folded, start, end);
    }

    int takePart(int flags, std::string token, int start, int end)
    {
        const bool goesOn =
            !m_parts.empty() && start == m_parts.back().end + 1 &&
            std::string_view("/.-").find(m_text[static_cast<size_t>(start) - 1]) != std::string_view::npos;
        if (!goesOn)
            if (const int code = finish(); code != SQLITE_OK)
                return code;
        m_parts.push_back({std::move(token), start, end});
        if (m_query) // passed on when its end is known: a number is looked up as one, not by its parts
            return SQLITE_OK;
        const int code = pass(flags, m_parts.back().text, start, end);
        return code == SQLITE_OK ? passSpokenDate(end) : code;
    }

    bool partsHoldDigit() const
    {
        return std::any_of(m_parts.begin(), m_parts.end(), [](const Part &part) { return hasDigit(part.text); });
    }

    int passAll(const std::vector<std::string> &tokens, int flags)
    {
        for (const std::string &token : tokens)
            if (token.size() <= longestNumber && hasDigit(token))
                if (const int code = pass(flags, token, m_parts.front().start, m_parts.back().end);
                    code != SQLITE_OK)
                    return code;
        return SQLITE_OK;
    }

    std::vector<std::string> documentTokens(const std::string &date) const
    {
        if (m_parts.size() > mostParts)
            return {};
        // From its begin and to its end: people remember a number without its symbol, or a code's last digits.
        std::vector<std::string> tokens{joined(0, m_parts.size())};
        for (size_t i = 2; i < m_parts.size(); ++i)
            tokens.push_back(joined(0, i));
        for (size_t i = 1; i + 2 <= m_parts.size(); ++i)
            tokens.push_back(joined(i, m_parts.size()));
        if (!date.empty())
            tokens.push_back(date);
        return tokens;
    }

    std::string joined(size_t from, size_t to) const
    {
        std::string token;
        for (size_t i = from; i < to; ++i)
            token += (i > from ? "/" : "") + m_parts[i].text;
        return token;
    }

    /// "14 tháng 8 năm 2023", word by word.
    int passSpokenDate(int end)
    {
        for (size_t i = 0; i + 1 < m_last.size(); ++i)
            m_last[i] = std::move(m_last[i + 1]);
        m_last.back() = m_parts.back().text;
        if (m_last[1] != "thang" || m_last[3] != "nam")
            return SQLITE_OK;
        const std::string date = dateToken(m_last[0], m_last[2], m_last[4]);
        return date.empty() ? SQLITE_OK : pass(FTS5_TOKEN_COLOCATED, date, end, end);
    }

    int pass(int flags, std::string_view token, int start, int end)
    {
        return m_callback(m_context, flags, token.data(), static_cast<int>(token.size()), start, end);
    }

    void *m_context;
    TokenCallback m_callback;
    std::string_view m_text;
    bool m_numbers;
    bool m_query;
    std::vector<Part> m_parts; ///< Of the number that is being read.
    std::array<std::string, 5> m_last;
};

int create(void *context, const char **arguments, int count, Fts5Tokenizer **made)
{
    auto *api = static_cast<fts5_api *>(context);
    std::unique_ptr<ViTokenizer> tokenizer(new (std::nothrow) ViTokenizer);
    if (!tokenizer)
        return SQLITE_NOMEM;
    if (count > 1 || (count == 1 && std::string_view(arguments[0]) != "numbers"))
        return SQLITE_ERROR;
    tokenizer->numbers = count == 1;
    void *unicode61Context = nullptr;
    if (const int code = api->xFindTokenizer(api, "unicode61", &unicode61Context, &tokenizer->unicode61);
        code != SQLITE_OK)
        return code;
    std::array<const char *, 2> options{"remove_diacritics", "2"};
    if (const int code = tokenizer->unicode61.xCreate(unicode61Context, options.data(),
                                                      static_cast<int>(options.size()), &tokenizer->instance);
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
    const std::string_view view(text ? text : "", text ? static_cast<size_t>(size) : 0);
    Relay relay(context, callback, view, tokenizer->numbers, (flags & FTS5_TOKENIZE_QUERY) != 0);
    const int code = tokenizer->unicode61.xTokenize(tokenizer->instance, &relay, flags, text, size, Relay::take);
    try {
        return code == SQLITE_OK ? relay.finish() : code;
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
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
