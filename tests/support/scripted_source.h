// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"

#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace sohoa::test {

/// A page source that plays what it is told: for faults that no device here can be made to show.
class ScriptedSource final : public PageSource {
public:
    struct Sheet {
        PageGeometry geometry;
        QByteArray rows;
        int rowCount = 0; ///< What the source claims.
        bool complete = true;
        std::optional<SheetSide> side = {}; ///< Told when it is set.
    };

    std::vector<Sheet> sheets;
    std::optional<Error> endsWith;
    std::function<void()> beforeNext; ///< Called when the next sheet is asked for.
    int asked = 0;
    bool cancelled = false;

    static Sheet gray(int width, int height, char shade)
    {
        return {
            {PixelFormat::Gray8, width, height, 300, false}, QByteArray(qsizetype{width} * height, shade), height};
    }

    void start(const ScanWish &) override
    {
        later([this] { feed(); });
    }
    void next() override
    {
        if (beforeNext)
            beforeNext();
        ++asked;
        later([this] { feed(); });
    }
    void cancel() override
    {
        cancelled = true;
        later([this] { Q_EMIT ended(Error{ErrorCode::Cancelled}); });
    }

private:
    void later(std::function<void()> action) { QTimer::singleShot(0, this, std::move(action)); }
    void feed()
    {
        if (cancelled)
            return;
        if (m_at == sheets.size()) {
            Q_EMIT ended(endsWith);
            return;
        }
        const Sheet &sheet = sheets[m_at++];
        if (sheet.side)
            Q_EMIT sideFed(*sheet.side);
        Q_EMIT pageStarted(sheet.geometry);
        Q_EMIT rows(sheet.rows);
        Q_EMIT pageEnded(sheet.rowCount, sheet.complete);
    }

    size_t m_at = 0;
};

} // namespace sohoa::test
