// SPDX-License-Identifier: GPL-3.0-or-later
/// recognition_bench CORPUS CATALOGUE [--cache DIR] [--wrong] [--noise PER_MILLE [--rounds N]]
/// How well stacks are split, papers and procedures recognized and values read, on a corpus with truth, and what
/// the confidences are worth. Page readings are kept in DIR (a folder of the corpus' name in the temporary folder
/// when not given): reading the pages takes minutes, all else a second or two. --wrong names every miss. --noise
/// damages that share of the words as optical readers do, anew in each of N rounds, which are counted together.
#include "core/base/text.h"
#include "core/recognition/proposal.h"
#include "core/recognition/separation.h"
#include "tests/bench/recognition/truth.h"
#include "tests/support/reading_noise.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <set>

using namespace sohoa;
using namespace sohoa::bench;
using namespace Qt::StringLiterals;

namespace {

struct Count {
    int right = 0;
    int all = 0;
    void add(bool isRight)
    {
        ++all;
        right += isRight ? 1 : 0;
    }
};

QString plain(const QString &text)
{
    return collapseBlanks(toNfc(text)).toLower();
}

QString folded(const QString &text)
{
    QString result = foldToCapitals(toNfc(text));
    for (QChar &c : result) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return collapseBlanks(result);
}

class Bench {
public:
    Bench(Catalogue catalogue, Readings readings, bool wrong)
        : m_catalogue(std::move(catalogue))
        , m_readings(std::move(readings))
        , m_wrong(wrong)
    {
    }

    /// From now on pages are read with this noise.
    void wear(unsigned perMille, unsigned seed) { m_noise.emplace(perMille, seed); }

    void splitStacks(const std::vector<TrueStack> &stacks)
    {
        for (const TrueStack &stack : stacks)
            split(stack);
    }

    /// All dossiers one behind the other without separator sheets and slips: only their contents tell them apart.
    void splitByLayout(const std::vector<TrueDossier> &dossiers)
    {
        TrueStack stack{u"layout alone"_s, {}, {}};
        for (const TrueDossier &dossier : dossiers) {
            QStringList slips;
            for (const TruePaper &paper : dossier.papers) {
                if (folded(paper.title).startsWith(u"GIAY TIEP NHAN"))
                    slips += paper.files;
            }
            QStringList rest;
            for (const QString &file : dossier.files) {
                if (!slips.contains(file))
                    rest.append(file);
            }
            stack.files += rest;
            stack.dossiers.push_back(rest);
        }
        split(stack);
    }

    void read(const TrueDossier &truth)
    {
        std::vector<Page> pages;
        for (const QString &file : truth.files) {
            Page page = m_readings.page(file);
            if (!page.reading->blank)
                pages.push_back(worn(page));
        }
        const DossierProposal proposal = propose(m_catalogue, pages, QDate(2023, 11, 22));
        comparePapers(truth, proposal);
        compareProcedure(truth, proposal);
        for (auto value = truth.values.cbegin(); value != truth.values.cend(); ++value)
            compareField(truth, value.key(), *value, proposal.fields);
    }

    void print() const
    {
        std::printf("papers of the right kind        %4d of %d\n", m_papers.right, m_papers.all);
        std::printf("procedure first / first three   %4d / %d of %d\n", m_procedures.right, m_firstThree.right,
                    m_procedures.all);
        std::printf("\n%-16s %12s %12s %12s\n", "field", "legible", "all", "but marks");
        for (auto it = m_fields.cbegin(); it != m_fields.cend(); ++it)
            std::printf("%-16s %5d of %3d %5d of %3d %5d of %3d\n", qPrintable(it.key()),
                        m_legible[it.key()].right, m_legible[it.key()].all, it->right, it->all,
                        m_folded[it.key()].right, m_folded[it.key()].all);
        std::printf("\nfields of confidence %.2f and more, right %d of %d\n", sureFrom, m_sureFields.right,
                    m_sureFields.all);
        std::printf("confidence     values   right\n");
        for (size_t i = 0; i < m_bins.size(); ++i) {
            const double to = i + 1 < m_bins.size() ? lowest[i + 1] : 1;
            std::printf("%.2f - %.2f   %8d   %5.1f %%\n", lowest[i], to, m_bins[i].all,
                        m_bins[i].all ? 100.0 * m_bins[i].right / m_bins[i].all : 0.0);
        }
    }

private:
    /// What the window shows without a doubt.
    static constexpr double sureFrom = 0.9;
    static constexpr std::array<double, 6> lowest = {0, 0.4, 0.7, 0.9, 0.95, 0.98};

