// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign.h"

#include "core/catalogue/catalogue.h"
#include "core/catalogue/csv_table.h"
#include "core/store/store.h"

#include <QFile>

#include "paper.h"
#include <algorithm>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int dossiersABatch = 200;
constexpr quint64 seed = 575'373;
constexpr qint64 campaignMs = 2LL * 365 * 24 * 3600 * 1000;

/// Time as the campaign goes on: every row has the moment it would have had.
class CampaignClock final : public Clock {
public:
    Instant now() const override { return m_now; }
    void set(qint64 msecs) { m_now = {std::max(m_now.msecs, msecs)}; }

private:
    Instant m_now{1'735'689'600'000}; // 2025-01-01
};

struct Trade {
    QString code;
    QString name;
    QString result;
};

Result<CsvTable> readTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, {{u"path"_s, path}});
    return CsvTable::parse(file.readAll(), path);
}

Result<std::vector<Trade>> tradesOf(const QString &folder)
{
    const auto table = readTable(folder + u"/procedures.csv"_s);
    if (!table)
        return fail(table.error());
    std::vector<Trade> trades;
    for (const CsvRow &row : table->rows())
        trades.push_back({table->cell(row, u"code"_s), table->cell(row, u"name_vi"_s),
                          table->cell(row, u"result_document"_s).section(u';', 0, 0)});
    return trades;
}

Result<QStringList> communesOf(const QString &folder)
{
    const auto table = readTable(folder + u"/agencies.csv"_s);
    if (!table)
        return fail(table.error());
    QStringList communes;
    for (const CsvRow &row : table->rows())
        if (table->cell(row, u"level"_s) == u"commune")
            communes.append(u"UBND "_s + table->cell(row, u"name_vi"_s).toLower().left(1) +
                            table->cell(row, u"name_vi"_s).mid(1));
    return communes;
}

FieldValue field(const QString &value, const PageId &page, Dice &dice)
{
    return {value,
            (900 + dice.below(99)) / 1000.0,
            page,
            {240 + dice.below(900), 300 + dice.below(2500), 200 + dice.below(900), 44},
            FieldOrigin::Ocr};
}

class Filling {
public:
    Filling(Store &store, CampaignClock &clock, std::vector<Trade> trades, QStringList communes)
        : m_store(store)
        , m_clock(clock)
        , m_trades(std::move(trades))
        , m_communes(std::move(communes))
        , m_dice(seed)
    {
    }

    Result<void> batch(int number, int first, int count, int all)
    {
        Batch batch;
        m_clock.set(1'735'689'600'000 + campaignMs / std::max(1, all) * first);
        batch.id = BatchId::make(m_clock);
        batch.name = u"Hộp %1"_s.arg(number);
        batch.agency = m_dice.pick(m_communes);
        batch.operatorName = u"canbo%1"_s.arg(number % 12);
        batch.createdAt = m_clock.now();
        m_store.database().setActor(batch.operatorName);
        return m_store.database().transaction([&]() -> Result<void> {
            if (auto created = m_store.batches().create(batch); !created)
                return created;
            for (int i = 0; i < count; ++i) {
                m_clock.set(1'735'689'600'000 + campaignMs / all * (first + i));
                if (auto added = dossier(batch, i, all - first - i); !added)
                    return added;
            }
            return {};
        });
    }

private:
    Matter makeMatter(const QString &commune)
    {
        // A few procedures make most of the work.
        const int place =
            std::min({m_dice.below(static_cast<int>(m_trades.size())), m_dice.below(24), m_dice.below(60)});
        const Trade &trade = m_trades[static_cast<size_t>(place)];
        Matter matter;
        matter.agency = commune;
        matter.procedureCode = trade.code;
        matter.procedure = trade.name;
        matter.result = trade.result;
        matter.received = m_dice.between(QDate(2005, 1, 1), QDate(2025, 6, 30));
        matter.issued = matter.received.addDays(1 + m_dice.below(20));
        matter.code = u"000.%1.%2.H37-%3-%4"_s.arg(m_dice.digits(2), m_dice.digits(2),
                                                   matter.received.toString(u"yyMMdd"), m_dice.digits(4));
        matter.number = u"%1/%2"_s.arg(1 + m_dice.below(900)).arg(matter.issued.year());
        matter.person = makePerson(m_dice, commune);
        matter.mother = makePerson(m_dice, commune);
        matter.father = makePerson(m_dice, commune);
        matter.official = m_communes.indexOf(commune) % 2 ? u"Hoàng Văn Thịnh"_s : u"Nông Thị Bích Thủy"_s;
        return matter;
    }

