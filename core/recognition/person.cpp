// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/person.h"

#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/catalogue/personal_id.h"
#include "core/recognition/person_mentions.h"
#include "core/recognition/value_reader.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double declarantFactor = 0.6; ///< Who asks is often not whom it is about.
constexpr double anyLabelFactor = 0.85; ///< Named by a label of no kind of paper in particular.
constexpr double otherPartyFactor = 0.75;
/// The first party that this kind of paper names was not read: the one that was is perhaps not whom it is about.
constexpr double firstPartyLostFactor = 0.75;
constexpr double longerFactor = 0.9; ///< A word that was not read here stands on other pages.
constexpr double listedFactor = 0.5; ///< One of many on a list.
constexpr double contradictionFactor = 0.5;
/// Nine digits say nothing that could be checked: read once, they are worth a look.
constexpr double uncheckedFactor = 0.92;

QString keyOf(const FieldValue &name)
{
    return foldToCapitals(collapseBlanks(name.value));
}

bool isNameField(const Catalogue &catalogue, const QString &field)
{
    return std::any_of(
        catalogue.fieldLabels().begin(), catalogue.fieldLabels().end(),
        [&](const FieldLabel &label) { return label.field == field && label.kind == FieldLabel::Kind::Name; });
}

std::optional<FieldValue> fieldOf(const Document &document, const QStringList &names)
{
    for (const QString &name : names) {
        if (document.fields.contains(name))
            return document.fields.value(name);
    }
    return std::nullopt;
}

/// The person behind a field as "husband_name", with number and birth date of the same prefix.
std::optional<PersonReading> personBehind(const Document &document, const QString &nameField)
{
    PersonReading person;
    person.name = fieldOf(document, {nameField});
    if (!person.name)
        return std::nullopt;
    const QString prefix = nameField.chopped(4);
    QStringList ids = {prefix + u"id"_s};
    if (prefix == u"subject_")
        ids.prepend(u"personal_id"_s);
    if (prefix == u"any_")
        ids.append(u"personal_id"_s);
    person.id = fieldOf(document, ids);
    person.birthDate = fieldOf(document, {prefix + u"birth_date"_s, prefix + u"birth_year"_s});
    return person;
}

/// Somebody, and how sure it is that the dossier is about them, however well the name was read.
struct Choice {
    PersonReading person;
    double role = 1;
};

/// The first person that a kind of paper names.
std::optional<Choice> personOn(const Catalogue &catalogue, const Paper &paper)
{
    if (!paper.type)
        return std::nullopt;
    double role = 1;
    for (const QString &field : paper.type->fields) {
        if (!field.endsWith(u"_name") || !isNameField(catalogue, field))
            continue;
        if (const auto person = personBehind(paper.document, field))
            return Choice{*person, role};
        role = firstPartyLostFactor;
    }
    return std::nullopt;
}

FieldValue ofCard(const IdentityCard &card, const QString &value)
{
    return {value, symbolConfidence, card.page, card.box, FieldOrigin::Qr};
}

PersonReading personOf(const IdentityCard &card)
{
    PersonReading person;
    person.name = ofCard(card, capitalizeWords(card.name));
    person.id = ofCard(card, card.personalId);
    if (!card.birthDate.isEmpty())
        person.birthDate = ofCard(card, card.birthDate);
    return person;
}

std::optional<PersonReading> firstWith(const std::vector<Paper> &papers, const QString &field)
{
    for (const Paper &paper : papers) {
        if (auto person = personBehind(paper.document, field))
            return person;
    }
    return std::nullopt;
}

std::vector<const PageText *> pagesOf(const std::vector<Paper> &papers)
{
    std::vector<const PageText *> pages;
    for (const Paper &paper : papers)
        pages.insert(pages.end(), paper.pages.begin(), paper.pages.end());
    return pages;
}

std::optional<Choice> choose(const Catalogue &catalogue, const std::vector<Paper> &papers, const Paper *main,
                             const std::vector<IdentityCard> &cards)
{
    if (auto choice = main ? personOn(catalogue, *main) : std::nullopt)
        return choice;
    if (auto person = main ? personBehind(main->document, u"any_name"_s) : std::nullopt)
        return Choice{*person, anyLabelFactor};
    if (auto person = firstWith(papers, u"subject_name"_s))
        return Choice{*person};
    QSet<QString> ids;
    for (const IdentityCard &card : cards)
        ids.insert(card.personalId);
    if (ids.size() == 1)
        return Choice{personOf(cards.front()), declarantFactor};
    for (const QString &field : {u"declarant_name"_s, u"applicant_name"_s}) {
        if (auto person = firstWith(papers, field))
            return Choice{*person, declarantFactor};
    }
    if (const auto listed = firstListed(catalogue, pagesOf(papers)))
        return Choice{PersonReading{listed->name, listed->id, {}}, listedFactor};
    return std::nullopt;
}

/// Of two parties to a paper either may be whom the dossier is filed for: when the slip names the other one, the
/// choice is a guess.
double roleFactor(const std::vector<Paper> &papers, const Paper *main, const QString &key)
{
    if (!main)
        return 1;
    const auto slip = firstWith(papers, u"applicant_name"_s);
    if (!slip || isSameName(keyOf(*slip->name), key))
        return 1;
    const QString applicant = keyOf(*slip->name);
    const bool party = std::any_of(main->document.fields.keyValueBegin(), main->document.fields.keyValueEnd(),
                                   [&](const auto &field) {
                                       return (field.first == u"giver_name" || field.first == u"recipient_name") &&
                                              isSameName(keyOf(field.second), applicant);
                                   });
    return party ? otherPartyFactor : 1;
}

