// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include <random>

namespace sohoa::bench {

/// The same numbers from the same seed, on every machine (std::uniform_int_distribution is not).
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }
    /// 0 … count - 1
    int below(int count) { return static_cast<int>(m_engine() % static_cast<quint64>(count)); }
    bool chance(int percent) { return below(100) < percent; }
    template <class List> auto pick(const List &list) { return list[below(static_cast<int>(list.size()))]; }
    QString digits(int count);
    QDate between(const QDate &first, const QDate &last);
    quint64 bits() { return m_engine(); }

private:
    std::mt19937_64 m_engine;
};

struct Person {
    QString name;
    QString id; ///< Twelve digits.
    QDate born;
    bool woman = false;
    QString address;
};

/// Somebody of an upland commune: names as frequent as they are (every third one is a Nguyễn, Hoàng or Nông; every
/// second woman a Thị), an address in `commune`.
Person makePerson(Dice &dice, const QString &commune);

} // namespace sohoa::bench
