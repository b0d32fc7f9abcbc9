// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace sohoa {

// Messages of triggers begin with the name of the error they stand for; Database translates them.
const char *const schema1 = R"sql(
CREATE TABLE batch (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    state TEXT NOT NULL CHECK (state IN ('open', 'closed', 'queued', 'synced', 'partial')),
    agency TEXT NOT NULL,
    place TEXT NOT NULL,
    operator_name TEXT NOT NULL,
    note TEXT NOT NULL,
    expected_pages INTEGER CHECK (expected_pages >= 0),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER batch_begins BEFORE INSERT ON batch WHEN NEW.state <> 'open'
BEGIN SELECT RAISE(ABORT, 'StateForbids: a batch begins open'); END;
CREATE TRIGGER batch_transition BEFORE UPDATE OF state ON batch
WHEN NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN
    ('open>closed', 'closed>queued', 'queued>synced', 'queued>partial', 'partial>queued', 'partial>synced')
BEGIN SELECT RAISE(ABORT, 'StateForbids: batch transition'); END;

CREATE TABLE dossier (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    batch_id TEXT NOT NULL REFERENCES batch (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    state TEXT NOT NULL
        CHECK (state IN ('draft', 'review', 'approved', 'queued', 'sent', 'accepted', 'rejected')),
    package_id TEXT UNIQUE CHECK (length(package_id) = 36),
    procedure_code TEXT NOT NULL,
    procedure_name TEXT NOT NULL,
    procedure_confidence REAL NOT NULL CHECK (procedure_confidence BETWEEN 0 AND 1),
    procedure_origin TEXT NOT NULL
        CHECK (procedure_origin IN ('ocr', 'qr', 'barcode', 'rule', 'clerk', 'catalogue')),
    document_type_id TEXT NOT NULL,
    valid_status TEXT NOT NULL CHECK (valid_status IN ('in_force', 'expired', 'replaced', 'revoked', 'unknown')),
    valid_basis TEXT NOT NULL CHECK (valid_basis IN ('', 'indefinite', 'until', 'months', 'event')),
    valid_from TEXT CHECK (date(valid_from) IS valid_from),
    valid_until TEXT CHECK (date(valid_until) IS valid_until),
    valid_months INTEGER NOT NULL CHECK (valid_months BETWEEN 0 AND 1200),
    valid_event TEXT NOT NULL,
    valid_by_clerk INTEGER NOT NULL CHECK (valid_by_clerk IN (0, 1)),
    boundary TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    CHECK ((package_id IS NULL) = (state IN ('draft', 'review')))
) STRICT;
CREATE INDEX dossier_place ON dossier (batch_id, position);
CREATE INDEX dossier_state ON dossier (state);

CREATE TRIGGER dossier_begins BEFORE INSERT ON dossier WHEN NEW.state <> 'draft' OR NEW.revision <> 1
BEGIN SELECT RAISE(ABORT, 'StateForbids: a dossier begins as draft of revision 1'); END;
CREATE TRIGGER dossier_transition BEFORE UPDATE ON dossier
WHEN NEW.id <> OLD.id
    OR (NEW.state <> OLD.state AND OLD.state || '>' || NEW.state NOT IN
        ('draft>review', 'review>approved', 'approved>review', 'approved>queued', 'queued>sent',
         'sent>accepted', 'sent>rejected', 'rejected>review'))
    OR NEW.revision <> OLD.revision + (OLD.state = 'rejected' AND NEW.state = 'review')
    OR NEW.package_id <> OLD.package_id
BEGIN SELECT RAISE(ABORT, 'StateForbids: dossier transition'); END;
CREATE TRIGGER dossier_frozen BEFORE UPDATE OF batch_id, position, procedure_code, procedure_name,
    procedure_confidence, procedure_origin, document_type_id, valid_status, valid_basis, valid_from, valid_until,
    valid_months, valid_event, valid_by_clerk, boundary, created_at ON dossier
WHEN OLD.state NOT IN ('draft', 'review')
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER dossier_kept BEFORE DELETE ON dossier WHEN OLD.state NOT IN ('draft', 'review')
BEGIN SELECT RAISE(ABORT, 'StateForbids: remove'); END;

CREATE VIEW frozen_dossier AS SELECT id FROM dossier WHERE state NOT IN ('draft', 'review');

CREATE TABLE page (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    batch_id TEXT NOT NULL REFERENCES batch (id),
    sequence INTEGER NOT NULL CHECK (sequence >= 0),
    dossier_id TEXT REFERENCES dossier (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    state TEXT NOT NULL CHECK (state IN ('captured', 'cleaned', 'recognized')),
    source TEXT NOT NULL,
    master_file TEXT NOT NULL UNIQUE CHECK (master_file GLOB id || '.*' AND master_file NOT GLOB '*/*'),
    master_sha256 TEXT NOT NULL CHECK (length(master_sha256) = 64 AND master_sha256 NOT GLOB '*[^0-9a-f]*'),
    dpi INTEGER NOT NULL CHECK (dpi >= 0),
    width INTEGER NOT NULL CHECK (width >= 0),
    height INTEGER NOT NULL CHECK (height >= 0),
    excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
    clerk_rotation INTEGER CHECK (clerk_rotation IN (0, 90, 180, 270)),
    suspect TEXT NOT NULL CHECK (json_valid(suspect)),
    captured_at INTEGER NOT NULL,
    reading_facts TEXT CHECK (reading_facts IS NULL OR json_valid(reading_facts)),
    reading_text TEXT,
    reading_words BLOB,
    UNIQUE (batch_id, sequence),
    CHECK (dossier_id IS NOT NULL OR position = 0),
    CHECK ((reading_facts IS NULL) = (reading_text IS NULL)),
    CHECK ((reading_facts IS NULL) = (reading_words IS NULL)),
    CHECK (state = 'captured' OR reading_facts IS NOT NULL)
) STRICT;
CREATE INDEX page_dossier ON page (dossier_id, position) WHERE dossier_id IS NOT NULL;
CREATE INDEX page_master ON page (master_sha256);
CREATE INDEX page_pending ON page (id) WHERE state <> 'recognized';

CREATE TRIGGER page_begins BEFORE INSERT ON page WHEN NEW.state <> 'captured' OR NEW.dossier_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'StateForbids: a page begins captured and unsorted'); END;
CREATE TRIGGER page_transition BEFORE UPDATE OF state ON page
WHEN NEW.state <> OLD.state AND OLD.state = 'recognized' AND NEW.state = 'cleaned'
BEGIN SELECT RAISE(ABORT, 'StateForbids: page transition'); END;
CREATE TRIGGER page_fixed BEFORE UPDATE OF id, batch_id, sequence, source, master_file, master_sha256, captured_at
ON page
BEGIN SELECT RAISE(ABORT, 'StateForbids: a page keeps its master and its place in the batch'); END;
CREATE TRIGGER page_frozen BEFORE UPDATE OF dossier_id, position, excluded, clerk_rotation ON page
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id IN (OLD.dossier_id, NEW.dossier_id))
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER page_kept BEFORE DELETE ON page WHEN OLD.dossier_id IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'StateForbids: remove'); END;

