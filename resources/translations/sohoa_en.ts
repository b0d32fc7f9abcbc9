<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>%n dossier(s) taken up again.</source>
            <translation>
                <numerusform>%n dossier taken up again.</numerusform>
                <numerusform>%n dossiers taken up again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::DossierListModel</name>
        <message numerus="yes">
            <source>%n p.</source>
            <comment>pages of a dossier</comment>
            <translation>
                <numerusform>%n p.</numerusform>
                <numerusform>%n p.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1, %2, %n page(s), %3</source>
            <translation>
                <numerusform>%1, %2, %n page, %3</numerusform>
                <numerusform>%1, %2, %n pages, %3</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::MainWindow</name>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dossier(s)</source>
            <translation>
                <numerusform>%n dossier</numerusform>
                <numerusform>%n dossiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading: %n page(s) to go</source>
            <translation>
                <numerusform>Reading: %n page to go</numerusform>
                <numerusform>Reading: %n pages to go</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::ProgressScreen</name>
        <message numerus="yes">
            <source>%n dossier(s) taken up again.</source>
            <translation>
                <numerusform>%n dossier taken up again.</numerusform>
                <numerusform>%n dossiers taken up again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::QueueScreen</name>
        <message numerus="yes">
            <source>&amp;Queue %n approved dossier(s)</source>
            <translation>
                <numerusform>&amp;Queue %n approved dossier</numerusform>
                <numerusform>&amp;Queue %n approved dossiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sending, %n dossier(s) to go…</source>
            <translation>
                <numerusform>Sending, %n dossier to go…</numerusform>
                <numerusform>Sending, %n dossiers to go…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dossier(s) ready to be sent.</source>
            <translation>
                <numerusform>%n dossier ready to be sent.</numerusform>
                <numerusform>%n dossiers ready to be sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dossier(s) of this batch are still to be reviewed. Close it nevertheless? They can be approved and queued later.</source>
            <translation>
                <numerusform>%n dossier of this batch is still to be reviewed. Close it nevertheless? It can be approved and queued later.</numerusform>
                <numerusform>%n dossiers of this batch are still to be reviewed. Close it nevertheless? They can be approved and queued later.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::ScanScreen</name>
        <message numerus="yes">
            <source>Importing: %n page(s) so far</source>
            <translation>
                <numerusform>Importing: %n page so far</numerusform>
                <numerusform>Importing: %n pages so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) missing</source>
            <translation>
                <numerusform>%n page missing</numerusform>
                <numerusform>%n pages missing</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) too many</source>
            <translation>
                <numerusform>%n page too many</numerusform>
                <numerusform>%n pages too many</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Scanned. Reading %n more page(s)…</source>
            <translation>
                <numerusform>Scanned. Reading %n more page…</numerusform>
                <numerusform>Scanned. Reading %n more pages…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n page(s) read</source>
            <translation>
                <numerusform>All %n page read</numerusform>
                <numerusform>All %n pages read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dossier(s) to review.</source>
            <translation>
                <numerusform>%n dossier to review.</numerusform>
                <numerusform>%n dossiers to review.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) from the glass</source>
            <translation>
                <numerusform>%n page from the glass</numerusform>
                <numerusform>%n pages from the glass</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::SearchScreen</name>
        <message numerus="yes">
            <source>%n dossier(s) found. Enter opens one.</source>
            <translation>
                <numerusform>%n dossier found. Enter opens one.</numerusform>
                <numerusform>%n dossiers found. Enter opens one.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::SettingsScreen</name>
        <message numerus="yes">
            <source>%n procedure(s) are known.</source>
            <translation>
                <numerusform>%n procedure is known.</numerusform>
                <numerusform>%n procedures are known.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The sum of %n procedure(s) from a table.</source>
            <translation>
                <numerusform>The sum of %n procedure from a table.</numerusform>
                <numerusform>The sum of %n procedures from a table.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are wrong. Ask for help, and send the list that “sohoactl fsck” gives.</source>
            <translation>
                <numerusform>%n thing is wrong. Ask for help, and send the list that “sohoactl fsck” gives.</numerusform>
                <numerusform>%n things are wrong. Ask for help, and send the list that “sohoactl fsck” gives.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::SigningDialog</name>
        <message numerus="yes">
            <source>&amp;Sign %n dossier(s)</source>
            <translation>
                <numerusform>&amp;Sign %n dossier</numerusform>
                <numerusform>&amp;Sign %n dossiers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n dossier(s) signed.</source>
            <translation>
                <numerusform>%n dossier signed.</numerusform>
                <numerusform>%n dossiers signed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::FolderWatch</name>
        <message numerus="yes">
            <source>%n file(s) taken</source>
            <translation>
                <numerusform>%n file taken</numerusform>
                <numerusform>%n files taken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n put aside as damaged</source>
            <translation>
                <numerusform>%n put aside as damaged</numerusform>
                <numerusform>%n put aside as damaged</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>sohoa::ui::ScanGuide</name>
        <message numerus="yes">
            <source>%n front(s) are in. Take the stack out as it lies, turn it over as a whole, last sheet on top, blank or not, and put it back into the feeder.</source>
            <translation>
                <numerusform>%n front is in. Take the stack out as it lies, turn it over as a whole, last sheet on top, blank or not, and put it back into the feeder.</numerusform>
                <numerusform>%n fronts are in. Take the stack out as it lies, turn it over as a whole, last sheet on top, blank or not, and put it back into the feeder.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s) from the glass so far. Lay the next one on it.</source>
            <translation>
                <numerusform>%n page from the glass so far. Lay the next one on it.</numerusform>
                <numerusform>%n pages from the glass so far. Lay the next one on it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n front(s) are in. Turn the stack over as a whole, last sheet on top, and put it into the feeder.</source>
            <translation>
                <numerusform>%n front is in. Turn the stack over as a whole, last sheet on top, and put it into the feeder.</numerusform>
                <numerusform>%n fronts are in. Turn the stack over as a whole, last sheet on top, and put it into the feeder.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SyncTexts</name>
        <message numerus="yes">
            <source>Sending, %n dossier(s) to go…</source>
            <translation>
                <numerusform>Sending, %n dossier to go…</numerusform>
                <numerusform>Sending, %n dossiers to go…</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Everything is delivered; %n receipt(s) awaited.</source>
            <translation>
                <numerusform>Everything is delivered; %n receipt awaited.</numerusform>
                <numerusform>Everything is delivered; %n receipts awaited.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Paused. Nothing is lost; %n dossier(s) to go.</source>
            <translation>
                <numerusform>Paused. Nothing is lost; %n dossier to go.</numerusform>
                <numerusform>Paused. Nothing is lost; %n dossiers to go.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) behind the repository's. Set it right.</source>
            <translation>
                <numerusform>This computer's clock is %n minute behind the repository's. Set it right.</numerusform>
                <numerusform>This computer's clock is %n minutes behind the repository's. Set it right.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>This computer's clock is %n minute(s) ahead of the repository's. Set it right.</source>
            <translation>
                <numerusform>This computer's clock is %n minute ahead of the repository's. Set it right.</numerusform>
                <numerusform>This computer's clock is %n minutes ahead of the repository's. Set it right.</numerusform>
            </translation>
        </message>
    </context>
</TS>
