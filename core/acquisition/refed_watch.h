// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_print.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// A side that is safe.
struct KeptSide {
    PageId page;
    int sheet = 1; ///< Counted from 1 as fed.
    bool back = false;
    QString sha256; ///< Of its master.
    PagePrint print;
};

/// Where a stack goes on.
struct FeedPlace {
    int nextSheet = 1;
    /// Duplex: a front whose back never came. Its sheet, `nextSheet`, is fed again; see RefedWatch.
    std::optional<KeptSide> half;
    std::vector<KeptSide> recent; ///< The last sides before, oldest first. Empty when the stack begins.
};

/// Looks, when a stack goes on after a fault, whether a sheet is fed that is there already: the clerk has put back
/// one too many. Only until the first sheet that is new: later ones are new too, and forms of one template that
/// follow each other are no repetition.
///
/// Half a sheet: the front that is safe stays where it is. When its sheet is fed again its front comes once more:
/// an identical picture is not kept a second time, a similar one takes the place of the first (which is kept, but
/// left out), and one that looks different means that other paper was put in: then all is kept.
class RefedWatch {
public:
    enum class Kind {
        New,
        SameFront, ///< The front of half a sheet, bit for bit: it is there already.
        FrontAnew, ///< The front of half a sheet in a new picture.
        Refed,     ///< A sheet that is there already, as far as a picture can tell: to be asked about.
    };
    struct Finding {
        Kind kind = Kind::New;
        std::optional<KeptSide> like; ///< The side that it repeats.
    };

    explicit RefedWatch(FeedPlace place);

    /// Of the side that has come now: its `page` and `sheet` do not matter.
    Finding look(const KeptSide &side);

private:
    const KeptSide *findFront(const KeptSide &side) const;
    const KeptSide *findBack(int sheet) const;

    FeedPlace m_place;
    bool m_active;
    bool m_mayFollow = true;         ///< Sheets that were fed before lie below the one that came last.
    std::optional<int> m_refedSheet; ///< Whose back comes next.
};

} // namespace sohoa
