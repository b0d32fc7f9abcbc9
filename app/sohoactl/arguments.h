// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// What one option of a command takes.
struct OptionSpec {
    QString name; ///< "dpi" for --dpi, "o" for -o
    enum class Takes { Nothing, One, Many } takes = Takes::One;
    bool isNumber = false;
    int least = 0; ///< Of a number.
    int most = 0;
};

/// The arguments of one command, checked against what it takes. Options and operands may be mixed; "--" ends the
/// options; "--name=value" and "--name value" are the same.
class Arguments {
public:
    /// UsageError (args: reason) with a sentence for the user when something does not fit.
    static Result<Arguments> parse(const QStringList &arguments, const std::vector<OptionSpec> &options);

    const QStringList &operands() const { return m_operands; }
    bool has(const QString &name) const { return m_values.contains(name); }
    QString value(const QString &name, const QString &otherwise = {}) const;
    QStringList values(const QString &name) const { return m_values.value(name); }
    std::optional<int> number(const QString &name) const;

private:
    QStringList m_operands;
    QMap<QString, QStringList> m_values;
};

/// A UsageError with its sentence.
tl::unexpected<Error> usageError(const QString &reason);

} // namespace sohoa
