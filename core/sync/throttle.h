// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace sohoa {

/// How many bytes may go out now, for all transfers together: a bucket that fills at the allowed rate and never
/// holds more than a fifth of a second of it, so that a pause is not made up for by a burst. Lives in the thread
/// of the transfers.
class Throttle final : public QObject {
    Q_OBJECT
public:
    explicit Throttle(QObject *parent = nullptr);

    /// Nothing: no limit.
    void setRate(std::optional<qint64> bytesPerSecond);
    /// Takes up to `most` bytes out of the bucket; refilled() follows when there were fewer.
    qint64 take(qint64 most);

Q_SIGNALS:
    void refilled();

private:
    void fill();

    std::optional<qint64> m_rate;
    double m_level = 0;
    QElapsedTimer m_sinceFill;
    QTimer m_timer;
};

} // namespace sohoa