    Page worn(const Page &page) { return m_noise ? m_noise->worn(page) : page; }

    void split(const TrueStack &stack)
    {
        std::vector<Page> pages;
        for (const QString &file : stack.files)
            pages.push_back(worn(m_readings.page(file)));
        QMap<QString, QString> first; // of each dossier, its first page that is not blank
        std::set<QStringList> found;
        std::set<QString> begins;
        for (const DossierCut &cut : separate(m_catalogue, pages)) {
            QStringList files;
            for (const Page &page : pages) {
                const bool blank = page.reading->blank;
                if (!blank && std::find(cut.pages.begin(), cut.pages.end(), page.id) != cut.pages.end())
                    files.append(page.source);
            }
            found.insert(files);
            begins.insert(files.value(0));
        }
        Count whole;
        Count boundaries;
        for (const QStringList &dossier : stack.dossiers) {
            QStringList files;
            for (const QString &file : dossier) {
                if (!m_readings.page(file).reading->blank)
                    files.append(file);
            }
            whole.add(found.contains(files));
            boundaries.add(begins.contains(files.value(0)));
            if (!found.contains(files) && m_wrong)
                std::printf("  %s: %s not whole\n", qPrintable(stack.name), qPrintable(files.value(0)));
        }
        std::printf("%-14s dossiers whole %d of %d; begins found %d of %d, made %d\n", qPrintable(stack.name),
                    whole.right, whole.all, boundaries.right, boundaries.all, static_cast<int>(begins.size()));
    }

    void comparePapers(const TrueDossier &truth, const DossierProposal &proposal)
    {
        for (const TruePaper &paper : truth.papers) {
            QStringList files;
            for (const QString &file : paper.files) {
                if (!m_readings.page(file).reading->blank)
                    files.append(file);
            }
            const auto found =
                std::find_if(proposal.documents.begin(), proposal.documents.end(), [&](const Document &document) {
                    return !files.isEmpty() && !document.pages.empty() &&
                           document.pages.front() == m_readings.page(files.front()).id;
                });
            const bool there =
                found != proposal.documents.end() && found->pages.size() == static_cast<size_t>(files.size());
            const bool right = there && isNamedLike(*found, paper.title);
            m_papers.add(right);
            if (there)
                rate(right, found->confidence);
            if (!right && m_wrong)
                std::printf("  %s: paper “%s” is %s “%s”\n", qPrintable(truth.name), qPrintable(paper.title),
                            there ? "called" : "not whole;",
                            found == proposal.documents.end() ? "" : qPrintable(found->title));
        }
    }

    bool isNamedLike(const Document &document, const QString &title) const
    {
        QStringList names = {document.title};
        if (const DocumentType *type = m_catalogue.documentType(document.typeId))
            names += QStringList{type->title} + type->otherNames;
        const QString whole = folded(title);
        QString wanted = whole;
        for (const QString &copy : {u"BAN CHUP "_s, u"BAN SAO "_s}) {
            if (wanted.startsWith(copy))
                wanted.remove(0, copy.size());
        }
        wanted.remove(u" MAU"_s);
        return !document.typeId.isEmpty() && std::any_of(names.begin(), names.end(), [&](const QString &name) {
            const QString known = folded(name);
            return !known.isEmpty() &&
                   (known.startsWith(wanted) || wanted.startsWith(known) || whole.startsWith(known));
        });
    }

