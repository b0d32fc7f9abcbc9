// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "ui/scan/scan_prompt.h"

#include <QObject>

#include <vector>

namespace sohoa::ui {

class Desk;
class Intake;

/// Leads through what a stack needs of a person: turning it over, the next page on the glass, a fault's last good
/// pages, sheets that came twice, a stack that was left unfinished by an earlier run of the program.
class ScanGuide final : public QObject {
    Q_OBJECT
public:
    ScanGuide(Desk &desk, Intake &intake, ScanPrompt &prompt, QObject *parent = nullptr);

    /// Looks whether the batch has a stack to go on with, and offers it. Not while one is running.
    void lookForOpenStack(const BatchId &batch);

Q_SIGNALS:
    /// The clerk wants to go on with this stack, with the scanner that is chosen.
    void resumeWanted(const sohoa::StackRun &stack);

private:
    void follow();
    void askForFlip();
    void askForPage();
    void ended(const IntakeSummary &summary);
    void askAboutNextRefed();
    void settleRefed(const RefedPage &refed, bool twice);
    /// The last two pages that are safe, in the order of feeding.
    void showLastPages(const BatchId &batch, ScanPrompt::Content content);
    void offerStack(const StackRun &stack);
    void giveUp(const BatchId &batch);

    Desk &m_desk;
    Intake &m_intake;
    ScanPrompt &m_prompt;
    std::vector<RefedPage> m_refed; ///< Still to be asked about.
    bool m_asking = false;          ///< The prompt is one of a running stack.
};

} // namespace sohoa::ui