    Result<PageId> page(const Batch &batch, const QStringList &lines)
    {
        Page page;
        page.id = PageId::make(m_clock);
        page.batch = batch.id;
        page.source = u"epsonds:usb:001:004"_s;
        page.masterFile = page.id.toString() + u".jpg"_s;
        for (int i = 0; i < 4; ++i)
            page.masterSha256 += u"%1"_s.arg(m_dice.bits(), 16, 16, QChar(u'0'));
        page.dpi = 300;
        page.width = 2480;
        page.height = 3508;
        page.capturedAt = m_clock.now();
        if (auto stored = m_store.pages().append(page); !stored)
            return fail(stored.error());
        const PageReading reading = readingOf(lines, m_dice);
        if (auto read = m_store.pages().setReading(page.id, reading, PageState::Recognized); !read)
            return fail(read.error());
        return page.id;
    }

    Result<void> dossier(const Batch &batch, int position, int behind)
    {
        const Matter matter = makeMatter(batch.agency);
        // 4.35 pages on average: receipt, form, result; both sides of the ID card for half, a statement for a
        // third.
        std::vector<Paper> papers{Paper::Receipt, Paper::Form};
        if (m_dice.chance(50))
            papers.insert(papers.end(), {Paper::IdentityCard, Paper::IdentityCard});
        if (m_dice.chance(35))
            papers.push_back(Paper::Statement);
        papers.push_back(Paper::Result);
        Dossier dossier;
        dossier.id = DossierId::make(m_clock);
        for (const Paper paper : papers) {
            const auto id = page(batch, linesOf(paper, matter, m_dice));
            if (!id)
                return fail(id.error());
            dossier.pages.push_back(*id);
        }
        describe(dossier, batch, matter, papers, position);
        if (auto inserted = m_store.dossiers().insert(dossier); !inserted)
            return inserted;
        const auto pages = m_store.pages().ofDossier(dossier.id);
        if (!pages)
            return fail(pages.error());
        if (auto indexed = m_store.search().update(dossier.id, searchTextOf(dossier, *pages)); !indexed)
            return indexed;
        if (auto noted = m_store.duplicates().noteLook(dossier.pages.front(), m_dice.bits()); !noted)
            return noted;
        return lead(dossier, batch, behind);
    }

    void describe(Dossier &dossier, const Batch &batch, const Matter &matter, const std::vector<Paper> &papers,
                  int position)
    {
        dossier.batch = batch.id;
        dossier.position = position;
        dossier.boundary = u"receipt"_s;
        dossier.boundaryConfidence = 0.97;
        dossier.procedure = {matter.procedureCode, matter.procedure, 0.97, FieldOrigin::Rule};
        dossier.documentTypeId = u"birth_certificate"_s;
        dossier.validity.status = m_dice.chance(70) ? ValidityStatus::InForce : ValidityStatus::Expired;
        dossier.validity.basis = ValidityBasis::Indefinite;
        dossier.validity.from = matter.issued;
        const PageId result = dossier.pages.back();
        const PageId first = dossier.pages.front();
        dossier.fields = {{u"number"_s, field(matter.number, result, m_dice)},
                          {u"issue_date"_s, field(matter.issued.toString(Qt::ISODate), result, m_dice)},
                          {u"agency"_s, field(matter.agency, result, m_dice)},
                          {u"person_name"_s, field(matter.person.name, result, m_dice)},
                          {u"personal_id"_s, field(matter.person.id, result, m_dice)},
                          {u"birth_date"_s, field(matter.person.born.toString(Qt::ISODate), result, m_dice)},
                          {u"dossier_code"_s, field(matter.code, first, m_dice)},
                          {u"abstract"_s, field(matter.result + u" của "_s + matter.person.name, {}, m_dice)}};
        for (size_t i = 0; i < papers.size(); ++i) {
            Document document;
            document.id = DocumentId::make(m_clock);
            document.pages = {dossier.pages[i]};
            document.confidence = 0.95;
            document.kind = papers[i] == Paper::Result ? DocumentKind::Result : DocumentKind::Component;
            document.typeId = papers[i] == Paper::Result ? u"birth_certificate"_s : u"declaration"_s;
            document.title = papers[i] == Paper::Result ? matter.result : u"Tờ khai"_s;
            if (papers[i] == Paper::Result)
                document.fields = {
                    {u"subject_name"_s, field(matter.person.name, result, m_dice)},
                    {u"mother_name"_s, field(matter.mother.name, result, m_dice)},
                    {u"father_name"_s, field(matter.father.name, result, m_dice)},
                    {u"registration_date"_s, field(matter.issued.toString(Qt::ISODate), result, m_dice)},
                    {u"signer_name"_s, field(matter.official, result, m_dice)}};
            dossier.documents.push_back(document);
        }
    }

