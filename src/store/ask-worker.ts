/**
 * The program of the worker that carries out one question, as text: it needs nothing but sql.js, so it runs the same from source,
 * from the bundle and from the offline archive. It sends `ready` when the workspace is open, then one answer.
 */
export const askWorker = `
const { parentPort, workerData: { path, image, sql, rowLimit } } = require('node:worker_threads');
const { dirname, join } = require('node:path');

require(path)({ locateFile: name => join(dirname(path), name) }).then(({ Database }) => {
  const database = new Database(image);
  parentPort.postMessage({ kind: 'ready' });
  try {
    database.run('PRAGMA trusted_schema = OFF');
    database.run('PRAGMA query_only = ON');
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
