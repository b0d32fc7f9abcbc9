// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pdf/pdf_writer.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace sohoa::test {

/// What a program of the machine says; the tests need the readers that citizens and repositories use.
struct Said {
    int exitCode = -1;
    QByteArray out;
};
/// Fails the test when the program is not installed.
Said run(const QString &program, const QStringList &arguments);

/// A folder with a blank and Vietnamese letters in its name.
QString pathTemplate();

/// Pixels of 8 bits, `components` a pixel.
struct Picture {
    int width = 0;
    int height = 0;
    int components = 3;
    QByteArray pixels;
};

/// Soft slopes of gray or colour with some rulings, so that decoders agree on it.
Picture samplePicture(int width, int height, int components);
QByteArray toJpeg(const Picture &picture, int quality = 90);
Picture fromJpeg(const QByteArray &jpeg);

/// Lines of text as if read on a page of 1240 x 1754 pixels at 150 dpi: boxes as tall as their letters reach.
std::vector<Word> wordsOf(const QStringList &lines);

PdfMetadata sampleMetadata();
/// A page of 1240 x 1754 pixels at 150 dpi whose picture is written to `file`.
PdfPage samplePage(const QString &file, const QStringList &lines, int components = 3);

/// A file with the objects 1, 2, 3 … as given, object 1 being the catalog.
QByteArray handMadePdf(const std::vector<QByteArray> &objects, const QByteArray &trailer = "/ID [<00> <00>]");
QByteArray streamObject(const QByteArray &dictionary, const QByteArray &bytes);

} // namespace sohoa::test
