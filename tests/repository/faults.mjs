// SPDX-License-Identifier: GPL-3.0-or-later
// What may go wrong on the other side, on demand. README.md lists the names.
import { createHash } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

const known = ['cut', 'status', 'slow', 'lie', 'wrong-hash', 'pending', 'lose-answer', 'forget', 'token',
  'no-receipts', 'offer-checksum', 'skew'];

export class Faults {
  #active = new Map();

  /** "cut:1000", "status:503:2:PATCH" … */
  set(text) {
    const [name, ...args] = text.split(':');
    if (!known.includes(name)) throw new Error(`unknown fault ${name}`);
    this.#active.set(name, args);
  }

  clear() {
    this.#active.clear();
  }

  /** The arguments of a fault that is on, for as often as it is wanted. */
  peek(name) {
    return this.#active.get(name);
  }

  /** The same for a fault whose argument `at` counts how often it happens (1 when not given). */
  take(name, at = 0) {
    const args = this.#active.get(name);
    if (!args) return undefined;
    const left = Number(args[at] ?? 1) - 1;
    if (left > 0) args[at] = String(left);
    else this.#active.delete(name);
    return args;
  }

  status(method) {
    const args = this.peek('status');
    if (!args || (args[2] && args[2] !== method)) return undefined;
    this.take('status', 1);
    return Number(args[0]);
  }

  /** Lets `cut` bytes of this body through to the store, then cuts the connection. */
  armCut(req) {
    const args = this.peek('cut');
    if (!args || req.method !== 'PATCH') return;
    const faults = this;
    req.pipe = (destination, options) => {
      const gate = new Transform({
        transform(chunk, _encoding, done) {
          const left = Number(args[0]);
          args[0] = String(left - chunk.length);
          if (left > chunk.length) return done(null, chunk);
          faults.clearOne('cut');
          this.push(chunk.subarray(0, left));
          this.push(null);
          req.socket.destroy();
          return undefined;
        },
      });
      return IncomingMessage.prototype.pipe.call(req, gate).pipe(destination, options);
    };
  }

  clearOne(name) {
    this.#active.delete(name);
  }

  /** Adds to every offset that HEAD tells. */
  armLie(req, res) {
    if (req.method !== 'HEAD') return;
    const args = this.take('lie', 1);
    if (!args) return;
    const writeHead = res.writeHead.bind(res);
    res.writeHead = (status, headers = {}) => {
      const told = headers['Upload-Offset'] ?? res.getHeader('Upload-Offset');
      if (told !== undefined) {
        delete headers['Upload-Offset'];
        res.setHeader('Upload-Offset', String(Number(told) + Number(args[0])));
      }
      return writeHead(status, headers);
    };
  }

  /** Offers the checksum extension, which the server beneath lacks, and tells whether each piece was right. */
  armChecksum(req, res, report) {
    if (!this.peek('offer-checksum')) return;
    if (req.method === 'OPTIONS') {
      const writeHead = res.writeHead.bind(res);
      res.writeHead = (status, headers = {}) =>
        writeHead(status, {
          ...headers,
          'Tus-Extension': 'creation,checksum,termination',
          'Tus-Checksum-Algorithm': 'md5,sha1,sha256',
        });
    }
    if (req.method !== 'PATCH') return;
    const [algorithm, value] = (req.headers['upload-checksum'] ?? 'sha256 none').split(' ');
    const hash = createHash(algorithm);
    req.pipe = (destination, options) => {
      const gate = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
        flush(done) {
          report(hash.digest('base64') === value);
          done();
        },
      });
      return IncomingMessage.prototype.pipe.call(req, gate).pipe(destination, options);
    };
  }
}