/// All pages of the dossier have their say about the marks of a name.
void spell(FieldValue &name, const std::vector<Paper> &papers)
{
    if (name.origin != FieldOrigin::Ocr)
        return;
    const auto spelling = spellingOf(keyOf(name), pagesOf(papers));
    if (!spelling)
        return;
    if (spelling->text != name.value) {
        name.read = name.value;
        name.value = spelling->text;
    }
    constexpr double agreed = 0.75;
    if (spelling->share < agreed)
        name.confidence = std::min(name.confidence, spelling->share);
    else if (spelling->pages > 1)
        name.confidence = std::min(mostConfidence, std::max(name.confidence, spelling->best * spelling->share));
}

/// Two pages that have one word more are witnesses enough that it was lost; one leaves a doubt.
/// Returns the factor for what the name is worth then.
double complete(FieldValue &name, const std::vector<Paper> &papers)
{
    if (name.origin != FieldOrigin::Ocr)
        return 1;
    const auto longer = longerName(keyOf(name), pagesOf(papers));
    if (!longer)
        return 1;
    if (!longer->certain)
        return contradictionFactor;
    name.read = name.value;
    const auto spelling = spellingOf(longer->folded, pagesOf(papers));
    name.value = spelling ? spelling->text : capitalizeWords(longer->folded);
    return longerFactor;
}

/// Another witness: the same value makes it surer, a symbol replaces what was read by eye, and what is missing is
/// filled in.
void witness(std::optional<FieldValue> &value, const std::optional<FieldValue> &other)
{
    if (!other)
        return;
    if (!value || (other->origin == FieldOrigin::Qr && value->origin != FieldOrigin::Qr)) {
        value = other;
        return;
    }
    if (foldToCapitals(value->value) != foldToCapitals(other->value) || value->page == other->page)
        return;
    const double together = 1 - (1 - value->confidence) * (1 - other->confidence);
    if (other->confidence > value->confidence && other->value.size() == value->value.size())
        value->value = other->value; // accents of the better reading
    value->confidence = std::min(mostConfidence, together);
}

/// Whether a number stands on another page of the dossier than where it was read.
bool isReadAgain(const FieldValue &id, const std::vector<const PageText *> &pages)
{
    return std::any_of(pages.begin(), pages.end(), [&](const PageText *page) {
        return page->page() != id.page && QString(page->folded()).remove(u' ').contains(id.value);
    });
}

/// What a number says by itself.
void checkId(const Catalogue &catalogue, FieldValue &id, const std::vector<const PageText *> &pages)
{
    if (id.origin != FieldOrigin::Ocr)
        return;
    const auto parts = parsePersonalId(id.value);
    if (!parts && !isOldIdNumber(id.value))
        id.confidence *= contradictionFactor;
    else if (parts && catalogue.provinceOfPersonalId(id.value).isEmpty())
        id.confidence *= contradictionFactor;
    else if (!parts && !isReadAgain(id, pages))
        id.confidence *= uncheckedFactor;
}

void compare(PersonReading &person)
{
    const auto parts = person.id ? parsePersonalId(person.id->value) : std::nullopt;
    const auto birth = person.birthDate ? PartialDate::parse(person.birthDate->value) : std::nullopt;
    if (!parts || !birth || parts->birthYear == birth->year())
        return;
    for (auto *value : {&person.id, &person.birthDate}) {
        if ((*value)->origin == FieldOrigin::Ocr)
            (*value)->confidence *= contradictionFactor;
    }
}

} // namespace

PersonReading findPerson(const Catalogue &catalogue, const std::vector<Paper> &papers, const Paper *main,
                         const std::vector<IdentityCard> &cards)
{
    const auto choice = choose(catalogue, papers, main, cards);
    if (!choice)
        return {};
    PersonReading person = choice->person;
    const double whole = complete(*person.name, papers);
    const QString key = keyOf(*person.name);
    std::vector<PersonReading> others;
    for (const Paper &paper : papers) {
        for (auto field = paper.document.fields.keyBegin(); field != paper.document.fields.keyEnd(); ++field) {
            if (field->endsWith(u"_name") && isNameField(catalogue, *field))
                others.push_back(*personBehind(paper.document, *field));
        }
    }
    for (const IdentityCard &card : cards)
        others.push_back(personOf(card));
    for (const PersonReading &other : others) {
        if (keyOf(*other.name) != key)
            continue;
        witness(person.name, other.name);
        witness(person.id, other.id);
        witness(person.birthDate, other.birthDate);
    }
    const ValuesBehindName behind = valuesBehindName(catalogue, key, pagesOf(papers));
    for (const auto &[value, other] :
         {std::pair{&person.id, &behind.id}, {&person.birthDate, &behind.birthDate}}) {
        if (!*value)
            *value = *other;
    }
    spell(*person.name, papers);
    person.name->confidence *= whole;
    if (person.id)
        checkId(catalogue, *person.id, pagesOf(papers));
    compare(person);
    const double role = choice->role * roleFactor(papers, main, key);
    for (auto *value : {&person.name, &person.id, &person.birthDate}) {
        if (*value)
            (*value)->confidence *= role;
    }
    return person;
}

} // namespace sohoa
