// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sohoa::ui {

/// A heading that takes the room that its neighbours leave and shows its words only where they fit whole: half a
/// word tells the wrong thing. The accessible name and the tool tip say them all the same.
class RoomyLabel final : public QLabel {
    Q_OBJECT
public:
    explicit RoomyLabel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace sohoa::ui
