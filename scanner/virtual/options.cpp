// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/options.h"

#include "scanner/virtual/config.h"

#include <sane/saneopts.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace sohoa::virtual_scanner {
namespace {

constexpr SANE_Fixed fixed(double value)
{
    return static_cast<SANE_Fixed>(value * (1 << SANE_FIXED_SCALE_SHIFT));
}
constexpr double unfixed(SANE_Fixed value)
{
    return static_cast<double>(value) / (1 << SANE_FIXED_SCALE_SHIFT);
}

// The order of the words is the order of the enums Mode and Source.
const SANE_String_Const ModeWords[] = {SANE_VALUE_SCAN_MODE_COLOR, SANE_VALUE_SCAN_MODE_GRAY,
                                       SANE_VALUE_SCAN_MODE_LINEART, nullptr};
const SANE_String_Const SourceWords[] = {"Flatbed", "ADF", "ADF Duplex", nullptr};
const SANE_Word Resolutions[] = {8, 75, 100, 150, 200, 240, 300, 400, 600};
constexpr SANE_Range WidthRange = {0, fixed(MaxWidthMm), 0};
constexpr SANE_Range HeightRange = {0, fixed(MaxHeightMm), 0};
constexpr SANE_Range SignedPercent = {-100, 100, 1};
constexpr SANE_Range Percent = {0, 100, 1};
constexpr SANE_Range PaceRange = {0, MaxPagesPerMinute, 1};
constexpr SANE_Range PageRange = {1, 1'000'000, 1};

SANE_Int longestWord(const SANE_String_Const *words)
{
    std::size_t longest = 0;
    for (; *words; ++words)
        longest = std::max(longest, std::strlen(*words));
    return static_cast<SANE_Int>(longest + 1);
}

bool isWord(const SANE_Option_Descriptor &option)
{
    return option.type != SANE_TYPE_STRING;
}

} // namespace

OptionSet::OptionSet(int pagesPerMinute, std::string stackPath)
    : m_stackPath(std::move(stackPath))
    , m_xRange(WidthRange)
    , m_yRange(HeightRange)
{
    const Settings defaults;
    m_values[NumOptions] = Count;
    m_values[ModeOption] = static_cast<SANE_Word>(defaults.mode);
    m_values[Resolution] = defaults.dpi;
    m_values[SourceOption] = static_cast<SANE_Word>(defaults.source);
    m_values[BrX] = m_xRange.max;
    m_values[BrY] = m_yRange.max;
    m_values[Threshold] = defaults.threshold;
    m_values[PagesPerMinute] = pagesPerMinute;
    m_values[NextPage] = 1;
    describe();
}

SANE_Option_Descriptor &OptionSet::add(Index index, const char *name, const char *title, const char *text)
{
    SANE_Option_Descriptor &option = m_descriptors[index];
    option.name = name;
    option.title = title;
    option.desc = text;
    option.size = sizeof(SANE_Word);
    option.cap = SANE_CAP_SOFT_SELECT | SANE_CAP_SOFT_DETECT;
    return option;
}

void OptionSet::addGroup(Index index, const char *title)
{
    SANE_Option_Descriptor &option = add(index, "", title, "");
    option.type = SANE_TYPE_GROUP;
    option.size = 0;
    option.cap = 0;
}

void OptionSet::addLength(Index index, const char *name, const char *title, const char *text,
                          const SANE_Range &range)
{
    SANE_Option_Descriptor &option = add(index, name, title, text);
    option.type = SANE_TYPE_FIXED;
    option.unit = SANE_UNIT_MM;
    option.constraint_type = SANE_CONSTRAINT_RANGE;
    option.constraint.range = &range;
}

void OptionSet::addNumber(Index index, const char *name, const char *title, const char *text, SANE_Unit unit,
                          const SANE_Range &range)
{
    SANE_Option_Descriptor &option = add(index, name, title, text);
    option.type = SANE_TYPE_INT;
    option.unit = unit;
    option.constraint_type = SANE_CONSTRAINT_RANGE;
    option.constraint.range = &range;
}

