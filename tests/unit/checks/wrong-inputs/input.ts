import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Files of a paper by their path below the project's folder; `undefined` takes one of the sound paper away. */
export type Files = Record<string, string | Uint8Array | Link | undefined>;

/** A symbolic link, by where it leads. */
interface Link {
  to: string;
}

/** Something that an editor may file, and what the desk says of it. */
export interface Input {
  /** What is filed, as the end of "The desk tells …". */
  name: string;
  files: Files;
  /** Each as "code file:line:column", what was found and what to do; the article that all of these try is written "*". */
  finds: [place: string, found: string, remedy: string][];
}

export const tried = 'content/articles/2019/03/01/harbour-vote/index.md';

const fields = {
  id: 'k7m2xq',
  headline: 'Harbour vote',
  section: 'world',
  published: '2019-03-01T05:00:00+08:00',
  status: 'published',
};

/** Front matter on lines 1 to 7, one field of the sound article changed, taken away or added; the text begins on line 9. */
export function article(changes: Record<string, string | undefined>, body = 'Ships came in.'): string {
  const lines = Object.entries({ ...fields, ...changes }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** The article that is tried, with other front matter. */
export function front(changes: Record<string, string | undefined>): Files {
  return { [tried]: article(changes) };
}

/** A text and the only thing that the desk says of it; its first line is line 9 of the file. */
export function told(name: string, text: string, ...find: Input['finds'][number]): Input {
  return { name, files: body(text), finds: [find] };
}

/** The article that is tried, with another text; its first line is line 9 of the file. */
export function body(text: string): Files {
  return { [tried]: article({}, text) };
}

const sound: Files = {
  'content/publication.yaml':
    'name: The Broadsheet\nurl: https://broadsheet.example\nlanguage: en-GB\ntimeZone: Asia/Singapore\nsections: [world]\npublisher: { name: The Broadsheet }\n',
  'content/sections/world.yaml': 'name: World\n',
  'content/topics/sanctions.yaml': 'name: Sanctions\n',
  'content/contributors/newsdesk.yaml': 'name: Our newsdesk\n',
  'content/related/elsewhere.yaml': 'title: Elsewhere\npublication: The Times\ndate: 2019-03-01\n',
  'content/articles/2019/03/01/second/index.md': article({ id: 'k7m2xr', headline: 'Second' }),
};

/** Writes a sound paper with the changes that are given into a temporary folder, and takes it away after use. */
export async function withPaper<T>(files: Files, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(path.join(tmpdir(), 'broadsheet-desk-'));
  try {
    const all: Files = { ...sound, [tried]: article({}), ...files };
    for (const [file, content] of Object.entries(all)) {
      if (content === undefined) continue;
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path.join(root, file), content);
      else symlinkSync(content.to, path.join(root, file));
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What to do about an address at example.com that names a user. */
export const noUser =
  'Delete what stands between // and @, with the @: readers would see it, and take it for the host instead of example.com.';
