// SPDX-License-Identifier: GPL-3.0-or-later
// The reference repository: see README.md.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { BadBag, checkBag, sha256OfFile } from './bag.mjs';
import { Faults } from './faults.mjs';

const { values: options } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    reject: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    fault: { type: 'string', multiple: true, default: [] },
  },
});
if (!options.dir) {
  console.error('usage: node server.mjs --dir DIR [--port N] [--token T] [--reject CODE] [--fault NAME[:ARG]]…');
  process.exit(2);
}

const base = '/files';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const folders = Object.fromEntries(['uploads', 'bags', 'receipts'].map((name) => [name, join(options.dir, name)]));
for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });

const faults = new Faults();
options.fault.forEach((fault) => faults.set(fault));
const stats = { requests: 0, creates: 0, patches: 0, terminated: 0, checked: 0, checksums: 0, lastMetadata: {} };
let closedBytes = 0;
const sockets = new Set();

const receiptPath = (id) => join(folders.receipts, `${id}.json`);

async function readReceipt(id) {
  try {
    return JSON.parse(await readFile(receiptPath(id), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The receipt as it leaves the house: with the faults that concern it. */
function told(receipt) {
  const out = { ...receipt };
  if (faults.peek('wrong-hash')) out.sha256 = out.sha256.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
  if (faults.take('pending')) Object.assign(out, { status: 'pending', repository_id: '', reasons: [] });
  return JSON.stringify(out);
}

async function judge(id, sha256, file) {
  const receipt = {
    package_id: id, sha256, status: 'accepted', repository_id: `kho-${id}`, reasons: [],
    received_at: new Date().toISOString(),
  };
  const reject = (code, message, field) =>
    Object.assign(receipt, { status: 'rejected', repository_id: '', reasons: [{ code, message, field }] });
  if (options.reject) reject(options.reject, 'Rejected by the rule of this repository.', 'summary.issueDate');
  try {
    await checkBag(file, id);
  } catch (error) {
    if (!(error instanceof BadBag)) throw error;
    reject('bag-invalid', error.message, '');
  }
  return receipt;
}

async function finish(upload) {
  const { 'package-id': id, sha256 } = upload.metadata;
  const earlier = await readReceipt(id);
  if (earlier?.sha256 === sha256) return earlier;
  if (earlier) throw { status_code: 409, body: 'another package has this id\n' };
  const file = join(folders.uploads, upload.id);
  stats.checked += 1;
  if ((await sha256OfFile(file)) !== sha256) {
    await store.remove(upload.id);
    throw { status_code: 460, body: 'sha256 differs\n' };
  }
  const receipt = await judge(id, sha256, file);
  // The upload stays beside the bag: an empty PATCH at its end must find it when the answer was lost.
  await link(file, join(folders.bags, `${id}.zip`)).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const part = `${receiptPath(id)}.part`;
  await writeFile(part, JSON.stringify(receipt));
  await rename(part, receiptPath(id));
  return receipt;
}

const store = new FileStore({ directory: folders.uploads });
const tus = new Server({
  path: base,
  datastore: store,
  relativeLocation: true,
  async onUploadCreate(_req, res, upload) {
    const { 'package-id': id = '', sha256 = '' } = upload.metadata ?? {};
    if (!uuid.test(id) || !/^[0-9a-f]{64}$/.test(sha256))
      throw { status_code: 422, body: 'package-id and sha256 are needed\n' };
    const earlier = await readReceipt(id);
    if (earlier && earlier.sha256 !== sha256) throw { status_code: 409, body: 'another package has this id\n' };
    stats.creates += 1;
    stats.lastMetadata = upload.metadata;
    return res;
  },
  async onUploadFinish(_req, res, upload) {
    const receipt = await finish(upload);
    if (faults.take('lose-answer')) res.socket.destroy();
    if (faults.peek('no-receipts')) return res;
    return { res, status_code: 200, headers: { 'Content-Type': 'application/json' }, body: told(receipt) };
  },
});

function answer(res, status, body = '', headers = {}) {
  res.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
  res.end(body);
}

async function control(req, res) {
  if (!['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(req.socket.remoteAddress)) return answer(res, 403);
  if (req.url === '/__stats') {
    const wireBytes = [...sockets].reduce((sum, socket) => sum + socket.bytesRead, closedBytes);
    return answer(res, 200, JSON.stringify({ ...stats, wireBytes }), { 'Content-Type': 'application/json' });
  }
  if (req.url !== '/__fault' || req.method !== 'POST') return answer(res, 404);
  let body = '';
  for await (const chunk of req) body += chunk;
  try {
    const { name } = JSON.parse(body);
    if (name === 'none') faults.clear();
    else faults.set(name);
    return answer(res, 204);
  } catch (error) {
    return answer(res, 400, `${error.message}\n`);
  }
}

async function forgetUpload(req) {
  if (!['HEAD', 'PATCH'].includes(req.method) || !faults.peek('forget')) return;
  faults.take('forget');
  await store.remove(req.url.split('/').pop()).catch(() => undefined); // gone already: forgotten all the same
}

async function handle(req, res) {
  if (req.url.startsWith('/__')) return control(req, res);
  stats.requests += 1;
  const skew = faults.peek('skew');
  if (skew) res.setHeader('Date', new Date(Date.now() + Number(skew[0]) * 1000).toUTCString());
  const slow = faults.peek('slow');
  if (slow) await new Promise((resolve) => setTimeout(resolve, Number(slow[0])));
  const token = faults.peek('token')?.[0] ?? options.token;
  if (token && req.headers.authorization !== `Bearer ${token}`) return answer(res, 401, 'sign in\n');
  const status = faults.status(req.method);
  if (status) return answer(res, status, 'fault\n', { 'Tus-Resumable': '1.0.0' });
  const asked = /^\/files\/receipts\/([^/]+)$/.exec(req.url);
  if (asked) {
    const receipt = uuid.test(asked[1]) && !faults.peek('no-receipts') ? await readReceipt(asked[1]) : undefined;
    if (!receipt) return answer(res, 404, 'no receipt\n');
    return answer(res, 200, told(receipt), { 'Content-Type': 'application/json' });
  }
  await forgetUpload(req);
  if (req.method === 'PATCH') stats.patches += 1;
  if (req.method === 'DELETE') stats.terminated += 1;
  faults.armCut(req);
  faults.armLie(req, res);
  faults.armChecksum(req, res, (right) => {
    stats.checksums += right ? 1 : 0;
  });
  return tus.handle(req, res);
}

function listener(req, res) {
  handle(req, res).catch((error) => {
    console.error(error);
    if (!res.headersSent) answer(res, 500, 'failed\n');
  });
}

const server = options['tls-cert']
  ? createTlsServer({ cert: await readFile(options['tls-cert']), key: await readFile(options['tls-key']) }, listener)
  : createServer(listener);
server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => {
    sockets.delete(socket);
    closedBytes += socket.bytesRead;
  });
});
server.listen(Number(options.port), '127.0.0.1', () => console.log(`listening ${server.address().port}`));

process.on('SIGTERM', async () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  // What still runs gets two seconds; a client resumes from what is on disk anyhow.
  setTimeout(() => server.closeAllConnections(), 2000).unref();
});
