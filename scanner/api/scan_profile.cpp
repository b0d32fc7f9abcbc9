// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/scan_profile.h"

#include "scanner/api/data_fields.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int minDpi = 50;
constexpr int maxDpi = 2400;
constexpr int maxTone = 100;

struct NamedPaper {
    QLatin1String name;
    PaperSize size;
};
/// ISO 216 and 7810; F4 as Vietnamese paper makers cut it.
constexpr std::array namedPapers{
    NamedPaper{QLatin1String("A3"), {297, 420}},         NamedPaper{QLatin1String("A4"), {210, 297}},
    NamedPaper{QLatin1String("A5"), {148, 210}},         NamedPaper{QLatin1String("A6"), {105, 148}},
    NamedPaper{QLatin1String("F4"), {210, 330}},         NamedPaper{QLatin1String("Legal"), {215.9, 355.6}},
    NamedPaper{QLatin1String("Letter"), {215.9, 279.4}}, NamedPaper{QLatin1String("ID-1"), {85.6, 53.98}},
    NamedPaper{QLatin1String("ID-3"), {125, 88}},
};

const QRegularExpression &idPattern()
{
    static const QRegularExpression pattern(u"\\A[a-z0-9][a-z0-9-]{0,63}\\z"_s);
    return pattern;
}

void readNames(DataFields &fields, ScanProfile &profile)
{
    const QJsonObject json = fields.object(u"name");
    DataFields names(json, fields.place(u"name"));
    for (const QString &language : json.keys())
        profile.names.insert(language, names.text(language));
    if (profile.names.value(u"vi"_s).isEmpty())
        names.spoil(u"vi", u"missing"_s);
    fields.join(names);
}

void readMaster(DataFields &fields, MasterFormat &master)
{
    DataFields inner(fields.object(u"master"), fields.place(u"master"));
    master.lossless = inner.flag(u"lossless");
    master.jpegQuality = inner.number(u"jpeg_quality", 1, 100).value_or(MasterFormat::defaultQuality);
    fields.join(inner);
}

void readDevice(DataFields &fields, ScanProfile &profile)
{
    if (!fields.has(u"device"))
        return;
    DataFields inner(fields.object(u"device"), fields.place(u"device"));
    profile.device = DeviceIdentity{inner.requiredText(u"vendor"), inner.requiredText(u"model"),
                                    inner.text(u"serial"), inner.text(u"port")};
    fields.join(inner);
}

void readOptions(DataFields &fields, ScanProfile &profile)
{
    const QJsonObject json = fields.object(u"options");
    for (auto it = json.begin(); it != json.end(); ++it) {
        auto value = valueFromJson(it.value());
        if (value)
            profile.options.push_back({it.key(), std::move(*value), true});
        else
            fields.spoil(u"options", u"kind"_s);
    }
}

} // namespace

QString ScanProfile::name(const QString &language) const
{
    const QString own = names.value(language);
    return own.isEmpty() ? names.value(u"vi"_s, id) : own;
}

QStringList paperNames()
{
    QStringList names;
    for (const NamedPaper &paper : namedPapers)
        names.append(paper.name);
    return names;
}

std::optional<PaperSize> paperSize(const QString &name)
{
    const auto known = std::ranges::find(namedPapers, name, &NamedPaper::name);
    if (known != namedPapers.end())
        return known->size;
    static const QRegularExpression measured(u"\\A([1-9][0-9]{0,3})x([1-9][0-9]{0,3})\\z"_s);
    const auto match = measured.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    return PaperSize{match.captured(1).toDouble(), match.captured(2).toDouble()};
}

ScanWish wishOf(const ScanProfile &profile, const QString &device)
{
    ScanWish wish;
    wish.device = device;
    wish.source = profile.source;
    wish.mode = profile.mode;
    wish.dpi = profile.dpi;
    wish.duplex = profile.duplex;
    wish.paper = paperSize(profile.paper);
    wish.brightness = profile.brightness;
    wish.contrast = profile.contrast;
    wish.stopAtDoubleFeed = profile.stopAtDoubleFeed;
    wish.yielding = true;
    return wish;
}

Result<ScanProfile> parseProfile(const QByteArray &json, const QString &file)
{
    auto object = DataFields::objectOf(json, file);
    if (!object)
        return fail(object.error());
    DataFields fields(std::move(*object));
    ScanProfile profile;
    profile.id = fields.requiredText(u"id");
    if (!idPattern().match(profile.id).hasMatch())
        fields.spoil(u"id", u"word"_s, u"a-z, 0-9, -"_s);
    readNames(fields, profile);
    const QString source = fields.word(u"source", {u"any"_s, u"feeder"_s, u"flatbed"_s});
    profile.source = source == u"any" ? QString() : source;
    profile.duplex = fields.word(u"sides", {u"one"_s, u"two"_s}) == u"two";
    profile.mode = fields.word(u"mode", {u"color"_s, u"gray"_s, u"lineart"_s});
    profile.dpi = fields.number(u"dpi", minDpi, maxDpi).value_or(profile.dpi);
    profile.paper = fields.text(u"paper");
    if (!profile.paper.isEmpty() && !paperSize(profile.paper))
        fields.spoil(u"paper", u"word"_s, paperNames().join(u", "_s) + u", 210x330"_s);
    profile.brightness = fields.number(u"brightness", -maxTone, maxTone);
    profile.contrast = fields.number(u"contrast", -maxTone, maxTone);
    profile.stopAtDoubleFeed = fields.flag(u"stop_at_double_feed");
    readMaster(fields, profile.master);
    readDevice(fields, profile);
    readOptions(fields, profile);
    if (profile.duplex && profile.source == u"flatbed")
        fields.spoil(u"sides", u"word"_s, u"one"_s);
    if (auto fault = fields.fault(file))
        return fail(std::move(*fault));
    return profile;
}

QByteArray profileJson(const ScanProfile &profile)
{
    QJsonObject names;
    for (auto it = profile.names.begin(); it != profile.names.end(); ++it)
        names.insert(it.key(), it.value());
    QJsonObject json{{u"id"_s, profile.id},
                     {u"name"_s, names},
                     {u"source"_s, profile.source.isEmpty() ? u"any"_s : profile.source},
                     {u"sides"_s, profile.duplex ? u"two"_s : u"one"_s},
                     {u"mode"_s, profile.mode},
                     {u"dpi"_s, profile.dpi},
                     {u"stop_at_double_feed"_s, profile.stopAtDoubleFeed},
                     {u"master"_s, QJsonObject{{u"lossless"_s, profile.master.lossless},
                                               {u"jpeg_quality"_s, profile.master.jpegQuality}}}};
    if (!profile.paper.isEmpty())
        json.insert(u"paper"_s, profile.paper);
    if (profile.brightness)
        json.insert(u"brightness"_s, *profile.brightness);
    if (profile.contrast)
        json.insert(u"contrast"_s, *profile.contrast);
    if (profile.device)
        json.insert(u"device"_s, toJson(*profile.device));
    QJsonObject options;
    for (const Setting &setting : profile.options)
        options.insert(setting.option, toJson(setting.value));
    if (!options.isEmpty())
        json.insert(u"options"_s, options);
    return QJsonDocument(json).toJson();
}

} // namespace sohoa
