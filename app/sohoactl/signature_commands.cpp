// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/secret_prompt.h"
#include "app/sohoactl/text.h"
#include "core/base/installation.h"
#include "core/signature/signing_session.h"
#include "core/sync/timestamp_client.h"

#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QUrl>

#include <memory>
#include <optional>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

/// What the command line says of key, role and service.
struct SignOptions {
    SigningKey key;
    QString pinFile; ///< Empty: asked at the terminal.
    QUrl timestamps; ///< Empty: none.
    SignatureRole role = SignatureRole::Officer;
    QString agency;
    QString folder; ///< Empty: each file is replaced by its signed self.
};

Result<SignOptions> optionsOf(const Arguments &arguments)
{
    SignOptions options;
    options.key = {.module = arguments.value(u"token-module"_s),
                   .token = arguments.value(u"token"_s),
                   .keyFile = arguments.value(u"p12"_s),
                   .certificate = arguments.value(u"certificate"_s)};
    if (options.key.module.isEmpty() == options.key.keyFile.isEmpty())
        return usageError(Text::tr("Name the key: --token-module for a token, or --p12 for a key file."));
    const QString role = arguments.value(u"role"_s, u"officer"_s);
    if (role != u"officer" && role != u"agency")
        return usageError(Text::tr("--role is officer or agency."));
    options.role = role == u"agency" ? SignatureRole::Agency : SignatureRole::Officer;
    if (arguments.has(u"tsa"_s)) {
        options.timestamps = QUrl(arguments.value(u"tsa"_s), QUrl::StrictMode);
        const QString scheme = options.timestamps.scheme();
        if ((scheme != u"http" && scheme != u"https") || options.timestamps.host().isEmpty())
            return usageError(Text::tr("--tsa takes an address that begins with http:// or https://."));
    }
    options.pinFile = arguments.value(u"pin-file"_s);
    options.agency = arguments.value(u"agency"_s);
    options.folder = arguments.value(u"o"_s);
    return options;
}

Result<SecretBytes> secretFor(const SignOptions &options)
{
    if (!options.pinFile.isEmpty())
        return secretFromFile(options.pinFile);
    return askSecret(options.key.module.isEmpty()
                         ? Text::tr("Password of %1:").arg(QFileInfo(options.key.keyFile).fileName())
                         : Text::tr("PIN of the signing token:"));
}

/// The answer of something that answers by the event loop.
template <class T> Result<T> await(const std::function<void(std::function<void(Result<T>)>)> &start)
{
    std::optional<Result<T>> answer;
    QEventLoop loop;
    start([&](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

/// Where each file goes; UsageError when two would go to the same place.
Result<std::vector<SigningOrder>> ordersFor(const QStringList &files, const SignOptions &options)
{
    std::vector<SigningOrder> orders;
    QStringList outputs;
    for (const QString &file : files) {
        const QString output =
            options.folder.isEmpty() ? file : options.folder + u'/' + QFileInfo(file).fileName();
        if (outputs.contains(output))
            return usageError(Text::tr("Two files would be written as “%1”.").arg(output));
        outputs.append(output);
        orders.push_back({file, output, options.role, options.agency});
    }
    if (!options.folder.isEmpty() && !QDir().mkpath(options.folder))
        return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, options.folder}});
    return orders;
}

void tellSigned(CommandLine &line, const SigningOrder &order, const SignedDocument &document)
{
    line.console.tell({{u"file"_s, order.input},
                       {u"output"_s, order.output},
                       {u"role"_s, toString(order.role)},
                       {u"signer"_s, document.signer},
                       {u"certificate"_s, document.certificateSerial},
                       {u"signed_at"_s, document.signedAt.toVietnamTime()},
                       {u"timestamped"_s, document.isTimestamped},
                       {u"sha256"_s, document.file.sha256}});
    line.console.say(Text::tr("%1: signed by %2").arg(order.output, document.signer));
}

