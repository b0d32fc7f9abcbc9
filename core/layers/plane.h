// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <vector>

namespace sohoa {

/// Values of a grid, row by row without gaps.
template <class Value> class Plane {
public:
    Plane() = default;
    Plane(int width, int height, Value value = {})
        : m_width(width)
        , m_height(height)
        , m_values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), value)
    {
    }

    int width() const { return m_width; }
    int height() const { return m_height; }
    bool isEmpty() const { return m_values.empty(); }
    Value *row(int y) { return m_values.data() + offset(y); }
    const Value *row(int y) const { return m_values.data() + offset(y); }
    Value &at(int x, int y) { return row(y)[x]; }
    Value at(int x, int y) const { return row(y)[x]; }
    std::vector<Value> &values() { return m_values; }
    const std::vector<Value> &values() const { return m_values; }

private:
    std::size_t offset(int y) const { return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width); }

    int m_width = 0;
    int m_height = 0;
    std::vector<Value> m_values;
};

using BytePlane = Plane<quint8>;

} // namespace sohoa