void OptionSet::addWords(Index index, const char *name, const char *title, const char *text,
                         const SANE_String_Const *words)
{
    SANE_Option_Descriptor &option = add(index, name, title, text);
    option.type = SANE_TYPE_STRING;
    option.size = longestWord(words);
    option.constraint_type = SANE_CONSTRAINT_STRING_LIST;
    option.constraint.string_list = words;
}

void OptionSet::describe()
{
    SANE_Option_Descriptor &count =
        add(NumOptions, SANE_NAME_NUM_OPTIONS, SANE_TITLE_NUM_OPTIONS, SANE_DESC_NUM_OPTIONS);
    count.type = SANE_TYPE_INT;
    count.cap = SANE_CAP_SOFT_DETECT;

    addGroup(GroupMode, "Scan mode");
    addWords(ModeOption, SANE_NAME_SCAN_MODE, SANE_TITLE_SCAN_MODE, SANE_DESC_SCAN_MODE, ModeWords);
    SANE_Option_Descriptor &resolution =
        add(Resolution, SANE_NAME_SCAN_RESOLUTION, SANE_TITLE_SCAN_RESOLUTION, SANE_DESC_SCAN_RESOLUTION);
    resolution.type = SANE_TYPE_INT;
    resolution.unit = SANE_UNIT_DPI;
    resolution.constraint_type = SANE_CONSTRAINT_WORD_LIST;
    resolution.constraint.word_list = Resolutions;
    addWords(SourceOption, SANE_NAME_SCAN_SOURCE, SANE_TITLE_SCAN_SOURCE, SANE_DESC_SCAN_SOURCE, SourceWords);

    addGroup(GroupGeometry, "Geometry");
    addLength(TlX, SANE_NAME_SCAN_TL_X, SANE_TITLE_SCAN_TL_X, SANE_DESC_SCAN_TL_X, m_xRange);
    addLength(TlY, SANE_NAME_SCAN_TL_Y, SANE_TITLE_SCAN_TL_Y, SANE_DESC_SCAN_TL_Y, m_yRange);
    addLength(BrX, SANE_NAME_SCAN_BR_X, SANE_TITLE_SCAN_BR_X, "Right edge; the maximum is the edge of the paper.",
              m_xRange);
    addLength(BrY, SANE_NAME_SCAN_BR_Y, SANE_TITLE_SCAN_BR_Y, "Bottom edge; the maximum is the edge of the paper.",
              m_yRange);
    addLength(PageWidth, SANE_NAME_PAGE_WIDTH, "Page width", "Width of the paper; 0 is as the image is.",
              WidthRange);
    addLength(PageHeight, SANE_NAME_PAGE_HEIGHT, "Page height", "Height of the paper; 0 is as the image is.",
              HeightRange);

    addGroup(GroupEnhancement, "Enhancement");
    addNumber(Brightness, SANE_NAME_BRIGHTNESS, SANE_TITLE_BRIGHTNESS, SANE_DESC_BRIGHTNESS, SANE_UNIT_PERCENT,
              SignedPercent);
    addNumber(Contrast, SANE_NAME_CONTRAST, SANE_TITLE_CONTRAST, SANE_DESC_CONTRAST, SANE_UNIT_PERCENT,
              SignedPercent);
    addNumber(Threshold, SANE_NAME_THRESHOLD, SANE_TITLE_THRESHOLD, SANE_DESC_THRESHOLD, SANE_UNIT_PERCENT,
              Percent);
    m_descriptors[Threshold].cap |= SANE_CAP_INACTIVE;

    addGroup(GroupFeeder, "Virtual feeder");
    SANE_Option_Descriptor &stack = add(StackPath, "stack", "Stack of paper",
                                        "Folder of images, list file or image that lies in the feeder. Setting it "
                                        "loads the feeder anew.");
    stack.type = SANE_TYPE_STRING;
    stack.size = StackPathBytes;
    addNumber(PagesPerMinute, "pages-per-minute", "Sheets per minute",
              "Pace of the feeder; 0 is as fast as possible.", SANE_UNIT_NONE, PaceRange);
    SANE_Option_Descriptor &detection = add(DoubleFeedDetection, "double-feed-detection", "Double feed detection",
                                            "Stop when two sheets come at once instead of taking them for one.");
    detection.type = SANE_TYPE_BOOL;
    SANE_Option_Descriptor &scenario =
        add(ScenarioPath, "scenario", "Scenario",
            "File that says what goes wrong. Setting it loads the feeder anew, or as it was left.");
    scenario.type = SANE_TYPE_STRING;
    scenario.size = StackPathBytes;
    addNumber(NextPage, "next-page", "Next page",
              "Number of the page that comes next. Setting it lays the stack so that it begins with that page.",
              SANE_UNIT_NONE, PageRange);
    SANE_Option_Descriptor &serial =
        add(SerialNumber, "serial-number", "Serial number", "As it stands on the device.");
    serial.type = SANE_TYPE_STRING;
    serial.size = SerialNumberBytes;
    serial.cap = SANE_CAP_SOFT_DETECT | SANE_CAP_INACTIVE;
}

