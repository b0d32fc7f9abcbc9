// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>

#include "sheet.h"

namespace sohoa::practice {

/// A commune of the stories; none of them exists.
struct Office {
    QString name;     ///< "xã Hoa Lâm Thượng"
    QString place;    ///< "Hoa Lâm Thượng", in front of dates
    QString above;    ///< what follows the name in an address: "huyện Lâm Khê, tỉnh Lạng Sơn"
    QString sealFoot; ///< "H. LÂM KHÊ - T. LẠNG SƠN"
    QString chairman;
    QString registrar;
    QString receptionist;

    QString address() const { return name + QStringLiteral(", ") + above; }
};

struct Person {
    QString name;
    QString sex;
    QDate birth;
    QString ethnicGroup;
    QString id; ///< 12 digits
    QDate idIssued;
    QString residence;
};

/// What every paper of a dossier shares.
struct Case {
    Office office;
    QString code;
    QString procedure;
    QString procedureName;
    QDate received;
    QString number; ///< of the result
    QDate issued;
    Person applicant;
    unsigned seed = 1;
};

struct BirthCase : Case {
    Person child; ///< without residence
    QString birthPlace;
    QString birthTime;
    int grams = 0;
    QString dateInWords;
    Person mother;
    Person father; ///< applies
    QString clinic;
    QString clinicAbove;
    QString doctor;
    QString midwife;
    QString clinicNumber;
};

struct DeathCase : Case {
    Person deceased;
    QString diedAt; ///< "03 giờ 40 phút, ngày 28 tháng 5 năm 2024"
    QString dateInWords;
    QString place;
    QString cause;
    QString noticeNumber;
    QString relation; ///< of the applicant to the deceased
};

struct MaritalCase : Case {
    Person person;
    QString status;
    QString purpose;
    QString periodFrom;
};

QString longDate(const QDate &date);  ///< "ngày 05 tháng 02 năm 2024"
QString shortDate(const QDate &date); ///< "05/02/2024"

/// Separator sheet; without a case the re-usable one.
QImage separatorSheet(const Case *dossier);
QImage receiptSlip(const Case &dossier, const QStringList &components, const QString &days, const QDate &due);
QImage birthDeclaration(const BirthCase &dossier);
QImage liveBirthCertificate(const BirthCase &dossier);
QImage birthCertificate(const BirthCase &dossier);
QImage deathDeclaration(const DeathCase &dossier);
QImage deathExtract(const DeathCase &dossier);
QImage maritalDeclaration(const MaritalCase &dossier);
QImage maritalCertificate(const MaritalCase &dossier);

} // namespace sohoa::practice
