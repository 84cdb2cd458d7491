import path from 'node:path';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import type { Reading } from './draft.ts';
import type { Mapping } from './mapping.ts';
import { textOfBytes, type Source } from './sources.ts';

/** Reads the stories of a source; what a form needs is loaded when one of it comes. */
export async function storiesIn(source: Source, mapping: Mapping): Promise<Reading> {
  const key = `${source.kind} ${source.name}`;
  switch (source.kind) {
    case 'clipping': {
      const { readClipping } = await import('./clipping.ts');
      const { text } = textOfBytes(source.bytes());
      return [readClipping(text, { source: source.name, key, ...besideOf(source) })];
    }
    case 'markdown': {
      const { readMarkdown } = await import('./markdown.ts');
      const { text } = textOfBytes(source.bytes());
      const { name, file = path.resolve('stdin.md'), folder } = source;
      return [readMarkdown(text, { source: name, key, file, folder, mapping })];
    }
    case 'wordpress': {
      const { readWordPress } = await import('./wordpress.ts');
      return readWordPress(() => chunksOf(source), { source: source.name, file: source.file, mapping });
    }
    case 'ghost': {
      const { readGhost } = await import('./newsletters.ts');
      return readGhost(textOfBytes(source.bytes()).text, { source: source.name });
    }
    case 'substack': {
      const { readSubstack } = await import('./newsletters.ts');
      return readSubstack(source.bytes(), { source: source.name });
    }
    case 'medium': {
      const { readMedium } = await import('./newsletters.ts');
      return readMedium(source.bytes(), { source: source.name });
    }
    case 'feed': {
      const { readFeed, readJsonFeed } = await import('./feed.ts');
      return /\.json$/i.test(source.name) ||
        (!source.file && source.bytes().subarray(0, 200).toString().trimStart().startsWith('{'))
        ? readJsonFeed(textOfBytes(source.bytes()).text, { source: source.name, file: source.file })
        : readFeed(chunksOf(source), { source: source.name, file: source.file });
    }
    case 'page': {
      const { readPage } = await import('./html-page.ts');
      return [readPage(source.bytes(), { source: source.name, key, file: source.file, address: source.address })];
    }
    case 'mhtml': {
      const { readSavedPage } = await import('./saved-page.ts');
      return [await readSavedPage(source.bytes(), { source: source.name, key })];
    }
    case 'word': {
      const { readWord } = await import('./word.ts');
      return [await readWord(source.bytes(), { source: source.name, key })];
    }
    case 'opendocument': {
      const { readOpenDocument } = await import('./word.ts');
      return [await readOpenDocument(source.bytes(), { source: source.name, key })];
    }
    case 'google-docs': {
      const { readGoogleDocs } = await import('./word.ts');
      return [readGoogleDocs(source.bytes(), { source: source.name, key })];
    }
    case 'mail': {
      const { readMail } = await import('./mail.ts');
      return [await readMail(source.bytes(), { source: source.name, key })];
    }
    case 'newsml': {
      const { readNewsMl } = await import('./wire.ts');
      return readNewsMl(() => chunksOf(source), { source: source.name, file: source.file });
    }
    case 'nitf': {
      const { readNitf } = await import('./wire.ts');
      return readNitf(chunksOf(source), { source: source.name, file: source.file });
    }
    case 'book': {
      const { readOwnBook } = await import('./own-book.ts');
      return readOwnBook(source.bytes(), { source: source.name });
    }
    case 'broadsheet': {
      const { readOwnStory } = await import('./own-story.ts');
      const { name, file, address } = source;
      return [readOwnStory(textOfBytes(source.bytes()).text, { source: name, key, file, address })];
    }
    case 'ninjs': {
      const { readNinjs } = await import('./wire.ts');
      return readNinjs(textOfBytes(source.bytes()).text, { source: source.name, file: source.file });
    }
  }
}

/** The bytes of a source, a piece at a time. */
function chunksOf({ file, bytes, passed }: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  if (!file) return [bytes()];
  const stream = createReadStream(file);
  if (passed) stream.on('data', (chunk) => passed(chunk.length));
  return stream as AsyncIterable<Uint8Array>;
}

/** Pictures that belong to a clipping by their names: `clipping.jpg`, `clipping-1.jpg`. */
function besideOf({ file }: Source): { beside?: { names: string[]; read: (name: string) => Uint8Array | undefined } } {
  if (!file) return {};
  const folder = path.dirname(file);
  const stem = path.basename(file).replace(/\.\w+$/, '');
  const names = readdirSync(folder)
    .filter((name) => /\.(jpe?g|png|webp|avif|gif)$/i.test(name))
    .filter((name) => name.replace(/[-_ ]?\d*\.\w+$/, '') === stem)
    .sort();
  return {
    beside: { names, read: (name) => (names.includes(name) ? readFileSync(path.join(folder, name)) : undefined) },
  };
}
