// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/security/vault.h"
#include "tests/support/catch.h"
#include "tests/unit/security/secret_of.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace sohoa;
using namespace Qt::StringLiterals;
using sohoa::test::secretOf;

namespace {

constexpr auto personal = "Nguyễn Thị Đào 001093012345";

/// A store's folder in a place whose name has blanks and Vietnamese letters; whatever is mounted goes with it.
class Place {
public:
    Place()
    {
        QDir().mkpath(store() + u"/pages"_s);
        REQUIRE_OK(writeDurably(store() + u"/sohoa.db"_s, personal));
        REQUIRE_OK(writeDurably(store() + u"/pages/Nguyễn Thị Đào.jpg"_s, QByteArray(300'000, 'x') + personal));
    }
    ~Place() { static_cast<void>(Vault(store()).close()); }
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    QString store() const { return m_folder.filePath(u"kho"_s); }
    QByteArray database() const { return readFile(store() + u"/sohoa.db"_s, 1000).value_or(QByteArray()); }
    /// Nothing below the place, neither names nor bytes, tells of the person, and nobody else may read there.
    void requireNothingPlain() const
    {
        QDirIterator files(m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            const QString path = files.next();
            struct stat status {};
            REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
            CHECK_FALSE(files.fileName().contains(u"Đào"_s));
            if (!files.fileInfo().isFile())
                continue;
            ++seen;
            CHECK_FALSE(readFile(path, 1 << 20).value_or(QByteArray()).contains("001093012345"));
        }
        CHECK(seen > 3);
        struct stat vault {};
        REQUIRE(::stat(QFile::encodeName(store() + u".vault"_s).constData(), &vault) == 0);
        CHECK((vault.st_mode & 077U) == 0);
        REQUIRE(::stat(QFile::encodeName(store() + u".vault/keys.json"_s).constData(), &vault) == 0);
        CHECK((vault.st_mode & 0177U) == 0);
    }

private:
    QTemporaryDir m_folder{QDir::tempPath() + u"/máy của xã XXXXXX"_s};
};

/// FUSE needs a device and a permission that containers often lack; everything else of the vault is tested anyhow.
bool canMount(const Place &place)
{
    QString recovery;
    Vault vault(place.store());
    const auto made = vault.protect(u"Lan"_s, secretOf("mật khẩu của Lan"), recovery);
    if (made)
        return true;
    WARN("The vault cannot be mounted here, its tests are left out: " << logLine(made.error()).toStdString());
    // Only this excuses it: gocryptfs or FUSE is not there, or the system does not let us mount.
    CHECK((made.error().code == ErrorCode::VaultMissing || made.error().args.value(u"reason"_s) == u"open"));
    CHECK(vault.state() == VaultState::None);
    CHECK(place.database() == personal); // and the plain store is as it was
    return false;
}

} // namespace

TEST_CASE("A protected store shows nothing until it is opened", "[security][vault]")
{
    const Place place;
    if (!canMount(place))
        return;
    Vault vault(place.store());
    CHECK(vault.state() == VaultState::Closed);
    place.requireNothingPlain();
    CHECK(vault.open(u"Lan"_s, secretOf("falsch falsch")).error().code == ErrorCode::VaultPassword);
    CHECK(vault.state() == VaultState::Closed);

    REQUIRE_OK(vault.open(u"Lan"_s, secretOf("mật khẩu của Lan")));
    CHECK(vault.state() == VaultState::Open);
    CHECK(place.database() == personal);
    REQUIRE_OK(writeDurably(place.store() + u"/pages/Trần Đào.jpg"_s, personal));
    {
        QFile held(place.store() + u"/sohoa.db"_s);
        REQUIRE(held.open(QIODevice::ReadOnly));
        CHECK(vault.close().error().code == ErrorCode::VaultBusy);
        CHECK(vault.state() == VaultState::Open);
    }
    REQUIRE_OK(vault.close());
    place.requireNothingPlain();

    // A forgotten password: another person's opens it.
    REQUIRE_OK(vault.addName(u"Lan"_s, secretOf("mật khẩu của Lan"), u"Hoa"_s, secretOf("mật khẩu của Hoa")));
    REQUIRE_OK(vault.removeName(u"Lan"_s));
    CHECK(vault.open(u"Lan"_s, secretOf("mật khẩu của Lan")).error().code == ErrorCode::VaultPassword);
    REQUIRE_OK(vault.open(u"Hoa"_s, secretOf("mật khẩu của Hoa")));
    CHECK(readFile(place.store() + u"/pages/Trần Đào.jpg"_s, 1000).value() == personal);
    QString recovery;
    CHECK(vault.protect(u"Hoa"_s, secretOf("mật khẩu của Hoa"), recovery).error().code == ErrorCode::VaultExists);
}

TEST_CASE("A vault whose process died is opened again", "[security][vault]")
{
    const Place place;
    if (!canMount(place))
        return;
    Vault vault(place.store());
    REQUIRE_OK(vault.open(u"Lan"_s, secretOf("mật khẩu của Lan")));
    // Its own process, found by the folder that only it was given.
    QProcess find;
    find.start(u"pgrep"_s, {u"-f"_s, u"gocryptfs.*"_s + QFileInfo(place.store()).path() + u"/kho$"_s});
    REQUIRE(find.waitForFinished());
    const int pid = find.readAllStandardOutput().simplified().split(' ').front().toInt();
    REQUIRE(pid > 1);
    REQUIRE(::kill(pid, SIGKILL) == 0);
    while (vault.state() == VaultState::Open)
        ::usleep(1000);
    CHECK(vault.state() == VaultState::Crashed);
    REQUIRE_OK(vault.open(u"Lan"_s, secretOf("mật khẩu của Lan")));
    CHECK(place.database() == personal);
}

TEST_CASE("Protecting that was interrupted is finished, and takes nothing away that is not in the vault",
          "[security][vault]")
{
    const Place place;
    if (!canMount(place))
        return;
    Vault vault(place.store());
    // As if the power had gone before the plain files were taken away.
    REQUIRE_OK(writeDurably(place.store() + u"/sohoa.db"_s, personal));
    CHECK(vault.state() == VaultState::HalfMade);
    REQUIRE_OK(vault.open(u"Lan"_s, secretOf("mật khẩu của Lan")));
    REQUIRE_OK(vault.close());
    CHECK(vault.state() == VaultState::Closed);

    // Something plain that the vault does not hold is never taken away.
    REQUIRE_OK(writeDurably(place.store() + u"/new.jpg"_s, "only here"));
    const auto refused = vault.open(u"Lan"_s, secretOf("mật khẩu của Lan"));
    CHECK(refused.error().args.value(u"reason"_s) == u"plain");
    CHECK(readFile(place.store() + u"/new.jpg"_s, 100).value() == "only here");
}
