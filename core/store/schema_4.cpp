// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace sohoa {

// Measured on a whole campaign (575,373 dossiers): counts are kept where they change instead of counted anew,
// lists and reports have the index that gives them their order, and what is said once of a page is stored once,
// packed.
//
// SQLite cannot drop a column that a CHECK of its table names: page.reading_facts and page.reading_text stay, and
// hold '{}' and '' beside what has moved to facts and text.
const char *const schema4 = R"sql(
CREATE TABLE tally (
    batch_id TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('page', 'draft', 'review', 'approved', 'queued', 'sent', 'accepted', 'rejected')),
    number INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (batch_id, what)
) STRICT, WITHOUT ROWID;
INSERT INTO tally SELECT batch_id, 'page', count(*) FROM page GROUP BY batch_id;
INSERT INTO tally SELECT batch_id, state, count(*) FROM dossier GROUP BY batch_id, state;
CREATE TRIGGER tally_page_in AFTER INSERT ON page
BEGIN
    INSERT INTO tally VALUES (NEW.batch_id, 'page', 1) ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER tally_page_out AFTER DELETE ON page
BEGIN UPDATE tally SET number = number - 1 WHERE batch_id = OLD.batch_id AND what = 'page'; END;
CREATE TRIGGER tally_dossier_in AFTER INSERT ON dossier
BEGIN
    INSERT INTO tally VALUES (NEW.batch_id, NEW.state, 1) ON CONFLICT DO UPDATE SET number = number + 1;
END;
CREATE TRIGGER tally_dossier_out AFTER DELETE ON dossier
BEGIN UPDATE tally SET number = number - 1 WHERE batch_id = OLD.batch_id AND what = OLD.state; END;
CREATE TRIGGER tally_dossier_moved AFTER UPDATE OF state, batch_id ON dossier
WHEN OLD.state <> NEW.state OR OLD.batch_id <> NEW.batch_id
BEGIN
    UPDATE tally SET number = number - 1 WHERE batch_id = OLD.batch_id AND what = OLD.state;
    INSERT INTO tally VALUES (NEW.batch_id, NEW.state, 1) ON CONFLICT DO UPDATE SET number = number + 1;
END;

-- The last approval, which reports count by; none while the dossier is in review.
ALTER TABLE dossier ADD COLUMN approved_at INTEGER;
ALTER TABLE dossier ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier ADD COLUMN approved_pages INTEGER NOT NULL DEFAULT 0 CHECK (approved_pages >= 0);
WITH approval AS (
    SELECT target, max(sequence) AS last FROM audit
    WHERE what = 'dossier.state' AND json_extract(after, '$.state') = 'approved' GROUP BY target)
UPDATE dossier SET approved_at = audit.at, approved_by = audit.actor,
    approved_pages = (SELECT count(*) FROM page WHERE page.dossier_id = dossier.id AND page.excluded = 0)
FROM approval JOIN audit ON audit.sequence = approval.last
WHERE dossier.id = approval.target AND dossier.state NOT IN ('draft', 'review');
CREATE INDEX dossier_approved ON dossier (approved_at) WHERE approved_at IS NOT NULL;
DROP INDEX dossier_state;
CREATE INDEX dossier_state ON dossier (state, changed_at);

-- "IN (SELECT id FROM frozen_dossier)" lists every dossier that has gone on, at each row that is written.
DROP TRIGGER field_frozen_insert;
CREATE TRIGGER field_frozen_insert BEFORE INSERT ON dossier_field
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER field_frozen_update;
CREATE TRIGGER field_frozen_update BEFORE UPDATE ON dossier_field
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER field_frozen_delete;
CREATE TRIGGER field_frozen_delete BEFORE DELETE ON dossier_field
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER document_frozen_insert;
CREATE TRIGGER document_frozen_insert BEFORE INSERT ON document
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER document_frozen_update;
CREATE TRIGGER document_frozen_update BEFORE UPDATE ON document
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER document_frozen_delete;
CREATE TRIGGER document_frozen_delete BEFORE DELETE ON document
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER override_frozen_insert;
CREATE TRIGGER override_frozen_insert BEFORE INSERT ON dossier_override
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER override_frozen_update;
CREATE TRIGGER override_frozen_update BEFORE UPDATE ON dossier_override
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;
DROP TRIGGER override_frozen_delete;
CREATE TRIGGER override_frozen_delete BEFORE DELETE ON dossier_override
WHEN EXISTS (SELECT 1 FROM frozen_dossier WHERE id = OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;

CREATE INDEX page_unsorted ON page (batch_id, sequence) WHERE dossier_id IS NULL;
ALTER TABLE page ADD COLUMN facts BLOB;
ALTER TABLE page ADD COLUMN text BLOB;
UPDATE page SET facts = pack(reading_facts), text = pack(reading_text),
    reading_words = pack_words(reading_words, reading_text), reading_facts = '{}', reading_text = ''
WHERE reading_facts IS NOT NULL;
CREATE TRIGGER page_reading_whole BEFORE UPDATE OF reading_facts, facts, text ON page
WHEN (NEW.facts IS NULL) <> (NEW.reading_facts IS NULL) OR (NEW.text IS NULL) <> (NEW.reading_facts IS NULL)
BEGIN SELECT RAISE(ABORT, 'ValueInvalid: a reading is there as a whole or not at all'); END;

-- Without the copy of the hash of the row before, and without an index that nothing was looked up in: the chain is
-- what it was, for the hash of each row is still made over that of the row before.
CREATE TABLE audit_trail (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL CHECK (actor <> ''),
    what TEXT NOT NULL CHECK (what <> ''),
    target TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_trail SELECT sequence, at, actor, what, target, before, after, hash FROM audit ORDER BY sequence;
INSERT INTO sqlite_sequence (name, seq) SELECT 'audit_trail', 0
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'audit_trail');
UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'audit'), 0)
WHERE name = 'audit_trail';
DROP TABLE audit;
ALTER TABLE audit_trail RENAME TO audit;
CREATE INDEX audit_target ON audit (target);
CREATE INDEX audit_reopened ON audit (at)
WHERE what = 'dossier.state' AND json_extract(after, '$.state') = 'review'
    AND json_extract(before, '$.state') IN ('approved', 'rejected');
