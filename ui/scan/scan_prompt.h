// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/engine/image_store.h"

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace sohoa::ui {

/// What the feeder wants of the person beside it: turn the stack over, lay the next page down, say whether a sheet
/// came twice; with a picture or the pages in question, and at most two buttons. The first one has the caret, so
/// that Enter goes on.
class ScanPrompt final : public QFrame {
    Q_OBJECT
public:
    struct Action {
        QString text;
        std::function<void()> work;
    };
    struct Content {
        QString title;
        QString text;
        QString picture = {};               ///< Of resources/icons; empty: none.
        std::vector<PictureRef> pages = {}; ///< Shown small, with their captions.
        QStringList captions = {};
        std::vector<Action> actions = {};
    };

    explicit ScanPrompt(ImageStore &images, QWidget *parent = nullptr);

    /// Takes the place of what stood there before.
    void show(const Content &content);
    void clear();
    QString title() const;

private:
    void showPages();

    ImageStore &m_images;
    QLabel *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_pages;
    QHBoxLayout *m_pagesLayout;
    QHBoxLayout *m_actions;
    Content m_content;
};

} // namespace sohoa::ui
