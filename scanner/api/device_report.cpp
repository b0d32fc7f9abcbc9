// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_report.h"

#include "scanner/api/data_fields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QString formatName = u"sohoa-device-report"_s;
constexpr int formatVersion = 1;

QString backendOf(const QString &name)
{
    const QString own = name.startsWith(u"net:"_s) ? name.section(u':', 2) : name;
    return own.section(u':', 0, 0);
}

Option *mutableOption(std::vector<Option> &options, QStringView name)
{
    const auto it = std::ranges::find_if(options, [name](const Option &option) { return option.name == name; });
    return it == options.end() ? nullptr : &*it;
}

QJsonArray optionsJson(const std::vector<Option> &options)
{
    QJsonArray json;
    for (const Option &option : options)
        json.append(toJson(option));
    return json;
}

Result<std::vector<Option>> optionsFrom(const QJsonArray &json)
{
    std::vector<Option> options;
    for (const QJsonValue &element : json) {
        auto option = optionFromJson(element);
        if (!option)
            return fail(option.error());
        options.push_back(std::move(*option));
    }
    return options;
}

} // namespace

Device anonymous(const Device &device)
{
    return {backendOf(device.name) + u':' + device.model, device.vendor, device.model, device.type};
}

std::vector<Option> anonymous(std::vector<Option> options)
{
    static const QRegularExpression telling(u"serial|user|owner|host|address"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    for (Option &option : options) {
        const bool freeText = option.type == OptionType::String && option.constraint.index() == 0;
        if (freeText || option.name.contains(telling))
            option.value = {};
    }
    return options;
}

QByteArray reportJson(const DeviceReport &report)
{
    QJsonArray states;
    for (const DeviceReport::State &state : report.states)
        states.append(QJsonObject{{u"source"_s, state.source}, {u"options"_s, optionsJson(state.options)}});
    QJsonArray trace;
    for (const DeviceReport::Step &step : report.trace)
        trace.append(QJsonObject{{u"ms"_s, step.ms}, {u"what"_s, step.what}, {u"how"_s, step.how}});
    const QJsonObject json{{u"format"_s, formatName},
                           {u"version"_s, formatVersion},
                           {u"device"_s, toJson(report.device)},
                           {u"states"_s, states},
                           {u"trace"_s, trace}};
    return QJsonDocument(json).toJson();
}

Result<DeviceReport> parseReport(const QByteArray &json, const QString &file)
{
    auto object = DataFields::objectOf(json, file);
    if (!object)
        return fail(object.error());
    DataFields fields(std::move(*object));
    fields.word(u"format", {formatName});
    fields.number(u"version", formatVersion, formatVersion);
    DeviceReport report;
    auto device = deviceFromJson(fields.object(u"device"));
    if (!device)
        return fail(device.error());
    report.device = std::move(*device);
    for (const QJsonValue &element : fields.array(u"states")) {
        auto options = optionsFrom(element[u"options"].toArray());
        if (!options)
            return fail(options.error());
        report.states.push_back({element[u"source"].toString(), std::move(*options)});
    }
    if (report.states.empty())
        fields.spoil(u"states", u"missing"_s);
    for (const QJsonValue &element : fields.array(u"wakes")) {
        DataFields inner(element.toObject(), u"wakes"_s);
        report.wakes.push_back({inner.requiredText(u"option"), inner.texts(u"words"), inner.texts(u"options")});
        fields.join(inner);
    }
    report.paperLimitsCorners = fields.flag(u"paper_limits_corners");
    for (const QJsonValue &element : fields.array(u"trace"))
        report.trace.push_back(
            {element[u"ms"].toInteger(), element[u"what"].toString(), element[u"how"].toString()});
    fields.text(u"remark");
    if (auto fault = fields.fault(file))
        return fail(std::move(*fault));
    return report;
}

ReplayedDevice::ReplayedDevice(DeviceReport report)
    : m_report(std::move(report))
    , m_options(m_report.states.front().options)
{
}

Result<OptionAccess::Outcome> ReplayedDevice::set(const Option &option, const OptionValue &value)
{
    Option *own = mutableOption(m_options, option.name);
    if (!own || !own->settable())
        return fail(ErrorCode::OptionRefused, u"not settable"_s,
                    {{u"option"_s, option.name}, {u"value"_s, toText(value)}});
    auto legal = legalValue(*own, value);
    if (!legal)
        return fail(legal.error());
    own->value = *legal;
    Outcome outcome{true, *legal};
    if (option.name == u"source")
        changeSource(toText(*legal));
    wake(option.name, toText(*legal));
    limitCorners(option.name, *legal);
    return outcome;
}

void ReplayedDevice::changeSource(const QString &source)
{
    const auto state = std::ranges::find(m_report.states, source, &DeviceReport::State::source);
    if (state == m_report.states.end())
        return;
    const std::vector<Option> before = std::exchange(m_options, state->options);
    for (Option &option : m_options) {
        const Option *old = findOption(before, option.name);
        const auto kept = old ? legalValue(option, old->value) : Result<OptionValue>();
        if (old && option.active() && kept)
            option.value = *kept;
    }
    if (Option *own = mutableOption(m_options, u"source"))
        own->value = source;
}

void ReplayedDevice::wake(const QString &option, const QString &word)
{
    for (const DeviceReport::Wakes &row : m_report.wakes) {
        if (row.option != option)
            continue;
        for (const QString &name : row.options) {
            if (Option *woken = mutableOption(m_options, name))
                woken->capabilities.inactive = !row.words.contains(word);
        }
    }
}

void ReplayedDevice::limitCorners(const QString &paper, const OptionValue &value)
{
    const auto *length = std::get_if<double>(&value);
    if (!m_report.paperLimitsCorners || !length || (paper != u"page-width" && paper != u"page-height"))
        return;
    const bool wide = paper == u"page-width";
    for (const auto name : {wide ? u"tl-x" : u"tl-y", wide ? u"br-x" : u"br-y"}) {
        Option *corner = mutableOption(m_options, QStringView(name));
        if (auto *range = corner ? std::get_if<Range<double>>(&corner->constraint) : nullptr)
            range->max = *length;
    }
}

} // namespace sohoa
