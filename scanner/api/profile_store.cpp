// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/profile_store.h"

#include "core/base/durable_file.h"
#include "scanner/api/data_fields.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <map>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxProfileBytes = qint64{256} * 1024;

QString fileOf(const QString &folder, const QString &id)
{
    return folder + u'/' + id + u".json"_s;
}

tl::unexpected<Error> locked(const QString &id)
{
    return fail(ErrorCode::ProfileLocked, {}, {{u"profile"_s, id}});
}

/// The id is in the file and is its name: two files of one id would hide each other by chance.
Result<ScanProfile> readNamed(const QString &file)
{
    auto profile = ProfileStore::read(file);
    if (profile && profile->id != QFileInfo(file).completeBaseName())
        return fail(ErrorCode::ProfileInvalid, u"the file is called otherwise"_s,
                    {{u"file"_s, file},
                     {u"member"_s, u"id"_s},
                     {u"reason"_s, u"word"_s},
                     {u"allowed"_s, QFileInfo(file).completeBaseName()}});
    return profile;
}

} // namespace

Result<ScanProfile> ProfileStore::read(const QString &file)
{
    const auto bytes = readFile(file, maxProfileBytes);
    if (!bytes)
        return fail(bytes.error());
    return parseProfile(*bytes, file);
}

bool ProfileStore::onlySite(std::vector<Error> &faults) const
{
    const QString file = m_folders.site + u"/policy.json"_s;
    if (m_folders.site.isEmpty() || !QFile::exists(file))
        return false;
    const auto bytes = readFile(file, maxProfileBytes);
    auto object = bytes ? DataFields::objectOf(*bytes, file) : Result<QJsonObject>(fail(bytes.error()));
    if (object) {
        DataFields fields(std::move(*object));
        const bool only = fields.flag(u"only_site_profiles");
        const auto fault = fields.fault(file);
        if (!fault)
            return only;
        faults.push_back(*fault);
    } else {
        faults.push_back(object.error());
    }
    // A rule that cannot be read is kept rather than broken.
    return true;
}

ProfileStore::Listing ProfileStore::list() const
{
    using Origin = StoredProfile::Origin;
    Listing listing;
    std::map<QString, StoredProfile> byId;
    const bool only = onlySite(listing.faults);
    // The later hides the earlier.
    for (const auto &[folder, origin] :
         {std::pair(m_folders.shipped, Origin::Shipped), std::pair(m_folders.own, Origin::Own),
          std::pair(m_folders.site, Origin::Site)}) {
        if (folder.isEmpty() || (only && origin != Origin::Site))
            continue;
        const QStringList names = QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            if (origin == Origin::Site && name == u"policy.json")
                continue;
            auto profile = readNamed(folder + u'/' + name);
            if (profile)
                byId.insert_or_assign(profile->id, StoredProfile{*profile, origin});
            else
                listing.faults.push_back(profile.error());
        }
    }
    for (auto &[id, stored] : byId)
        listing.profiles.push_back(std::move(stored));
    return listing;
}

Result<StoredProfile> ProfileStore::find(const QString &id) const
{
    const Listing listing = list();
    const auto found = std::ranges::find_if(
        listing.profiles, [&id](const StoredProfile &stored) { return stored.profile.id == id; });
    if (found != listing.profiles.end())
        return *found;
    for (const Error &fault : listing.faults) {
        if (QFileInfo(fault.args.value(u"file"_s)).completeBaseName() == id)
            return fail(fault);
    }
    return fail(ErrorCode::ProfileUnknown, {}, {{u"profile"_s, id}});
}

Result<void> ProfileStore::save(const ScanProfile &profile) const
{
    std::vector<Error> faults;
    if (onlySite(faults) || (!m_folders.site.isEmpty() && QFile::exists(fileOf(m_folders.site, profile.id))))
        return locked(profile.id);
    // What is written must be readable again: the same rules as for a file made by hand.
    const QByteArray json = profileJson(profile);
    const QString file = fileOf(m_folders.own, profile.id);
    if (auto again = parseProfile(json, file); !again)
        return fail(again.error());
    if (!QDir().mkpath(m_folders.own))
        return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, m_folders.own}});
    return writeDurably(file, json);
}

Result<void> ProfileStore::remove(const QString &id) const
{
    const auto stored = find(id);
    if (!stored)
        return fail(stored.error());
    if (stored->origin != StoredProfile::Origin::Own)
        return locked(id);
    const QString file = fileOf(m_folders.own, id);
    if (!QFile::remove(file))
        return fail(ErrorCode::FileUnwritable, u"remove"_s, {{u"path"_s, file}});
    return {};
}

} // namespace sohoa