    void compareProcedure(const TrueDossier &truth, const DossierProposal &proposal)
    {
        if (!m_catalogue.procedure(truth.procedure))
            return;
        const bool right = proposal.procedure.code == truth.procedure;
        bool among = right;
        for (size_t i = 0; i < std::min<size_t>(2, proposal.alternatives.size()); ++i)
            among |= proposal.alternatives[i].code == truth.procedure;
        m_procedures.add(right);
        m_firstThree.add(among);
        rate(right, proposal.procedure.confidence);
        if (!right && m_wrong)
            std::printf("  %s: procedure %s is called %s (%.2f)\n", qPrintable(truth.name),
                        qPrintable(truth.procedure), qPrintable(proposal.procedure.code),
                        proposal.procedure.confidence);
    }

    void compareField(const TrueDossier &truth, const QString &field, const QString &wanted, const Fields &fields)
    {
        const FieldValue value = fields.value(field);
        // A paper that prints the year alone is read rightly when the year is read.
        const bool year = field == u"birth_date" && value.value.size() == 4 && wanted.startsWith(value.value);
        const bool right = year || plain(value.value) == plain(wanted);
        m_fields[field].add(right);
        m_folded[field].add(folded(value.value) == folded(wanted));
        if (truth.legible.value(field))
            m_legible[field].add(right);
        if (!value.value.isEmpty())
            rate(right, value.confidence);
        if (!value.value.isEmpty() && value.confidence >= sureFrom)
            m_sureFields.add(right);
        if (!right && m_wrong)
            std::printf("  %s: %s “%s” is read “%s” (%.2f)%s\n", qPrintable(truth.name), qPrintable(field),
                        qPrintable(wanted), qPrintable(value.value), value.confidence,
                        truth.legible.value(field) ? "" : " – not legible");
    }

    void rate(bool right, double confidence)
    {
        const auto above = std::upper_bound(lowest.begin(), lowest.end(), confidence);
        m_bins[static_cast<size_t>(above - lowest.begin()) - 1].add(right);
    }

    Catalogue m_catalogue;
    Readings m_readings;
    bool m_wrong;
    std::optional<test::ReadingNoise> m_noise;
    Count m_papers;
    Count m_procedures;
    Count m_sureFields;
    Count m_firstThree;
    QMap<QString, Count> m_fields;
    QMap<QString, Count> m_legible;
    QMap<QString, Count> m_folded;
    std::array<Count, lowest.size()> m_bins{};
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool wrong = arguments.removeAll(u"--wrong"_s) > 0;
    QString cache = QDir::tempPath() + u"/sohoa-readings"_s;
    if (const qsizetype at = arguments.indexOf(u"--cache"_s); at >= 0 && at + 1 < arguments.size()) {
        cache = arguments.takeAt(at + 1);
        arguments.removeAt(at);
    }
    const auto number = [&arguments](const QString &option, unsigned otherwise) {
        const qsizetype at = arguments.indexOf(option);
        if (at < 0 || at + 1 >= arguments.size())
            return otherwise;
        const unsigned value = arguments.takeAt(at + 1).toUInt();
        arguments.removeAt(at);
        return value;
    };
    const unsigned noise = number(u"--noise"_s, 0);
    const unsigned rounds = number(u"--rounds"_s, 1);
    if (arguments.size() != 2) {
        std::fprintf(stderr, "recognition_bench CORPUS CATALOGUE [--cache DIR] [--wrong] [--noise PER_MILLE "
                             "[--rounds N]]\n");
        return 2;
    }
    auto catalogue = Catalogue::load(arguments[1]);
    if (!catalogue) {
        std::fprintf(stderr, "%s\n", qPrintable(logLine(catalogue.error())));
        return 1;
    }
    Bench bench(std::move(*catalogue), Readings(arguments[0], cache), wrong);
    const std::vector<TrueStack> stacks = loadStacks(arguments[0]);
    const std::vector<TrueDossier> dossiers = loadDossiers(arguments[0]);
    for (unsigned round = 0; round < rounds; ++round) {
        if (noise > 0)
            bench.wear(noise, round);
        bench.splitStacks(stacks);
        bench.splitByLayout(dossiers);
        for (const TrueDossier &dossier : dossiers)
            bench.read(dossier);
    }
    bench.print();
    return 0;
}