const SANE_Option_Descriptor *OptionSet::descriptor(SANE_Int index) const
{
    return index >= 0 && index < Count ? &m_descriptors[static_cast<std::size_t>(index)] : nullptr;
}

bool OptionSet::isUsable(SANE_Int index) const
{
    const SANE_Option_Descriptor *option = descriptor(index);
    return option && option->type != SANE_TYPE_GROUP && SANE_OPTION_IS_ACTIVE(option->cap);
}

SANE_Status OptionSet::get(SANE_Int index, void *value) const
{
    if (!isUsable(index) || !value)
        return SANE_STATUS_INVAL;
    const auto at = static_cast<std::size_t>(index);
    const SANE_Option_Descriptor &option = m_descriptors[at];
    if (isWord(option)) {
        std::memcpy(value, &m_values[at], sizeof(SANE_Word));
    } else {
        const char *text = option.constraint_type == SANE_CONSTRAINT_STRING_LIST
                               ? option.constraint.string_list[m_values[at]]
                               : freeText(index).c_str();
        std::memcpy(value, text, std::strlen(text) + 1);
    }
    return SANE_STATUS_GOOD;
}

const std::string &OptionSet::freeText(SANE_Int index) const
{
    return index == StackPath ? m_stackPath : index == ScenarioPath ? m_scenarioPath : m_serialNumber;
}

void OptionSet::setSerialNumber(std::string serial)
{
    serial.resize(std::min<std::size_t>(serial.size(), SerialNumberBytes - 1));
    m_serialNumber = std::move(serial);
    SANE_Int &cap = m_descriptors[SerialNumber].cap;
    cap = m_serialNumber.empty() ? cap | SANE_CAP_INACTIVE : cap & ~SANE_CAP_INACTIVE;
}

SANE_Word OptionSet::nearest(SANE_Int index, SANE_Word wanted) const
{
    const SANE_Option_Descriptor &option = m_descriptors[static_cast<std::size_t>(index)];
    if (option.type == SANE_TYPE_BOOL)
        return wanted == SANE_FALSE ? SANE_FALSE : SANE_TRUE;
    if (option.constraint_type == SANE_CONSTRAINT_RANGE)
        return std::clamp(wanted, option.constraint.range->min, option.constraint.range->max);
    const SANE_Word *words = option.constraint.word_list;
    return *std::min_element(words + 1, words + 1 + words[0], [wanted](SANE_Word left, SANE_Word right) {
        const auto distance = [wanted](SANE_Word word) { return std::abs(static_cast<long>(word) - wanted); };
        return distance(left) < distance(right);
    });
}