ExitStatus signFiles(CommandLine &line, const QStringList &files, const SignOptions &options)
{
    const auto orders = ordersFor(files, options);
    if (!orders)
        return failedWith(line, orders.error());
    auto secret = secretFor(options);
    if (!secret)
        return failedWith(line, secret.error());
    static const SystemClock clock;
    std::unique_ptr<TimestampClient> timestamps;
    if (!options.timestamps.isEmpty())
        timestamps = std::make_unique<TimestampClient>(options.timestamps);
    SigningSession session({.helperProgram = programPath(u"sohoa-sign-helper"_s)}, clock, timestamps.get());
    const auto opened = await<CertificateFacts>(
        [&](const SigningSession::Opened &done) { session.open(options.key, std::move(*secret), done); });
    if (!opened)
        return failedWith(line, opened.error());
    int failed = 0;
    int tried = 0;
    const int all = static_cast<int>(orders->size());
    for (const SigningOrder &order : *orders) {
        line.console.progress(Text::tr("Signing %1 of %2").arg(++tried).arg(all));
        const auto done =
            await<SignedDocument>([&](const SigningSession::Done &answer) { session.sign(order, answer); });
        line.console.endProgress();
        if (done) {
            tellSigned(line, order, *done);
            continue;
        }
        ++failed;
        line.console.failedItem(order.input, done.error());
        if (SigningSession::endsSession(done.error().code)) {
            if (tried < all)
                line.console.warn(
                    Text::tr("Not signed: %1 more files. Sign them when this is mended.").arg(all - tried));
            failed += all - tried;
            break;
        }
    }
    return statusOf(failed, all);
}

ExitStatus signDossiers(CommandLine &line, const QStringList &texts, const SignOptions &options)
{
    SigningRequest request{.dossiers = {},
                           .key = options.key,
                           .role = options.role,
                           .agency = options.agency,
                           .timestampUrl = options.timestamps.toString()};
    for (const QString &text : texts) {
        const auto id = idOf<DossierId>(text);
        if (!id)
            return failedWith(line, id.error());
        request.dossiers.push_back(*id);
    }
    auto secret = secretFor(options);
    if (!secret)
        return failedWith(line, secret.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    SigningSummary summary;
    QEventLoop loop;
    int signedSoFar = 0;
    QObject::connect(station->get(), &Station::dossierSigned, &loop, [&] {
        line.console.progress(Text::tr("Signing %1 of %2").arg(++signedSoFar).arg(request.dossiers.size()));
    });
    QObject::connect(station->get(), &Station::signingEnded, &loop, [&](const SigningSummary &ended) {
        summary = ended;
        loop.quit();
    });
    if (auto started = (*station)->startSigning(request, std::move(*secret)); !started)
        return failedWith(line, started.error());
    loop.exec();
    line.console.endProgress();
    for (const DossierId &id : summary.signedDossiers)
        showDossier(line, **station, id);
    for (const DossierId &id : summary.signedBefore)
        line.console.say(Text::tr("%1: signed already").arg(id.toString()));
    for (const SigningFailure &failure : summary.failures)
        line.console.failedItem(failure.dossier.toString(), failure.error);
    if (summary.error && summary.failures.empty())
        return failedWith(line, *summary.error);
    if (!summary.left.empty())
        line.console.warn(
            Text::tr("Not signed: %1 more dossiers. Sign them when this is mended.").arg(summary.left.size()));
    return statusOf(static_cast<int>(summary.failures.size() + summary.left.size()),
                    static_cast<int>(request.dossiers.size()));
}

ExitStatus signCommand(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"token-module"_s},
                                                             {u"token"_s},
                                                             {u"p12"_s},
                                                             {u"certificate"_s},
                                                             {u"pin-file"_s},
                                                             {u"tsa"_s},
                                                             {u"role"_s},
                                                             {u"agency"_s},
                                                             {u"dossier"_s, Takes::Many},
                                                             {u"o"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QStringList dossiers = arguments->values(u"dossier"_s);
    if (arguments->operands().isEmpty() == dossiers.isEmpty())
        return line.console.wrongUsage(Text::tr("Name the files to sign, or approved dossiers with --dossier."));
    const auto options = optionsOf(*arguments);
    if (!options)
        return failedWith(line, options.error());
    if (!dossiers.isEmpty())
        return signDossiers(line, dossiers, *options);
    return signFiles(line, arguments->operands(), *options);
}

} // namespace

std::vector<Command> signatureCommands()
{
    return {
        {u"sign"_s,
         u"(FILE.pdf… [-o DIR] | --dossier ID…) (--token-module LIBRARY [--token LABEL] | --p12 FILE) [--certificate SERIAL] [--pin-file FILE] [--role officer|agency] [--agency NAME] [--tsa URL]"_s,
         Text::tr("Signs PDFs (PAdES): the officer first, then the agency. Without -o a file is replaced by its "
                  "signed self; without --pin-file the PIN is asked once."),
         signCommand}};
}

} // namespace sohoa
