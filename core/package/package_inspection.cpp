// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/package_inspection.h"

#include "core/package/bag.h"
#include "core/package/schema_check.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostEntries = 20'000;
constexpr qint64 largestPackage = qint64{4} << 30; ///< Bytes unpacked.
constexpr qint64 largestTagFile = qint64{16} << 20;
constexpr qsizetype longestEntryName =
    300;                                  ///< A folder of 36 characters, "data/documents/", a name of 120, twice.
constexpr qsizetype mostViolations = 200; ///< Nobody reads more, and a hostile package could give millions.

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

/// What is read of one entry: its hash always, its bytes only where we look into them.
struct Content {
    QString sha256;
    qint64 bytes = 0;
    QByteArray text;
};

tl::unexpected<Error> refused(const QString &detail)
{
    return fail(ErrorCode::PackageInvalid, detail, {{u"violations"_s, u"1"_s}});
}

bool isSafe(const QString &name)
{
    // ":" begins a drive or a stream on Windows, a replacement character stands for what is no UTF-8.
    const auto isForbidden = [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c == u'\\' || c == u':' ||
               c == QChar::ReplacementCharacter;
    };
    if (name.isEmpty() || name.size() > longestEntryName || std::any_of(name.begin(), name.end(), isForbidden))
        return false;
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.begin(), parts.end(),
                        [](const QString &part) { return part.isEmpty() || part == u"." || part == u".."; });
}

const QStringList &tagFiles()
{
    static const QStringList names{u"bag-info.txt"_s, u"bagit.txt"_s, u"manifest-sha256.txt"_s,
                                   u"tagmanifest-sha256.txt"_s};
    return names;
}

/// Only these few are kept in memory.
bool isLookedInto(const QString &path)
{
    return path == u"data/dossier.json" || tagFiles().contains(path);
}

class Reader {
public:
    explicit Reader(PackageInspection &facts)
        : m_facts(facts)
    {
    }

    Result<void> read(const QString &path)
    {
        const Archive zip(archive_read_new(), &archive_read_free);
        archive_read_support_format_zip_seekable(zip.get());
        constexpr size_t block = 65536;
        if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), block) != ARCHIVE_OK)
            return refused(errorOf(zip.get()));
        archive_entry *entry = nullptr;
        for (int count = 0;; ++count) {
            const int status = archive_read_next_header(zip.get(), &entry);
            if (status == ARCHIVE_EOF)
                return count == 0 ? Result<void>(refused(u"no ZIP, or an empty one"_s)) : Result<void>();
            if (status != ARCHIVE_OK)
                return refused(errorOf(zip.get()));
            if (count >= mostEntries)
                return refused(u"more than %1 entries"_s.arg(mostEntries));
            if (auto taken = take(zip.get(), entry); !taken)
                return taken;
        }
    }

    const QMap<QString, Content> &files() const { return m_files; }

private:
    static QString errorOf(archive *zip)
    {
        const char *text = archive_error_string(zip);
        return text ? QString::fromUtf8(text) : u"ZIP cannot be read"_s;
    }

    Result<void> take(archive *zip, archive_entry *entry)
    {
        const char *raw = archive_entry_pathname(entry);
        const QString name = QString::fromUtf8(raw ? raw : "");
        const auto type = archive_entry_filetype(entry);
        const bool isFolder = type == AE_IFDIR;
        if (!isSafe(isFolder && name.endsWith(u'/') ? name.chopped(1) : name) || (!isFolder && type != AE_IFREG) ||
            archive_entry_symlink(entry) || archive_entry_hardlink(entry))
            return refused(u"entry with a name or type that is not allowed"_s);
        const QString bag = name.section(u'/', 0, 0);
        const QString path = name.section(u'/', 1);
        if ((path.isEmpty() && !isFolder) || (!m_facts.packageId.isEmpty() && bag != m_facts.packageId))
            return refused(u"entry outside of the bag's one folder"_s);
        m_facts.packageId = bag;
        if (isFolder)
            return {};
        // On Windows and macOS the second would overwrite the first, whichever was inspected.
        const QString key = path.normalized(QString::NormalizationForm_C).toCaseFolded();
        if (m_names.contains(key))
            return refused(u"entry given twice"_s);
        m_names.insert(key);
        auto content = unpack(zip, isLookedInto(path));
        if (!content)
            return fail(content.error());
        m_files.insert(path, *content);
        return {};
    }

    Result<Content> unpack(archive *zip, bool keep)
    {
        std::array<char, 65536> buffer;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        Content content;
        for (;;) {
            const auto size = archive_read_data(zip, buffer.data(), buffer.size());
            if (size < 0)
                return refused(errorOf(zip));
            if (size == 0)
                break;
            const QByteArray bytes = QByteArray::fromRawData(buffer.data(), static_cast<qsizetype>(size));
            hash.addData(bytes);
            content.bytes += bytes.size();
            m_unpacked += bytes.size();
            if (m_unpacked > largestPackage || (keep && content.bytes > largestTagFile))
                return refused(u"unpacks beyond its limit"_s);
            if (keep)
                content.text.append(buffer.data(), static_cast<qsizetype>(size));
        }
        content.sha256 = QString::fromLatin1(hash.result().toHex());
        return content;
    }

    PackageInspection &m_facts;
    QMap<QString, Content> m_files;
    QSet<QString> m_names;
    qint64 m_unpacked = 0;
};

class BagCheck {
public:
    BagCheck(const QMap<QString, Content> &files, PackageInspection &facts)
        : m_files(files)
        , m_facts(facts)
    {
    }