SANE_Status OptionSet::set(SANE_Int index, void *value, SANE_Int &info)
{
    if (!isUsable(index) || !value)
        return SANE_STATUS_INVAL;
    const auto at = static_cast<std::size_t>(index);
    if (!SANE_OPTION_IS_SETTABLE(m_descriptors[at].cap))
        return SANE_STATUS_INVAL;
    if (!isWord(m_descriptors[at]))
        return setString(index, value, info);

    SANE_Word wanted = 0;
    std::memcpy(&wanted, value, sizeof wanted);
    const SANE_Word given = nearest(index, wanted);
    if (given != wanted) {
        info |= SANE_INFO_INEXACT;
        std::memcpy(value, &given, sizeof given);
    }
    m_values[at] = given;
    if (index == PageWidth || index == PageHeight) {
        fitWindowToPaper();
        info |= SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS;
    } else if (index == Resolution || (index >= TlX && index <= BrY)) {
        info |= SANE_INFO_RELOAD_PARAMS;
    }
    return SANE_STATUS_GOOD;
}

SANE_Status OptionSet::setString(SANE_Int index, void *value, SANE_Int &info)
{
    const char *text = static_cast<const char *>(value);
    if (index == StackPath || index == ScenarioPath) {
        const std::size_t length = strnlen(text, StackPathBytes);
        if (length == StackPathBytes)
            return SANE_STATUS_INVAL;
        (index == StackPath ? m_stackPath : m_scenarioPath).assign(text, length);
        info |= SANE_INFO_RELOAD_PARAMS;
        return SANE_STATUS_GOOD;
    }
    const auto at = static_cast<std::size_t>(index);
    const SANE_String_Const *words = m_descriptors[at].constraint.string_list;
    SANE_Word place = 0;
    while (words[place] && std::strcmp(words[place], text) != 0)
        ++place;
    if (!words[place])
        return SANE_STATUS_INVAL;
    m_values[at] = place;
    info |= SANE_INFO_RELOAD_PARAMS;
    if (index == ModeOption) {
        SANE_Int &cap = m_descriptors[Threshold].cap;
        cap = place == static_cast<SANE_Word>(Mode::Lineart) ? cap & ~SANE_CAP_INACTIVE : cap | SANE_CAP_INACTIVE;
        info |= SANE_INFO_RELOAD_OPTIONS;
    }
    return SANE_STATUS_GOOD;
}

void OptionSet::fitWindowToPaper()
{
    const auto fit = [this](Index paper, SANE_Word bed, SANE_Range &range, Index from, Index to) {
        range.max = m_values[paper] > 0 ? m_values[paper] : bed;
        m_values[from] = std::min(m_values[from], range.max);
        m_values[to] = range.max;
    };
    fit(PageWidth, WidthRange.max, m_xRange, TlX, BrX);
    fit(PageHeight, HeightRange.max, m_yRange, TlY, BrY);
}

Settings OptionSet::settings() const
{
    Settings settings;
    settings.mode = static_cast<Mode>(m_values[ModeOption]);
    settings.dpi = m_values[Resolution];
    settings.source = static_cast<Source>(m_values[SourceOption]);
    settings.left = unfixed(m_values[TlX]);
    settings.top = unfixed(m_values[TlY]);
    settings.right = unfixed(m_values[BrX]);
    settings.bottom = unfixed(m_values[BrY]);
    settings.rightIsPaperEdge = m_values[BrX] == m_xRange.max;
    settings.bottomIsPaperEdge = m_values[BrY] == m_yRange.max;
    // A program that asks for the largest paper means "whatever comes": the width guides of a feeder stand open
    // and the sheet's own edges count, as with a scanner that detects the size of the paper.
    const auto paper = [this](Index index, SANE_Word largest) {
        return m_values[index] == largest ? 0.0 : unfixed(m_values[index]);
    };
    settings.paperWidth = paper(PageWidth, WidthRange.max);
    settings.paperHeight = paper(PageHeight, HeightRange.max);
    settings.brightness = m_values[Brightness];
    settings.contrast = m_values[Contrast];
    settings.threshold = m_values[Threshold];
    settings.pagesPerMinute = m_values[PagesPerMinute];
    settings.doubleFeedDetection = m_values[DoubleFeedDetection] != SANE_FALSE;
    return settings;
}

} // namespace sohoa::virtual_scanner
