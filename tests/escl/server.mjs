// SPDX-License-Identifier: GPL-3.0-or-later
// A small eSCL scanner on the loopback address: enough of the protocol for sane-airscan, and faults on request.
//
//   node server.mjs --pages DIR [--port N] [--fault KIND@PAGE[:ARG]]...
//
// DIR holds 1.jpg, 2.jpg, … Prints "listening PORT". KIND: drop (the connection is cut in the middle of the page),
// 503 (busy, ARG times), slow (ARG milliseconds in the middle of the page), 500 (the job fails), garble (the picture
// ends after a third of its bytes, and the connection in good order), jam (409 with the status "jammed"). Every fault
// but slow and garble happens once, ARG times at most. Pages that were delivered stay delivered: the next job goes on
// with the page behind them, unless DIR/next names another: the sheet that lies on top after the operator put some back.
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

const options = { port: 0, pages: '', faults: [] };
for (let i = 2; i < process.argv.length; i += 2) {
  const [name, value] = [process.argv[i], process.argv[i + 1]];
  if (name === '--port') options.port = Number(value);
  else if (name === '--pages') options.pages = value;
  else if (name === '--fault') {
    const [, kind, page, arg] = /^(\w+)@(\d+)(?::(\d+))?$/.exec(value);
    options.faults.push({ kind, page: Number(page), arg: Number(arg ?? 1), left: kind === '503' ? Number(arg ?? 1) : 1 });
  } else throw new Error(`unknown option ${name}`);
}
const pageCount = readdirSync(options.pages).filter((name) => name.endsWith('.jpg')).length;

let delivered = 0;
let job = null;
let jobNumber = 0;
let jammed = false;

const layBack = () => {
  const note = join(options.pages, 'next');
  if (!existsSync(note)) return;
  delivered = Number(readFileSync(note, 'utf8')) - 1;
  unlinkSync(note);
};

const xml = (response, body, status = 200) => {
  response.writeHead(status, { 'Content-Type': 'text/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`);
};

const namespaces =
  'xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"';

const inputCaps = `
  <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
  <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>4200</scan:MaxHeight>
  <scan:MaxScanRegions>1</scan:MaxScanRegions>
  <scan:SettingProfiles><scan:SettingProfile>
    <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
    <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
      <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
    <scan:SupportedResolutions><scan:DiscreteResolutions>
      <scan:DiscreteResolution><scan:XResolution>100</scan:XResolution><scan:YResolution>100</scan:YResolution></scan:DiscreteResolution>
      <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
    </scan:DiscreteResolutions></scan:SupportedResolutions>
  </scan:SettingProfile></scan:SettingProfiles>`;

const capabilities = `<scan:ScannerCapabilities ${namespaces}>
  <pwg:Version>2.0</pwg:Version><pwg:MakeAndModel>Sohoa eSCL bench</pwg:MakeAndModel>
  <pwg:SerialNumber>0001</pwg:SerialNumber>
  <scan:Adf><scan:AdfSimplexInputCaps>${inputCaps}</scan:AdfSimplexInputCaps>
    <scan:FeederCapacity>50</scan:FeederCapacity>
    <scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>
</scan:ScannerCapabilities>`;

const status = () => {
  const adf = jammed ? 'ScannerAdfJam' : delivered < pageCount ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty';
  const jobs = job
    ? `<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/${job}</pwg:JobUri><pwg:JobUuid>${job}</pwg:JobUuid>
       <scan:Age>1</scan:Age><pwg:ImagesCompleted>${delivered}</pwg:ImagesCompleted>
       <pwg:JobState>Processing</pwg:JobState></scan:JobInfo></scan:Jobs>`
    : '';
  return `<scan:ScannerStatus ${namespaces}><pwg:Version>2.0</pwg:Version>
    <pwg:State>${job ? 'Processing' : 'Idle'}</pwg:State><scan:AdfState>${adf}</scan:AdfState>${jobs}</scan:ScannerStatus>`;
};

const faultAt = (page) => options.faults.find((fault) => fault.page === page && fault.left > 0);

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function nextDocument(response) {
  const page = delivered + 1;
  if (page > pageCount) {
    job = null;
    return response.writeHead(404).end();
  }
  const bytes = readFileSync(join(options.pages, `${page}.jpg`));
  const fault = faultAt(page);
  const kind = fault?.kind;
  if (fault && kind !== 'slow' && kind !== 'garble') fault.left -= 1;
  if (kind === '503') return response.writeHead(503, { 'Retry-After': '1' }).end();
  if (kind === '500') {
    job = null;
    return response.writeHead(500).end();
  }
  if (kind === 'jam') {
    jammed = true;
    job = null;
    return response.writeHead(409).end();
  }
  const whole = kind === 'garble' ? bytes.subarray(0, bytes.length / 3) : bytes;
  response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': whole.length });
  if (kind === 'drop') {
    response.write(whole.subarray(0, whole.length / 2));
    await sleep(20);
    job = null;
    return response.destroy();
  }
  if (kind === 'slow') {
    response.write(whole.subarray(0, whole.length / 2));
    await sleep(fault.arg);
    delivered = page;
    return response.end(whole.subarray(whole.length / 2));
  }
  delivered = page;
  response.end(whole);
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const path = request.url;
    if (request.method === 'GET' && path === '/eSCL/ScannerCapabilities') return xml(response, capabilities);
    if (request.method === 'GET' && path === '/eSCL/ScannerStatus') return xml(response, status());
    if (request.method === 'POST' && path === '/eSCL/ScanJobs') {
      jammed = false;
      layBack();
      if (delivered >= pageCount) return response.writeHead(409).end();
      job = `job${++jobNumber}`;
      const host = `http://127.0.0.1:${server.address().port}`;
      return response.writeHead(201, { Location: `${host}/eSCL/ScanJobs/${job}` }).end();
    }
    if (request.method === 'GET' && job && path === `/eSCL/ScanJobs/${job}/NextDocument`) return nextDocument(response);
    if (request.method === 'DELETE') {
      // One that comes late belongs to the job before, whose successor goes on.
      if (path === `/eSCL/ScanJobs/${job}`) job = null;
      return response.writeHead(200).end();
    }
    response.writeHead(404).end();
  });
});
server.listen(options.port, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
