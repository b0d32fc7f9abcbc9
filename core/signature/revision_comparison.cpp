// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/revision_comparison.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sohoa {

namespace {

using Object = QPDFObjectHandle;
using Table = std::map<QPDFObjGen, QPDFXRefEntry>;

constexpr int mostEntries = 100'000; ///< Of one array that is compared.

bool standsWhereItStood(const Table &before, const Table &now, QPDFObjGen object)
{
    const auto was = before.find(object);
    const auto is = now.find(object);
    if (was == before.end() || is == now.end() || was->second.getType() != is->second.getType())
        return false;
    constexpr int inObjectStream = 2;
    if (is->second.getType() != inObjectStream)
        return was->second.getOffset() == is->second.getOffset();
    return was->second.getObjStreamNumber() == is->second.getObjStreamNumber() &&
           was->second.getObjStreamIndex() == is->second.getObjStreamIndex() &&
           standsWhereItStood(before, now, QPDFObjGen(is->second.getObjStreamNumber(), 0));
}

bool isNamed(Object value, const char *name)
{
    return value.isName() && value.getName() == name;
}

bool isSignatureField(Object field)
{
    return field.isDictionary() && isNamed(field.getKey("/FT"), "/Sig");
}

/// The same entries, and behind or between them only signature fields. A missing array is an empty one.
bool onlyFieldsAdded(Object before, Object now)
{
    const auto isArrayOrNothing = [](Object &value) {
        return value.isNull() || (value.isArray() && value.getArrayNItems() < mostEntries);
    };
    if (!isArrayOrNothing(before) || !isArrayOrNothing(now))
        return false;
    const int old = before.isNull() ? 0 : before.getArrayNItems();
    int matched = 0;
    for (int i = 0; !now.isNull() && i < now.getArrayNItems(); ++i) {
        Object entry = now.getArrayItem(i);
        if (matched < old && entry.unparse() == before.getArrayItem(matched).unparse())
            ++matched;
        else if (!isSignatureField(entry))
            return false;
    }
    return matched == old;
}

bool isAllowedForm(Object before, Object now);

/// Every key that differs is one of those that `allowed` accepts.
template <class Allowed> bool differsOnly(Object before, Object now, const Allowed &allowed)
{
    std::set<std::string> keys = before.getKeys();
    keys.merge(now.getKeys());
    return std::ranges::all_of(keys, [&](const std::string &key) {
        Object was = before.getKey(key);
        Object is = now.getKey(key);
        return was.unparse() == is.unparse() || allowed(key, was, is);
    });
}

bool isAllowedForm(Object before, Object now)
{
    if (!now.isDictionary() || !(before.isDictionary() || before.isNull()))
        return false;
    const auto allowed = [](const std::string &key, Object was, Object is) {
        return key == "/Fields" ? onlyFieldsAdded(was, is) : key == "/SigFlags" && is.isInteger();
    };
    return differsOnly(before.isNull() ? Object::newDictionary() : before, now, allowed);
}

bool isAllowed(Object before, Object now, bool isCatalog)
{
    // An unsigned field's own array of fields or annotations may be an object of its own.
    if (before.isArray() && now.isArray())
        return onlyFieldsAdded(before, now);
    if (!before.isDictionary() || !now.isDictionary())
        return false;
    if (isCatalog)
        return differsOnly(before, now, [](const std::string &key, Object was, Object is) {
            return key == "/AcroForm" ? isAllowedForm(was, is) : key == "/DSS" || key == "/Extensions";
        });
    if (isNamed(before.getKey("/Type"), "/Page"))
        return differsOnly(before, now, [](const std::string &key, Object was, Object is) {
            return key == "/Annots" && onlyFieldsAdded(was, is);
        });
    if (isSignatureField(before) && before.getKey("/V").isNull())
        return differsOnly(before, now, [](const std::string &key, Object, Object) {
            return key == "/V" || key == "/AP" || key == "/F" || key == "/M";
        });
    return before.hasKey("/Fields") && isAllowedForm(before, now);
}

/// Whether one of these objects of the signed revision refers to an object that was not there then and is now: a
/// place left open for what nobody signed. `pdf` is either revision: qpdf 12 shows a reference into the void as
/// null, so the signed one no longer tells, but where nothing was replaced the later one does.
bool fillsGap(QPDF &pdf, const std::vector<QPDFObjGen> &objects, const Table &were, const Table &are)
{
    std::vector<Object> open;
    const auto push = [&open](Object value) {
        if (value.isArray() || value.isDictionary())
            open.push_back(value);
    };
    for (const QPDFObjGen &object : objects) {
        Object value = pdf.getObjectByObjGen(object);
        push(value.isStream() ? value.getDict() : value);
    }
    while (!open.empty()) {
        Object next = open.back();
        open.pop_back();
        std::vector<Object> parts;
        if (next.isArray()) {
            parts = next.getArrayAsVector();
        } else {
            for (const std::string &key : next.getKeys())
                parts.push_back(next.getKey(key));
        }
        for (Object &part : parts) {
            if (!part.isIndirect())
                push(part);
            else if (!were.contains(part.getObjGen()) && are.contains(part.getObjGen()))
                return true;
        }
    }
    return false;
}

void load(QPDF &pdf, const QByteArray &file, qint64 size)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("revision", file.constData(), static_cast<size_t>(size));
}

LaterChanges compare(const QByteArray &file, qint64 end)
{
    QPDF before;
    QPDF now;
    load(before, file, end);
    load(now, file, file.size());
    const QPDFObjGen catalog = before.getRoot().getObjGen();
    if (now.getRoot().getObjGen() != catalog ||
        before.getTrailer().getKey("/Info").unparse() != now.getTrailer().getKey("/Info").unparse())
        return LaterChanges::Other;
    const Table were = before.getXRefTable();
    const Table are = now.getXRefTable();
    std::vector<QPDFObjGen> all;
    std::vector<QPDFObjGen> kept;
    for (const auto &[object, entry] : were) {
        all.push_back(object);
        if (standsWhereItStood(were, are, object)) {
            kept.push_back(object);
            continue;
        }
        if (!are.contains(object) ||
            !isAllowed(before.getObjectByObjGen(object), now.getObjectByObjGen(object), object == catalog))
            return LaterChanges::Other;
    }
    return fillsGap(before, all, were, are) || fillsGap(now, kept, were, are) ? LaterChanges::Other
                                                                              : LaterChanges::SignaturesOnly;
}

} // namespace

LaterChanges changesSince(const QByteArray &file, qint64 end)
{
    if (end == file.size())
        return LaterChanges::None;
    try {
        return compare(file, end);
    } catch (const std::exception &) {
        return LaterChanges::Other; // no revision that could have been signed
    }
}

} // namespace sohoa
