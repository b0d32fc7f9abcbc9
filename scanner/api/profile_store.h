// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_profile.h"

namespace sohoa {

/// Where profiles lie, one file each (ID.json). An empty or missing folder has none.
struct ProfileFolders {
    QString shipped; ///< resources/profiles/scan
    QString site;    ///< /etc/sohoa/profiles: the administrator's
    QString own;     ///< The user's.
};

struct StoredProfile {
    enum class Origin { Shipped, Own, Site };
    ScanProfile profile;
    Origin origin = Origin::Shipped;

    /// The administrator's profiles are used as they are.
    bool locked() const { return origin == Origin::Site; }
};

/// The profiles of this desk. The administrator's hide own ones of the same id, and those the shipped ones. When
/// the site folder's `policy.json` says {"only_site_profiles": true} there are no others, and none can be made.
/// Reads the folders at each call. Threads: reentrant.
class ProfileStore {
public:
    explicit ProfileStore(ProfileFolders folders)
        : m_folders(std::move(folders))
    {
    }

    struct Listing {
        std::vector<StoredProfile> profiles; ///< By id.
        std::vector<Error> faults;           ///< Files that are no profiles; the others are listed all the same.
    };
    Listing list() const;
    /// Errors: ProfileUnknown (profile); ProfileInvalid when its file is wrong.
    Result<StoredProfile> find(const QString &id) const;
    /// As one of the user's own. Errors: ProfileLocked (profile), FileUnwritable.
    Result<void> save(const ScanProfile &profile) const;
    /// An own one; what it hid is seen again. Errors: ProfileLocked for the others, ProfileUnknown.
    Result<void> remove(const QString &id) const;

    /// Reads a profile from any file. Errors: FileUnreadable, ProfileInvalid.
    static Result<ScanProfile> read(const QString &file);

private:
    bool onlySite(std::vector<Error> &faults) const;

    ProfileFolders m_folders;
};

} // namespace sohoa
