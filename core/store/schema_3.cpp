// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema.h"

namespace sohoa {

const char *const schema3 = R"sql(
CREATE TABLE stack_run (
    id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    batch_id TEXT NOT NULL REFERENCES batch (id),
    dossier_id TEXT REFERENCES dossier (id) ON DELETE SET NULL,
    device TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'flip', 'done')),
    duplex INTEGER NOT NULL CHECK (duplex IN (0, 1)),
    two_pass INTEGER NOT NULL CHECK (two_pass IN (0, 1)),
    back_order TEXT NOT NULL CHECK (back_order IN ('reversed', 'same')),
    pass INTEGER NOT NULL CHECK (pass IN (1, 2)),
    next_sheet INTEGER NOT NULL CHECK (next_sheet >= 1),
    fed INTEGER NOT NULL CHECK (fed >= 0),
    scanned INTEGER NOT NULL CHECK (scanned >= 0),
    expected INTEGER CHECK (expected >= 0),
    error_code INTEGER,
    started_at INTEGER NOT NULL,
    CHECK (two_pass = 1 OR (pass = 1 AND state <> 'flip'))
) STRICT;
CREATE INDEX stack_run_batch ON stack_run (batch_id, started_at);
CREATE INDEX stack_run_open ON stack_run (batch_id) WHERE state <> 'done';

CREATE TABLE stack_side (
    page_id TEXT PRIMARY KEY NOT NULL REFERENCES page (id) ON DELETE CASCADE,
    run_id TEXT NOT NULL REFERENCES stack_run (id),
    pass INTEGER NOT NULL CHECK (pass IN (1, 2)),
    sheet INTEGER NOT NULL CHECK (sheet >= 1),
    back INTEGER NOT NULL CHECK (back IN (0, 1)),
    print BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX stack_side_run ON stack_side (run_id, pass, sheet, back);

CREATE TABLE taken_file (
    sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    batch_id TEXT NOT NULL REFERENCES batch (id),
    taken_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The place in a batch is fixed as fed, but for the pages of a stack fed in two passes: they are put in order once,
-- when the backs are in.
DROP TRIGGER page_fixed;
CREATE TRIGGER page_fixed BEFORE UPDATE OF id, batch_id, source, master_file, master_sha256, captured_at ON page
BEGIN SELECT RAISE(ABORT, 'StateForbids: a page keeps its master and its place in the batch'); END;
CREATE TRIGGER page_place_fixed BEFORE UPDATE OF sequence ON page
WHEN NOT EXISTS (SELECT 1 FROM stack_side JOIN stack_run ON stack_run.id = stack_side.run_id
                 WHERE stack_side.page_id = OLD.id AND stack_run.two_pass = 1 AND stack_run.state <> 'done')
BEGIN SELECT RAISE(ABORT, 'StateForbids: a page keeps its master and its place in the batch'); END;
)sql";

} // namespace sohoa
