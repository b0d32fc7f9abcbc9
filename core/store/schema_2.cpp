// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace sohoa {

// page_look: 64 bits in seven bands (six of nine bits, one of ten). Two looks that differ in at most six bits
// agree in one band at least, so the index finds every near-identical page without reading them all.
const char *const schema2 = R"sql(
ALTER TABLE dossier ADD COLUMN boundary_confidence REAL NOT NULL DEFAULT 1
    CHECK (boundary_confidence BETWEEN 0 AND 1);
CREATE TRIGGER dossier_frozen_boundary BEFORE UPDATE OF boundary_confidence ON dossier
WHEN OLD.state NOT IN ('draft', 'review') AND NEW.boundary_confidence <> OLD.boundary_confidence
BEGIN SELECT RAISE(ABORT, 'StateForbids: edit'); END;

ALTER TABLE dossier_field ADD COLUMN read TEXT NOT NULL DEFAULT '';

CREATE TABLE page_look (
    band INTEGER NOT NULL CHECK (band BETWEEN 0 AND 6),
    bits INTEGER NOT NULL CHECK (bits BETWEEN 0 AND 1023),
    page_id TEXT NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    look INTEGER NOT NULL,
    PRIMARY KEY (band, bits, page_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_look_page ON page_look (page_id);
CREATE INDEX dossier_by_code ON dossier_field (value) WHERE name = 'dossier_code';
CREATE INDEX dossier_by_number ON dossier_field (value) WHERE name = 'number';
CREATE INDEX dossier_by_person ON dossier_field (value) WHERE name = 'personal_id';

CREATE TABLE learned (
    kind TEXT NOT NULL CHECK (kind IN ('village', 'signer', 'agency', 'procedure')),
    value TEXT NOT NULL CHECK (value <> ''),
    context TEXT NOT NULL,
    confirmed INTEGER NOT NULL CHECK (confirmed >= 1),
    last_at INTEGER NOT NULL,
    PRIMARY KEY (kind, context, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_table (
    name TEXT PRIMARY KEY NOT NULL CHECK (name IN ('doc_types', 'field_labels', 'agencies')),
    csv TEXT NOT NULL,
    version TEXT NOT NULL CHECK (version <> ''),
    imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

} // namespace sohoa
