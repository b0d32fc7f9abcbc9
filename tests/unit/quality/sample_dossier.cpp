// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/quality/sample_dossier.h"

#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <algorithm>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

Page readPage()
{
    static const FakeClock clock;
    Page page;
    page.id = PageId::make(clock);
    page.dpi = 300;
    PageReading reading;
    reading.dpi = 300;
    reading.confidence = 0.9;
    reading.words = std::vector<Word>(40, Word{u"chữ"_s, {}, 0.9, 0});
    page.reading = reading;
    return page;
}

} // namespace

const Catalogue &catalogue()
{
    static const Result<Catalogue> loaded =
        Catalogue::load(qEnvironmentVariable("SOHOA_RESOURCES") + u"/catalogue"_s);
    REQUIRE_OK(loaded);
    return *loaded;
}

FieldValue fieldValue(const QString &value, double confidence, FieldOrigin origin)
{
    FieldValue made;
    made.value = value;
    made.confidence = confidence;
    made.origin = origin;
    return made;
}

FieldValue byClerk(const QString &value)
{
    return fieldValue(value, 1, FieldOrigin::Clerk);
}

Sample::Sample()
{
    dossier.procedure = {u"1.001193"_s, u"Thủ tục đăng ký khai sinh"_s, 1, FieldOrigin::Clerk};
    dossier.documentTypeId = u"birth_certificate"_s;
    dossier.validity.status = ValidityStatus::InForce;
    dossier.validity.basis = ValidityBasis::Indefinite;
    add(u"birth_certificate"_s, u"Giấy khai sinh"_s, DocumentKind::Result);
    add(u"form_birth"_s, u"Tờ khai đăng ký khai sinh"_s);
    add(u"birth_notice"_s, u"Giấy chứng sinh"_s);
    set(u"number"_s, fieldValue(u"45/2023"_s));
    set(u"issue_date"_s, fieldValue(u"2023-08-22"_s));
    set(u"agency"_s, fieldValue(u"UBND xã Hồng Thái"_s));
    set(u"person_name"_s, fieldValue(u"Hoàng Thị Mẫu"_s));
    set(u"abstract"_s, fieldValue(u"Giấy khai sinh – Hoàng Thị Mẫu"_s));
    set(u"personal_id"_s, byClerk(u"020186001234"_s));
    set(u"birth_date"_s, byClerk(u"1986-02-05"_s));
}

Document &Sample::add(const QString &typeId, const QString &title, DocumentKind kind)
{
    pages.push_back(readPage());
    Document document;
    document.typeId = typeId;
    document.title = title;
    document.kind = kind;
    document.pages = {pages.back().id};
    dossier.pages.push_back(pages.back().id);
    dossier.documents.push_back(document);
    return dossier.documents.back();
}

std::vector<Finding> Sample::of(const QString &rule) const
{
    std::vector<Finding> findings = check();
    std::erase_if(findings, [&](const Finding &finding) { return finding.rule != rule; });
    return findings;
}

bool Sample::gives(const QString &rule, Severity severity) const
{
    const auto findings = of(rule);
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding &finding) { return finding.severity == severity; });
}

} // namespace sohoa::test