CREATE TRIGGER audit_append BEFORE INSERT ON audit
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail only grows at its end'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail is never changed'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'StateForbids: the audit trail is never shortened'); END;

-- Two indexes: a small one with positions over what a dossier is known by, where phrases and field filters are
-- looked up, and one without positions over every word of it.
DROP TRIGGER search_insert;
DROP TRIGGER search_delete;
DROP TRIGGER search_update;
DROP TABLE search;
ALTER TABLE search_text RENAME TO search_text_3;
CREATE TABLE search_text (
    id INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL UNIQUE REFERENCES dossier (id) ON DELETE CASCADE,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    code TEXT NOT NULL,
    procedure TEXT NOT NULL,
    agency TEXT NOT NULL,
    date TEXT NOT NULL,
    other TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE VIEW search_body_text AS SELECT id, unpack(body) AS body FROM search_text;
CREATE VIRTUAL TABLE search_field USING fts5(number, name, person, code, procedure, agency, date, other,
    content = 'search_text', content_rowid = 'id', columnsize = 0, prefix = '1 2 3', tokenize = 'vi');
CREATE VIRTUAL TABLE search_body USING fts5(body, content = 'search_body_text', content_rowid = 'id',
    detail = none, columnsize = 0, prefix = '2 3 4', tokenize = 'vi numbers');
CREATE TRIGGER search_insert AFTER INSERT ON search_text
BEGIN
    INSERT INTO search_field (rowid, number, name, person, code, procedure, agency, date, other)
    VALUES (NEW.id, NEW.number, NEW.name, NEW.person, NEW.code, NEW.procedure, NEW.agency, NEW.date, NEW.other);
    INSERT INTO search_body (rowid, body) VALUES (NEW.id, unpack(NEW.body));
END;
CREATE TRIGGER search_delete AFTER DELETE ON search_text
BEGIN
    INSERT INTO search_field (search_field, rowid, number, name, person, code, procedure, agency, date, other)
    VALUES ('delete', OLD.id, OLD.number, OLD.name, OLD.person, OLD.code, OLD.procedure, OLD.agency, OLD.date, OLD.other);
    INSERT INTO search_body (search_body, rowid, body) VALUES ('delete', OLD.id, unpack(OLD.body));
END;
CREATE TRIGGER search_fixed BEFORE UPDATE ON search_text
BEGIN SELECT RAISE(ABORT, 'StateForbids: a search text is replaced as a whole'); END;
WITH value (dossier_id, place, value) AS (
    SELECT dossier_id, search_column(name), value FROM dossier_field WHERE value <> ''
    UNION SELECT document.dossier_id, search_column(field.key), json_extract(field.value, '$.v')
    FROM document, json_each(document.fields) AS field WHERE json_extract(field.value, '$.v') <> ''
    UNION SELECT dossier_id, 'other', title FROM document WHERE title <> ''),
line (dossier_id, place, text) AS (
    SELECT dossier_id, place, group_concat(value, char(10)) FROM value GROUP BY dossier_id, place)
INSERT INTO search_text (id, dossier_id, number, name, person, code, procedure, agency, date, other, body)
SELECT old.id, old.dossier_id,
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'number'), ''),
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'name'), ''),
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'person'), ''),
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'code'), ''),
    dossier.procedure_name || char(10) || dossier.procedure_code,
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'agency'), ''),
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'date'), ''),
    coalesce((SELECT text FROM line WHERE line.dossier_id = old.dossier_id AND place = 'other'), ''),
    pack(old.text)
FROM search_text_3 AS old JOIN dossier ON dossier.id = old.dossier_id ORDER BY old.id;
DROP TABLE search_text_3;
)sql";

} // namespace sohoa
