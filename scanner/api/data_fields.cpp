// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/data_fields.h"

#include <QJsonDocument>

#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

Result<QJsonObject> DataFields::objectOf(const QByteArray &json, const QString &file)
{
    QJsonParseError parsed{};
    const auto document = QJsonDocument::fromJson(json, &parsed);
    if (document.isObject())
        return document.object();
    return fail(ErrorCode::ProfileInvalid, parsed.errorString(),
                {{u"file"_s, file},
                 {u"member"_s, u"%1"_s.arg(parsed.offset)},
                 {u"reason"_s, u"json"_s},
                 {u"allowed"_s, QString()}});
}

QString DataFields::place(QStringView key) const
{
    return m_where.isEmpty() ? key.toString() : m_where + u'.' + key.toString();
}

QJsonValue DataFields::take(QStringView key)
{
    m_taken.insert(key.toString());
    return m_object.value(key);
}

void DataFields::spoil(QStringView key, const QString &reason, const QString &allowed)
{
    if (!m_fault)
        m_fault = Fault{place(key), reason, allowed};
}

QString DataFields::requiredText(QStringView key)
{
    if (!has(key))
        spoil(key, u"missing"_s);
    return text(key);
}

QString DataFields::text(QStringView key)
{
    const QJsonValue json = take(key);
    if (!json.isUndefined() && !json.isString())
        spoil(key, u"kind"_s);
    return json.toString();
}

bool DataFields::flag(QStringView key)
{
    const QJsonValue json = take(key);
    if (!json.isUndefined() && !json.isBool())
        spoil(key, u"kind"_s);
    return json.toBool();
}

std::optional<int> DataFields::number(QStringView key, int min, int max)
{
    const QJsonValue json = take(key);
    if (json.isUndefined())
        return std::nullopt;
    const double number = json.toDouble(std::nan(""));
    if (!(number >= min && number <= max && number == std::floor(number))) {
        spoil(key, u"range"_s, u"%1…%2"_s.arg(min).arg(max));
        return std::nullopt;
    }
    return static_cast<int>(number);
}

QString DataFields::word(QStringView key, const QStringList &allowed)
{
    const QJsonValue json = take(key);
    if (json.isUndefined())
        return allowed.front();
    if (!allowed.contains(json.toString()))
        spoil(key, u"word"_s, allowed.join(u", "_s));
    return json.toString();
}

QStringList DataFields::texts(QStringView key)
{
    QStringList list;
    for (const QJsonValue &element : array(key)) {
        if (!element.isString())
            spoil(key, u"kind"_s);
        list.append(element.toString());
    }
    return list;
}

QJsonObject DataFields::object(QStringView key)
{
    const QJsonValue json = take(key);
    if (!json.isUndefined() && !json.isObject())
        spoil(key, u"kind"_s);
    return json.toObject();
}

QJsonArray DataFields::array(QStringView key)
{
    const QJsonValue json = take(key);
    if (!json.isUndefined() && !json.isArray())
        spoil(key, u"kind"_s);
    return json.toArray();
}

std::optional<DataFields::Fault> DataFields::firstFault() const
{
    if (m_fault)
        return m_fault;
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!m_taken.contains(it.key()))
            return Fault{place(it.key()), u"stranger"_s, {}};
    }
    return std::nullopt;
}

void DataFields::join(const DataFields &inner)
{
    if (!m_fault)
        m_fault = inner.firstFault();
}

std::optional<Error> DataFields::fault(const QString &file) const
{
    const auto first = firstFault();
    if (!first)
        return std::nullopt;
    return Error{ErrorCode::ProfileInvalid,
                 {{u"file"_s, file},
                  {u"member"_s, first->member},
                  {u"reason"_s, first->reason},
                  {u"allowed"_s, first->allowed}},
                 {}};
}

} // namespace sohoa
