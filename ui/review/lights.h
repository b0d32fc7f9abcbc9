// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/check.h"

#include <QWidget>

#include <array>

class QLabel;

namespace sohoa::ui {

/// Sống, Sạch, Đủ, Chính xác: one light a word, each with a sign and a word of its own beside its colour.
class LightsBar final : public QWidget {
    Q_OBJECT
public:
    explicit LightsBar(QWidget *parent = nullptr);
    void setLights(const Lights &lights);
    /// While nothing is known.
    void clear();

private:
    struct One {
        QWidget *box;
        QLabel *icon;
        QLabel *word;
    };
    void show(size_t place, int tone, const QString &state);
    std::array<One, 4> m_lights;
};

} // namespace sohoa::ui
