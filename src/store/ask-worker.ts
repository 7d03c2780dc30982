/**
 * The program of the worker that carries out one question, as text: it needs nothing but sql.js, so it runs the same from source,
 * from the bundle and from the offline archive. It sends `ready` when the workspace is open, then one answer.
 */
export const askWorker = `
const { parentPort, workerData: { path, image, sql, rowLimit } } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { compileFunction } = require('node:vm');

const started = { exports: {} };
compileFunction(readFileSync(path, 'utf8'), ['exports', 'require', 'module', '__filename', '__dirname'], { filename: path })(
  started.exports, createRequire(path), started, path, dirname(path));

started.exports({ locateFile: name => join(dirname(path), name) }).then(({ Database }) => {
  const database = new Database(image);
  database.run('PRAGMA query_only = ON');
  parentPort.postMessage({ kind: 'ready' });
  try {
    const statement = database.prepare(sql);
    const columns = statement.getColumnNames();
    const rows = [];
    let more = statement.step();
    while (more && rows.length < rowLimit) {
      rows.push(statement.get());
      more = statement.step();
    }
    parentPort.postMessage({ kind: 'answer', columns, rows, truncated: more });
  } catch (error) {
    parentPort.postMessage({ kind: 'failed', message: String(error && error.message || error) });
  }
});
`;
