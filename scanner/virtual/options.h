// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sane/sane.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace sohoa::virtual_scanner {

enum class Mode { Color, Gray, Lineart };
enum class Source { Flatbed, Adf, AdfDuplex };

/// The largest page, in millimetres: an A3 feeder, so that A4 scanned sideways fits too.
constexpr double MaxWidthMm = 305;
constexpr double MaxHeightMm = 457;

/// The longest path the option `stack` takes, with its terminating zero.
constexpr int StackPathBytes = 4096;
constexpr int SerialNumberBytes = 64;

/// The settings in the units the rest of the backend computes in.
struct Settings {
    Mode mode = Mode::Color;
    int dpi = 300;
    Source source = Source::Adf;
    /// Scan window in mm from the upper left corner of the paper. A right or bottom edge at its maximum means the
    /// edge of the paper, so that by default every page arrives at its own size.
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    bool rightIsPaperEdge = true;
    bool bottomIsPaperEdge = true;
    /// Paper size in mm; 0 (which also stands for the largest) = as the image is. Larger than the image: filled up
    /// with white.
    double paperWidth = 0;
    double paperHeight = 0;
    int brightness = 0; ///< -100…100
    int contrast = 0;   ///< -100…100
    int threshold = 50; ///< per cent; darker than this becomes black
    int pagesPerMinute = 0;
    bool doubleFeedDetection = false;
};

/// The options as SANE shows them: descriptors, values, and the rules between them. Not thread safe.
class OptionSet {
public:
    enum Index : SANE_Int {
        NumOptions,
        GroupMode,
        ModeOption,
        Resolution,
        SourceOption,
        GroupGeometry,
        TlX,
        TlY,
        BrX,
        BrY,
        PageWidth,
        PageHeight,
        GroupEnhancement,
        Brightness,
        Contrast,
        Threshold,
        GroupFeeder,
        StackPath,
        PagesPerMinute,
        DoubleFeedDetection,
        ScenarioPath,
        NextPage,
        SerialNumber,
        Count
    };

    explicit OptionSet(int pagesPerMinute = 0, std::string stackPath = {});
    // The descriptors point into the object itself.
    OptionSet(const OptionSet &) = delete;
    OptionSet &operator=(const OptionSet &) = delete;

    /// nullptr outside 0…Count-1.
    const SANE_Option_Descriptor *descriptor(SANE_Int index) const;
    /// Copies the value to `value`, which has the descriptor's size. INVAL: no such option, a group, or inactive.
    SANE_Status get(SANE_Int index, void *value) const;
    /// Takes the nearest allowed value, writes it back to `value` and sets the SANE_INFO_* bits of `info`.
    /// INVAL: no such option, not settable, inactive, or a word that is not in the list.
    SANE_Status set(SANE_Int index, void *value, SANE_Int &info);

    Settings settings() const;
    /// What the driver itself knows of the device; not for the program to set.
    void setNextPage(int page) { m_values[NextPage] = page; }
    /// Empty: the device does not say, and the option is inactive.
    void setSerialNumber(std::string serial);

private:
    bool isUsable(SANE_Int index) const;
    void describe();
    SANE_Option_Descriptor &add(Index index, const char *name, const char *title, const char *text);
    void addGroup(Index index, const char *title);
    void addLength(Index index, const char *name, const char *title, const char *text, const SANE_Range &range);
    void addNumber(Index index, const char *name, const char *title, const char *text, SANE_Unit unit,
                   const SANE_Range &range);
    void addWords(Index index, const char *name, const char *title, const char *text,
                  const SANE_String_Const *words);
    const std::string &freeText(SANE_Int index) const;
    SANE_Status setString(SANE_Int index, void *value, SANE_Int &info);
    SANE_Word nearest(SANE_Int index, SANE_Word wanted) const;
    void fitWindowToPaper();

    std::array<SANE_Option_Descriptor, Count> m_descriptors{};
    /// Numbers as SANE words; words from a list as their place in it.
    std::array<SANE_Word, Count> m_values{};
    std::string m_stackPath;
    std::string m_scenarioPath;
    std::string m_serialNumber;
    SANE_Range m_xRange{};
    SANE_Range m_yRange{};
};

} // namespace sohoa::virtual_scanner
