// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_inspection.h"
#include "tests/integration/signature/rig.h"
#include "tests/support/desk.h"
#include "tests/unit/pdf/samples.h"

namespace sohoa::test {

using namespace Qt::StringLiterals;

inline constexpr auto packageSchema = "schema/dossier.schema.json"_L1;

/// Two approved dossiers of one page each, and a token.
class SigningDesk {
public:
    SigningDesk()
    {
        box.addToken(u"canbo"_s, authority.issue(), authority);
        config = stationConfigFor(folder.filePath(u"kho ký"_s));
        config.signHelperProgram = programPath(u"sohoa-sign-helper"_s);
        config.agency = u"UBND xã Hồng Thái"_s;
        auto opened = Station::open(config, clock);
        REQUIRE_OK(opened);
        station = std::move(*opened);
        for (const QString &batch : {u"Hộp 1"_s, u"Hộp 2"_s})
            ids.push_back(approvedDossier(batch));
    }

    SigningSummary sign(SignatureRole role, const std::vector<DossierId> &which,
                        const QString &module = TokenBox::softHsm(), const char *pin = rightPin)
    {
        SigningSummary summary;
        QEventLoop loop;
        QObject::connect(station.get(), &Station::signingEnded, &loop, [&](const SigningSummary &ended) {
            summary = ended;
            loop.quit();
        });
        REQUIRE_OK(station->startSigning(
            {.dossiers = which, .key = {.module = module, .token = u"canbo"_s}, .role = role}, secret(pin)));
        loop.exec();
        return summary;
    }

    QString packageOf(const DossierId &id) const
    {
        return folder.filePath(u"kho ký/packages/"_s) + station->dossier(id)->package->toString() + u".zip"_s;
    }

    PackageInspection inspected(const DossierId &id) const
    {
        auto facts = inspectPackage(packageOf(id), resourcePath(packageSchema));
        REQUIRE_OK(facts);
        CHECK(facts->violations == QStringList());
        return *facts;
    }

    QTemporaryDir folder{pathTemplate()};
    SystemClock clock;
    StationConfig config;
    TokenBox box;
    Authority authority;
    std::unique_ptr<Station> station;
    std::vector<DossierId> ids;

private:
    DossierId approvedDossier(const QString &batchName)
    {
        const QString page = folder.filePath(batchName + u".jpg"_s);
        samplePage(page, {});
        const auto batch = station->openBatch(batchName);
        REQUIRE_OK(batch);
        QEventLoop loop;
        QObject::connect(station.get(), &Station::idle, &loop, &QEventLoop::quit);
        IntakeOptions options;
        options.oneDossier = true;
        options.dpi = 150;
        REQUIRE_OK(station->startImport({page}, batch->id, options));
        loop.exec();
        const auto rows = station->dossiers({.batch = batch->id});
        REQUIRE_OK(rows);
        REQUIRE(rows->size() == 1);
        const DossierId id = rows->front().id;
        DossierTags tags;
        tags.procedureCode = u"1.004873"_s;
        tags.fields = {{u"number"_s, u"09/UBND-"_s + batchName.right(1)},
                       {u"issue_date"_s, u"15/09/2025"_s},
                       {u"agency"_s, u"UBND xã Hồng Thái"_s},
                       {u"person_name"_s, u"Lành Thị Xuyến"_s},
                       {u"personal_id"_s, u"020189000827"_s},
                       {u"abstract"_s, u"Giấy xác nhận tình trạng hôn nhân"_s}};
        tags.validity = u"until:2099-01-01"_s;
        REQUIRE_OK(station->tag(id, tags));
        QMap<QString, QString> overrides;
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto approved = station->approve(id, overrides);
            if (approved)
                return id;
            // A page of slopes is no paper: what the gate warns of is overruled as a clerk would.
            REQUIRE(approved.error().code == ErrorCode::FindingsBlock);
            for (const QString &rule : approved.error().args.value(u"rules"_s).split(u", "_s))
                overrides[rule] = u"trang thử"_s;
        }
        FAIL("not approved");
        return id;
    }
};

} // namespace sohoa::test