    /// How far it has come; the newest are still on the desk.
    Result<void> lead(const Dossier &dossier, const Batch &batch, int behind)
    {
        std::vector<DossierState> way{DossierState::Review, DossierState::Approved, DossierState::Queued,
                                      DossierState::Sent,
                                      m_dice.below(300) ? DossierState::Accepted : DossierState::Rejected};
        constexpr int onTheDesk = 400;
        if (behind <= onTheDesk)
            way.resize(static_cast<size_t>(1 + m_dice.below(4)));
        std::optional<PackageId> package;
        for (const DossierState state : way) {
            const auto changed = m_store.dossiers().changeState(dossier.id, state, batch.operatorName);
            if (!changed)
                return fail(changed.error());
            package = *changed;
            m_clock.set(m_clock.now().msecs + 20);
            if (state == DossierState::Queued)
                if (auto queued = enqueue(*package, dossier.id); !queued)
                    return queued;
        }
        if (way.size() < 5)
            return {};
        const bool accepted = way.back() == DossierState::Accepted;
        const StoredReceipt receipt{accepted ? ReceiptStatus::Accepted : ReceiptStatus::Rejected,
                                    accepted ? u"LS-"_s + m_dice.digits(9) : QString(),
                                    {},
                                    u"{\"status\":\"%1\"}"_s.arg(accepted ? u"accepted"_s : u"rejected"_s)};
        return m_store.outbox().storeReceipt(*package, u"tỉnh"_s, receipt, m_clock.now());
    }

    Result<void> enqueue(const PackageId &package, const DossierId &dossier)
    {
        QString sha256;
        for (int i = 0; i < 4; ++i)
            sha256 += u"%1"_s.arg(m_dice.bits(), 16, 16, QChar(u'0'));
        return m_store.outbox().enqueue(package, dossier, 1, u"tỉnh"_s, package.toString() + u".zip"_s, sha256,
                                        180'000 + m_dice.below(400'000), m_clock.now());
    }

    Store &m_store;
    CampaignClock &m_clock;
    std::vector<Trade> m_trades;
    QStringList m_communes;
    Dice m_dice;
};

} // namespace

Result<void> fillCampaign(const QString &folder, const QString &catalogueFolder, int dossiers,
                          const std::function<void(int)> &progress)
{
    auto trades = tradesOf(catalogueFolder);
    auto communes = communesOf(catalogueFolder);
    if (!trades || !communes)
        return fail(!trades ? trades.error() : communes.error());
    CampaignClock clock;
    auto store = Store::open(folder, clock);
    if (!store)
        return fail(store.error());
    // A store that is made again when the power fails: the disk need not be waited for.
    if (auto set = (*store)->database().executeScript("PRAGMA synchronous = OFF"); !set)
        return set;
    if (auto added = (*store)->targets().add({u"tỉnh"_s, u"tus+https://kho.example/files/"_s, {}}); !added)
        return added;
    Filling filling(**store, clock, *std::move(trades), *std::move(communes));
    for (int first = 0, number = 1; first < dossiers; first += dossiersABatch, ++number) {
        if (auto filled = filling.batch(number, first, std::min(dossiersABatch, dossiers - first), dossiers);
            !filled)
            return filled;
        progress(std::min(dossiers, first + dossiersABatch));
    }
    return {};
}

} // namespace sohoa::bench
