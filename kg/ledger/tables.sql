-- What the articles say (article to statement), how it is resolved (block, node, unit), and what
-- the store was last told (row). All of it can be made again from records.jsonl.
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (
  id TEXT PRIMARY KEY, hash TEXT NOT NULL, made_by TEXT NOT NULL, title TEXT, published_on TEXT, day TEXT NOT NULL,
  home TEXT, home_code TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source (
  article TEXT NOT NULL, path TEXT NOT NULL, item INTEGER NOT NULL, sha256 TEXT NOT NULL, url TEXT, publisher TEXT,
  PRIMARY KEY (article, path, item)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_path ON source (path);
CREATE INDEX IF NOT EXISTS source_url ON source (url);
CREATE TABLE IF NOT EXISTS mention (
  id TEXT PRIMARY KEY, article TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, data TEXT NOT NULL,
  node TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mention_article ON mention (article);
CREATE INDEX IF NOT EXISTS mention_folded ON mention (folded, kind);
CREATE INDEX IF NOT EXISTS mention_node ON mention (node);
CREATE INDEX IF NOT EXISTS mention_open ON mention (kind) WHERE node IS NULL;
CREATE TABLE IF NOT EXISTS block (key TEXT NOT NULL, mention TEXT NOT NULL, PRIMARY KEY (key, mention)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS block_mention ON block (mention);
CREATE TABLE IF NOT EXISTS statement (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL, subject TEXT NOT NULL, predicate TEXT NOT NULL, object TEXT, value, extra TEXT,
  confidence REAL NOT NULL, start INTEGER, end INTEGER, quote TEXT, rule TEXT,
  subject_node TEXT, object_node TEXT, unit TEXT);
CREATE INDEX IF NOT EXISTS statement_article ON statement (article);
CREATE INDEX IF NOT EXISTS statement_subject ON statement (subject);
CREATE INDEX IF NOT EXISTS statement_object ON statement (object) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS statement_subject_node ON statement (subject_node, predicate);
CREATE INDEX IF NOT EXISTS statement_object_node ON statement (object_node, predicate) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS statement_unit ON statement (unit);
CREATE TABLE IF NOT EXISTS dirty (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judged (id TEXT PRIMARY KEY, line TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS row (
  type TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (type, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS row_owner ON row (owner);
CREATE TABLE IF NOT EXISTS candidate (
  first TEXT NOT NULL, second TEXT NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL,
  name TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS candidate_name ON candidate (name);
CREATE INDEX IF NOT EXISTS candidate_other ON candidate (other);
-- Rows given to the store of which it has not yet been said that they arrived.
CREATE TABLE IF NOT EXISTS given (
  type TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, content TEXT NOT NULL, gone INTEGER NOT NULL,
  PRIMARY KEY (type, id)) WITHOUT ROWID;
-- Posts that one person holds at a time.
CREATE TABLE IF NOT EXISTS exclusive (post TEXT PRIMARY KEY) WITHOUT ROWID;
