// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/csv_table.h"
#include "core/catalogue/personal_id.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sohoa;

namespace {

QString resourceFolder()
{
    return qEnvironmentVariable("SOHOA_RESOURCES") + u"/catalogue"_s;
}

const Catalogue &catalogue()
{
    static const Result<Catalogue> loaded = Catalogue::load(resourceFolder());
    REQUIRE_OK(loaded);
    return *loaded;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// A copy of the shipped folder in which one file is replaced.
class CopiedFolder {
public:
    CopiedFolder()
        : m_dir(QDir::tempPath() + u"/sohoa danh mục XXXXXX"_s)
    {
        for (const QString &name : QDir(resourceFolder()).entryList({u"*.csv"_s}, QDir::Files))
            REQUIRE(QFile::copy(resourceFolder() + u'/' + name, m_dir.filePath(name)));
    }
    void replace(const QString &name, const QByteArray &content)
    {
        QFile::remove(m_dir.filePath(name));
        QFile file(m_dir.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
    }
    QString path() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
};

} // namespace

TEST_CASE("The shipped catalogue loads and knows its facts", "[catalogue]")
{
    CHECK(catalogue().procedures().size() >= 100);
    const Procedure *birth = catalogue().procedure(u"1.001193.000.00.00.H37"_s);
    REQUIRE(birth != nullptr);
    CHECK(birth->name == u"Thủ tục đăng ký khai sinh"_s);
    CHECK(birth->validityRule == u"indefinite"_s);
    CHECK(catalogue().procedure(u"9.999999"_s) == nullptr);
    CHECK(catalogue().procedure({}) == nullptr);

    const DocumentType *type = catalogue().documentType(u"birth_certificate"_s);
    REQUIRE(type != nullptr);
    CHECK(type->kind == DocumentKind::Result);
    CHECK(type->titleExpression.match(foldToCapitals(u"Giấy khai sinh"_s)).hasMatch());
    REQUIRE_FALSE(catalogue().proceduresOf(*type).empty());
    CHECK(catalogue().proceduresOf(*type).front()->code == u"1.001193"_s);
    CHECK(catalogue().documentType(u"no_such"_s) == nullptr);
    for (size_t i = 1; i < catalogue().documentTypes().size(); ++i)
        CHECK(catalogue().documentTypes()[i - 1].priority >= catalogue().documentTypes()[i].priority);

    CHECK(catalogue().provinceOfPersonalId(u"020186001234"_s) == u"Lạng Sơn"_s);
    CHECK(catalogue().provinceOfPersonalId(u"999186001234"_s).isEmpty());
    CHECK(catalogue().knowsSymbolPart(u"QĐ"_s));
    CHECK(catalogue().knowsSymbolPart(u"qd"_s));
    CHECK_FALSE(catalogue().knowsSymbolPart(u"ZZZ"_s));
    CHECK(catalogue().ethnicGroups().size() >= 54);
    CHECK_FALSE(catalogue().readingConfusions().empty());
}

TEST_CASE("A unit code names different units at different dates", "[catalogue]")
{
    const auto before = catalogue().agenciesNamed(u"UBND xã Hồng Thái, huyện Bình Gia"_s, QDate(2023, 8, 22));
    REQUIRE(before.size() >= 1);
    for (const Agency *agency : before)
        CHECK(agency->existedOn(QDate(2023, 8, 22)));
    CHECK(catalogue().agenciesNamed(u"Ủy ban nhân dân XÃ HỒNG THÁI"_s, QDate(2023, 8, 22)).size() ==
          before.size());
    CHECK(catalogue().agenciesNamed(u"Huyện Bình Gia"_s, QDate(2025, 7, 1)).empty());
    CHECK(catalogue().agenciesNamed(u"Huyện Bình Gia"_s, QDate(2025, 6, 30)).size() == 1);
    CHECK(catalogue().agenciesNamed(u"Huyện Bình Gia"_s, std::nullopt).size() == 1);
}

TEST_CASE("Each shipped pattern finds its own example", "[catalogue]")
{
    const auto table = CsvTable::parse(contentOf(resourceFolder() + u"/patterns.csv"_s), u"patterns.csv"_s);
    REQUIRE_OK(table);
    for (const CsvRow &row : table->rows()) {
        const QString name = table->cell(row, u"name"_s);
        CAPTURE(name.toStdString());
        const Pattern *pattern = catalogue().pattern(name);
        REQUIRE(pattern != nullptr);
        QString example = table->cell(row, u"example_raw"_s).replace(u"\\n"_s, u"\n"_s);
        if (pattern->folded)
            example = foldToCapitals(example);
        const auto match = pattern->expression.match(example);
        REQUIRE(match.hasMatch());
        for (const QString &group : table->cell(row, u"expected_groups"_s).split(u';', Qt::SkipEmptyParts))
            CHECK(match.captured(group.section(u'=', 0, 0)) == group.section(u'=', 1));
    }
    CHECK(catalogue().pattern(u"no_such"_s) == nullptr);
}

TEST_CASE("Imported procedures replace those with their code and leave the catalogue untouched", "[catalogue]")
{
    const auto imported = parseProcedures("code,name_vi\n1.001193,Tên mới\n9.000001,Thủ tục thêm\n");
    REQUIRE_OK(imported);
    const Catalogue merged = catalogue().withProcedures(*imported);
    CHECK(merged.procedures().size() == catalogue().procedures().size() + 1);
    CHECK(merged.procedure(u"1.001193"_s)->name == u"Tên mới"_s);
    CHECK(merged.procedure(u"9.000001"_s)->name == u"Thủ tục thêm"_s);
    CHECK(catalogue().procedure(u"1.001193"_s)->name == u"Thủ tục đăng ký khai sinh"_s);
    CHECK(catalogue().procedure(u"9.000001"_s) == nullptr);
}

TEST_CASE("A broken catalogue is refused with file and row", "[catalogue]")
{
    CHECK(Catalogue::load(resourceFolder() + u"/no such"_s).error().code == ErrorCode::FileUnreadable);

    CopiedFolder folder;
    REQUIRE_OK(Catalogue::load(folder.path()));
    const QByteArray types = contentOf(resourceFolder() + u"/doc_types.csv"_s);

    QByteArray broken = types;
    broken.replace("GIAY\\s*KHAI\\s*SINH,,NGUOI", "GIAY\\s*(KHAI\\s*SINH,,NGUOI");
    REQUIRE(broken != types);
    folder.replace(u"doc_types.csv"_s, broken);
    const auto badExpression = Catalogue::load(folder.path());
    REQUIRE_FALSE(badExpression.has_value());
    CHECK(badExpression.error().code == ErrorCode::CatalogueInvalid);
    CHECK(badExpression.error().args.value(u"file"_s) == u"doc_types.csv"_s);
    CHECK(badExpression.error().args.value(u"row"_s) == u"2"_s);
    CHECK(badExpression.error().args.value(u"column"_s) == u"title_regex_folded"_s);

    broken = types;
    broken.replace(",civil_status_number,", ",no_such_pattern,");
    folder.replace(u"doc_types.csv"_s, broken);
    CHECK(Catalogue::load(folder.path()).error().args.value(u"column"_s) == u"number_pattern"_s);

    folder.replace(u"doc_types.csv"_s, types);
    folder.replace(u"field_labels.csv"_s, "field,doc_types,label_regex_folded,kind\nx,no_such_type,A,line\n");
    CHECK(Catalogue::load(folder.path()).error().args.value(u"file"_s) == u"field_labels.csv"_s);
    folder.replace(u"field_labels.csv"_s, "field,doc_types,label_regex_folded,kind\nx,,A,poem\n");
    CHECK(Catalogue::load(folder.path()).error().args.value(u"column"_s) == u"kind"_s);
}

TEST_CASE("A personal number tells province, sex and year", "[catalogue]")
{
    const auto parts = parsePersonalId(u"020186001234"_s);
    REQUIRE(parts.has_value());
    CHECK(parts->province == u"020"_s);
    CHECK_FALSE(parts->male);
    CHECK(parts->birthYear == 1986);
    CHECK(parsePersonalId(u"020286001234"_s)->birthYear == 2086);
    CHECK(parsePersonalId(u"020286001234"_s)->male);
    CHECK_FALSE(parsePersonalId(u"120186001234"_s).has_value());
    CHECK_FALSE(parsePersonalId(u"02018600123"_s).has_value());
    CHECK_FALSE(parsePersonalId(u"02018600123x"_s).has_value());
    CHECK(isOldIdNumber(u"082123456"_s));
    CHECK_FALSE(isOldIdNumber(u"08212345"_s));
}
