// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/quirks.h"

#include "core/base/durable_file.h"
#include "scanner/api/data_fields.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxQuirksBytes = qint64{1024} * 1024;
constexpr int maxResolution = 100'000;

std::vector<Setting> settingsFrom(DataFields &fields)
{
    std::vector<Setting> settings;
    const QJsonObject json = fields.object(u"set");
    for (auto it = json.begin(); it != json.end(); ++it) {
        auto value = valueFromJson(it.value());
        if (!value)
            fields.spoil(u"set", u"kind"_s);
        else
            settings.push_back({it.key(), std::move(*value), false});
    }
    return settings;
}

Quirk quirkFrom(DataFields &fields)
{
    Quirk quirk;
    quirk.id = fields.requiredText(u"id");
    quirk.device.setPattern(QRegularExpression::anchoredPattern(fields.requiredText(u"device")));
    if (!quirk.device.isValid())
        fields.spoil(u"device", u"kind"_s);
    quirk.reason = fields.requiredText(u"reason");
    fields.text(u"culprit");
    quirk.then.ids = {quirk.id};
    quirk.then.ignore = fields.texts(u"ignore");
    quirk.then.settings = settingsFrom(fields);
    quirk.then.maxDpi = fields.number(u"max_dpi", 1, maxResolution);
    DataFields meanings(fields.object(u"source_means"), fields.place(u"source_means"));
    const QStringList words = fields.object(u"source_means").keys();
    for (const QString &word : words)
        quirk.then.sourceMeanings.insert(word, meanings.word(word, {u"flatbed"_s, u"feeder"_s, u"duplex"_s}));
    fields.join(meanings);
    return quirk;
}

/// The name behind "net:host:", where a SANE daemon's host is no part of the device.
QString ownName(const QString &device)
{
    return device.startsWith(u"net:"_s) ? device.section(u':', 2) : device;
}

} // namespace

Result<std::vector<Quirk>> parseQuirks(const QByteArray &json, const QString &file)
{
    auto object = DataFields::objectOf(json, file);
    if (!object)
        return fail(object.error());
    DataFields fields(std::move(*object));
    std::vector<Quirk> rows;
    int number = 0;
    for (const QJsonValue &row : fields.array(u"quirks")) {
        DataFields inner(row.toObject(), u"quirks[%1]"_s.arg(number++));
        rows.push_back(quirkFrom(inner));
        fields.join(inner);
    }
    if (auto fault = fields.fault(file))
        return fail(std::move(*fault));
    return rows;
}

Result<std::vector<Quirk>> readQuirks(const QString &file)
{
    const auto bytes = readFile(file, maxQuirksBytes);
    if (!bytes)
        return fail(bytes.error());
    return parseQuirks(*bytes, file);
}

Quirks quirksOf(const std::vector<Quirk> &rows, const QString &device)
{
    Quirks together;
    const QString name = ownName(device);
    for (const Quirk &row : rows) {
        if (!row.device.match(name).hasMatch())
            continue;
        together.ids += row.then.ids;
        together.ignore += row.then.ignore;
        together.settings.insert(together.settings.end(), row.then.settings.begin(), row.then.settings.end());
        together.sourceMeanings.insert(row.then.sourceMeanings);
        if (row.then.maxDpi)
            together.maxDpi = std::min(*row.then.maxDpi, together.maxDpi.value_or(*row.then.maxDpi));
    }
    return together;
}

} // namespace sohoa
