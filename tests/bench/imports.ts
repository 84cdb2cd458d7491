import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { makeContent, project, removePaper } from '../support/paper.ts';
import { itemOf, wxrEnd, wxrHead } from '../unit/importing/wxr.ts';
import { costOf, type Cost } from './measure.ts';

export interface ImportCost {
  name: string;
  cost: Cost;
  /** Files or stories, of archives. */
  count?: number;
}

/** What it costs to import an archive of Markdown and one of WordPress, and what somebody has made to harm. */
export async function* importCosts(): AsyncGenerator<ImportCost> {
  yield await imported('10,000 files of Markdown', (root) => markdownArchive(root, 10_000), 10_000);
  yield await imported('an export of WordPress, 100 MB', (root) => wordPressArchive(root, 100e6), 100e6 / itemSize);
  for (const [name, write] of hostile) yield await imported(name, write);
}

/** @param write makes what is to be imported, and gives its path from the paper's folder */
async function imported(name: string, write: (root: string) => string, count?: number): Promise<ImportCost> {
  const root = makeContent({
    'publication.yaml':
      'name: The Small Paper\nurl: https://small.example\nlanguage: en-GB\ntimeZone: UTC\nsections: [town]\npublisher: { name: Nobody }\n',
    'sections/town.yaml': 'name: Town\n',
  });
  try {
    const source = write(root);
    // What is refused ends with 1, and is no failure here.
    const desk = path.join(project, 'src/desk/desk.ts');
    const room = '--max-semi-space-size=16';
    const command = [
      '/bin/sh',
      '-c',
      '"$@"; test $? -le 1',
      'sh',
      process.execPath,
      room,
      desk,
      'import',
      source,
    ] as const;
    const cost = await costOf([...command], { cwd: root });
    if (!/imported|refused/.test(cost.printed)) throw new Error(cost.printed);
    return { name, cost, ...(count ? { count: Math.round(count) } : {}) };
  } finally {
    removePaper(root);
  }
}

const sentence =
  'The boats of the northern line lay at the quay on Monday while the two sides talked, and nobody on board said so. ';
const story = Array.from({ length: 8 }, () => `<p>${sentence.repeat(5)}</p>`).join('\n');
const item = (id: number) =>
  itemOf({ id, title: `Talks go on for the ${id}th day`, content: story, categories: [['category', 'Town']] });
const itemSize = item(10_000).length;

function markdownArchive(root: string, count: number): string {
  const text = Array.from({ length: 8 }, () => sentence.repeat(5)).join('\n\n');
  mkdirSync(path.join(root, 'old/_posts'), { recursive: true });
  writeFileSync(path.join(root, 'old/_config.yml'), 'title: Old\nurl: https://old.example\n');
  for (let index = 0; index < count; index += 1) {
    const day = `${2000 + (index % 19)}-0${1 + (index % 9)}-1${index % 10}`;
    const head = `---\ntitle: Talks go on for the ${index}th day\nauthor: Wren Quayside\ncategories: Town\n---\n\n`;
    writeFileSync(
      path.join(root, `old/_posts/${day}-talks-${index}.md`),
      `${head}${text}\n\n[More](https://old.example/more)\n`,
    );
  }
  return 'old';
}

function wordPressArchive(root: string, bytes: number): string {
  const file = openSync(path.join(root, 'export.xml'), 'w');
  writeSync(file, wxrHead);
  for (let id = 1, length = 0; length < bytes; id += 1) length += writeSync(file, item(id));
  writeSync(file, wxrEnd);
  closeSync(file);
  return 'export.xml';
}

/** A file that begins with some bytes and goes on with nothing, up to half a gigabyte, without taking room on the disk. */
function vast(name: string, head: string | Uint8Array): (root: string) => string {
  return (root) => {
    const file = openSync(path.join(root, name), 'w');
    writeSync(file, Buffer.from(head as string));
    ftruncateSync(file, 500e6);
    closeSync(file);
    return name;
  };
}

function written(name: string, content: () => string | Uint8Array): (root: string) => string {
  return (root) => {
    writeFileSync(path.join(root, name), content());
    return name;
  };
}

const bomb = () => {
  const entities = Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
  ).join('');
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "boom">${entities}]>${wxrHead.replace(/^<\?xml[^>]*>/, '')}${itemOf({ id: 1, title: 'Bomb', content: 'x' }).replace('<title>', '<title>&e9;')}${wxrEnd}`;
};

const zeros = () => new Uint8Array(400e6);

const hostile: [name: string, write: (root: string) => string][] = [
  ['a page of 500 MB', vast('page.html', '<!doctype html><html><body><p>Long')],
  ['a document of 500 MB', vast('letter.docx', 'PK\u0003\u0004')],
  [
    'a picture of 500 MB',
    (root) => {
      vast('story.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))(root);
      return written('story.txt', () => `Talks go on\n\n${sentence.repeat(5)}\n`)(root);
    },
  ],
  [
    'an export with one story of 500 MB',
    (root) => {
      const file = openSync(path.join(root, 'export.xml'), 'w');
      writeSync(file, `${wxrHead}<item><title>Long</title><content:encoded><![CDATA[`);
      const piece = 'word '.repeat(200_000);
      for (let length = 0; length < 500e6; length += piece.length) writeSync(file, piece);
      writeSync(file, `]]></content:encoded></item>${wxrEnd}`);
      closeSync(file);
      return 'export.xml';
    },
  ],
  ['entities that unfold to a billion', written('export.xml', bomb)],
  [
    'a document that unfolds to 400 MB',
    written('letter.docx', () => zipSync({ 'word/document.xml': zeros() }, { level: 9 })),
  ],
  [
    'a page that is nested a thousand times',
    written('page.html', () => `<html><body><article><h1>Deep</h1>${'<div><b>'.repeat(1000)}${story}`),
  ],
  ['Markdown that is nested a thousand times', written('deep.md', () => `# Deep\n\n${'> '.repeat(1000)}${sentence}\n`)],
];
