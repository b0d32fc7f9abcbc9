// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_inspection.h"
#include "core/package/package_writer.h"

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <optional>
#include <vector>

namespace sohoa::test {

/// A folder with a blank and Vietnamese letters in its name.
QString pathTemplate();

/// resources/schema/dossier.schema.json
QString schemaFile();

/// A dossier of three pages whose clerk filled in everything: a result of two pages, a component of one, each a
/// real PDF below `folder`.
PackageInput fullInput(const QTemporaryDir &folder);

/// What is left when the clerk filled in only what the gate demands: no number, no personal id, no birth date, no
/// dossier code, a paper of unknown type; pages that were not read.
PackageInput bareInput(const QTemporaryDir &folder);

void setField(Fields &fields, const QString &name, const QString &value, FieldOrigin origin = FieldOrigin::Clerk);

/// The record of the package that writePackage() makes of it, schema and bag checked.
QJsonObject recordOf(const PackageInput &input, const QTemporaryDir &folder);

/// In hexadecimal digits, as manifests carry it.
QByteArray sha256(const QByteArray &bytes);

/// An entry of a ZIP as libarchive gives and takes it.
struct ZipEntry {
    QByteArray name;
    QByteArray bytes;
    unsigned type = 0100000; ///< AE_IFREG
    QByteArray link = {};    ///< Of a symbolic link.
};
/// `inOnePass`: by the local headers alone, as a reader of a pipe does.
std::vector<ZipEntry> readZip(const QString &path, bool inOnePass = false);
void writeZip(const QString &path, const std::vector<ZipEntry> &entries, const char *compression = "deflate");

/// Runs a program of the machine in `folder`; nothing when it is not installed.
struct Said {
    int exitCode = -1;
    QByteArray out;
};
std::optional<Said> run(const QString &program, const QStringList &arguments, const QString &folder);

} // namespace sohoa::test
