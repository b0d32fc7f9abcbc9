// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/scenario.h"

#include "scanner/virtual/debug_log.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <sstream>
#include <string_view>
#include <utility>

namespace sohoa::virtual_scanner {
namespace {

enum class Argument { None, Number, Seconds, Name };

struct FaultWord {
    std::string_view word;
    Fault fault;
    Argument argument;
};

constexpr std::array<FaultWord, 20> FaultWords = {{
    {"jam", Fault::Jam, Argument::None},
    {"cover-open", Fault::CoverOpen, Argument::None},
    {"no-docs", Fault::NoDocs, Argument::None},
    {"io-error", Fault::IoError, Argument::None},
    {"busy", Fault::Busy, Argument::None},
    {"no-memory", Fault::NoMemory, Argument::None},
    {"access-denied", Fault::AccessDenied, Argument::None},
    {"invalid", Fault::Invalid, Argument::None},
    {"unsupported", Fault::Unsupported, Argument::None},
    {"gone", Fault::Gone, Argument::None},
    {"rename", Fault::Rename, Argument::Name},
    {"crash", Fault::Crash, Argument::None},
    {"hang", Fault::Hang, Argument::None},
    {"double-feed", Fault::DoubleFeed, Argument::None},
    {"short", Fault::Short, Argument::None},
    {"long", Fault::Long, Argument::Number},
    {"slow", Fault::Slow, Argument::Seconds},
    {"dpi", Fault::Dpi, Argument::Number},
    {"unknown-length", Fault::UnknownLength, Argument::None},
    {"three-pass", Fault::ThreePass, Argument::None},
}};

constexpr int LastPage = std::numeric_limits<int>::max();
constexpr int MaxNumber = 100'000;
constexpr double MaxSeconds = 3600;
constexpr double DefaultShort = 0.5;

std::optional<int> numberOf(std::string_view text, int min, int max)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= min && value <= max ? std::optional<int>(value) : std::nullopt;
}

std::optional<double> realOf(std::string_view text, double min, double max)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole && value >= min && value <= max ? std::optional<double>(value) : std::nullopt;
}

/// "3", "3-7" or "*".
bool parsePages(std::string_view text, Rule &rule)
{
    if (text == "*") {
        rule.last = LastPage;
        return true;
    }
    const std::size_t dash = text.find('-');
    const auto first = numberOf(text.substr(0, dash), 1, LastPage);
    const auto last = dash == std::string_view::npos ? first : numberOf(text.substr(dash + 1), 1, LastPage);
    if (!first || !last || *last < *first)
        return false;
    rule.first = *first;
    rule.last = *last;
    return true;
}

bool parseArgument(Argument kind, const std::string &text, Rule &rule)
{
    if (kind == Argument::Name) {
        rule.name = text;
        return text.front() != '/';
    }
    if (kind == Argument::Seconds) {
        const auto seconds = realOf(text, 0, MaxSeconds);
        rule.number = static_cast<int>(std::lround(seconds.value_or(0) * 1000));
        return seconds.has_value();
    }
    const auto number = numberOf(text, 1, MaxNumber);
    rule.number = number.value_or(0);
    return number.has_value();
}

bool parseModifier(const std::string &key, const std::string &value, Rule &rule)
{
    if (key == "at" && !rule.atOpen) {
        const auto part = realOf(value, 0, 1);
        rule.at = part.value_or(0);
        return part.has_value();
    }
    if (key == "times" && isCounted(rule.fault)) {
        const auto times = value == "*" ? std::optional<int>(Rule::Always) : numberOf(value, 1, MaxNumber);
        rule.times = times.value_or(1);
        return times.has_value();
    }
    if (key == "for" && (rule.fault == Fault::Gone || rule.fault == Fault::Rename)) {
        const auto number = numberOf(value, 0, MaxNumber);
        rule.number = number.value_or(0);
        return number.has_value();
    }
    return false;
}

/// What comes after `page` or `open`.
bool parseRule(std::istringstream &words, bool atOpen, Scenario &scenario)
{
    Rule rule;
    rule.atOpen = atOpen;
    std::string word;
    if (!atOpen && (!(words >> word) || !parsePages(word, rule)))
        return false;
    words >> word;
    const auto *known = std::ranges::find(FaultWords, word, &FaultWord::word);
    if (!words || known == FaultWords.end())
        return false;
    rule.fault = known->fault;
    if (atOpen && (!isCounted(rule.fault) || rule.fault == Fault::DoubleFeed || rule.fault == Fault::Rename))
        return false;
    if (rule.fault == Fault::Gone)
        rule.number = 1;
    if (rule.fault == Fault::Short)
        rule.at = DefaultShort;
    if (known->argument != Argument::None && (!(words >> word) || !parseArgument(known->argument, word, rule)))
        return false;
    std::string key;
    while (words >> key) {
        if (!(words >> word) || !parseModifier(key, word, rule))
            return false;
    }
    scenario.rules.push_back(std::move(rule));
    return true;
}

bool parseLine(const std::string &line, Scenario &scenario)
{
    std::istringstream words(line);
    std::string key;
    if (!(words >> key) || key.front() == '#')
        return true;
    if (key == "page" || key == "open")
        return parseRule(words, key == "open", scenario);
    std::string text;
    std::getline(words >> std::ws, text);
    text.erase(text.find_last_not_of(" \t\r") + 1);
    const std::array<std::pair<std::string_view, std::string *>, 4> texts = {{{"vendor", &scenario.vendor},
                                                                              {"model", &scenario.model},
                                                                              {"type", &scenario.type},
                                                                              {"serial", &scenario.serial}}};
    for (const auto &[name, member] : texts) {
        if (key == name && !text.empty()) {
            *member = text;
            return true;
        }
    }
    return false;
}

} // namespace

SANE_Status statusOf(Fault fault)
{
    switch (fault) {
    case Fault::Jam:
    case Fault::DoubleFeed:
        return SANE_STATUS_JAMMED;
    case Fault::CoverOpen:
        return SANE_STATUS_COVER_OPEN;
    case Fault::NoDocs:
        return SANE_STATUS_NO_DOCS;
    case Fault::Busy:
        return SANE_STATUS_DEVICE_BUSY;
    case Fault::NoMemory:
        return SANE_STATUS_NO_MEM;
    case Fault::AccessDenied:
        return SANE_STATUS_ACCESS_DENIED;
    case Fault::Invalid:
        return SANE_STATUS_INVAL;
    case Fault::Unsupported:
        return SANE_STATUS_UNSUPPORTED;
    case Fault::IoError:
    case Fault::Gone:
    case Fault::Rename:
        return SANE_STATUS_IO_ERROR;
    default:
        return SANE_STATUS_GOOD;
    }
}

std::optional<Scenario> Scenario::parse(const std::string &text)
{
    Scenario scenario;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (!parseLine(line, scenario)) {
            debugLog("scenario: line " + std::to_string(number) + " is not understood");
            return std::nullopt;
        }
    }
    return scenario;
}

std::filesystem::path scenarioBeside(const std::filesystem::path &stack)
{
    std::error_code error;
    if (std::filesystem::is_directory(stack, error))
        return stack / "scenario";
    std::filesystem::path file = stack;
    file += ".scenario";
    return file;
}

} // namespace sohoa::virtual_scanner
