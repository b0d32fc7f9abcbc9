// SPDX-License-Identifier: GPL-3.0-or-later
// Is a file a BagIt bag in a ZIP whose entries are stored? Nothing is unpacked, so nothing can be written outside.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;
const localRecord = 0x04034b50;
const maxManifest = 16 * 1024 * 1024;

export class BadBag extends Error {}

async function read(file, position, length) {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new BadBag('the ZIP ends too early');
  return buffer;
}

async function entriesOf(file, size) {
  const tailLength = Math.min(size, 22 + 0xffff);
  const tail = await read(file, size - tailLength, tailLength);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endRecord) end -= 1;
  if (end < 0) throw new BadBag('no ZIP');
  const count = tail.readUInt16LE(end + 10);
  const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = new Map();
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== centralRecord)
      throw new BadBag('the directory of the ZIP is damaged');
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const bytes = directory.readUInt32LE(at + 24);
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    if (method !== 0 || flags & 1 || bytes !== directory.readUInt32LE(at + 20))
      throw new BadBag(`${name}: compressed or encrypted`);
    if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
      throw new BadBag('an entry points outside of the bag');
    if (entries.has(name)) throw new BadBag(`${name}: twice`);
    entries.set(name, { header: directory.readUInt32LE(at + 42), bytes });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function dataStart(file, entry) {
  const header = await read(file, entry.header, 30);
  if (header.readUInt32LE(0) !== localRecord) throw new BadBag('an entry of the ZIP is damaged');
  return entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function hashOf(file, start, length) {
  const hash = createHash('sha256');
  for (let at = 0; at < length; at += 1 << 20)
    hash.update(await read(file, start + at, Math.min(1 << 20, length - at)));
  return hash.digest('hex');
}

async function checkManifest(file, entries, root, name) {
  const entry = entries.get(root + name);
  if (!entry) throw new BadBag(`${name} is missing`);
  if (entry.bytes > maxManifest) throw new BadBag(`${name} is too large`);
  const text = (await read(file, await dataStart(file, entry), entry.bytes)).toString('utf8');
  const named = new Set();
  for (const line of text.split('\n').filter(Boolean)) {
    const match = /^([0-9a-f]{64}) +(.+)$/.exec(line);
    const item = match && entries.get(root + match[2]);
    if (!item) throw new BadBag(`${name} names a file that is not there`);
    if ((await hashOf(file, await dataStart(file, item), item.bytes)) !== match[1])
      throw new BadBag(`${match[2]} has another hash than ${name} says`);
    named.add(root + match[2]);
  }
  return named;
}

/** Throws BadBag with a sentence unless `path` is the bag of `packageId`. */
export async function checkBag(path, packageId) {
  const file = await open(path);
  try {
    const entries = await entriesOf(file, (await file.stat()).size);
    const root = `${packageId}/`;
    if (![...entries.keys()].every((name) => name.startsWith(root)))
      throw new BadBag(`not everything is below ${root}`);
    const payload = await checkManifest(file, entries, root, 'manifest-sha256.txt');
    const tags = await checkManifest(file, entries, root, 'tagmanifest-sha256.txt');
    for (const name of ['bagit.txt', 'manifest-sha256.txt'])
      if (!tags.has(root + name)) throw new BadBag(`tagmanifest-sha256.txt does not name ${name}`);
    for (const name of entries.keys())
      if (name.startsWith(`${root}data/`) && !name.endsWith('/') && !payload.has(name))
        throw new BadBag(`${name.slice(root.length)} is in no manifest`);
  } finally {
    await file.close();
  }
}

export async function sha256OfFile(path) {
  const file = await open(path);
  try {
    return await hashOf(file, 0, (await file.stat()).size);
  } finally {
    await file.close();
  }
}