CREATE TABLE dossier_field (
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    value TEXT NOT NULL,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    page_id TEXT REFERENCES page (id),
    box TEXT CHECK (box IS NULL OR json_valid(box)),
    origin TEXT NOT NULL CHECK (origin IN ('ocr', 'qr', 'barcode', 'rule', 'clerk', 'catalogue')),
    PRIMARY KEY (dossier_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX dossier_field_page ON dossier_field (page_id) WHERE page_id IS NOT NULL;

CREATE TABLE document (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    type_id TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('result', 'component', 'process', 'identity')),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    UNIQUE (dossier_id, ordinal)
) STRICT;

CREATE TABLE document_page (
    document_id TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
    page_id TEXT NOT NULL UNIQUE REFERENCES page (id),
    PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE dossier_override (
    dossier_id TEXT NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
    rule TEXT NOT NULL CHECK (rule <> ''),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    PRIMARY KEY (dossier_id, rule)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER page_leaves AFTER UPDATE OF dossier_id ON page WHEN NEW.dossier_id IS NOT OLD.dossier_id
BEGIN DELETE FROM document_page WHERE page_id = NEW.id; END;
CREATE TRIGGER document_page_belongs BEFORE INSERT ON document_page
WHEN (SELECT dossier_id FROM page WHERE id = NEW.page_id)
    IS NOT (SELECT dossier_id FROM document WHERE id = NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'ValueInvalid: a document names a page of another dossier'); END;
CREATE TRIGGER document_page_fixed BEFORE UPDATE ON document_page
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;

CREATE TRIGGER field_frozen_insert BEFORE INSERT ON dossier_field
WHEN NEW.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER field_frozen_update BEFORE UPDATE ON dossier_field
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER field_frozen_delete BEFORE DELETE ON dossier_field
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER document_frozen_insert BEFORE INSERT ON document
WHEN NEW.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER document_frozen_update BEFORE UPDATE ON document
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER document_frozen_delete BEFORE DELETE ON document
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER document_page_frozen_insert BEFORE INSERT ON document_page
WHEN EXISTS (SELECT 1 FROM document JOIN frozen_dossier ON frozen_dossier.id = document.dossier_id
             WHERE document.id = NEW.document_id) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER document_page_frozen_delete BEFORE DELETE ON document_page
WHEN EXISTS (SELECT 1 FROM document JOIN frozen_dossier ON frozen_dossier.id = document.dossier_id
             WHERE document.id = OLD.document_id) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER override_frozen_insert BEFORE INSERT ON dossier_override
WHEN NEW.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER override_frozen_update BEFORE UPDATE ON dossier_override
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
CREATE TRIGGER override_frozen_delete BEFORE DELETE ON dossier_override
WHEN OLD.dossier_id IN (SELECT id FROM frozen_dossier) BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;

CREATE TABLE audit (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    what TEXT NOT NULL CHECK (what <> ''),
    target TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_target ON audit (target);

CREATE TRIGGER audit_append BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
    OR NEW.previous_hash IS NOT
        coalesce((SELECT hash FROM audit ORDER BY sequence DESC LIMIT 1), zeroblob(32))
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail only grows at its end'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail is never changed'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail is never shortened'); END;

CREATE TABLE target (
    name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
    url TEXT NOT NULL CHECK (url <> ''),
    options TEXT NOT NULL CHECK (json_valid(options))
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY,
    package_id TEXT NOT NULL CHECK (length(package_id) = 36),
    target TEXT NOT NULL CHECK (target <> ''),
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    file TEXT NOT NULL CHECK (file <> '' AND file NOT GLOB '*/*'),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    enqueued_at INTEGER NOT NULL,
    upload_url TEXT NOT NULL,
    uploaded_bytes INTEGER NOT NULL CHECK (uploaded_bytes BETWEEN 0 AND bytes),
    next_attempt_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    error_code INTEGER,
    sent_at INTEGER,
    received_at INTEGER,
    receipt_status TEXT CHECK (receipt_status IN ('pending', 'accepted', 'rejected')),
    repository_id TEXT,
    receipt_reasons TEXT CHECK (receipt_reasons IS NULL OR json_valid(receipt_reasons)),
    receipt TEXT,
    finished INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(receipt_status IN ('accepted', 'rejected'), 0)) VIRTUAL,
    UNIQUE (package_id, target),
    CHECK (sent_at IS NULL OR uploaded_bytes = bytes),
    CHECK (receipt_status IS NULL OR sent_at IS NOT NULL),
    CHECK ((receipt_status IS NULL) = (received_at IS NULL)),
    CHECK ((receipt_status IS NULL) = (repository_id IS NULL)),
    CHECK ((receipt_status IS NULL) = (receipt_reasons IS NULL)),
    CHECK ((receipt_status IS NULL) = (receipt IS NULL))
) STRICT;
CREATE INDEX outbox_open ON outbox (sequence) WHERE finished = 0;
CREATE INDEX outbox_dossier ON outbox (dossier_id);

CREATE TRIGGER outbox_final BEFORE UPDATE ON outbox WHEN OLD.finished = 1
BEGIN SELECT RAISE(ABORT, 'StateForbids: the repository has answered'); END;
CREATE TRIGGER outbox_fixed BEFORE UPDATE OF sequence, package_id, target, dossier_id, revision, file, sha256, bytes,
    enqueued_at ON outbox
BEGIN SELECT RAISE(ABORT, 'StateForbids: a package never changes'); END;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
    ordinal INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;
CREATE TABLE catalogue_import (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL UNIQUE REFERENCES dossier (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(text, content='search_text', content_rowid='id', tokenize='vi');
CREATE TRIGGER search_insert AFTER INSERT ON search_text
BEGIN INSERT INTO search (rowid, text) VALUES (NEW.id, NEW.text); END;
CREATE TRIGGER search_delete AFTER DELETE ON search_text
BEGIN INSERT INTO search (search, rowid, text) VALUES ('delete', OLD.id, OLD.text); END;
CREATE TRIGGER search_update AFTER UPDATE ON search_text
BEGIN
    INSERT INTO search (search, rowid, text) VALUES ('delete', OLD.id, OLD.text);
    INSERT INTO search (rowid, text) VALUES (NEW.id, NEW.text);
END;
)sql";

} // namespace sohoa
