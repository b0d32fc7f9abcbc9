// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner that does what a test says, at once: for what the virtual scanner cannot be made to do.
#pragma once

#include "ui/scanners/scanners.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace sohoa::test {

/// One feeder without duplex. Each start of a source takes the next pass of the script. Sheets bear a number: page
/// n is n pixels wider than `baseWidth`, so that tests know it again, and looks otherwise than all others.
class ScriptedScanners final : public ui::Scanners {
public:
    struct Pass {
        int first = 1; ///< Number of the first sheet.
        int sheets = 0;
        std::optional<Error> end = {};
    };
    static constexpr int baseWidth = 400; ///< Small sheets, at 50 dpi: nothing to be read on them.

    explicit ScriptedScanners(std::vector<Pass> passes)
        : m_script(std::make_shared<Script>())
    {
        m_script->passes = std::move(passes);
    }

    void list(std::function<void(Result<std::vector<Device>>)> answer) override
    {
        const Device device{QStringLiteral("script:0"), QStringLiteral("Fujitsu"), QStringLiteral("fi-7160"),
                            QStringLiteral("sheetfed scanner")};
        QMetaObject::invokeMethod(
            this, [answer, device] { answer(std::vector<Device>{device}); }, Qt::QueuedConnection);
    }
    void describe(const QString &, std::function<void(Result<ui::ScannerChoices>)> answer) override
    {
        const QString feeder = QStringLiteral("ADF");
        QMetaObject::invokeMethod(
            this,
            [answer, feeder] {
                answer(ui::ScannerChoices{{feeder}, feeder, {300}, false});
            },
            Qt::QueuedConnection);
    }
    ProfileStore::Listing profiles() override { return {}; }
    void plan(const ui::ScanOrder &, std::function<void(Result<ScanPlan>)> answer) override
    {
        QMetaObject::invokeMethod(
            this, [answer] { answer(ScanPlan{}); }, Qt::QueuedConnection);
    }
    void options(const QString &, const std::vector<Setting> &,
                 std::function<void(Result<std::vector<Option>>)> answer) override
    {
        QMetaObject::invokeMethod(
            this, [answer] { answer(std::vector<Option>()); }, Qt::QueuedConnection);
    }
    Result<void> saveProfile(const ScanProfile &) override { return {}; }
    Source source(const ui::ScanOrder &) override
    {
        return [script = m_script]() -> std::unique_ptr<PageSource> { return std::make_unique<Sheets>(script); };
    }

private:
    struct Script {
        std::vector<Pass> passes;
        std::atomic<size_t> next = 0; ///< Sources run in the engine's thread.
    };

    class Sheets final : public PageSource {
    public:
        explicit Sheets(std::shared_ptr<Script> script)
            : m_script(std::move(script))
        {
        }
        void start(const ScanWish &) override
        {
            const size_t place = m_script->next++;
            m_pass = place < m_script->passes.size() ? m_script->passes[place] : Pass();
            m_fed = 0;
            m_cancelled = false;
            feedSoon();
        }
        void next() override { feedSoon(); }
        void cancel() override
        {
            m_cancelled = true;
            QMetaObject::invokeMethod(
                this,
                [this] {
                    Q_EMIT ended(Error{ErrorCode::Cancelled, {}, {}});
                },
                Qt::QueuedConnection);
        }

    private:
        void feedSoon()
        {
            QMetaObject::invokeMethod(
                this, [this] { feed(); }, Qt::QueuedConnection);
        }
        void feed()
        {
            if (m_cancelled)
                return;
            if (m_fed == m_pass.sheets) {
                Q_EMIT ended(m_pass.end);
                return;
            }
            const int number = m_pass.first + m_fed++;
            constexpr qsizetype height = 560;
            PageGeometry geometry;
            geometry.format = PixelFormat::Gray8;
            geometry.width = baseWidth + number;
            geometry.height = static_cast<int>(height);
            geometry.dpi = 50;
            Q_EMIT sideFed({});
            Q_EMIT pageStarted(geometry);
            QByteArray sheet(geometry.width * height, '\xfa');
            // Bars whose places spell the number: a blank sheet, or twice the same, would be another story.
            for (int bit = 0; bit < 8; ++bit)
                for (qsizetype y = 40 + bit * 60; y < 60 + bit * 60; ++y)
                    std::fill_n(sheet.begin() + y * geometry.width + ((number >> bit & 1) ? 220 : 40), 140,
                                '\x10');
            Q_EMIT rows(sheet);
            Q_EMIT pageEnded(static_cast<int>(height), true);
        }

        std::shared_ptr<Script> m_script;
        Pass m_pass;
        int m_fed = 0;
        bool m_cancelled = false;
    };

    std::shared_ptr<Script> m_script;
};

} // namespace sohoa::test
