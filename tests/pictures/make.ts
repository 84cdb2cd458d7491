import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { firstContent } from '../../src/desk/first-edition.ts';
import { servePaper } from '../../src/desk/serve.ts';
import { openReadersBrowser } from '../support/browser.ts';
import { environment, makePaper, project, removePaper } from '../support/paper.ts';

/** Makes the README's pictures from `dist/`: `npm run build && npm run pictures`. */
const lead = '2019/03/01/trump-kim-talks-break-down-after-dispute-over-sanctions/';
const shots = [
  { name: 'front', address: '', width: 1280, height: 1000, scheme: 'light' },
  { name: 'article', address: lead, width: 1280, height: 1000, scheme: 'light' },
  { name: 'dark', address: lead, width: 640, height: 1000, scheme: 'dark' },
  { name: 'telephone', address: '', width: 390, height: 1000, scheme: 'light' },
] as const;

const { server, address } = await servePaper(path.join(project, 'dist'), 0);
const browser = await openReadersBrowser();
const made: Buffer[] = [];
for (const { address: page, width, height, scheme } of shots) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme });
  const tab = await context.newPage();
  // Fonts are shown when they are there in time: the second visit has them.
  for (let visit = 0; visit < 2; visit += 1) await tab.goto(address + page, { waitUntil: 'networkidle' });
  made.push(await tab.screenshot());
  await context.close();
}
const printed = [
  ...(await pagesOnPaper('editions/2019-03-01/print/')).slice(0, 2),
  ...(await pagesOnPaper(lead)).slice(0, 1),
];
const begun = await picturesOfFirstDay();
await browser.close();
server.close();

/** A new paper as whoever writes it sees it: its front page, its first story in the browser's editor, and a mistake in it. */
async function picturesOfFirstDay(): Promise<Buffer[]> {
  const paper = {
    name: 'Küstenblatt',
    language: 'de',
    place: 'Stralsund',
    timeZone: 'Europe/Berlin',
    url: 'https://kuestenblatt.example',
  };
  const files = Object.entries(firstContent(paper, '2026-03-01T09:00:00Z')).map(([file, content]): [string, string] => [
    file.replace(/^content\//, ''),
    content,
  ]);
  const root = makePaper(Object.fromEntries(files));
  const dev = spawn(process.execPath, ['src/desk/desk.ts', 'dev', '--port', '4399'], {
    cwd: root,
    env: { ...environment(), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      dev.stdout.on('data', (data) => {
        output += String(data);
        const [, found] = /Front page\s+(http:\/\/localhost:\d+\/)/.exec(output) ?? [];
        if (found) resolve(found);
      });
      dev.on('close', () => reject(new Error(output)));
    });
    const [file = '', text = ''] = files.find(([name]) => name.startsWith('articles/')) ?? [];
    const place = file.replace(/^articles\/|index\.md$/g, '');
    const tab = await browser.newPage({ viewport: { width: 1000, height: 1000 } });
    const seen = async (page: string, sign: string) => {
      await tab.goto(address + page, { waitUntil: 'load' });
      await tab.locator(sign).first().waitFor();
      await tab.evaluate(() => document.fonts.ready);
      return tab.screenshot({ animations: 'disabled' });
    };
    const front = await seen('', 'h1');
    const editor = await seen(`desk/#/collections/articles/entries/${place}index`, 'text=Headline');
    writeFileSync(path.join(root, 'content', file), text.replace('section: news', 'section: nwes'));
    const mistake = await seen(place, 'role=alert');
    return [front, editor, mistake];
  } finally {
    dev.kill();
    removePaper(root);
  }
}

/** The pages of A4 that a page makes. */
async function pagesOnPaper(page: string): Promise<Buffer[]> {
  const tab = await browser.newPage();
  await tab.goto(address + page, { waitUntil: 'networkidle' });
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-pictures-'));
  const file = path.join(folder, 'paper.pdf');
  const { length } = [
    ...(await tab.pdf({ path: file, format: 'A4', preferCSSPageSize: true }))
      .toString('latin1')
      .matchAll(/\/Type \/Page\b/g),
  ];
  await tab.close();
  const pages = Array.from({ length }, (_, index) => {
    const target = path.join(folder, String(index));
    const page = String(index + 1);
    execFileSync('pdftoppm', ['-r', '110', '-f', page, '-l', page, '-singlefile', '-png', file, target]);
    return readFileSync(`${target}.png`);
  });
  rmSync(folder, { recursive: true });
  return pages;
}

/** Pictures side by side on a grey ground. */
async function sheet(name: string, pictures: readonly Buffer[], height: number): Promise<void> {
  const gap = 24;
  const scaled = await Promise.all(
    pictures.map(async (picture) => sharp(await sharp(picture).resize({ height }).toBuffer())),
  );
  const widths = await Promise.all(scaled.map(async (picture) => (await picture.metadata()).width));
  const left = widths.map((_, index) => gap + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0));
  const total = gap + widths.reduce((sum, width) => sum + width + gap, 0);
  const layers = await Promise.all(
    scaled.map(async (picture, index) => ({ input: await picture.toBuffer(), left: left[index] ?? 0, top: gap })),
  );
  await sharp({ create: { width: total, height: height + 2 * gap, channels: 3, background: '#8a867f' } })
    .composite(layers)
    .webp({ quality: 82 })
    .toFile(path.join(import.meta.dirname, `${name}.webp`));
}

const [front, article, dark, telephone] = made as [Buffer, Buffer, Buffer, Buffer];
await sheet('desk', [front, article], 760);
await sheet('hand', [telephone, dark], 900);
await sheet('paper', printed, 1000);
await sheet('start', begun, 620);