    void run()
    {
        checkDeclaration();
        const bool complete = checkManifest(u"manifest-sha256.txt"_s, true);
        const bool tagged = checkManifest(u"tagmanifest-sha256.txt"_s, false);
        for (auto it = m_files.begin(); it != m_files.end(); ++it) {
            if (!it.key().startsWith(u"data/"_s)) {
                checkTagFile(it.key(), tagged);
                continue;
            }
            ++m_facts.payloadFiles;
            m_facts.payloadBytes += it.value().bytes;
            if (complete && !m_listed.contains(it.key()))
                add(u"%1: not in the manifest"_s.arg(it.key()));
        }
        checkOxum();
    }

private:
    void add(const QString &violation)
    {
        if (m_facts.violations.size() < mostViolations)
            m_facts.violations += violation;
    }

    void checkTagFile(const QString &name, bool tagged)
    {
        // Also fetch.txt: a package is whole, or it is none.
        if (!tagFiles().contains(name))
            add(u"%1: no file of a package"_s.arg(name));
        else if (tagged && name != u"tagmanifest-sha256.txt" && !m_listed.contains(name))
            add(u"%1: not in the tag manifest"_s.arg(name));
    }

    void checkDeclaration()
    {
        const auto declaration = m_files.constFind(u"bagit.txt"_s);
        if (declaration == m_files.constEnd() || declaration->text != QByteArray(bagDeclaration))
            add(u"bagit.txt: missing, or not BagIt 1.0 in UTF-8"_s);
    }

    bool checkManifest(const QString &name, bool payload)
    {
        const auto file = m_files.constFind(name);
        if (file == m_files.constEnd()) {
            add(name + u": missing"_s);
            return false;
        }
        const Manifest manifest = parseManifest(file->text, name, m_facts.violations);
        for (auto it = manifest.begin(); it != manifest.end(); ++it) {
            const auto content = m_files.constFind(it.key());
            if (it.key().startsWith(u"data/"_s) != payload)
                add(u"%1: %2 has no place in it"_s.arg(name, it.key()));
            else if (content == m_files.constEnd())
                add(u"%1: missing"_s.arg(it.key()));
            else if (content->sha256 != it.value())
                add(u"%1: other bytes than the manifest says"_s.arg(it.key()));
            m_listed.insert(it.key());
        }
        return true;
    }

    void checkOxum()
    {
        const QString oxum = bagInfoValue(m_files.value(u"bag-info.txt"_s).text, u"Payload-Oxum"_s);
        if (oxum != u"%1.%2"_s.arg(m_facts.payloadBytes).arg(m_facts.payloadFiles))
            add(u"bag-info.txt: Payload-Oxum missing or wrong"_s);
    }

    const QMap<QString, Content> &m_files;
    PackageInspection &m_facts;
    QSet<QString> m_listed;
};

/// The record names each file of the payload, and each that it names is there.
void checkNamedFiles(const QMap<QString, Content> &files, PackageInspection &facts)
{
    QSet<QString> named{u"data/dossier.json"_s};
    bool areThere = true;
    for (const QJsonValue entry : facts.record[u"documents"_s].toArray()) {
        const QJsonObject file = entry[u"file"].toObject();
        const QString path = file[u"path"_s].toString();
        const QString textPath = file[u"textPath"_s].toString();
        const auto content = files.constFind(path);
        areThere = areThere && content != files.constEnd() && content->sha256 == file[u"sha256"_s].toString() &&
                   content->bytes == file[u"sizeBytes"_s].toInteger() && files.contains(textPath) &&
                   !named.contains(path) && !named.contains(textPath);
        named << path << textPath;
    }
    if (!areThere)
        facts.violations +=
            u"data/dossier.json: names a file that is missing, has other bytes, or is named twice"_s;
    for (auto it = files.begin(); it != files.end() && facts.violations.size() < mostViolations; ++it)
        if (it.key().startsWith(u"data/"_s) && !named.contains(it.key()))
            facts.violations += it.key() + u": not named in data/dossier.json"_s;
}

Result<void> checkRecord(const QMap<QString, Content> &files, const QString &schemaFile, PackageInspection &facts)
{
    const QJsonDocument document = QJsonDocument::fromJson(files.value(u"data/dossier.json"_s).text);
    if (!document.isObject()) {
        facts.violations += u"data/dossier.json: missing, or no JSON"_s;
        return {};
    }
    facts.record = document.object();
    if (facts.record[u"packageId"_s].toString() != facts.packageId)
        facts.violations += u"data/dossier.json: of another package"_s;
    checkNamedFiles(files, facts);
    if (schemaFile.isEmpty())
        return {};
    const auto violations = schemaViolations(facts.record, schemaFile);
    if (!violations)
        return fail(violations.error());
    for (const QString &violation : *violations)
        facts.violations += u"data/dossier.json"_s + violation;
    return {};
}

} // namespace

Result<PackageInspection> inspectPackage(const QString &path, const QString &schemaFile)
{
    // A pipe would never answer, a device never end.
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileUnreadable, u"no file"_s, {{u"path"_s, path}});
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    PackageInspection facts;
    facts.sha256 = QString::fromLatin1(hash.result().toHex());
    facts.bytes = file.size();
    file.close();

    Reader reader(facts);
    if (auto read = reader.read(path); !read)
        return fail(read.error());
    BagCheck(reader.files(), facts).run();
    if (auto checked = checkRecord(reader.files(), schemaFile, facts); !checked)
        return fail(checked.error());
    return facts;
}

} // namespace sohoa
